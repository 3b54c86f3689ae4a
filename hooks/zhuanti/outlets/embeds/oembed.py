"""oEmbed 1.0 (oembed.com) as static files: what WordPress and others need to turn an address into a view.

WordPress keeps of an unknown provider's answer one quotation and one frame, and puts the frame into a sandbox
(wp_filter_oembed_result), so that is what ``html`` is.
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
from .model import ROOT, Embed

FOLDER = "oembed/"
WIDTH = 600
# for consumers of narrow frames, who name the file themselves: no server chooses one by ``maxwidth``
NARROW = (320, 480)
_CACHE_AGE = 3600
_HTML = Markup(
    '<blockquote class="zhuanti-v1"><a href="{page}">{title}</a></blockquote>'
    '<iframe src="{view}" width="{width}" height="{height}" title="{title}" frameborder="0" scrolling="no"></iframe>'
)


def oembed_urls(views: Iterable[Embed]) -> Mapping[str, str]:
    """By address of a page, where its oEmbed file is."""
    found: dict[str, str] = {}
    for view in views:
        if _answers(view):
            found[view.page] = oembed_url(view.path)
    return MappingProxyType(found)


def oembed_url(path: str) -> str:
    """Where the answer for a path stands."""
    return f"{FOLDER}{path}.json"


def oembed_addresses(view: Embed) -> tuple[str, ...]:
    """Where :func:`oembed_files` puts the answers for one view."""
    return tuple(url for urls in _places(view).values() for url in urls)


def oembed_files(view: Embed, settings: SiteSettings) -> Iterator[Asset]:
    """The answer for one view at all its addresses; for lists in two smaller widths too.

    An entry's own view is right at every width from 480 pixels, so a file for each width would only cost the build time.
    """
    for width, urls in _places(view).items():
        answer = _answer(view, settings, width)
        for url in urls:
            yield Asset(url, answer)


def _places(view: Embed) -> Mapping[int, tuple[str, ...]]:
    """By width the addresses of an answer."""
    if not _answers(view):
        return {}
    paths = (view.path, *view.old)
    narrow = NARROW if view.cards or view.lead is None else ()
    return {
        WIDTH: tuple(oembed_url(path) for path in paths),
        **{width: tuple(f"{FOLDER}{width}/{path}.json" for path in paths) for width in narrow},
    }


def _answers(view: Embed) -> bool:
    """One view a page: its own, not one of its other looks."""
    return not view.style and view.shape != "gone"


def _answer(view: Embed, settings: SiteSettings, width: int) -> bytes:
    root, lead = settings.root_url, view.lead
    shape, file = ("film", "film.html") if view.film else (view.shape, "")
    tall = round(height(HEIGHTS[shape], view.count, width))
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
        "html": _HTML.format(
            page=root + view.page, title=view.title, view=f"{root}{ROOT}{view.path}/{file}", width=width, height=tall
        ),
    }
    if lead and lead.picture:
        url, wide, high = plain_picture(lead.picture)
        data |= {"thumbnail_url": root + url, "thumbnail_width": wide, "thumbnail_height": high}
    return json.dumps({name: value for name, value in data.items() if value}, separators=(",", ":")).encode()
