"""A text on its way through the line reader: what the parser will see of it, and what was found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..problems import Place, Problem, Rule
from ..problems.catalogue import front_matter as rules
from . import yaml_fields

_ABOUT_INDENTS = (rules.ODD_INDENT, rules.TOO_INDENTED, rules.MISALIGNED)


@dataclass(frozen=True, slots=True)
class Finding:
    """A faulty line (counted from 0), how it should read, and whether a machine may write it so."""

    line: int
    problem: Problem
    mended: str
    safe: bool


@dataclass(slots=True)
class Draft:
    """A line on its way to being mended; ``shift`` is how far its columns moved by that."""

    line: int
    column: int
    shift: int = 0
    prefix: str = ""
    rule: Rule | None = None
    at: int = 0
    facts: Mapping[str, object] | None = None
    safe: bool = True

    def blame(self, rule: Rule, at: int, safe: bool, **facts: object) -> None:
        """Note a fault at a column of the line as it was; the first one gives the problem."""
        self.safe = self.safe and safe
        if self.rule is None:
            self.rule, self.at, self.facts = rule, at, facts


class Sheet:
    """The lines as written and as the parser should see them, one for one, with the findings so far."""

    def __init__(self, lines: Sequence[str], path: str, first_line: int) -> None:
        self.lines, self.path, self.first_line = lines, path, first_line
        self.seen = list(lines)
        self.findings: list[Finding] = []
        fours = any(line.startswith("    ") for line in lines)
        self.tab = 4 if fours and not any(line[:2] == "  " and line[2:3].strip() for line in lines) else 2

    def draft(self, line: int) -> tuple[Draft, str]:
        """A line begun: its indentation counted in plain spaces and blamed where it is of others; and its words."""
        raw = self.lines[line]
        text = raw.lstrip()
        lead = raw[: len(raw) - len(text)]
        draft = Draft(line, yaml_fields.width(lead, self.tab))
        draft.shift = draft.column - len(lead)
        if odd := lead.strip(" "):
            draft.blame(rules.ODD_INDENT, lead.index(odd[0]), True, what=yaml_fields.odd_name(odd[0]))
        return draft, text

    def finish(self, draft: Draft, words: str | None) -> int:
        """Hand the parser the mended line, and report the first fault of the line."""
        mended = "" if words is None else " " * draft.column + draft.prefix + words
        self.seen[draft.line] = mended
        if draft.rule is not None:
            place = Place(self.path, self.first_line + draft.line, draft.at + 1)
            shown = mended if draft.rule in _ABOUT_INDENTS else mended.lstrip(" ")
            facts = {**(draft.facts or {}), "mended": shown}
            problem = draft.rule.at(place, **facts)
            self.findings.append(Finding(draft.line, problem, mended, draft.safe and words is not None))
        return draft.line + 1
