"""Where a document comes from and what came of it, as a drawing: geometry only, the template draws it.

Authority runs along one line and time along another, as two lines of a railway do; the document is the station where
they cross. On a wide drawing authority runs from left to right and time from top to bottom. On a narrow one both run
down, side by side. Lengths are units of the view box, in which words are 15 high.
"""

import re
from dataclasses import dataclass
from typing import Literal

from .widths import ems

Shape = Literal["document", "here", "explainer", "case"]

WIDE, NARROW = 640.0, 288.0
_SIZE, _ROW, _WORD_ROW, _GAP = 15.0, 21.0, 19.0, 18.0
_ENDS = "，。、；：！？）》〉”’」』〕"
_UNIT = re.compile(rf"[（《〈“‘「『〔]*(?:[\w.%]+|.)[{_ENDS}]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Stop:
    """What stands at one station: the word for what it is to the document, and its name."""

    word: str
    name: str
    shape: Shape = "document"


@dataclass(frozen=True, slots=True)
class Stops:
    """All stations of a document; ``before`` and ``after`` run from the oldest to the newest.

    ``joined`` are the numbers of those bases that rest on the base before them.
    """

    here: Stop
    bases: tuple[Stop, ...] = ()
    joined: frozenset[int] = frozenset()
    before: tuple[Stop, ...] = ()
    after: tuple[Stop, ...] = ()
    results: tuple[Stop, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """One line of words; ``role`` is ``word``, ``name`` or ``here``."""

    x: float
    y: float
    text: str
    role: str


@dataclass(frozen=True, slots=True)
class Station:
    """The middle of a station; ``reach`` is how far it spreads to the left, over the other line."""

    x: float
    y: float
    shape: Shape
    reach: float = 0


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing; ``authority`` and ``time`` are the paths of the two lines."""

    width: float
    height: float
    authority: tuple[str, ...]
    time: tuple[str, ...]
    stations: tuple[Station, ...]
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """A station's words, folded."""

    stop: Stop
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        return _WORD_ROW + _ROW * len(self.lines)

    def words(self, x: float, top: float) -> tuple[Words, ...]:
        role = "here" if self.stop.shape == "here" else "name"
        return (
            Words(x, top + 14, self.stop.word, "word"),
            *(Words(x, top + _WORD_ROW + 16 + _ROW * row, line, role) for row, line in enumerate(self.lines)),
        )


def wide(stops: Stops) -> Drawing:
    """The drawing for wide screens and for paper."""
    middle = 256.0 if stops.bases else 10.0
    right = 440.0
    room = (right - 62 if stops.results else WIDE) - middle - 16
    left_side = [_folded(stop, 168, 3) for stop in stops.bases]
    right_side = [_folded(stop, WIDE - right - 24, 3) for stop in stops.results]
    above = [_folded(stop, room, 2) for stop in stops.before]
    here, below = _folded(stops.here, room, 5), [_folded(stop, room, 2) for stop in stops.after]
    up = _height(above) + (_GAP if above else 0) + here.height + 10
    down = (_GAP + _height(below)) if below else 12.0
    y = max(up, _height(left_side) / 2, _height(right_side) / 2)
    stations, words, authority = [Station(middle, y, "here")], [*here.words(middle + 16, y - here.height - 10)], []
    last = y
    for number, (block, top) in enumerate(_stacked(left_side, y - _height(left_side) / 2)):
        at = top + block.height / 2
        if number in stops.joined:
            authority.append(f"M186 {last:g}V{at:g}")
        last = at
        stations.append(Station(186, at, block.stop.shape))
        words += block.words(0, top)
        authority.append(f"M186 {at:g}H196C226 {at:g} 214 {y:g} 244 {y:g}H{middle:g}")
    for block, top in _stacked(right_side, y - _height(right_side) / 2):
        at = top + block.height / 2
        stations.append(Station(right, at, block.stop.shape))
        words += block.words(right + 16, top)
        authority.append(
            f"M{middle:g} {y:g}H{right - 52:g}C{right - 20:g} {y:g} {right - 36:g} {at:g} {right - 8:g} {at:g}H{right:g}"
        )
    ends = [y]
    for block, top in (*_stacked(above, y - up), *_stacked(below, y + _GAP)):
        at = top + _WORD_ROW + 10
        ends.append(at)
        stations.append(Station(middle, at, block.stop.shape))
        words += block.words(middle + 16, top)
    time = (f"M{middle:g} {min(ends):g}V{max(ends):g}",) if len(ends) > 1 else ()
    height = max(y + down, y + _height(left_side) / 2, y + _height(right_side) / 2)
    return Drawing(WIDE, round(height + 4, 1), tuple(authority), time, tuple(stations), tuple(words))


def narrow(stops: Stops) -> Drawing:
    """The drawing for phones."""
    has_time = bool(stops.before or stops.after)
    past, line = 9.0, 30.0 if has_time else 9.0
    text = line + 20
    rows = (
        *((stop, past) for stop in stops.before),
        *((stop, line) for stop in stops.bases),
        (stops.here, line),
        *((stop, line) for stop in stops.results),
        *((stop, past) for stop in stops.after),
    )
    stations: list[Station] = []
    words: list[Words] = []
    ends: dict[float, list[float]] = {past: [], line: []}
    for (stop, x), (block, top) in zip(
        rows, _stacked([_folded(stop, NARROW - text - 8, 4) for stop, _ in rows], 0), strict=True
    ):
        at = top + _WORD_ROW + 10
        here = stop.shape == "here"
        stations.append(Station(x, at, stop.shape, reach=line - past if here else 0))
        words += block.words(text, top)
        for track in {x, past} if here else {x}:
            ends[track].append(at)
    paths = {x: (f"M{x:g} {min(ys):g}V{max(ys):g}",) if len(ys) > 1 else () for x, ys in ends.items()}
    height = max(top.y for top in words) + 8
    authority = paths[line] if stops.bases or stops.results else ()
    return Drawing(NARROW, height, authority, paths[past] if has_time else (), tuple(stations), tuple(words))


def _stacked(blocks: list[_Block], top: float) -> list[tuple[_Block, float]]:
    """Each block with where it begins."""
    found = []
    for block in blocks:
        found.append((block, top))
        top += block.height + _GAP
    return found


def _height(blocks: list[_Block]) -> float:
    return sum(block.height for block in blocks) + _GAP * max(0, len(blocks) - 1)


def _folded(stop: Stop, room: float, most: int) -> _Block:
    return _Block(stop, folded(stop.name, room / _SIZE, most))


def folded(text: str, room: float, most: int) -> tuple[str, ...]:
    """A text in lines of at most ``room`` signs' width, and of about the same; what ``most`` lines cannot hold ends in
    an ellipsis.

    Words and numbers stay whole, and so do brackets and marks with what they belong to.
    """
    units = _UNIT.findall(text)
    lines = _filled(units, room)
    if len(lines) > most:
        return (*lines[: most - 1], lines[most - 1][:-1] + "…")
    while room > 2 and len(closer := _filled(units, room - 1)) == len(lines):
        lines, room = closer, room - 1
    return lines


def _filled(units: list[str], room: float) -> tuple[str, ...]:
    lines, width = [""], 0.0
    for unit in units:
        wide = ems(unit)
        # a mark at the end may hang over the edge: its ink stands in its first half
        if lines[-1] and width + wide - (unit[-1] in _ENDS and len(unit) > 1) > room:
            lines.append("")
            width = 0.0
        lines[-1] += unit
        width += wide
    return tuple(lines)
