"""The policy index: by area and date, documents with their relations, explainers with what a company must know."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..content.entry import Entry
from ..content.models import DocumentMeta, ExplainerMeta
from ..settings.moment import Moment
from .shared.candidates import match_link
from .shared.cards import cards, clock, status_view
from .shared.heads import Fact, entry_page, term_url
from .shared.page import Link, PageInputs, SitePage
from .shared.paging import Paging, in_pages
from .shared.policy_rows import PolicyRow, policy_rows
from .shared.term_lists import term_links
from .shared.views import Card, Clock, StatusView

URL = "policies/"


@dataclass(frozen=True, slots=True)
class PolicyListView:
    """One page of the index, or of one area."""

    title: str
    description: str
    areas: tuple[Link, ...]
    rows: tuple[PolicyRow, ...]
    explainers: tuple[Card, ...]
    paging: Paging
    match: Link | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """A group of related documents; those the site does not hold are plain text, and none is the document itself."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """The structured part of a policy document; ``relations`` run from the oldest to the newest."""

    status: StatusView
    facts: tuple[Fact, ...]
    relations: tuple[Relation, ...]
    explainers: tuple[Card, ...]
    official_url: str


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question and its answer."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class ExplainerView:
    """The structured part of an explainer."""

    documents: tuple[Card, ...]
    audience: tuple[str, ...]
    benefits: tuple[str, ...]
    conditions: tuple[str, ...]
    materials: tuple[str, ...]
    steps: tuple[str, ...]
    deadline: str
    deadline_date: Clock | None
    closed: StatusView | None
    contact: Link | None
    faq: tuple[QuestionView, ...]


def pages(inputs: PageInputs) -> Iterator[SitePage]:
    """The index, one list an area, every document and explainer."""
    library = inputs.library
    yield from _list(
        "政策索引", "", URL, library.of_kind("policy-document"), library.of_kind("policy-explainer"), "", inputs
    )
    for term in library.taxonomies["policy_areas"].terms:
        members = library.by_term.get(("policy_areas", term.id), ())
        documents = tuple(entry for entry in members if entry.kind == "policy-document")
        explainers = tuple(entry for entry in members if entry.kind == "policy-explainer")
        url = term_url("policy_areas", term.id)
        yield from _list(term.name, term.description, url, documents, explainers, term.id, inputs)
    for entry in library.of_kind("policy-document"):
        yield _entry_page(entry, "policy-document.html", _document(entry, inputs), inputs)
    for entry in library.of_kind("policy-explainer"):
        yield _entry_page(entry, "policy-explainer.html", _explainer(entry, inputs), inputs)


def _list(
    title: str,
    description: str,
    url: str,
    documents: tuple[Entry, ...],
    explainers: tuple[Entry, ...],
    current: str,
    inputs: PageInputs,
) -> Iterator[SitePage]:
    areas = (Link("全部", URL, current=not current), *term_links("policy_areas", inputs, current))
    for here, items, paging in in_pages(url, documents):
        view = PolicyListView(
            title=title,
            description=description,
            areas=areas,
            rows=policy_rows(items, inputs),
            explainers=cards(explainers[:20], inputs) if paging.number == 1 else (),
            paging=paging,
            match=match_link(inputs.library),
        )
        heading = title if paging.number == 1 else f"{title}（第 {paging.number} 页）"
        trail = (Link("首页", ""), *((Link("政策", URL),) if current else ()))
        yield SitePage(here, "policies.html", view, heading, description, section=URL, trail=trail)


def _entry_page(entry: Entry, template: str, detail: object, inputs: PageInputs) -> SitePage:
    areas = [
        Link(term.name, term_url("policy_areas", term.id))
        for id in entry.terms("policy_areas")[:1]
        if (term := inputs.library.taxonomies["policy_areas"].find(id))
    ]
    return entry_page(entry, inputs, template, URL, (Link("政策", URL), *areas), detail)


def _document(entry: Entry, inputs: PageInputs) -> DocumentView:
    meta, library = entry.meta, inputs.library
    assert isinstance(meta, DocumentMeta)
    values = (
        ("发文机关", "、".join(meta.issuer)),
        ("发文字号", meta.number or ""),
        ("索引号", meta.index_number or ""),
        ("主题分类", meta.subject or ""),
        ("层级", meta.level or ""),
        ("成文日期", meta.issued.chinese if meta.issued else ""),
        ("发布日期", meta.released.chinese if meta.released else ""),
        ("施行日期", meta.effective.chinese if meta.effective else "来源未标注"),
        ("失效日期", meta.expires.chinese if meta.expires else ""),
    )
    relations = (
        Relation("上位依据", _named(meta.based_on, library.based_on.get(entry.url, ()))),
        Relation("本文件替代", _named(meta.replaces, library.replaces.get(entry.url, ()))),
        Relation("本文件", ()),
        Relation("以本文件为依据", _links(library.basis_of.get(entry.url, ()))),
        Relation("已被以下文件替代", _links(library.replaced_by.get(entry.url, ()))),
    )
    related = any(relation.links for relation in relations)
    return DocumentView(
        status=status_view(library.status[entry.url]),
        facts=tuple(Fact(name, value) for name, value in values if value),
        relations=tuple(r for r in relations if r.links or r.title == "本文件") if related else (),
        explainers=cards(library.explainers.get(entry.url, ()), inputs),
        official_url=meta.official_url or "",
    )


def _explainer(entry: Entry, inputs: PageInputs) -> ExplainerView:
    meta, library = entry.meta, inputs.library
    assert isinstance(meta, ExplainerMeta)
    unit = library.taxonomies["units"].find(meta.contact_unit) if meta.contact_unit else None
    contact = Link(unit.name, term_url("units", unit.id)) if unit else None
    deadline = meta.deadline if isinstance(meta.deadline, Moment) else None
    over = deadline is not None and (
        deadline.at < library.at.at if deadline.has_clock else deadline.day < library.at.day
    )
    return ExplainerView(
        documents=cards(library.explained.get(entry.url, ()), inputs),
        audience=meta.audience,
        benefits=meta.benefits,
        conditions=meta.conditions,
        materials=meta.materials,
        steps=meta.steps,
        deadline=deadline.chinese if deadline else str(meta.deadline or ""),
        deadline_date=clock(deadline),
        closed=status_view("已截止") if over else None,
        contact=contact or (Link(meta.contact_unit) if meta.contact_unit else None),
        faq=tuple(QuestionView(item.question, item.answer) for item in meta.faq),
    )


def _links(entries: tuple[Entry, ...]) -> tuple[Link, ...]:
    return tuple(Link(entry.meta.title, entry.url) for entry in entries)


def _named(names: tuple[str, ...], entries: tuple[Entry, ...]) -> tuple[Link, ...]:
    """Documents the site holds as links, the others as the editor named them."""
    held: set[str] = set()
    for entry in entries:
        number = entry.meta.number if isinstance(entry.meta, DocumentMeta) else None
        held |= {entry.slug, entry.meta.title, number or ""}
    return (*_links(entries), *(Link(name) for name in names if name not in held and not name.isascii()))
