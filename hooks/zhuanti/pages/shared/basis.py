"""What an explainer rests on: each statement with its article, source and date, and each document with its articles."""

from dataclasses import dataclass

from ...content.citations import STATEMENTS, Citation, citation_of, listed, statement_of
from ...content.entry import Entry
from ...content.library import Library
from ...content.models import DocumentMeta, ExplainerMeta
from ...content.references import folded
from .cards import clock
from .document_date import document_date
from .page import Link
from .standing import document_name, explained_standing
from .titles import called
from .views import Clock, StatusView


@dataclass(frozen=True, slots=True)
class StatementView:
    """What an explainer says, and the article it says it by: ``第五条``, or ``示例县政发〔2023〕1号第五条``."""

    text: str
    article: str


@dataclass(frozen=True, slots=True)
class BasisView:
    """A document an explainer rests on, its articles, its status, and its most telling date with a word for it."""

    document: Link
    name: str
    articles: str
    status: StatusView
    date: Clock | None
    date_word: str


def statements(texts: tuple[str, ...]) -> tuple[StatementView, ...]:
    """Sentences with the articles their editor put behind them."""
    found = (statement_of(text) for text in texts)
    return tuple(StatementView(each.says, _article(each.citation) if each.citation else "") for each in found)


def bases(entry: Entry, library: Library) -> tuple[BasisView, ...]:
    """The documents an explainer explains, in its editor's order."""
    meta = entry.meta
    assert isinstance(meta, ExplainerMeta)
    written = [citation for text in meta.articles if (citation := citation_of(text))]
    written += [
        citation for field in STATEMENTS for text in getattr(meta, field) if (citation := statement_of(text).citation)
    ]
    documents = library.explained.get(entry.url, ())
    return tuple(_basis(document, written, len(documents) == 1, library) for document in documents)


def _basis(document: Entry, written: list[Citation], alone: bool, library: Library) -> BasisView:
    meta = document.meta
    assert isinstance(meta, DocumentMeta)
    names = {folded(name) for name in (document.slug, meta.title, meta.number) if name}
    own = [each.articles for each in written if (folded(each.document) in names if each.document else alone)]
    date, word = document_date(document)
    return BasisView(
        document=Link(meta.title, document.url),
        name=document_name(document),
        articles=listed(own),
        status=explained_standing(document, library),
        date=clock(date),
        date_word=word or "日期来源未标注",
    )


def _article(citation: Citation) -> str:
    return f"{called(citation.document)}{citation.articles}"
