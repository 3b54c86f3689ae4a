"""Pages that are no content: not found, and redirects from old addresses."""

from collections.abc import Iterator
from dataclasses import dataclass

from .shared.page import Link, PageInputs, SitePage


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """Where a lost reader can go on."""

    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class RedirectView:
    """The new address of a moved page."""

    title: str
    url: str


def pages(inputs: PageInputs) -> Iterator[SitePage]:
    """404.html and one page an alias."""
    links = (Link("首页", ""), *(Link(item.title, item.url) for item in inputs.settings.navigation))
    yield SitePage("404.html", "not-found.html", NotFoundView(links), "没有找到这个页面", listed=False)
    for entry in inputs.library.entries:
        for alias in entry.meta.aliases:
            view = RedirectView(entry.meta.title, entry.url)
            yield SitePage(alias.strip("/") + "/", "redirect.html", view, entry.meta.title, listed=False)
