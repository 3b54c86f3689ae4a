"""What search engines are told of a page: whether it is for them, and when it changed."""

from collections.abc import Iterator

from .page import SitePage
from .views import Card


def is_indexed(page: SitePage) -> bool:
    """Whether a page belongs into search engines.

    Samples and drafts do not, nor a list that has nothing else to show: what is invented must not be found as news.
    """
    view = page.view
    if not page.listed or getattr(view, "sample", False) or getattr(view, "draft", False):
        return False
    return not is_list(page) or any(not card.sample for card in cards_of(page))


def is_list(page: SitePage) -> bool:
    """Whether a page's view is a list of entries."""
    return hasattr(page.view, "paging")


def cards_of(page: SitePage) -> Iterator[Card]:
    """Every entry that a list shows, in its order; of other pages nothing."""
    view = page.view
    if not is_list(page):
        return
    if lead := getattr(view, "lead", None):
        yield lead
    yield from getattr(view, "cards", ())
    yield from (row.card for row in getattr(view, "rows", ()))
    yield from getattr(view, "explainers", ())


def last_change(page: SitePage) -> str:
    """ISO 8601; of a list the newest of its entries, whose events may lie ahead and do not count; else empty."""
    if page.modified:
        return page.modified
    return max((card.time.iso for card in cards_of(page) if card.time and card.kind != "event"), default="")
