"""Blocks in the one form Python-Markdown reads as editors mean it, and what the readers of one body share."""

from dataclasses import dataclass, field

from .inline import Inline
from .source import Report


@dataclass(slots=True)
class Block:
    """One block in canonical form; ``kind`` is ``text``, ``list``, ``picture`` or ``other``."""

    kind: str
    lines: list[str]


@dataclass(slots=True)
class Context:
    """What all rooms of one body share."""

    inline: Inline
    report: Report
    scenes: bool = False  # whether a heading of the second level opens a scene
    depth: int = 0
    identifiers: set[str] = field(default_factory=set)


def canonical(blocks: list[Block]) -> list[str]:
    """The lines of blocks, with a blank line between two of them."""
    lines: list[str] = []
    for block in blocks:
        if lines:
            lines.append("")
        lines += block.lines
    return lines
