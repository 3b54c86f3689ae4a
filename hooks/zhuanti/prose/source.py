"""The body as lines that know where they came from, and the problems found on the way."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ..problems import Place, Problem, Rule
from ..problems.catalogue import markdown as rules

# Characters HTML and XML forbid. Noncharacters are among them, which is what lets tokens.py use some of them.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
_LINE_END = re.compile("\r\n|\r|\n|\u2028|\u2029|\x85|\x0b|\x0c")
BLANKS = " \t\u3000\xa0"
_LEADING = re.compile(f"[{BLANKS}]*")


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of a source line: its line number, and the column its first character stands in."""

    number: int
    column: int
    text: str

    @property
    def blank(self) -> bool:
        """Whether nothing but white space is left."""
        return not self.text.strip(BLANKS)

    @property
    def indent(self) -> int:
        """Width of the leading white space in columns; a full-width space counts two."""
        return _width(self.leading)

    @property
    def leading(self) -> str:
        """The leading white space as written."""
        match = _LEADING.match(self.text)
        return match.group() if match else ""

    @property
    def body(self) -> str:
        """The text without leading and trailing white space."""
        return self.text.strip(BLANKS)

    def cut(self, count: int) -> "Line":
        """The line without its first ``count`` characters."""
        return Line(self.number, self.column + count, self.text[count:])

    def dedent(self, width: int) -> "Line":
        """The line without up to ``width`` columns of leading white space."""
        seen = count = 0
        for character in self.leading:
            if seen >= width:
                break
            seen += _width(character, seen)
            count += 1
        rest = self.cut(count)
        return replace(rest, text=" " * (seen - width) + rest.text) if seen > width else rest

    def stripped(self) -> "Line":
        """The line from its first visible character on."""
        return self.cut(len(self.leading))


def _width(white: str, start: int = 0) -> int:
    width = start
    for character in white:
        width += {"\t": 4 - width % 4, "\u3000": 2}.get(character, 1)
    return width - start


@dataclass(frozen=True, slots=True)
class Text:
    """Consecutive lines as one string that can still say where each character stood."""

    value: str
    lines: tuple[Line, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Text":
        """The lines, joined with line ends."""
        starts, length = [], 0
        for line in lines:
            starts.append(length)
            length += len(line.text) + 1
        return cls("\n".join(line.text for line in lines), tuple(lines), tuple(starts))

    def at(self, offset: int) -> tuple[int, int]:
        """Line number and column of a character."""
        index = max(bisect_right(self.starts, offset) - 1, 0)
        line = self.lines[index]
        return line.number, line.column + offset - self.starts[index]


@dataclass(slots=True)
class Report:
    """Collects the problems of one body."""

    path: str
    problems: list[Problem] = field(default_factory=list)

    def add(self, rule: Rule, place: tuple[int, int], **facts: object) -> None:
        """Note a problem at a line and column."""
        line, column = place
        self.problems.append(rule.at(Place(self.path, line, column), **facts))


def read_lines(body: str, first_line: int, report: Report) -> list[Line]:
    """The body's lines, without characters no page may hold."""
    lines = []
    for number, raw in enumerate(_LINE_END.split(body), start=first_line):
        text = raw
        found = _FORBIDDEN.search(raw)
        if found:
            report.add(rules.CONTROL_CHARACTER, (number, found.start() + 1), code=f"U+{ord(found.group()):04X}")
            text = _FORBIDDEN.sub("", raw)
        lines.append(Line(number, 1, text))
    return lines


def without_blank_edges(lines: Iterable[Line]) -> list[Line]:
    """The lines without blank ones at either end."""
    kept = list(lines)
    while kept and kept[-1].blank:
        kept.pop()
    while kept and kept[0].blank:
        kept.pop(0)
    return kept
