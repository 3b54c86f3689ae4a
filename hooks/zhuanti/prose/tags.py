"""Words in angle brackets: the few tags on offer, comments, and everything that must not vanish."""

import re
from dataclasses import dataclass, field

from ..problems.catalogue import markdown as rules
from .source import Report
from .tokens import INLINE, Stash, literal

# fmt: off
ALLOWED = frozenset((
    "b", "br", "cite", "del", "em", "i", "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s",
    "small", "strong", "sub", "sup", "u",
))
VOID = frozenset({"br"})
_KNOWN = ALLOWED | frozenset((
    "a", "abbr", "acronym", "address", "applet", "area", "article", "aside", "audio", "base",
    "basefont", "bdi", "bdo", "big", "blink", "blockquote", "body", "button", "canvas", "caption",
    "center", "code", "col", "colgroup", "data", "datalist", "dd", "details", "dfn", "dialog",
    "dir", "div", "dl", "dt", "embed", "fieldset", "figcaption", "figure", "font", "footer", "form",
    "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr",
    "html", "iframe", "img", "image", "input", "isindex", "label", "legend", "li", "link",
    "listing", "main", "map", "marquee", "math", "menu", "meta", "meter", "nav", "nobr", "noembed",
    "noframes", "noscript", "object", "ol", "optgroup", "option", "output", "p", "param", "picture",
    "plaintext", "pre", "progress", "samp", "script", "search", "section", "select", "slot",
    "source", "span", "strike", "style", "summary", "svg", "table", "tbody", "td", "template",
    "textarea", "tfoot", "th", "thead", "time", "title", "tr", "track", "tt", "ul", "var", "video",
    "wbr", "xmp",
))
# fmt: on
_ADVICE = {
    "a": "链接请写成 [文字](地址)",
    "img": '图片请写成 ![画面内容](文件名 "图注")',
    "p": "段落之间空一行即可，不需要标签",
    "hr": "分隔线请单独写一行 ---",
    "table": "表格请用竖线书写，见编辑手册",
    "iframe": "视频等外部内容请用文首信息的 video 字段，或者写成链接",
    "video": "视频请用文首信息的 video 字段",
    "strike": "删除线请写成 ~~文字~~",
    "blockquote": "引用请在行首写 > 和空格",
    "li": "列表请在行首写 - 和空格",
    "code": "代码请用反引号括起来",
    **{f"h{level}": "小标题请在行首写 ## 和空格" for level in range(1, 7)},
}
_DEFAULT_ADVICE = "请删去这个标签，只留文字；如果要显示尖括号，请把 < 写成 &lt;"
TAG = re.compile(r"<(/?)([A-Za-z][\w.:+-]*)((?:[\s/][^<>]*)?)>|<(/?)([\w·《》（）\-]{1,30})>")
COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)


@dataclass(slots=True)
class OpenTag:
    """A tag that waits for its end: where it stands in the output, and in the source."""

    name: str
    typed: str
    index: int
    place: tuple[int, int]


@dataclass(slots=True)
class TagReader:
    """Reads the tags of one paragraph; ``pieces`` is the output it shares with the inline scanner."""

    pieces: list[str]
    stash: Stash
    report: Report
    open: list[OpenTag] = field(default_factory=list)

    def read(self, match: re.Match[str], place: tuple[int, int]) -> None:
        """One thing in angle brackets."""
        typed = match.group()
        name = (match.group(2) or match.group(5)).lower()
        if name not in _KNOWN:
            shown = typed[1:-1]
            self.report.add(rules.UNKNOWN_TAG, place, text=typed, name=shown)
            self.pieces.append(literal(typed))
        elif name not in ALLOWED or (match.group(3) or "").strip(" /\n"):
            advice = _ADVICE.get(name, _DEFAULT_ADVICE)
            self.report.add(rules.FORBIDDEN_TAG, place, text=typed, advice=advice)
            self.pieces.append(literal(typed))
        elif match.group(1):
            self._close(name, typed, place)
        elif name in VOID:
            self.pieces.append(self.stash.put(INLINE, f"<{name}>"))
        else:
            self.open.append(OpenTag(name, typed, len(self.pieces), place))
            self.pieces.append(self.stash.put(INLINE, f"<{name}>"))

    def _close(self, name: str, typed: str, place: tuple[int, int]) -> None:
        names = [tag.name for tag in self.open]
        if name not in names:
            self.report.add(rules.UNPAIRED_TAG, place, text=typed, name=name)
            self.pieces.append(literal(typed))
            return
        while self.open[-1].name != name:
            self._give_up(self.open.pop())
        self.open.pop()
        self.pieces.append(self.stash.put(INLINE, f"</{name}>"))

    def finish(self) -> None:
        """At the end of the paragraph: a tag without its end is shown as typed."""
        while self.open:
            self._give_up(self.open.pop())

    def _give_up(self, tag: OpenTag) -> None:
        self.report.add(rules.UNPAIRED_TAG, tag.place, text=tag.typed, name=tag.name)
        self.pieces[tag.index] = literal(tag.typed)


def shortened(text: str, limit: int = 24) -> str:
    """A quotation short enough for a message."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"
