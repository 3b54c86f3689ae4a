"""sitemap.xml and robots.txt (sitemaps.org protocol 0.9, RFC 9309)."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from ..pages.shared.page import SitePage
from .asset import Asset


def sitemap(pages: Iterable[SitePage], root_url: str) -> Asset:
    """Every listed page with the day of its last change where it is known."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    for page in sorted(pages, key=lambda page: page.url):
        if page.listed:
            modified = f"<lastmod>{page.modified}</lastmod>" if page.modified else ""
            lines.append(f"<url><loc>{escape(root_url + page.url)}</loc>{modified}</url>")
    lines += ["</urlset>", ""]
    return Asset("sitemap.xml", "\n".join(lines).encode())


def robots(root_url: str) -> Asset:
    """All may read everything."""
    return Asset("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {root_url}sitemap.xml\n".encode())
