"""Which documents came before and after another: walked through the whole chain, each once."""

from collections import deque
from collections.abc import Mapping

from .entry import Entry
from .models import DocumentMeta
from .status import Successors, begins

Links = Mapping[str, tuple[Entry, ...]]


def chain(entry: Entry, *links: Links) -> tuple[Entry, ...]:
    """All that links lead to from an entry, directly or through others, nearest first; rings end where they close."""
    found: dict[str, Entry] = {}
    pending = deque((entry,))
    while pending:
        here = pending.popleft()
        for other in (other for each in links for other in each.get(here.url, ())):
            if other.url != entry.url and other.url not in found:
                found[other.url] = other
                pending.append(other)
    return tuple(found.values())


def successors(entry: Entry, replaced_by: Links, amended_by: Links) -> Successors:
    """When others replace or amend a document.

    What replaces its successor replaces it too: were the successor in the middle never to come into force, the
    document would still be replaced from the day of the last one.
    """
    return Successors(
        replaced=tuple(
            begins(other.meta) for other in chain(entry, replaced_by) if isinstance(other.meta, DocumentMeta)
        ),
        amended=tuple(
            begins(other.meta) for other in amended_by.get(entry.url, ()) if isinstance(other.meta, DocumentMeta)
        ),
    )
