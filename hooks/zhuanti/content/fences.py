"""The two lines of ``---`` that hold the front matter, and what editors write in their place."""

import re
from dataclasses import dataclass, field

from ..problems import Place, Problem
from ..problems.catalogue import front_matter as rules

FENCE = "---"
_HIDDEN = "\u200b\u2060\ufeff"
_DASHES = "-—–－−―‐‑‒─━"
_BLANK_START = re.compile(rf"(?:[\s{_HIDDEN}]*\n)?")
_LIKE_OPENING = re.compile(rf"[{_DASHES}]+|\+\+\+")
_LIKE_CLOSING = rf"(?:[{_DASHES}]{{2,}}|[—–－−―]|\.\.\.|\+\+\+)[^\S\n]*$"
_CLOSING = re.compile(rf"^{_LIKE_CLOSING}", re.MULTILINE)
_INDENTED_CLOSING = re.compile(rf"^[^\S\n]+{_LIKE_CLOSING}", re.MULTILINE)
_FIELD = re.compile(r"[a-z_]{2,30}[^\S\n]*[:：](?!//)")
_BELONGS = re.compile(r"[A-Za-z_][\w-]*\s*[:：](?!//)|- |\s|#")
_LINES_LOOKED_AT = 500


@dataclass(slots=True)
class Frame:
    """A text cut at its fences. ``fences`` are the lines (from 0) a machine may write as ``---``."""

    blank_lines: int = 0
    fields: str = ""
    fields_line: int = 2
    fields_count: int = 0
    body: str = ""
    body_line: int = 1
    fences: list[int] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def cut(text: str, path: str) -> tuple[Frame | None, tuple[Problem, ...]]:
    """Find the front matter of a text; None where there is none."""
    frame = Frame()
    begin = _BLANK_START.match(text)
    start = begin.end() if begin else 0
    frame.blank_lines = text.count("\n", 0, start)
    end = _line_end(text, start)
    first, opening = text[start:end], frame.blank_lines + 1
    word = first.strip().strip(_HIDDEN)
    fields_at = min(end + 1, len(text))
    if _LIKE_OPENING.fullmatch(word) and (word == FENCE or _begins_with_field(text, fields_at)):
        if first.rstrip() != FENCE:
            frame.problems.append(rules.WRONG_FENCE.at(Place(path, opening, 1), text=first.rstrip()))
            frame.fences.append(opening - 1)
        elif frame.blank_lines:
            frame.problems.append(rules.NOT_FIRST_LINE.at(Place(path, opening, 1), count=frame.blank_lines))
    elif _FIELD.match(word):
        frame.problems.append(rules.NO_OPENING.at(Place(path, opening, 1)))
        fields_at, opening = start, opening - 1
    else:
        return None, (rules.MISSING.at(Place(path, 1, 1)),)
    frame.fields_line = opening + 1
    _close(frame, text, path, fields_at)
    return frame, tuple(frame.problems)


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)


def _begins_with_field(text: str, start: int) -> bool:
    return _FIELD.match(text[start : start + 200].lstrip()) is not None


def _close(frame: Frame, text: str, path: str, start: int) -> None:
    found = _CLOSING.search(text, start) or _INDENTED_CLOSING.search(text, start)
    if found is None:
        _guess_end(frame, text, path, start)
        return
    frame.fields = text[start : found.start()].removesuffix("\n")
    frame.fields_count = text.count("\n", start, found.start())
    line = frame.fields_line + frame.fields_count
    if found[0].rstrip() != FENCE:
        place = Place(path, line, len(found[0]) - len(found[0].lstrip()) + 1)
        frame.problems.append(rules.WRONG_FENCE.at(place, text=found[0].rstrip()))
        frame.fences.append(line - 1)
    frame.body, frame.body_line = text[found.end() + 1 :], line + 1


def _guess_end(frame: Frame, text: str, path: str, start: int) -> None:
    """Without a closing fence the fields go as far as lines look like fields."""
    end, last, line, blank = start, start, frame.fields_line, False
    last_line = frame.fields_line - 1
    while last < len(text) and line < frame.fields_line + _LINES_LOOKED_AT:
        stop = _line_end(text, last)
        words = text[last:stop]
        if words.strip():
            if not _BELONGS.match(words) or (blank and not _FIELD.match(words)):
                break
            end, last_line = stop, line
        blank = not words.strip()
        last, line = stop + 1, line + 1
    frame.problems.append(rules.NO_CLOSING.at(Place(path, max(1, frame.fields_line - 1), 1), line=last_line))
    frame.fields, frame.fields_count = text[start:end], last_line - frame.fields_line + 1
    frame.body, frame.body_line = text[end + 1 :], last_line + 1
