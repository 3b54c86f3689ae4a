"""Which feeds of policies there are: all of them, and by area, level and audience."""

from collections.abc import Iterable, Iterator

from ...content.entry import Entry
from ...pages.open_data import SUBSCRIBED
from ...pages.shared.policy_facets import FACETS, Finder, Policy
from ..feeds import Subscription


def policy_subscriptions(finder: Finder) -> Iterator[Subscription]:
    """Every feed with something in it: the documents and explainers of its policies."""
    if finder.policies:
        yield Subscription("政策", "policies/", "feeds/policies", _entries(finder.policies))
    for facet in SUBSCRIBED:
        for value in finder.values[facet]:
            members = finder.having(facet, value.id)
            path = f"policies/{facet}/{value.id}"
            yield Subscription(f"政策·{FACETS[facet]}：{value.name}", f"{path}/", f"feeds/{path}", _entries(members))


def _entries(policies: Iterable[Policy]) -> tuple[Entry, ...]:
    """Each of them once: one explainer may explain several documents."""
    found = {entry.path: entry for policy in policies for entry in (policy.entry, *policy.explainers)}
    return tuple(found.values())
