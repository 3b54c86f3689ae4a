"""Which feeds of policies there are: all of them, and by area, level and audience."""

from collections.abc import Iterator

from ...content.entry import Entry
from ...pages.open_data import SUBSCRIBED
from ...pages.shared.policy_facets import FACETS, Finder, Policy
from ...settings.moment import Moment
from ...settings.site import SiteSettings
from ..asset import Asset
from ..feeds import Feed, Item, feed_files
from ..identity import identity_of

_MOST = 50


def policy_feeds(finder: Finder, settings: SiteSettings, at: Moment) -> Iterator[Asset]:
    """Three formats of every feed."""
    yield from feed_files(_feed("政策", "policies/", "feeds/policies", finder.policies, settings, at))
    for facet in SUBSCRIBED:
        for value in finder.values[facet]:
            members = tuple(policy for policy in finder.policies if value.id in policy.values[facet])
            title = f"政策·{FACETS[facet]}：{value.name}"
            path = f"policies/{facet}/{value.id}"
            yield from feed_files(_feed(title, f"{path}/", f"feeds/{path}", members, settings, at))


def _feed(title: str, page: str, stem: str, policies: tuple[Policy, ...], settings: SiteSettings, at: Moment) -> Feed:
    entries = sorted(
        (entry for policy in policies for entry in (policy.entry, *policy.explainers)),
        key=lambda entry: entry.newest_first,
    )
    items = tuple(_item(entry, settings, at) for entry in entries[:_MOST])
    return Feed(
        title=f"{settings.name}·{title}",
        description=settings.description or settings.name,
        page=settings.root_url + page,
        stem=stem,
        root=settings.root_url,
        author="、".join(settings.organizers[0].names) if settings.organizers else settings.name,
        updated=max((item.updated for item in items), key=lambda moment: moment.at, default=at),
        items=items,
    )


def _item(entry: Entry, settings: SiteSettings, at: Moment) -> Item:
    meta = entry.meta
    published = meta.date or at
    return Item(
        id=identity_of(entry).urn,
        url=settings.root_url + entry.url,
        title=("示例：" if meta.sample else "") + meta.title,
        summary=meta.summary or "",
        published=published,
        updated=entry.modified or published,
        author=meta.source.name if meta.source else "",
        tags=tuple(dict.fromkeys(meta.tags)),
    )
