"""What of an entry can be found: its title, what stands in its head, its body, and the structured fields beside it.

Headings of the frame (主要做法, 申报条件) are no text of an entry; neither are terms, which readers filter by.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ...content.addresses import KIND_NAMES
from ...content.entry import Entry
from ...content.library import Library
from ...content.models import CaseMeta, DocumentMeta, EventMeta, ExplainerMeta, Meta, NoticeMeta
from ...pages.galleries.reading import RECORDINGS
from ...pages.shared.cards import kicker_of, label_of
from ...prose import ImageRef, Prose
from ...prose.chinese import ALL_INVISIBLE
from ...settings.moment import Moment


@dataclass(frozen=True, slots=True)
class Document:
    """One entry as search knows it.

    Attributes:
        head: kicker, subtitle and summary; ``body``: all the rest; blocks on lines of their own.
        notes: what a hit shows beside its title: number, status.
        day: ``2023-05-01``, or nothing.
    """

    url: str
    title: str
    head: str
    body: str
    kind: str
    label: str
    source: str
    notes: tuple[str, ...]
    day: str
    column: str
    counties: tuple[str, ...]
    areas: tuple[str, ...]
    sample: bool
    summary: str


def documents(library: Library, prose: Mapping[str, Prose]) -> tuple[Document, ...]:
    """Every entry of the Library, by address, so that a new one moves few others."""
    entries = sorted(library.entries, key=lambda entry: entry.url)
    return tuple(_document(entry, library, prose[entry.path]) for entry in entries)


def _document(entry: Entry, library: Library, prose: Prose) -> Document:
    meta = entry.meta
    transcript = meta.video.transcript if meta.video else None
    number = meta.number if isinstance(meta, (DocumentMeta, NoticeMeta)) else None
    return Document(
        url=entry.url,
        title=_clean((meta.title,)),
        head=_clean((kicker_of(entry), meta.subtitle, meta.summary)),
        body=_clean((prose.text, *_heard(entry, prose), *_fields(entry, library), transcript)),
        kind=entry.kind,
        label=KIND_NAMES[entry.kind] if isinstance(meta, DocumentMeta) else label_of(entry),
        source=meta.source.name if meta.source else "",
        notes=tuple(note for note in (number, library.status.get(entry.url)) if note),
        day=meta.date.day.isoformat() if meta.date else "",
        column=entry.column or "",
        counties=_ids(entry, "counties", library),
        areas=_ids(entry, "policy_areas", library),
        sample=meta.sample,
        summary=meta.summary or "",
    )


def _heard(entry: Entry, prose: Prose) -> Iterator[str]:
    """What a gallery says of its recordings: unlike the words for a picture, it is there to be read."""
    if entry.kind == "gallery":
        for segment in prose.segments:
            if isinstance(segment, ImageRef) and segment.target.lower().endswith(RECORDINGS):
                yield segment.alt


def _ids(entry: Entry, taxonomy: str, library: Library) -> tuple[str, ...]:
    terms = (library.taxonomies[taxonomy].find(name) for name in entry.terms(taxonomy))
    return tuple(dict.fromkeys(term.id for term in terms if term))


def _fields(entry: Entry, library: Library) -> Iterator[str | None]:
    meta: Meta = entry.meta
    if isinstance(meta, CaseMeta):
        yield meta.subject
        yield from meta.measures
        yield from (f"{item.label} {item.value}{item.unit} {item.source}" for item in meta.results)
    elif isinstance(meta, DocumentMeta):
        yield from meta.issuer
        yield from (meta.number, meta.index_number, meta.subject, meta.level)
        yield from (time.chinese for time in (meta.issued, meta.released, meta.effective, meta.expires) if time)
        yield from meta.changes
    elif isinstance(meta, ExplainerMeta):
        unit = library.taxonomies["units"].find(meta.contact_unit) if meta.contact_unit else None
        yield from meta.articles
        yield from (*meta.audience, *meta.benefits, *meta.conditions, *meta.materials, *meta.steps)
        yield meta.deadline.chinese if isinstance(meta.deadline, Moment) else meta.deadline
        yield unit.name if unit else meta.contact_unit
        for item in meta.faq:
            yield from (item.question, item.answer)
    elif isinstance(meta, NoticeMeta):
        yield from (*meta.issuer, meta.number, meta.legal_basis)
    elif isinstance(meta, EventMeta):
        yield from (meta.place, meta.state)


def _clean(blocks: Iterable[str | None]) -> str:
    """Blocks on lines of their own, without what nobody can see or type."""
    return ALL_INVISIBLE.sub("", "\n".join(block.strip() for block in blocks if block and block.strip()))
