"""What entries write of terms and documents, turned into ids and addresses, with a placed problem for each miss."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ..problems import Place, Problem
from ..problems.catalogue import links, site
from ..problems.nearest import meant
from .entry import Entry
from .models import CaseMeta, DocumentMeta, ExplainerMeta, Meta
from .reading import ReadEntry
from .taxonomy import Taxonomy

TERM_FIELDS = {
    "counties": "counties",
    "industries": "industries",
    "groups": "groups",
    "units": "units",
    "areas": "policy_areas",
}
# what names documents, by the kind that names them
DOCUMENT_FIELDS: Mapping[type[Meta], tuple[str, ...]] = {
    ExplainerMeta: ("explains",),
    DocumentMeta: ("replaces", "amends", "based_on"),
    CaseMeta: ("policies",),
}


def with_term_ids(read: ReadEntry, taxonomies: Mapping[str, Taxonomy]) -> tuple[Entry | None, tuple[Problem, ...]]:
    """The entry with ids where the editor wrote ids, names or short names."""
    entry, front = read.entry, read.front
    if entry is None or front is None:
        return entry, ()
    problems: list[Problem] = []
    ids: dict[str, tuple[str, ...]] = {}
    for field, taxonomy_id in TERM_FIELDS.items():
        names = getattr(entry.meta, field, ()) if taxonomies[taxonomy_id].terms else ()
        found: list[str] = []
        for index, name in enumerate(names):
            term = taxonomies[taxonomy_id].find(name)
            if term is None:
                title = str(type(entry.meta).model_fields[field].title)
                offer = meant(name, _preferred(name, taxonomies[taxonomy_id]))
                offer = offer or f"可用的值见 content/taxonomy/{taxonomy_id}.yml"
                place = front.place((field, index))
                problems.append(links.UNKNOWN_TERM.at(place, field=field, title=title, value=name, suggestion=offer))
            elif term.id not in found:
                found.append(term.id)
        if names:
            ids[field] = tuple(found)
    if entry.column is not None and taxonomies["columns"].find(entry.column) is None:
        known = [term.id for term in taxonomies["columns"].terms]
        offer = meant(entry.column, known) or "请在 columns.yml 里加上这个专栏，或把文件移到已有的专栏"
        problems.append(links.UNKNOWN_COLUMN.at(front.place(()), value=entry.column, suggestion=offer))
    return (replace(entry, meta=entry.meta.model_copy(update=ids)) if ids else entry), tuple(problems)


def empty_taxonomy_problems(entries: Iterable[Entry], taxonomies: Mapping[str, Taxonomy]) -> Iterator[Problem]:
    """One problem for each list that entries use and that holds nothing, instead of one for each use."""
    using: dict[str, list[str]] = {}
    for entry in entries:
        for field, taxonomy_id in TERM_FIELDS.items():
            if getattr(entry.meta, field, ()) and not taxonomies[taxonomy_id].terms:
                using.setdefault(taxonomy_id, []).append(entry.path)
    for taxonomy_id, paths in using.items():
        place = Place(f"content/taxonomy/{taxonomy_id}.yml")
        yield site.EMPTY_TAXONOMY.at(place, count=len(paths), example=paths[0])


def _preferred(name: str, taxonomy: Taxonomy) -> list[str]:
    """Chinese is answered with Chinese names, Latin with ids."""
    if name.isascii():
        return [term.id for term in taxonomy.terms]
    return [text for term in taxonomy.terms for text in (term.name, term.short) if text]


class DocumentIndex:
    """Finds policy documents by file name, document number or title."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_name: dict[str, list[str]] = {}
        self._written: list[str] = []
        for entry in entries:
            if not isinstance(entry.meta, DocumentMeta):
                continue
            for name in {entry.slug, entry.meta.title, entry.meta.number}:
                if name:
                    self._by_name.setdefault(folded(name), []).append(entry.url)
                    self._written.append(name)

    def find(self, name: str) -> tuple[str, ...]:
        """Addresses of the documents that carry this name; more than one means that it is not clear."""
        return tuple(self._by_name.get(folded(name), ()))

    @property
    def names(self) -> tuple[str, ...]:
        """Every name a document is known by, as it is written."""
        return tuple(self._written)


