"""The policies of every area at a glance: how many by level and by status, the newest, and what is missing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .shared.cards import clock, dated_view
from .shared.page import Link, PageInputs, SitePage
from .shared.policy_facets import LEVELS, OVERVIEW_URL, STATUSES, URL, Finder, Policy, facet_url, finder
from .shared.stacked_bars import Column, StacksView, stacks
from .shared.views import Clock, Dated

_NO_DOCUMENT = Column("只有解读", "none")
_NO_AREA = "未归入领域"
_EMPTY, _UNEXPLAINED = "还没有收录政策", "还没有解读"


@dataclass(frozen=True, slots=True)
class CountRow:
    """The counts of one area, one a column, and their sum; the area is no link where it is none."""

    area: Link
    counts: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True)
class CountView:
    """One chart with its table."""

    id: str
    title: str
    columns: tuple[Column, ...]
    drawing: StacksView
    rows: tuple[CountRow, ...]


@dataclass(frozen=True, slots=True)
class AreaView:
    """An area's newest policy, if it has one, and what is missing there."""

    area: Link
    newest: Link | None
    dated: Dated | None
    sample: bool
    gap: str


@dataclass(frozen=True, slots=True)
class OverviewView:
    """The page. ``gaps`` are sentences on what the whole lacks, each with the list of what it speaks of."""

    title: str
    policies: int
    documents: int
    samples: int
    generated: Clock | None
    charts: tuple[CountView, ...]
    areas: tuple[AreaView, ...]
    gaps: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class _Area:
    name: str
    url: str
    policies: tuple[Policy, ...]


def pages(inputs: PageInputs) -> Iterator[SitePage]:
    """The one page, where there are policies."""
    found = finder(inputs.library)
    if not found.policies:
        return
    areas = tuple(_areas(found, inputs))
    view = OverviewView(
        title="政策概览",
        policies=len(found.policies),
        documents=sum(policy.entry.kind == "policy-document" for policy in found.policies),
        samples=sum(policy.entry.meta.sample for policy in found.policies),
        generated=clock(inputs.library.since),
        charts=(
            _counts("levels", "各领域的政策，按层级", areas, "level", LEVELS),
            _counts("statuses", "各领域的政策，按状态", areas, "status", STATUSES),
        ),
        areas=tuple(_area(area) for area in areas if area.url),
        gaps=tuple(_gaps(found, areas)),
    )
    trail = (Link("首页", ""), Link("政策", URL))
    yield SitePage(OVERVIEW_URL, "policy-overview.html", view, view.title, section=URL, trail=trail)


def _areas(found: Finder, inputs: PageInputs) -> Iterator[_Area]:
    """Every area in the editors' order, with or without policies; last what belongs to none."""
    for term in inputs.library.taxonomies["policy_areas"].terms:
        yield _Area(term.name, facet_url("area", term.id), found.having("area", term.id))
    if others := tuple(policy for policy in found.policies if not policy.values["area"]):
        yield _Area(_NO_AREA, "", others)


def _counts(id: str, title: str, areas: Sequence[_Area], facet: str, names: Mapping[str, str]) -> CountView:
    """One column for each value of a facet, ``names`` to ids; columns that no policy needs are left out."""
    columns = (*(Column(name, value) for name, value in names.items()), _NO_DOCUMENT)
    tones = [[next(iter(policy.values[facet]), _NO_DOCUMENT.tone) for policy in area.policies] for area in areas]
    used = tuple(column for column in columns if any(column.tone in each for each in tones))
    counts = [tuple(each.count(column.tone) for column in used) for each in tones]
    return CountView(
        id=id,
        title=title,
        columns=used,
        drawing=stacks(used, [(area.name, each) for area, each in zip(areas, counts, strict=True)]),
        rows=tuple(
            CountRow(Link(area.name, area.url), each, sum(each)) for area, each in zip(areas, counts, strict=True)
        ),
    )


def _area(area: _Area) -> AreaView:
    newest = next((policy.entry for policy in area.policies if dated_view(policy.entry)), None)
    return AreaView(
        area=Link(area.name, area.url, len(area.policies)),
        newest=Link(newest.meta.title, newest.url) if newest else None,
        dated=dated_view(newest) if newest else None,
        sample=bool(newest and newest.meta.sample),
        gap=_gap(area),
    )


def _gap(area: _Area) -> str:
    if not area.policies:
        return _EMPTY
    return "" if any(_is_explained(policy) for policy in area.policies) else _UNEXPLAINED


def _is_explained(policy: Policy) -> bool:
    return "with" in policy.values["explained"]


def _gaps(found: Finder, areas: Sequence[_Area]) -> Iterator[Link]:
    for gap in (_EMPTY, _UNEXPLAINED):
        missing = [area.name for area in areas if area.url and _gap(area) == gap]
        if missing:
            yield Link(f"{len(missing)} 个领域{gap}：{'、'.join(missing)}", "")
    bare = sum(not _is_explained(policy) for policy in found.policies)
    if bare:
        yield Link(f"{bare} 份文件还没有解读", facet_url("explained", "without"))
    undated = sum("undated" in policy.values["status"] for policy in found.policies)
    if undated:
        yield Link(f"{undated} 份文件的来源没有写明施行日期", facet_url("status", "undated"))
