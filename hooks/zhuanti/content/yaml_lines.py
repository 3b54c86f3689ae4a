"""YAML read line by line before the parser sees it, because the parser blames the wrong line or says nothing.

What editors' YAML looks like is a small part of what YAML allows: a field or an item a line, a value on its own
line in quotes or not, bracketed lists, and lines of text below ``|``. Every line is taken by that measure; a faulty
one is named once, with the line as it should read, and the parser goes on with the mended one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..problems import Place
from ..problems.catalogue import front_matter as rules
from . import yaml_fields, yaml_scalars, yaml_spans
from .yaml_levels import Kind, Levels
from .yaml_sheet import Draft, Finding, Sheet

_QUOTED = r"""(?:"[^"\\]*+"|'[^']*+')"""
_PART = rf"""(?:{_QUOTED}|\w[\w.+/-]*+(?:[ ]++[\w.+/-]++)*+)"""
_VALUE = rf"""(?:[^\s\-?:,\[\]{{}}#&*!|>'"%@`“][^:#\t]*+(?:(?::(?![ ]|$)|(?<![ ])\#)[^:#\t]*+)*+|{_QUOTED}
    |\[(?:[ ]*+{_PART}[ ]*+(?:,|(?=\])))*+[ ]*+\]
    |\{{(?:[ ]*+(?:"\w++"|[A-Za-z_]\w*+):[ ]++{_PART}[ ]*+(?:,|(?=\}})))*+[ ]*+\}})"""
_ITEM = rf"""(?:[^\s\-?:：,\[\]{{}}#&*!|>'"%@`“][^:：#\t]*+|{_QUOTED})"""
# Nearly every line there is: for these nothing has to be looked at twice.
_USUAL = re.compile(
    rf"([ ]*+)((?:-[ ]++)*+)(?:([A-Za-z_][A-Za-z0-9_-]*+):(?:[ ]++({_VALUE}))?+|({_ITEM}))[ ]*+", re.VERBOSE
)


@dataclass(frozen=True, slots=True)
class LinesRead:
    """The lines as the parser should see them, one for one, and what was found."""

    lines: tuple[str, ...]
    findings: tuple[Finding, ...]


def read_lines(lines: Sequence[str], path: str, first_line: int) -> LinesRead:
    """Read the lines of a YAML text whose first one is line ``first_line`` of its file."""
    sheet = Sheet(lines, path, first_line)
    reader = _Reader(sheet)
    line = 0
    while line < len(lines):
        line = reader.read(line)
    return LinesRead(tuple(sheet.seen), tuple(sheet.findings))


