"""A table of the editor as a chart: bars for names, a line for times. Geometry only; the template draws it.

Lengths are units of the view box, which is as wide as the smallest phone has pixels; a sign of its words is 14 high.
"""

import re
from dataclasses import dataclass
from typing import Literal

from ...problems import Place, Problem
from ...problems.catalogue import galleries as rules
from ..shared.widths import ems
from .blocks import Block, prose_of
from .views import Anchor, BarView, ChartView, LineView, PointView

WIDTH = 320.0
_SIGN = 8.5  # width of a digit
_BAR, _LABEL, _GAP = 14.0, 24.0, 14.0
_TOP, _BOTTOM, _PLOT, _SIDE = 34.0, 48.0, 150.0, 26.0
_MOST_ROWS, _MOST_SERIES, _MOST_POINTS, _SAID = 8, 2, 24, 6
_OVER, _UNDER = 11.0, 21.0  # from a point to the foot of its value, above it and below it
_STEEP = 24.0  # a line that falls or rises more from one point to the next runs beside a value, not under it
_NUMBER = re.compile(r"(?:约|近|超过?|不足)?\s*([-−]?\d[\d,，]*(?:\.\d+)?)\s*(\D{0,6})")
_UNIT = re.compile(r"(.*?)[（(]([^（）()]*)[）)]\s*")


@dataclass(frozen=True, slots=True)
class Series:
    """One column of numbers: its name, and each cell as written and as a number."""

    name: str
    unit: str
    texts: tuple[str, ...]
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table that can be drawn."""

    labels: tuple[str, ...]
    series: tuple[Series, ...]


def read_table(block: Block, kind: Literal["bars", "line"], place: Place) -> tuple[Table | None, tuple[Problem, ...]]:
    """A table's columns of numbers; ``place`` is where the table begins."""
    rows = [row.children for part in block.children for row in part.children if row.tag == "tr"]
    texts = [[cell.text for cell in row] for row in rows]
    head, body = texts[0], texts[1:]
    least, most = (2, _MOST_ROWS) if kind == "bars" else (3, _MOST_POINTS)
    if not least <= len(body) <= most:
        return None, (rules.NO_SERIES.at(place, reason=f"要有 {least} 到 {most} 行数据，现在是 {len(body)} 行"),)
    if not 2 <= len(head) <= _MOST_SERIES + 1:
        reason = f"要有一列名称和一到 {_MOST_SERIES} 列数字，现在共 {len(head)} 列"
        return None, (rules.NO_SERIES.at(place, reason=reason),)
    for number, row in enumerate(body):
        for cell in row[1:]:
            if not _NUMBER.fullmatch(cell):
                where = Place(place.path, place.line + 2 + number, place.column)
                return None, (rules.NO_SERIES.at(where, reason=f"“{cell or '空格'}”不是数字"),)
    series = tuple(_series(name, tuple(row[index] for row in body)) for index, name in enumerate(head[1:], 1))
    return Table(tuple(row[0] for row in body), series), ()


def chart(table: Table, block: Block, kind: Literal["bars", "line"]) -> ChartView:
    """The chart of a table."""
    units = {series.unit for series in table.series}
    legend = tuple(series.name for series in table.series)
    bars, height = _bars(table) if kind == "bars" else ((), _TOP + _PLOT + _BOTTOM)
    return ChartView(
        width=WIDTH,
        height=height,
        unit=next(iter(units)) if len(units) == 1 else "",
        legend=legend if len(units) == 1 and len(legend) > 1 else _with_units(table),
        bars=bars,
        lines=_lines(table) if kind == "line" else (),
        axis=_axis(table) if kind == "line" else (),
        table=prose_of(block.outer, block.references),
    )


def _with_units(table: Table) -> tuple[str, ...]:
    return tuple(f"{series.name}（{series.unit}）" if series.unit else series.name for series in table.series)


