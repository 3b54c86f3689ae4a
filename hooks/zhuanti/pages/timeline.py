"""The timeline: everything by month, whole or of one kind, each kind a page of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..content.addresses import Kind
from ..content.entry import Entry
from .shared.page import Link, PageInputs, SitePage
from .shared.paging import Paging, in_pages
from .shared.views import Card

URL = "timeline/"
PAGE_SIZE = 60
UNDATED = "日期未标注"
_KINDS: tuple[tuple[str, str, tuple[Kind, ...]], ...] = (
    ("articles", "稿件", ("article",)),
    ("cases", "案例", ("case",)),
    ("policies", "政策", ("policy-document", "policy-explainer")),
    ("galleries", "图集", ("gallery",)),
    ("events", "活动", ("event",)),
    ("notices", "通报", ("notice",)),
)


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """An entry on the line; ``day`` is its day within the month, ``shown`` whether its picture is."""

    card: Card
    day: str
    shown: bool


@dataclass(frozen=True, slots=True)
class MonthView:
    """One month of one page; a month that does not fit goes on, with the same title, on the next page."""

    id: str
    title: str
    rows: tuple[TimelineRow, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """Where a year begins, and each of its months."""

    year: Link
    months: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """One page of the timeline."""

    title: str
    kinds: tuple[Link, ...]
    years: tuple[YearView, ...]
    months: tuple[MonthView, ...]
    paging: Paging


def pages(inputs: PageInputs) -> Iterator[SitePage]:
    """The whole timeline, then one for each kind that has entries."""
    library = inputs.library
    everything = (("", "全部", library.entries), *((id, name, library.of_kind(*kinds)) for id, name, kinds in _KINDS))
    filled = tuple((id, name, entries) for id, name, entries in everything if entries or not id)
    for id, name, entries in filled:
        kinds = tuple(Link(other, _url(key), len(members), key == id) for key, other, members in filled)
        yield from _pages(name if id else "", _url(id), entries, kinds, inputs)


def _url(id: str) -> str:
    return f"{URL}{id}/" if id else URL


def _pages(
    name: str, url: str, entries: Sequence[Entry], kinds: tuple[Link, ...], inputs: PageInputs
) -> Iterator[SitePage]:
    made = tuple(in_pages(url, entries, PAGE_SIZE))
    years = _years(made)
    for here, items, paging in made:
        title = f"时间线：{name}" if name else "时间线"
        view = TimelineView(title, kinds, years, _months(items, inputs), paging)
        heading = title if paging.number == 1 else f"{title}（第 {paging.number} 页）"
        trail = (Link("首页", ""), *((Link("时间线", URL),) if name else ()))
        yield SitePage(here, "timeline.html", view, heading, section=URL, trail=trail)


def _month(entry: Entry) -> tuple[int, int]:
    """The year and month of an entry in China; (0, 0) where its source names no day."""
    date = entry.meta.date
    return (date.day.year, date.day.month) if date else (0, 0)


def _id(year: int, month: int) -> str:
    return f"m{year}-{month:02}" if year else "undated"


def _months(entries: Sequence[Entry], inputs: PageInputs) -> tuple[MonthView, ...]:
    return tuple(
        MonthView(_id(year, month), f"{year}年{month}月" if year else UNDATED, _rows(tuple(members), inputs))
        for (year, month), members in groupby(entries, _month)
    )


def _rows(entries: Sequence[Entry], inputs: PageInputs) -> tuple[TimelineRow, ...]:
    """The rows of a month; the first one with a picture shows it, so that the page has a rhythm."""
    cards = [inputs.cards[entry.url] for entry in entries]
    first = next((index for index, card in enumerate(cards) if card.picture), -1)
    return tuple(
        TimelineRow(card, f"{entry.meta.date.day.day}日" if entry.meta.date else "", index == first)
        for index, (entry, card) in enumerate(zip(entries, cards, strict=True))
    )


def _years(made: Sequence[tuple[str, tuple[Entry, ...], Paging]]) -> tuple[YearView, ...]:
    """Every month once, leading to the page it begins on."""
    places: dict[tuple[int, int], str] = {}
    for here, items, _ in made:
        for entry in items:
            places.setdefault(_month(entry), here)
    years = groupby(places, lambda key: key[0])
    return tuple(
        _year(year, {month: f"{places[year, month]}#{_id(year, month)}" for _, month in keys}) for year, keys in years
    )


def _year(year: int, urls: dict[int, str]) -> YearView:
    """Its months newest first, as everywhere on the line; what has no date has no months either."""
    months = tuple(Link(f"{month}月", url) for month, url in urls.items()) if year else ()
    return YearView(Link(f"{year}年" if year else UNDATED, next(iter(urls.values()))), months)
