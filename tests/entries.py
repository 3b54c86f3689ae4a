"""Entries made in a line, for tests of what comes after reading."""

from collections.abc import Mapping
from typing import Any

from zhuanti.content.addresses import address_of
from zhuanti.content.entry import Entry
from zhuanti.content.library import Library, build_library
from zhuanti.content.models import Term
from zhuanti.content.reading import MODELS
from zhuanti.content.taxonomy import TAXONOMIES, Taxonomy, taxonomy_of
from zhuanti.pages.shared.cards import make_cards
from zhuanti.pages.shared.page import PageInputs
from zhuanti.prose import render
from zhuanti.settings.moment import parse_moment
from zhuanti.settings.options import BuildOptions
from zhuanti.settings.site import SiteSettings

AT = "2024-01-01 12:00"


def entry(path: str, **fields: Any) -> Entry:
    address = address_of(path)
    assert address is not None
    needed = {"article": {"form": "消息"}, "case": {"case_type": "典型企业"}}.get(address.kind, {})
    data = {"title": path, "status": "published", "date": "2023-05-01", **needed, **fields}
    meta = MODELS[address.kind].model_validate({name: value for name, value in data.items() if value is not None})
    return Entry(f"content/{path}", address.kind, address.slug, address.url, address.column, meta, "", 1)


def article(slug: str, **fields: Any) -> Entry:
    return entry(f"columns/in-action/{slug}.md", **fields)


def document(slug: str, **fields: Any) -> Entry:
    return entry(f"policies/documents/{slug}.md", **fields)


def library(*entries: Entry, at: str = AT, **options: Any) -> Library:
    return build_library(entries, {}, BuildOptions(parse_moment(at), **options))


def slugs(entries: Any) -> list[str]:
    return [entry.slug for entry in entries]


def taxonomies(**terms: tuple[dict[str, Any], ...]) -> Mapping[str, Taxonomy]:
    """Every taxonomy, with the given terms: ``taxonomies(counties=({"id": "a", "name": "甲县"},))``."""
    return {id: taxonomy_of(id, tuple(Term.model_validate(term) for term in terms.get(id, ()))) for id in TAXONOMIES}


def inputs(*entries: Entry, terms: Mapping[str, Taxonomy] | None = None, at: str = AT, **options: Any) -> PageInputs:
    """What pages are made from, for these entries."""
    settings = SiteSettings(name="示例专题", base_url="https://www.example.com/z/")
    library = build_library(entries, terms or taxonomies(), BuildOptions(parse_moment(at), **options))
    prose = {entry.path: render(entry.body, path=entry.path) for entry in library.entries}
    return PageInputs(settings, library, prose, {}, make_cards(library, {}))
