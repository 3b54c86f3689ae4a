"""The file with which the index combines facets in the browser: columns of all policies, values as numbers.

Names of values stand in the page's own margin; the file holds their ids in the order in which it numbers them. What
the date will change travels along (``later``, ``closes``), so that a reader's browser only picks the step of today.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence

from ...content.library import Library
from ...content.models import DocumentMeta
from ...content.status import ALWAYS, NEVER, deadline_steps
from ...pages.shared.document_date import document_date
from ...pages.shared.policy_facets import FACETS, STATUSES, Finder, Policy
from ..asset import Asset
from ..search.parts import Part

_BASE = "policies/"


def finder_file(finder: Finder, library: Library, parts: Sequence[Part]) -> Asset:
    """The asset. ``parts`` are those of the search index: what is found there is known by part and place in it."""
    orders = search_orders(parts)
    ids = {name: [value.id for value in finder.values[name]] for name in FACETS}
    numbers = {name: {id: number for number, id in enumerate(ids[name])} for name in FACETS}
    rows = [_row(policy, library, orders) for policy in finder.policies]
    said = {
        "ids": ids,
        **{column: [row[column] for row in rows] for column in _COLUMNS},
        "later": _by_place(_later(policy, library) for policy in finder.policies),
        "closes": _by_place(_closes(policy) for policy in finder.policies),
        "values": {
            name: [[numbers[name][id] for id in policy.values[name]] for policy in finder.policies] for name in FACETS
        },
    }
    data = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
    return Asset(f"assets/policies-{hashlib.sha256(data).hexdigest()[:8]}.json", data)


_COLUMNS = ("url", "title", "number", "issuer", "word", "day", "status", "sample", "explainers", "orders")


def search_orders(parts: Sequence[Part]) -> Mapping[str, int]:
    """By address, the number under which the search index finds an entry (theme/alone/search/20-index.js)."""
    return {
        document.url: number * 1_000_000 + place
        for number, part in enumerate(parts)
        for place, document in enumerate(part.documents)
    }


def _row(policy: Policy, library: Library, orders: Mapping[str, int]) -> dict[str, object]:
    entry, meta = policy.entry, policy.entry.meta
    document = meta if isinstance(meta, DocumentMeta) else None
    date, word = document_date(entry)
    return {
        "url": entry.url.removeprefix(_BASE),
        "title": meta.title,
        "number": (document.number or "") if document else "",
        "issuer": "、".join(document.issuer) if document else "",
        "word": word if date else "",
        "day": date.day.isoformat() if date else "",
        "status": library.status.get(entry.url, ""),
        "sample": int(meta.sample),
        "explainers": [[each.meta.title, each.url.removeprefix(_BASE)] for each in policy.explainers],
        "orders": [orders[url] for url in (entry.url, *(each.url for each in policy.explainers)) if url in orders],
    }


def _by_place(rows: Iterable[list[list[str]]]) -> dict[str, list[list[str]]]:
    """Few policies have any of it, so those are named by their place alone."""
    return {str(place): row for place, row in enumerate(rows) if row}


def _later(policy: Policy, library: Library) -> list[list[str]]:
    """What a document's status will be: instant, word, and the id of the word among the facet's values."""
    steps = library.steps.get(policy.entry.url, ())
    return [
        [step.begins.isoformat(), step.word, STATUSES[step.word]]
        for step in steps
        if step.begins > library.at.at and step.begins < NEVER
    ]


def _closes(policy: Policy) -> list[list[str]]:
    """For each day until which one can apply: that day, the instant from which it is soon, and the one after which not."""
    found = []
    for deadline in policy.deadlines:
        begins = {step.word: step.begins for step in deadline_steps(deadline)}
        soon, over = begins["即将截止"], begins["已截止"]
        found.append([deadline.day.isoformat(), "" if soon == ALWAYS else soon.isoformat(), over.isoformat()])
    return found
