"""news-sitemap.xml: what was published in the last two days, as news search engines ask for it.

Rules: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from xml.sax.saxutils import escape

from ..content.entry import Entry
from ..content.library import Library
from ..content.models import Meta
from ..settings.site import SiteSettings
from .asset import Asset

_SPAN = timedelta(hours=48)
_MOST = 1000
_LANGUAGE = "zh-cn"  # the protocol's own word for simplified Chinese
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">',
)
# what XML 1.0 forbids altogether: a single one makes the whole file unreadable
_FORBIDDEN = {code: None for code in (*range(32), 0xFFFE, 0xFFFF) if code not in (9, 10, 13)}


def news_sitemap(library: Library, settings: SiteSettings) -> Iterator[Asset]:
    """The file, or none where nothing is new: a list without an entry would break the protocol."""
    entries = [entry for entry in library.entries if _is_news(entry, library)][:_MOST]
    if entries:
        lines = [*_HEAD, *(_url(entry, settings) for entry in entries), "</urlset>", ""]
        yield Asset("news-sitemap.xml", "\n".join(lines).encode())


def listed_until(entry: Entry) -> datetime | None:
    """The last instant at which an entry stands in the file; None for what never does."""
    meta: Meta = entry.meta
    if entry.kind != "article" or meta.sample or meta.status != "published" or entry.appears is None:
        return None
    return entry.appears.at + _SPAN


def _is_news(entry: Entry, library: Library) -> bool:
    last = listed_until(entry)
    return last is not None and last - _SPAN <= library.at.at <= last


def _url(entry: Entry, settings: SiteSettings) -> str:
    assert entry.appears is not None
    publication = (
        f"<news:publication><news:name>{_text(settings.name)}</news:name>"
        f"<news:language>{_LANGUAGE}</news:language></news:publication>"
    )
    news = (
        f"<news:news>{publication}<news:publication_date>{entry.appears.iso}</news:publication_date>"
        f"<news:title>{_text(entry.meta.title)}</news:title></news:news>"
    )
    return f"<url><loc>{escape(settings.root_url + entry.url)}</loc>{news}</url>"


def _text(text: str) -> str:
    return escape(text.translate(_FORBIDDEN))
