"""The order of the steps from an entry's Markdown body to finished data."""

from ..problems import sorted_problems
from ..problems.catalogue import markdown as rules
from . import brackets, engine, finish, marks
from .blocks import BlockReader
from .brackets import Destination
from .canonical import Context, canonical
from .containers import indented
from .inline import Inline
from .model import Prose
from .notes import Notes, defined_labels
from .source import Line, Report, read_lines, without_blank_edges
from .tokens import START, Stash, literal


def render(body: str, *, path: str, first_line: int = 1, note_prefix: str = "", scenes: bool = False) -> Prose:
    """Render a body. ``first_line`` is the line of the file it begins in; ``note_prefix`` is the entry's own.
    In a body of ``scenes`` a heading of the second level may carry any settings.

    The same arguments give the same result, whatever was rendered before. Whoever joins the segments must
    escape a link's target like any attribute's value.
    """
    report, stash = Report(path), Stash()
    lines = read_lines(body, first_line, report)
    outside = _outside_fences(lines)
    inline = Inline(stash, Notes(defined_labels(outside)), report, _references(outside))
    context = Context(inline, report, scenes)
    try:
        html = engine.convert("\n".join(_canonical(context, lines)), note_prefix)
    except RecursionError:
        report.add(rules.UNREADABLE, (first_line, 0))
        html = "\n".join(f"<p>{literal(line.body)}</p>" for line in lines if not line.blank)
    html, headings = finish.with_ids(finish.with_pieces(html, stash), stash, context.identifiers)
    html = finish.safe(html)
    problems = sorted_problems(report.problems)
    return Prose(finish.segments(html, stash), headings, finish.plain(html, stash), problems)


def _canonical(context: Context, lines: list[Line]) -> list[str]:
    """The body, then the texts of its notes in the order of their first mention."""
    notes = context.inline.notes
    blocks = BlockReader(context, lines).read()
    texts: list[str] = []
    number = 0
    while True:
        while number < len(notes.order):  # grows while a note mentions another one
            inner = _note(context, notes.texts.get(notes.order[number], []))
            number += 1
            texts += ["", f"[^{number}]: {inner[0]}", *indented(inner[1:])]
        unused = notes.take_unused(context.report)
        if not unused:
            break
        for lines in unused:
            blocks += BlockReader(context, lines).read()
    return canonical(blocks) + texts


def _note(context: Context, lines: list[Line]) -> list[str]:
    content = without_blank_edges(lines)
    if not content:
        return [START]
    inner = canonical(BlockReader(context, content).read())
    if not inner or not inner[0].startswith(START):
        inner = [START, "", *inner]
    # A last block that is no text gets an empty paragraph behind it for the way back to the mark.
    return inner if inner[-1].startswith(START) else [*inner, "", START]


def _outside_fences(lines: list[Line]) -> list[Line]:
    """The lines that are no code, for definitions that are needed before they are met."""
    kept, fence = [], ""
    for line in lines:
        body = line.body
        if fence:
            if len(body) >= len(fence) and not body.strip(fence[0]):
                fence = ""
        elif body[:1] in ("`", "~") and (match := marks.FENCE.match(body)):
            fence = match["mark"]
        else:
            kept.append(line)
    return kept


def _references(lines: list[Line]) -> dict[str, Destination]:
    """The addresses of reference links; one nobody refers to is text."""
    found: dict[str, Destination] = {}
    body = ""
    for line in lines:
        if "]:" not in line.text or not (match := brackets.DEFINITION.match(line.text)):
            continue
        body = body or "\n".join(one.text for one in lines)
        if body.count(f"[{match.group(1)}]") > 1 and any(sign in match.group(2) for sign in "./#:"):
            destination = Destination(match.group(2), match.group(3) or "", 0)
            found.setdefault(brackets.reference_key(match.group(1)), destination)
    return found
