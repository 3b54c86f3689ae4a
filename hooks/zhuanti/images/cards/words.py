"""The words of a title, and how closely each hangs together with the next.

Words and parts of speech are those of rjieba's dictionary; ``words.txt`` adds what it lacks or parts. Its words are put
together behind the dictionary's reading, not added to it, so they cannot tear others apart (其中水泥 holds no 中水).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path

import rjieba

INSIDE = 1.0  # costs of a line's end, in lines: inside a word
_TIGHT = 0.9  # a single sign torn from the word that it belongs to; 以上 at a line's begin
_PARTED = 0.9  # where a long word may part
_CLOSE = 0.6  # a preposition at a line's end, 公司 at a line's begin
_COUNTED = 0.4  # between 三个 and what there are three of
_NOMINAL = 0.3  # inside a compound
BETWEEN = 0.25
_EASY = 0.2  # behind 的, before 三个

_SWALLOWED = frozenset("到在成")
_DATES = frozenset("年月日度")
_LONG_WORD, _MOST_NAME = 4, 4
_PARTICLES = frozenset("的了着们地得过呢吗吧")
_LOCATIVES = frozenset("里边上下中内外前后间旁时")
_COMPLEMENTS = frozenset("好成完到住出进起来去开")
_NUMERALS = frozenset("一二三四五六七八九十百千万两几")
_COUNTERS = frozenset("甲乙丙丁戊己庚辛")  # 企业甲: how names are withheld


@dataclass(frozen=True, slots=True)
class Word:
    """A word, its part of speech in the dictionary's letters, and where it may part if need be (0: nowhere)."""

    text: str
    kind: str
    easy: int = 0

    @property
    def single(self) -> bool:
        """Whether it is one Chinese sign."""
        return len(self.text) == 1 and self.kind != "x" and not self.text.isascii()

    @property
    def nominal(self) -> bool:
        """Whether it names something, as far as the dictionary can tell."""
        return self.kind[:1] in "nstjz" or self.kind in {"vn", "an"}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What ``words.txt`` says: whole words and where each may part, ends of names, begins of names."""

    words: dict[str, int]
    ends: frozenset[str]
    begins: frozenset[str]
    longest: int


def words(text: str) -> tuple[Word, ...]:
    """The words of a text; together they are the text."""
    raw = rjieba.tag(text, hmm=True)
    found: list[Word] = []
    place = 0
    while place < len(raw):
        end = _known(raw, place)
        if end > place:
            whole, kinds = "".join(word for word, _ in raw[place:end]), {kind for _, kind in raw[place:end]}
            found.append(Word(whole, kinds.pop() if len(kinds) == 1 else "n", lexicon().words[whole]))
        else:
            found += _read(*raw[place])
        place = max(end, place + 1)
    return tuple(found)


def _known(raw: Sequence[tuple[str, str]], place: int) -> int:
    """Behind which of the dictionary's words the longest word of ours ends that begins here; ``place`` if none does."""
    joined, best = "", place
    for end in range(place, len(raw)):
        joined += raw[end][0]
        if len(joined) > lexicon().longest:
            break
        best = end + 1 if joined in lexicon().words else best
    return best


