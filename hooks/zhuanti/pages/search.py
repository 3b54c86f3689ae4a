"""The search page: the form and its filters, and what leads on where no script runs or nothing was asked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..content.addresses import KIND_NAMES
from .shared.page import SEARCH_URL, Link, PageInputs, SitePage
from .shared.term_lists import term_links

_TIMELINE = Link("时间线", "timeline/")
_INDEXES = ("cases/", "policies/", "galleries/", "events/", "notices/")


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a filter: what stands in the address, and its name."""

    value: str
    name: str


@dataclass(frozen=True, slots=True)
class Filter:
    """One way to narrow the hits; ``name`` is its word in the address."""

    name: str
    title: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Links that lead on without a search."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """``index`` is the address of the file a browser reads first; it is known only when the site is whole."""

    title: str
    filters: tuple[Filter, ...]
    shelves: tuple[Shelf, ...]
    index: str = ""


def pages(inputs: PageInputs) -> Iterator[SitePage]:
    """The one page. Search engines have no use for it."""
    view = SearchView("搜索", tuple(_filters(inputs)), tuple(_shelves(inputs)))
    yield SitePage(
        SEARCH_URL, "search.html", view, view.title, section=SEARCH_URL, trail=(Link("首页", ""),), listed=False
    )


def with_index(pages: Iterable[SitePage], index: str) -> Iterator[SitePage]:
    """The pages, the search page knowing its index and those lists that this site has."""
    made = tuple(pages)
    urls = {page.url for page in made}
    for page in made:
        if isinstance(page.view, SearchView):
            shelves = (Shelf(s.title, tuple(link for link in s.links if link.url in urls)) for s in page.view.shelves)
            shown = tuple(shelf for shelf in shelves if shelf.links)
            yield replace(page, view=replace(page.view, index=index, shelves=shown))
        else:
            yield page


def _filters(inputs: PageInputs) -> Iterator[Filter]:
    library = inputs.library
    kinds = tuple(Option(kind, name) for kind, name in KIND_NAMES.items() if kind in library.by_kind)
    columns = library.taxonomies["columns"].terms
    years = sorted({entry.meta.date.day.year for entry in library.entries if entry.meta.date}, reverse=True)
    found = (
        Filter("kind", "类型", kinds),
        Filter(
            "column", "专栏", tuple(Option(term.id, term.name) for term in columns if library.by_column.get(term.id))
        ),
        Filter("county", "县市区", _used("counties", inputs)),
        Filter("area", "政策领域", _used("policy_areas", inputs)),
        Filter("year", "年份", tuple(Option(str(year), f"{year} 年") for year in years)),
    )
    return (item for item in found if len(item.options) > 1)


def _used(taxonomy: str, inputs: PageInputs) -> tuple[Option, ...]:
    terms = inputs.library.taxonomies[taxonomy].terms
    return tuple(Option(term.id, term.name) for term in terms if inputs.library.by_term.get((taxonomy, term.id)))


def _shelves(inputs: PageInputs) -> Iterator[Shelf]:
    titles = {"cases/": "案例", "policies/": "政策", "galleries/": "图集", "events/": "活动", "notices/": "通报"}
    yield Shelf("全部内容", (_TIMELINE, *(Link(titles[url], url) for url in _INDEXES)))
    columns = inputs.library.taxonomies["columns"].terms
    counts = {term.id: len(inputs.library.by_column.get(term.id, ())) for term in columns}
    yield Shelf("专栏", tuple(Link(term.name, f"columns/{term.id}/", counts[term.id]) for term in columns))
    for title, taxonomy in (("政策领域", "policy_areas"), ("县市区", "counties"), ("产业", "industries")):
        links = (link for link in term_links(taxonomy, inputs) if link.count)
        yield Shelf(title, tuple(links))
