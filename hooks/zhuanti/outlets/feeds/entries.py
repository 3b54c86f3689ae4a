"""An entry as an item of feeds: with an id for ever, its whole text and its cover."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from ...content.entry import Entry
from ...content.models import DocumentMeta
from ...images.pictures import Picture
from ...pages.shared.cards import cover_picture
from ...settings.moment import Moment
from ...settings.site import SiteSettings
from ..asset import Asset
from ..identity import identity_of
from .model import Enclosure, Feed, Item, Subscription
from .writing import feed_files

MOST = 20
Pictures = Mapping[tuple[str, str], Picture]
# the whole text of an entry as HTML with whole addresses
FullText = Callable[[Entry], str]


def feeds(
    subscribed: Iterable[Subscription], settings: SiteSettings, at: Moment, text: FullText, pictures: Pictures
) -> Iterator[Asset]:
    """Three formats of each."""
    for each in subscribed:
        yield from feed_files(_feed(each, settings, at, text, pictures))


def _feed(of: Subscription, settings: SiteSettings, at: Moment, text: FullText, pictures: Pictures) -> Feed:
    """The newest of its entries. What has no date of its own is left out: it would be new with every build."""
    dated = sorted(
        ((published, entry) for entry in of.entries if (published := published_of(entry))),
        key=lambda pair: (-pair[0].at.timestamp(), pair[1].path),
    )
    items = tuple(_item(entry, published, settings, text, pictures) for published, entry in dated[:MOST])
    return Feed(
        title=name_of(of, settings),
        description=settings.description or settings.name,
        page=settings.root_url + of.page,
        stem=of.stem,
        root=settings.root_url,
        author="、".join(settings.organizers[0].names) if settings.organizers else settings.name,
        updated=max((item.updated for item in items), key=lambda moment: moment.at, default=at),
        items=items,
    )


def name_of(of: Subscription, settings: SiteSettings) -> str:
    """What a feed is called among others."""
    return f"{settings.name}·{of.title}" if of.title else settings.name


def published_of(entry: Entry) -> Moment | None:
    """When it came out: its own date, else its document's."""
    meta = entry.meta
    if meta.date or not isinstance(meta, DocumentMeta):
        return meta.date
    return meta.released or meta.issued


def _item(entry: Entry, published: Moment, settings: SiteSettings, text: FullText, pictures: Pictures) -> Item:
    meta = entry.meta
    return Item(
        id=identity_of(entry).urn,
        url=settings.root_url + entry.url,
        title=("示例：" if meta.sample else "") + meta.title,
        summary=meta.summary or "",
        published=published,
        updated=entry.modified or published,
        author=meta.source.name if meta.source else "",
        tags=tuple(dict.fromkeys(meta.tags)),
        content=text(entry),
        cover=_cover(entry, settings, pictures),
    )


def _cover(entry: Entry, settings: SiteSettings, pictures: Pictures) -> Enclosure | None:
    meta = entry.meta
    picture = cover_picture(entry, pictures)
    if picture is None or not picture.width:
        return None
    kind = picture.url.rpartition(".")[2].replace("jpg", "jpeg")
    width, height = picture.published_size
    return Enclosure(settings.root_url + picture.url, f"image/{kind}", width, height, meta.cover_alt or "")
