"""The whole content folder → settings, Library and every problem of both."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..problems import Place, Problem
from ..problems.catalogue import files, links, site
from ..problems.nearest import meant
from ..settings.colour import LIGHT_PAPER, READABLE, contrast, readable_twin
from ..settings.options import BuildOptions
from ..settings.site import Colours, ColumnBlock, LeadBlock, QuoteBlock, SiteSettings
from .addresses import slug_from
from .citations import citation_problems
from .coverage import coverage_problems
from .eligibility import with_conditions
from .encoding import decode
from .entry import Entry
from .files import read_bytes, walk
from .frontmatter import YamlDocument, read_yaml
from .library import Library, build_library
from .link_record import read_links
from .reading import ReadEntry, ReadFile, read_entry
from .references import (
    DocumentIndex,
    cycle_problems,
    document_problems,
    empty_taxonomy_problems,
    order_problems,
    with_term_ids,
)
from .taxonomy import Taxonomy, read_taxonomies
from .validation import validate
from .vocabulary import Vocabulary, read_vocabulary

SETTINGS_PATH = "content/site.yml"


@dataclass(frozen=True, slots=True)
class Content:
    """Everything read, whether or not it may be public.

    ``entries`` holds all that could be read, ``reads`` also those that could not; ``library`` only what is public.
    """

    settings: SiteSettings | None
    library: Library
    entries: tuple[Entry, ...]
    reads: tuple[ReadEntry, ...]
    media: tuple[str, ...]
    problems: tuple[Problem, ...]


def load(
    project: Path,
    options: BuildOptions,
    on_entry: Callable[[Entry], None] = lambda entry: None,
    read: ReadFile = read_entry,
) -> Content:
    """Read and link a project's content. Problems are collected, never raised.

    ``on_entry`` sees each entry as soon as it is read, so that work on its body can begin.
    """
    found = walk(project)
    settings, problems = read_settings(project)
    taxonomies, faults = read_taxonomies(project)
    reads = tuple(_seen((read(project, path) for path in found.texts), on_entry))
    vocabulary, unclear = read_vocabulary(project, taxonomies)
    entries, more = _linked(reads, taxonomies, vocabulary)
    records, record_faults = read_links(project)
    library = build_library(entries, taxonomies, options, records, vocabulary)
    broken = {fault.place.path for fault in (*faults, *unclear)}
    problems = (
        *found.problems,
        *problems,
        *faults,
        *record_faults,
        *unclear,
        *(problem for read in reads for problem in read.problems),
        *(problem for problem in more if problem.place.path not in broken),
        *_shared_addresses(reads, entries),
        *_lead_problems(project, settings, reads),
        *_block_problems(project, settings, taxonomies),
    )
    return Content(settings, library, entries, reads, found.media, problems)


def _seen(reads: Iterable[ReadEntry], on_entry: Callable[[Entry], None]) -> Iterator[ReadEntry]:
    for read in reads:
        if read.entry is not None:
            on_entry(read.entry)
        yield read


def read_settings(project: Path) -> tuple[SiteSettings | None, tuple[Problem, ...]]:
    """site.yml as a finished model."""
    if not (project / SETTINGS_PATH).is_file():
        return None, (site.MISSING_SETTINGS.at(Place(SETTINGS_PATH)),)
    data, faults = read_bytes(project, SETTINGS_PATH)
    text, more = decode(data, SETTINGS_PATH) if data is not None else (None, ())
    document, last = read_yaml(text, SETTINGS_PATH) if text is not None else (None, ())
    problems = (*faults, *more, *last)
    if document is None:
        return None, problems
    if not isinstance(document.data, Mapping):
        return None, (*problems, site.MAPPING_FILE_MEANT.at(Place(SETTINGS_PATH, 1)))
    settings, faults = validate(SiteSettings, document.data, document.place, document.key_place)
    return settings, (*problems, *faults, *_pale_colours(settings, document))


def _pale_colours(settings: SiteSettings | None, document: YamlDocument) -> Iterator[Problem]:
    for name in Colours.model_fields if settings else ():
        value = str(getattr(settings.colours, name)) if settings else ""
        ratio = contrast(value, LIGHT_PAPER)
        if ratio < READABLE:
            place = document.place(("colours", name))
            better = readable_twin(value)
            yield site.PALE_COLOUR.at(place, field=f"colours.{name}", value=value, ratio=f"{ratio:.1f}", better=better)


def _linked(
    reads: tuple[ReadEntry, ...], taxonomies: Mapping[str, Taxonomy], vocabulary: Vocabulary | None
) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    entries: list[Entry] = []
    problems: list[Problem] = []
    for read in reads:
        finished, faults = with_conditions(read, vocabulary)
        problems += faults
        entry, faults = with_term_ids(finished, taxonomies)
        problems += faults
        if entry is not None:
            entries.append(entry)
    problems += empty_taxonomy_problems(entries, taxonomies)
    documents = DocumentIndex(entries)
    by_path, by_url = {entry.path: entry for entry in entries}, {entry.url: entry for entry in entries}
    for read in reads:
        problems += document_problems(read, documents)
        problems += citation_problems(read, documents)
        problems += order_problems(read, documents, by_url)
        if (entry := by_path.get(read.path)) and vocabulary:
            problems += coverage_problems(read, entry, documents, by_url, vocabulary)
    problems += cycle_problems(reads, documents)
    return tuple(entries), tuple(problems)


def _shared_addresses(reads: Iterable[ReadEntry], entries: Iterable[Entry]) -> Iterator[Problem]:
    """Equal addresses: of two entries each is told of the other, an alias or a tag of the one before it."""
    owner: dict[str, str] = {}
    for read in reads:
        if read.url is None:
            continue
        if read.url in owner:
            yield files.SAME_ADDRESS.at(Place(read.path), url=read.url, other=owner[read.url])
            yield files.SAME_ADDRESS.at(Place(owner[read.url]), url=read.url, other=read.path)
        owner.setdefault(read.url, read.path)
    places = {read.path: read.front for read in reads}
    tags: dict[str, tuple[str, str]] = {}
    for entry in entries:
        front = places[entry.path]
        if front is None:
            continue
        for index, alias in enumerate(entry.meta.aliases):
            place = front.place(("aliases", index))
            url = alias.strip("/") + "/"
            if not alias.startswith("/") or not alias.isascii() or ".." in alias or any(map(str.isspace, alias)):
                yield files.BAD_ALIAS.at(place, value=alias)
            elif url in owner:
                yield files.SAME_ADDRESS.at(place, url=url, other=owner[url])
            owner.setdefault(url, entry.path)
        for index, tag in enumerate(entry.meta.tags):
            url = tag_url(tag)
            other_tag, other = tags.setdefault(url, (tag, entry.path))
            if other_tag != tag:
                place = front.place(("tags", index))
                yield files.SAME_TAG_ADDRESS.at(place, value=tag, other=other, other_value=other_tag, url=url)


def tag_url(tag: str) -> str:
    """The address of a tag's page."""
    return f"tags/{slug_from(tag)}/"


