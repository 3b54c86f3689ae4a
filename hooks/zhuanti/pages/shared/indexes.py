"""The index of one kind of entry: cards on numbered pages."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...content.addresses import Kind
from .cards import cards
from .page import Link, PageInputs, SitePage
from .paging import Paging, in_pages
from .views import Card


@dataclass(frozen=True, slots=True)
class ListView:
    """One page of an index."""

    title: str
    kind: str
    cards: tuple[Card, ...]
    paging: Paging


def index_pages(kind: Kind, title: str, url: str, inputs: PageInputs) -> Iterator[SitePage]:
    """The index of a kind; one without entries has none, so that no page is empty."""
    entries = inputs.library.of_kind(kind)
    for here, items, paging in in_pages(url, entries) if entries else ():
        heading = title if paging.number == 1 else f"{title}（第 {paging.number} 页）"
        view = ListView(title, kind, cards(items, inputs), paging)
        yield SitePage(here, "list.html", view, heading, section=url, trail=(Link("首页", ""),))
