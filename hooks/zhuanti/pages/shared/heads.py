"""What stands around the body of every entry: byline, sources, corrections, reprints, series, terms, related."""

from dataclasses import dataclass

from ...content.addresses import KIND_NAMES
from ...content.entry import Entry
from ...content.loading import tag_url
from ...content.references import TERM_FIELDS
from ...images.pictures import Picture
from ...prose import Prose
from .cards import cards, clock, cover_of, kicker_of, label_of
from .page import Link, PageInputs, SitePage
from .pictures import picture_view
from .views import Card, Clock, PictureView
from .voices import voice_of, with_voices

TERM_TITLES = {
    "counties": "县市区",
    "industries": "产业",
    "groups": "推进组",
    "units": "单位",
    "policy_areas": "政策领域",
}


_STATIONS = 12
_RELATED = 4
_CONTENTS_FROM = 3
_LONG_VOICES = frozenset({"feature", "interview", "tour"})
_LONG_FROM = 900


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a table of names and values."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class DataSourceView:
    """Where a figure comes from."""

    says: str
    publisher: str
    date: Clock | None
    url: str


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A correction shown on the page."""

    date: Clock | None
    note: str


@dataclass(frozen=True, slots=True)
class ReprintView:
    """A reprint by another outlet."""

    outlet: str
    level: str
    date: Clock | None
    url: str


@dataclass(frozen=True, slots=True)
class VideoView:
    """A local file or a link out."""

    file: str
    url: str
    poster: PictureView | None
    captions: str
    duration: str
    transcript: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeriesView:
    """An entry's place in its series; ``stations`` are all its entries, unless they are too many to draw."""

    name: str
    position: int
    total: int
    before: Link | None
    after: Link | None
    stations: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class TermGroup:
    """The terms of one taxonomy, with their pages."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class EntryView:
    """One entry whole, as every entry page shows it; sections add their own part as ``detail``.

    ``voice`` names the manner of its body: news, feature, commentary, interview, tour and so on. ``contents`` are its
    sections, where it has enough of them to be looked up; of a ``long`` one the line beside the text shows how far
    the reader has come. ``poster`` is the address of its poster, where it has one.
    """

    title: str
    kind: str
    kind_name: str
    label: str
    kicker: str
    subtitle: str
    summary: str
    date: Clock | None
    updated: Clock | None
    source: Link | None
    authors: str
    photographers: str
    editor: str
    cover: PictureView | None
    video: VideoView | None
    body: Prose
    data_sources: tuple[DataSourceView, ...]
    corrections: tuple[CorrectionView, ...]
    reprints: tuple[ReprintView, ...]
    series: SeriesView | None
    terms: tuple[TermGroup, ...]
    tags: tuple[Link, ...]
    related: tuple[Card, ...]
    sample: bool
    draft: bool
    serif: bool
    voice: str
    contents: tuple[Link, ...] = ()
    long: bool = False
    poster: str = ""
    detail: object = None


def entry_view(entry: Entry, inputs: PageInputs, detail: object = None) -> EntryView:
    """The view of an entry's page."""
    meta, voice = entry.meta, voice_of(entry)
    return EntryView(
        title=meta.title,
        kind=entry.kind,
        kind_name=KIND_NAMES[entry.kind],
        label=label_of(entry),
        kicker=kicker_of(entry),
        subtitle=meta.subtitle or "",
        summary=meta.summary or "",
        date=clock(meta.date),
        updated=clock(meta.updated),
        source=Link(meta.source.name, meta.source.url or "") if meta.source else None,
        authors="、".join(meta.authors),
        photographers="、".join(meta.photographers),
        editor=meta.editor or "",
        cover=cover_of(entry, inputs.pictures),
        video=video_view(entry, inputs),
        body=with_voices(inputs.prose[entry.path], voice),
        data_sources=tuple(
            DataSourceView(item.says, item.publisher, clock(item.date), item.url or "") for item in meta.data_sources
        ),
        corrections=tuple(CorrectionView(clock(item.date), item.note) for item in meta.corrections),
        reprints=tuple(
            ReprintView(item.outlet, item.level, clock(item.date), item.url or "") for item in meta.reprints
        ),
        series=_series(entry, inputs),
        terms=term_groups(entry, inputs),
        tags=tuple(Link(tag, tag_url(tag)) for tag in dict.fromkeys(meta.tags)),
        related=cards(_related(entry, inputs), inputs),
        sample=meta.sample,
        draft=meta.status != "published",
        serif=voice in ("commentary", "feature"),
        voice=voice,
        contents=_contents(inputs.prose[entry.path]),
        long=voice in _LONG_VOICES and len(inputs.prose[entry.path].text) >= _LONG_FROM,
        poster=_poster(entry, inputs),
        detail=detail,
    )


