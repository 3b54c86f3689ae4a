"""What the builder of codes offers, and the codes it begins with.

``theme/alone/builder/10-codes.js`` writes the same codes for every choice; a browser test compares them.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType

from markupsafe import escape

from ...pages.embedding import Choice, ChoiceGroup, Look, Offer, ReadyCode
from ...pages.shared.heads import TERM_TITLES
from ...pages.shared.policy_facets import FACETS
from ...settings.site import SiteSettings
from ..asset import Asset, hashed
from .heights import HEIGHTS, css_length, height
from .lists import MOST
from .model import ROOT, Embed
from .views import FRONT

_SECTIONS = {
    FRONT: "首页", "timeline": "首页", "columns": "专栏", "cases": "案例", "policies": "政策", "galleries": "图集",
    "events": "活动与通报", "notices": "活动与通报", **TERM_TITLES,
}  # fmt: skip
_LOOKS = {
    "list": "标题列表", "timeline": "标题列表", "policies": "标题列表", "cards": "卡片", "bar": "滚动标题条",
    "front": "整块", "front-plain": "整块", "numbers": "数字条", "ask": "搜索框", "entrance": "入口",
}  # fmt: skip
_COUNTED = ("list", "timeline", "policies", "cards", "bar")
# what stands ready for those without the script: path and look
_READY = (
    (FRONT, ""), (FRONT, "lead"), ("columns/in-action", ""), ("columns/in-action", "bar"), ("policies", ""),
    ("policies", "search"), ("policies/match", ""), ("cases", "cards"), ("galleries", "cards"),
)  # fmt: skip
_FRAME_WIDTH = 600
# with the one word that outranks the resets of other people's pages
_FILLS = ";".join(
    f"{rule}!important"
    for rule in (
        "position:absolute", "left:0", "top:0", "width:100%", "max-width:none", "height:100%", "max-height:none",
        "margin:0", "padding:0", "border:0",
    )
)  # fmt: skip


def heights_file() -> Asset:
    """Every shape's room for one item to as many as a list shows, as the CSS length that keeps it; of the frame at 600 pixels as well."""
    rooms = {
        shape: {
            count: [css_length(tiers, count), round(height(tiers, count, _FRAME_WIDTH))] for count in range(1, MOST + 1)
        }
        for shape, tiers in HEIGHTS.items()
    }
    return hashed("embed-heights.json", json.dumps(rooms, separators=(",", ":")).encode())


def offer(views: Sequence[Embed], settings: SiteSettings) -> Offer:
    """All that the page of the builder holds."""
    groups = tuple(_groups(views))
    known = {(view.path, view.style): view for view in views}
    begun = next((known[choice.path, choice.looks[0].file] for group in groups for choice in group.choices), None)
    ready = [known[key] for key in _READY if key in known]
    facets = next((view.facets for view in views if view.facets), ())
    written = dict(codes(begun, settings)) if begun else {}
    return Offer(groups, MappingProxyType(written), tuple(_ready(view, settings) for view in ready), facets)


def _ready(view: Embed, settings: SiteSettings) -> ReadyCode:
    written = dict(codes(view, settings))
    choice, look = _choice(view.path, [view]), _look(view)
    return ReadyCode(f"{choice.title}：{look.name}", written["script"], written["iframe"])


def _groups(views: Iterable[Embed]) -> Iterator[ChoiceGroup]:
    """Lists and blocks by section, in the order of the views; entries are named by their own addresses."""
    paths: dict[str, list[Embed]] = {}
    for view in views:
        if view.shape in _LOOKS or (view.path == FRONT and view.lead):
            paths.setdefault(view.path, []).append(view)
    groups: dict[str, list[Choice]] = {}
    for path, looks in paths.items():
        if title := _group_of(path):
            groups.setdefault(title, []).append(_choice(path, looks))
    for title in sorted(groups, key=[*dict.fromkeys(_SECTIONS.values()), *groups].index):
        yield ChoiceGroup(title, tuple(groups[title]))


def _group_of(path: str) -> str:
    section, *rest = path.split("/")
    if section == "policies" and rest and rest[0] in FACETS:
        return f"政策：{FACETS[rest[0]]}"
    return _SECTIONS.get(section, "")


def _choice(path: str, views: Iterable[Embed]) -> Choice:
    looks = sorted(views, key=lambda view: bool(view.style))
    title = {FRONT: "专题首页", "policies": "政策"}.get(path, looks[0].title)
    return Choice(path, title, looks[0].page, tuple(_look(view) for view in looks))


def _look(view: Embed) -> Look:
    name = "头条" if view.path == FRONT and view.style == "lead" else _LOOKS[view.shape]
    most = len(view.cards) if view.shape in _COUNTED else 1
    return Look(view.style, name, view.shape, view.count, max(most, 1), view.fragment.removeprefix(ROOT))


def codes(view: Embed, settings: SiteSettings) -> Iterator[tuple[str, str]]:
    """The ways in for one view with what it shows unless asked otherwise, by their names; all of it ASCII."""
    root, tiers, counted = settings.root_url, HEIGHTS[view.shape], _look(view).most > 1
    page, title = root + view.page, str(escape(view.title))
    tall = round(height(tiers, view.count, _FRAME_WIDTH))
    box = room_style(css_length(tiers, view.count), tall)
    link = f'<a href="{page}">{title}</a>'
    data = f'data-zhuanti="{view.path}"' + (f' data-look="{view.style}"' if view.style else "")
    address = f"{root}{ROOT}{view.path}/" + (f"{view.style}.html" if view.style else "")
    if counted:
        data, address = f'{data} data-count="{view.count}"', f"{address}?count={view.count}"
    frame = (
        f'<iframe src="{address}" title="{title}" width="100%" height="{tall}" loading="lazy" '
        f'style="{_FILLS}"></iframe>'
    )
    fetch = f"curl -fsS {root}{view.fragment} -o zhuanti.tmp && mv zhuanti.tmp zhuanti.html"
    written = {
        "script": f'<div {data} style="{box}">{link}</div>\n<script async src="{root}{ROOT}embed.js"></script>',
        "iframe": f'<div style="{box}">{frame}</div>\n<p>{link}</p>',
        "fragment": f'{fetch}\n<!--#include file="zhuanti.html" -->',
        "wordpress": page,
        "link": link,
    }
    for name, text in written.items():
        yield name, text.encode("ascii", "xmlcharrefreplace").decode()


def room_style(room: str, tall: int, size: int = 16) -> str:
    """What keeps the room. The fallback link takes none of it; browsers without ``clamp`` take the pixels."""
    rules = ("position:relative", "height:0", f"font-size:{size}px", f"padding:0 0 {tall}px", f"padding:0 0 {room}")
    return ";".join(f"{rule}!important" for rule in rules)
