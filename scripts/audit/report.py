"""The report: a table for people, an object for programs."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from rich.console import Console
from rich.table import Table

from .frames import CONTROL, LEAST_PERCENT, LIMIT_MS, SLOWDOWN, Motion
from .lighthouse import CATEGORIES, Judgement

_NAMES = {"performance": "性能", "accessibility": "无障碍", "best-practices": "最佳实践", "seo": "搜索"}
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Report:
    """What all judges said; a judge that was not asked is None."""

    judgements: Sequence[Judgement] | None
    pages: int
    markup: Sequence[str] | None
    data: Sequence[str] | None
    motions: Sequence[Motion] | None = None

    @property
    def passed(self) -> bool:
        """Whether every threshold is kept and nobody found a fault."""
        slow = any(judgement.below for judgement in self.judgements or ())
        jerky = any(not motion.smooth for motion in self.motions or ())
        return not (slow or jerky or self.markup or self.data)


def show(report: Report, console: Console) -> None:
    """Print the report."""
    if report.judgements is not None:
        console.print(_table(report.judgements))
        for judgement in report.judgements:
            if judgement.below:
                console.print(
                    f"{judgement.kind.name}（{judgement.kind.url or '/'}）：{'；'.join(judgement.lost)}", markup=False
                )
        if any(not judgement.kind.indexed for judgement in report.judgements):
            console.print("* 页面声明了不进搜索引擎（示例、404 等），不判“能否收录”这一项。")
        if any(judgement.tries > 1 for judgement in report.judgements):
            console.print("性能第一次不够的页面会再测，取最好的一次：机器忙只会让页面变慢。")
    _show_faults(console, f"HTML 检查（{report.pages} 页）", report.markup)
    _show_faults(console, f"网站地图与结构化数据（{report.pages} 页）", report.data)
    if report.motions is not None:
        console.print(_motions(report.motions))
        if any(motion.url == CONTROL and not motion.smooth for motion in report.motions):
            console.print("空白的对照页也不流畅：机器太忙，请空闲时再量。")
    console.print("体检通过。" if report.passed else "体检没有通过。")


def as_json(report: Report) -> dict[str, Any]:
    """The same for programs."""
    return {
        "passed": report.passed,
        "thresholds": CATEGORIES,
        "lighthouse": None
        if report.judgements is None
        else [
            {"kind": j.kind.name, "url": j.kind.url, "scores": j.scores, "tries": j.tries, "lost": list(j.lost)}
            for j in report.judgements
        ],
        "pages": report.pages,
        "markup": None if report.markup is None else list(report.markup),
        "data": None if report.data is None else list(report.data),
        "frames": None if report.motions is None else [asdict(motion) for motion in report.motions],
    }


def _table(judgements: Sequence[Judgement]) -> Table:
    table = Table(title="Lighthouse（手机）")
    table.add_column("页面")
    table.add_column("地址", overflow="fold")
    for name, least in CATEGORIES.items():
        table.add_column(f"{_NAMES[name]} ≥{least}", justify="right")
    table.add_column("次数", justify="right")
    for judgement in judgements:
        kind = judgement.kind
        scores = [_score(judgement, name) for name in CATEGORIES]
        table.add_row(kind.name + ("" if kind.indexed else "*"), kind.url or "/", *scores, str(judgement.tries))
    return table


def _motions(motions: Sequence[Motion]) -> Table:
    table = Table(title=f"图集划动（手机，处理器慢 {SLOWDOWN} 倍）")
    table.add_column("页面", overflow="fold")
    table.add_column("帧数", justify="right")
    table.add_column(f"{LIMIT_MS} 毫秒以内 ≥{LEAST_PERCENT}%", justify="right")
    for motion in motions:
        shown = f"{motion.percent:.1f}%"
        table.add_row(motion.url, str(motion.frames), shown if motion.smooth else f"[bold red]✗ {shown}[/]")
    return table


def _score(judgement: Judgement, name: str) -> str:
    score = judgement.scores[name]
    return f"[bold red]✗ {score}[/]" if name in judgement.below else str(score)


def _show_faults(console: Console, title: str, faults: Sequence[str] | None) -> None:
    if faults is None:
        return
    console.print(f"{title}：{'没有问题' if not faults else f'{len(faults)} 个问题'}", markup=False)
    for fault in faults[:_SHOWN]:
        console.print(f"  {fault}", markup=False, soft_wrap=True)
    if len(faults) > _SHOWN:
        console.print(f"  ……另有 {len(faults) - _SHOWN} 个")
