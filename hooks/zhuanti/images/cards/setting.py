"""Chinese titles in lines: the best of all ways to part them, and the largest size at which they fit.

Lengths are ems, so a title is set once for all sizes.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from .joints import BLANK_AFTER, NEVER, OPENING, ORPHAN, TITLE, WHOLE, Joint, joints

Advance = Callable[[str], float]
_HALF = 0.5
_GAP = 0.12  # between Chinese and Latin
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LATIN = re.compile("[A-Za-z0-9]")
_UNSEEN = re.compile("[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_TASTE = 0.5  # how much smaller a title may be for better ends of its lines, and
_LEAST = 0.7  # no smaller than that
_BAD = 0.5  # soft costs above this count twice: better two lines more than a parted word
_LINE = 0.5  # what one more line costs, and
_ACROSS = 0.2  # what a line does that goes on behind the end of a clause


@dataclass(frozen=True, slots=True)
class Lines:
    """A text in lines; ``hard`` is what its worst breaks cost, ``soft`` what the others do."""

    texts: tuple[str, ...]
    hard: int
    soft: float


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text at a size in pixels; ``cut`` where not all of it had room."""

    size: int
    texts: tuple[str, ...]
    cut: bool = False


def tidied(text: str) -> str:
    """The text on one line, without signs that nobody sees."""
    return re.sub(r"\s+", " ", _UNSEEN.sub(lambda found: " " if found[0] in "\n\t\r\u2028\u2029" else "", text)).strip()


def offsets(text: str, advance: Advance) -> tuple[tuple[float, ...], float]:
    """Where each sign of a line begins, and how long the line is, in ems.

    Half-empty marks move together as in good print, an opening one at the begin hangs out by its empty half, and
    between Chinese and Latin stands a thin gap.
    """
    if not text:
        return (), 0.0
    starts = _starts(text, advance)
    shift = _HALF if text[0] in OPENING and advance(text[0]) > _HALF else 0.0
    return tuple(start - shift for start in starts[:-1]), _length(text, starts, 0, len(text), advance)


def set_lines(text: str, width: float, advance: Advance, names: Iterable[str] = (), flowing: bool = False) -> Lines:
    """The best way to part a tidied text into lines of at most ``width`` ems.

    First come the mistakes (:mod:`joints`), as few and as small as can be; then the number of lines, their evenness
    and where they end. A ``flowing`` text fills its lines as a paragraph does, and the last is as long as it is.
    Only a sign wider than a line is longer than that.
    """
    return _best(text, width, _starts(text, advance), joints(text, names), advance, flowing)


def fit(
    text: str,
    sizes: Sequence[int],
    room: tuple[float, float],
    leading: float,
    advance: Advance,
    names: Iterable[str] = (),
) -> Fitted:
    """The best of ``sizes`` (pixels, descending) at which a title stands in ``room`` (pixels): large, without a mistake.

    ``leading`` is the height of a line in ems. What does not fit at the smallest size ends with an ellipsis.
    """
    if not text:
        return Fitted(sizes[-1], ())
    starts, between = _starts(text, advance), joints(text, names)
    fitting: list[tuple[int, Lines]] = []
    for size in sizes:
        found = _best(text, room[0] / size, starts, between, advance)
        if len(found.texts) * leading * size <= room[1]:
            right = [each for each in fitting if each[1].hard < ORPHAN]
            if right and size < right[0][0] * _LEAST:
                break
            fitting.append((size, found))
    if not fitting:
        return _cut(text, sizes[-1], room, leading, advance, names)
    least = max(ORPHAN - 1, min(lines.hard for _, lines in fitting))
    chosen = [each for each in fitting if each[1].hard <= least]
    size, lines = max(chosen, key=lambda each: each[0] / chosen[0][0] - _TASTE * each[1].soft)
    return Fitted(size, lines.texts)


def paragraph(text: str, width: float, most: int, advance: Advance, names: Iterable[str] = ()) -> Fitted:
    """A flowing text in lines of ``width`` ems, at most so many of them; size 1."""
    found = set_lines(text, width, advance, names, flowing=True).texts if text else ()
    if len(found) <= most:
        return Fitted(1, found)
    return Fitted(1, (*found[: most - 1], _ended(found[most - 1], width, advance)), cut=True)


