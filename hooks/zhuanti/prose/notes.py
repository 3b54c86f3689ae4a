"""Footnotes: their marks in the text, their texts, and the order of their numbers."""

import re
from dataclasses import dataclass, field

from ..problems.catalogue import markdown as rules
from .source import Line, Report

_MARK = re.compile(r"\[\^(?P<plain>[^\[\]\s^]{1,40})\]|［(?P<caret>[\^＾]?)(?P<wide>[^\[\]［］\s^＾]{1,20})］")
DEFINITION = re.compile(
    r"[ ]{0,3}(?:\[\^(?P<plain>[^\[\]\s^]{1,40})\][:：]"
    r"|［(?P<caret>[\^＾]?)(?P<wide>[^\[\]［］\s^＾]{1,20})］(?P<colon>[:：]?))\s*"
)


def note_mark(value: str, position: int, end: int) -> re.Match[str] | None:
    """A note's mark, if one stands here."""
    return _MARK.match(value, position, end)


@dataclass(slots=True)
class Notes:
    """The notes of one body. Numbers follow the first mention, whatever the labels are."""

    defined: frozenset[str] = frozenset()
    order: list[str] = field(default_factory=list)
    texts: dict[str, list[Line]] = field(default_factory=dict)
    loose: list[list[Line]] = field(default_factory=list)
    _reported: set[str] = field(default_factory=set)

    def refer(self, mark: re.Match[str], place: tuple[int, int], report: Report) -> str | None:
        """The mark Python-Markdown reads, or nothing when there is no such note."""
        label = mark["plain"] or mark["wide"]
        plain = bool(mark["plain"] or mark["caret"])
        if label not in self.defined:
            if plain:
                report.add(rules.NOTE_WITHOUT_TEXT, place, mark=mark.group(), label=label)
            return None
        if not mark["plain"]:
            self._took(mark.group(), f"[^{label}]", label, place, report)
        if label not in self.order:
            self.order.append(label)
        return f"[^{self.order.index(label) + 1}]"

    def define(self, match: re.Match[str], lines: list[Line], report: Report) -> None:
        """A note's text, with the lines that belong to it."""
        label = match["plain"] or match["wide"]
        place = (lines[0].number, lines[0].column)
        if label in self.texts:
            report.add(rules.SAME_NOTE, place, mark=f"[^{label}]")
            self.loose.append([lines[0].cut(match.end()), *lines[1:]])
            return
        if not match["plain"]:
            self._took(match.group().strip(), f"[^{label}]:", label, place, report)
        first = lines[0].cut(match.end())
        self.texts[label] = [first, *lines[1:]]

    def take_unused(self, report: Report) -> list[list[Line]]:
        """The texts no mark refers to, each given once; they are shown all the same."""
        rest, self.loose = self.loose, []
        for label in [label for label in self.texts if label not in self.order]:
            lines = self.texts.pop(label)
            report.add(rules.UNUSED_NOTE, (lines[0].number, 1), mark=f"[^{label}]")
            rest.append(lines)
        return rest

    def _took(self, text: str, mended: str, label: str, place: tuple[int, int], report: Report) -> None:
        if label not in self._reported:
            self._reported.add(label)
            report.add(rules.WIDE_NOTE, place, text=text, mended=mended)


def defined_labels(lines: list[Line]) -> frozenset[str]:
    """The labels that have a text; ``［1］`` without a colon counts only when mentioned elsewhere too."""
    labels = set()
    body = "\n".join(line.text for line in lines)
    for line in lines:
        match = DEFINITION.match(line.text)
        if not match:
            continue
        if match["plain"] or match["caret"] or match["colon"]:
            labels.add(match["plain"] or match["wide"])
        elif body.count(f"［{match['wide']}］") > 1:
            labels.add(match["wide"])
    return frozenset(labels)
