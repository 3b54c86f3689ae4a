"""Whether a publish on a schedule is due: what the target's receipts say, laid beside what the moment has changed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..content.loading import load
from ..settings.moment import CHINA, Moment, parse_moment
from ..settings.options import BuildOptions
from .commit import is_older
from .due import COUNTED, Turn, turns
from .due import due as due_between
from .publishing.history import newest
from .publishing.receipts import Receipt, latest_publish
from .publishing.refusals import SKEW


@dataclass(frozen=True, slots=True)
class Answer:
    """``why`` says what speaks for or against it; ``next_at`` is the next turn in RFC 3339, ``coming`` the same in words;
    ``seen`` is the newest receipt it rests on, by number and outcome."""

    due: bool
    why: tuple[str, ...]
    next_at: str = ""
    coming: str = ""
    seen: tuple[int, str] = (0, "")


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
    only another commit than the one last published is a reason. An older commit than that is none.

    Raises:
        GitFailed: the repository is a shallow copy, which does not tell whether a commit is older.
    """
    last = next((each for each in reversed(receipts) if each.given or each.outcome == "reverted"), None)
    content = between(project, parse_moment(last.at) if last and live else now, now, samples)
    is_due, why = _decided(project, receipts, last if live else None, head, now, content)
    return replace(content, due=is_due, why=why, seen=newest(receipts))


def _decided(
    project: Path, receipts: Sequence[Receipt], last: Receipt | None, head: str, now: Moment, content: Answer
) -> tuple[bool, tuple[str, ...]]:
    if last is None:
        return True, ("这个目标上还没有发布过",)
    tried = latest_publish(receipts) or last
    if is_older(project, head, tried.commit):
        return False, (f"这里的提交 {head[:8]} 比已发布的 {tried.commit[:8]} 旧",)
    moved = head != tried.commit
    news = f"有新的提交 {head[:8]}" if head else "上次发布的是一次提交，现在没有"
    # the newest alone: one that is still open, or whose publisher died, was meant as well
    if receipts[-1].action == "rollback" or receipts[-1].outcome == "reverted":
        happened = "退回过" if receipts[-1].action == "rollback" else "探测没有通过"
        moved = moved and bool(head)
        return moved, (
            f"上次{happened}，{news}" if moved else f"上次{happened}：有新的提交，或有人发布一次，定时发布才继续",
        )
    reasons = (
        (news, moved),
        ("上次发布没有做完", receipts[-1].outcome != "live"),
        ("上次发布时的时钟比现在还晚", parse_moment(last.at).at > now.at + SKEW),
    )
    why = (*(text for text, holds in reasons if holds), *content.why)
    return bool(why), why


def in_words(turn: Turn) -> str:
    """A turn as a line."""
    return f"{_moment(turn).chinese} 《{turn.title}》{turn.what}"


def _told(past: Sequence[Turn]) -> tuple[str, ...]:
    """Days that are counted down are many and alike: their number is enough."""
    lines = tuple(in_words(turn) for turn in past if turn.what != COUNTED)
    counted = len(past) - len(lines)
    return (*lines, *([f"{counted} 处离截止日期又近一天"] if counted else []))


def _moment(turn: Turn) -> Moment:
    return Moment(turn.at.astimezone(CHINA), has_clock=True)
