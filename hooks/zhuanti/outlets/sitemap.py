"""sitemap.xml and robots.txt (sitemaps.org protocol 0.9, RFC 9309)."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from ..pages.shared.indexing import is_indexed, last_change
from ..pages.shared.page import SitePage
from .asset import Asset

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_MOST = 50_000  # addresses a file, by the protocol


def sitemap(pages: Iterable[SitePage], root_url: str, most: int = _MOST) -> Iterator[Asset]:
    """Every page that is for search engines, with the day or moment of its last change where it is known.

    A site of more than ``most`` such pages gets several files, and ``sitemap.xml`` names them.
    """
    lines = [
        _line("url", root_url + page.url, last_change(page))
        for page in sorted(pages, key=lambda page: page.url)
        if is_indexed(page)
    ]
    if len(lines) <= most:
        yield _file("sitemap.xml", "urlset", lines)
        return
    parts = [lines[start : start + most] for start in range(0, len(lines), most)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield _file("sitemap.xml", "sitemapindex", [_line("sitemap", root_url + name, "") for name in names])
    for name, part in zip(names, parts, strict=True):
        yield _file(name, "urlset", part)


def robots(root_url: str, maps: Iterable[str]) -> Asset:
    """All may read everything; ``maps`` are the addresses of the sitemaps to begin from."""
    lines = ["User-agent: *", "Allow: /", "", *(f"Sitemap: {root_url}{url}" for url in maps), ""]
    return Asset("robots.txt", "\n".join(lines).encode())


def _line(element: str, address: str, changed: str) -> str:
    modified = f"<lastmod>{changed}</lastmod>" if changed else ""
    return f"<{element}><loc>{escape(address)}</loc>{modified}</{element}>"


def _file(name: str, element: str, lines: Iterable[str]) -> Asset:
    head = ('<?xml version="1.0" encoding="UTF-8"?>', f'<{element} xmlns="{_NAMESPACE}">')
    return Asset(name, "\n".join((*head, *lines, f"</{element}>", "")).encode())
