"""Headings: with and without the space after ``#``, with half- and full-width signs."""

from dataclasses import replace
from typing import TYPE_CHECKING

from ..problems.catalogue import markdown as rules
from . import attributes, marks
from .model import Heading
from .source import Line, Text
from .tags import shortened
from .tokens import START

if TYPE_CHECKING:
    from .blocks import BlockReader


def read(reader: "BlockReader", line: Line) -> bool:
    """A heading; a single ``#`` without a space is a label or a furnace number, and stays text."""
    bare = line.stripped()
    match = marks.HEADING.match(bare.text)
    text = match["text"].rstrip() if match else ""
    if not match or not text:
        return False
    level, place = len(match["marks"]), (bare.number, bare.column)
    mended = f"{'#' * max(level, 2)} {shortened(text)}"
    if attributes.LIST.fullmatch(text):
        return False  # nothing but settings
    if level == 1 and not match["space"]:
        if match["marks"] == "#":
            reader.report.add(rules.HASH_TEXT, place, text=shortened(bare.body), mended=mended)
        return False
    if "＃" in match["marks"]:
        reader.report.add(rules.HEADING_WIDE, place, text=shortened(bare.body), mended=mended)
    elif not match["space"]:
        reader.report.add(rules.HEADING_SPACE, place, text=shortened(bare.body), mended=mended)
    if level == 1:
        reader.report.add(rules.TOP_HEADING, place, text=shortened(bare.body), mended=mended)
    _add(reader, bare.cut(match.start("text")), text, max(level, 2))
    return True


def _add(reader: "BlockReader", rest: Line, text: str, level: int) -> None:
    found = Heading(level, "", "", rest.number, rest.column)
    if settings := attributes.ALONE.search(text):
        found = _with_settings(reader, found, settings.group(), rest.column + settings.start())
        text = text[: settings.start()].rstrip()
    closed = text.rstrip("#")
    if closed != text and closed[-1:] in (" ", ""):
        text = closed.rstrip() or text
    encoded = reader.inline.encode(Text.of([Line(rest.number, rest.column, text)]))
    mark = reader.inline.stash.heading(found)
    # The empty token keeps Python-Markdown from taking a final # (as in C#) for a closing sign.
    reader.add("other", [f"{'#' * level} {mark}{encoded.removeprefix(START)}{START}"])
    reader.position += 1


def _with_settings(reader: "BlockReader", heading: Heading, written: str, column: int) -> Heading:
    """The heading with its own id; one that opens a scene takes any names, for the gallery knows their meaning."""
    context, place = reader.context, (heading.line, column)
    opens_scene = context.scenes and heading.level == 2 and context.depth == 0
    names = attributes.names(written) if opens_scene else ()
    identifier = attributes.read(written, place, reader.report, names, ids=True).id
    if identifier in context.identifiers:
        reader.report.add(rules.SAME_ID, place, id=identifier)
        identifier = ""
    elif identifier:
        context.identifiers.add(identifier)
    return replace(heading, id=identifier, settings=names, settings_column=column)