def _series(head: str, texts: tuple[str, ...]) -> Series:
    unit = _UNIT.fullmatch(head)
    return Series(unit[1] if unit else head, unit[2] if unit else "", texts, tuple(_value(text) for text in texts))


def _value(text: str) -> float:
    match = _NUMBER.fullmatch(text)
    assert match
    return float(match[1].replace("−", "-").replace(",", "").replace("，", ""))


def _bars(table: Table) -> tuple[tuple[BarView, ...], float]:
    values = [value for series in table.series for value in series.values]
    low, high = min(0.0, *values), max(0.0, *values)
    room = WIDTH - max(len(text) for series in table.series for text in series.texts) * _SIGN - 8
    scale = room / ((high - low) or 1)
    bars: list[BarView] = []
    y = 0.0
    for row, label in enumerate(table.labels):
        label_y, y = y + 15, y + _LABEL
        for number, series in enumerate(table.series):
            value = series.values[row]
            x, width = (min(value, 0) - low) * scale, max(2.0, abs(value) * scale)
            bars.append(
                BarView(
                    label if number == 0 else "", series.texts[row], number, round(x, 1), y, round(width, 1), _BAR,
                    label_y, round(x + width + 6, 1),
                )
            )  # fmt: skip
            y += _BAR + 4
        y += _GAP
    return tuple(bars), y - _GAP


def _x(index: int, count: int) -> float:
    return round(_SIDE + (WIDTH - 2 * _SIDE) * index / (count - 1), 1)


def _lines(table: Table) -> tuple[LineView, ...]:
    values = [value for series in table.series for value in series.values]
    low, high = min(values), max(values)
    low = 0.0 if 0 <= low < (high - low) else low  # a line that could begin at nought does
    scale = _PLOT / ((high - low) or 1)
    count = len(table.labels)
    lines: list[LineView] = []
    for number, series in enumerate(table.series):
        spots = [
            (_x(index, count), round(_TOP + (high - value) * scale, 1)) for index, value in enumerate(series.values)
        ]
        said = _said(series.values)
        marks: list[PointView] = []
        for index, (x, y) in enumerate(spots):
            anchor, value_y = _beside(spots, index)
            value = series.texts[index] if index in said else ""
            marks.append(PointView(x, y, value, table.labels[index], anchor, value_y))
        lines.append(LineView(series.name, number, " ".join(f"{x:g},{y:g}" for x, y in spots), tuple(marks)))
    return tuple(lines)


def _beside(spots: list[tuple[float, float]], index: int) -> tuple[Anchor, float]:
    """Where a value stands at its point so that the line does not run through it: its anchor and its foot."""
    y, count = spots[index][1], len(spots)
    if not 0 < index < count - 1:
        return _anchor(index, count), y - _OVER
    before, after = spots[index - 1][1] - y, spots[index + 1][1] - y
    if before < 0 and after < 0:
        return "middle", y + _UNDER
    if before < -_STEEP:
        return "start", y - _OVER
    return ("end" if after < -_STEEP else "middle"), y - _OVER


def _said(values: tuple[float, ...]) -> frozenset[int]:
    """Which points say their value: all of a few, else the first, the last, the highest and the lowest."""
    if len(values) <= _SAID:
        return frozenset(range(len(values)))
    return frozenset((0, len(values) - 1, values.index(max(values)), values.index(min(values))))


def _axis(table: Table) -> tuple[PointView, ...]:
    count = len(table.labels)
    longest = max(ems(label) for label in table.labels)
    fits = max(2, int(WIDTH // (longest * 13 + 10)))
    step = -(-(count - 1) // (min(fits, count) - 1))
    # the first and the last always; what would come too near the last gives way
    shown = [*(index for index in range(0, count - 1, step) if index + step < count), count - 1]
    return tuple(
        PointView(_x(index, count), _TOP + _PLOT + 40, "", table.labels[index], _anchor(index, count))
        for index in shown
    )


def _anchor(index: int, count: int) -> Anchor:
    if index == 0:
        return "start"
    return "end" if index == count - 1 else "middle"
