"""What a feed says, whatever its format."""

from dataclasses import dataclass

from ...content.entry import Entry
from ...settings.moment import Moment


@dataclass(frozen=True, slots=True)
class Subscription:
    """One feed that can be had: what it is called (the site's own is called nothing), the page it follows, its own
    address without root and extension, and the entries it tells of, in any order.
    """

    title: str
    page: str
    stem: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A picture that goes with an item: address, media type, width and height in pixels, what it shows."""

    url: str
    type: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a feed. ``id`` stays the same in every format and whatever becomes of the address.

    ``content`` is the whole text as HTML with whole addresses; empty where there is none.
    """

    id: str
    url: str
    title: str
    summary: str
    published: Moment
    updated: Moment
    author: str = ""
    tags: tuple[str, ...] = ()
    content: str = ""
    cover: Enclosure | None = None


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
