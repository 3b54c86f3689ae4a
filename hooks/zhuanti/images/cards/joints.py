"""Where a Chinese title may part: how bad a line's end would be behind each of its signs.

Hard costs are those of breaks that a reader takes for a mistake; they are so far apart that a whole title of lesser
ones is better than one of the next kind. Soft costs, fractions of a line, choose between what is right anyway.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from .words import BETWEEN, INSIDE, Word, ties, withheld, words

NEVER = 1_000_000  # a closing mark would begin a line, or an opening one end it
WHOLE = 10_000  # inside a number with its unit, a foreign word, a name, a short quotation
PATTERN = 5_000  # inside what follows the pattern of a name; a name that is known comes first
ORPHAN = 1_000  # a single sign alone on the last line
TITLE = 10  # inside 《》 too long for a line

OPENING = frozenset("《〈（【〔「『“‘([")
CLOSING = frozenset("》〉）】〕」』”’)]，。、；：！？,.;:!?%‰℃…—～·｜/")
BLANK_AFTER = frozenset("》〉）】〕」』”’，。、；：")  # signs whose second half is empty
_SHORT = 10
_CLAUSE = frozenset("，。；：！？｜")  # behind these a speaker breathes
_ENDS = _CLAUSE | {"、"}
_LISTED, _STUB = 0.1, 0.6

_UNIT = (
    "(?:[十百千万亿余多]*"
    "(?:季度|平方米|微米|毫米|厘米|立方米|公里|千瓦时|吨标准煤|年度|个月|小时|分钟|百分点|元|吨|家|个|人|位|名|项|条|件|年|月|日|号|时|分|秒|天|户|辆|台|套|"
    "副|批|次|种|类|级|届|期|岁|米|倍|度|亩|公顷|座|所|站|步|问|成|点|强|版|页|集|区|县|市|镇|村|万|亿|千|百|[%‰℃])?)"
)
_NUMBER = rf"(?:[第约近超逾达]|(?<=年)前)?\d[\d.,:/~～—–−-]*{_UNIT}(?:\d[\d.,:/~～—–−-]*{_UNIT})*"
_COUNTED = "第?[一二三四五六七八九十百千万亿两几]+(?:小时|分钟|季度|微米|毫米|厘米|公里|个|家|条|项|件|位|名|种|类|年|月|日|天|户|镇|县|地|站|步|问|批|次|份|只|座|间|道|套|台|把|本)"
_WHOLES = re.compile(
    rf"[\u4e00-\u9fff]{{1,6}}〔\d{{4}}〕\s?\d+号|{_NUMBER}|{_COUNTED}|[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9&+#'’._-]*|——|……"
)
_QUOTED = re.compile("《[^《》]*》|〈[^〈〉]*〉|“[^“”]*”|‘[^‘’]*’|「[^「」]*」|『[^『』]*』|（[^（）]*）|【[^【】]*】")


@dataclass(frozen=True, slots=True)
class Joint:
    """The cost of ending a line behind one sign."""

    hard: int
    soft: float


def joints(text: str, names: Iterable[str] = ()) -> tuple[Joint, ...]:
    """One joint behind every sign of ``text`` but the last; ``names`` are not to be parted.

    Spaces are part of the text; a line that ends with one is drawn without it.
    """
    hard = [0] * len(text)
    found = words(text)
    for start, end, cost in (*_wholes(text), *_names(text, names), *((*span, PATTERN) for span in withheld(found))):
        for place in range(start, end - 1):
            hard[place] = max(hard[place], cost)
    soft = _soft(text, found)
    between: list[Joint] = []
    for place, (sign, following) in enumerate(pairwise(text)):
        never = sign in OPENING or following in CLOSING or following == " "
        between.append(Joint(NEVER if never else hard[place], soft[place]))
    return tuple(between)


def _wholes(text: str) -> Iterator[tuple[int, int, int]]:
    for match in _WHOLES.finditer(text):
        yield *match.span(), WHOLE
    for match in _QUOTED.finditer(text):
        short = match.end() - match.start() - 2 <= _SHORT
        if short or match[0][0] in "《〈":
            yield *match.span(), WHOLE if short else TITLE


def _names(text: str, names: Iterable[str]) -> Iterator[tuple[int, int, int]]:
    for name in names:
        for match in re.finditer(re.escape(name), text) if len(name) > 1 else ():
            yield *match.span(), WHOLE


def _soft(text: str, found: tuple[Word, ...]) -> list[float]:
    """Behind a clause nothing, between words a little, inside a word as much as a line."""
    costs = ties(found)
    for match in _WHOLES.finditer(text):
        if costs[match.end() - 1] == INSIDE:  # what seems a word across a number's end is none: 2024年前11月
            costs[match.end() - 1] = BETWEEN
    for place, sign in enumerate(text[:-1]):
        if sign in _CLAUSE or sign == " ":
            costs[place] = 0.0
        elif sign == "、":
            costs[place] = _LISTED
        elif _is_stub(text, place):
            costs[place] = max(costs[place], _STUB)
    return costs


def _is_stub(text: str, place: int) -> bool:
    """Whether a line's end here parts two signs or fewer from their clause."""
    around = text[max(0, place - 2) : place] + text[place + 2 : place + 4]
    return any(sign in _ENDS for sign in around)
