"""One value on one line of YAML: what is wrong with it, and how it is written right."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..problems import Rule
from ..problems.catalogue import front_matter as rules

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
# What neither YAML nor a reader's eye keeps as it is: controls, line separators, marks of no width, surrogates.
_NEEDS_ESCAPE = re.compile(
    '["\\\\\x00-\x1f\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ud800-\udfff\ufeff\ufff0-\uffff]'
)
_DOUBLE = re.compile(r'"((?:[^"\\]|\\.)*+)"')
_SINGLE = re.compile(r"'((?:[^']|'')*+)'")
_ESCAPE = re.compile(r"\\(x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
_BLOCK_HEADER = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])(?: +#.*)?")
# An anchor has its value behind it; nothing may stand behind an alias: "*A* word" is text in Markdown's stars.
_REFERENCE = re.compile(r"&[A-Za-z0-9_-]+(?= |$)|\*[A-Za-z0-9_-]+$")
_TAG = re.compile(r"!(?:[!<A-Za-z][^ ]*)(?= |$)")
_SAFE_PLAIN = re.compile(r"[A-Za-z0-9/+.~^(][\x21-\x7e]*(?: [\x21-\x7e]+)*")
_CLOSING = "”“＂’‘＇"


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault in a piece of a line, without its place: the offset in that piece, and the piece as it should read."""

    rule: Rule
    offset: int
    mended: str
    safe: bool = False
    facts: Mapping[str, object] = field(default_factory=dict)


def quoted(value: str) -> str:
    """A text as double-quoted YAML; reading it gives the same text back."""
    return '"' + _NEEDS_ESCAPE.sub(_escape, value) + '"'


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return _ESCAPES.get(found[0]) or (f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}")


def readable(value: str) -> str:
    """A text in quotes an editor reads most easily: double ones, or single ones where it holds double ones."""
    others = value.replace('"', "").replace("\\", "")
    if others != value and "'" not in value and not _NEEDS_ESCAPE.search(others):
        return f"'{value}'"
    return quoted(value)


def written(value: str) -> str:
    """A value as a mended line shows it: Latin words, dates and addresses as they are, all else in quotes."""
    if _SAFE_PLAIN.fullmatch(value) and not re.search(r": | #|:$", value):
        return value
    return readable(value)


def is_block_header(value: str) -> bool:
    """Whether the value announces lines of text below it (``|`` or ``>``)."""
    return _BLOCK_HEADER.fullmatch(value) is not None


def fault_of(value: str) -> Fault | None:
    """What is wrong with a plain or quoted value as it stands behind its colon or dash, without outer spaces."""
    first = value[0]
    if first in "\"'":
        return _fault_of_quoted(value, _DOUBLE if first == '"' else _SINGLE)
    if first == "#":
        return _hash(value, 0) if value[1:2].strip() else None
    if first in "&*!":
        return _reference(value)
    if first in "%@`,]}|>[{" or (first in "-?:" and value[1:2] in ("", " ")):
        return Fault(rules.SPECIAL_START, 0, readable(value), True, {"start": first})
    if " #" in value and not (0 <= value.find(": ") < value.index(" #")):
        return _hash(value, value.index(" #") + 1)
    if ": " in value or value.endswith(":"):
        offset = value.find(": ") if ": " in value else len(value) - 1
        return Fault(rules.COLON_INSIDE, offset, readable(value), True)
    if first == "“" and value.endswith('"') and value.count("“") > value.count("”"):
        return Fault(rules.UNPAIRED_QUOTES, 0, value[:-1] + "”", False, {"start": "中文引号 “ "})
    return None


def _hash(value: str, at: int) -> Fault:
    """Words behind ``#``: text when the sign touches them (``#1高炉``), else perhaps a comment."""
    touching = value[at + 1 : at + 2].strip() != ""
    rule = rules.HASH_WORDS if touching else rules.COMMENT_BEHIND
    return Fault(rule, at, readable(value), touching, {"lost": value[at:]})


def _reference(value: str) -> Fault:
    if found := _REFERENCE.match(value):
        return Fault(rules.ANCHOR, 0, readable(value), False, {"text": found[0]})
    if found := _TAG.match(value):
        return Fault(rules.TAG, 0, readable(value), False, {"text": found[0]})
    return Fault(rules.SPECIAL_START, 0, readable(value), True, {"start": value[0]})


def _fault_of_quoted(value: str, form: re.Pattern[str]) -> Fault | None:
    found = form.match(value)
    if found is None:
        name = '英文双引号 "' if value[0] == '"' else "英文单引号 '"
        inner = value[1:]
        if inner.endswith(tuple(_CLOSING)) and not re.search(f"[{_CLOSING}]", inner[:-1]):
            inner = inner[:-1]
        return Fault(rules.UNPAIRED_QUOTES, 0, readable(inner), False, {"start": name + " "})
    rest = value[found.end() :]
    if rest.strip() and not re.match(r"\s+#", rest):
        facts = {"quoted": found[0], "rest": rest.strip()}
        return Fault(rules.TEXT_AFTER_QUOTE, found.end(), readable(value), True, facts)
    if value[0] == '"' and "\\" in found[1]:
        return _fault_of_escape(found[1], rest)
    return None


def _fault_of_escape(inner: str, rest: str) -> Fault | None:
    for found in _ESCAPE.finditer(inner):
        if len(found[1]) == 1 and found[1] not in 'tnr "/\\N_LP':
            return Fault(rules.BACKSLASH, found.start() + 1, readable(inner) + rest, False, {"text": found[0]})
    return None
