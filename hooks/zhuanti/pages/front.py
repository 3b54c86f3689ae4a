"""The front page: the blocks of site.yml in the editors' order; a block with nothing to show is absent."""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from ..content.addresses import Kind
from ..content.entry import Entry
from ..content.library import Library
from ..prose import Prose
from ..settings.site import ColumnBlock, FiguresBlock, LeadBlock, ListBlock, QuoteBlock, TermsBlock
from .shared.candidates import match_link
from .shared.cards import cards, clock
from .shared.case_types import type_links
from .shared.clauses import clauses
from .shared.document_date import newest_document_first
from .shared.figures import FigureView, figure_views
from .shared.heads import TERM_TITLES, TermGroup
from .shared.page import Link, PageInputs, SitePage
from .shared.pictures import picture_view
from .shared.policy_rows import PolicyRow, policy_rows
from .shared.term_lists import grouped_terms, term_links
from .shared.views import Card, Clock, PictureView

_LISTS: dict[str, tuple[Kind, str, str]] = {
    "policies": ("policy-document", "政策", "policies/"),
    "cases": ("case", "典型案例", "cases/"),
    "galleries": ("gallery", "图集", "galleries/"),
    "events": ("event", "活动", "events/"),
}


@dataclass(frozen=True, slots=True)
class HeroView:
    """Name, slogan and drawing."""

    headline: tuple[str, ...]
    slogan: tuple[str, ...]
    updated: Clock | None
    alt: str
    wide: PictureView | None
    wide_dark: PictureView | None
    phone: PictureView | None
    phone_dark: PictureView | None


@dataclass(frozen=True, slots=True)
class BlockView:
    """One block; ``kind`` names its component, the parts it does not use are empty."""

    kind: str
    title: str
    more: Link | None = None
    lead: Card | None = None
    cards: tuple[Card, ...] = ()
    figures: tuple[FigureView, ...] = ()
    rows: tuple[PolicyRow, ...] = ()
    links: tuple[Link, ...] = ()
    groups: tuple[TermGroup, ...] = ()
    quotation: tuple[str, ...] = ()
    voice: str = ""
    match: Link | None = None


@dataclass(frozen=True, slots=True)
class FrontView:
    """The whole front page."""

    hero: HeroView
    blocks: tuple[BlockView, ...]


def pages(inputs: PageInputs) -> Iterator[SitePage]:
    """The one page at the root."""
    settings = inputs.settings
    blocks = (_BLOCKS[type(block)](block, inputs) for block in settings.blocks)
    view = FrontView(_hero(inputs), tuple(block for block in blocks if block))
    newest = next((clock(entry.meta.date) for entry in inputs.library.entries if entry.meta.date), None)
    yield SitePage(
        "",
        "front.html",
        view,
        settings.name,
        settings.description,
        section="front",
        modified=newest.iso if newest else "",
    )


def _hero(inputs: PageInputs) -> HeroView:
    hero, settings = inputs.settings.hero, inputs.settings

    def picture(target: str | None) -> PictureView | None:
        found = inputs.pictures.get(("content/site.yml", target)) if target else None
        return picture_view(found, alt=hero.alt or "") if found else None

    newest = next((entry for entry in inputs.library.entries if entry.meta.date), None)
    return HeroView(
        headline=settings.headline or (settings.name,),
        slogan=clauses(settings.slogan),
        updated=clock(newest.meta.date) if newest else None,
        alt=hero.alt or "",
        wide=picture(hero.image),
        wide_dark=picture(hero.image_dark),
        phone=picture(hero.image_phone),
        phone_dark=picture(hero.image_phone_dark),
    )


def lead_entries(block: LeadBlock, library: Library) -> tuple[Entry, ...]:
    """Of the entries that editors put in front those that are public."""
    urls = (name.strip("/") + "/" for name in block.entries)
    return tuple(library.by_url[url] for url in urls if url in library.by_url)


def _lead(block: LeadBlock, inputs: PageInputs) -> BlockView | None:
    entries = lead_entries(block, inputs.library)
    if not entries:
        return None
    return BlockView("lead", block.title, lead=inputs.cards[entries[0].url], cards=cards(entries[1:4], inputs))


def _figures(block: FiguresBlock, inputs: PageInputs) -> BlockView | None:
    figures = figure_views(block.figures, inputs)
    return BlockView("figures", block.title, figures=figures) if figures else None


def _column(block: ColumnBlock, inputs: PageInputs) -> BlockView | None:
    column = inputs.library.taxonomies["columns"].find(block.column)
    entries = inputs.library.by_column.get(column.id, ()) if column else ()
    if column is None or not entries:
        return None
    more = Link(column.name, f"columns/{column.id}/", len(entries))
    return BlockView("column", block.title or column.name, more, cards=cards(entries[: block.count], inputs))


def _list(block: ListBlock, inputs: PageInputs) -> BlockView | None:
    kind, title, url = _LISTS[block.block]
    entries = inputs.library.of_kind(kind)
    if not entries:
        return None
    title = block.title or title
    shown = cards(entries[: block.count], inputs)
    more = Link(title, url, len(entries))
    if block.block == "policies":
        newest = sorted(entries, key=newest_document_first)
        rows, areas = policy_rows(newest[: block.count], inputs), term_links("policy_areas", inputs)
        return BlockView("policies", title, more, rows=rows, links=areas, match=match_link(inputs.library))
    links: tuple[Link, ...] = ()
    if block.block == "cases":
        links = type_links(inputs, "")
    lead = shown[0] if block.block == "cases" and shown[0].picture else None
    return BlockView(block.block, title, more, lead, shown[1:] if lead else shown, links=links)


def _quote(block: QuoteBlock, inputs: PageInputs) -> BlockView | None:
    """The newest entry of the column that has a quotation to give."""
    column = inputs.library.taxonomies["columns"].find(block.column)
    for entry in inputs.library.by_column.get(column.id, ())[:20] if column else ():
        quotation = _first_quotation(inputs.prose[entry.path])
        if column and quotation:
            more = Link(column.name, f"columns/{column.id}/")
            title = block.title or column.name
            return BlockView("quote", title, more, lead=inputs.cards[entry.url], quotation=clauses(quotation))
    return None


def _first_quotation(prose: Prose) -> str:
    markup = "".join(segment for segment in prose.segments if isinstance(segment, str))
    found = re.search(r"<blockquote>\s*<p>(.*?)</p>", markup, re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>", "", found.group(1))).strip() if found else ""


def _terms(block: TermsBlock, inputs: PageInputs) -> BlockView | None:
    groups = grouped_terms(block.taxonomy, inputs)
    if not groups:
        return None
    title = block.title or TERM_TITLES[block.taxonomy]
    return BlockView("terms", title, Link(title, f"{block.taxonomy}/"), groups=groups, voice=block.taxonomy)


_BLOCKS: dict[type, Callable[[Any, PageInputs], BlockView | None]] = {
    LeadBlock: _lead,
    FiguresBlock: _figures,
    ColumnBlock: _column,
    ListBlock: _list,
    QuoteBlock: _quote,
    TermsBlock: _terms,
}
