"""Stars, underscores and tildes: which of them Python-Markdown may read, and which are only signs."""

import re
from dataclasses import dataclass, field

from ..problems.catalogue import markdown as rules
from .chinese import HAN_CHARACTER
from .source import Report, Text
from .tags import shortened
from .tokens import INLINE, Stash, literal

_WORD = re.compile(r"\w")
_MEASURE = re.compile(r"[A-Za-z0-9)）%％㎡℃]")
_FACTOR = re.compile(r"[0-9(（]")
_UNDERSCORED = re.compile(r"__([^_\n]{1,80})__")
_WIDE_STARRED = re.compile(r"＊＊([^＊\n]{1,80})＊＊")


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of stars left to Python-Markdown: where it stands in the source and in the output."""

    position: int
    length: int
    index: int


@dataclass(slots=True)
class Stars:
    """``*`` and ``**``; a star between figures is a multiplication sign, one without partner is a star."""

    text: Text
    report: Report
    out: list[str]
    single: list[_Run] = field(default_factory=list)
    double: list[_Run] = field(default_factory=list)

    def read(self, position: int, length: int) -> int:
        """A run of stars; gives where to go on."""
        run = _Run(position, length, len(self.out))
        if length > 3 or self._is_sign(position, length):
            self.out.append(literal("*" * length))
            return position + length
        self.out.append("*" * length)
        if length in (1, 3):
            self.single.append(run)
        if length in (2, 3):
            self.double.append(run)
        return position + length

    def _around(self, position: int, length: int) -> tuple[str, str]:
        value = self.text.value
        return value[position - 1 : position] if position else "", value[position + length :][:1]

    def _is_sign(self, position: int, length: int) -> bool:
        before, after = self._around(position, length)
        if before.isdecimal() and after.isdecimal() and (length == 1 or len(self.double) % 2 == 0):
            return True
        if length > 1:
            return False
        if not before.strip() and not after.strip():
            return True
        return len(self.single) % 2 == 0 and bool(_MEASURE.match(before) and _FACTOR.match(after))

    def finish(self) -> None:
        """At the end of the run of text: stars that are left over are shown as typed."""
        if len(self.double) % 2:
            self._give_up(self.double[-1])
            self.report.add(rules.OPEN_BOLD, self.text.at(self.double.pop().position))
        for first, second in zip(self.double[::2], self.double[1::2], strict=False):
            quoted = self.text.value[first.position : second.position + second.length]
            inner = quoted[first.length : -second.length]
            if inner != inner.strip():
                facts = {"text": shortened(quoted), "mended": shortened(f"**{inner.strip()}**")}
                self.report.add(rules.BOLD_SPACES, self.text.at(first.position), **facts)
        if len(self.single) % 2:
            self._give_up(self.single.pop())
        for first, second in zip(self.single[::2], self.single[1::2], strict=False):
            before, after = self._around(first.position, 1)[0], self._around(second.position, 1)[1]
            if first.length == second.length == 1 and _WORD.match(before) and _WORD.match(after):
                quoted = self.text.value[first.position : second.position + 1]
                self.report.add(rules.STAR_EMPHASIS, self.text.at(first.position), text=shortened(quoted))

    def _give_up(self, run: _Run) -> None:
        self.out[run.index] = literal("*" * run.length)


@dataclass(slots=True)
class Strike:
    """``~~``: struck out when it has a partner; between figures, and alone, it is text."""

    value: str
    end: int
    stash: Stash
    out: list[str]
    closing: int = -1
    opened: int = -1
    hopeless: bool = False

    def read(self, position: int) -> int:
        """A pair of tildes; gives where to go on."""
        if position == self.closing:
            self.out.append(self.stash.put(INLINE, "</del>"))
            self.closing = -1
            return position + 2
        closing = -1 if self.hopeless or self.closing >= 0 else self._partner(position)
        if closing < 0:
            self.out.append("~~")
            return position + 2
        self.closing, self.opened = closing, len(self.out)
        self.out.append(self.stash.put(INLINE, "<del>"))
        return position + 2

    def _partner(self, position: int) -> int:
        before, after = (
            self.value[position - 1 : position] if position else "",
            self.value[position + 2 :][:1],
        )
        if not after.strip() or after == "~" or (before.isdecimal() and after.isdecimal()):
            return -1
        closing = self.value.find("~~", position + 3, self.end)
        self.hopeless = closing < 0
        return closing

    def finish(self) -> None:
        """At the end: an opening pair whose partner turned out to be something else is shown as typed."""
        if self.closing >= 0:
            self.out[self.opened] = "~~"


@dataclass(slots=True)
class Lookalikes:
    """Marks that look like bold type and are not."""

    text: Text
    end: int
    report: Report
    out: list[str]
    closing: set[int] = field(default_factory=set)

    def underscores(self, position: int, found: str) -> int:
        """Underscores: a form's blank, or bold type that does not work beside Chinese characters."""
        after = position + len(found)
        if len(found) > 2 or position in self.closing:
            self.out.append(literal(found))
            return after
        match = _UNDERSCORED.match(self.text.value, position, self.end) if len(found) == 2 else None
        if match and self._beside_words(match) and HAN_CHARACTER.search(match.group()):
            mended = f"**{match.group(1)}**"
            self.report.add(rules.UNDERSCORE_BOLD, self.text.at(position), text=match.group(), mended=mended)
            self.closing.add(match.end() - 2)
            self.out.append(literal(found))
            return after
        self.out.append(found)
        return after

    def _beside_words(self, match: re.Match[str]) -> bool:
        value = self.text.value
        before = value[match.start() - 1 : match.start()] if match.start() else ""
        return bool(_WORD.match(before) or _WORD.match(value[match.end() :][:1]))

    def wide_stars(self, position: int, found: str) -> int:
        """Full-width stars are text; a pair of pairs was meant as bold type."""
        match = _WIDE_STARRED.match(self.text.value, position, self.end)
        if match and position not in self.closing:
            mended = f"**{match.group(1)}**"
            self.report.add(rules.WIDE_STARS, self.text.at(position), text=match.group(), mended=mended)
            self.closing.add(match.end() - 2)
        self.out.append(found)
        return position + len(found)
