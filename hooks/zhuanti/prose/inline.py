"""One run of text (a paragraph, a heading, a table cell): everything inside a line that is ours to read.

Code, links, pictures, tags and signs become tokens (tokens.py); what Python-Markdown then still reads is
emphasis with ``*`` and ``_``. Line ends get their Chinese reading on the way.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape, unescape

from ..problems.catalogue import markdown as rules
from . import brackets, emphasis, tags
from .brackets import Destination
from .chinese import INVISIBLE, gap
from .links import LinkReader
from .notes import Notes, note_mark
from .source import Report, Text
from .tokens import INLINE, START, TOKEN, VERBATIM, Stash, literal

_SPECIAL = re.compile(
    r"[\\`!！\[［&<\n]|\*+|＊+|_+|~~|(?<![A-Za-z0-9])https?://"
    "|[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]",
    re.IGNORECASE,
)
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TICKS = re.compile("`+")
_MARKUP_AHEAD = re.compile(r"(?:[*_~\[]|<[a-z]+>)*")
_MARKUP_BEHIND = re.compile(r"(?:[*_~ \t\u3000]|\[\^[0-9]+\])+\Z")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")


@dataclass(slots=True)
class Inline:
    """Reads runs of text of one body; what it finds goes to the shared stash, notes and report."""

    stash: Stash
    notes: Notes
    report: Report
    references: Mapping[str, Destination] = field(default_factory=dict)

    def encode(self, text: Text) -> str:
        """The run with tokens, on one line, protected against rules for the beginning of lines."""
        if not _SPECIAL.search(text.value):
            return START + text.value
        return START + self.part(text, 0, len(text.value))

    def part(self, text: Text, start: int, end: int, linked: bool = False) -> str:
        """A part of a run; ``linked`` is the text of a link, which holds no link itself."""
        return _Scan(self, text, start, end, linked).run()


class _Scan:
    """One walk over one part of a run."""

    def __init__(self, inline: Inline, text: Text, start: int, end: int, linked: bool) -> None:
        self.inline, self.text, self.linked = inline, text, linked
        self.value, self.position, self.end = text.value, start, end
        self.report, self.stash = inline.report, inline.stash
        self.out: list[str] = []
        self.tags = tags.TagReader(self.out, self.stash, self.report)
        self.stars = emphasis.Stars(text, self.report, self.out)
        self.strike = emphasis.Strike(self.value, end, self.stash, self.out)
        self.lookalikes = emphasis.Lookalikes(text, end, self.report, self.out)
        self.links = LinkReader(inline, text, (start, end), linked)
        self.without_end: set[int] = set()  # lengths of runs of backticks that are known to have no partner

    def run(self) -> str:
        while match := _SPECIAL.search(self.value, self.position, self.end):
            self.out.append(self.value[self.position : match.start()])
            self.position = match.start()
            self.position = self.read(match.group())
        self.out.append(self.value[self.position : self.end])
        self.tags.finish()
        self.stars.finish()
        self.strike.finish()
        return "".join(self.out)

    def read(self, found: str) -> int:
        """What begins at the position; gives where to go on."""
        first = found[0]
        if first == "*":
            return self.stars.read(self.position, len(found))
        if first == "\n":
            return self.line_end()
        if first in "[!［！":
            return self.bracket(first)
        if first == "_":
            return self.lookalikes.underscores(self.position, found)
        if first == "＊":
            return self.lookalikes.wide_stars(self.position, found)
        if first == "~":
            return self.strike.read(self.position)
        if first in "hH":
            return self.links.address(self.position, self.out)
        reader = {"\\": self.escape, "`": self.code, "&": self.entity, "<": self.angle}.get(first)
        return reader() if reader else self.position + 1  # an invisible character: left out

    def keep(self, length: int = 1) -> int:
        """The characters stand for themselves."""
        self.out.append(literal(self.value[self.position : self.position + length]))
        return self.position + length

    def escape(self) -> int:
        """A backslash and what it protects; a backslash at the end of a line breaks it."""
        following = self.value[self.position + 1 : self.end][:1]
        if following == "\n":
            self.out.append(self.stash.put(INLINE, "<br>"))
            return self.position + 2
        if following in _PUNCTUATION and following:
            self.out.append(literal(following))
            return self.position + 2
        return self.keep()

    def code(self) -> int:
        """A code span: its content is nobody's markup. Backticks without partner stand for themselves."""
        ticks = _TICKS.match(self.value, self.position)
        length = len(ticks.group()) if ticks else 1
        after = self.position + length
        if length not in self.without_end:
            for candidate in _TICKS.finditer(self.value, after, self.end):
                if len(candidate.group()) == length:
                    content = self.value[after : candidate.start()].replace("\n", " ")
                    if content.strip() and content[0] == content[-1] == " ":
                        content = content[1:-1]
                    self.out.append(self.stash.put(VERBATIM, f"<code>{escape(content, quote=False)}</code>"))
                    return candidate.end()
            self.without_end.add(length)
        return self.keep(length)

    def entity(self) -> int:
        """``&nbsp;`` and the like become their character; any other ``&`` is a plain one."""
        match = _ENTITY.match(self.value, self.position, self.end)
        shown = unescape(match.group()) if match else ""
        if not match or shown == match.group() or _UNSEEN.search(shown):
            return self.keep()
        self.out.append(literal(INVISIBLE.sub("", shown)))
        return match.end()

    def angle(self) -> int:
        """A comment, an address, a tag, or just the sign."""
        place = self.text.at(self.position)
        if comment := tags.COMMENT.match(self.value, self.position, self.end):
            self.report.add(rules.COMMENT, place, text=tags.shortened(comment.group()))
            return comment.end()
        if self.value.startswith("<!--", self.position):
            self.report.add(rules.OPEN_COMMENT, place)
            return self.keep(4)
        if not self.linked and (address := brackets.AUTOLINK.match(self.value, self.position, self.end)):
            self.links.autolink(address, self.out)
            return address.end()
        if tag := tags.TAG.match(self.value, self.position, self.end):
            self.tags.read(tag, place)
            return tag.end()
        return self.keep()

    def bracket(self, first: str) -> int:
        """A note's mark, a picture, a link, one of these with wrong brackets, or just the sign."""
        if mark := note_mark(self.value, self.position, self.end):
            if reference := self.inline.notes.refer(mark, self.text.at(self.position), self.report):
                self.out.append(reference)
                return mark.end()
            if first == "[":
                return self.keep(mark.end() - self.position)
        return self.links.bracket(self.position, first, self.out)

    def line_end(self) -> int:
        """A hard break for two spaces before it; else what Chinese reading makes of a line end."""
        before = "".join(self.out[-6:])
        if before.endswith("  "):
            self.out[-1] = self.out[-1].rstrip(" ")
            self.out.append(self.stash.put(INLINE, "<br>"))
            return self.position + 1
        ahead = _MARKUP_AHEAD.match(self.value, self.position + 1, self.end)
        following = self.value[ahead.end() if ahead else self.position + 1 : self.end][:1]
        self.out.append(gap(last_visible(before), following))
        return self.position + 1


def last_visible(encoded: str) -> str:
    """The last character a reader sees; code counts as Latin."""
    rest = encoded
    while True:
        rest = _MARKUP_BEHIND.sub("", rest)
        tokens = list(TOKEN.finditer(rest))
        if not tokens or tokens[-1].end() != len(rest):
            return rest[-1:]
        kind, number = tokens[-1].group(1), int(tokens[-1].group(2))
        if kind == "l":
            return chr(number)
        if kind == VERBATIM:
            return "x"
        rest = rest[: tokens[-1].start()]