def _read(word: str, kind: str) -> Iterator[Word]:
    """A word as the dictionary has it; what it only guessed may have swallowed a verb: 铝水到."""
    if len(word) > 2 and word[-1] in _SWALLOWED and not rjieba.has_word(word):
        yield Word(word[:-1], kind)
        yield Word(word[-1], "v")
    else:
        yield Word(word, kind, (len(word) + 1) // 2 if len(word) >= _LONG_WORD else 0)


def ties(found: tuple[Word, ...]) -> list[float]:
    """What a line's end behind each sign costs."""
    costs: list[float] = []
    bound = False  # whether a single sign already belongs to the word before it
    for number, (word, following) in enumerate(pairwise((*found, Word("", "x")))):
        inside = [INSIDE] * (len(word.text) - 1)
        if word.easy:
            inside[word.easy - 1] = _PARTED
        cost = _tie(word, following, bound)
        costs += [*inside, cost]
        if cost == _COUNTED and any(each.nominal for each in found[number + 2 : number + 3]):
            costs[-1] = BETWEEN  # 十二条 counts all of 重点产业链
        bound = following.single and cost >= _TIGHT
    return costs


def withheld(found: tuple[Word, ...]) -> Iterator[tuple[int, int]]:
    """Where names stand that follow a pattern instead of being known: 示例铝业公司, 示例企业甲, 单位乙."""
    starts = tuple(accumulate((len(word.text) for word in found), initial=0))
    for number, word in enumerate(found):
        if word.text in lexicon().begins:
            rest = found[number + 1 : number + _MOST_NAME]
            last = next((step for step, each in enumerate(rest, number + 1) if _is_end(each)), 0)
            if last and all(each.nominal for each in found[number + 1 : last]):
                yield starts[number], starts[last + 1]
        if word.text in _COUNTERS and number and found[number - 1].nominal:
            earlier = range(max(0, number - _MOST_NAME), number)
            begin = next((each for each in reversed(earlier) if found[each].text in lexicon().begins), number - 1)
            yield starts[begin], starts[number + 1]


def _is_end(word: Word) -> bool:
    return any(word.text.endswith(end) for end in lexicon().ends)


def _tie(left: Word, right: Word, bound: bool) -> float:
    if "x" in (left.kind, right.kind):
        return BETWEEN
    if right.single and (right.text in _PARTICLES or right.text in _LOCATIVES):
        return _TIGHT
    if left.single and left.kind in {"v", "p"} and right.text in _COMPLEMENTS:
        return _TIGHT
    if left.kind in {"p", "c"} and not bound:
        return _CLOSE
    if right.single and _clings_back(left, right):
        return _TIGHT
    if left.single and not bound and left.text not in _PARTICLES:
        return _TIGHT if left.kind[:1] in "abdrhm" else _CLOSE
    if len(right.text) == 2 and right.kind == "f" and right.text[0] in "以之":
        return _TIGHT
    if left.text in lexicon().begins or (left.nominal and right.text in lexicon().ends):
        return _CLOSE
    return _loose(left, right)


def _clings_back(left: Word, right: Word) -> bool:
    """Whether a single sign belongs to the word before it: 占住, 摊在, 能耗账, 七站路, 怎么算."""
    if right.text in lexicon().ends or (left.kind == "m" and right.kind != "p"):
        return True
    if left.kind[:1] == "v" and not left.nominal:
        return right.kind[:1] in "vpa"
    if left.kind[:1] in "rd":
        return right.kind[:1] in "vaz"
    return left.nominal and right.kind in {"n", "ng", "zg", "k"}


def _loose(left: Word, right: Word) -> float:
    if left.text == "的":
        return _EASY
    if left.text[-1] in _DATES and left.kind[:1] in "mt":
        return _CLOSE if right.kind[:1] in "mt" else BETWEEN
    if left.kind[:1] in "mqb" and (right.nominal or right.kind == "b"):
        return _COUNTED
    if right.text.startswith("若干") or (right.kind == "m" and right.text[0] in _NUMERALS):
        return _EASY
    if (left.nominal and right.nominal) or left.kind[:1] in "ard" or right.kind == "vn":
        return _NOMINAL
    return BETWEEN


@cache
def lexicon() -> Lexicon:
    """``words.txt``, read once."""
    text = Path(__file__).with_name("words.txt").read_text("utf-8")
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    whole = {line.replace("/", ""): max(line.find("/"), 0) for line in lines if "-" not in line}
    return Lexicon(
        whole,
        frozenset(line[1:] for line in lines if line.startswith("-")),
        frozenset(line[:-1] for line in lines if line.endswith("-")),
        max(map(len, whole)),
    )
