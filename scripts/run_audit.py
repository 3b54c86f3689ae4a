"""What other people's judges say of the built site: ``topic audit``.

Lighthouse and the Nu HTML checker come from npm at pinned versions, nginx, Chromium and Java from the system.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from audit.report import Report
    from audit.tools import Tools

sys.path.insert(0, str(Path(__file__).resolve().parent))

PROJECT = Path(__file__).resolve().parents[1]
JUDGES = ("lighthouse", "html", "data", "frames")
# frame times say something on a quiet machine alone, so they are measured when asked for
USUAL = JUDGES[:3]


def main(argv: Sequence[str] | None = None) -> int:
    """Ask every judge and print; 0 all content, 1 a threshold is missed or a fault found, 2 something is missing."""
    options = _options(argv)
    site = options.site
    if not (site / "index.html").is_file():
        print("还没有网站，请先运行：python3 scripts/topic.py build", file=sys.stderr)
        return 2
    from rich.console import Console

    from audit.report import as_json, show
    from audit.server import ServerFault
    from audit.tools import Missing, prepare

    try:
        report = _ask(site, options.only, prepare(PROJECT / ".cache/audit"))
    except Missing as missing:
        print(missing, file=sys.stderr)
        return 2
    except ServerFault as fault:
        print(f"nginx 没能启动：\n{fault}", file=sys.stderr)
        return 2
    if options.format == "json":
        print(json.dumps(as_json(report), ensure_ascii=False, indent=2))
    else:
        show(report, Console(width=None if sys.stdout.isatty() else 120))
    return 0 if report.passed else 1


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="topic audit", description="请别人的评委检查生成好的网站")
    parser.add_argument(
        "--only", type=_judges, default=USUAL, help=f"只问这几位，用逗号分开：{'、'.join(JUDGES)}；不写是前三位"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="输出的格式")
    parser.add_argument("--site", type=Path, default=PROJECT / "site", help="网站的文件夹，默认 site")
    return parser.parse_args(argv)


def _judges(text: str) -> tuple[str, ...]:
    names = tuple(text.split(","))
    unknown = [name for name in names if name not in JUDGES]
    if unknown:
        raise argparse.ArgumentTypeError(f"没有“{'、'.join(unknown)}”，可选：{'、'.join(JUDGES)}")
    return names


def _ask(site: Path, judges: Sequence[str], tools: "Tools") -> "Report":
    from audit import data, frames, lighthouse, markup
    from audit.kinds import kinds_of, pages_of, root_url
    from audit.report import Report
    from audit.server import served

    root, pages = root_url(site), pages_of(site)
    with served(site, urlsplit(root).path or "/") as address:
        faults = markup.faults(pages, site, address, tools) if "html" in judges else None
        wrong = list(data.faults(site, root)) if "data" in judges else None
        motions = frames.measure(site, address, tools) if "frames" in judges else None
        judgements = None
        if "lighthouse" in judges:
            judgements = lighthouse.judge(
                tuple(kinds_of(site)), address, tools, lambda text: print(text, file=sys.stderr, flush=True)
            )
    return Report(judgements, len(pages), faults, wrong, motions)


if __name__ == "__main__":
    sys.exit(main())
