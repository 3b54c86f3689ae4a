"""Values that reach over lines: brackets, and lines of text below ``|`` or ``>``."""

import re

from ..problems.catalogue import front_matter as rules
from . import yaml_fields, yaml_flow, yaml_scalars
from .yaml_sheet import Draft, Sheet

_NEXT_ENTRY = re.compile(r" *(?:- |[A-Za-z_\"'][\w-]*[\"']?\s*[:：])")


def _flow(self, draft: _Draft, key: str, value: str, at: int) -> int:
    """A bracketed value, which may go on for some lines."""
    line, start = draft.line, value[0]
    if yaml_flow.is_simple(value):
        return self._finish(draft, f"{key} {value}".strip())
    stop = line + 1
    text, flow = value, yaml_flow.read_flow(value)
    if flow.end is None:
        stop = self._end_of_flow(line)
        rest = [yaml_fields.without_tabs(text.strip()) for text in self.lines[line + 1 : stop]]
        text = "\n".join((value, *rest))
        flow = yaml_flow.read_flow(text)
    if flow.end is None:
        self.seen[line + 1 : stop] = [""] * (stop - line - 1)
        end = "]" if start == "[" else "}"
        draft.blame(rules.UNCLOSED_BRACKET, at, False, start=start, end=end)
        self._finish(draft, f"{key} {yaml_scalars.readable(value)}".strip())
        return stop
    tail = text[flow.end :].split("\n", 1)[0]
    is_text = bool(tail.strip()) and not re.match(r"\s+#", tail)
    is_words = start == "{" and (text.startswith("{{") or (not flow.has_colon and flow.end > 2))
    if (is_text or is_words) and "\n" not in text[: flow.end]:
        draft.blame(rules.SPECIAL_START, at, True, start=start)
        self._finish(draft, f"{key} {yaml_scalars.readable(value)}".strip())
        return line + 1
    return self._flow_lines(draft, key, text, flow, at)

def _end_of_flow(self, line: int) -> int:
    """The first line below that surely begins the next field or item: no bracket reaches over it."""
    for number in range(line + 1, len(self.lines)):
        text = self.lines[number]
        if len(text) - len(text.lstrip()) <= self.levels.column and _NEXT_ENTRY.match(text):
            return number
    return len(self.lines)

def _flow_lines(self, draft: _Draft, key: str, text: str, flow: yaml_flow.Flow, at: int) -> int:
    """Blame each line of a bracketed value for its own faulty marks."""
    start, line = 0, draft.line
    end = text.find("\n", flow.end)
    for number, piece in enumerate(text[: end if end >= 0 else None].split("\n")):
        marks = tuple(mark - start for mark in flow.marks if start <= mark < start + len(piece))
        mended = yaml_flow.mended(piece, marks)
        raw = self.lines[line + number]
        if number:
            draft = _Draft(line + number, len(raw) - len(raw.lstrip()))
            key, at = "", draft.column
        for mark in marks[:1]:
            self._blame_mark(draft, piece, mark, at)
        self._finish(draft, f"{key} {mended}".strip())
        start += len(piece) + 1
    return draft.line + 1

def _blame_mark(self, draft: _Draft, piece: str, mark: int, at: int) -> None:
    sign = piece[mark]
    field = re.search(r"[A-Za-z_][\w-]*$", piece[:mark])
    if field and sign == "：":
        draft.blame(rules.FULLWIDTH_COLON, at + mark, True, key=field[0], colon=sign)
    elif field and sign == ":":
        draft.blame(rules.COLON_WITHOUT_SPACE, at + mark, True, key=field[0])
    else:
        draft.blame(rules.CHINESE_COMMA, at + mark, True, mark=sign)

def _block(self, line: int, parent: int, header: str) -> int:
    """Pass over the lines of text below ``|`` or ``>``."""
    digit = re.search(r"^.[+-]?([1-9])", header)
    indent = max(parent, 0) + int(digit[1]) if digit else 0
    number = line + 1
    while number < len(self.lines):
        raw = self.lines[number]
        spaces = len(raw) - len(raw.lstrip(" "))
        least = indent or parent + 1
        if not raw.strip():
            self.seen[number] = raw if not raw.strip(" ") else ""
        elif spaces >= least:
            indent = indent or spaces
        elif not self._mend_block_indent(number, parent, indent):
            break
        else:
            indent = indent or len(self.seen[number]) - len(self.seen[number].lstrip(" "))
        number += 1
    return number

def _mend_block_indent(self, number: int, parent: int, indent: int) -> bool:
    """A line of text that is indented by full-width spaces, as Chinese paragraphs are, or by tabs."""
    raw = self.lines[number]
    text = raw.lstrip()
    lead = raw[: len(raw) - len(text)]
    wide = yaml_fields.width(lead, self.tab)
    odd = lead.strip(" ")
    if not odd or wide <= parent:
        return False
    draft = _Draft(number, max(wide, indent))
    draft.blame(rules.ODD_INDENT, lead.index(odd[0]), True, what=yaml_fields.odd_name(odd[0]))
    self._finish(draft, text)
    return True
