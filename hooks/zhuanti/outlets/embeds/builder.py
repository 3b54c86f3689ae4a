"""What the builder of codes offers, and the codes it begins with."""

import json
from collections.abc import Iterable, Iterator

from markupsafe import escape

from ...pages.embedding import Choice, ChoiceGroup, Code, Look
from ...settings.site import SiteSettings
from ..asset import Asset, hashed
from .heights import HEIGHTS, css_length, height
from .model import ROOT, Embed
from .views import FRONT

_SECTIONS = {
    FRONT: "首页", "timeline": "首页", "columns": "专栏", "cases": "案例", "policies": "政策", "galleries": "图集",
    "events": "活动与通报", "notices": "活动与通报", "counties": "县市区", "industries": "产业链", "groups": "小组",
    "units": "单位",
}  # fmt: skip
_LOOKS = {
    "list": "标题列表", "timeline": "标题列表", "policies": "政策列表", "cards": "卡片", "bar": "滚动标题条",
    "front": "整块", "front-plain": "整块", "numbers": "数字条", "ask": "搜索框", "entrance": "入口",
}  # fmt: skip
_COUNTED = ("list", "timeline", "policies", "cards", "bar")
_FRAME_WIDTH = 600
# with the one word that outranks the resets of other people's pages
_FILLS = ";".join(
    f"{rule}!important"
    for rule in (
        "position:absolute",
        "left:0",
        "top:0",
        "width:100%",
        "max-width:none",
        "height:100%",
        "margin:0",
        "border:0",
    )
)
MOST = 10


def heights_file() -> Asset:
    """Every shape's room for one to ten items, as the CSS length that keeps it; of the frame at 600 pixels as well."""
    rooms = {
        shape: {
            count: [css_length(tiers, count), round(height(tiers, count, _FRAME_WIDTH))] for count in range(1, MOST + 1)
        }
        for shape, tiers in HEIGHTS.items()
    }
    return hashed("embed-heights.json", json.dumps(rooms, separators=(",", ":")).encode())


def choices(views: Iterable[Embed]) -> tuple[ChoiceGroup, ...]:
    """Lists and blocks by section, in the order of the views; entries are named by their own addresses."""
    paths: dict[str, list[Embed]] = {}
    for view in views:
        if view.shape in _LOOKS or (view.path == FRONT and view.lead):
            paths.setdefault(view.path, []).append(view)
    groups: dict[str, list[Choice]] = {}
    for path, looks in paths.items():
        section = _SECTIONS.get(path.split("/")[0])
        if section:
            groups.setdefault(section, []).append(_choice(path, looks))
    return tuple(ChoiceGroup(title, tuple(members)) for title, members in groups.items())


def _choice(path: str, views: list[Embed]) -> Choice:
    looks = sorted(views, key=lambda view: bool(view.style))
    first = looks[0]
    title = "专题首页" if path == FRONT else first.title
    return Choice(path, title, first.page, tuple(_look(view) for view in looks))


def _look(view: Embed) -> Look:
    name = "头条" if view.path == FRONT and view.style == "lead" else _LOOKS[view.shape]
    most = len(view.cards) if view.shape in _COUNTED else 1
    return Look(view.style, name, view.shape, view.count, max(most, 1))


def codes(view: Embed, settings: SiteSettings) -> Iterator[Code]:
    """The ways in for one view, as theme/alone/builder writes them for every choice; all of it ASCII."""
    root, page = settings.root_url, settings.root_url + view.page
    room, title = css_length(HEIGHTS[view.shape], view.count), str(escape(view.title))
    box = f"position:relative!important;font-size:16px!important;padding:0 0 {room}!important"
    tall = round(height(HEIGHTS[view.shape], view.count, _FRAME_WIDTH))
    link = f'<a href="{page}">{title}</a>'
    script = f'<script async src="{root}{ROOT}embed.js"></script>'
    frame = (
        f'<iframe src="{root}{ROOT}{view.path}/?count={view.count}" title="{title}" width="100%" height="{tall}" '
        f'loading="lazy" style="{_FILLS}"></iframe>'
    )
    fetch = f"curl -fsS -o zhuanti.html {root}{ROOT}{view.path}/fragment.html"
    given = (
        f'<div data-zhuanti="{view.path}" data-count="{view.count}" style="{box}">{link}</div>\n{script}',
        f'<div style="{box}">{frame}</div>\n<p>{link}</p>',
        f'{fetch}\n<!--#include file="zhuanti.html" -->',
        page,
        link,
    )
    for (id, name, needs), text in zip(_WAYS, given, strict=True):
        yield Code(id, name, needs.format(host=_origin(root)), text.encode("ascii", "xmlcharrefreplace").decode())


_WAYS = (
    (
        "script",
        "脚本",
        "网页能放 script 标签就用这一种：高度随内容走，不跳动；专题打不开时只留下链接。"
        "网站设了内容安全策略的，在 script-src 和 frame-src 里加上 {host}，并允许这一处的 style。",
    ),
    (
        "iframe",
        "只用 iframe",
        "后台会去掉脚本的用这一种：高度按宽度预留，内容变多时框里可以滚动。内容安全策略要在 frame-src 里加上 {host}。",
    ),
    (
        "fragment",
        "片段",
        "不放脚本也不用框：服务器定时取一次（第一行放进 cron，如每十分钟），页面用服务器端包含（第二行）。"
        "取不到时旧的片段还在。UTF-8、GBK、GB18030 的网页都能用；也可以打开片段的网址，把源代码直接粘进后台。",
    ),
    ("wordpress", "WordPress", "在文章里单独一行粘贴这个网址，WordPress 会自己换成框。"),
    ("link", "链接", "什么都不需要，哪里都能用。"),
)


def _origin(root: str) -> str:
    return "/".join(root.split("/")[:3])
