"""``api/v1/entries/1.json`` and so on, and the JSON Schema they follow."""

import json
from collections.abc import Iterator

from ...content.entry import Entry
from ...content.library import Library
from ...content.models import DocumentMeta, Meta, NoticeMeta
from ...pages.shared.cards import cover_picture
from ...settings.site import SiteSettings
from ..asset import Asset
from ..characters import allowed
from ..feeds import FullText, Pictures
from ..identity import identity_of
from . import model

ROOM = f"api/v{model.VERSION}/"
_SIZE = 50


def api_files(library: Library, settings: SiteSettings, text: FullText, pictures: Pictures) -> Iterator[Asset]:
    """Every public entry in pages of fifty; one empty page where there is none."""
    entries = sorted(library.entries, key=lambda entry: entry.newest_first)
    pages = max(1, -(-len(entries) // _SIZE))

    def address(number: int) -> str | None:
        return f"{settings.root_url}{_page(number)}" if 1 <= number <= pages else None

    for number in range(1, pages + 1):
        page = model.Page(
            name=settings.name,
            generated=library.since.instant,
            total=len(entries),
            page=number,
            pages=pages,
            previous=address(number - 1),
            next=address(number + 1),
            entries=tuple(
                _entry(entry, library, settings, text, pictures)
                for entry in entries[(number - 1) * _SIZE : number * _SIZE]
            ),
        )
        yield Asset(_page(number), page.model_dump_json(indent=1).encode())
    schema = model.Page.model_json_schema(mode="serialization")
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{settings.root_url}{ROOM}schema.json",
        **schema,
    }
    yield Asset(f"{ROOM}schema.json", json.dumps(schema, ensure_ascii=False, indent=1).encode())


def _page(number: int) -> str:
    return f"{ROOM}entries/{number}.json"


def _entry(entry: Entry, library: Library, settings: SiteSettings, text: FullText, pictures: Pictures) -> model.Entry:
    meta = entry.meta
    return model.Entry(
        id=identity_of(entry).urn,
        url=settings.root_url + entry.url,
        kind=entry.kind,
        title=allowed(meta.title),
        kicker=allowed(meta.kicker or ""),
        subtitle=allowed(meta.subtitle or ""),
        summary=allowed(meta.summary or ""),
        published=meta.date.instant if meta.date else None,
        updated=entry.modified.instant if entry.modified else None,
        source=allowed(meta.source.name) if meta.source else "",
        authors=meta.authors,
        column=next(iter(_terms("columns", (entry.column,), library)), None) if entry.column else None,
        counties=_terms("counties", entry.terms("counties"), library),
        industries=_terms("industries", entry.terms("industries"), library),
        areas=_terms("policy_areas", entry.terms("policy_areas"), library),
        tags=tuple(dict.fromkeys(meta.tags)),
        number=_number(meta),
        status=library.status.get(entry.url, ""),
        image=_image(entry, settings, pictures),
        content_html=text(entry),
        sample=meta.sample,
    )


def _terms(taxonomy: str, ids: tuple[str, ...], library: Library) -> tuple[model.NamedId, ...]:
    found = (library.taxonomies[taxonomy].find(id) for id in ids)
    return tuple(model.NamedId(id=term.id, name=term.name) for term in found if term)


def _number(meta: Meta) -> str:
    return (meta.number or "") if isinstance(meta, (DocumentMeta, NoticeMeta)) else ""


def _image(entry: Entry, settings: SiteSettings, pictures: Pictures) -> model.Image | None:
    meta = entry.meta
    picture = cover_picture(entry, pictures)
    if picture is None or not picture.width:
        return None
    width, height = picture.published_size
    return model.Image(
        url=settings.root_url + picture.url, width=width, height=height, alt=meta.cover_alt or "",
        credit=meta.cover_credit or "",
    )  # fmt: skip
