"""When the site changes by itself: entries that appear or are taken back, policies and deadlines whose day has come.

A publish on a schedule is due only where one of these moments has passed since what readers get was made.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from ..content.entry import Entry
from ..content.library import Library
from ..content.models import DocumentMeta, ExplainerMeta
from ..content.status import ALWAYS, NEVER, SOON, begins, deadline_steps, end_of
from ..outlets.news_sitemap import listed_until
from ..settings.moment import CHINA, Moment

COUNTED = "截止日期又近一天"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Turn:
    """An instant at which the site changes, and what happens then to which entry."""

    at: datetime
    what: str
    title: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """What has turned since a site was made, and the next turn to come."""

    past: tuple[Turn, ...]
    coming: Turn | None


def due(turns: Iterable[Turn], since: Moment, now: Moment) -> Due:
    """What turned after ``since`` and not after ``now``, and what turns next."""
    ordered = sorted(turns)
    past = tuple(turn for turn in ordered if since.at < turn.at <= now.at)
    return Due(past, next((turn for turn in ordered if turn.at > now.at), None))


def turns(entries: Iterable[Entry], library: Library, samples: bool) -> tuple[Turn, ...]:
    """Every moment at which a site of these entries changes, as far as the ``library`` of what is public now decides it.

    What an entry brings that is not public yet is known once it appears, which is a turn itself.
    """
    found = [turn for entry in entries if samples or not entry.meta.sample for turn in _appearing(entry)]
    for entry in library.entries:
        found += _standing(entry, library)
        found += _deadline(entry)
    return tuple(sorted(turn for turn in found if ALWAYS < turn.at < NEVER))


def _appearing(entry: Entry) -> Iterator[Turn]:
    meta = entry.meta
    if meta.status != "published":
        return
    if entry.appears:
        yield Turn(entry.appears.at, "发布", meta.title, entry.url)
    if last := listed_until(entry):
        yield Turn(last + timedelta(seconds=1), "不再列入新闻站点地图", meta.title, entry.url)
    if meta.withdraw_at:
        yield Turn(meta.withdraw_at.at, "撤下", meta.title, entry.url)


def _standing(entry: Entry, library: Library) -> Iterator[Turn]:
    for step in library.steps.get(entry.url, ()):
        yield Turn(step.begins, f"变为“{step.word}”", entry.meta.title, entry.url)
    for other in library.amended_by.get(entry.url, ()):
        # the word may stay where another change already stands, but the page names who changed it
        known = [begins(other.meta)] if isinstance(other.meta, DocumentMeta) else []
        for instant in (*known, *(step.begins for step in library.steps.get(other.url, ()))):
            yield Turn(instant, "另一份文件修改它", entry.meta.title, entry.url)


def _deadline(entry: Entry) -> Iterator[Turn]:
    """The states of a deadline; while days are counted, every midnight in China, and that behind its last day."""
    deadline = entry.meta.deadline if isinstance(entry.meta, ExplainerMeta) else None
    if not isinstance(deadline, Moment):
        return
    for step in deadline_steps(deadline):
        yield Turn(step.begins, step.word, entry.meta.title, entry.url)
    if end_of(deadline) == NEVER:
        return
    midnight = datetime.combine(deadline.day, datetime.min.time(), CHINA)
    for number in range(SOON.days + 1):
        yield Turn(midnight + _DAY - number * _DAY, COUNTED, entry.meta.title, entry.url)
