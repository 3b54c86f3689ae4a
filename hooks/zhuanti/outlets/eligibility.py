"""The self-test and the comparison as one file of data: what the browser judges, and what it shows of each policy.

It is fetched when the page opens and never again, so that nothing about a company's answers can be told from requests.
"""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from ..content.citations import STATEMENTS, statement_of
from ..content.conditions import All, AnyOf, Between, Condition, From, Not, OneOf, Over, Says, Until, Year
from ..content.entry import Entry
from ..content.library import Library
from ..content.models import DocumentMeta, ExplainerMeta
from ..content.status import end_of
from ..pages.shared.candidates import lines_of
from ..pages.shared.document_date import document_date
from ..pages.shared.relations import named
from ..pages.shared.titles import called, in_marks
from ..settings.moment import Moment
from .asset import Asset
from .identity import deadline_id

Data = dict[str, Any]


def policies_data(library: Library) -> Asset:
    """Every explainer in its order; the address holds a hash of the content, so a browser may keep it for ever."""
    explainers = [_policy(entry, library) for entry in library.of_kind("policy-explainer")]
    data = json.dumps({"policies": explainers}, ensure_ascii=False, separators=(",", ":")).encode()
    return Asset(f"assets/explainers-{hashlib.sha256(data).hexdigest()[:8]}.json", data)


def condition_data(condition: Condition) -> Data:
    """A condition as theme/alone/match/10-rules.js reads it."""
    match condition:
        case OneOf(fact, values):
            return {"fact": fact, "in": list(values)}
        case Between(fact, minimum, maximum):
            return {"fact": fact, **_given(min=minimum, max=maximum)}
        case Year(fact, since, until, age_min, age_max):
            return {"fact": fact, "year": _given(since=since, until=until, age_min=age_min, age_max=age_max)}
        case Says():
            return {"says": True}
        case From(day):
            return {"from": day.isoformat()}
        case Until(day):
            return {"until": day.isoformat()}
        case Over():
            return {"over": True}
        case All(parts):
            return {"all": [condition_data(part) for part in parts]}
        case AnyOf(parts):
            return {"any": [condition_data(part) for part in parts]}
        case Not(part):
            return {"not": condition_data(part)}


def _given(**values: float | None) -> Data:
    return {name: value for name, value in values.items() if value is not None}


def _policy(entry: Entry, library: Library) -> Data:
    meta = entry.meta
    assert isinstance(meta, ExplainerMeta)
    return {name: value for name, value in _parts(entry, meta, library) if value}


def _parts(entry: Entry, meta: ExplainerMeta, library: Library) -> Iterator[tuple[str, Any]]:
    """What is empty is left out."""
    yield "id", entry.slug
    yield "url", entry.url
    yield "title", meta.title
    yield "sample", meta.sample
    yield "lines", [[line.text, condition_data(line.condition)] for line in lines_of(entry, library)]
    yield "audience", list(meta.audience)
    for name in STATEMENTS:
        yield name, [statement_of(text).says for text in getattr(meta, name)]
    deadline = meta.deadline
    yield "deadline", deadline.chinese if isinstance(deadline, Moment) else deadline
    yield "closes", deadline.iso if isinstance(deadline, Moment) else ""
    yield "over", end_of(deadline).isoformat() if isinstance(deadline, Moment) else ""
    yield "uid", deadline_id(entry) if isinstance(deadline, Moment) else ""
    unit = library.taxonomies["units"].find(meta.contact_unit) if meta.contact_unit else None
    yield "contact", unit.name if unit else meta.contact_unit
    yield "documents", [*_documents(entry, meta, library)]
    if meta.source:
        yield "source", [meta.source.name, meta.source.url or "", meta.date.chinese if meta.date else ""]


def _documents(entry: Entry, meta: ExplainerMeta, library: Library) -> Iterator[list[str]]:
    """What it rests on: name in its marks, address, status, number, date with its word, official address; of what the site does
    not hold, the name alone."""
    held = library.explained.get(entry.url, ())
    for document in held:
        said = document.meta
        assert isinstance(said, DocumentMeta)
        date, word = document_date(document)
        told = f"{date.chinese}{word}" if date else word
        yield [
            in_marks(said.title),
            document.url,
            library.status[document.url],
            said.number or "",
            told,
            said.official_url or "",
        ]
    for name in named(meta.explains, held):
        yield [called(name), "", "", "", "", ""]
