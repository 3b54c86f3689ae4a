"""A rendered body as a tree, where its parts matter: which list, which table, which picture stands in a scene.

The HTML comes from our own renderer through the sanitizer, so every tag is closed and every sign escaped.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from ...prose import ImageRef, LinkRef, Prose

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)([^>]*)>")
_VOID = frozenset({"br", "hr", "img", "wbr"})
_OPEN, _CLOSE = "\ufdd4", "\ufdd5"  # noncharacters: no text can hold them
_REFERENCE = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Block:
    """One element: its tag (empty for a picture that stands alone), its attributes as written, and what is in it.

    ``outer`` and ``inner`` are markup in which references are numbers into ``references``.
    """

    tag: str
    attributes: str
    inner: str
    outer: str
    references: tuple[LinkRef | ImageRef, ...]

    @property
    def children(self) -> tuple["Block", ...]:
        """The elements in it; loose text between them is left out."""
        return tuple(_blocks(self.inner, self.references))

    @property
    def images(self) -> tuple[ImageRef, ...]:
        """The pictures in it, in their order."""
        found = (self.references[int(number)] for number in _REFERENCE.findall(self.outer))
        return tuple(each for each in found if isinstance(each, ImageRef))

    @property
    def text(self) -> str:
        """Its words on one line."""
        return plain(self.inner)


def blocks(prose: Prose) -> tuple[Block, ...]:
    """The elements of a body, in their order."""
    references: list[LinkRef | ImageRef] = []
    parts: list[str] = []
    for segment in prose.segments:
        if isinstance(segment, str):
            parts.append(segment)
        else:
            parts.append(f"{_OPEN}{len(references)}{_CLOSE}")
            references.append(segment)
    return tuple(_blocks("".join(parts), tuple(references)))


def prose_of(markup: str, references: tuple[LinkRef | ImageRef, ...]) -> Prose:
    """Markup of blocks as a body again."""
    segments: list[str | LinkRef | ImageRef] = []
    position = 0
    for match in _REFERENCE.finditer(markup):
        if position < match.start():
            segments.append(markup[position : match.start()])
        segments.append(references[int(match.group(1))])
        position = match.end()
    if position < len(markup):
        segments.append(markup[position:])
    return Prose(tuple(segments), (), plain(markup), ())


def joined(found: tuple[Block, ...]) -> Prose | None:
    """Blocks of one body as a body; None where there are none."""
    if not found:
        return None
    return prose_of("\n".join(block.outer for block in found), found[0].references)


def plain(markup: str) -> str:
    """The words in markup, on one line."""
    return _SPACE.sub(" ", unescape(_REFERENCE.sub("", _TAG.sub("", markup)))).strip()


def _blocks(markup: str, references: tuple[LinkRef | ImageRef, ...]) -> Iterator[Block]:
    position = 0
    while position < len(markup):
        match = _TAG.search(markup, position)
        loose = markup[position : match.start() if match else len(markup)]
        for number in _REFERENCE.findall(loose):
            yield Block("", "", "", f"{_OPEN}{number}{_CLOSE}", references)
        if match is None:
            return
        start, end = match.end(), _end(markup, match)
        inner = markup[start : markup.rfind("<", start, end)] if end > start else ""
        yield Block(match[2], match[3], inner, markup[match.start() : end], references)
        position = end


def _end(markup: str, opening: re.Match[str]) -> int:
    """Where the element that begins here ends."""
    depth = 0
    for match in _TAG.finditer(markup, opening.start()):
        if match[2] not in _VOID:
            depth += -1 if match[1] else 1
        if depth == 0:
            return match.end()
    return len(markup)
