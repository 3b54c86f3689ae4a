"""Long lists in pages of twenty: ``page/2/`` and so on, the first at the list's own address."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from .page import Link

PAGE_SIZE = 20
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Paging:
    """Where one is in a list of pages; ``links`` are all its pages."""

    number: int
    total: int
    items: int
    before: str
    after: str
    links: tuple[Link, ...]


def in_pages(url: str, items: Sequence[T], size: int = PAGE_SIZE) -> Iterator[tuple[str, tuple[T, ...], Paging]]:
    """Yield (address, items, paging) for each page; an empty list is one empty page."""
    total = max(1, -(-len(items) // size))
    urls = [url if number == 1 else f"{url}page/{number}/" for number in range(1, total + 1)]
    for number, here in enumerate(urls, start=1):
        links = tuple(Link(str(n), u, current=n == number) for n, u in _window(urls, number))
        paging = Paging(
            number=number,
            total=total,
            items=len(items),
            before=urls[number - 2] if number > 1 else "",
            after=urls[number] if number < total else "",
            links=links,
        )
        yield here, tuple(items[(number - 1) * size : number * size]), paging


def _window(urls: list[str], number: int) -> list[tuple[int, str]]:
    """First, last and the neighbours: a list of a thousand pages must not link a thousand times from each."""
    near = {1, len(urls), *range(number - 2, number + 3)}
    return [(n, url) for n, url in enumerate(urls, start=1) if n in near]