class _Reader:
    def __init__(self, sheet: Sheet) -> None:
        self.sheet, self.lines = sheet, sheet.lines
        self.levels = Levels()
        self.last = 0  # the line read before, blank ones and comments left out

    def read(self, line: int) -> int:
        """Read one line and what belongs to it; gives the number of the next one."""
        text = self.lines[line]
        usual = _USUAL.fullmatch(text)
        if usual and (usual[2] or usual[3]) and self._enter_usual(line, usual):
            return line + 1
        if not text.strip():
            self.sheet.seen[line] = ""  # also where the white space is of a kind the parser takes for words
            return line + 1
        if text.rstrip() in ("---", "..."):
            return self._end(line, text.rstrip())
        return self._read_slowly(line)

    def _enter_usual(self, line: int, usual: re.Match[str]) -> bool:
        levels, column, dashes = self.levels, usual.end(1), usual[2]
        kind: Kind = "list" if dashes else "fields"
        if not levels.back_to(column, kind):
            if column <= levels.column or not levels.is_open:
                return False  # a fault, or rare enough for the longer way
            levels.nest(column, kind, line)
        if dashes:
            for offset in range(1, len(dashes)):
                if dashes[offset] == "-":
                    levels.nest(column + offset, "list", line)
            if usual[3]:
                levels.nest(usual.start(3), "fields", line)
        levels.is_open = usual[4] is None and usual[5] is None
        self.last = line
        return True

    def _end(self, line: int, sign: str) -> int:
        """A line that ends one YAML document: what follows is left out."""
        sheet = self.sheet
        place = Place(sheet.path, sheet.first_line + line, 1)
        sheet.findings.append(Finding(line, rules.MANY_DOCUMENTS.at(place, text=sign), "", False))
        sheet.seen[line:] = [""] * (len(self.lines) - line)
        return len(self.lines)

    def _read_slowly(self, line: int) -> int:
        draft, text = self.sheet.draft(line)
        if text[0] == "#":
            self.sheet.seen[line] = text  # the parser minds tabs even before a comment
            return line + 1
        text = yaml_fields.without_tabs(text.rstrip())
        text, dashes = self._dashes(draft, text)
        return self._field(draft, text, dashes)

    def _dashes(self, draft: Draft, text: str) -> tuple[str, list[int]]:
        """Take the list marks off a line; gives the rest and the columns of the dashes."""
        dashes: list[int] = []
        column = draft.column
        while text:
            if text == "-" or text.startswith("- "):
                rest = text[1:].lstrip(" ")
                dashes.append(column)
                column += len(text) - len(rest)
                draft.prefix += text[: len(text) - len(rest)]
                text = rest
            elif not dashes and (mark := yaml_fields.list_mark(text)):
                safe = self.levels.may_be_item(column) and mark[0] in ("-", "－", "•", "●", "▪", "*")
                draft.blame(rules.LIST_MARK, column - draft.shift, safe, mark=mark[0])
                draft.shift += 2 - mark[1]
                text = "- " + text[mark[1] :]
            else:
                break
        return text, dashes

    def _field(self, draft: Draft, text: str, dashes: list[int]) -> int:
        levels, line = self.levels, draft.line
        column = draft.column + len(draft.prefix)
        own_item = bool(dashes) and not self._goes_on(line, column)
        own_value = not dashes and levels.is_open and column > levels.column >= 0
        head = yaml_fields.head_of(text, own_item=own_item, own_value=own_value) if text else None
        if not dashes and head is None:
            if not own_value:
                return self._no_field(draft)
        else:
            self._align(draft, "list" if dashes else "fields")
            for dash in dashes[1:]:
                levels.nest(draft.column + dash - dashes[0], "list", line)
            if head and dashes:
                levels.nest(draft.column + len(draft.prefix), "fields", line)
        self.last = line
        if head is None:
            return self._value(draft, "", text, 0)
        at = draft.column + len(draft.prefix) - draft.shift
        if head.rule is not None:
            name = "what" if head.rule in (rules.ODD_SPACE, rules.FIELD_SPELLING) else "colon"
            draft.blame(head.rule, at + head.fault_at, head.safe, key=head.key, **{name: head.what})
        return self._value(draft, head.key + ":", text[head.value_at :], at + head.value_at)

    def _comment(self, draft: Draft, mended: str, before: str) -> int:
        """Show the line with all its words in quotes, but read on without the comment, which it most likely is."""
        self.sheet.finish(draft, mended.strip())
        self.sheet.seen[draft.line] = " " * draft.column + draft.prefix + before.strip()
        return draft.line + 1

    def _no_field(self, draft: Draft) -> int:
        """Words on a line of their own: left out for the parser, so that it can go on."""
        draft.blame(rules.NO_COLON, draft.column - draft.shift, False)
        return self.sheet.finish(draft, None)

    def _goes_on(self, line: int, column: int) -> bool:
        """Whether the next line goes on with the fields of an item that began in this column."""
        for number in range(line + 1, len(self.lines)):
            text = self.lines[number]
            if words := text.strip():
                return len(text) - len(text.lstrip()) == column and not words.startswith("- ")
        return False

    def _align(self, draft: Draft, kind: Kind) -> None:
        levels = self.levels
        deeper = draft.column > levels.column
        level = levels.enter(draft.column, kind, draft.line)
        if level is None:
            return
        rule = rules.TOO_INDENTED if deeper else rules.MISALIGNED
        other = self.last if deeper else level.line
        draft.blame(rule, draft.column - draft.shift, False, line=self.sheet.first_line + other)
        draft.shift += level.column - draft.column
        draft.column = level.column

    def _value(self, draft: Draft, key: str, value: str, at: int) -> int:
        """Judge what stands behind the colon or the dash; ``at`` is its column in the line as it was."""
        levels = self.levels
        at = at or draft.column + len(draft.prefix) - draft.shift
        levels.is_open = not value
        if value and value[0] in "[{":
            return yaml_spans.read_brackets(self.sheet, draft, (key, value), at, levels.column)
        if value and value[0] in "|>" and yaml_scalars.is_block_header(value):
            self.sheet.finish(draft, f"{key} {value}".strip())
            return yaml_spans.read_block(self.sheet, draft.line, value, levels.column)
        fault = yaml_scalars.fault_of(value) if value else None
        if fault:
            draft.blame(fault.rule, at + fault.offset, fault.safe, **fault.facts)
            if fault.rule is rules.COMMENT_BEHIND:
                return self._comment(draft, f"{key} {fault.mended}", f"{key} {value[: fault.offset]}")
            value = fault.mended
        elif value.startswith("#"):
            levels.is_open = True
        elif draft.rule in (rules.FULLWIDTH_COLON, rules.COLON_WITHOUT_SPACE, rules.ODD_SPACE):
            value = value if value[:1] in ('"', "'") else yaml_scalars.written(value) if value else ""
        return self.sheet.finish(draft, f"{key} {value}".strip())
