"""Values that reach over lines: brackets, and lines of text below ``|`` or ``>``.

Each function takes the sheet and the line the value begins on, and gives the number of the next line to read.
"""

import re

from ..problems.catalogue import front_matter as rules
from . import yaml_fields, yaml_flow, yaml_scalars
from .yaml_sheet import Draft, Sheet

_NEXT_ENTRY = re.compile(r" *(?:- |[A-Za-z_\"'][\w-]*[\"']?\s*[:：])")
_NAME_BEFORE = re.compile(r"[A-Za-z_][\w-]*$")
_EXPLICIT_INDENT = re.compile(r".[+-]?([1-9])")


def read_brackets(sheet: Sheet, draft: Draft, words: tuple[str, str], at: int, level: int) -> int:
    """A bracketed value behind a key (``words`` are the two) in a column ``at``, on a level of a column."""
    key, value = words
    line = draft.line
    if yaml_flow.is_simple(value):
        return sheet.finish(draft, f"{key} {value}".strip())
    stop = line + 1
    text, flow = value, yaml_flow.read_flow(value)
    if flow.end is None:
        stop = _next_entry(sheet, line, level)
        rest = (yaml_fields.without_tabs(other.strip()) for other in sheet.lines[line + 1 : stop])
        text = "\n".join((value, *rest))
        flow = yaml_flow.read_flow(text)
    if flow.end is None:
        sheet.seen[line + 1 : stop] = [""] * (stop - line - 1)
        end = "]" if value[0] == "[" else "}"
        draft.blame(rules.UNCLOSED_BRACKET, at, False, start=value[0], end=end)
        sheet.finish(draft, f"{key} {yaml_scalars.readable(value)}".strip())
        return stop
    if _is_text(text, flow, flow.end):
        draft.blame(rules.SPECIAL_START, at, True, start=value[0])
        return sheet.finish(draft, f"{key} {yaml_scalars.readable(value)}".strip())
    end_of_line = text.find("\n", flow.end)
    pieces = (text if end_of_line < 0 else text[:end_of_line]).split("\n")
    return _finish_pieces(sheet, draft, key, at, (pieces, flow.marks))


def _is_text(text: str, flow: yaml_flow.Flow, end: int) -> bool:
    """Whether the brackets are the start of a title rather than a list: words follow, or no field is in them."""
    if "\n" in text[:end]:
        return False
    tail = text[end:].split("\n", 1)[0]
    if tail.strip() and not re.match(r"\s+#", tail):
        return True
    return text[0] == "{" and (text.startswith("{{") or (not flow.has_colon and text[1 : end - 1].strip() != ""))


def _next_entry(sheet: Sheet, line: int, level: int) -> int:
    """The first line below that surely begins the next field or item: no bracket reaches over it."""
    for number in range(line + 1, len(sheet.lines)):
        text = sheet.lines[number]
        if len(text) - len(text.lstrip()) <= level and _NEXT_ENTRY.match(text):
            return number
    return len(sheet.lines)


def _finish_pieces(sheet: Sheet, draft: Draft, key: str, at: int, found: tuple[list[str], tuple[int, ...]]) -> int:
    """Blame each line of a bracketed value for its own faulty marks."""
    pieces, all_marks = found
    start, line = 0, draft.line
    for number, piece in enumerate(pieces):
        marks = tuple(mark - start for mark in all_marks if start <= mark < start + len(piece))
        if number:
            raw = sheet.lines[line + number]
            draft = Draft(line + number, len(raw) - len(raw.lstrip()))
            key, at = "", draft.column
        if marks:
            _blame_mark(draft, piece, marks[0], at)
        sheet.finish(draft, f"{key} {yaml_flow.mended(piece, marks)}".strip())
        start += len(piece) + 1
    return line + len(pieces)


def _blame_mark(draft: Draft, piece: str, mark: int, at: int) -> None:
    sign = piece[mark]
    name = _NAME_BEFORE.search(piece[:mark])
    if name and sign == "：":
        draft.blame(rules.FULLWIDTH_COLON, at + mark, True, key=name[0], colon=sign)
    elif name and sign == ":":
        draft.blame(rules.COLON_WITHOUT_SPACE, at + mark, True, key=name[0])
    else:
        draft.blame(rules.CHINESE_COMMA, at + mark, True, mark=sign)


def read_block(sheet: Sheet, line: int, header: str, level: int) -> int:
    """Pass over the lines of text below a header, on a level of a column."""
    digit = _EXPLICIT_INDENT.match(header)
    indent = max(level, 0) + int(digit[1]) if digit else 0
    number = line + 1
    while number < len(sheet.lines):
        raw = sheet.lines[number]
        if not raw.strip():
            sheet.seen[number] = raw if not raw.strip(" ") else ""
        else:
            spaces = len(raw) - len(raw.lstrip(" "))
            if spaces < (indent or level + 1) and not _mend_indent(sheet, number, level, indent):
                break
            seen = sheet.seen[number]
            indent = indent or len(seen) - len(seen.lstrip(" "))
        number += 1
    return number


def _mend_indent(sheet: Sheet, number: int, level: int, indent: int) -> bool:
    """Take a line of text that is indented by full-width spaces, as Chinese paragraphs are, or by tabs."""
    draft, text = sheet.draft(number)
    if draft.rule is None or draft.column <= level:
        return False
    draft.column = max(draft.column, indent)
    sheet.finish(draft, text)
    return True
