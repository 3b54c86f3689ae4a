"""Front matter and YAML files as values that stay as written, with the place of each."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..problems import Place, Problem
from ..problems.catalogue import front_matter as rules
from . import fences
from .yaml_lines import read_lines
from .yaml_nodes import FAST_PARSER, Location, Node, Tree, Value, read_tree

FRONT_MATTER_LIMIT = 64 * 1024
FILE_LIMIT = 1024 * 1024


@dataclass(frozen=True)
class _Source:
    """The lines as an editor sees them and as the parser does, one for one."""

    path: str
    first_line: int
    written: tuple[str, ...]
    seen: tuple[str, ...]

    def place(self, line: int, column: int) -> Place:
        """The place in the file of a line and column the parser named; both were counted from 0."""
        if line >= len(self.written):
            return Place(self.path, self.first_line + max(0, len(self.written) - 1), 1)
        old, new = self.written[line], self.seen[line]
        return Place(self.path, self.first_line + line, _column_before(old, new, column) + 1)


def _column_before(old: str, new: str, column: int) -> int:
    """The column in a line before it was mended: true at both ends, the start of the change between them."""
    if old == new:
        return column
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same]:
        same += 1
    if column <= same:
        return column
    tail = 0
    while tail < min(len(old), len(new)) - same and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return len(old) - (len(new) - column) if len(new) - column <= tail else same


@dataclass(frozen=True)
class YamlDocument:
    """The values of a YAML text: strings as they were written, None for what is empty, tuples and dicts."""

    data: Value
    source: _Source
    start: Place

    @cached_property
    def _root(self) -> Node | None:
        # Read again, because places are wanted only where something is wrong: keeping them for every entry
        # would cost more memory than the texts themselves.
        return read_tree(self.source.seen, self.source.first_line).root

    def place(self, location: Location) -> Place:
        """Where the value at a location stands, or else the nearest thing around it that is there."""
        nodes = self._walk(location)
        if len(nodes) <= len(location) or not location:
            return self.key_place(location[: len(nodes) - 1]) if len(nodes) > 1 else self.start
        return self.source.place(nodes[-1].line, nodes[-1].column)

    def key_place(self, location: Location) -> Place:
        """Where the name of a field stands; for an item of a list, the item itself."""
        nodes = self._walk(location)
        if not location or len(nodes) <= len(location):
            return self.place(location)
        name = location[-1]
        keys = nodes[-2].keys
        if keys is not None and isinstance(name, str):
            return self.source.place(*keys[name])
        return self.place(location)

    def is_quoted(self, location: Location) -> bool:
        """Whether the value at a location was written in quotes."""
        nodes = self._walk(location)
        return len(nodes) == len(location) + 1 and nodes[-1].quoted

    def _walk(self, location: Location) -> list[Node]:
        """The nodes on the way to a location, as far as there are any."""
        nodes = [self._root] if self._root else []
        for step in location:
            if not nodes:
                break
            node = nodes[-1]
            if isinstance(step, str):
                child = (node.fields or {}).get(step)
            else:
                child = node.items[step] if node.items and 0 <= step < len(node.items) else None
            if child is None:
                break
            nodes.append(child)
        return nodes


@dataclass(frozen=True)
class FrontMatter(YamlDocument):
    """The fields at the start of a Markdown file, and the body below them."""

    body: str
    body_line: int
    data: dict[str, Value]


def read_front_matter(
    text: str, path: str, *, parser: type[Any] = FAST_PARSER
) -> tuple[FrontMatter | None, tuple[Problem, ...]]:
    """The front matter of a text, None where it cannot be used, and all its problems."""
    frame, framing = fences.cut(text, path)
    if frame is None:
        return None, framing
    start = Place(path, max(1, frame.fields_line - 1), 1)
    if problem := _too_large(frame.fields, FRONT_MATTER_LIMIT, start):
        return None, (*framing, problem)
    source, tree, found = _read(frame.fields, path, frame.fields_line, parser)
    problems = (*framing, *found)
    data: Value = tree.root.value if tree.root else {}
    if not isinstance(data, dict):
        return None, problems or (_not_fields(source, tree),)
    if tree.root is None and tree.troubles:
        return None, problems
    return FrontMatter(data, source, start, frame.body, frame.body_line), problems


def read_yaml(
    text: str, path: str, *, parser: type[Any] = FAST_PARSER
) -> tuple[YamlDocument | None, tuple[Problem, ...]]:
    """A whole YAML file, read as strictly as front matter."""
    start = Place(path, 1, 1)
    if problem := _too_large(text, FILE_LIMIT, start):
        return None, (problem,)
    source, tree, problems = _read(_without_document_start(text), path, 1, parser)
    if tree.root is None and tree.troubles:
        return None, problems
    return YamlDocument(tree.root.value if tree.root else None, source, start), problems


def _without_document_start(text: str) -> str:
    """YAML files may begin with a line of ``---``: it is left out, its line is kept."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if line.rstrip() == fences.FENCE:
            lines[number] = ""
            return "\n".join(lines)
        if line.strip() and not line.startswith("#"):
            break
    return text


def _too_large(text: str, limit: int, place: Place) -> Problem | None:
    size = len(text.encode("utf-8", "replace")) if len(text) * 4 > limit else 0
    if size <= limit:
        return None
    return rules.TOO_LARGE.at(place, size=-(-size // 1024), limit=limit // 1024)


def _not_fields(source: _Source, tree: Tree) -> Problem:
    root = tree.root
    what = "一个列表" if root and root.items is not None else "一段文字"
    return rules.NOT_FIELDS.at(source.place(root.line, root.column) if root else Place(source.path), what=what)


def _read(text: str, path: str, first_line: int, parser: type[Any]) -> tuple[_Source, Tree, tuple[Problem, ...]]:
    written = tuple(text.split("\n"))
    lines = read_lines(written, path, first_line)
    source = _Source(path, first_line, written, lines.lines)
    tree = read_tree(lines.lines, first_line, parser)
    problems = [finding.problem for finding in lines.findings]
    for trouble in tree.troubles:
        if trouble.rule is rules.UNREADABLE and problems:
            continue  # most likely what was named already, seen from further down
        problems.append(trouble.rule.at(source.place(trouble.line, trouble.column), **trouble.facts))
    return source, tree, tuple(problems)


__all__ = ["FrontMatter", "Location", "Value", "YamlDocument", "read_front_matter", "read_yaml"]
