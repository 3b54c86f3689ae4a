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
            view = ColumnView(
                title=term.name,
                description=term.description,
                columns=column_links(columns, term.id),
                lead=lead,
                cards=rest,
                paging=paging,
                voice="commentary" if shown and all(item.serif for item in shown) else "news",
            )
            title = term.name if paging.number == 1 else f"{term.name}（第 {paging.number} 页）"
            yield SitePage(here, "column.html", view, title, term.description, url, trail=(Link("首页", ""),))
    for entry in library.of_kind("article"):
        column = columns.find(entry.column or "")
        name, url = (column.name, column_url(column.id)) if column else ("", "")
        yield entry_page(entry, inputs, "article.html", url, (Link(name, url),))


def column_url(id: str) -> str:
    """The address of a column."""
    return f"columns/{id}/"


def column_links(columns: Taxonomy, current: str) -> tuple[Link, ...]:
    """All columns, for the line of tabs above a column."""
    return tuple(Link(term.name, column_url(term.id), current=term.id == current) for term in columns.terms)
