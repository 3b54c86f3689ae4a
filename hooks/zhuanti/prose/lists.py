"""Lists: wherever they start, however they are indented, with the numbers the editor gave."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..problems.catalogue import markdown as rules
from . import marks
from .canonical import Block
from .containers import indented
from .source import Line
from .tags import shortened
from .tokens import NUMBER, START

if TYPE_CHECKING:
    from .blocks import BlockReader

# A line two columns deeper than a marker belongs to its item; one column is carelessness.
STEP = 2


@dataclass(slots=True)
class _Item:
    """One item: the number it carries (bullets: none), and the lines of its content."""

    number: int | None
    place: tuple[int, int]
    lines: list[Line]
    spaced: bool = False
    blocks: list[Block] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Marker:
    """How an item begins."""

    number: int | None
    indent: int
    width: int
    rest: Line


def _marker(line: Line, after: int | None) -> _Marker | None:
    bare = line.stripped()
    if marks.RULE.match(bare.body):
        return None
    match = marks.BULLET.match(bare.text)
    numbered = None if match else marks.number_of(line, after)
    match = match or numbered
    if not match:
        return None
    number = int(numbered["number"]) if numbered else None
    width = min(match.end(), 4)
    return _Marker(number, line.indent, width, bare.cut(match.end()))


def read(reader: "BlockReader", line: Line) -> bool:
    """A list, if this line begins one."""
    first = _marker(line, None)
    if first is None:
        return False
    reader.end_paragraph()
    _remark_bullet(reader, line)
    items: list[_Item] = []
    numbered = first.number is not None
    while reader.position < len(reader.lines):
        line = reader.lines[reader.position]
        marker = _marker(line, items[-1].number if items else None)
        if marker is None or (marker.number is not None) != numbered or line.text.startswith("\u3000"):
            if not items:
                marker = first
            else:
                break
        if items and marker.indent >= first.indent + STEP:
            break
        item = _Item(marker.number, (line.number, line.column + len(line.leading)), [marker.rest])
        reader.position += 1
        _take(reader, item, marker)
        items.append(item)
        first = marker if marker.indent < first.indent else first
    for item in items:
        item.blocks = reader.nested(item.lines)
    reader.add("list", _written(items, _numbers(reader, items)))
    return True


def _remark_bullet(reader: "BlockReader", line: Line) -> None:
    bare = line.stripped()
    if bare.text[0] in "•·\uf0b7":
        mended = "- " + shortened(bare.text[1:].strip())
        place = (bare.number, bare.column)
        reader.report.add(rules.WORD_BULLET, place, text=shortened(bare.text), mended=mended)


def _take(reader: "BlockReader", item: _Item, marker: _Marker) -> None:
    """Gathers the lines of an item; leaves the reader at the first line behind it."""
    strip, fence = marker.indent + marker.width, ""
    while reader.position < len(reader.lines):
        line = reader.lines[reader.position]
        if line.blank:
            index = _next_visible(reader)
            following = reader.lines[index] if index < len(reader.lines) else None
            if following is None or _stands_outside(following, marker):
                item.spaced = following is not None
                reader.position = index
                break
            item.lines += [line.dedent(strip) for line in reader.lines[reader.position : index]]
            reader.position = index
            continue
        if _stands_outside(line, marker) and (fence or not _goes_on(reader, item, line)):
            break
        fence = _fence_after(line, fence)
        item.lines.append(line.dedent(strip))
        reader.position += 1


def _stands_outside(line: Line, marker: _Marker) -> bool:
    """Whether a line is not indented as the item's content; full-width indents are those of a manuscript."""
    return line.indent < marker.indent + STEP or (line.text[0] == "\u3000" and not marks.is_item(line))


def _next_visible(reader: "BlockReader") -> int:
    index = reader.position
    while index < len(reader.lines) and reader.lines[index].blank:
        index += 1
    return index


def _goes_on(reader: "BlockReader", item: _Item, line: Line) -> bool:
    """Whether a line without indent is more text of the item right above it; such a guess is reported."""
    if item.lines[-1].blank or marks.ends_paragraph(line) or line.body[0] in "|｜[［:<":
        return False
    if marks.number_of(line, item.number):  # 100. after 99.
        return False
    place = (line.number, line.column + len(line.leading))
    reader.report.add(rules.LAZY_LINE, place, text=shortened(line.body))
    return True


def _fence_after(line: Line, fence: str) -> str:
    """The mark of the code block that is open after this line, if one is."""
    body = line.body
    if fence:
        return "" if len(body) >= len(fence) and not body.strip(fence[0]) else fence
    match = marks.FENCE.match(body)
    return match["mark"] if match else ""


def _numbers(reader: "BlockReader", items: list[_Item]) -> list[str]:
    """For each item the token that keeps the number an editor gave it against automatic counting."""
    tokens, shown = [""], items[0].number
    typed_before = shown
    for item in items[1:]:
        token = ""
        if shown is not None and item.number is not None and typed_before is not None:
            shown += 1
            if item.number not in (shown, typed_before):
                reader.report.add(rules.LIST_NUMBERS, item.place, before=typed_before, number=item.number)
                token, shown = reader.inline.stash.put(NUMBER, str(item.number)), item.number
            typed_before = item.number
        tokens.append(token)
    return tokens


def _written(items: list[_Item], tokens: list[str]) -> list[str]:
    """The items in canonical form: blank lines everywhere, or nowhere."""
    contents = [[block for block in item.blocks if block.kind != "list"] for item in items]
    loose = any(len(found) > 1 for found in contents) or any(item.spaced for item in items[:-1])
    loose = loose or any(len(item.blocks) > 1 and item.blocks[0].kind == "list" for item in items)
    lines: list[str] = []
    start = items[0].number or 0
    for index, (item, token) in enumerate(zip(items, tokens, strict=True)):
        mark = "-" if item.number is None else f"{start + index}."
        if loose and lines:
            lines.append("")
        blocks = item.blocks
        head = ""
        if blocks and blocks[0].kind in ("text", "picture") and len(blocks[0].lines) == 1:
            head, blocks = blocks[0].lines[0], blocks[1:]
        lines.append(f"{mark} {token}{head or START}")
        for block in blocks:
            if loose or block.kind != "list":
                lines.append("")
            lines += indented(block.lines)
    return lines
