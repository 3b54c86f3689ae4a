"""Terms: the lists in content/taxonomy/ that entries refer to by id, name or short name."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from ..problems import Problem
from ..problems.catalogue import links, site
from .encoding import decode
from .files import read_bytes
from .frontmatter import read_yaml
from .models import Term
from .validation import validate

TAXONOMIES = ("columns", "counties", "industries", "groups", "policy_areas", "units", "audiences", "media")


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """One list of terms, in the editors' order."""

    id: str
    terms: tuple[Term, ...]
    by_name: Mapping[str, Term]

    def find(self, name: str) -> Term | None:
        """The term with this id, name or short name."""
        return self.by_name.get(name)

    @property
    def names(self) -> tuple[str, ...]:
        """What an editor may write."""
        return tuple(self.by_name)


def taxonomy_of(id: str, terms: tuple[Term, ...]) -> Taxonomy:
    """Terms sorted by their order and indexed by every name; an id wins over a name."""
    ordered = tuple(sorted(terms, key=lambda term: (term.order, term.id)))
    by_name: dict[str, Term] = {}
    for field in ("short", "name", "id"):
        by_name.update({name: term for term in reversed(ordered) if (name := getattr(term, field))})
    return Taxonomy(id, ordered, MappingProxyType(by_name))


def read_taxonomies(project: Path) -> tuple[Mapping[str, Taxonomy], tuple[Problem, ...]]:
    """Every list of the project; a missing file is an empty list."""
    found: dict[str, Taxonomy] = {}
    problems: list[Problem] = []
    for id in TAXONOMIES:
        path = f"content/taxonomy/{id}.yml"
        terms: tuple[Term, ...] = ()
        if (project / path).exists():
            terms, faults = _read_terms(project, path)
            problems += faults
        found[id] = taxonomy_of(id, terms)
    return MappingProxyType(found), tuple(problems)


def _read_terms(project: Path, path: str) -> tuple[tuple[Term, ...], tuple[Problem, ...]]:
    data, faults = read_bytes(project, path)
    text, more = decode(data, path) if data is not None else (None, ())
    problems = [*faults, *more]
    if text is None:
        return (), tuple(problems)
    document, faults = read_yaml(text, path)
    problems += faults
    if document is None:
        return (), tuple(problems)
    if not isinstance(document.data, (list, tuple)):
        return (), (*problems, site.LIST_FILE_MEANT.at(document.place(())))
    terms: list[Term] = []
    lines: dict[str, int] = {}
    for index, item in enumerate(document.data):
        fields = item if isinstance(item, Mapping) else {}
        term, faults = validate(Term, fields, document.place, document.key_place, (index,))
        problems += faults
        if term is None:
            continue
        place = document.place((index, "id"))
        if term.id in lines:
            problems.append(links.SAME_TERM_TWICE.at(place, value=term.id, line=lines[term.id]))
        lines.setdefault(term.id, place.line)
        terms.append(term)
    return tuple(terms), tuple(problems)
