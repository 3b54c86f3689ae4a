"""Cards and pictures: how an entry shows itself in a list."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from ...content.addresses import KIND_NAMES
from ...content.entry import Entry
from ...content.library import Library
from ...content.models import CaseMeta, DocumentMeta, EventMeta, ExplainerMeta
from ...images.pictures import Picture
from ...settings.moment import Moment
from .document_date import document_date
from .page import PageInputs
from .pictures import focus_classes, picture_view
from .standing import standing
from .views import Card, Clock, Dated, PictureView


def clock(moment: Moment | None) -> Clock | None:
    """A moment's view: ISO, long Chinese form, day, and the short form of lists; a campaign outlives a year."""
    if moment is None:
        return None
    day = moment.day
    return Clock(moment.iso, moment.chinese, f"{day.year}年{day.month}月{day.day}日", f"{day:%Y-%m-%d}")


def cover_picture(entry: Entry, pictures: Mapping[tuple[str, str], Picture]) -> Picture | None:
    """What is published of an entry's cover, if it has one that could be read."""
    return pictures.get((entry.path, entry.meta.cover)) if entry.meta.cover else None


def dated_view(entry: Entry) -> Dated | None:
    """A policy's date with its word; None where no source names one."""
    moment, word = document_date(entry)
    time = clock(moment)
    return Dated(word, time) if time else None


def cover_of(entry: Entry, pictures: Mapping[tuple[str, str], Picture]) -> PictureView | None:
    """The same as templates take it."""
    meta = entry.meta
    picture = cover_picture(entry, pictures)
    if picture is None:
        return None
    return picture_view(
        picture,
        alt=meta.cover_alt or "",
        credit=meta.cover_credit or "",
        focus=focus_classes(meta.cover_focus or ""),
    )


def make_cards(library: Library, pictures: Mapping[tuple[str, str], Picture]) -> Mapping[str, Card]:
    """How every entry shows itself wherever it is listed, by its address."""
    return MappingProxyType({url: _card(entry, library, pictures) for url, entry in library.by_url.items()})


def _card(entry: Entry, library: Library, pictures: Mapping[tuple[str, str], Picture]) -> Card:
    meta = entry.meta
    is_policy = isinstance(meta, DocumentMeta)
    deadline = meta.deadline if isinstance(meta, ExplainerMeta) else None
    return Card(
        url=entry.url,
        title=meta.title,
        kind=entry.kind,
        kind_name=KIND_NAMES[entry.kind],
        label=label_of(entry),
        kicker=kicker_of(entry),
        summary=meta.summary or "",
        source=meta.source.name if meta.source else "",
        time=clock(meta.starts or meta.date if isinstance(meta, EventMeta) else meta.date),
        picture=cover_of(entry, pictures),
        sample=meta.sample,
        status=standing(entry, library),
        number=meta.number or "" if isinstance(meta, DocumentMeta) else "",
        issuer="、".join(meta.issuer) if is_policy and isinstance(meta, DocumentMeta) else "",
        deadline=deadline.chinese if isinstance(deadline, Moment) else (deadline or ""),
        dated=dated_view(entry) if isinstance(meta, DocumentMeta | ExplainerMeta) else None,
        state=(meta.state or "") if isinstance(meta, EventMeta) else "",
        serif=getattr(meta, "form", "") == "评论",
    )


def cards(entries: Iterable[Entry], inputs: PageInputs) -> tuple[Card, ...]:
    """The cards of these entries, in the given order."""
    return tuple(inputs.cards[entry.url] for entry in entries)


def lead_and_rest(shown: tuple[Card, ...], page_number: int) -> tuple[Card | None, tuple[Card, ...]]:
    """The first card of a list's first page leads where it has a picture."""
    if page_number == 1 and shown and shown[0].picture is not None:
        return shown[0], shown[1:]
    return None, shown


def kicker_of(entry: Entry) -> str:
    """The kicker without what the word in front and the sample mark say anyway."""
    said = {label_of(entry), KIND_NAMES[entry.kind], "示例" if entry.meta.sample else ""}
    parts = (part.strip() for part in (entry.meta.kicker or "").split("·"))
    return "·".join(part for part in parts if part not in said)


def label_of(entry: Entry) -> str:
    """The one word in front of a title."""
    meta = entry.meta
    if isinstance(meta, CaseMeta):
        return str(meta.case_type)
    if isinstance(meta, DocumentMeta):
        return meta.level or "政策"
    return str(getattr(meta, "form", "") or KIND_NAMES[entry.kind])
