"""Square brackets and what follows them: links, pictures, addresses, and the same with full-width marks."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

from .chinese import HAN

# (target "title"): spaces and one level of brackets in a file name are fine, any quotes round the title.
_TARGET = re.compile(
    r"""\([ \t\n]*
    (?: <(?P<angled>[^<>\n]*)> | (?P<plain>(?: [^()\n"“ \t]+ | \([^()\n]*\) | [ \t]+(?!["“'\s)]) )*) )
    (?: [ \t\n]+ (?: "(?P<q1>[^"\n]*)" | '(?P<q2>[^'\n]*)' | [“"](?P<q3>[^“”"\n]*)[”"] ) )?
    [ \t\n]*\)""",
    re.VERBOSE,
)
REFERENCE = re.compile(r"\[([^\[\]\n]*)\]")
DEFINITION = re.compile(
    r"[ ]{0,3}\[([^\[\]^\n][^\[\]\n]*)\]:[ \t]*<?([^\s<>]+)>?(?:[ \t]+[\"'(]([^\"')]*)[\"')])?[ \t]*\Z"
)
# The limit keeps a page of addresses without spaces from taking quadratic time.
ADDRESS = re.compile(r"https?://[^\s<>\"“”{}|\\^`*\[\]\u0080-\U0010ffff]{1,2000}", re.IGNORECASE)
AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>", re.IGNORECASE)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_TRAILING = re.compile(r"(?:[.,;:!?'\"_~]|&(?:amp|quot|gt|lt);)+\Z")
# Shapes that are meant as a link although a bracket is full-width or a space stands between.
WIDE = re.compile(
    r"(?P<mark>[!！]?)(?P<open>[\[［])(?P<text>[^\[\]［］\n]{1,80})(?P<close>[\]］])(?P<space>[ \t]*)"
    r"(?P<left>[(（])(?P<target>[^()（）\n]{1,300})(?P<right>[)）])"
)
_ADDRESS_LIKE = re.compile(
    rf"""\s*(?: https?://\S+ | mailto:\S+ | [./#][^\s]+ | [\w./%{HAN} -]+
    \.(?:md|html?|pdf|jpe?g|png|webp|gif|svg|mp[34]|docx?|xlsx?)
    (?:\#\S*)? ) (?:\s+["“'][^"”']*["”'])? \s*\Z""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a link leads or a picture lies, and the words in quotes behind it."""

    target: str
    title: str
    end: int


def destination(text: str, start: int, end: int) -> Destination | None:
    """What stands in round brackets at ``start``, if it reads as a destination."""
    match = _TARGET.match(text, start, end)
    if not match:
        return None
    target = match["angled"] if match["angled"] is not None else match["plain"]
    title = match["q1"] or match["q2"] or match["q3"] or ""
    return Destination(target.strip(), title.strip(), match.end())


def referenced(text: str, label: str, after: int, references: Mapping[str, Destination]) -> Destination | None:
    """The destination of ``[text][label]``, ``[label][]`` or ``[label]``."""
    if not references:
        return None
    match = REFERENCE.match(text, after)
    key, end = (match.group(1) or label, match.end()) if match else (label, after)
    found = references.get(reference_key(key))
    return Destination(found.target, found.title, end) if found else None


def reference_key(label: str) -> str:
    """Labels are equal whatever their case and white space."""
    return " ".join(label.split()).casefold()


def partners(text: str, start: int, end: int) -> dict[int, int]:
    """For each ``[`` of a part the place of its ``]``; one walk, so that no text makes it slow."""
    pairs: dict[int, int] = {}
    waiting: list[int] = []
    escaped = False
    for index in range(start, end):
        character = text[index]
        if escaped:
            escaped = False
        elif character == "\\":
            escaped = True
        elif character == "[":
            waiting.append(index)
        elif character == "]" and waiting:
            pairs[waiting.pop()] = index
    return pairs


def is_safe(target: str) -> bool:
    """Whether a browser takes the target for a web, mail or phone address, or a place on this site."""
    seen = re.sub("[\x00-\x20\x7f-\xa0\u2000-\u200f\u2028-\u202f\u3000\ufeff]", "", unescape(target))
    scheme = _SCHEME.match(seen)
    return not scheme or scheme.group(1).lower() in _SAFE_SCHEMES


def trimmed_address(written: str) -> str:
    """A bare address without the marks of the sentence around it."""
    while True:
        shorter = _TRAILING.sub("", written)
        if shorter.endswith(")") and shorter.count(")") > shorter.count("("):
            shorter = shorter[:-1]
        if shorter == written:
            return written
        written = shorter


def is_address_like(written: str) -> bool:
    """Whether words in brackets are meant as an address and not as an aside."""
    return bool(_ADDRESS_LIKE.match(written))
