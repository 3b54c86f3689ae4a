"""What a CMS takes in as data: a fragment, and what it tells of."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin

from ...pages.shared.figures import FigureView
from ...pages.shared.views import Card, PictureView
from ...settings.site import SiteSettings
from .model import ROOT, Embed

VERSION = 1
_WIDEST = 960
SCHEMA_URL = f"{ROOT}fragment.schema.json"


def in_any_encoding(markup: str) -> bytes:
    """Markup whose bytes mean the same in UTF-8, GBK and GB18030: what is not ASCII becomes numeric references."""
    return markup.encode("ascii", "xmlcharrefreplace")


def fragment_data(view: Embed, markup: bytes, settings: SiteSettings) -> bytes:
    """The fragment with title, address and entries, as ASCII JSON that follows :func:`fragment_schema`."""
    shown = (*((view.lead,) if view.lead else ()), *view.cards[: view.count])
    items = [_item(card, settings.root_url) for card in shown]
    data = {
        "version": VERSION,
        "title": view.title,
        "url": settings.root_url + view.page,
        "updated": view.updated or None,
        "html": markup.decode("ascii"),
        "items": items,
        "figures": [_figure(figure, settings.root_url) for figure in view.figures],
    }
    return json.dumps(data, separators=(",", ":")).encode()


def plain_picture(view: PictureView) -> tuple[str, int, int]:
    """Address, width and height in pixels of the edition for a page that knows one address alone."""
    fitting = [width for width in view.widths if width <= _WIDEST]
    if not fitting:
        return view.url, view.width, view.height
    url = f"{view.stem}-{fitting[-1]}.{view.formats[-1]}"
    return url, fitting[-1], round(view.height * fitting[-1] / view.width)


def _item(card: Card, root: str) -> dict[str, Any]:
    dated = card.dated.time if card.dated else card.time
    return {
        "title": card.title,
        "url": root + card.url,
        "date": dated.iso if dated else None,
        "date_word": card.dated.word if card.dated else None,
        "summary": card.summary or None,
        "source": card.issuer or card.source or None,
        "status": card.status.word if card.status else card.state or None,
        "image": root + plain_picture(card.picture)[0] if card.picture else None,
        "sample": card.sample,
    }


def _figure(figure: FigureView, root: str) -> dict[str, Any]:
    return {
        "value": figure.value,
        "unit": figure.unit or None,
        "label": figure.label,
        "publisher": figure.publisher,
        "date": figure.date.iso if figure.date else None,
        "url": urljoin(root, figure.url) if figure.url else None,
    }


def fragment_schema() -> bytes:
    """The JSON Schema of version 1."""
    text, maybe = {"type": "string"}, {"type": ["string", "null"]}
    address = {"type": "string", "format": "uri"}
    item = {
        "title": text,
        "url": address,
        "date": maybe,
        "date_word": maybe,
        "summary": maybe,
        "source": maybe,
        "status": maybe,
        "image": maybe,
        "sample": {"type": "boolean"},
    }
    figure = {"value": text, "unit": maybe, "label": text, "publisher": text, "date": maybe, "url": maybe}
    whole = {
        "version": {"const": VERSION},
        "title": text,
        "url": address,
        "updated": maybe,
        "html": text,
        "items": _array_of(item),
        "figures": _array_of(figure),
    }
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "fragment.json",
        "type": "object",
        "properties": whole,
        "required": list(whole),
    }
    return json.dumps(schema, indent=1).encode()


def _array_of(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": {"type": "object", "properties": properties, "required": list(properties)}}
