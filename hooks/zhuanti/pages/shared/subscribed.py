"""The lists of entries that have a feed of their own, beside those of policies."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ...content.entry import Entry
from ...content.library import Library

# taxonomy → how its lists are called together
LISTS: Mapping[str, str] = MappingProxyType({"columns": "专栏", "counties": "县市区"})


@dataclass(frozen=True, slots=True)
class SubscribedList:
    """One list: its name, the address of its page without the slash at the end, its entries."""

    name: str
    path: str
    entries: tuple[Entry, ...]


def subscribed(taxonomy: str, library: Library) -> Iterator[SubscribedList]:
    """The lists of one taxonomy of :data:`LISTS` that have something in them, in the editors' order."""
    for term in library.taxonomies[taxonomy].terms:
        by_column = taxonomy == "columns"
        entries = library.by_column.get(term.id, ()) if by_column else library.by_term.get((taxonomy, term.id), ())
        if entries:
            yield SubscribedList(term.name, f"{taxonomy}/{term.id}", entries)
