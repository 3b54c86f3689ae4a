"""Which feeds there are beside those of policies: the site, every column, every county."""

from collections.abc import Iterator

from ...content.library import Library
from ...settings.site import SiteSettings
from ..asset import Asset
from .entries import FullText, Pictures, feed_of
from .model import Subscription
from .writing import feed_files


def subscriptions(library: Library) -> Iterator[Subscription]:
    """Every feed with something in it, but those of policies; the site's first."""
    yield Subscription("", "", "feeds/site")
    for term in library.taxonomies["columns"].terms:
        if library.by_column.get(term.id):
            yield Subscription(term.name, f"columns/{term.id}/", f"feeds/columns/{term.id}")
    for term in library.taxonomies["counties"].terms:
        if library.by_term.get(("counties", term.id)):
            yield Subscription(term.name, f"counties/{term.id}/", f"feeds/counties/{term.id}")


def site_feeds(library: Library, settings: SiteSettings, text: FullText, pictures: Pictures) -> Iterator[Asset]:
    """Three formats of each."""
    for each in subscriptions(library):
        room, _, id = each.page.strip("/").partition("/")
        if not room:
            entries = library.entries
        elif room == "columns":
            entries = library.by_column[id]
        else:
            entries = library.by_term[room, id]
        yield from feed_files(feed_of(each, entries, settings, library.at, text, pictures))
