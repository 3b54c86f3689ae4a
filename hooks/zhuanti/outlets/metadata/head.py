"""SitePage → Metadata: everything in the head of a page that is not for the reader's eyes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from markupsafe import Markup
from pydantic_core import to_json

from ...content.entry import Entry
from ...content.library import Library
from ...images.cards.press import Prints
from ...pages.shared.heads import EntryView
from ...pages.shared.indexing import cards_of, is_indexed
from ...pages.shared.page import SitePage
from ...pages.shared.views import PictureView
from ...settings.site import SiteSettings
from .graph import graph
from .nodes import Node, shared_picture
from .policy import content_policy

# what would end the script element or begin another, and the two line ends that JavaScript knows and JSON does not
_UNSAFE = tuple((sign.encode(), f"\\u{ord(sign):04x}".encode()) for sign in "<>&\u2028\u2029")
_NAMED = 3


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What the metadata of all pages of one site has in common.

    Attributes:
        picture: what a page without a picture of its own shows when it is shared.
        searchable: whether there is a page that answers queries.
        prints: the share cards by address of the entry, "" for those of the site; empty where none are made.
        feeds: by the page it follows, the name and the address of its RSS feed; the site's own follows "".
        oembed: by the page's address, where programs learn how to show it on other pages.
        preview: nothing is for search engines, and no policy, for the preview's own script stands inline.
    """

    settings: SiteSettings
    library: Library
    picture: PictureView | None
    searchable: bool
    preview: bool
    prints: Mapping[str, Prints] = field(default_factory=lambda: MappingProxyType({}))
    feeds: Mapping[str, tuple[str, str]] = field(default_factory=lambda: MappingProxyType({}))
    oembed: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Metadata:
    """The head of a page; what is empty is not written.

    Attributes:
        properties: Open Graph (ogp.me), name → content, in order; names may come more than once.
        names: other ``meta`` elements: Twitter's card.
        feeds: what can be subscribed to, name and address: the site's own first, then that of the list the page belongs to.
        oembed: whole address of its oEmbed answer (oembed.com, 4 Discovery).
        json_ld: JSON that is safe inside a ``script`` element.
    """

    title: str
    description: str
    canonical: str
    robots: str
    policy: str
    properties: tuple[tuple[str, str], ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    feeds: tuple[tuple[str, str], ...] = ()
    oembed: str = ""
    json_ld: Markup | None = None


def metadata_of(page: SitePage, facts: SiteFacts) -> Metadata:
    """All that the head of ``page`` says."""
    settings = facts.settings
    title = f"{page.title} · {settings.name}" if page.url else settings.name
    description = _description(page, settings)
    if not page.listed:
        return Metadata(title, description, "", "noindex", _policy(page, facts))
    entry = facts.library.by_url.get(page.url)
    shared = _shared(page, facts)
    data = safe_json(graph(page, description, entry, facts.library, settings, facts.searchable))
    return Metadata(
        title=title,
        description=description,
        canonical=settings.root_url + page.url,
        robots=_robots(page, facts),
        policy=_policy(page, facts, data),
        properties=_open_graph(page, description, entry, shared, settings),
        names=_twitter(shared, settings.root_url),
        feeds=_feeds(page, facts),
        oembed=settings.root_url + facts.oembed[page.url] if page.url in facts.oembed else "",
        json_ld=Markup(data.decode()),
    )


def safe_json(nodes: list[Node]) -> bytes:
    """JSON-LD in UTF-8 that no text in it can break out of."""
    data = to_json({"@context": "https://schema.org", "@graph": nodes})
    for sign, escape in _UNSAFE:
        data = data.replace(sign, escape)
    return data


def _policy(page: SitePage, facts: SiteFacts, data: bytes = b"") -> str:
    return "" if facts.preview else content_policy(data, page.frames)


def _robots(page: SitePage, facts: SiteFacts) -> str:
    if facts.preview or not is_indexed(page):
        return "noindex"
    return "max-image-preview:large" if page.entry_path else ""


def _description(page: SitePage, settings: SiteSettings) -> str:
    """What the editor wrote; of a list without a text the first of its titles; of an entry where it is from."""
    if page.description:
        return page.description
    view = page.view
    if isinstance(view, EntryView):
        return "，".join(part for part in (page.title, view.source.title if view.source else "", _day(view)) if part)
    titles = [card.title for card in cards_of(page) if not card.sample][:_NAMED]
    titles += [link.title for group in getattr(view, "groups", ()) for link in group.links]
    return f"{settings.name}·{page.title}：{'；'.join(titles)}" if titles else settings.description


def _day(view: EntryView) -> str:
    return view.date.day if view.date else ""


@dataclass(frozen=True, slots=True)
class _Shared:
    """A picture for whoever passes the page on: address, width and height in pixels, what it shows."""

    url: str
    width: int
    height: int
    alt: str


def _shared(page: SitePage, facts: SiteFacts) -> tuple[_Shared, ...]:
    """The page's cards, the large one first, then the square one that WeChat shows; without cards its own picture."""
    prints = facts.prints.get(page.url) or facts.prints.get("")
    if prints:
        alt = f"{page.title} · {facts.settings.name}" if page.url in facts.prints and page.url else facts.settings.name
        return tuple(_Shared(card.url, card.width, card.height, alt) for card in (prints.wide, prints.square))
    picture = _own_picture(page) or facts.picture
    if picture is None:
        return ()
    found = shared_picture(picture)
    return (_Shared(found.url, found.width, found.height, picture.alt),)


def _own_picture(page: SitePage) -> PictureView | None:
    view = page.view
    if isinstance(view, EntryView):
        return view.cover or (view.video.poster if view.video else None)
    return next((card.picture for card in cards_of(page) if card.picture and not card.sample), None)


def _feeds(page: SitePage, facts: SiteFacts) -> tuple[tuple[str, str], ...]:
    """As browsers and feed readers look for them: https://www.rssboard.org/rss-autodiscovery"""
    found = [facts.feeds.get(url) for url in dict.fromkeys(("", page.url if page.url in facts.feeds else page.section))]
    return tuple((name, facts.settings.root_url + address) for name, address in (each for each in found if each))


def _open_graph(
    page: SitePage, description: str, entry: Entry | None, shared: tuple[_Shared, ...], settings: SiteSettings
) -> tuple[tuple[str, str], ...]:
    """https://ogp.me; an entry is an article, unless it is a sample."""
    is_article = entry is not None and not entry.meta.sample
    found = [
        ("og:type", "article" if is_article else "website"),
        ("og:title", page.title),
        ("og:description", description),
        ("og:url", settings.root_url + page.url),
        ("og:site_name", settings.name),
        ("og:locale", "zh_CN"),
    ]
    for picture in shared:
        found += [
            ("og:image", settings.root_url + picture.url),
            ("og:image:width", str(picture.width)),
            ("og:image:height", str(picture.height)),
            ("og:image:alt", picture.alt),
        ]
    if entry is not None and is_article:
        found += [
            ("article:published_time", entry.meta.date.iso if entry.meta.date else ""),
            ("article:modified_time", page.modified),
            ("article:section", page.trail[-1].title if page.trail else ""),
            *(("article:tag", tag) for tag in dict.fromkeys(entry.meta.tags)),
        ]
    return tuple((name, content) for name, content in found if content)


def _twitter(shared: tuple[_Shared, ...], root: str) -> tuple[tuple[str, str], ...]:
    """Title and text are those of Open Graph, which the card's reader falls back to; of several pictures it is told which."""
    card = ("twitter:card", "summary_large_image" if shared else "summary")
    return (card, ("twitter:image", root + shared[0].url)) if len(shared) > 1 else (card,)
