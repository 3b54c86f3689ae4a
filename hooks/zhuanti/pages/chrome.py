"""What frames every page, ours and the handwritten ones alike: the thin bar, the bottom bar, the footer."""

from collections.abc import Collection
from dataclasses import dataclass

from ..settings.site import SiteSettings
from .shared.page import SEARCH_URL, Link

_OWN = (Link("时间线", "timeline/"), Link("嵌入指南", "embed/"))
_BELOW = ("columns", "policies", "galleries")
_SERVICE = (Link("关于本专题", "about/"), Link("编辑手册", "handbook/"))


@dataclass(frozen=True, slots=True)
class OrganizerView:
    """One line of organizers."""

    role: str
    names: str


@dataclass(frozen=True, slots=True)
class Chrome:
    """The frame of a page; ``navigation`` knows which section is current only inside :func:`chrome`."""

    name: str
    short_name: str
    slogan: str
    navigation: tuple[Link, ...]
    bottom: tuple[Link, ...]
    organizers: tuple[OrganizerView, ...]
    filing: tuple[Link, ...]
    service: tuple[Link, ...]


def chrome(settings: SiteSettings, handwritten: Collection[str], section: str = "") -> Chrome:
    """The frame with the item of one section marked; the footer offers those handwritten pages that exist."""
    navigation = tuple(
        Link(item.title, item.url.lstrip("/"), current=_first_part(item.url) == _first_part(section))
        for item in settings.navigation
    )
    return Chrome(
        name=settings.name,
        short_name=settings.short_name or settings.name,
        slogan=settings.slogan,
        navigation=navigation,
        bottom=(
            Link("首页", "", current=section == "front"),
            *_nearest(navigation),
            Link("搜索", SEARCH_URL, current=_first_part(section) == "search"),
        ),
        organizers=tuple(OrganizerView(item.role, "、".join(item.names)) for item in settings.organizers),
        filing=tuple(Link(item.label, item.url or "") for item in settings.filing),
        service=(*_OWN, *(link for link in _SERVICE if link.url in handwritten)),
    )


def _nearest(navigation: tuple[Link, ...]) -> tuple[Link, ...]:
    """The three sections a thumb reaches: what readers come back to, else the first of the navigation."""
    ranked = sorted(navigation, key=lambda link: _first_part(link.url) not in _BELOW)[:3]
    return tuple(link for link in navigation if link in ranked)


def _first_part(url: str) -> str:
    """All columns belong to the item that leads to one of them."""
    return url.strip("/").partition("/")[0]
