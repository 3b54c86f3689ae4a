"""Compare our speed with other generators': ``topic bench --articles 1000,3000 --peers material,hugo``.

``topic bench --pictures`` measures what one photograph costs instead, ``--cards`` what a thousand share cards cost,
``--answers`` how long readers wait in a large index of policies and in a large search.
"""

import argparse
import importlib.util
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmark.report import Row

sys.path.insert(0, str(Path(__file__).resolve().parent))

ROOT = Path(__file__).resolve().parents[1]
SLOW_FROM = 3000  # from here on plain Material takes minutes, and runs once


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print; 0 done, 1 a build failed, 2 wrong usage or something missing."""
    if importlib.util.find_spec("psutil") is None:
        print("缺少 psutil，请先运行：pip install psutil。", file=sys.stderr)
        return 2
    from benchmark.measure import BuildFailed
    from benchmark.peers import LAYOUTS, MissingPeer
    from benchmark.report import as_json, table

    options = _options(argv, tuple(LAYOUTS))
    if options.pictures:
        from benchmark import pictures

        print(pictures.sentence(pictures.measure(options.rounds)))
        return 0
    if options.cards:
        from benchmark import cards

        print(cards.sentence(cards.measure()))
        return 0
    found: list[Row] = []
    try:
        if options.answers:
            return _answers(options.rounds)
        for count in options.articles:
            found += _measure(count, options.peers, options.rounds)
    except MissingPeer as missing:
        print(missing, file=sys.stderr)
        return 2
    except BuildFailed as failed:
        print(f"构建失败，下面是它的输出：\n{failed}", file=sys.stderr)
        return 1
    print(table(found))
    if options.json:
        options.json.write_text(json.dumps(as_json(found), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return 0


def _answers(rounds: int) -> int:
    from audit.server import ServerFault
    from benchmark import answers

    site = ROOT / "site"
    if not (site / "index.html").is_file():
        print("还没有网站，请先运行：python3 scripts/topic.py build", file=sys.stderr)
        return 2
    try:
        print(answers.sentence(answers.measure(site, rounds)))
    except ServerFault as fault:
        print(f"nginx 没能启动：\n{fault}", file=sys.stderr)
        return 2
    return 0


def _options(argv: Sequence[str] | None, known: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="topic bench", description="与其他生成器比速度")
    parser.add_argument("--articles", type=_counts, default=(1000,), help="篇数，用逗号分开，如 1000,3000")
    parser.add_argument("--peers", default="material,hugo", help="对手，用逗号分开：material、hugo；留空只测本站")
    parser.add_argument("--rounds", type=_positive, default=3, help="轮数，默认 3")
    parser.add_argument("--pictures", action="store_true", help="只测一张照片要多久")
    parser.add_argument("--cards", action="store_true", help="只测一千篇稿件的分享图要多久")
    parser.add_argument("--answers", action="store_true", help="只测读者点筛选、输入搜索时要等多久")
    parser.add_argument("--json", type=Path, help="结果另存为 JSON 文件")
    options = parser.parse_args(argv)
    options.peers = tuple(name for name in options.peers.split(",") if name)
    unknown = [name for name in options.peers if name not in known]
    if unknown:
        parser.error(f"没有名为 {'、'.join(unknown)} 的对手，可选：{'、'.join(known)}。")
    return options


def _positive(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"“{text}”不是正整数。")
    return number


def _counts(text: str) -> tuple[int, ...]:
    return tuple(_positive(part) for part in text.split(","))


def _measure(count: int, names: Sequence[str], rounds: int) -> "Sequence[Row]":
    from benchmark import report
    from benchmark.corpus import articles
    from benchmark.measure import Run, build, clean
    from benchmark.peers import LAYOUTS, OURS_FOLDER, lay_out_ours, term_ids

    with tempfile.TemporaryDirectory(prefix="topic-bench-") as folder:
        corpus = articles(count, term_ids())
        ours = lay_out_ours(Path(folder, "ours"), corpus)
        peers = [LAYOUTS[name](Path(folder, name), corpus) for name in names]
        labels = (report.BASE, "本站 未改动", "本站 改一篇", *names)
        runs: dict[str, list[Run]] = {label: [] for label in labels}
        edited = ours.project / OURS_FOLDER / f"{corpus[count // 2].slug}.md"
        for number in range(1, rounds + 1):
            print(f"{count} 篇，第 {number} 轮……", file=sys.stderr)
            clean(ours)
            runs[report.BASE].append(build(ours))
            runs["本站 未改动"].append(build(ours))
            with edited.open("a", encoding="utf-8") as file:
                file.write(f"\n第{number}次修改。\n")
            runs["本站 改一篇"].append(build(ours))
            for peer in peers:
                if peer.name == "material" and count >= SLOW_FROM and number > 1:
                    print(f"material 在 {count} 篇时要几分钟，只测一轮。", file=sys.stderr)
                    continue
                clean(peer)
                runs[peer.name].append(build(peer))
        return report.rows(count, {label: tuple(taken) for label, taken in runs.items()})


if __name__ == "__main__":
    sys.exit(main())
