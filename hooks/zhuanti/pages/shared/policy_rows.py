"""A policy document in a list, with its explainers."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...content.entry import Entry
from .page import Link, PageInputs
from .views import Card


@dataclass(frozen=True, slots=True)
class PolicyRow:
    """A document in a list, and the titles of what explains it."""

    card: Card
    explainers: tuple[Link, ...]


def policy_rows(documents: Iterable[Entry], inputs: PageInputs) -> tuple[PolicyRow, ...]:
    """Rows in the given order."""
    explainers = inputs.library.explainers
    return tuple(
        PolicyRow(inputs.cards[entry.url], tuple(Link(e.meta.title, e.url) for e in explainers.get(entry.url, ())))
        for entry in documents
    )
