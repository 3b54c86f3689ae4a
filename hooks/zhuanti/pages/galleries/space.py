"""Whether a scene fits the smallest phone, reckoned as its style sheets would: 320 × 568 px, the words 272 px wide.

An estimate for the check, in CSS pixels; a test compares it with a browser over scenes of every kind.
"""

import re
from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from ...problems import Place, Problem
from ...problems.catalogue import galleries as rules
from ..shared.clauses import clauses, phrases
from ..shared.widths import ems
from .blocks import Block
from .charts import chart, read_table
from .details import OF_WORDS, text_of
from .reading import UNTITLED, Scene
from .views import NumberView, QuizView, QuoteView, SceneKind

SCREEN = 568
SLACK = 12  # pixels that nobody has to scroll for
_WIDTH, _COLUMN = 272, 132  # of the words, of a picture in a group
_ABOVE, _BELOW, _BESIDE = 68, 76, 24  # what the bars need, what separates words from a picture above them
_BAND, _LEFT = 159, 102  # a picture above what is read; the least of one whose words do not fit over it
_OVER = frozenset({"picture", "cover", "number", "quote"})
_S1, _S2, _S3, _S4 = 4, 8, 12, 16
_NARROW = 0.56  # of a Latin letter or a digit, as a share of a Chinese character
# what no line parts: a word, or a character with the marks that may not begin a line
_PIECE = re.compile(r"[“‘（《「『【]*(?:[A-Za-z0-9.,:%/+-]+|\S|\s)[，。；：！？、”’）》」』】％…—]*")
_DIGITS = ((2, 113), (3, 101), (4, 94), (5, 77), (6, 64), (8, 50), (12, 37), (16, 27))
_LETTERS = 20  # fewer than that are no text to shorten
_HELP: dict[SceneKind, str] = {
    "group": "请少放几张图片，把下面的说明写短，或拆成两屏",
    "before-after": "请把标题写短",
    "bars": "请减少表格的行数，或拆成两屏",
    "line": "请把标题写短",
    "timeline": "请减少条数，把每条写短，或拆成两屏",
    "steps": "请减少步数，把每步写短，或拆成两屏",
    "route": "请减少站数，把每站写短，或拆成两屏",
    "quiz": "请减少选项，或把题目和选项写短",
    "quote": "请把引文缩短",
}


class Type(NamedTuple):
    """A size of type, the height of its line, and how wide its lines are, in pixels."""

    size: float
    line: float
    width: float = _WIDTH

    def height(self, text: str) -> float:
        """The height of a text."""
        count, left = 1, self.width
        for piece in _PIECE.findall(text):
            width = _ems(piece) * self.size
            count, left = (count, left) if width <= left else (count + 1, self.width)
            left -= width
        return self.line * count


_NAME = Type(27, 36.5)
_TEXT, _LARGE, _SMALL = Type(17, 28.9), Type(18, 33.3), Type(15, 25.5)
_SOURCE = Type(13, 20.8)
_QUOTE = Type(24, 38.4)


def space_problem(path: str, scene: Scene, kind: SceneKind, film: float = 0) -> Problem | None:
    """A warning where the scene is higher than the smallest screen."""
    height = needed_height(scene, kind, film)
    over = height - SCREEN
    if over <= SLACK / 2 or kind == "end":
        return None
    blocks = text_of(scene, kind)
    letters, text = sum(len(block.text) for block in blocks), _text(blocks, _type_of(kind))
    fitting = int(letters * (text - over) / text) // 10 * 10 if text else 0
    remedy = (
        f"请把文字减到 {fitting} 字左右，或拆成两屏"
        if fitting >= _LETTERS
        else _HELP.get(kind, "请把标题和文字写短，或拆成两屏")
    )
    rows, room = ceil(over / _TEXT.line), int((_words(scene, kind) - over) / _TEXT.line)
    place = Place(path, scene.heading.line, scene.heading.column)
    return rules.TOO_LONG.at(place, name=scene.heading.text, needed=room + rows, room=room, remedy=remedy)


def needed_height(scene: Scene, kind: SceneKind, film: float = 0) -> float:
    """The height of a scene on the smallest screen; ``film`` is how many times as wide as high a wide film is."""
    words = _words(scene, kind)
    if kind == "video":
        shown = _WIDTH - 8 if film > 1 else 0
        return _ABOVE + (shown / film if shown else 0.4 * SCREEN) + _S4 + words + _BELOW
    if scene.pictures and kind in _OVER:
        alone = _BESIDE + words + _BELOW
        return alone if alone <= 0.7 * SCREEN else _LEFT + alone
    above = _BAND + _BESIDE if scene.pictures and kind not in ("group", "before-after") else _ABOVE
    return above + words + _BELOW


