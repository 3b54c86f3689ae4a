"""A gallery's body → its scenes as written: one for each heading of the second level."""

import re
from dataclasses import dataclass
from typing import get_args

from ...content.entry import Entry
from ...prose import Heading, ImageRef, Prose
from .blocks import Block, blocks, prose_of
from .views import SceneKind, Transition

# what a heading may name: the cover is made of the front matter
KINDS: tuple[SceneKind, ...] = tuple(kind for kind in get_args(SceneKind) if kind != "cover")
TRANSITIONS: tuple[Transition, ...] = get_args(Transition)
UNTITLED = "untitled"
FILMS = (".mp4", ".webm")
RECORDINGS = (".mp3", ".m4a")
_SOURCE = re.compile(r"(?:数据)?来源[:：]")
_OPENING = re.compile(r"<p>\s*(?:数据)?来源[:：]\s*")
_ID = re.compile(r'id="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Scene:
    """One scene as written.

    ``blocks`` are its content without pictures that stand alone, films, recordings and the source; ``lines`` are the
    first and the last line of the file that belong to it.
    """

    heading: Heading
    blocks: tuple[Block, ...]
    pictures: tuple[ImageRef, ...]
    media: tuple[ImageRef, ...]
    source: Prose | None
    lines: tuple[int, int]

    @property
    def is_empty(self) -> bool:
        """Whether a reader would see nothing but the heading."""
        return not (self.pictures or self.media or any(block.text or block.images for block in self.blocks))

    def of(self, *tags: str) -> tuple[Block, ...]:
        """Its blocks of these kinds."""
        return tuple(block for block in self.blocks if block.tag in tags)


def is_media(target: str) -> bool:
    """Whether a picture's place is taken by a film or a recording."""
    return target.lower().endswith((*FILMS, *RECORDINGS))


def read_scenes(entry: Entry, prose: Prose) -> tuple[tuple[Block, ...], tuple[Scene, ...]]:
    """What stands before the first scene, which belongs to none, and the scenes."""
    outside: list[Block] = []
    groups: list[tuple[Heading, list[Block]]] = []
    headings = {heading.id: heading for heading in prose.headings if heading.level == 2}
    for block in blocks(prose):
        heading = headings.get(found[1]) if block.tag == "h2" and (found := _ID.search(block.attributes)) else None
        if heading:
            groups.append((heading, []))
        else:
            (groups[-1][1] if groups else outside).append(block)
    last = entry.body_line + entry.body.count("\n")
    ends = [heading.line - 1 for heading, _ in groups] + [last]
    return tuple(outside), tuple(_scene(heading, found, ends[at + 1]) for at, (heading, found) in enumerate(groups))


def _scene(heading: Heading, found: list[Block], end: int) -> Scene:
    kept: list[Block] = []
    pictures: list[ImageRef] = []
    media: list[ImageRef] = []
    source: Prose | None = None
    for block in found:
        alone = not block.tag or (block.tag == "div" and "picture-group" in block.attributes)
        if alone or (block.tag == "p" and block.images and not block.text):
            for image in block.images:
                (media if is_media(image.target) else pictures).append(image)
        elif block.tag == "p" and _SOURCE.match(block.text):
            source = prose_of(_OPENING.sub("<p>", block.outer, count=1), block.references)
        else:
            kept.append(block)
    return Scene(heading, tuple(kept), tuple(pictures), tuple(media), source, (heading.line, end))
