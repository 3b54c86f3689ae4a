"""A policy document in a list, with its explainers."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from ...content.entry import Entry
from ...content.status import end_of
from .cards import clock
from .page import Link, PageInputs
from .policy_facets import open_deadlines
from .views import Card, Due


@dataclass(frozen=True, slots=True)
class PolicyRow:
    """A document in a list, the titles of what explains it, and the next day until which one can apply."""

    card: Card
    explainers: tuple[Link, ...]
    deadline: Due | None = None


def policy_rows(documents: Iterable[Entry], inputs: PageInputs) -> tuple[PolicyRow, ...]:
    """Rows in the given order."""
    explainers = inputs.library.explainers
    return tuple(policy_row(entry, explainers.get(entry.url, ()), inputs) for entry in documents)


def policy_row(entry: Entry, explainers: tuple[Entry, ...], inputs: PageInputs) -> PolicyRow:
    """The row of a document with what explains it, or of an explainer that stands for one."""
    links = tuple(Link(each.meta.title, each.url) for each in explainers)
    return PolicyRow(inputs.cards[entry.url], links, _due((entry, *explainers), inputs))


def _due(entries: Iterable[Entry], inputs: PageInputs) -> Due | None:
    """Those to come travel along, so that a page which has grown old shows none that has passed."""
    found = [(end_of(moment).isoformat(), clock(moment)) for moment in open_deadlines(entries, inputs.library.at)]
    times = [(over, time) for over, time in found if time]
    if not times:
        return None
    known = [(over, time.iso, time.short) for over, time in times]
    return Due(times[0][1], json.dumps(known, separators=(",", ":")))
