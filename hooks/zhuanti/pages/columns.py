"""Columns and their articles."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..content.taxonomy import Taxonomy
from .shared.cards import cards, lead_and_rest
from .shared.heads import entry_page
from .shared.page import Link, PageInputs, SitePage
from .shared.paging import Paging, in_pages
from .shared.views import Card


@dataclass(frozen=True, slots=True)
class ColumnView:
    """One page of a column."""

    title: str
    description: str
    columns: tuple[Link, ...]
    lead: Card | None
    pictured: tuple[Card, ...]
    cards: tuple[Card, ...]
    paging: Paging
    voice: str


def pages(inputs: PageInputs) -> Iterator[SitePage]:
    """The columns in pages of twenty, and every article."""
    library, columns = inputs.library, inputs.library.taxonomies["columns"]
    for term in columns.terms:
        entries = library.by_column.get(term.id, ())
        url = column_url(term.id)
        for here, items, paging in in_pages(url, entries):
            shown = cards(items, inputs)
            lead, rest = lead_and_rest(shown, paging.number)
            pictured = _pictured(rest) if lead else ()
            view = ColumnView(
                title=term.name,
                description=term.description,
                columns=column_links(columns, term.id),
                lead=lead,
                pictured=pictured,
                cards=rest[len(pictured) :],
                paging=paging,
                voice="commentary" if shown and all(item.serif for item in shown) else "news",
            )
            title = term.name if paging.number == 1 else f"{term.name}（第 {paging.number} 页）"
            yield SitePage(here, "column.html", view, title, term.description, url, trail=(Link("首页", ""),))
    for entry in library.of_kind("article"):
        column = columns.find(entry.column or "")
        name, url = (column.name, column_url(column.id)) if column else ("", "")
        yield entry_page(entry, inputs, "article.html", url, (Link(name, url),))


def _pictured(cards: tuple[Card, ...]) -> tuple[Card, ...]:
    """The next three, shown larger where each has a picture and enough follow for the row to be a rest."""
    return cards[:3] if len(cards) >= 7 and all(card.picture for card in cards[:3]) else ()


def column_url(id: str) -> str:
    """The address of a column."""
    return f"columns/{id}/"


def column_links(columns: Taxonomy, current: str) -> tuple[Link, ...]:
    """All columns, for the line of tabs above a column."""
    return tuple(Link(term.name, column_url(term.id), current=term.id == current) for term in columns.terms)
