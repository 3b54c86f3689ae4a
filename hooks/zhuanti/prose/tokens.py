"""Stand-ins that carry finished pieces unharmed through Python-Markdown and the sanitizer.

A token is built from Unicode noncharacters, which no editor's text can hold (source.py takes them out), so it
can neither be typed nor be mistaken for markup. Everything whose reading we decide ourselves becomes one.
"""

import re
from dataclasses import dataclass, field, replace
from html import escape

from .model import Heading, ImageRef, LinkRef

OPEN, CLOSE = "\ufdd0", "\ufdd1"
# First character of every run of text: no rule for the beginning of a line can take such a run for its own.
START = "\ufdd2"
TOKEN = re.compile(f"{OPEN}([a-z])([0-9]+){CLOSE}")

LITERAL = "l"  # a character that is only itself; the number is its code point
INLINE = "h"  # finished inline HTML
VERBATIM = "k"  # finished inline HTML whose text counts as Latin: code, addresses
BLOCK = "b"  # finished block HTML, alone in its paragraph
IMAGE = "i"  # a picture
ATTRIBUTES = "c"  # classes of the block whose text it begins
QUOTE = "q"  # classes of the quotation it stands in
HEADING = "g"  # what is known of a heading before its text is
NUMBER = "v"  # the number an editor gave to a list item


def literal(text: str) -> str:
    """The text as typed, out of reach of any markup rule."""
    return "".join(f"{OPEN}{LITERAL}{ord(character)}{CLOSE}" for character in text)


@dataclass(slots=True)
class Stash:
    """The pieces of one body that tokens stand for."""

    pieces: list[str] = field(default_factory=list)
    links: list[LinkRef] = field(default_factory=list)
    images: list[ImageRef] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)

    def put(self, kind: str, piece: str) -> str:
        """A token for a finished piece."""
        self.pieces.append(piece)
        return f"{OPEN}{kind}{len(self.pieces) - 1}{CLOSE}"

    def link(self, link: LinkRef, title: str = "") -> str:
        """A token for the opening tag of a link; the target itself is put in when segments are cut."""
        self.links.append(link)
        rel = ' rel="noopener"' if link.target.lower().startswith(("http:", "https:", "//")) else ""
        shown = f' title="{escape(title)}"' if title else ""
        return self.put(INLINE, f'<a href="~{len(self.links) - 1}"{shown}{rel}>')

    def image(self, image: ImageRef) -> str:
        """A token for a picture."""
        self.images.append(image)
        return f"{OPEN}{IMAGE}{len(self.images) - 1}{CLOSE}"

    def heading(self, heading: Heading) -> str:
        """A token for what is known of a heading: its id, where the editor gave one, and its place."""
        self.headings.append(heading)
        return f"{OPEN}{HEADING}{len(self.headings) - 1}{CLOSE}"

    def stand_alone(self, number: int) -> None:
        """Note that a picture is a block of its own."""
        self.images[number] = replace(self.images[number], standalone=True)

    def expand(self, html: str, kinds: str) -> str:
        """The HTML with the tokens of these kinds replaced by what they stand for."""

        def piece(match: re.Match[str]) -> str:
            kind, number = match.group(1), int(match.group(2))
            if kind not in kinds:
                return match.group()
            return escape(chr(number), quote=False) if kind == LITERAL else self.pieces[number]

        return TOKEN.sub(piece, html)
