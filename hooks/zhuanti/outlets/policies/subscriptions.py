"""Which feeds of policies there are: all of them, and by area, level and audience."""

from collections.abc import Iterator

from ...content.library import Library
from ...pages.open_data import SUBSCRIBED
from ...pages.shared.policy_facets import FACETS, Finder, Policy
from ...settings.site import SiteSettings
from ..asset import Asset
from ..feeds import FullText, Pictures, Subscription, feed_files, feed_of


def policy_subscriptions(finder: Finder) -> Iterator[tuple[Subscription, tuple[Policy, ...]]]:
    """Every feed with the policies it tells of."""
    if finder.policies:
        yield Subscription("政策", "policies/", "feeds/policies"), finder.policies
    for facet in SUBSCRIBED:
        for value in finder.values[facet]:
            members = tuple(policy for policy in finder.policies if value.id in policy.values[facet])
            path = f"policies/{facet}/{value.id}"
            yield Subscription(f"政策·{FACETS[facet]}：{value.name}", f"{path}/", f"feeds/{path}"), members


def policy_feeds(
    finder: Finder, library: Library, settings: SiteSettings, text: FullText, pictures: Pictures
) -> Iterator[Asset]:
    """Three formats of every feed."""
    for each, policies in policy_subscriptions(finder):
        entries = (entry for policy in policies for entry in (policy.entry, *policy.explainers))
        yield from feed_files(feed_of(each, entries, settings, library.at, text, pictures))
