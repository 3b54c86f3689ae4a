"""Since when a site has been what it is, as far as the dates of its content tell: what names this moment stays the same
until the next one, so a build of an hour later writes the same bytes."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, time

from ..settings.moment import CHINA, Moment
from .entry import Entry
from .models import DocumentMeta, ExplainerMeta
from .status import Step, begins, deadline_steps


def unchanged_since(
    at: Moment, public: Iterable[Entry], withdrawn: Iterable[Entry], steps: Mapping[str, tuple[Step, ...]]
) -> Moment:
    """The last moment up to ``at`` at which an entry appeared, said something new or was taken back, or a status or
    deadline changed; where that was before today, the beginning of this day in China."""
    day = datetime.combine(at.day, time(), CHINA)
    turns = (turn for turn in _turns(public, withdrawn, steps) if day < turn <= at.at)
    last = max(turns, default=None)
    return Moment(last or day, has_clock=True)


def _turns(
    public: Iterable[Entry], withdrawn: Iterable[Entry], steps: Mapping[str, tuple[Step, ...]]
) -> Iterator[datetime]:
    for entry in public:
        meta = entry.meta
        said = (entry.appears, meta.date, meta.updated, *(correction.date for correction in meta.corrections))
        yield from (moment.at for moment in said if moment)
        if isinstance(meta, DocumentMeta):
            # from then on others are said to be amended or replaced by it
            yield begins(meta)
        deadline = meta.deadline if isinstance(meta, ExplainerMeta) else None
        if isinstance(deadline, Moment):
            yield from (step.begins for step in deadline_steps(deadline))
    yield from (entry.meta.withdraw_at.at for entry in withdrawn if entry.meta.withdraw_at)
    yield from (step.begins for each in steps.values() for step in each)
