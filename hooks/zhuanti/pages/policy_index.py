"""The policy index: a list of all policies, one for every value of every facet, so that each works without a script.

What a script needs to combine facets on the first of these pages is a file of its own (outlets/policies).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from .shared.candidates import match_link
from .shared.page import Link, PageInputs, SitePage
from .shared.paging import Paging, in_pages
from .shared.policy_facets import FACETS, OVERVIEW_URL, URL, Finder, Policy, facet_url, finder
from .shared.policy_rows import PolicyRow, policy_row

_FOLDED_FROM = 4  # facets below the first four open on demand
_TITLES = {
    "area": "{}",
    "audience": "适用于{}的政策",
    "status": "{}的政策",
    "level": "{}政策",
    "issuer": "{}的政策",
    "industry": "{}产业的政策",
    "year": "{}的政策",
    "explained": "{}的政策",
    "closing": "{}的政策",
}


@dataclass(frozen=True, slots=True)
class FacetView:
    """A facet in the margin: its name in addresses, its title, its values as links with counts."""

    name: str
    title: str
    values: tuple[Link, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class PolicyListView:
    """One page of the index, or of one value of a facet.

    ``data`` is the address of the file that a script reads, known only when the site is whole; ``asked`` is what this
    page shows, as it would stand in the index's own address; ``whole`` leads to the index from a facet's page, ``ways`` to
    what else helps to find one.
    """

    title: str
    description: str
    facets: tuple[FacetView, ...]
    rows: tuple[PolicyRow, ...]
    paging: Paging
    asked: str = ""
    whole: str = ""
    ways: tuple[Link, ...] = ()
    data: str = ""
    index: str = ""


def pages(inputs: PageInputs) -> Iterator[SitePage]:
    """The index, and one list for every value that a policy has."""
    found = finder(inputs.library)
    yield from _list("政策索引", "", URL, found.policies, found, inputs)
    areas = inputs.library.taxonomies["policy_areas"]
    for name, values in found.values.items():
        for value in values:
            members = found.having(name, value.id)
            term = areas.find(value.id) if name == "area" else None
            yield from _list(
                _TITLES[name].format(value.name), term.description if term else "", facet_url(name, value.id), members, found, inputs,
                (name, value.id),
            )  # fmt: skip
    shown = {value.id for value in found.values["area"]}
    for term in areas.terms:  # an area is a promise: its page stands before its first policy
        if term.id not in shown:
            url = facet_url("area", term.id)
            yield from _list(term.name, term.description, url, (), found, inputs, ("area", term.id))


def with_data(pages: Iterable[SitePage], data: str, index: str) -> Iterator[SitePage]:
    """The pages, the lists of policies knowing where a script finds the policies and the search index."""
    for page in pages:
        if isinstance(page.view, PolicyListView):
            yield replace(page, view=replace(page.view, data=data, index=index))
        else:
            yield page


def _list(
    title: str,
    description: str,
    url: str,
    policies: tuple[Policy, ...],
    found: Finder,
    inputs: PageInputs,
    current: tuple[str, str] = ("", ""),
) -> Iterator[SitePage]:
    facets = tuple(_facets(found, current))
    match = match_link(inputs.library)
    ways = (*((match,) if match else ()), *((Link("政策概览", OVERVIEW_URL),) if found.policies else ()))
    name, id = current
    for here, items, paging in in_pages(url, policies):
        view = PolicyListView(
            title=title,
            description=description,
            facets=facets,
            rows=tuple(policy_row(policy.entry, policy.explainers, inputs) for policy in items),
            paging=paging,
            asked=f"{name}={id}" if name else "",
            whole=URL if name else "",
            ways=ways,
        )
        heading = title if paging.number == 1 else f"{title}（第 {paging.number} 页）"
        trail = (Link("首页", ""), *((Link("政策", URL),) if name else ()))
        yield SitePage(here, "policies.html", view, heading, description, section=URL, trail=trail)


def _facets(found: Finder, current: tuple[str, str]) -> Iterator[FacetView]:
    for number, (name, title) in enumerate(FACETS.items()):
        values = tuple(
            Link(
                value.name, facet_url(name, value.id), len(found.having(name, value.id)), (name, value.id) == current
            )
            for value in found.values[name]
        )  # fmt: skip
        if values:
            yield FacetView(name, title, values, number < _FOLDED_FROM or name == current[0])