def _words(scene: Scene, kind: SceneKind) -> float:
    """Everything between the bars: the name, what the kind alone has, its text and the source."""
    height = 0.0 if UNTITLED in scene.heading.settings else _name(scene.heading.text)
    text = _text(text_of(scene, kind), _type_of(kind))
    height += (text + _S3 if text else 0) + _detail(scene, kind)
    if scene.source:
        height += _S4 + _SOURCE.height(f"来源：{scene.source.text}")
    return height


def _name(text: str) -> float:
    """The name's lines part between clauses, as in its markup."""
    lines, left = 1, float(_NAME.width)
    for clause in (clause for phrase in phrases(text) for clause in clauses(phrase)):
        width = _ems(clause) * _NAME.size
        if width > left and left < _NAME.width:
            lines, left = lines + 1, float(_NAME.width)
        extra = ceil(width / _NAME.width) - 1
        lines, left = lines + max(0, extra), left - width if extra <= 0 else 0.0
    return lines * _NAME.line


def _type_of(kind: SceneKind) -> Type:
    return {"text": _LARGE, "quote": _SMALL}.get(kind, _TEXT)


def _text(blocks: Sequence[Block], given: Type) -> float:
    """Paragraphs, lists and tables below each other."""
    heights = []
    for block in blocks:
        if block.tag in ("ul", "ol"):
            inner = given._replace(width=given.width - 1.3 * given.size)
            heights.append(_below([inner.height(item.text) for item in block.children], _S2))
        elif block.tag == "table":
            rows = [row for part in block.children for row in part.children]
            heights.append(len(rows) * (given.line + 2 * _S1 + 1))
        else:
            heights.append(given.height(block.text))
    return _below(heights, _S3)


def _detail(scene: Scene, kind: SceneKind) -> float:
    """What the kind alone has, with the space above it."""
    if kind in ("timeline", "steps", "route"):
        return _stations(scene, kind)
    if kind in ("bars", "line"):
        return _chart(scene, kind)
    if kind == "group":
        return _S4 + _group(scene)
    if kind == "before-after":
        return _S3 + 0.46 * SCREEN + _S3 + 21
    if kind == "audio":
        return _S4 + 72 + _S4 + 62 + _S3 + _SMALL.height(scene.media[0].alt)
    shown = OF_WORDS[kind](scene) if kind in OF_WORDS else None
    if isinstance(shown, NumberView):
        return _S4 + _number(shown)
    if isinstance(shown, QuoteView):
        return _S3 + 31 + _QUOTE.height(shown.body.text) + (_S4 + 24 if shown.speaker else 0)
    if isinstance(shown, QuizView):
        option = Type(17, 25.5, 205)
        options = [max(52, option.height(each.body.text) + 2 * _S2 + 3) for each in shown.options]
        return _S4 + _below(options, _S2) + _S3 + 44
    return 0.0


def _stations(scene: Scene, kind: SceneKind) -> float:
    shown = OF_WORDS[kind](scene)
    assert isinstance(shown, tuple)
    label = Type(21.25, 29.8) if kind == "route" else Type(17, 27.2)
    body = _TEXT._replace(width=231) if kind == "steps" else _TEXT
    label = label._replace(width=body.width)
    heights = [(label.height(each.label) if each.label else 0) + body.height(each.body.text) for each in shown]
    return _S3 + _below(heights, 24 if kind == "route" else 17)


def _chart(scene: Scene, kind: SceneKind) -> float:
    assert kind == "bars" or kind == "line"
    block = scene.of("table")[0]
    table, _ = read_table(block, kind, Place(""))
    if not table:
        return 0.0
    view = chart(table, block, kind)
    key = "　".join(view.legend) + (f"　单位：{view.unit}" if view.unit and len(view.legend) > 1 else "")
    return _S4 + Type(14, 23.8).height(key) + _S3 + view.height * _WIDTH / view.width


def _group(scene: Scene) -> float:
    """Two pictures a row; of three and of five the first is as high as two."""
    count = len(scene.pictures)
    caption = Type(13, 19.5, _COLUMN)
    picture = (0.4 if count == 2 else 0.19) * SCREEN
    cells = [picture + (caption.height(each.caption) + 2 * _S1 if each.caption else 0) for each in scene.pictures]
    cells = [cells[0], *cells] if count in (3, 5) else cells
    return _below([max(cells[at : at + 2]) for at in range(0, len(cells), 2)], _S2)


def _number(number: NumberView) -> float:
    digits = next(height for width, height in _DIGITS if number.width <= width)
    beside = 26 * 1.1
    room = _WIDTH - number.width * 0.58 * digits / 1.05
    wraps = _ems(number.after) * 26 + 7 > room
    return digits + (beside if number.before else 0) + (beside if wraps else 0)


def _below(heights: Sequence[float], gap: float) -> float:
    return sum(heights) + gap * max(0, len(heights) - 1)


def _ems(text: str) -> float:
    return ems(text, _NARROW)
