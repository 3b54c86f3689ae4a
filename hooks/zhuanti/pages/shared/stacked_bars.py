"""A table of counts as stacked bars: geometry only, the component draws it.

Lengths are units of the view box, which is as wide as the smallest phone has pixels; a sign of its words is 14 high, and half as high again
in elder mode, for which there is room.
"""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 320.0
_LABEL, _BAR, _GAP = 26.0, 22.0, 10.0
_DIGIT, _TOTAL, _BETWEEN = 13.0, 8.0, 2.0
_LEAST = 3.0


@dataclass(frozen=True, slots=True)
class Column:
    """What one colour stands for: its name, and the tone by which the style sheet knows it."""

    name: str
    tone: str


@dataclass(frozen=True, slots=True)
class SegmentView:
    """One part of a bar; ``value`` is empty where it would not fit into it."""

    x: float
    width: float
    tone: str
    value: str


@dataclass(frozen=True, slots=True)
class StackView:
    """One bar: where its name, its segments and its total stand."""

    label: str
    label_y: float
    bar_y: float
    value_y: float
    segments: tuple[SegmentView, ...]
    total: int
    total_x: float


@dataclass(frozen=True, slots=True)
class StacksView:
    """The drawing of a table."""

    width: float
    height: float
    bar: float
    stacks: tuple[StackView, ...]


def stacks(columns: Sequence[Column], rows: Sequence[tuple[str, Sequence[int]]]) -> StacksView:
    """Bars of named counts on one scale; every row holds one count a column, none negative."""
    most = max((sum(counts) for _, counts in rows), default=0)
    slack = len(columns) * (_LEAST + _BETWEEN)  # what the narrowest segments may take beyond their count
    room = WIDTH - _TOTAL - _DIGIT * len(str(most)) - slack
    drawn = tuple(
        _stack(number, name, counts, columns, room / (most or 1)) for number, (name, counts) in enumerate(rows)
    )
    return StacksView(WIDTH, max(0.0, len(rows) * (_LABEL + _BAR + _GAP) - _GAP), _BAR, drawn)


def _stack(number: int, name: str, counts: Sequence[int], columns: Sequence[Column], scale: float) -> StackView:
    top = number * (_LABEL + _BAR + _GAP)
    segments: list[SegmentView] = []
    x = 0.0
    for column, count in zip(columns, counts, strict=True):
        if count:
            width = max(_LEAST, count * scale - _BETWEEN)
            said = str(count) if width >= _DIGIT * len(str(count)) + 4 else ""
            segments.append(SegmentView(round(x, 1), round(width, 1), column.tone, said))
            x += width + _BETWEEN
    middle = top + _LABEL + _BAR / 2
    return StackView(name, top + 19, top + _LABEL, middle + 6, tuple(segments), sum(counts), round(x + 6, 1))
