"""Which lines stand on one level: the open lists and mappings above a line, told by columns alone."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["list", "fields"]


@dataclass(frozen=True, slots=True)
class Level:
    """An open list or mapping: the column its items begin in (from 0) and the line it was opened on."""

    column: int
    kind: Kind
    line: int


class Levels:
    """The levels open at a line. ``is_open`` says that the line before waits for its value."""

    def __init__(self) -> None:
        self._stack: list[Level] = []
        self.is_open = True

    @property
    def column(self) -> int:
        """The column of the innermost level; -1 before the first line."""
        return self._stack[-1].column if self._stack else -1

    def may_be_item(self, column: int) -> bool:
        """Whether a list item may begin in this column of the next line."""
        return self.is_open or any(level.kind == "list" and level.column == column for level in self._stack)

    def back_to(self, column: int, kind: Kind) -> bool:
        """Go back to the level of this kind in this column; False where there is none."""
        for number in range(len(self._stack) - 1, -1, -1):
            level = self._stack[number]
            if level.column == column and level.kind == kind:
                del self._stack[number + 1 :]
                return True
            if level.column < column:
                return False
        return False

    def enter(self, column: int, kind: Kind, line: int) -> Level | None:
        """Let a line begin a field or an item; gives the level it should stand on where it stands on none."""
        stack = self._stack
        if not stack:
            stack.append(Level(column, kind, line))
            return None
        if column > stack[-1].column:
            if self.is_open:
                stack.append(Level(column, kind, line))
                return None
            return self._settle(column, kind)
        if not any(level.column == column for level in stack):
            return self._settle(column, kind)
        while stack[-1].column > column:
            stack.pop()
        return self._same_column(column, kind, line)

    def _same_column(self, column: int, kind: Kind, line: int) -> Level | None:
        stack = self._stack
        if stack[-1].kind == kind:
            return None
        if kind == "list":  # the items of a list may stand right below the field they belong to
            if self.is_open:
                stack.append(Level(column, kind, line))
            return None  # else the parser tells
        if len(stack) > 1 and stack[-2].column == column:
            stack.pop()
            return None
        return self._settle(column, kind)

    def _settle(self, column: int, kind: Kind) -> Level | None:
        """The nearest level of the kind, which becomes the innermost one; None where there is none."""
        fitting = [level for level in self._stack if level.kind == kind]
        if not fitting:
            return None
        nearest = min(fitting, key=lambda level: (abs(level.column - column), -level.column))
        while self._stack[-1] is not nearest:
            self._stack.pop()
        return nearest

    def nest(self, column: int, kind: Kind, line: int) -> None:
        """Open a level behind a dash on the same line."""
        self._stack.append(Level(column, kind, line))
