"""Whether a scene's words fit the smallest phone: an estimate for the check; a browser measures the repository's own.

The unit is a line of body text: 17 px of type, 30 px high, 16 Chinese characters wide on a screen of 320 × 568 px.
"""

from math import ceil

from ...problems import Place, Problem
from ...problems.catalogue import galleries as rules
from .kinds import choices, number_in
from .reading import UNTITLED, Scene
from .views import SceneKind

_LINE = 16  # characters of body text
_ROOM = 14.0  # lines between the bars
_OVER_PICTURE = 9.0  # lines that leave the subject free
_FIXED: dict[SceneKind, float] = {"number": 3.0, "before-after": 9.0, "audio": 2.5, "line": 7.5}
_OVER = frozenset({"picture", "video", "cover"})


def space_problem(path: str, scene: Scene, kind: SceneKind) -> Problem | None:
    """A warning where the scene is higher than the smallest screen."""
    room = _OVER_PICTURE if kind in _OVER else _ROOM
    needed = needed_lines(scene, kind)
    if needed <= room or kind == "end":
        return None
    letters = sum(len(block.text) for block in scene.blocks)
    most = max(20, int(letters * room / needed) // 10 * 10)
    place = Place(path, scene.heading.line, scene.heading.column)
    return rules.TOO_LONG.at(place, name=scene.heading.text, needed=ceil(needed), room=int(room), most=most)


def needed_lines(scene: Scene, kind: SceneKind) -> float:
    """The height of a scene in lines of body text."""
    lines = _FIXED.get(kind, 0.0)
    if UNTITLED not in scene.heading.settings:
        lines += 1.2 * ceil(len(scene.heading.text) / 10) + 0.5
    if kind == "group":
        lines += 3.3 * ceil(len(scene.pictures) / 2)
    answers, figure = choices(scene), number_in(scene) if kind == "number" else None
    for block in scene.blocks:
        if block.tag in ("ul", "ol"):
            items = block.children
            each = 0.9 if answers else 0.4
            lines += sum(ceil(len(item.text) / (_LINE - 2)) + each for item in items)
        elif block.tag == "table":
            rows = max(0, len(list(row for part in block.children for row in part.children)) - 1)
            lines += 0.0 if kind == "line" else 1.8 * rows
        elif block.tag == "blockquote":
            lines += 1.4 * ceil(len(block.text) / 12) + 0.5
        elif block is not figure:
            lines += ceil(len(block.text) / _LINE) + 0.5
    if scene.source:
        lines += 0.7 * ceil((len(scene.source.text) + 3) / 20) + 0.4
    return lines
