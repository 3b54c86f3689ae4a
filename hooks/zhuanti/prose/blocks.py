"""The body as blocks, written again in the one form Python-Markdown reads as editors mean it.

Every list, table, quotation and note is found here, by rules made for Chinese manuscripts (marks.py), and
comes out with four-column indents and blank lines between blocks. A paragraph comes out as a single line that
begins with a token, so that no rule of Python-Markdown for the beginning of a line applies to it by accident.
"""

import re
from collections.abc import Callable
from html import escape

from ..problems.catalogue import markdown as rules
from . import attributes, containers, headings, leaves, lists, marks, tables, tags
from .canonical import Block, Context
from .model import GROUP
from .source import Line, Text
from .tokens import ATTRIBUTES, BLOCK, IMAGE, START, TOKEN

DEPTH_LIMIT = 8
_ONLY_PICTURES = re.compile(rf"{START}?(?:\s*\ufdd0{IMAGE}[0-9]+\ufdd1)+\s*\Z")
_PICTURE_LINE = re.compile(r"(?:!\[[^\]\n]*\]\([^\n]*?\)(?:\{[^}\n]*\})?[ \t]*)+\Z")


class BlockReader:
    """Reads the blocks of one container: the body, an item, a quotation, a note."""

    def __init__(self, context: Context, lines: list[Line]) -> None:
        self.context, self.lines = context, lines
        self.report, self.inline = context.report, context.inline
        self.position = 0
        self.blocks: list[Block] = []
        self.paragraph: list[Line] = []

    def read(self) -> list[Block]:
        """All blocks."""
        while self.position < len(self.lines):
            line = self.lines[self.position]
            if line.blank:
                self.end_paragraph()
                self.position += 1
            elif not self._special(line):
                self._text(line)
        self.end_paragraph()
        return self.blocks

    def nested(self, lines: list[Line]) -> list[Block]:
        """The blocks of a container inside this one."""
        context = self.context
        if context.depth >= DEPTH_LIMIT:
            self.report.add(rules.TOO_DEEP, (lines[0].number, lines[0].column), limit=DEPTH_LIMIT)
            stripped = [line.stripped() for line in lines if not line.blank]
            return [Block("text", [self.inline.encode(Text.of([line]))]) for line in stripped]
        context.depth += 1
        try:
            return BlockReader(context, lines).read()
        finally:
            context.depth -= 1

    def add(self, kind: str, lines: list[str]) -> None:
        """A finished block."""
        self.end_paragraph()
        self.blocks.append(Block(kind, lines))

    def _special(self, line: Line) -> bool:
        """Whether something else than a paragraph begins here; if so, it is read."""
        body = line.body
        readers: dict[str, Callable[[BlockReader, Line], bool]] = _READERS
        reader = readers.get(body[0])
        if reader and reader(self, line):
            return True
        if (marks.BULLET.match(body) or marks.NUMBER.match(body)) and lists.read(self, line):
            return True
        return tables.read(self, line)

    def _text(self, line: Line) -> None:
        """A line of a paragraph, or a paragraph of its own where manuscripts begin one."""
        body = line.body
        if self.paragraph and (marks.is_manuscript(line) or self._indented_like_first(line)):
            self.end_paragraph()
        picture = body.startswith("![") and bool(_PICTURE_LINE.match(body))
        if self.paragraph and picture != self._holds_pictures():
            self.end_paragraph()
        if self.paragraph and self._headline(self.paragraph[0]) and not attributes.ALONE.match(body):
            first = self.paragraph[0]
            self.report.add(rules.OWN_LINE, (first.number, first.column), text=first.body)
            self.end_paragraph()
        self._remark(line)
        self.paragraph.append(line)
        self.position += 1

    def _holds_pictures(self) -> bool:
        return bool(_PICTURE_LINE.match(self.paragraph[0].body)) if self.paragraph[0].body[:2] == "![" else False

    def _indented_like_first(self, line: Line) -> bool:
        """A manuscript whose paragraphs are all indented needs no blank lines between them."""
        first = self.paragraph[0]
        return line.indent >= 4 and first.indent >= 4 and bool(first.leading)

    def _headline(self, first: Line) -> bool:
        body = first.body
        return (
            len(self.paragraph) == 1
            and len(body) <= marks.HEADLINE_LIMIT
            and bool(marks.HEADLINE.match(body))
            and body[-1] not in "。；！？：，、,;:.!?…—"
        )

    def _remark(self, line: Line) -> None:
        """Says what a line was taken for when it could be something else."""
        body, place = line.body, (line.number, line.column + len(line.leading))
        if not self.paragraph and (match := marks.NUMBER.match(body)):
            mended = body[: match.end("number")] + "\\" + tags.shortened(body[match.end("number") :], 12)
            self.report.add(rules.BIG_NUMBER, place, text=tags.shortened(body), mended=mended)
        if marks.TIGHT_BULLET.match(body):
            mended = "- " + tags.shortened(body[1:])
            self.report.add(rules.BULLET_SPACE, place, text=tags.shortened(body), mended=mended)

    def end_paragraph(self) -> None:
        """The lines gathered so far are a paragraph."""
        if not self.paragraph:
            return
        lines, self.paragraph = self.paragraph, []
        settings = ""
        if len(lines) > 1 and attributes.ALONE.match(lines[-1].body):
            settings = self.classes(lines.pop())
        self.add_paragraph(lines, settings)

    def add_paragraph(self, lines: list[Line], settings: str = "") -> None:
        """A paragraph, or what stands in its place when it holds nothing but pictures."""
        encoded = self.inline.encode(paragraph_text(lines))
        if not encoded.strip(START + " "):
            return
        if _ONLY_PICTURES.match(encoded):
            self.blocks.append(Block("picture", [self._pictures(encoded)]))
        else:
            self.blocks.append(Block("text", [settings + encoded]))

    def _pictures(self, encoded: str) -> str:
        found = TOKEN.findall(encoded)
        stash = self.inline.stash
        for _, number in found:
            stash.stand_alone(int(number))
        pictures = "".join(match.group() for match in TOKEN.finditer(encoded))
        if len(found) > 1:
            return stash.put(BLOCK, f"{GROUP}{pictures}</div>")
        return stash.put(BLOCK, pictures)

    def classes(self, line: Line, kind: str = ATTRIBUTES) -> str:
        """The token for the classes a line in braces gives to the block before it."""
        place = (line.number, line.column + len(line.leading))
        read = attributes.read(line.body, place, self.report, attributes.BLOCK_CLASSES)
        if not read.classes:
            return ""
        return self.inline.stash.put(kind, escape(" ".join(read.classes)))


def paragraph_text(lines: list[Line]) -> Text:
    """The lines without indents; only two spaces before a line end are kept, they break the line."""
    stripped = []
    for index, line in enumerate(lines):
        bare = line.stripped()
        kept = bare.text.rstrip(" \t\u3000\xa0")
        hard = bare.text.endswith("  ") and index < len(lines) - 1
        stripped.append(Line(bare.number, bare.column, kept + ("  " if hard else "")))
    return Text.of(stripped)


_READERS: dict[str, Callable[[BlockReader, Line], bool]] = {
    "`": leaves.read_fence,
    "~": leaves.read_fence,
    "#": headings.read,
    "＃": headings.read,
    "-": leaves.read_rule,
    "*": leaves.read_rule,
    "_": leaves.read_rule,
    "=": leaves.read_rule,
    "<": leaves.read_comment,
    "[": leaves.read_bracket,
    "［": leaves.read_bracket,
    ">": containers.read_quote,
    "!": containers.read_admonition,
    ":": containers.read_definition,
}
