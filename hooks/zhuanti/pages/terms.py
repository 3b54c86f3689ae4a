"""Pages of counties, industries, groups, units and tags."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..content.addresses import Kind
from ..content.entry import Entry
from ..content.loading import tag_url
from ..content.models import Term
from .shared.cards import cards
from .shared.document_date import newest_document_first
from .shared.figures import FigureView, figure_views
from .shared.heads import TERM_TITLES, TermGroup, term_url
from .shared.page import Link, PageInputs, SitePage
from .shared.paging import Paging, in_pages
from .shared.policy_rows import PolicyRow, policy_rows
from .shared.term_lists import grouped_terms, term_links
from .shared.views import Card

_ENOUGH_FOR_A_FRONT = 5
TAXONOMIES = ("counties", "industries", "groups", "units")


@dataclass(frozen=True, slots=True)
class TermFront:
    """What a term's first page shows before its list: a small front page; a part without entries is empty."""

    lead: Card | None
    newest: tuple[Card, ...]
    figures: tuple[FigureView, ...]
    cases: tuple[Card, ...]
    policies: tuple[PolicyRow, ...]
    galleries: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class TermView:
    """One page of all entries of a term; ``others`` are its neighbours in the taxonomy."""

    title: str
    taxonomy: str
    description: str
    sample: bool
    front: TermFront | None
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
            view = TermView(tag, "标签", "", False, None, cards(items, inputs), (), paging)
            heading = tag if paging.number == 1 else f"{tag}（第 {paging.number} 页）"
            yield SitePage(here, "term.html", view, f"标签：{heading}", trail=(Link("首页", ""),))


def _term_pages(taxonomy_id: str, term: Term, inputs: PageInputs) -> Iterator[SitePage]:
    entries = inputs.library.by_term.get((taxonomy_id, term.id), ())
    others = term_links(taxonomy_id, inputs, term.id)
    front = _front(term, entries, inputs)
    for here, items, paging in in_pages(term_url(taxonomy_id, term.id), entries):
        view = TermView(
            title=term.name,
            taxonomy=TERM_TITLES[taxonomy_id],
            description=term.description,
            sample=term.sample,
            front=front if paging.number == 1 else None,
            cards=cards(items, inputs),
            others=others,
            paging=paging,
        )
        heading = term.name if paging.number == 1 else f"{term.name}（第 {paging.number} 页）"
        trail = (Link("首页", ""), Link(TERM_TITLES[taxonomy_id], f"{taxonomy_id}/"))
        yield SitePage(here, "term.html", view, heading, term.description, f"{taxonomy_id}/", trail)


def _front(term: Term, entries: Sequence[Entry], inputs: PageInputs) -> TermFront | None:
    """The parts of a term's front; a handful of entries needs none, the list says it all."""
    if len(entries) < _ENOUGH_FOR_A_FRONT:
        return None
    newest = [entry for entry in entries if entry.kind in ("article", "event", "notice")]
    lead = next((entry for entry in newest if entry.meta.cover), None)
    newest = [entry for entry in newest if entry is not lead]

    def newest_of(*kinds: Kind) -> list[Entry]:
        return [entry for entry in entries if entry.kind in kinds]

    return TermFront(
        lead=inputs.cards[lead.url] if lead else None,
        newest=cards(newest[:3], inputs),
        figures=figure_views(term.figures, inputs),
        cases=cards(newest_of("case")[:4], inputs),
        policies=policy_rows(sorted(newest_of("policy-document"), key=newest_document_first)[:4], inputs),
        galleries=cards(newest_of("gallery")[:4], inputs),
    )
