"""A YAML text as values that stay as written, each with its place; anything beyond plain data is refused.

Built from the parser's events with a stack of our own: nothing recurses, nothing is expanded, no type is guessed.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml

from ..problems import Rule
from ..problems.catalogue import front_matter as rules
from . import yaml_scalars

Value: TypeAlias = str | tuple["Value", ...] | dict[str, "Value"] | None
Location: TypeAlias = tuple[str | int, ...]
DEPTH_LIMIT = 20

PURE_PARSER: type[Any] = yaml.SafeLoader
FAST_PARSER: type[Any] = getattr(yaml, "CSafeLoader", PURE_PARSER)

# Characters the parsers refuse, take for a line's end, or (tabs) differ over. They travel as private ones of the
# last plane, one for one, so that lines and columns stay what an editor sees.
_STRANGE = re.compile(r"[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LAST_PLANE = 0x100000
_SAID = (
    ("mapping values are not allowed", "这里多了一个冒号，读不出是哪个字段"),
    ("could not find expected ':'", "这一行缺少冒号"),
    ("expected <block end>", "这一行和上面的行接不上，缩进或列表写法不一致"),
    ("block sequence entries are not allowed", "列表项不能写在这里"),
    ("expected ',' or", "括号里的各项没有用英文逗号隔开，或括号没有配对"),
    ("cannot start any token", "这个符号不能放在开头"),
    ("while scanning a quoted scalar", "引号不成对"),
    ("while scanning a double-quoted scalar", "双引号里的反斜杠写法不对"),
)


@dataclass(slots=True)
class Node:
    """A value, where it begins (line and column from 0), and what is inside it."""

    value: Value
    line: int
    column: int
    quoted: bool = False
    fields: dict[str, "Node"] | None = None
    keys: dict[str, tuple[int, int]] | None = None
    items: list["Node"] | None = None


@dataclass(frozen=True, slots=True)
class Trouble:
    """A rule broken at a line and column counted from 0."""

    rule: Rule
    line: int
    column: int
    facts: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Tree:
    """The root of what was read (None: nothing, or nothing that can be used) and what was wrong."""

    root: Node | None
    troubles: tuple[Trouble, ...] = ()


def read_tree(lines: Sequence[str], first_line: int, parser: type[Any] = FAST_PARSER) -> Tree:
    """The tree of a YAML text. ``first_line`` is only for messages that name a line.

    Where the fast parser gives up, the pure one has the last word: messages and places are always its own.
    """
    text = "\n".join(lines)
    strange = {ord(sign): _LAST_PLANE + ord(sign) for sign in _STRANGE.findall(text)}
    if strange:
        text = text.translate(strange)
    builder = _Builder({private: chr(sign) for sign, private in strange.items()}, first_line)
    loader = parser(text)
    try:
        return builder.build(loader.get_event)
    except (yaml.YAMLError, ValueError, OverflowError) as fault:
        if parser is not PURE_PARSER:
            return read_tree(lines, first_line, PURE_PARSER)
        return Tree(None, (*builder.troubles, _unreadable(fault)))
    finally:
        loader.dispose()


def _unreadable(fault: Exception) -> Trouble:
    said = f"{getattr(fault, 'context', '')} {getattr(fault, 'problem', '')}"
    what = next((chinese for english, chinese in _SAID if english in said), "从这里起读不下去")
    mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
    return Trouble(rules.UNREADABLE, mark.line if mark else 0, mark.column if mark else 0, {"what": what})


class _Stop(Exception):
    """Nothing behind this event can be used."""


class _Builder:
    def __init__(self, strange: Mapping[int, str], first_line: int) -> None:
        self._strange, self._first_line = strange, first_line
        self._stack: list[Node] = []
        self._key: list[str | None] = []  # per open collection: the key that waits for its value
        self._root: Node | None = None
        self.troubles: list[Trouble] = []

    def build(self, next_event: Callable[[], Any]) -> Tree:
        try:
            while (kind := type(event := next_event())) is not yaml.StreamEndEvent:
                if kind is yaml.ScalarEvent:  # two of three are, so they come first
                    self._scalar(event)
                else:
                    self._take(event, kind)
        except _Stop:
            return Tree(None, tuple(self.troubles))
        return Tree(self._root, tuple(self.troubles))

    def _take(self, event: Any, kind: type[Any]) -> None:
        if kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._open(event, kind is yaml.MappingStartEvent)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._close()
        elif kind is yaml.AliasEvent:
            self._refuse_marks(event, f"*{event.anchor}")
            self._place(Node(None, event.start_mark.line, event.start_mark.column))
        elif kind is yaml.DocumentStartEvent and self._root is not None:
            self._blame(rules.MANY_DOCUMENTS, event, text="---")
            raise _Stop

    def _blame(self, rule: Rule, event: Any, **facts: object) -> None:
        mark = event.start_mark
        self.troubles.append(Trouble(rule, mark.line, mark.column, facts))

    def _refuse_marks(self, event: Any, text: str) -> None:
        self._blame(rules.ANCHOR, event, text=text, mended=yaml_scalars.readable(text))

    def _scalar(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        value: str = event.value
        style = event.style
        if style == '"' and (found := _NEVER.search(value)):
            value = self._refuse_escape(event, found[0])
        if self._strange:
            value = value.translate(self._strange)
        stack = self._stack
        if stack and stack[-1].fields is not None and self._key[-1] is None:
            self._name(event, value, bool(style))
            return
        mark = event.start_mark
        quoted = style == '"' or style == "'"
        self._place(Node(value if value or style else None, mark.line, mark.column, quoted))

    def _refuse_properties(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse_marks(event, f"&{event.anchor}")
        if event.tag is not None:
            text = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._blame(rules.TAG, event, text=text, mended=yaml_scalars.readable(text))

    def _refuse_escape(self, event: Any, sign: str) -> str:
        """Blame a character that cannot be published, written as an escape; gives the value without such."""
        clean = _NEVER.sub("", event.value)
        self._blame(rules.BACKSLASH, event, text=f"\\u{ord(sign):04X}", mended=yaml_scalars.readable(clean))
        return clean

    def _name(self, event: Any, key: str, quoted: bool) -> None:
        """Take a field's name; a faulty one lets its value fall."""
        mapping = self._stack[-1]
        keys = mapping.keys
        assert keys is not None
        line = event.start_mark.line
        if not key.strip():
            self.troubles.append(Trouble(rules.KEY_NOT_TEXT, mapping.line, mapping.column, {"what": "是空的"}))
        elif key == "<<" and not quoted:
            self._blame(rules.MERGE_KEY, event)
        elif key in keys:
            first = keys[key][0] + self._first_line
            self._blame(rules.DUPLICATE_FIELD, event, key=key, first=first, second=line + self._first_line)
        else:
            keys[key] = (line, event.start_mark.column)
            self._key[-1] = key
            return
        self._key[-1] = ""  # no field has an empty name: the mark of a value nobody asked for

    def _place(self, node: Node) -> None:
        if not self._stack:
            self._root = node
            return
        parent = self._stack[-1]
        if parent.items is not None:
            parent.items.append(node)
            return
        key, self._key[-1] = self._key[-1], None
        if key and parent.fields is not None and parent.keys is not None:
            if node.value is None and node.fields is None and node.items is None:
                node.line, node.column = parent.keys[key]  # nothing stands there: its name does
            parent.fields[key] = node

    def _open(self, event: Any, is_mapping: bool) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        if self._stack and self._stack[-1].fields is not None and self._key[-1] is None:
            self._blame(rules.KEY_NOT_TEXT, event, what="是括号或列表")
            raise _Stop
        if len(self._stack) >= DEPTH_LIMIT:
            self._blame(rules.TOO_DEEP, event, limit=DEPTH_LIMIT)
            raise _Stop
        mark = event.start_mark
        node = Node(None, mark.line, mark.column)
        if is_mapping:
            node.fields, node.keys = {}, {}
        else:
            node.items = []
        self._stack.append(node)
        self._key.append(None)

    def _close(self) -> None:
        node = self._stack.pop()
        self._key.pop()
        if node.fields is not None:
            node.value = {key: child.value for key, child in node.fields.items()}
        elif node.items is not None:
            node.value = tuple(child.value for child in node.items)
        self._place(node)
