"""A feed in three formats. What XML forbids is left out of every one of them, and each is read once it is written."""

import json
from collections.abc import Iterator
from email.utils import format_datetime
from xml.etree import ElementTree as ET

from ..asset import Asset
from ..characters import allowed
from .model import Feed, Item

_ATOM = "http://www.w3.org/2005/Atom"
_DC = "http://purl.org/dc/elements/1.1/"
_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_MEDIA = "http://search.yahoo.com/mrss/"


def feed_files(feed: Feed) -> Iterator[Asset]:
    """``{stem}.rss.xml``, ``{stem}.atom.xml`` and ``{stem}.json``."""
    yield Asset(f"{feed.stem}.rss.xml", _xml(_rss(feed)))
    yield Asset(f"{feed.stem}.atom.xml", _xml(_atom(feed)))
    yield Asset(f"{feed.stem}.json", _json(feed))


def _xml(root: ET.Element) -> bytes:
    data: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    ET.fromstring(data)
    return data


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, name, {key: allowed(value) for key, value in attributes.items()})
    element.text = allowed(text) or None
    return element


def _rss(feed: Feed) -> ET.Element:
    """RSS 2.0 as the RSS Advisory Board's profile asks: Atom link to itself, Dublin Core authors, whole text, media."""
    for prefix, name in (("atom", _ATOM), ("dc", _DC), ("content", _CONTENT), ("media", _MEDIA)):
        ET.register_namespace(prefix, name)
    root = ET.Element("rss", version="2.0")
    channel = ET.SubElement(root, "channel")
    _add(channel, "title", feed.title)
    _add(channel, "link", feed.page)
    _add(channel, "description", feed.description)
    _add(channel, "language", "zh-cn")
    _add(channel, "lastBuildDate", format_datetime(feed.updated.at))
    _add(channel, f"{{{_ATOM}}}link", href=f"{feed.root}{feed.stem}.rss.xml", rel="self", type="application/rss+xml")
    for item in feed.items:
        _rss_item(_add(channel, "item"), item)
    return root


def _rss_item(element: ET.Element, item: Item) -> None:
    _add(element, "title", item.title)
    _add(element, "link", item.url)
    if item.summary:
        _add(element, "description", item.summary)
    if item.author:
        _add(element, f"{{{_DC}}}creator", item.author)
    for tag in item.tags:
        _add(element, "category", tag)
    _add(element, "guid", item.id, isPermaLink="false")
    _add(element, "pubDate", format_datetime(item.published.at))
    if item.content:
        _add(element, f"{{{_CONTENT}}}encoded", item.content)
    if item.cover:
        media = {"url": item.cover.url, "type": item.cover.type, "medium": "image"}
        size = {"width": str(item.cover.width), "height": str(item.cover.height)}
        shown = _add(element, f"{{{_MEDIA}}}content", **media, **size)
        if item.cover.alt:
            _add(shown, f"{{{_MEDIA}}}description", item.cover.alt, type="plain")


def _atom(feed: Feed) -> ET.Element:
    ET.register_namespace("", _ATOM)
    root = ET.Element(f"{{{_ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "zh-CN"})

    def add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
        return _add(parent, f"{{{_ATOM}}}{name}", text, **attributes)

    add(root, "id", f"{feed.root}{feed.stem}.atom.xml")
    add(root, "title", feed.title)
    add(root, "subtitle", feed.description)
    add(root, "updated", feed.updated.instant)
    add(root, "link", href=f"{feed.root}{feed.stem}.atom.xml", rel="self", type="application/atom+xml")
    add(root, "link", href=feed.page, rel="alternate", type="text/html")
    add(add(root, "author"), "name", feed.author)
    for item in feed.items:
        entry = add(root, "entry")
        add(entry, "id", item.id)
        add(entry, "title", item.title)
        add(entry, "link", href=item.url, rel="alternate", type="text/html")
        add(entry, "published", item.published.instant)
        add(entry, "updated", item.updated.instant)
        if item.author:
            add(add(entry, "author"), "name", item.author)
        for tag in item.tags:
            add(entry, "category", term=tag)
        if item.summary:
            add(entry, "summary", item.summary)
        if item.content:
            add(entry, "content", item.content, type="html")
    return root


def _json(feed: Feed) -> bytes:
    """https://www.jsonfeed.org/version/1.1/"""
    said = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": allowed(feed.title),
        "home_page_url": feed.page,
        "feed_url": f"{feed.root}{feed.stem}.json",
        "description": allowed(feed.description),
        "language": "zh-CN",
        "authors": [{"name": allowed(feed.author)}],
        "items": [
            {
                "id": item.id,
                "url": item.url,
                "title": allowed(item.title),
                **({"summary": allowed(item.summary)} if item.summary else {}),
                **(
                    {"content_html": allowed(item.content)}
                    if item.content
                    else {"content_text": allowed(item.summary or item.title)}
                ),
                **({"image": item.cover.url} if item.cover else {}),
                "date_published": item.published.instant,
                "date_modified": item.updated.instant,
                **({"authors": [{"name": allowed(item.author)}]} if item.author else {}),
                **({"tags": [allowed(tag) for tag in item.tags]} if item.tags else {}),
            }
            for item in feed.items
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=1).encode()
