"""oEmbed 1.0 (oembed.com) as static files: what WordPress and others need to turn an address into a view.

WordPress keeps of an unknown provider's answer one quotation and one frame, and puts the frame into a sandbox
(wp_filter_oembed_result), so that is what ``html`` is. Nothing forbids the frame to scroll: where a page is narrower than
it said and does not hear the frame's messages, all of it can still be reached.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from ...settings.site import SiteSettings
from ..asset import Asset
from .fragments import plain_picture
from .heights import HEIGHTS, height
from .model import MISSING, ROOT, Embed

FOLDER = "oembed/"
WIDTH = 600
# No file can follow a consumer's ``maxwidth``: who fills a narrow column names the answer of its width.
NARROW = (320, 480)
_CACHE_AGE = 3600
_QUOTATION = Markup('<blockquote class="zhuanti-v1">{words}<a href="{page}">{name}</a></blockquote>')
# WordPress takes the style out and has its own; others may know none
_FRAME = Markup(
    '<iframe src="{src}" width="{width}" height="{height}" title="{title}" frameborder="0" style="max-width:100%"></iframe>'
)


def oembed_urls(views: Iterable[Embed]) -> Mapping[str, str]:
    """By address of a page, where its oEmbed file is; what was withdrawn has no page any more."""
    found: dict[str, str] = {}
    for view in views:
        if not view.style and view.shape != "gone":
            found[view.page] = oembed_url(view.path)
    return MappingProxyType(found)


def oembed_url(path: str) -> str:
    """Where the answer for a path stands."""
    return f"{FOLDER}{path}.json"


def oembed_addresses(view: Embed) -> tuple[str, ...]:
    """Where :func:`oembed_files` puts the answers for one view."""
    return tuple(url for urls in _places(view).values() for url in urls)


def oembed_files(view: Embed, settings: SiteSettings) -> Iterator[Asset]:
    """The answer for one view at all its addresses; for lists and entrances in two smaller widths too.

    An entry's own view is right at every width from 480 pixels, so a file for each width would only cost the build time.
    """
    for width, urls in _places(view).items():
        answer = _answer(view, settings, width)
        for url in urls:
            yield Asset(url, answer)


def _places(view: Embed) -> Mapping[int, tuple[str, ...]]:
    """By width the addresses of an answer; of what is not there, there is none."""
    if view.style or view.path == MISSING:
        return {}
    paths = (view.path, *view.old)
    narrow = NARROW if view.shape != "gone" and (view.cards or view.lead is None) else ()
    return {
        WIDTH: tuple(oembed_url(path) for path in paths),
        **{width: tuple(f"{FOLDER}{width}/{path}.json" for path in paths) for width in narrow},
    }


def _answer(view: Embed, settings: SiteSettings, width: int) -> bytes:
    root, lead = settings.root_url, view.lead
    shape, file = ("film", "film.html") if view.film else (view.shape, "")
    tall = round(height(HEIGHTS[shape], view.count, width))
    frame = _FRAME.format(src=f"{root}{ROOT}{view.path}/{file}", width=width, height=tall, title=view.title)
    data: dict[str, Any] = {
        "version": "1.0",
        "type": "video" if view.film else "rich",
        "title": view.title,
        "provider_name": settings.name,
        "provider_url": root,
        "author_name": (lead.issuer or lead.source) if lead else "",
        "cache_age": _CACHE_AGE,
        "width": width,
        "height": tall,
        "html": _quotation(view, settings) + frame,
    }
    if lead and lead.picture:
        url, wide, high = plain_picture(lead.picture)
        data |= {"thumbnail_url": root + url, "thumbnail_width": wide, "thumbnail_height": high}
    return json.dumps({name: value for name, value in data.items() if value}, separators=(",", ":")).encode()


def _quotation(view: Embed, settings: SiteSettings) -> Markup:
    """What stands there until the frame does, and for ever where frames are taken out."""
    page = settings.root_url + view.page
    if view.shape == "gone":
        return _QUOTATION.format(words=f"{view.title}。", page=page, name=settings.name)
    return _QUOTATION.format(words="", page=page, name=view.title)
