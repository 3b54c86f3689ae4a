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
    """A picture; among the segments it stands for the whole ``<img>``, or ``<figure>`` when standalone.

    ``focus`` is what a cut keeps, ``50% 40%`` from the left and the top; empty where the editor names none.
    """

    target: str
    alt: str
    caption: str
    line: int
    standalone: bool
    classes: tuple[str, ...]
    decorative: bool
    focus: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the body: the address it has on its page, its plain text, and where its line stands.

    Of a body of scenes, ``settings`` are the names behind a scene's heading, and ``settings_column`` is where they
    begin; what they mean is for the gallery to say.
    """

    level: int
    id: str
    text: str
    line: int = 0
    column: int = 0
    settings: tuple[str, ...] = ()
    settings_column: int = 0


@dataclass(frozen=True, slots=True)
class Prose:
    """A rendered body: safe HTML cut where links and pictures still have to be resolved."""

    segments: tuple[str | LinkRef | ImageRef, ...]
    headings: tuple[Heading, ...]
    text: str
    problems: tuple[Problem, ...]
