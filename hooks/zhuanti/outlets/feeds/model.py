"""What a feed says, whatever its format."""

from dataclasses import dataclass

from ...settings.moment import Moment


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a feed. ``id`` stays the same in every format and whatever becomes of the address."""

    id: str
    url: str
    title: str
    summary: str
    published: Moment
    updated: Moment
    author: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: ``page`` is the page it follows, ``stem`` its own address without root and extension."""

    title: str
    description: str
    page: str
    stem: str
    root: str
    author: str
    updated: Moment
    items: tuple[Item, ...]
