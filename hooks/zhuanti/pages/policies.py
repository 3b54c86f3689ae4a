"""Policy documents with their relations, explainers with what a company must know."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..content.entry import Entry
from ..content.models import DocumentMeta, ExplainerMeta
from ..settings.moment import Moment
from .shared.basis import BasisView, StatementView, bases, statements
from .shared.cards import cards, clock
from .shared.heads import Fact, entry_page, term_url
from .shared.lessons import LessonView, lessons
from .shared.originals import OriginalView, originals
from .shared.page import Link, PageInputs, SitePage
from .shared.relations import RelationsView, relations_view
from .shared.standing import deadline_standing, explained_standing
from .shared.versions import VersionView, versions
from .shared.views import Card, Clock, StatusView

URL = "policies/"


@dataclass(frozen=True, slots=True)
class DocumentView:
    """The structured part of a policy document; ``versions`` run from the oldest to the newest."""

    status: StatusView
    facts: tuple[Fact, ...]
    relations: RelationsView | None
    versions: tuple[VersionView, ...]
    explainers: tuple[Card, ...]
    lessons: tuple[LessonView, ...]
    originals: tuple[OriginalView, ...]


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question and its answer."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class ExplainerView:
    """The structured part of an explainer; ``bases`` are the documents it rests on."""

    documents: tuple[Card, ...]
    bases: tuple[BasisView, ...]
    originals: tuple[OriginalView, ...]
    lessons: tuple[LessonView, ...]
    audience: tuple[str, ...]
    benefits: tuple[StatementView, ...]
    conditions: tuple[StatementView, ...]
    materials: tuple[StatementView, ...]
    steps: tuple[StatementView, ...]
    deadline: str
    deadline_date: Clock | None
    state: StatusView | None
    contact: Link | None
    faq: tuple[QuestionView, ...]


def pages(inputs: PageInputs) -> Iterator[SitePage]:
    """Every document and explainer."""
    library = inputs.library
    for entry in library.of_kind("policy-document"):
        yield _entry_page(entry, "policy-document.html", _document(entry, inputs), inputs)
    for entry in library.of_kind("policy-explainer"):
        yield _entry_page(entry, "policy-explainer.html", _explainer(entry, inputs), inputs)


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
    return DocumentView(
        status=explained_standing(entry, library),
        facts=tuple(Fact(name, value) for name, value in values if value),
        relations=relations_view(entry, inputs),
        versions=versions(entry, inputs),
        explainers=cards(library.explainers.get(entry.url, ()), inputs),
        lessons=lessons((entry,), library),
        originals=originals((entry,), library),
    )


def _explainer(entry: Entry, inputs: PageInputs) -> ExplainerView:
    meta, library = entry.meta, inputs.library
    assert isinstance(meta, ExplainerMeta)
    unit = library.taxonomies["units"].find(meta.contact_unit) if meta.contact_unit else None
    contact = Link(unit.name, term_url("units", unit.id)) if unit else None
    deadline = meta.deadline if isinstance(meta.deadline, Moment) else None
    documents = library.explained.get(entry.url, ())
    return ExplainerView(
        documents=cards(documents, inputs),
        bases=bases(entry, library),
        originals=originals(documents, library),
        lessons=lessons(documents, library),
        audience=meta.audience,
        benefits=statements(meta.benefits),
        conditions=statements(meta.conditions),
        materials=statements(meta.materials),
        steps=statements(meta.steps),
        deadline=deadline.chinese if deadline else str(meta.deadline or ""),
        deadline_date=clock(deadline),
        state=deadline_standing(deadline, library.since) if deadline else None,
        contact=contact or (Link(meta.contact_unit) if meta.contact_unit else None),
        faq=tuple(QuestionView(item.question, item.answer) for item in meta.faq),
    )
