"""Tables: right under a paragraph too, with every cell kept, and with full-width bars and dashes named."""

import re
from typing import TYPE_CHECKING

from ..problems.catalogue import markdown as rules
from .source import BLANKS, Line, Text
from .tags import shortened
from .tokens import START, literal

if TYPE_CHECKING:
    from .blocks import BlockReader

_TO_HALF_WIDTH = str.maketrans("｜：—－–─━", "|:-----")
_SEPARATOR = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?\Z")
_CELL = re.compile(r"(?:\\.|(?P<ticks>`+)(?!`)[^\n]*?(?<!`)(?P=ticks)(?!`)|[^|\\])*")


def read(reader: "BlockReader", line: Line) -> bool:
    """A table, if this line is its head; bars without a separating row below are reported."""
    if "|" not in line.text and "｜" not in line.text:
        return False
    index = reader.position + 1
    below = reader.lines[index] if index < len(reader.lines) else None
    if below is None or not _is_separator(below):
        return _without_separator(reader, line, below)
    wide = "|" not in line.text
    head = _cells(line, wide)
    shape = [cell.body for cell in _cells(below, True, dashes=True)]
    columns = max(len(head), 1)
    if len(shape) != len(head):
        if len(shape) < 2 and len(head) > 1 and "|" not in below.body.translate(_TO_HALF_WIDTH):
            return False
        shape = (shape + ["---"] * columns)[:columns]
    reader.end_paragraph()
    if wide:
        _report_bars(reader, line)
    _check_separator(reader, below, wide)
    reader.position = index + 1
    rows = _rows(reader, columns)
    width = max([columns, *(len(row) for row in rows)])
    shape += ["---"] * (width - len(shape))
    lines = [_row(reader, head, width), "| " + " | ".join(shape) + " |"]
    reader.add("other", lines + [_row(reader, row, width) for row in rows])
    return True


def _is_separator(line: Line) -> bool:
    body = line.body.translate(_TO_HALF_WIDTH)
    return "-" in body and "|" in body and bool(_SEPARATOR.match(body))


def _rows(reader: "BlockReader", columns: int) -> list[list[Line]]:
    rows = []
    while reader.position < len(reader.lines):
        line = reader.lines[reader.position]
        if line.blank or ("|" not in line.text and "｜" not in line.text):
            break
        wide = "|" not in line.text
        if wide:
            _report_bars(reader, line)
        cells = _cells(line, wide)
        if len(cells) > columns:
            place = (cells[columns].number, cells[columns].column)
            reader.report.add(rules.TABLE_CELLS, place, cells=len(cells), columns=columns)
        rows.append(cells)
        reader.position += 1
    return rows


def _cells(line: Line, wide: bool, dashes: bool = False) -> list[Line]:
    """The cells of a row, each with its place. A bar in code or behind a backslash divides nothing."""
    bare = line.stripped()
    text = bare.text.rstrip(BLANKS)
    if wide:
        text = text.translate(_TO_HALF_WIDTH if dashes else {ord("｜"): "|"})
    position = 1 if text.startswith("|") else 0
    cells: list[Line] = []
    while position <= len(text):
        match = _CELL.match(text, position)
        end = max(match.end() if match else position, position)
        if end < len(text) and text[end] != "|":
            end += 1  # a backslash at the very end
        if end < len(text) or text[position:end].strip() or not cells:
            piece = Line(bare.number, bare.column + position, text[position:end])
            cells.append(piece.stripped())
        position = end + 1
    return cells


def _row(reader: "BlockReader", cells: list[Line], width: int) -> str:
    shown = []
    for cell in cells:
        encoded = reader.inline.encode(Text.of([Line(cell.number, cell.column, cell.text.rstrip(BLANKS))]))
        shown.append(encoded.replace("|", literal("|")))
    shown += [START] * (width - len(cells))
    return "| " + " | ".join(shown) + " |"


def _report_bars(reader: "BlockReader", line: Line) -> None:
    mended = line.body.replace("｜", "|")
    reader.report.add(rules.WIDE_BARS, (line.number, line.column + line.text.index("｜")), mended=mended)


def _check_separator(reader: "BlockReader", line: Line, wide: bool) -> None:
    mended = line.body.translate(_TO_HALF_WIDTH)
    if mended == line.body:
        return
    place = (line.number, line.column + len(line.leading))
    if wide and "｜" in line.body:
        reader.report.add(rules.WIDE_BARS, (place[0], line.column + line.text.index("｜")), mended=mended)
    else:
        reader.report.add(rules.WIDE_DASHES, place, text=shortened(line.body, 40), mended=mended)


def _without_separator(reader: "BlockReader", line: Line, below: Line | None) -> bool:
    """Two lines between bars and no separating row: shown as lines of text, and reported once."""
    begins = not _is_row_before(reader)
    if not _is_row(line) or (begins and (below is None or not _is_row(below))):
        return False
    reader.end_paragraph()
    if begins:
        mended = "|" + " --- |" * len(_cells(line, True))
        reader.report.add(rules.TABLE_WITHOUT_RULE, (line.number, line.column), mended=mended)
        if "|" not in line.text:
            _report_bars(reader, line)
    reader.add_paragraph([line])
    reader.position += 1
    return True


def _is_row_before(reader: "BlockReader") -> bool:
    return reader.position > 0 and _is_row(reader.lines[reader.position - 1])


def _is_row(line: Line) -> bool:
    body = line.body
    return len(body) > 2 and body[0] in "|｜" and body[-1] in "|｜"
