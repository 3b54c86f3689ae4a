"""Blocks without blocks inside: code, separators, comments, addresses of reference links, texts of notes."""

import re
from html import escape
from typing import TYPE_CHECKING

from ..problems.catalogue import markdown as rules
from . import brackets, containers, marks, notes, tags
from .source import Line
from .tokens import BLOCK

if TYPE_CHECKING:
    from .blocks import BlockReader


def read_fence(reader: "BlockReader", line: Line) -> bool:
    """A fenced code block: its content goes to the page as it is."""
    match = marks.FENCE.match(line.body)
    if not match:
        return False
    fence, content, index = match["mark"], [], reader.position + 1
    while index < len(reader.lines):
        body = reader.lines[index].body
        if len(body) >= len(fence) and not body.strip(fence[0]):
            break
        content.append(reader.lines[index].dedent(line.indent).text)
        index += 1
    else:
        place = (line.number, line.column + len(line.leading))
        reader.report.add(rules.OPEN_FENCE, place, fence=fence)
    language = re.match(r"[\w+#.-]+", match["info"])
    named = f' class="language-{escape(language.group())}"' if language else ""
    code = "".join(f"{escape(text, quote=False)}\n" for text in content)
    reader.add("other", [reader.inline.stash.put(BLOCK, f"<pre><code{named}>{code}</code></pre>")])
    reader.position = index + 1
    return True


def read_rule(reader: "BlockReader", line: Line) -> bool:
    """A line that separates; right under text it might be an underline, so the guess is reported."""
    body = line.body
    underline = bool(reader.paragraph and marks.UNDERLINE.match(body))
    if body[0] == "=":
        if underline:
            report_underline(reader, line, "普通文字")
            reader.end_paragraph()
            reader.add_paragraph([line])
            reader.position += 1
        return underline
    if not marks.RULE.match(body):
        return False
    if underline:
        report_underline(reader, line, "分隔线")
    reader.add("other", ["---"])
    reader.position += 1
    return True


def report_underline(reader: "BlockReader", line: Line, what: str) -> None:
    """Says what a line of dashes or equals signs under text was taken for."""
    place = (line.number, line.column + len(line.leading))
    reader.report.add(rules.UNDERLINE, place, text=tags.shortened(line.body), what=what)


def read_comment(reader: "BlockReader", line: Line) -> bool:
    """A comment that begins a line may run over blank lines."""
    if not line.body.startswith("<!--"):
        return False
    for index in range(reader.position, len(reader.lines)):
        text = reader.lines[index].text
        start = text.index("<!--") + 4 if index == reader.position else 0
        end, again = text.find("-->", start), text.find("<!--", start)
        if again >= 0 and not 0 <= end < again:
            return False  # the next comment begins before this one has ended
        if end < 0:
            continue
        inner = reader.lines[reader.position : index + 1]
        quoted = "\n".join(one.text for one in inner[:-1]) + "\n" + text[: end + 3]
        place = (line.number, line.column + len(line.leading))
        reader.report.add(rules.COMMENT, place, text=tags.shortened(quoted.strip()))
        reader.lines[index] = reader.lines[index].cut(end + 3)
        reader.position = index
        return True
    return False


def read_bracket(reader: "BlockReader", line: Line) -> bool:
    """A note's text, or the address of a reference link."""
    stripped = line.stripped()
    if match := notes.DEFINITION.match(stripped.text):
        label = match["plain"] or match["wide"]
        if label in reader.inline.notes.defined:
            containers.read_note(reader, stripped, match)
            return True
    match = brackets.DEFINITION.match(stripped.text)
    if match and brackets.reference_key(match.group(1)) in reader.inline.references:
        reader.end_paragraph()
        reader.position += 1
        return True
    return False
