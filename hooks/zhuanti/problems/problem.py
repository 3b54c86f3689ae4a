"""A problem is a finished fact: a place, a permanent code, and two Chinese sentences."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: a project-relative POSIX path, line and column counted from 1.

    Line 0 means the whole file; column 0 means the whole line.
    """

    path: str
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing an editor should mend."""

    place: Place
    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"

    @property
    def is_error(self) -> bool:
        """Whether the problem stops a build."""
        return self.severity == "error"


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the catalogue of permanent codes.

    ``message`` and ``hint`` are ``str.format`` patterns over the facts given to :meth:`at`; they never hold
    the position, which is data. ``why`` is for the handbook.
    """

    code: str
    title: str
    message: str
    hint: str
    why: str = ""
    severity: Severity = field(default="error")

    def at(self, place: Place, **facts: object) -> Problem:
        """The problem of this kind at a place; ``facts`` fill the patterns."""
        return Problem(
            place=place,
            code=self.code,
            message=self.message.format(**facts),
            hint=self.hint.format(**facts),
            severity=self.severity,
        )


def sorted_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems in the order of a reader's walk through the files, each once."""
    return tuple(sorted(set(problems)))
