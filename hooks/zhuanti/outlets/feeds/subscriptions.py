"""Which feeds there are beside those of policies: the site, every column, every county."""

from collections.abc import Iterator

from ...content.library import Library
from ...pages.shared.subscribed import LISTS, subscribed
from .model import Subscription


def subscriptions(library: Library) -> Iterator[Subscription]:
    """Every feed with something in it, but those of policies; the site's first."""
    yield Subscription("", "", "feeds/site", library.entries)
    for taxonomy in LISTS:
        for each in subscribed(taxonomy, library):
            yield Subscription(each.name, f"{each.path}/", f"feeds/{each.path}", each.entries)
