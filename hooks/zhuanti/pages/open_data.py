"""What the open data of this site are: the fields of the policies, the licence, the moment they were made."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..content.library import Library
from .shared.cards import clock
from .shared.page import Link, PageInputs, SitePage
from .shared.policy_facets import FACETS, Finder, dated_explainers, finder
from .shared.subscribed import LISTS, subscribed
from .shared.views import Clock

URL = "data/"
VERSION = 1
SCHEMA_URL = f"data/policies.v{VERSION}.schema.json"
SUBSCRIBED = ("area", "level", "audience")
# name, JSON type, what it means; lists stand in a cell of the CSV with 、 between
FIELDS: tuple[tuple[str, str, str], ...] = (
    ("url", "string", "网页地址"),
    ("title", "string", "标题"),
    ("kind", "string", "类型：document 政策原文，explainer 政策解读"),
    ("number", "string", "发文字号"),
    ("index_number", "string", "索引号"),
    ("issuer", "array", "发文机关"),
    ("level", "string", "层级"),
    ("status", "string", "状态，以 generated 为准"),
    ("areas", "array", "政策领域"),
    ("audiences", "array", "适用对象"),
    ("industries", "array", "产业"),
    ("issued", "string", "成文日期"),
    ("released", "string", "发布日期"),
    ("effective", "string", "施行日期；空的是来源没有标注"),
    ("expires", "string", "失效日期"),
    ("deadline", "string", "最近的申报截止日期；空的是没有，或已过"),
    ("official_url", "string", "原文网址"),
    ("explainers", "array", "解读的网页地址"),
    ("source", "string", "来源"),
    ("sample", "boolean", "是否示例"),
    ("status_at", "string", "状态计算日期；空的没有状态"),
)


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field of the table."""

    name: str
    kind: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Subscriptions:
    """What one can subscribe to by one facet: each link's address lacks what follows its stem (.rss.xml, .ics).

    A link's count is that of the deadlines in its calendar, and an empty calendar is not offered.
    """

    title: str
    calendars: bool
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class DataView:
    """The page of open data."""

    title: str
    fields: tuple[FieldView, ...]
    files: tuple[Link, ...]
    subscriptions: tuple[Subscriptions, ...]
    licence: str
    version: int
    generated: Clock | None
    count: int
    deadlines: int


def pages(inputs: PageInputs) -> Iterator[SitePage]:
    """The one page, where there are policies."""
    found = finder(inputs.library)
    if not found.policies:
        return
    kinds = {"string": "文字", "array": "多个文字", "boolean": "是或否"}
    view = DataView(
        title="数据与订阅",
        fields=tuple(FieldView(name, kinds[kind], meaning) for name, kind, meaning in FIELDS),
        files=(Link("JSON", "data/policies.json"), Link("CSV", "data/policies.csv"), Link("JSON Schema", SCHEMA_URL)),
        subscriptions=tuple(_subscriptions(found, inputs.library)),
        licence=inputs.settings.data_licence,
        version=VERSION,
        generated=clock(inputs.library.since),
        count=len(found.policies),
        deadlines=len(dated_explainers(inputs.library)),
    )
    yield SitePage(
        URL, "data.html", view, view.title, section="policies/", trail=(Link("首页", ""), Link("政策", "policies/"))
    )


def _subscriptions(found: Finder, library: Library) -> Iterator[Subscriptions]:
    """Policies by facet, then the lists that have a feed of their own."""
    dated = [area for entry in dated_explainers(library) for area in entry.terms("policy_areas")]
    for name in SUBSCRIBED:
        if found.values[name]:
            has_calendars = name == "area"
            links = tuple(
                Link(value.name, f"policies/{name}/{value.id}", dated.count(value.id) if has_calendars else 0)
                for value in found.values[name]
            )
            yield Subscriptions(FACETS[name], has_calendars, links)
    for taxonomy, title in LISTS.items():
        if links := tuple(Link(each.name, each.path) for each in subscribed(taxonomy, library)):
            yield Subscriptions(title, False, links)
