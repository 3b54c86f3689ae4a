"""Events and notices: an index each and a plain page an entry."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..content.addresses import Kind
from ..content.entry import Entry
from ..content.models import EventMeta, NoticeMeta
from .shared.heads import Fact, entry_page
from .shared.indexes import index_pages
from .shared.page import Link, PageInputs, SitePage

SECTIONS: tuple[tuple[Kind, str, str], ...] = (
    ("event", "活动", "events/"),
    ("notice", "通报", "notices/"),
)


@dataclass(frozen=True, slots=True)
class FactsView:
    """The lines of an event or a notice that are more than text."""

    facts: tuple[Fact, ...]
    links: tuple[Link, ...]
    state: str = ""


def pages(inputs: PageInputs) -> Iterator[SitePage]:
    """Every index and every entry."""
    for kind, title, url in SECTIONS:
        yield from index_pages(kind, title, url, inputs)
        for entry in inputs.library.of_kind(kind):
            yield entry_page(entry, inputs, f"{kind}.html", url, (Link(title, url),), _detail(entry))


def _detail(entry: Entry) -> FactsView | None:
    meta = entry.meta
    if isinstance(meta, EventMeta):
        facts = (
            ("开始", meta.starts.chinese if meta.starts else ""),
            ("结束", meta.ends.chinese if meta.ends else ""),
            ("地点", meta.place or ""),
        )
        links = (("观看直播", meta.live_url), ("观看回放", meta.replay_url))
        return FactsView(_filled(facts), tuple(Link(title, url) for title, url in links if url), meta.state or "")
    if isinstance(meta, NoticeMeta):
        facts = (
            ("发布机关", "、".join(meta.issuer)),
            ("文号", meta.number or ""),
            ("法律依据", meta.legal_basis or ""),
        )
        return FactsView(_filled(facts), (Link("查看原文", meta.official_url),) if meta.official_url else ())
    return None


def _filled(facts: tuple[tuple[str, str], ...]) -> tuple[Fact, ...]:
    return tuple(Fact(name, value) for name, value in facts if value)
