"""What a date makes of a policy: the status of a document, the state of a deadline. Computed, never typed.

All rules stand here, once. A rule tells the word for one instant; :func:`steps` of it tells all words a thing ever has
and from when. A page is made with the word of its moment, and a reader's browser only picks a later step.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from ..settings.moment import CHINA, Moment
from .models import DocumentMeta

PolicyStatus = Literal["尚未施行", "现行有效", "部分修改", "即将失效", "已失效", "已被替代", "施行日期未标注"]
DeadlineState = Literal["尚未截止", "即将截止", "今天截止", "已截止"]

SOON = timedelta(days=60)
ALWAYS = datetime.min.replace(tzinfo=UTC)
NEVER = datetime.max.replace(tzinfo=UTC)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Step:
    """A word that holds from an instant until the next step; the first one begins with :data:`ALWAYS`."""

    begins: datetime
    word: str


@dataclass(frozen=True, slots=True)
class Successors:
    """From which instants others replace a document, and from which others change parts of it."""

    replaced: tuple[datetime, ...] = ()
    amended: tuple[datetime, ...] = ()


def begins(document: DocumentMeta) -> datetime:
    """The instant from which a document counts against those it replaces or amends.

    Its effective date; where the source names none, the day it became known, for before that it cannot have replaced
    anything; where no date is known at all, :data:`ALWAYS`.
    """
    known = document.effective or document.released or document.issued
    return known.at if known else ALWAYS


def end_of(last: Moment) -> datetime:
    """The first instant at which something is over: a bare date is its last day, a written hour the end itself."""
    try:
        return last.at if last.has_clock else _midnight(last) + _DAY
    except OverflowError:  # 9999-12-31, as some write for "without end"
        return NEVER


def document_steps(document: DocumentMeta, successors: Successors) -> tuple[Step, ...]:
    """Every status a document has, with the instant from which it holds."""
    turns = [*successors.replaced, *successors.amended]
    if document.effective:
        turns.append(document.effective.at)
    if document.expires:
        turns += [_soon(document.expires), end_of(document.expires)]
    return _steps(lambda at: _document_word(document, successors, at), turns)


def deadline_steps(deadline: Moment) -> tuple[Step, ...]:
    """Every state of a deadline, with the instant from which it holds."""
    end, last_day = end_of(deadline), _midnight(deadline)

    def word(at: datetime) -> DeadlineState:
        if at >= end:
            return "已截止"
        if at >= last_day:
            return "今天截止"
        return "即将截止" if at >= _soon(deadline) else "尚未截止"

    return _steps(word, [_soon(deadline), last_day, end])


def step_at(steps: tuple[Step, ...], at: Moment) -> Step:
    """The step that holds at a moment."""
    return next(step for step in reversed(steps) if step.begins <= at.at)


def days_left(deadline: Moment, at: Moment) -> int:
    """Days by the calendar in China: 0 on the last day."""
    return (deadline.day - at.day).days


def _document_word(document: DocumentMeta, successors: Successors, at: datetime) -> PolicyStatus:
    """An end that has come counts even where no beginning is known; a beginning not known is never "in force"."""
    if any(instant <= at for instant in successors.replaced):
        return "已被替代"
    if document.expires and at >= end_of(document.expires):
        return "已失效"
    if document.effective is None:
        return "施行日期未标注"
    if at < document.effective.at:
        return "尚未施行"
    if document.expires and at >= _soon(document.expires):
        return "即将失效"
    return "部分修改" if any(instant <= at for instant in successors.amended) else "现行有效"


def _steps(word: Callable[[datetime], str], turns: Iterable[datetime]) -> tuple[Step, ...]:
    found: list[Step] = []
    for instant in sorted({ALWAYS, *turns}):
        if not found or found[-1].word != word(instant):
            found.append(Step(instant, word(instant)))
    return tuple(found)


def _soon(last: Moment) -> datetime:
    """The first instant of the sixtieth day before the last one."""
    try:
        return _midnight(last) - SOON
    except OverflowError:
        return ALWAYS


def _midnight(moment: Moment) -> datetime:
    return moment.at.astimezone(CHINA).replace(hour=0, minute=0, second=0, microsecond=0)
