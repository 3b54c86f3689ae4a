"""Case stories: all, by type, and each with its measures and results."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from ..content.entry import Entry
from ..content.models import CaseMeta, CaseType
from .shared.cards import cards, lead_and_rest
from .shared.case_types import URL, cases_of, type_links, type_url
from .shared.heads import entry_page
from .shared.page import Link, PageInputs, SitePage
from .shared.paging import Paging, in_pages
from .shared.relations import named
from .shared.views import Card

TITLE = "典型案例"


@dataclass(frozen=True, slots=True)
class CaseListView:
    """A list of cases under the tabs of their types."""

    title: str
    types: tuple[Link, ...]
    lead: Card | None
    cards: tuple[Card, ...]
    paging: Paging


@dataclass(frozen=True, slots=True)
class ResultView:
    """One row of the results table."""

    label: str
    value: str
    unit: str
    source: str


@dataclass(frozen=True, slots=True)
class CaseView:
    """The structured part of a case; ``unheld`` are policies it used that the site does not hold."""

    case_type: Link
    subject: str
    measures: tuple[str, ...]
    results: tuple[ResultView, ...]
    policies: tuple[Card, ...]
    unheld: tuple[str, ...]


def pages(inputs: PageInputs) -> Iterator[SitePage]:
    """The list of all cases, one list a type, every case."""
    entries = inputs.library.of_kind("case")
    yield from _list(TITLE, URL, entries, "", inputs)
    for case_type in get_args(CaseType):
        yield from _list(case_type, type_url(case_type), cases_of(case_type, inputs.library), case_type, inputs)
    for entry in entries:
        meta, policies = _meta(entry), inputs.library.policies.get(entry.url, ())
        detail = CaseView(
            case_type=Link(meta.case_type, type_url(meta.case_type)),
            subject=meta.subject or "",
            measures=meta.measures,
            results=tuple(ResultView(item.label, item.value, item.unit, item.source) for item in meta.results),
            policies=cards(policies, inputs),
            unheld=named(meta.policies, policies),
        )
        trail = (Link(TITLE, URL), detail.case_type)
        yield entry_page(entry, inputs, "case.html", URL, trail, detail)


def _list(title: str, url: str, entries: tuple[Entry, ...], current: str, inputs: PageInputs) -> Iterator[SitePage]:
    types = type_links(inputs, current)
    for here, items, paging in in_pages(url, entries):
        shown = cards(items, inputs)
        lead, rest = lead_and_rest(shown, paging.number)
        view = CaseListView(title, types, lead, rest, paging)
        heading = title if paging.number == 1 else f"{title}（第 {paging.number} 页）"
        trail = (Link("首页", ""), *((Link(TITLE, URL),) if current else ()))
        yield SitePage(here, "cases.html", view, heading, section=URL, trail=trail)


def _meta(entry: Entry) -> CaseMeta:
    assert isinstance(entry.meta, CaseMeta)
    return entry.meta
