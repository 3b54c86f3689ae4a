"""The smallest views: what more than one section of the site hands to templates."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clock:
    """A moment for people and for machines; ``short`` is for lists (2025-06-04)."""

    iso: str
    text: str
    day: str
    short: str


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture ready for markup; ``focus`` are the classes that keep its focus in a cut."""

    url: str
    width: int
    height: int
    alt: str
    credit: str = ""
    caption: str = ""
    focus: str = ""


@dataclass(frozen=True, slots=True)
class StatusView:
    """A state as a word, and the name of the shape that goes with it."""

    word: str
    shape: str


@dataclass(frozen=True, slots=True)
class Card:
    """An entry in a list. ``label`` is the word in front: the form, the type of case, the level of a policy."""

    url: str
    title: str
    kind: str
    kind_name: str
    label: str
    kicker: str
    summary: str
    source: str
    time: Clock | None
    picture: PictureView | None
    sample: bool
    status: StatusView | None = None
    number: str = ""
    issuer: str = ""
    deadline: str = ""
    serif: bool = False