def document_problems(read: ReadEntry, index: DocumentIndex) -> tuple[Problem, ...]:
    """Misses and self-references among the fields that name documents.

    A document number or title that the site does not hold is allowed (it is shown as text) but for what an explainer
    explains; a file name that does not exist is a slip.
    """
    entry, front = read.entry, read.front
    if entry is None or front is None:
        return ()
    problems: list[Problem] = []
    for field in DOCUMENT_FIELDS.get(type(entry.meta), ()):
        for position, name in enumerate(getattr(entry.meta, field)):
            is_list = isinstance(front.data.get(field), (list, tuple))
            place = front.place((field, position) if is_list else (field,))
            found = index.find(name)
            if entry.url in found and isinstance(entry.meta, DocumentMeta):
                problems.append(links.REPLACES_ITSELF.at(place, field=field))
            elif len(found) > 1:
                problems.append(links.AMBIGUOUS_DOCUMENT.at(place, field=field, value=name, targets="、".join(found)))
            elif not found and (field == "explains" or name.isascii()):
                offer = meant(name, index.names) or "请先在 content/policies/documents/ 里建立这份文件"
                problems.append(links.UNKNOWN_DOCUMENT.at(place, field=field, value=name, suggestion=offer))
    return tuple(problems)


def cycle_problems(reads: Iterable[ReadEntry], index: DocumentIndex) -> tuple[Problem, ...]:
    """Rings in what documents replace, amend or rest on: each ring once, at its first file."""
    documents = {
        read.entry.url: read for read in reads if read.entry and isinstance(read.entry.meta, DocumentMeta)
    }  # fmt: skip
    problems: list[Problem] = []
    for field in DOCUMENT_FIELDS[DocumentMeta]:
        edges = {
            url: [to for name in getattr(read.entry.meta, field) for to in index.find(name) if to != url]
            for url, read in documents.items()
            if read.entry
        }
        for ring in _rings(edges):
            read = documents[ring[0]]
            if read.front and read.entry:
                chain = " → ".join(
                    [*(documents[url].path.rsplit("/", 1)[1] for url in ring), read.path.rsplit("/", 1)[1]]
                )
                problems.append(links.CYCLE.at(read.front.place((field,)), field=field, chain=chain))
    return tuple(problems)


def order_problems(read: ReadEntry, index: DocumentIndex, documents: Mapping[str, Entry]) -> Iterator[Problem]:
    """What a document replaces or amends must not be younger than it, nor stand in both lists.

    ``documents`` are all entries by address. Dates are compared only where both documents have one of the same kind.
    """
    entry, front = read.entry, read.front
    if entry is None or front is None or not isinstance(entry.meta, DocumentMeta):
        return
    meta, seen = entry.meta, set[str]()
    for field, verb in (("replaces", "替代"), ("amends", "修改")):
        is_list = isinstance(front.data.get(field), (list, tuple))
        for position, name in enumerate(getattr(meta, field)):
            place = front.place((field, position) if is_list else (field,))
            for url in index.find(name):
                target = documents[url].meta if url in documents and url != entry.url else None
                if not isinstance(target, DocumentMeta):
                    continue
                if url in seen:
                    yield links.REPLACED_AND_AMENDED.at(place, value=name)
                seen.add(url)
                if dates := _contradiction(meta, target):
                    own, other, word = dates
                    yield links.OLDER_SUCCESSOR.at(
                        place, field=field, verb=verb, value=name, target_date=other, own_date=own, word=word
                    )


def _contradiction(later: DocumentMeta, earlier: DocumentMeta) -> tuple[str, str, str] | None:
    """The dates of both, and what they are of, where the one that should be later is not.

    Only dates of one kind say which came first: a document is signed long before it takes effect. The first kind that
    both have decides, for a document may well take effect before one that it replaces would have.
    """
    for field, word in (("issued", "成文"), ("released", "发布"), ("effective", "施行")):
        own, other = getattr(later, field), getattr(earlier, field)
        if own and other:
            return (own.chinese, other.chinese, word) if own.day < other.day else None
    return None


def _rings(edges: Mapping[str, list[str]]) -> list[list[str]]:
    """One ring for each knot of the graph, walked without recursion; begins at its smallest member."""
    done: set[str] = set()
    rings: list[list[str]] = []
    for start in sorted(edges):
        trail: list[str] = []
        pending = [(start, 0)]
        while pending:
            node, depth = pending.pop()
            del trail[depth:]
            if node in trail:
                ring = trail[trail.index(node) :]
                first = ring.index(min(ring))
                ring = ring[first:] + ring[:first]
                if ring not in rings:
                    rings.append(ring)
                continue
            if node in done:
                continue
            done.add(node)
            trail.append(node)
            pending += [(to, depth + 1) for to in reversed(edges.get(node, []))]
    return rings


def folded(name: str) -> str:
    """A name as names are compared.

    Marks around a title in a title are those of where it stands, and brackets and spaces are typed in many ways:
    〔2023〕, [2023], (2023).
    """
    return "".join(name.split()).translate(_BRACKETS).casefold()


_BRACKETS = str.maketrans("〔〕［］（）()【】〈〉", "[][][][][]《》")
