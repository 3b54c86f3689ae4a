"""A page of the site before it becomes markup."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from ...content.library import Library
from ...images.cards.press import Prints
from ...images.pictures import Picture
from ...prose import Prose
from ...settings.site import SiteSettings
from .views import Card

SEARCH_URL = "search/"


@dataclass(frozen=True, slots=True)
class Link:
    """A name and the site-relative address it leads to; an empty address is plain text."""

    title: str
    url: str = ""
    count: int = 0
    current: bool = False


@dataclass(frozen=True, slots=True)
class SitePage:
    """One page: its address, the template that draws it and the view it draws.

    Attributes:
        url: site-relative, without a slash in front; a directory address ends with a slash.
        template: file below ``theme/pages/``.
        view: a frozen view; the template reads it and decides nothing.
        section: which item of the navigation is current, as its address.
        entry_path: the content file that the page shows whole, if it shows one.
        modified: when it last changed, ISO 8601.
        listed: whether it is a page of its own to search engines; a redirect or a page not found is none.
        frames: whether it shows other pages of the site in frames.
    """

    url: str
    template: str
    view: object
    title: str
    description: str = ""
    section: str = ""
    trail: tuple[Link, ...] = ()
    entry_path: str = ""
    modified: str = ""
    listed: bool = True
    frames: bool = False


@dataclass(frozen=True, slots=True)
class PageInputs:
    """All that pages are made from."""

    settings: SiteSettings
    library: Library
    prose: Mapping[str, Prose]
    pictures: Mapping[tuple[str, str], Picture]
    cards: Mapping[str, Card]
    prints: Mapping[str, Prints] = field(default_factory=lambda: MappingProxyType({}))
