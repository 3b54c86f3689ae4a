"""sitemap.xml and robots.txt (sitemaps.org protocol 0.9, RFC 9309)."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from ..pages.shared.indexing import is_indexed, last_change
from ..pages.shared.page import SitePage
from .asset import Asset

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(pages: Iterable[SitePage], root_url: str) -> Asset:
    """Every page that is for search engines, with the day or moment of its last change where it is known."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<urlset xmlns="{_NAMESPACE}">']
    for page in sorted(pages, key=lambda page: page.url):
        if is_indexed(page):
            changed = last_change(page)
            modified = f"<lastmod>{changed}</lastmod>" if changed else ""
            lines.append(f"<url><loc>{escape(root_url + page.url)}</loc>{modified}</url>")
    lines += ["</urlset>", ""]
    return Asset("sitemap.xml", "\n".join(lines).encode())


def robots(root_url: str, maps: Iterable[str]) -> Asset:
    """All may read everything; ``maps`` are the addresses of the sitemaps there are."""
    lines = ["User-agent: *", "Allow: /", "", *(f"Sitemap: {root_url}{url}" for url in maps), ""]
    return Asset("robots.txt", "\n".join(lines).encode())
