"""Sitemaps against their protocols, as strictly as their XML schemas: names, order, forms and limits.

https://www.sitemaps.org/protocol.html and the schemas sitemap.xsd (0.9) and sitemap-news.xsd (0.9).
"""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
_MOST, _MOST_NEWS, _MOST_BYTES = 50_000, 1000, 50 * 1024 * 1024
# W3C date and time format: https://www.w3.org/TR/NOTE-datetime
_DATE = re.compile(
    r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d\d:\d\d))?"
)
_LANGUAGE = re.compile(r"zh-cn|zh-tw|[a-z]{2,3}")


def faults(data: bytes, root_url: str) -> Iterator[str]:
    """What is wrong with a sitemap or a news sitemap whose addresses must lie below ``root_url``."""
    if len(data) > _MOST_BYTES:
        yield f"holds {len(data)} bytes"
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        yield f"is no XML: {error}"
        return
    if root.tag not in (f"{_SITEMAP}urlset", f"{_SITEMAP}sitemapindex"):
        yield f"begins with {root.tag}"
        return
    is_news = root.find(f".//{_NEWS}news") is not None
    if not 1 <= len(root) <= (_MOST_NEWS if is_news else _MOST):
        yield f"holds {len(root)} addresses"
    seen: set[str] = set()
    for url in root:
        yield from _of_url(url, root_url, seen)


def _of_url(url: ElementTree.Element, root_url: str, seen: set[str]) -> Iterator[str]:
    address = (url.findtext(f"{_SITEMAP}loc") or "").strip()
    allowed = [f"{_SITEMAP}loc", f"{_SITEMAP}lastmod", f"{_NEWS}news"]
    tags = [child.tag for child in url]
    if tags != [tag for tag in allowed if tag in tags] or f"{_SITEMAP}loc" not in tags:
        yield f"{address}: holds {tags}"
    if not address.startswith(root_url) or not 12 <= len(address) <= 2048 or not address.isascii():
        yield f"{address}: is no address of this site"
    if address in seen:
        yield f"{address}: comes twice"
    seen.add(address)
    changed = url.findtext(f"{_SITEMAP}lastmod")
    if changed is not None and not _DATE.fullmatch(changed):
        yield f"{address}: lastmod is {changed!r}"
    news = url.find(f"{_NEWS}news")
    if news is not None:
        yield from _of_news(news, address)


def _of_news(news: ElementTree.Element, address: str) -> Iterator[str]:
    tags = [child.tag for child in news]
    if tags != [f"{_NEWS}publication", f"{_NEWS}publication_date", f"{_NEWS}title"]:
        yield f"{address}: news holds {tags}"
        return
    publication, date, title = news
    if [child.tag for child in publication] != [f"{_NEWS}name", f"{_NEWS}language"]:
        yield f"{address}: publication holds {[child.tag for child in publication]}"
        return
    name, language = publication
    if not (name.text or "").strip() or not _LANGUAGE.fullmatch(language.text or ""):
        yield f"{address}: publication is {name.text!r}, {language.text!r}"
    if not _DATE.fullmatch(date.text or ""):
        yield f"{address}: publication_date is {date.text!r}"
    if not (title.text or "").strip():
        yield f"{address}: has no title"
