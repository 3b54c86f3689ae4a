"""How a status or a deadline shows itself: word, shape, reason, and what it will be later.

The later steps travel with the page, so that a reader's browser only picks one of them when its day has come.
"""

import json
from collections.abc import Callable, Mapping
from datetime import datetime

from ...content.entry import Entry
from ...content.library import Library
from ...content.models import DocumentMeta
from ...content.status import ALWAYS, NEVER, Step, begins, days_left, deadline_steps, step_at
from ...settings.moment import Moment
from .titles import in_marks
from .views import StatusView

_SHAPES = {
    "现行有效": "current",
    "部分修改": "amended",
    "即将失效": "closing",
    "尚未施行": "pending",
    "施行日期未标注": "unknown",
    "已失效": "expired",
    "已被替代": "replaced",
    "尚未截止": "pending",
    "即将截止": "closing",
    "今天截止": "closing",
    "已截止": "expired",
}
# what stands for the state of a deadline, where that is not the word itself
_COUNTED = {"即将截止": "{n} 天内截止"}
# statuses beside which it must be said that another document has changed parts of this one
_AMENDABLE = ("尚未施行", "施行日期未标注", "部分修改", "即将失效")
_AMENDED = "修改了部分内容"


def _no_reason(step: Step) -> str:
    return ""


def standing(entry: Entry, library: Library) -> StatusView | None:
    """A document's status as lists show it; None for what is no document."""
    steps = library.steps.get(entry.url)
    return _view(steps, library.since, _no_reason) if steps else None


def explained_standing(entry: Entry, library: Library) -> StatusView:
    """A document's status with the reason for it, and with who has amended it where the word does not say so."""
    changes = sorted(
        ((begins(other.meta), _by(other, other.meta, _AMENDED)) for other in library.amended_by.get(entry.url, ())
         if isinstance(other.meta, DocumentMeta)), key=lambda change: change[0],
    )  # fmt: skip
    reasons = _reasons(entry, library)

    def reason(step: Step) -> str:
        said = [text for instant, text in changes if instant <= step.begins] if step.word in _AMENDABLE else []
        together = f"，请{'两' if len(said) == 1 else '几'}份一起看" if said else ""
        return "；".join(part for part in (reasons.get(step.word, ""), *said) if part) + together

    return _view(_with_changes(library.steps[entry.url], [instant for instant, _ in changes]), library.since, reason)


def deadline_standing(deadline: Moment, at: Moment) -> StatusView:
    """Whether one can still apply; in the last sixty days, for how many more."""
    return _view(deadline_steps(deadline), at, _no_reason, deadline)


def document_name(entry: Entry) -> str:
    """What a document is called in a sentence: its number, else its title."""
    number = entry.meta.number if isinstance(entry.meta, DocumentMeta) else None
    return number or in_marks(entry.meta.title)


def _view(
    steps: tuple[Step, ...], at: Moment, reason: Callable[[Step], str], deadline: Moment | None = None
) -> StatusView:
    now = step_at(steps, at)
    # a count of days is wrong tomorrow, so its own step goes along with those to come
    told = [step for step in steps if step.begins > at.at or (step is now and step.word in _COUNTED)]
    later = [
        (_instant(step), _COUNTED.get(step.word, step.word), _SHAPES[step.word], reason(step))
        for step in told
        if step.begins < NEVER
    ]
    word = _COUNTED.get(now.word, now.word)
    return StatusView(
        word=word.format(n=days_left(deadline, at)) if deadline else word,
        shape=_SHAPES[now.word],
        reason=reason(now),
        later=json.dumps(later, ensure_ascii=False, separators=(",", ":")) if later else "",
        ends=deadline.day.isoformat() if deadline and later else "",
        built=at.at.isoformat() if later else "",
    )


def _instant(step: Step) -> str:
    return "" if step.begins == ALWAYS else step.begins.isoformat()


def _with_changes(steps: tuple[Step, ...], instants: list[datetime]) -> tuple[Step, ...]:
    """A step more for each instant at which the reason changes, though the word stays."""
    found = {step.begins: step for step in steps}
    for instant in instants:
        found.setdefault(instant, Step(instant, _word_at(steps, instant)))
    return tuple(found[instant] for instant in sorted(found))


def _word_at(steps: tuple[Step, ...], instant: datetime) -> str:
    return next(step.word for step in reversed(steps) if step.begins <= instant)


def _reasons(entry: Entry, library: Library) -> Mapping[str, str]:
    """For each status the sentence that says why."""
    meta = entry.meta
    assert isinstance(meta, DocumentMeta)
    start = f"{meta.effective.chinese}起施行" if meta.effective else "来源没有写明从哪一天起施行"
    until = f"有效期到{meta.expires.chinese}" if meta.expires else ""
    since = "，".join(part for part in (start, until) if part)
    return {
        "尚未施行": since,
        "现行有效": since,
        "施行日期未标注": since,
        "即将失效": until,
        "已失效": f"{until}，已经过期",
        "已被替代": _replaced(library.replaced_by.get(entry.url, ())),
    }


def _replaced(others: tuple[Entry, ...]) -> str:
    metas = [(other, other.meta) for other in others if isinstance(other.meta, DocumentMeta)]
    first = min(metas, key=lambda pair: begins(pair[1]), default=None)
    return _by(*first, "替代") if first else ""


def _by(other: Entry, meta: DocumentMeta, verb: str) -> str:
    """Who did it, and from when, as far as the source says."""
    name = document_name(other)
    if meta.effective:
        return f"自{meta.effective.chinese}起，{name}{verb}"
    known = meta.released or meta.issued
    if known:
        return f"{name}（{known.chinese}{'发布' if meta.released else '成文'}）{verb}"
    return f"{name}{verb}，日期来源未标注"
