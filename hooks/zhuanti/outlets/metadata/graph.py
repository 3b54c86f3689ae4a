"""The structured data of one page as a graph: where it stands, what it lists, what it holds."""

from collections.abc import Iterable

from ...content.entry import Entry
from ...content.library import Library
from ...pages.shared.heads import EntryView
from ...pages.shared.indexing import cards_of, is_list
from ...pages.shared.page import SitePage
from ...pages.shared.paging import PAGE_SIZE
from ...settings.site import SiteSettings
from .nodes import Node, node, organizations, publishers, website
from .works import Work, works


def graph(
    page: SitePage, description: str, entry: Entry | None, library: Library, settings: SiteSettings, searchable: bool
) -> list[Node]:
    """All nodes of a page that search engines may show.

    ``searchable`` tells whether the site has a page that answers queries.
    """
    url = settings.root_url + page.url
    if not page.url:
        return [_site(settings, searchable), _page("WebPage", url, settings.name, description, settings)]
    trail = _trail(page, settings.root_url)
    if entry and isinstance(page.view, EntryView):
        section = page.trail[-1].title if page.trail else ""
        if entry.meta.sample:
            return [_page("WebPage", url, page.title, description, settings), trail]
        return [*works(Work(entry, page.view, url, section, library, settings)), trail]
    if is_list(page):
        listing = _page("CollectionPage", url, page.title, description, settings)
        return [listing | node("CollectionPage", mainEntity=_items(page, settings.root_url)), trail]
    return [_page("WebPage", url, page.title, description, settings), trail]


def _site(settings: SiteSettings, searchable: bool) -> Node:
    """The site itself, who makes it, and how to search it."""
    template = f"{settings.root_url}search/?q={{search_term_string}}"
    action = node(
        "SearchAction",
        target=node("EntryPoint", urlTemplate=template),
        **{"query-input": "required name=search_term_string"},
    )
    carriers = [name for organizer in settings.organizers[1:] for name in organizer.names]
    return website(settings) | node(
        "WebSite",
        alternateName=settings.short_name,
        description=settings.description,
        publisher=publishers(settings),
        contributor=organizations(carriers),
        inLanguage="zh-CN",
        potentialAction=action if searchable else None,
    )


def _page(kind: str, url: str, name: str, description: str, settings: SiteSettings) -> Node:
    return node(
        kind,
        **{"@id": f"{url}#page"},
        url=url,
        name=name,
        description=description,
        isPartOf=website(settings),
        inLanguage="zh-CN",
    )


def _trail(page: SitePage, root: str) -> Node:
    steps = [(link.title, link.url) for link in page.trail] + [(page.title, page.url)]
    return node("BreadcrumbList", itemListElement=_positions(steps, root, 1, "item"))


def _items(page: SitePage, root: str) -> Node | None:
    """What a list shows, without samples; the places go on from page to page."""
    first = (getattr(page.view, "paging").number - 1) * PAGE_SIZE + 1  # noqa: B009 - a view of any section
    shown = [(card.title, card.url) for card in cards_of(page) if not card.sample]
    return node("ItemList", itemListElement=_positions(shown, root, first, "url")) if shown else None


def _positions(steps: Iterable[tuple[str, str]], root: str, first: int, address: str) -> list[Node]:
    return [
        {"@type": "ListItem", "position": position, "name": title, address: root + url}
        for position, (title, url) in enumerate(steps, start=first)
    ]
