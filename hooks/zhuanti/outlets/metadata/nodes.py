"""The smallest nodes of structured data (schema.org as JSON-LD). What is not known is left out, never guessed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ...images.recipe import size_at
from ...pages.shared.views import PictureView
from ...settings.site import SiteSettings

Node = dict[str, Any]

# how the name of a desk, an office or a medium ends, where a byline names no person
_DESKS = ("岗", "部", "室", "组", "中心", "社", "报", "网", "台", "局", "办", "委", "院", "会", "厅", "公司", "集团")
_SHARED_WIDTH = 1200
_LENGTH = re.compile(r"(?:(\d{1,2})[:：])?(\d{1,3})[:：](\d{2})")


def node(kind: str, **parts: Any) -> Node:
    """A node of a type; parts that are empty are left out."""
    return {"@type": kind} | {name: value for name, value in parts.items() if value not in (None, "", [], (), {})}


def byline(names: Iterable[str]) -> list[Node]:
    """Authors: people, and desks as organizations."""
    return [node("Organization" if name.endswith(_DESKS) else "Person", name=name) for name in names]


def organizations(names: Iterable[str]) -> list[Node]:
    """Organizations by name."""
    return [node("Organization", name=name) for name in names]


def publishers(settings: SiteSettings) -> list[Node]:
    """Who hosts the site: the first line of its organizers."""
    return organizations(settings.organizers[0].names) if settings.organizers else []


def website(settings: SiteSettings) -> Node:
    """The whole site, as its pages refer to it."""
    root = settings.root_url
    return node("WebSite", **{"@id": f"{root}#website"}, url=root, name=settings.name)


def picture(view: PictureView | None, root_url: str) -> Node | None:
    """A picture with its text and its credit; its size stands in the Open Graph."""
    if view is None:
        return None
    url = root_url + shared_picture(view).url
    return node("ImageObject", url=url, caption=view.alt, creditText=view.credit)


@dataclass(frozen=True, slots=True)
class SharedPicture:
    """The file of a picture that is handed to other programs, with its size in pixels."""

    url: str
    width: int
    height: int


def shared_picture(view: PictureView) -> SharedPicture:
    """The edition of about 1200 pixels in the format that every program reads; the file itself without editions."""
    if not view.widths:
        return SharedPicture(view.url, view.width, view.height)
    width = max((width for width in view.widths if width <= _SHARED_WIDTH), default=view.widths[0])
    return SharedPicture(f"{view.stem}-{width}.{view.formats[-1]}", *size_at(width, (view.width, view.height)))


def duration(text: str) -> str:
    """``03:20`` → ``PT3M20S`` (ISO 8601); what is no length of time → nothing."""
    found = _LENGTH.fullmatch(text.strip())
    if not found:
        return ""
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return f"PT{hours}H{minutes}M{seconds}S" if hours else f"PT{minutes}M{seconds}S"
