"""The manner of a body: who speaks in an interview, where a tour stops.

Editors write plain paragraphs (``**问：**…``) and plain headings (``第一站 …``); here they get the marks that the
theme sets apart. Nothing is added to the text or taken from it but the colon and the space that the marks replace.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from ...content.entry import Entry
from ...prose import Prose
from .clauses import clauses

_VOICES = {
    "消息": "news",
    "通讯": "feature",
    "评论": "commentary",
    "访谈": "interview",
    "巡礼": "tour",
    "图解": "infographic",
    "视频": "video",
}
# large type breaks where a speaker would breathe; a quotation with markup inside is left as it is
# a cap dropped through three lines must be a sign that one can see: 一 would be a bar, a digit half a number
_OPENING = re.compile(r"^(\s*)<p>(?=[\u4e00-\u9fff])(?![一二三十人入八个卜丁上下不小])")
_QUOTATION = re.compile(r"(<blockquote[^>]*>\s*<p>)([^<&]+)</p>")
_SPEAKER = re.compile(r"<p>(?:<strong>)?(问|答|记者)(?:[：:]</strong>|</strong>[：:]|[：:])[ \u3000]*")
_STATION = re.compile(r"(<h2[^>]*>)(第[一二三四五六七八九十百零〇0-9]+站)[ \u3000：:、·]*")


def voice_of(entry: Entry) -> str:
    """The voice of an entry: its form where it has one, else its kind."""
    return _VOICES.get(str(getattr(entry.meta, "form", "")), entry.kind)


def with_voices(body: Prose, voice: str) -> Prose:
    """The body with its speakers, stations or opening marked, and its quotations cut into clauses that stay whole."""
    body = _rewritten(body, _QUOTATION, _quotation)
    if voice == "commentary" and body.segments and isinstance(body.segments[0], str):
        opening = _OPENING.sub(r'\1<p class="prose__opening">', body.segments[0])
        return replace(body, segments=(opening, *body.segments[1:]))
    if voice == "interview":
        return _rewritten(body, _SPEAKER, _speaker)
    if voice == "tour":
        return _rewritten(body, _STATION, r'\1<span class="prose__station">\2</span> ')
    return body


def _quotation(found: re.Match[str]) -> str:
    spans = "".join(f'<span class="clause">{clause}</span>' for clause in clauses(found.group(2)))
    return f"{found.group(1)}{spans}</p>"


def _speaker(found: re.Match[str]) -> str:
    name = "answer" if found.group(1) == "答" else "ask"
    return f'<p class="prose__{name}"><strong class="prose__speaker">{found.group(1)}<span class="hidden-visually">：</span></strong>'


def _rewritten(body: Prose, pattern: re.Pattern[str], marked: str | Callable[[re.Match[str]], str]) -> Prose:
    segments = tuple(pattern.sub(marked, segment) if isinstance(segment, str) else segment for segment in body.segments)
    return replace(body, segments=segments)
