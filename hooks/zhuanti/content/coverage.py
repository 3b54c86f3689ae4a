"""Whether conditions of the self-test say all they must: who may apply at all, and every line a person reads."""

from collections.abc import Iterable, Iterator, Mapping

from ..problems import Problem
from ..problems.catalogue import eligibility as rules
from .conditions import Condition, count, rests_on
from .entry import Entry
from .models import DocumentMeta, ExplainerMeta
from .reading import ReadEntry
from .references import DocumentIndex
from .vocabulary import Vocabulary

_OF_A_COUNTY = "区县级"


def unplaced(condition: Condition, documents: Iterable[Entry], vocabulary: Vocabulary) -> tuple[Entry, ...]:
    """The documents of a county among these, where the condition leaves open in which county a company must be.

    A document of the city or above counts for every company the site speaks to: all places of the vocabulary are its.
    """
    if rests_on(condition, {fact.id for fact in vocabulary.places}):
        return ()
    return tuple(
        entry for entry in documents if isinstance(entry.meta, DocumentMeta) and entry.meta.level == _OF_A_COUNTY
    )


def coverage_problems(
    read: ReadEntry, entry: Entry, documents: DocumentIndex, by_url: Mapping[str, Entry], vocabulary: Vocabulary
) -> Iterator[Problem]:
    """What the conditions of one explainer leave out; ``entry`` is what was read, with finished conditions."""
    meta, front = entry.meta, read.front
    if front is None or not isinstance(meta, ExplainerMeta) or meta.eligibility is None:
        return
    place = front.key_place(("eligibility",))
    named = [by_url[url] for name in meta.explains for url in documents.find(name)[:1]]
    open_ones = unplaced(meta.eligibility, named, vocabulary)
    fact = next(iter(vocabulary.places), None)
    if open_ones and fact:
        example = fact.options[0].id if fact.options else ""
        yield rules.NO_PLACE.at(place, document=open_ones[0].meta.title, fact=fact.id, example=example)
    if (lines := count(meta.eligibility)) < len(meta.conditions):
        yield rules.TOO_FEW_LINES.at(place, conditions=len(meta.conditions), lines=lines)
