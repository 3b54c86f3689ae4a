"""Blocks that hold blocks: quotations, boxes, definitions, notes."""

import re
from typing import TYPE_CHECKING

from ..problems.catalogue import markdown as rules
from . import attributes, marks
from .canonical import canonical
from .source import BLANKS, Line, Text, without_blank_edges
from .tokens import QUOTE, START, literal

if TYPE_CHECKING:
    from .blocks import BlockReader

ADMONITIONS = {
    "note": "说明",
    "info": "背景",
    "tip": "提示",
    "warning": "注意",
    "danger": "警示",
    "example": "案例",
    "question": "问答",
    "quote": "原声",
    "success": "成效",
}


def indented(lines: list[str]) -> list[str]:
    """Lines as the content of a container."""
    return [f"    {line}" if line else "" for line in lines]


def take_indented(reader: "BlockReader", start: int, width: int = 2) -> tuple[list[Line], int]:
    """The lines from ``start`` on that are indented, with blank ones between; and where they end."""
    lines, index = [], start
    while index < len(reader.lines) and (reader.lines[index].blank or reader.lines[index].indent >= width):
        lines.append(reader.lines[index])
        index += 1
    while lines and lines[-1].blank:
        lines.pop()
        index -= 1
    return dedented(lines), index


def dedented(lines: list[Line]) -> list[Line]:
    """Lines without the indent they have in common, at most four columns of it."""
    common = min((line.indent for line in lines if not line.blank), default=0)
    return [line.dedent(min(common, 4)) for line in lines]


def read_quote(reader: "BlockReader", line: Line) -> bool:
    """Consecutive lines that begin with ``>``."""
    if not marks.QUOTE.match(line.body):
        return False
    reader.end_paragraph()
    inner = []
    while reader.position < len(reader.lines):
        bare = reader.lines[reader.position].stripped()
        match = marks.QUOTE.match(bare.text.rstrip(BLANKS)) or marks.QUOTE.match(bare.text)
        if not match:
            break
        inner.append(bare.cut(min(match.end(), len(bare.text))))
        reader.position += 1
    inner = without_blank_edges(inner)
    if not inner:
        return True
    lines = canonical(reader.nested(inner))
    if reader.position < len(reader.lines):
        following = reader.lines[reader.position]
        if attributes.ALONE.match(following.body):
            token = reader.classes(following, QUOTE)
            lines = [START + token, "", *lines]
            reader.position += 1
    reader.add("other", [f"> {text}".rstrip() for text in lines])
    return True


def read_admonition(reader: "BlockReader", line: Line) -> bool:
    """``!!! note "title"`` and the indented lines below it."""
    match = marks.ADMONITION.match(line.body) if line.body.startswith("!!!") else None
    if not match:
        return False
    content, end = take_indented(reader, reader.position + 1)
    if not content:
        return False
    kinds = (match["kinds"] or "note").lower().split()
    bare = line.stripped()
    place = (bare.number, bare.column)
    kind = kinds[0]
    if kind not in ADMONITIONS:
        reader.report.add(rules.UNKNOWN_ADMONITION, place, kind=kind, known="、".join(ADMONITIONS))
        kind = "note"
    title = ADMONITIONS[kind]
    if match["title"]:
        at = match.start("title")
        title = reader.inline.encode(Text.of([Line(bare.number, bare.column + at, match["title"])]))
    shown = title.replace('"', literal('"'))
    reader.end_paragraph()
    reader.position = end
    inner = canonical(reader.nested(without_blank_edges(content)))
    reader.add("other", [f'!!! {kind} "{shown}"', "", *indented(inner)])
    return True


def read_definition(reader: "BlockReader", line: Line) -> bool:
    """``: text`` under a line of text: the line is the term."""
    if not marks.DEFINITION.match(line.body) or not reader.paragraph or len(reader.paragraph) > 1:
        return False
    term = reader.paragraph.pop()
    lines = [reader.inline.encode(Text.of([Line(term.number, term.column + len(term.leading), term.body)]))]
    while reader.position < len(reader.lines):
        bare = reader.lines[reader.position].stripped()
        match = marks.DEFINITION.match(bare.text)
        if not match:
            break
        rest, end = take_indented(reader, reader.position + 1)
        inner = canonical(reader.nested([bare.cut(match.end()), *rest]))
        if inner[0].startswith(START):
            lines += [f":   {inner[0]}", *indented(inner[1:])]
        else:
            lines += [f":   {START}", "", *indented(inner)]
        reader.position = end
    reader.add("other", lines)
    return True


def read_note(reader: "BlockReader", line: Line, match: re.Match[str]) -> None:
    """A note's text: its line, lines that simply go on, and indented ones after blank lines."""
    reader.end_paragraph()
    lines, index = [line], reader.position + 1
    while index < len(reader.lines):
        following = reader.lines[index]
        if following.blank or marks.ends_paragraph(following) or following.body[0] in "[［":
            break
        lines.append(following)
        index += 1
    rest, index = take_indented(reader, index)
    reader.inline.notes.define(match, [*lines, *rest], reader.report)
    reader.position = index
