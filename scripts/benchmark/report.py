"""From runs to a table people read, and to JSON."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

from .measure import Run

BASE = "本站 冷构建"


@dataclass(frozen=True, slots=True)
class Row:
    """One generator, one way of building, one size."""

    articles: int
    label: str
    seconds: float
    ratio: float
    peak_mb: float
    pages: int
    rounds: int


def rows(articles: int, runs: dict[str, Sequence[Run]]) -> tuple[Row, ...]:
    """Medians, and each median as a multiple of our own cold build."""
    base = median(run.seconds for run in runs[BASE])
    return tuple(_row(articles, label, taken, base) for label, taken in runs.items())


def _row(articles: int, label: str, taken: Sequence[Run], base: float) -> Row:
    seconds = median(run.seconds for run in taken)
    peak = max(run.peak_bytes for run in taken) / 2**20
    return Row(articles, label, seconds, seconds / base, peak, taken[-1].pages, len(taken))


def table(found: Iterable[Row]) -> str:
    """A table in Markdown, and a plain sentence for each win and each loss."""
    found = tuple(found)
    lines = [
        "| 篇数 | 生成器 | 中位秒数 | 是本站冷构建的倍数 | 峰值内存 MB | 网页数 | 轮数 |",
        "|---:|---|---:|---:|---:|---:|---:|",
    ]
    lines += [
        f"| {row.articles} | {row.label} | {row.seconds:.2f} | {row.ratio:.2f} | {row.peak_mb:.0f} | {row.pages} | {row.rounds} |"
        for row in found
    ]
    return "\n".join((*lines, "", *(verdict(row) for row in found if not row.label.startswith("本站"))))


def verdict(row: Row) -> str:
    """Who was faster, said the same way whoever it was."""
    if row.ratio >= 1:
        return f"{row.articles} 篇：本站冷构建比 {row.label} 快，{row.label} 用时是本站的 {row.ratio:.2f} 倍。"
    return f"{row.articles} 篇：本站冷构建比 {row.label} 慢，本站用时是 {row.label} 的 {1 / row.ratio:.2f} 倍。"


def as_json(found: Iterable[Row]) -> list[dict[str, Any]]:
    """The same rows for machines."""
    return [asdict(row) for row in found]
