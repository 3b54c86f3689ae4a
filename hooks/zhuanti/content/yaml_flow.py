"""Lists in brackets and mappings in braces: where they end, and the marks that make several items one."""

import re
from dataclasses import dataclass

_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*+\"|'(?:[^']|'')*+'", re.DOTALL)
_WORDS = re.compile(r"[^\[\]{},:#\s，、；：]+")
_PAIRS = {"[": "]", "{": "}"}
_SIMPLE = re.compile(r"\[(?: *+\w[\w.+/-]*+(?: ++[\w.+/-]++)*+ *+(?:,|(?=\])))*+ *+\]")


@dataclass(frozen=True, slots=True)
class Flow:
    """What was read from an opening bracket on: the end (None: it never closes), and faulty marks at offsets."""

    end: int | None
    marks: tuple[int, ...] = ()
    has_colon: bool = False


def is_simple(value: str) -> bool:
    """Whether the whole value is a list of plain words in brackets, the usual case."""
    return _SIMPLE.fullmatch(value) is not None


def read_flow(text: str) -> Flow:
    """Read a bracketed value at the start of a text that may go on for many lines."""
    open_brackets: list[str] = []
    marks: list[int] = []
    position, fresh, has_colon = 0, True, False
    while position < len(text):
        sign = text[position]
        step = 1
        if sign in _PAIRS:
            open_brackets.append(sign)
        elif sign in "]}":
            if _PAIRS[open_brackets.pop()] != sign:
                return Flow(None)
            if not open_brackets:
                return Flow(position + 1, tuple(marks), has_colon)
        elif sign in "\"'" and fresh:
            found = _QUOTED.match(text, position)
            if found is None:
                return Flow(None)
            step = found.end() - position
        elif sign == "#" and text[position - 1].isspace():
            step = text.find("\n", position) - position
            if step < 0:
                return Flow(None)
        elif sign in "，、；":
            marks.append(position)
        elif sign in "：:":
            has_colon = True
            if open_brackets[-1] == "{" and _is_lone_colon(text, position):
                marks.append(position)
        elif not sign.isspace():
            found = _WORDS.match(text, position)
            step = found.end() - position if found else 1
        fresh = sign in "[{,，、；：:" or (fresh and (sign.isspace() or sign == "#"))
        position += step
    return Flow(None)


def _is_lone_colon(text: str, position: int) -> bool:
    """Whether the colon behind a field's name lacks its space or is a full-width one."""
    before = re.search(r"[{,，、；]\s*[A-Za-z_][\w-]*$", text[max(0, position - 60) : position])
    after = text[position + 1 : position + 2]
    return before is not None and (text[position] == "：" or (after not in (" ", "\n", "") and after not in "/"))


def mended(text: str, marks: tuple[int, ...]) -> str:
    """The text with its faulty marks written as ASCII commas and colons with a space behind."""
    pieces: list[str] = []
    done = 0
    for mark in marks:
        pieces += [text[done:mark].rstrip(" "), ":" if text[mark] in ":：" else ","]
        done = mark + 1
        if text[done : done + 1] not in (" ", "\n", ""):
            pieces.append(" ")
    return "".join((*pieces, text[done:]))
