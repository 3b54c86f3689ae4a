"""Pages of counties, industries, groups, units and tags."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..content.loading import tag_url
from ..content.models import Term
from .shared.cards import cards, lead_and_rest
from .shared.heads import TERM_TITLES, TermGroup, term_url
from .shared.page import Link, PageInputs, SitePage
from .shared.paging import Paging, in_pages
from .shared.term_lists import grouped_terms, term_links
from .shared.views import Card

TAXONOMIES = ("counties", "industries", "groups", "units")


@dataclass(frozen=True, slots=True)
class TermView:
    """One page of all entries of a term; ``others`` are its neighbours in the taxonomy."""

    title: str
    taxonomy: str
    group: str
    description: str
    sample: bool
    lead: Card | None
    cards: tuple[Card, ...]
    others: tuple[Link, ...]
    paging: Paging


@dataclass(frozen=True, slots=True)
class TermIndexView:
    """All terms of a taxonomy by group."""

    title: str
    groups: tuple[TermGroup, ...]


def pages(inputs: PageInputs) -> Iterator[SitePage]:
    """Every taxonomy's index, every term of the four, then every tag."""
    library = inputs.library
    for taxonomy_id in TAXONOMIES:
        groups = grouped_terms(taxonomy_id, inputs)
        if groups:
            title, url = TERM_TITLES[taxonomy_id], f"{taxonomy_id}/"
            yield SitePage(
                url, "terms.html", TermIndexView(title, groups), title, section=url, trail=(Link("首页", ""),)
            )
        for term in library.taxonomies[taxonomy_id].terms:
            yield from _term_pages(taxonomy_id, term, inputs)
    for tag in sorted(library.by_tag):
        for here, items, paging in in_pages(tag_url(tag), library.by_tag[tag]):
            view = TermView(tag, "标签", "", "", False, None, cards(items, inputs), (), paging)
            heading = tag if paging.number == 1 else f"{tag}（第 {paging.number} 页）"
            yield SitePage(here, "term.html", view, f"标签：{heading}", trail=(Link("首页", ""),))


def _term_pages(taxonomy_id: str, term: Term, inputs: PageInputs) -> Iterator[SitePage]:
    entries = inputs.library.by_term.get((taxonomy_id, term.id), ())
    others = term_links(taxonomy_id, inputs, term.id)
    for here, items, paging in in_pages(term_url(taxonomy_id, term.id), entries):
        shown = cards(items, inputs)
        lead, rest = lead_and_rest(shown, paging.number)
        view = TermView(
            title=term.name,
            taxonomy=TERM_TITLES[taxonomy_id],
            group=term.group or "",
            description=term.description,
            sample=term.sample,
            lead=lead,
            cards=rest,
            others=others,
            paging=paging,
        )
        heading = term.name if paging.number == 1 else f"{term.name}（第 {paging.number} 页）"
        trail = (Link("首页", ""), Link(TERM_TITLES[taxonomy_id], f"{taxonomy_id}/"))
        yield SitePage(here, "term.html", view, heading, term.description, f"{taxonomy_id}/", trail)
