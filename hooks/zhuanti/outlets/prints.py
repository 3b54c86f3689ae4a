"""What the cards and posters of entries, and of the site itself, say."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ..content.citations import statement_of
from ..content.entry import Entry
from ..content.library import Library
from ..content.loading import SETTINGS_PATH
from ..content.models import CaseMeta, DocumentMeta, EventMeta, ExplainerMeta, NoticeMeta
from ..images.cards.sheet import Bill, Campaign, Cover, Ground, Sheet
from ..images.pictures import Picture
from ..pages.shared.cards import clock, kicker_of, label_of
from ..pages.shared.voices import voice_of
from ..settings.moment import Moment
from ..settings.site import SiteSettings

_GROUNDS: Mapping[str, Ground] = {"policy-document": "steel", "event": "deep", "notice": "deep"}
_CALLS = {
    "policy-document": "扫码查政策",
    "policy-explainer": "扫码看解读",
    "gallery": "扫码看图集",
    "event": "扫码看活动",
}
WITH_POSTER = frozenset(_CALLS)
_CARD_WIDTH = 1200  # of the edition that is enough for cards
_MOST_NAMED, _MOST_TAGGED = 12, 6  # signs; what is longer may be parted


@dataclass(frozen=True, slots=True)
class Desk:
    """What sheets are written from; ``originals`` is the project's folder where posters are to show whole pictures."""

    library: Library
    settings: SiteSettings
    pictures: Mapping[tuple[str, str], Picture]
    names: tuple[str, ...]
    originals: Path | None = None

    @property
    def campaign(self) -> Campaign:
        """Whose cards these are."""
        colours, name = self.settings.colours, self.settings.name
        return Campaign(name, self.settings.short_name or name, colours.steel, colours.forge, colours.reed)


def desk(
    library: Library,
    settings: SiteSettings,
    pictures: Mapping[tuple[str, str], Picture],
    originals: Path | None = None,
) -> Desk:
    """The desk of one site.

    Names that titles are not to part: its own, terms, organizers, who issues documents, whom cases are about; and tags,
    so that an editor who finds a word parted can name it.
    """
    terms = (term for taxonomy in library.taxonomies.values() for term in taxonomy.terms)
    issuers = (name for entry in library.entries for name in getattr(entry.meta, "issuer", ()))
    hosts = (name for organizer in settings.organizers for name in organizer.names)
    own = (settings.short_name, *settings.headline)
    named = {name for term in terms for name in (term.name, term.short) if name} | {*issuers, *hosts, *own}
    named |= {meta.subject for entry in library.entries if isinstance(meta := entry.meta, CaseMeta) and meta.subject}
    tags = {tag for entry in library.entries for tag in entry.meta.tags if 3 <= len(tag) <= _MOST_TAGGED}
    kept = sorted({name for name in named if 2 <= len(name) <= _MOST_NAMED} | tags)
    return Desk(library, settings, pictures, tuple(kept), originals)


def sheet_of(entry: Entry, desk: Desk) -> Sheet:
    """The card of an entry."""
    meta = entry.meta
    day = clock(meta.starts or meta.date if isinstance(meta, EventMeta) else meta.date)
    foot = (meta.source.name if meta.source else "", day.short if day else "")
    if isinstance(meta, (DocumentMeta, NoticeMeta)):
        foot = (meta.number or "、".join(meta.issuer), "")
    voice = voice_of(entry)
    return Sheet(
        campaign=desk.campaign,
        title=meta.title,
        names=tuple(name for name in desk.names if name in meta.title),
        label=_label(entry),
        kicker=kicker_of(entry),
        foot=tuple(part for part in foot if part),
        ground=_GROUNDS.get(entry.kind, "paper"),
        serif=voice in ("commentary", "feature"),
        sample=meta.sample,
        cover=_cover(entry, desk, _CARD_WIDTH),
    )


def bill_of(entry: Entry, desk: Desk) -> Bill:
    """The poster of an entry of a kind in :data:`WITH_POSTER`."""
    sheet = sheet_of(entry, desk)
    facts = tuple((name, value) for name, value in _facts(entry, desk) if value)
    said = "\n".join((sheet.title, entry.meta.summary or "", *(value for _, value in facts)))
    names = tuple(name for name in desk.names if name in said)
    sheet = replace(sheet, names=names, cover=_cover(entry, desk, 0) if sheet.cover else None)
    hosts = tuple(f"{organizer.role}　{'、'.join(organizer.names)}" for organizer in desk.settings.organizers[:2])
    return Bill(
        sheet=sheet,
        address=desk.settings.root_url + entry.url,
        call=_CALLS[entry.kind],
        summary=entry.meta.summary or "",
        facts=facts,
        hosts=hosts,
    )


def site_sheet(desk: Desk) -> Sheet:
    """The card of the front page and of every page that shows no single entry."""
    settings = desk.settings
    hero = desk.pictures.get((SETTINGS_PATH, settings.hero.image)) if settings.hero.image else None
    hosts = settings.organizers[0].names if settings.organizers else ()
    return Sheet(
        campaign=desk.campaign,
        title=settings.name,
        names=desk.names,
        foot=tuple(hosts[:1]),
        slogan=settings.slogan,
        cover=_edition(hero, _CARD_WIDTH, (100.0, 50.0)),
    )


def _label(entry: Entry) -> str:
    label = label_of(entry)
    return f"{label}政策" if isinstance(entry.meta, DocumentMeta) and label != "政策" else label


def _facts(entry: Entry, desk: Desk) -> Iterable[tuple[str, str]]:
    """What a reader must know before all else. No status: a poster on a wall does not change with time."""
    meta = entry.meta
    if isinstance(meta, DocumentMeta):
        yield "发文机关", "、".join(meta.issuer)
        yield "发文字号", meta.number or ""
        yield "施行日期", _day(meta.effective)
    elif isinstance(meta, ExplainerMeta):
        yield "适用对象", "；".join(meta.audience)
        yield "支持内容", "；".join(statement_of(text).says for text in meta.benefits)
        yield "截止时间", _day(meta.deadline) if isinstance(meta.deadline, Moment) else (meta.deadline or "")
        unit = desk.library.taxonomies["units"].find(meta.contact_unit) if meta.contact_unit else None
        yield "受理单位", unit.name if unit else (meta.contact_unit or "")
    elif isinstance(meta, EventMeta):
        yield "时间", meta.starts.chinese if meta.starts else ""
        yield "地点", meta.place or ""


def _day(moment: Moment | None) -> str:
    found = clock(moment)
    return found.day if found else ""


def _cover(entry: Entry, desk: Desk, width: int) -> Cover | None:
    meta = entry.meta
    target = meta.cover or (meta.video.poster if meta.video else None)
    picture = desk.pictures.get((entry.path, target)) if target else None
    x, y = (float(part.rstrip("%")) for part in (meta.cover_focus or "50% 50%").split())
    if picture and desk.originals and picture.files:
        return Cover(picture.stem, desk.originals / picture.path, (x, y))
    return _edition(picture, width, (x, y))


def _edition(picture: Picture | None, width: int, focus: tuple[float, float]) -> Cover | None:
    """The smallest edition that is at least so wide, in the format every program reads; 0 is the largest of all."""
    if picture is None or not picture.files:
        return None
    chosen = next((each for each in picture.widths if width and each >= width), picture.widths[-1])
    name = f"{picture.stem}-{chosen}.{picture.formats[-1]}"
    return Cover(name, dict(picture.files)[name], focus)
