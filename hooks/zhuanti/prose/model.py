"""What rendering a body gives: finished data that travels between processes."""

from dataclasses import dataclass

from ..problems import Problem

GROUP = '<div class="picture-group">'  # pictures right behind it stand side by side


@dataclass(frozen=True, slots=True)
class LinkRef:
    """A link's target as written; among the segments it stands for the value between ``href``'s quotes."""

    target: str
    line: int


@dataclass(frozen=True, slots=True)
class ImageRef:
    """A picture; among the segments it stands for the whole ``<img>``, or ``<figure>`` when standalone."""

    target: str
    alt: str
    caption: str
    line: int
    standalone: bool
    classes: tuple[str, ...]
    decorative: bool


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the body: the address it has on its page, and its plain text."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Prose:
    """A rendered body: safe HTML cut where links and pictures still have to be resolved."""

    segments: tuple[str | LinkRef | ImageRef, ...]
    headings: tuple[Heading, ...]
    text: str
    problems: tuple[Problem, ...]
