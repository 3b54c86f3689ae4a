"""From bytes to text: UTF-8 or a sentence that says what the file is instead."""

import re

from ..problems import Place, Problem, Rule
from ..problems.catalogue import encoding as rules

# What XML 1.0 forbids: one such character makes a whole feed unreadable.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
# Zero-width characters, and the line separators that some tools take for a line's end and others do not.
_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u0085\u2028\u2029]")
_CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_BOM = b"\xef\xbb\xbf"


def decode(data: bytes, path: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a file with ``\\n`` as its only line end, or None where it cannot be trusted; and all problems."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, (rules.LOOKS_LIKE_UTF16.at(Place(path)),)
    data = data.removeprefix(_BOM)
    try:
        text = _one_line_end(data.decode("utf-8"))
    except UnicodeDecodeError as fault:
        return None, (_not_utf8(data, fault, path),)
    if _mostly_nul(data):
        return None, (rules.LOOKS_LIKE_UTF16.at(Place(path)),)
    if not text.strip("\ufeff\u200b\u2060 \t\n\u3000\xa0"):
        return None, (rules.EMPTY_FILE.at(Place(path)),)
    return text, (*_each_line(rules.CONTROL_CHARACTER, _CONTROL, text, path),
                  *_each_line(rules.INVISIBLE_CHARACTER, _INVISIBLE, text, path))  # fmt: skip


def _one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _mostly_nul(data: bytes) -> bool:
    """Whether this is UTF-16 of Latin letters without its mark: valid UTF-8 with a NUL in every second place."""
    return data.count(0) * 4 > len(data)


def _not_utf8(data: bytes, fault: UnicodeDecodeError, path: str) -> Problem:
    if _is_utf16(data):
        return rules.LOOKS_LIKE_UTF16.at(Place(path))
    if _is_gbk(data):
        return rules.LOOKS_LIKE_GBK.at(Place(path))
    before = _one_line_end(data[: fault.start].decode("utf-8"))
    place = Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
    return rules.BROKEN_BYTES.at(place, byte=f"0x{data[fault.start]:02X}")


def _is_utf16(data: bytes) -> bool:
    """Whether the zero bytes are the halves of Latin letters and line ends: all at even or all at odd places."""
    halves = (data[::2].count(0), data[1::2].count(0))
    return len(data) % 2 == 0 and sum(halves) > 1 and 0 in halves


def _is_gbk(data: bytes) -> bool:
    """Whether it reads as GB 18030 and is far from UTF-8.

    GB 18030 accepts nearly anything, also Chinese UTF-8 with one broken byte: such a file still shows more
    Chinese than replacement characters when it is read as UTF-8.
    """
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    as_utf8 = data.decode("utf-8", "replace")
    return as_utf8.count("\ufffd") > len(_CHINESE.findall(as_utf8))


def _each_line(rule: Rule, kind: re.Pattern[str], text: str, path: str) -> list[Problem]:
    """A problem for every line that holds such characters, at the first of them."""
    problems: list[Problem] = []
    line, counted = 1, 0
    found = kind.search(text)
    while found:
        at = found.start()
        line += text.count("\n", counted, at)
        counted = at
        column = at - text.rfind("\n", 0, at)
        name = f"U+{ord(found[0]):04X}"
        problems.append(rule.at(Place(path, line, column), name=name, column=column))
        end = text.find("\n", at)
        found = kind.search(text, end) if end >= 0 else None
    return problems
