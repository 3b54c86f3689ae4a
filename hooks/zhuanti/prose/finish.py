"""From Python-Markdown's HTML to finished data: tokens replaced, cleaned, cut into segments, read as text."""

import re
from dataclasses import replace
from html import unescape

from . import anchors
from .chinese import ALL_INVISIBLE
from .model import Heading, ImageRef, LinkRef
from .sanitizer import cleaned
from .tokens import (
    ATTRIBUTES,
    BLOCK,
    CLOSE,
    HEADING,
    IMAGE,
    INLINE,
    LITERAL,
    NUMBER,
    OPEN,
    QUOTE,
    START,
    TOKEN,
    VERBATIM,
    Stash,
)


def _token(kind: str) -> str:
    return f"{OPEN}{kind}([0-9]+){CLOSE}"


_BLOCK = re.compile(rf"<p>\s*({_token(BLOCK)})\s*</p>")
_QUOTE = re.compile(rf"<blockquote>\s*<p>\s*{_token(QUOTE)}\s*</p>")
_ATTRIBUTES = re.compile(rf"<(p|li)>(\s*){_token(ATTRIBUTES)}")
_NUMBER = re.compile(rf"<li>(\s*(?:<p>)?\s*){_token(NUMBER)}")
_HEADING = re.compile(rf"<h([2-6])>{_token(HEADING)}(.*?)</h\1>")
_LEFT_OVER = re.compile(f"{OPEN}[{ATTRIBUTES}{QUOTE}{NUMBER}{HEADING}][0-9]+{CLOSE}")
_EMPTY = re.compile(r"<p>\s*</p>\n?")
_ALIGN = re.compile(r'<(t[hd]) align="(\w+)">')
_CUT = re.compile(f'(?<=<a href=")~([0-9]+)(?=")|{_token(IMAGE)}')
_NOTE_MARKS = re.compile(r'<sup id="fnref.*?</sup>|(?:&nbsp;)?<a class="footnote-backref".*?</a>')
_BREAKS = re.compile(r"<br>|</?(?:p|h[2-6]|ul|ol|li|blockquote|pre|table|thead|tbody|tr|dl|dt|dd|div|hr)\b[^>]*>")
_CELLS = re.compile(r"</t[hd]>\s*(?=<t[hd]\b)")
_TAGS = re.compile(r"<[^>]*>")
_LINES = re.compile(r"[ \t]*\n\s*")


def with_pieces(html: str, stash: Stash) -> str:
    """The HTML with every token replaced except those of headings and pictures."""
    html = html.replace(START, "")
    if OPEN in html:
        html = _BLOCK.sub(r"\1", html)
        html = _QUOTE.sub(lambda match: f'<blockquote class="{stash.pieces[int(match.group(1))]}">', html)
        html = _ATTRIBUTES.sub(
            lambda match: f'<{match.group(1)} class="{stash.pieces[int(match.group(3))]}">{match.group(2)}',
            html,
        )
        html = _NUMBER.sub(lambda match: f'<li value="{stash.pieces[int(match.group(2))]}">{match.group(1)}', html)
        html = stash.expand(html, BLOCK + INLINE + VERBATIM + LITERAL)
    return _ALIGN.sub(r'<\1 class="align-\2">', _EMPTY.sub("", html))


def with_ids(html: str, stash: Stash, explicit: set[str]) -> tuple[str, tuple[Heading, ...]]:
    """The headings with their ids; explicit ones first, so that no generated one takes their place."""
    taken: set[str] = set(explicit)
    headings: list[Heading] = []

    def heading(match: re.Match[str]) -> str:
        level, text = int(match.group(1)), plain(match.group(3), stash)
        known = stash.headings[int(match.group(2))]
        found = known.id or anchors.free(anchors.slug(text), taken)
        headings.append(replace(known, level=level, id=found, text=text))
        return f'<h{level} id="{found}">{match.group(3)}</h{level}>'

    return _LEFT_OVER.sub("", _HEADING.sub(heading, html)), tuple(headings)


def safe(html: str) -> str:
    """The HTML as it may stand on a page."""
    return cleaned(html).strip()


def segments(html: str, stash: Stash) -> tuple[str | LinkRef | ImageRef, ...]:
    """The HTML, cut where a link's target or a picture belongs."""
    parts: list[str | LinkRef | ImageRef] = []
    position = 0
    for match in _CUT.finditer(html):
        if position < match.start():
            parts.append(html[position : match.start()])
        link, image = match.groups()
        parts.append(stash.links[int(link)] if link is not None else stash.images[int(image)])
        position = match.end()
    if position < len(html):
        parts.append(html[position:])
    return tuple(parts)


def plain(html: str, stash: Stash) -> str:
    """The text a reader reads: blocks on lines of their own, captions included, marks of notes left out."""

    def caption(match: re.Match[str]) -> str:
        image = stash.images[int(match.group(2))]
        return f"\n{_escaped(image.caption)}\n" if image.standalone and image.caption else ""

    text = _NOTE_MARKS.sub("", html) if "fnref" in html else html
    if OPEN in text:
        text = TOKEN.sub(caption, text)
    if "<" in text:
        text = _TAGS.sub("", _BREAKS.sub("\n", _CELLS.sub(" ", text)))
    text = ALL_INVISIBLE.sub("", unescape(text).replace("\xa0", " "))
    return _LINES.sub("\n", text).strip()


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
