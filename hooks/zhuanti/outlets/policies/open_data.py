"""Every policy as open data: JSON and CSV of one table, and the JSON Schema that both follow.

The schema is a contract: a new field is added, none is renamed or removed within a version.
"""

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Any

from ...content.library import Library
from ...content.models import DocumentMeta, ExplainerMeta
from ...pages.open_data import FIELDS, SCHEMA_URL, VERSION
from ...pages.shared.policy_facets import FACETS, Finder, Policy
from ...settings.moment import Moment
from ...settings.site import SiteSettings
from ..asset import Asset


def open_data(finder: Finder, library: Library, settings: SiteSettings) -> Iterator[Asset]:
    """``data/policies.json``, ``data/policies.csv`` (UTF-8 with a mark, as Excel wants it) and the schema."""
    rows = [_row(policy, finder, library, settings) for policy in finder.policies]
    whole = {
        "$schema": settings.root_url + SCHEMA_URL,
        "version": VERSION,
        "name": settings.name,
        "generated": library.since.instant,
        "policies": rows,
    }
    yield Asset("data/policies.json", json.dumps(whole, ensure_ascii=False, indent=1).encode())
    yield Asset("data/policies.csv", _csv(rows))
    yield Asset(SCHEMA_URL, json.dumps(_schema(settings), ensure_ascii=False, indent=1).encode())


def _row(policy: Policy, finder: Finder, library: Library, settings: SiteSettings) -> dict[str, Any]:
    entry, meta, root = policy.entry, policy.entry.meta, settings.root_url
    document = meta if isinstance(meta, DocumentMeta) else None
    explainers = [entry] if isinstance(meta, ExplainerMeta) else policy.explainers
    names = {name: {value.id: value.name for value in finder.values[name]} for name in FACETS}

    def said(facet: str) -> list[str]:
        return [names[facet][id] for id in policy.values[facet]]

    return {
        "url": root + entry.url,
        "title": meta.title,
        "kind": entry.kind.removeprefix("policy-"),
        "number": (document.number or "") if document else "",
        "index_number": (document.index_number or "") if document else "",
        "issuer": list(document.issuer) if document else [],
        "level": (document.level or "") if document else "",
        "status": library.status.get(entry.url, ""),
        "areas": said("area"),
        "audiences": said("audience"),
        "industries": said("industry"),
        "issued": _day(document.issued) if document else "",
        "released": _day(document.released) if document else "",
        "effective": _day(document.effective) if document else "",
        "expires": _day(document.expires) if document else "",
        "deadline": _day(policy.deadlines[0]) if policy.deadlines else "",
        "official_url": (document.official_url or "") if document else "",
        "explainers": [root + each.url for each in explainers],
        "source": meta.source.name if meta.source else "",
        "sample": meta.sample,
        "status_at": _day(library.at) if entry.url in library.status else "",
    }


def _day(moment: Moment | None) -> str:
    return moment.day.isoformat() if moment else ""


def _csv(rows: list[dict[str, Any]]) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow([re.split("[；，：]", meaning)[0] for _, _, meaning in FIELDS])
    writer.writerows([_cell(row[name]) for name, _, _ in FIELDS] for row in rows)
    return b"\xef\xbb\xbf" + stream.getvalue().encode()


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    text = "、".join(value) if isinstance(value, list) else str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t") else text  # never a formula


def _schema(settings: SiteSettings) -> dict[str, Any]:
    """JSON Schema, draft 2020-12."""
    properties: dict[str, Any] = {}
    for name, kind, meaning in FIELDS:
        properties[name] = {"type": kind, "description": meaning}
        if kind == "array":
            properties[name]["items"] = {"type": "string"}
    properties["kind"]["enum"] = ["document", "explainer"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": settings.root_url + SCHEMA_URL,
        "title": f"{settings.name}：政策数据，第 {VERSION} 版",
        "type": "object",
        "required": ["version", "name", "generated", "policies"],
        "properties": {
            "version": {"const": VERSION},
            "name": {"type": "string", "description": "专题名称"},
            "generated": {"type": "string", "format": "date-time", "description": "状态按这个时间算"},
            "policies": {
                "type": "array",
                "items": {"type": "object", "required": [name for name, _, _ in FIELDS], "properties": properties},
            },
        },
    }
