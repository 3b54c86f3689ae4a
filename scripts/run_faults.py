"""Try what a publish survives: ``python scripts/run_faults.py --targets folder --kills 100 --publishes 30``.

Real nginx, real processes, real files; nothing outside of temporary folders is touched. Prints the table that stands in
the operators' page. Needs nginx and, for ``--publishes``, wrk.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parent
sys.path[:0] = [str(SCRIPTS), str(SCRIPTS.parent / "hooks")]

# kind of place → programs that it needs beside nginx
_NEEDED: dict[str, tuple[str, ...]] = {
    "folder": (),
    "ssh": ("sshd", "rsync"),
    "s3": tuple(f"swift-{kind}-server" for kind in ("proxy", "account", "container", "object")),
}


def main(argv: Sequence[str] | None = None) -> int:
    """0 everything was survived, 1 something was not, 2 a program is missing."""
    from faults.distant import distant_troubles
    from faults.large import after_one_edit
    from faults.places import PLACES, distant_place, s3_place, small_folder_place
    from faults.report import table
    from faults.storage import storage_troubles
    from faults.trials import in_a_row, killed
    from faults.troubles import troubles
    from run_tests import PATH

    options = _options(argv, tuple(PLACES))
    needed = ["nginx", *(["wrk"] if options.publishes else [])]
    # troubles are tried at every kind of place
    needed += [program for name in (_NEEDED if options.troubles else options.targets) for program in _NEEDED[name]]
    if missing := [program for program in needed if not shutil.which(program, path=PATH)]:
        print(f"缺少 {'、'.join(missing)}，请先安装。", file=sys.stderr)
        return 2
    outcomes = []
    for name in options.targets:
        if options.kills:
            with PLACES[name]() as place:
                outcomes.append(killed(place, options.kills, options.seed))
        if options.publishes:
            with PLACES[name]() as place:
                outcomes.append(in_a_row(place, options.publishes, 5, 2 * (os.cpu_count() or 1)))
        if options.articles:
            with PLACES[name]() as place, tempfile.TemporaryDirectory() as project:
                outcomes.append(after_one_edit(place, Path(project) / "large", options.articles))
    if options.troubles:
        with small_folder_place() as place:
            outcomes += troubles(place)
        with distant_place() as place:
            outcomes += distant_troubles(place)
        with s3_place() as place:
            outcomes += storage_troubles(place)
    print(table(outcomes))
    return 1 if any(outcome.faults for outcome in outcomes) else 0


def _options(argv: Sequence[str] | None, known: tuple[str, ...]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="发布过程中出各种故障，看读者会遇到什么")
    parser.add_argument("--targets", type=lambda text: text.split(","), default=list(known), help="如 folder,ssh")
    parser.add_argument("--kills", type=int, default=100, help="在随机的时刻杀死发布程序多少次")
    parser.add_argument("--publishes", type=int, default=30, help="在 wrk 的压力下连续发布多少次")
    parser.add_argument("--articles", type=int, default=0, help="另量一个有多少篇的专题改一篇后的发布，如 3000")
    parser.add_argument("--troubles", action="store_true", help="另试磁盘满、只读、时钟跳动等（要 root，装 faketime）")
    parser.add_argument("--seed", type=int, default=1, help="随机数的种子")
    options = parser.parse_args(argv)
    if unknown := [name for name in options.targets if name not in known]:
        parser.error(f"没有目标 {'、'.join(unknown)}，可选：{'、'.join(known)}")
    return options


if __name__ == "__main__":
    sys.exit(main())
