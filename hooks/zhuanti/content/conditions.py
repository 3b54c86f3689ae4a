"""Conditions of a policy in three-valued logic: what holds, what fails, and what nobody can tell from the answers.

The same rules run in the browser (theme/alone/match/10-rules.js); one table of cases holds both together.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

Verdict = Literal["met", "unknown", "failed"]
Answer = tuple[str, ...] | float
Answers = Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class OneOf:
    """A chosen option is among these."""

    fact: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """A number lies between these, both included."""

    fact: str
    minimum: float | None
    maximum: float | None


@dataclass(frozen=True, slots=True)
class Year:
    """A year lies between ``since`` and ``until``, and is at least and at most so many whole years ago.

    Only the year is known, so in the year in which an age is reached nobody can tell.
    """

    fact: str
    since: int | None = None
    until: int | None = None
    age_min: int | None = None
    age_max: int | None = None


@dataclass(frozen=True, slots=True)
class Says:
    """What only a person can judge."""

    text: str


@dataclass(frozen=True, slots=True)
class From:
    """Not before this day: until then nobody can tell."""

    day: date


@dataclass(frozen=True, slots=True)
class Until:
    """Not after this day."""

    day: date


@dataclass(frozen=True, slots=True)
class Over:
    """What has come to its end: no company can meet it."""


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One part at least holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: "Condition"


Condition = OneOf | Between | Year | Says | From | Until | Over | All | AnyOf | Not


def verdict_of(condition: Condition, answers: Answers, today: date) -> Verdict:
    """Whether a condition holds for a company, on a day in China. A question without an answer is never guessed."""
    match condition:
        case OneOf(fact, values):
            answer = answers.get(fact)
            return _told(bool(set(values) & set(answer))) if isinstance(answer, tuple) else "unknown"
        case Between(fact, minimum, maximum):
            answer = answers.get(fact)
            if answer is None or isinstance(answer, tuple):
                return "unknown"
            return _told((minimum is None or answer >= minimum) and (maximum is None or answer <= maximum))
        case Year():
            return _of_year(condition, answers.get(condition.fact), today.year)
        case Says():
            return "unknown"
        case From(day):
            return "met" if today >= day else "unknown"
        case Until(day):
            return _told(today <= day)
        case Over():
            return "failed"
        case All(parts):
            return together(verdict_of(part, answers, today) for part in parts)
        case AnyOf(parts):
            return _opposite(together(_opposite(verdict_of(part, answers, today)) for part in parts))
        case Not(part):
            return _opposite(verdict_of(part, answers, today))


def rests_on(condition: Condition, facts: Collection[str]) -> bool:
    """Whether nobody can meet a condition without being one of what it names of these facts.

    Naming what a company must not be leaves open what it is, and one way out of several is enough to leave it open.
    """
    match condition:
        case OneOf(fact):
            return fact in facts
        case All(parts):
            return any(rests_on(part, facts) for part in parts)
        case AnyOf(parts):
            return all(rests_on(part, facts) for part in parts)
        case _:
            return False


def count(condition: Condition) -> int:
    """How many single conditions stand in one."""
    match condition:
        case All(parts) | AnyOf(parts):
            return sum(map(count, parts))
        case Not(part):
            return count(part)
        case _:
            return 1


def together(verdicts: Iterable[Verdict]) -> Verdict:
    """Of several that must all hold: one that fails decides, else one that nobody can tell."""
    found = set(verdicts)
    return "failed" if "failed" in found else "unknown" if "unknown" in found else "met"


def _of_year(condition: Year, answer: Answer | None, this_year: int) -> Verdict:
    if answer is None or isinstance(answer, tuple) or answer > this_year:
        return "unknown"
    age = this_year - answer
    return together(
        (
            _told(condition.since is None or answer >= condition.since),
            _told(condition.until is None or answer <= condition.until),
            _compared(age, condition.age_min),
            _opposite(_compared(age, condition.age_max)) if condition.age_max is not None else "met",
        )
    )


def _compared(age: float, least: int | None) -> Verdict:
    """Whether so many whole years have passed, where only the year of the beginning is known."""
    if least is None:
        return "met"
    return "unknown" if age == least else _told(age > least)


def _told(holds: bool) -> Verdict:
    return "met" if holds else "failed"


def _opposite(verdict: Verdict) -> Verdict:
    return {"met": "failed", "failed": "met", "unknown": "unknown"}[verdict]  # type: ignore[return-value]
