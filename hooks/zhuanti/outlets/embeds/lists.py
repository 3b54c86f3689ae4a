"""Every list of entries as views: lines, cards, and a bar of headlines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...content.entry import Entry
from ...content.library import Library
from ...content.loading import tag_url
from ...pages import cases, plain, terms, timeline
from ...pages.columns import column_url
from ...pages.galleries import section as galleries
from ...pages.shared.case_types import TYPE_SLUGS, cases_of, type_url
from ...pages.shared.case_types import URL as CASES_URL
from ...pages.shared.heads import term_url
from ...pages.shared.policy_facets import FACETS, URL, Finder, facet_url

MOST = 10


@dataclass(frozen=True, slots=True)
class ListSource:
    """A list of the site: its name, its address, its entries.

    ``shape`` is how its lines look; ``styled`` lists can also be shown as cards and as a bar.
    """

    title: str
    page: str
    entries: Sequence[Entry]
    shape: str = "list"
    styled: bool = True


def lists(library: Library, finder: Finder) -> Iterator[ListSource]:
    """All lists with something in them, as the site's own pages have them."""
    for source in (*_sections(library), *_terms(library), *_policies(library, finder)):
        if source.entries:
            yield source


def _sections(library: Library) -> Iterator[ListSource]:
    yield ListSource("最新", timeline.URL, library.entries, "timeline")
    for column in library.taxonomies["columns"].terms:
        yield ListSource(column.name, column_url(column.id), library.by_column.get(column.id, ()))
    yield ListSource(cases.TITLE, CASES_URL, library.of_kind("case"))
    for name in TYPE_SLUGS:
        yield ListSource(name, type_url(name), cases_of(name, library))
    yield ListSource(galleries.TITLE, galleries.URL, library.of_kind("gallery"))
    for kind, title, url in plain.SECTIONS:
        yield ListSource(title, url, library.of_kind(kind))


def _terms(library: Library) -> Iterator[ListSource]:
    for taxonomy in terms.TAXONOMIES:
        for term in library.taxonomies[taxonomy].terms:
            entries = library.by_term.get((taxonomy, term.id), ())
            yield ListSource(term.name, term_url(taxonomy, term.id), entries)
    for tag in sorted(library.by_tag):
        yield ListSource(tag, tag_url(tag), library.by_tag[tag], styled=False)


def _policies(library: Library, finder: Finder) -> Iterator[ListSource]:
    yield ListSource("政策", URL, [policy.entry for policy in finder.policies], "policies")
    for name in FACETS:
        for value in finder.values[name]:
            members = [policy.entry for policy in finder.having(name, value.id)]
            yield ListSource(value.name, facet_url(name, value.id), members, "policies", styled=False)
