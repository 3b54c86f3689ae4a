"""Whether a publish on a schedule is due: what the target's receipts say, laid beside what the moment has changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..content.loading import load
from ..settings.moment import CHINA, Moment, parse_moment
from ..settings.options import BuildOptions
from .due import COUNTED, Turn, turns
from .due import due as due_between
from .publishing.receipts import Receipt


@dataclass(frozen=True, slots=True)
class Answer:
    """``why`` says what speaks for or against it; ``next_at`` is the next turn in RFC 3339, ``coming`` the same in words."""

    due: bool
    why: tuple[str, ...]
    next_at: str = ""
    coming: str = ""


def between(project: Path, since: Moment, now: Moment, samples: bool) -> Answer:
    """What the moment has changed from one to another."""
    content = load(project, BuildOptions(at=now, samples=samples))
    found = due_between(turns(content.entries, content.library, samples), since, now)
    coming = found.coming
    return Answer(
        bool(found.past),
        _told(found.past),
        _moment(coming).instant if coming else "",
        in_words(coming) if coming else "",
    )


def of_target(project: Path, receipts: Sequence[Receipt], live: str, head: str, now: Moment, samples: bool) -> Answer:
    """Whether a publish to a target with these receipts is due; ``head`` is the commit checked out.

    Somebody who went back did it on purpose, and what a probe took back was wrong: neither is undone by a clock. Then
    only another commit than the one last published is a reason.
    """
    last = next((each for each in reversed(receipts) if each.given or each.outcome == "reverted"), None)
    if last is None or not live:
        return Answer(True, ("这个目标上还没有发布过",), *_coming(project, now, samples))
    tried = next((each for each in reversed(receipts) if each.action == "publish"), last)
    moved = head != tried.commit
    if last.action == "rollback" or last.outcome == "reverted":
        happened = "退回过" if last.action == "rollback" else "探测没有通过"
        why = (
            f"上次{happened}，有了新的提交 {head[:8]}"
            if moved
            else f"上次{happened}：有新的提交，或有人发布一次，定时发布才继续"
        )
        return Answer(moved, (why,), *_coming(project, now, samples))
    answer = between(project, parse_moment(last.at), now, samples)
    if moved:
        reason = f"有新的提交 {head[:8]}" if head else "上次发布的是一次提交，现在没有"
        return Answer(True, (reason, *answer.why), answer.next_at, answer.coming)
    return answer


def in_words(turn: Turn) -> str:
    """A turn as a line."""
    return f"{_moment(turn).chinese} 《{turn.title}》{turn.what}"


def _told(past: Sequence[Turn]) -> tuple[str, ...]:
    """Days that are counted down are many and alike: their number is enough."""
    lines = tuple(in_words(turn) for turn in past if turn.what != COUNTED)
    counted = len(past) - len(lines)
    return (*lines, *([f"{counted} 处离截止日期又近一天"] if counted else []))


def _coming(project: Path, now: Moment, samples: bool) -> tuple[str, str]:
    answer = between(project, now, now, samples)
    return answer.next_at, answer.coming


def _moment(turn: Turn) -> Moment:
    return Moment(turn.at.astimezone(CHINA), has_clock=True)
