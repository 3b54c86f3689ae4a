"""Every list of entries as views: lines, cards, and a bar of headlines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...content.entry import Entry
from ...content.library import Library
from ...content.loading import tag_url
from ...content.models import CaseMeta
from ...pages.shared.case_types import TYPE_SLUGS, type_url
from ...pages.shared.policy_facets import FACETS, Finder, facet_url

MOST = 10
_TERMS = ("counties", "industries", "groups", "units")


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
    yield ListSource("最新", "timeline/", library.entries, "timeline")
    for column in library.taxonomies["columns"].terms:
        yield ListSource(column.name, f"columns/{column.id}/", library.by_column.get(column.id, ()))
    cases = library.of_kind("case")
    yield ListSource("典型案例", "cases/", cases)
    for name in TYPE_SLUGS:
        members = [entry for entry in cases if isinstance(entry.meta, CaseMeta) and entry.meta.case_type == name]
        yield ListSource(name, type_url(name), members)
    yield ListSource("图集", "galleries/", library.of_kind("gallery"))
    yield ListSource("活动", "events/", library.of_kind("event"))
    yield ListSource("通报", "notices/", library.of_kind("notice"))


def _terms(library: Library) -> Iterator[ListSource]:
    for taxonomy in _TERMS:
        for term in library.taxonomies[taxonomy].terms:
            yield ListSource(term.name, f"{taxonomy}/{term.id}/", library.by_term.get((taxonomy, term.id), ()))
    for tag in sorted(library.by_tag):
        yield ListSource(tag, tag_url(tag), library.by_tag[tag], styled=False)


def _policies(library: Library, finder: Finder) -> Iterator[ListSource]:
    yield ListSource("政策", "policies/", [policy.entry for policy in finder.policies], "policies")
    for name in FACETS:
        for value in finder.values[name]:
            members = [policy.entry for policy in finder.policies if value.id in policy.values[name]]
            yield ListSource(value.name, facet_url(name, value.id), members, "policies", styled=False)
