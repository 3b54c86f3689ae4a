"""The Library: all that may be public at one moment, linked both ways, immutable."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from ..settings.moment import Moment
from ..settings.options import BuildOptions
from .addresses import Kind
from .entry import Entry
from .lineage import successors
from .link_record import LinkRecord
from .models import DocumentMeta
from .references import DOCUMENT_FIELDS, TERM_FIELDS, DocumentIndex
from .status import Step, document_steps, step_at
from .taxonomy import Taxonomy
from .unchanged import unchanged_since
from .vocabulary import Vocabulary

K = TypeVar("K")
Links = Mapping[str, tuple[Entry, ...]]
RELATED = 6
_CANDIDATES_A_TERM = 24


@dataclass(frozen=True, slots=True)
class Held:
    """A published entry that waits for its moment."""

    entry: Entry
    until: Moment


@dataclass(frozen=True, slots=True)
class Library:
    """Entries newest first. Every mapping goes from an address or a term to entries in their final order.

    It is like this at the moment ``at``, and as far as the entries' dates tell, has been ``since`` then.
    ``steps`` are all statuses a document ever has, ``status`` is the one of this moment; ``links`` tells of foreign
    addresses when they were last found reachable.
    """

    at: Moment
    since: Moment
    entries: tuple[Entry, ...]
    held: tuple[Held, ...]
    withdrawn: tuple[Entry, ...]
    taxonomies: Mapping[str, Taxonomy]
    by_url: Mapping[str, Entry]
    by_kind: Mapping[Kind, tuple[Entry, ...]]
    by_column: Links
    by_term: Mapping[tuple[str, str], tuple[Entry, ...]]
    by_tag: Links
    explainers: Links
    explained: Links
    replaces: Links
    replaced_by: Links
    amends: Links
    amended_by: Links
    based_on: Links
    basis_of: Links
    policies: Links
    cases: Links
    series: Links
    series_position: Mapping[str, int]
    related: Links
    steps: Mapping[str, tuple[Step, ...]]
    status: Mapping[str, str]
    links: Mapping[str, LinkRecord]
    vocabulary: Vocabulary

    def of_kind(self, *kinds: Kind) -> tuple[Entry, ...]:
        """Entries of these kinds, newest first."""
        if len(kinds) == 1:
            return self.by_kind.get(kinds[0], ())
        return tuple(entry for entry in self.entries if entry.kind in kinds)

    def beside(self, entry: Entry) -> tuple[Entry | None, Entry | None]:
        """The entries before and after one in its series."""
        if entry.url not in self.series_position:
            return None, None
        members, here = self.series[str(getattr(entry.meta, "series", ""))], self.series_position[entry.url]
        before = members[here - 1] if here > 0 else None
        return before, (members[here + 1] if here + 1 < len(members) else None)


def is_public(entry: Entry, options: BuildOptions) -> bool:
    """Whether an entry is part of a build."""
    meta = entry.meta
    if meta.sample and not options.samples:
        return False
    if options.drafts:
        return True
    if meta.status != "published" or _taken_back(entry, options):
        return False
    return entry.appears is None or entry.appears.at <= options.at.at


def _is_withdrawn(entry: Entry, options: BuildOptions) -> bool:
    """Whether it was public once: its address is known, and what stood there is taken back."""
    if options.drafts or entry.meta.status != "published" or (entry.meta.sample and not options.samples):
        return False
    return _taken_back(entry, options)


def _taken_back(entry: Entry, options: BuildOptions) -> bool:
    gone = entry.meta.withdraw_at
    return gone is not None and gone.at <= options.at.at


def build_library(
    entries: Iterable[Entry],
    taxonomies: Mapping[str, Taxonomy],
    options: BuildOptions,
    links: Mapping[str, LinkRecord] = MappingProxyType({}),
    vocabulary: Vocabulary | None = None,
) -> Library:
    """Select what is public and link it. Cost grows with the number of links, not with its square."""
    given = sorted(entries, key=lambda entry: entry.newest_first)
    public = tuple(entry for entry in given if is_public(entry, options))
    documents = DocumentIndex(public)
    by_url = {entry.url: entry for entry in public}
    named = _named_documents(public, documents, by_url)
    naming = {field: _backward(public, links) for field, links in named.items()}
    steps = _steps(public, naming["replaces"], naming["amends"])
    by_term = _by_term(public)
    series = _series(public)
    withdrawn = tuple(entry for entry in given if _is_withdrawn(entry, options))
    return Library(
        at=options.at,
        since=unchanged_since(options.at, public, withdrawn, steps),
        entries=public,
        held=tuple(_held(given, options)),
        withdrawn=withdrawn,
        taxonomies=_visible_terms(taxonomies, options),
        by_url=MappingProxyType(by_url),
        by_kind=_grouped((entry.kind, entry) for entry in public),
        by_column=_grouped((entry.column, entry) for entry in public if entry.column),
        by_term=by_term,
        by_tag=_grouped((tag, entry) for entry in public for tag in dict.fromkeys(entry.meta.tags)),
        explained=named["explains"],
        explainers=naming["explains"],
        replaces=named["replaces"],
        replaced_by=naming["replaces"],
        amends=named["amends"],
        amended_by=naming["amends"],
        based_on=named["based_on"],
        basis_of=naming["based_on"],
        policies=named["policies"],
        cases=naming["policies"],
        series=series,
        series_position=MappingProxyType(
            {entry.url: number for members in series.values() for number, entry in enumerate(members)}
        ),
        related=_related(public, by_term),
        steps=steps,
        status=MappingProxyType({url: step_at(each, options.at).word for url, each in steps.items()}),
        links=links,
        vocabulary=vocabulary or Vocabulary(),
    )


def _held(entries: Iterable[Entry], options: BuildOptions) -> Iterable[Held]:
    for entry in entries:
        until = entry.appears
        waits = until is not None and until.at > options.at.at
        if waits and entry.meta.status == "published" and not is_public(entry, options) and until:
            yield Held(entry, until)


def _visible_terms(taxonomies: Mapping[str, Taxonomy], options: BuildOptions) -> Mapping[str, Taxonomy]:
    from .taxonomy import taxonomy_of

    if options.samples:
        return taxonomies
    return MappingProxyType(
        {
            id: taxonomy_of(id, tuple(term for term in taxonomy.terms if not term.sample))
            for id, taxonomy in taxonomies.items()
        }
    )


def _grouped(pairs: Iterable[tuple[K, Entry]]) -> Mapping[K, tuple[Entry, ...]]:
    groups: dict[K, list[Entry]] = defaultdict(list)
    for key, entry in pairs:
        groups[key].append(entry)
    return MappingProxyType({key: tuple(members) for key, members in groups.items()})


def _by_term(entries: tuple[Entry, ...]) -> Mapping[tuple[str, str], tuple[Entry, ...]]:
    return _grouped(
        ((taxonomy, id), entry)
        for entry in entries
        for taxonomy in TERM_FIELDS.values()
        for id in entry.terms(taxonomy)
    )


def _named_documents(
    entries: tuple[Entry, ...], documents: DocumentIndex, by_url: Mapping[str, Entry]
) -> Mapping[str, Links]:
    """For each field that names documents: which documents every entry names in it."""
    found: dict[str, dict[str, tuple[Entry, ...]]] = {
        field: {} for fields in DOCUMENT_FIELDS.values() for field in fields
    }
    for entry in entries:
        for field in DOCUMENT_FIELDS.get(type(entry.meta), ()):
            urls = [urls[0] for name in getattr(entry.meta, field) if (urls := documents.find(name))]
            found[field][entry.url] = tuple(by_url[url] for url in dict.fromkeys(urls) if url != entry.url)
    return {field: MappingProxyType(links) for field, links in found.items()}


def _backward(entries: tuple[Entry, ...], forward: Links) -> Links:
    return _grouped((to.url, entry) for entry in entries for to in forward.get(entry.url, ()))


def _series(entries: tuple[Entry, ...]) -> Links:
    oldest_first = reversed(entries)
    return _grouped((name, entry) for entry in oldest_first if (name := getattr(entry.meta, "series", None)))


def _related(entries: tuple[Entry, ...], by_term: Mapping[tuple[str, str], tuple[Entry, ...]]) -> Links:
    """Most shared terms first, then newest. Only a term's newest entries are looked at, so the cost stays flat."""
    newest = {term: members[:_CANDIDATES_A_TERM] for term, members in by_term.items()}
    rank = {entry.url: number for number, entry in enumerate(entries)}
    links: dict[str, tuple[Entry, ...]] = {}
    for entry in entries:
        shared: dict[str, int] = defaultdict(int)
        for taxonomy in TERM_FIELDS.values():
            for id in entry.terms(taxonomy):
                for other in newest[taxonomy, id]:
                    shared[other.url] += 1
        shared.pop(entry.url, None)
        urls = sorted(shared, key=lambda url: (-shared[url], rank[url]))[:RELATED]
        links[entry.url] = tuple(entries[rank[url]] for url in urls)
    return MappingProxyType(links)


def _steps(entries: tuple[Entry, ...], replaced_by: Links, amended_by: Links) -> Mapping[str, tuple[Step, ...]]:
    return MappingProxyType(
        {
            entry.url: document_steps(entry.meta, successors(entry, replaced_by, amended_by))
            for entry in entries
            if isinstance(entry.meta, DocumentMeta)
        }
    )