def _lead_problems(project: Path, settings: SiteSettings | None, reads: Iterable[ReadEntry]) -> Iterator[Problem]:
    known = {read.url.rstrip("/") for read in reads if read.url}
    for number, block in enumerate(settings.blocks if settings else ()):
        if not isinstance(block, LeadBlock):
            continue
        for value in block.entries:
            if value.strip("/") not in known:
                offer = meant(value.strip("/"), known) or "请写稿件的网址路径，如 columns/in-action/文件名（不带 .md）"
                place = settings_place(project, value)
                yield site.UNKNOWN_ENTRY.at(place, field=f"blocks 第 {number + 1} 块", value=value, suggestion=offer)


def _block_problems(
    project: Path, settings: SiteSettings | None, taxonomies: Mapping[str, Taxonomy]
) -> Iterator[Problem]:
    """Blocks of a column that is not there: the block would silently be missing."""
    columns = taxonomies["columns"]
    for block in settings.blocks if settings else ():
        if isinstance(block, (ColumnBlock, QuoteBlock)) and columns.find(block.column) is None:
            offer = meant(block.column, columns.names) or "可用的编号见 content/taxonomy/columns.yml"
            place = settings_place(project, block.column)
            yield links.UNKNOWN_COLUMN.at(place, value=block.column, suggestion=offer)


def settings_place(project: Path, value: str) -> Place:
    """Where a value, or a field's name, first stands in site.yml."""
    lines = (project / SETTINGS_PATH).read_text("utf-8", "replace").split("\n")
    return Place(SETTINGS_PATH, next((n for n, line in enumerate(lines, 1) if value in line), 0))
