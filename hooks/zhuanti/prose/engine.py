"""Python-Markdown as we use it: one instance per process, reset for every body.

Code, links, pictures, HTML, escapes and entities are tokens when they arrive (inline.py), so the processors
for them are taken out: they would cost time and read Chinese text by English habits. What stays is the block
grammar, tables, definition lists, boxes, footnotes, and core emphasis (``betterem`` and ``smarty`` break
Chinese text). Code in lists and settings in braces are ours as well: the extensions for them lose text.
"""

from functools import cache

from markdown import Markdown
from markdown.extensions.admonition import AdmonitionExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

_READ_BY_US = (
    "html",
    "link",
    "image_link",
    "reference",
    "image_reference",
    "short_reference",
    "short_image_ref",
    "autolink",
    "automail",
    "backtick",
    "escape",
    "linebreak",
    "entity",
)
_BLOCKS_NEVER_WRITTEN = ("code", "setextheader", "reference")


class _PrefixedNotes(FootnoteExtension):
    """Footnotes whose ids carry the entry's own prefix instead of a count of renderings."""

    prefix = ""

    def makeFootnoteId(self, id: str) -> str:
        return f"fn:{self.prefix}{id}"

    def makeFootnoteRefId(self, id: str, found: bool = False) -> str:
        return self.unique_ref(f"fnref:{self.prefix}{id}", found)


@cache
def _engine() -> tuple[Markdown, _PrefixedNotes]:
    notes = _PrefixedNotes(
        BACKLINK_TEXT="↩",
        BACKLINK_TITLE="返回正文中的注释 %d",
    )
    tables = TableExtension(use_align_attribute=True)  # a style attribute would not pass the sanitizer
    extensions = [tables, notes, AdmonitionExtension(), DefListExtension(), SaneListExtension()]
    markdown = Markdown(extensions=extensions, output_format="html")
    for name in _READ_BY_US:
        markdown.inlinePatterns.deregister(name)
    for name in _BLOCKS_NEVER_WRITTEN:
        markdown.parser.blockprocessors.deregister(name)
    markdown.preprocessors.deregister("html_block")
    return markdown, notes


def convert(canonical: str, note_prefix: str) -> str:
    """HTML of a body in canonical form."""
    markdown, notes = _engine()
    markdown.reset()
    notes.prefix = note_prefix
    try:
        return markdown.convert(canonical)
    finally:
        markdown.reset()
