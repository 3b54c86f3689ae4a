"""What kind of scene it is: the one its heading names, else the one its content asks for."""

import re
from collections.abc import Iterator

from ...problems import Place, Problem
from ...problems.catalogue import galleries as rules
from ...problems.nearest import meant
from .blocks import Block
from .figures import figure
from .reading import FILMS, KINDS, TRANSITIONS, UNTITLED, Scene
from .views import SceneKind, Transition

TIMED = re.compile(r"((?=[^：]*\d)[\d年月日时分点上下午中旬初末底至—–\-~～.:/ 第季度一二三四前后]{1,20})：\s*")
CHOICE = re.compile(r"\[([ xX✓√])\]\s*")
_YEARS = re.compile(r"\d{4}\s*年?.*|\d{1,2}\s*月.*|\d{1,2}[:：]\d{2}|第?[一二三四1-4]季度")
_GROUP = range(2, 7)
_COVER = "cover"
_TIMES = 2


def kind_of(path: str, scene: Scene) -> tuple[SceneKind, Transition | None, tuple[Problem, ...]]:
    """The kind, the transition if the heading names one, and what is wrong with either."""
    place = Place(path, scene.heading.line, scene.heading.settings_column or scene.heading.column)
    known = {*KINDS, *TRANSITIONS, UNTITLED}
    problems = [
        rules.UNKNOWN_SETTING.at(
            place, name=name, suggestion=meant(name, known), kinds="、".join(KINDS), transitions="、".join(TRANSITIONS)
        )
        for name in scene.heading.settings
        if name not in known and name != _COVER
    ]
    if _COVER in scene.heading.settings:
        problems.append(rules.COVER_WRITTEN.at(place))
    kinds = [kind for kind in KINDS if kind in scene.heading.settings]
    transitions = [transition for transition in TRANSITIONS if transition in scene.heading.settings]
    for names in (kinds, transitions):
        if len(names) > 1:
            problems.append(rules.TWICE.at(place, names="、".join(f".{name}" for name in names)))
    kind = kinds[0] if kinds else _by_content(scene)
    if scene.is_empty and kind != "end":
        heading = Place(path, scene.heading.line, scene.heading.column)
        return "text", None, (*problems, rules.EMPTY_SCENE.at(heading, name=scene.heading.text))
    if lack := _lack(kind, scene):
        problems.append(rules.KIND_NEEDS.at(place, kind=kind, lack=lack[0], remedy=lack[1]))
        kind = "text" if kinds and kind == _by_content(scene) else _by_content(scene)
    return kind, transitions[0] if transitions else None, tuple(problems)


def _by_content(scene: Scene) -> SceneKind:
    if scene.media:
        return "video" if scene.media[0].target.lower().endswith(FILMS) else "audio"
    if choices(scene):
        return "quiz"
    if tables := scene.of("table"):
        return "line" if _is_row_of_times(tables[0]) else "bars"
    if number_in(scene):
        return "number"
    if scene.of("blockquote"):
        return "quote"
    if len(scene.pictures) > 1:
        return "group"
    if timed(scene):
        return "timeline"
    if scene.of("ol"):
        return "steps"
    return "picture" if scene.pictures else "text"


def choices(scene: Scene) -> Block | None:
    """The list of a question's answers."""
    return _list_of(scene, CHOICE, least=1)


def timed(scene: Scene) -> Block | None:
    """The list whose every item begins with a time."""
    return _list_of(scene, TIMED, least=2)


def untimed_in(scene: Scene) -> Block | None:
    """The item without a time of a list that would be a timeline: at least two others begin with theirs."""
    for found in scene.of("ul"):
        items = found.children
        without = [item for item in items if not TIMED.match(item.text)]
        if len(without) == 1 and len(items) - 1 >= _TIMES:
            return without[0]
    return None


def _list_of(scene: Scene, opening: re.Pattern[str], least: int) -> Block | None:
    """The first list of at least so many items that all begin like this."""
    for found in scene.of("ul", "ol"):
        items = found.children
        if len(items) >= least and all(opening.match(item.text) for item in items):
            return found
    return None


def number_in(scene: Scene) -> Block | None:
    """The paragraph that is nothing but a figure in bold."""
    return next((block for block in _bold(scene) if figure(block.text)), None)


def long_number_in(scene: Scene) -> Block | None:
    """The paragraph in bold whose numbers are too many for one figure, where the scene has no other."""
    found = (block for block in _bold(scene) if any(sign.isdecimal() for sign in block.text))
    return None if number_in(scene) else next(found, None)


def _bold(scene: Scene) -> Iterator[Block]:
    for block in scene.of("p"):
        inside = block.children
        if len(inside) == 1 and inside[0].tag == "strong" and inside[0].text == block.text:
            yield block


def _is_row_of_times(table: Block) -> bool:
    body = [part for part in table.children if part.tag == "tbody"]
    firsts = [row.children[0].text for part in body for row in part.children if row.children]
    return len(firsts) > 2 and all(_YEARS.fullmatch(text) for text in firsts)


def _lack(kind: SceneKind, scene: Scene) -> tuple[str, str] | None:
    """What a scene of this kind must have and this one has not, and what to do about it."""
    pictures = len(scene.pictures)
    named = all(image.alt for image in scene.pictures)
    asked = choices(scene)
    items = asked.children if asked else ()
    answers = [match[1] != " " for item in items if (match := CHOICE.match(item.text))]
    lacks: dict[SceneKind, tuple[bool, str, str]] = {
        "picture": (pictures != 1, f"要有一张图片，现在是 {pictures} 张", "一张图写 .picture，几张图写 .group 或不写"),
        "number": (not number_in(scene), "要有一个数字", "请把数字单独写成一段并加粗，如 **735 ℃**"),
        "before-after": (
            pictures != 2 or not named, f"要有前后两张图片和各自的说明，现在是 {pictures} 张",
            "请先放之前的，再放之后的，两张都在 [] 里写明画面内容",
        ),
        "group": (pictures not in _GROUP, f"要有两到六张图片，现在是 {pictures} 张", "请增减图片，或拆成两屏"),
        "quote": (not scene.of("blockquote"), "要有一段引文", "请在每行前加 >，最后一行写 > ——名字"),
        "timeline": (not timed(scene), "要有两条以上带时间的列表", "每条写成“- 2023年5月：做了什么”，时间后用全角冒号"),
        "bars": (not scene.of("table"), "要有一张表格", "第一列写名称，其余各列写数字"),
        "line": (not scene.of("table"), "要有一张表格", "第一列写年份或月份，其余各列写数字"),
        "steps": (not scene.of("ol"), "要有编号列表", "请写成“1. 第一步”"),
        "route": (not scene.of("ol"), "要有编号列表", "每站一条，写成“1. 站名：这里有什么”"),
        "video": (not scene.media, "要有一段视频", "请写 ![画面内容](文件名.mp4)"),
        "audio": (not scene.media, "要有一段录音", "请写 ![听到什么](文件名.mp3)"),
        "quiz": (
            sum(answers) != 1, "要有一组选项，其中正好一个正确" + (f"，现在标了 {sum(answers)} 个" if answers else ""),
            "选项写成“- [ ] 选项”，正确的一个写成“- [x] 选项”",
        ),
    }  # fmt: skip
    missing, lack, remedy = lacks.get(kind, (False, "", ""))
    return (lack, remedy) if missing else None