def _related(entry: Entry, inputs: PageInputs) -> tuple[Entry, ...]:
    """Related entries that the page does not name anyway."""
    library, url = inputs.library, entry.url
    named = {
        other.url
        for links in (library.explainers, library.explained, library.replaces, library.replaced_by, library.based_on, library.basis_of)
        for other in links.get(url, ())
    }  # fmt: skip
    named |= {other.url for other in library.beside(entry) if other}
    return tuple(other for other in library.related[url] if other.url not in named)[:_RELATED]


def _poster(entry: Entry, inputs: PageInputs) -> str:
    prints = inputs.prints.get(entry.url)
    return prints.poster.url if prints and prints.poster else ""


def _contents(body: Prose) -> tuple[Link, ...]:
    sections = tuple(Link(heading.text, f"#{heading.id}") for heading in body.headings if heading.level == 2)
    return sections if len(sections) >= _CONTENTS_FROM else ()


def term_groups(entry: Entry, inputs: PageInputs) -> tuple[TermGroup, ...]:
    """The entry's terms by taxonomy, each linked to its page."""
    groups: list[TermGroup] = []
    for taxonomy_id in TERM_FIELDS.values():
        taxonomy = inputs.library.taxonomies[taxonomy_id]
        links = [
            Link(term.short or term.name, term_url(taxonomy_id, term.id))
            for id in entry.terms(taxonomy_id)
            if (term := taxonomy.find(id))
        ]
        if links:
            groups.append(TermGroup(TERM_TITLES[taxonomy_id], tuple(links)))
    return tuple(groups)


def term_url(taxonomy_id: str, id: str) -> str:
    """The address of a term's page."""
    return f"policies/area/{id}/" if taxonomy_id == "policy_areas" else f"{taxonomy_id}/{id}/"


def _series(entry: Entry, inputs: PageInputs) -> SeriesView | None:
    name = getattr(entry.meta, "series", None)
    if not name:
        return None
    members = inputs.library.series[name]
    before, after = inputs.library.beside(entry)
    return SeriesView(
        name=name,
        position=inputs.library.series_position[entry.url] + 1,
        total=len(members),
        before=Link(before.meta.title, before.url) if before else None,
        after=Link(after.meta.title, after.url) if after else None,
        stations=tuple(Link(other.meta.title, other.url, current=other is entry) for other in members)
        if len(members) <= _STATIONS
        else (),
    )


def video_view(entry: Entry, inputs: PageInputs) -> VideoView | None:
    """The film of an entry, if it has one."""
    video = entry.meta.video
    if video is None:
        return None

    def media(target: str | None) -> Picture | None:
        return inputs.pictures.get((entry.path, target)) if target else None

    file, poster, captions = media(video.file), media(video.poster), media(video.captions)
    return VideoView(
        file=file.url if file else "",
        url=video.url or "",
        poster=picture_view(poster, alt="") if poster else None,
        captions=captions.url if captions else "",
        duration=video.duration or "",
        transcript=tuple(line for line in (video.transcript or "").split("\n") if line.strip()),
    )


def entry_page(
    entry: Entry, inputs: PageInputs, template: str, section: str, trail: tuple[Link, ...], detail: object = None
) -> SitePage:
    """The page of one entry; ``trail`` leads to it from the front page, which is added here."""
    meta = entry.meta
    return SitePage(
        url=entry.url,
        template=template,
        view=entry_view(entry, inputs, detail),
        title=meta.title,
        description=meta.summary or "",
        section=section,
        trail=(Link("首页", ""), *trail),
        entry_path=entry.path,
        modified=modified.iso if (modified := entry.modified) else "",
    )