def _cut(
    text: str, size: int, room: tuple[float, float], leading: float, advance: Advance, names: Iterable[str]
) -> Fitted:
    """As many lines as there is room for, the last one ending with an ellipsis."""
    most = max(1, int(room[1] / (leading * size)))
    lines = set_lines(text, room[0] / size, advance, names, flowing=True).texts
    if len(lines) <= most:
        return Fitted(size, lines)
    return Fitted(size, (*lines[: most - 1], _ended(lines[most - 1], room[0] / size, advance)), cut=True)


def _ended(line: str, width: float, advance: Advance) -> str:
    """A line that ends with an ellipsis, for more would follow."""
    while line and offsets(f"{line}…", advance)[1] > width:
        line = line[:-1]
    return f"{line.rstrip('，。、；：！？ ')}…"


def _best(
    text: str, width: float, starts: Sequence[float], between: Sequence[Joint], advance: Advance, flowing: bool = False
) -> Lines:
    """Dynamic programming over the places where a line may end."""
    count = len(text)
    costs: list[tuple[int, float]] = [(0, 0.0)] + [(NEVER * (count + 1), 0.0)] * count
    worst: list[tuple[int, float]] = [(0, 0.0)] * (count + 1)  # hard costs and the largest soft one on the best way
    before = [0] * (count + 1)
    clauses = tuple(accumulate((joint.soft == 0.0 for joint in between), initial=0))  # that end before each sign
    for begin in range(count):
        for end in range(begin + 1, count + 1):
            length = _length(text, starts, begin, end, advance)
            if length > width + 1e-6 and end > begin + 1:
                if length > width + 2:  # marks at the end may still make it shorter
                    break
                continue
            hard, soft = _cost(text, begin, end, between, max(0.0, (width - length) / width), flowing)
            parted = not flowing and (begin > 0 or end < count)
            across = _ACROSS if parted and clauses[end - 1] > clauses[begin] else 0.0
            total = (costs[begin][0] + hard, costs[begin][1] + soft + across)
            if total < costs[end]:
                costs[end], before[end] = total, begin
                ending = across + (between[end - 1].soft if end < count else 0.0)
                worst[end] = (worst[begin][0] + hard, max(worst[begin][1], ending))
    lines: list[str] = []
    end = count
    while end > 0:
        lines.append(text[before[end] : end].rstrip())
        end = before[end]
    return Lines(tuple(reversed(lines)), *worst[count])


def _cost(text: str, begin: int, end: int, between: Sequence[Joint], slack: float, flowing: bool) -> tuple[int, float]:
    if end == len(text):
        orphan = begin > 0 and sum(sign.isalnum() for sign in text[begin:end]) < 2
        return ORPHAN if orphan else 0, 0.0 if flowing else _LINE + slack**2
    joint = between[end - 1]
    if flowing:
        return joint.hard, 0.1 * joint.soft + 5 * slack**2
    return joint.hard, _LINE + slack**2 + 2 * (joint.soft + max(0.0, joint.soft - _BAD))


def _starts(text: str, advance: Advance) -> tuple[float, ...]:
    """Where each sign begins if all stood on one line, and where the last one ends."""
    steps = [
        advance(sign) + _between(sign, following, advance)
        for sign, following in zip(text, f"{text[1:]}\0", strict=True)
    ]
    return tuple(accumulate(steps, initial=0.0))


def _between(sign: str, following: str, advance: Advance) -> float:
    if following in OPENING and advance(following) > _HALF and (sign in BLANK_AFTER or sign in OPENING):
        return -_HALF
    if sign in BLANK_AFTER and advance(sign) > _HALF and (following in BLANK_AFTER):
        return -_HALF
    return _GAP if _meet(sign, following) else 0.0


@lru_cache(maxsize=50_000)
def _meet(sign: str, following: str) -> bool:
    """Whether Chinese and Latin touch here."""
    return bool(
        (_HAN.match(sign) and _LATIN.match(following))
        or ((_LATIN.match(sign) or sign in "%‰℃") and _HAN.match(following))
    )


def _length(text: str, starts: Sequence[float], begin: int, end: int, advance: Advance) -> float:
    last = end - 1
    while last > begin and text[last] == " ":
        last -= 1
    length = starts[last] - starts[begin] + advance(text[last])
    if text[begin] in OPENING and advance(text[begin]) > _HALF:
        length -= _HALF
    if text[last] in BLANK_AFTER and advance(text[last]) > _HALF:
        length -= _HALF
    return length


__all__ = ["NEVER", "ORPHAN", "TITLE", "WHOLE", "Fitted", "Lines", "fit", "offsets", "paragraph", "set_lines", "tidied"]
