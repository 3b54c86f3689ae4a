"""Receipts: what was done on a target, in order. They alone say which release was before."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args, get_type_hints

from ...settings.moment import parse_moment
from .paths import number_of

Action = Literal["publish", "rollback"]
# switching: written before readers are given the release; live: they got it, and it was found good; reverted: it was
# found bad, and readers got back what they had; failed: it was found bad, and they have it still; abandoned, unconfirmed:
# the publisher died before, or after, they got it
Outcome = Literal["switching", "live", "reverted", "failed", "abandoned", "unconfirmed"]
GIVEN: tuple[Outcome, ...] = ("live", "failed", "unconfirmed")


@dataclass(frozen=True, slots=True)
class Receipt:
    """One publish or rollback.

    Attributes:
        number: counted from 1 on each target; the only order there is.
        release: what readers were given; ``previous`` what they had before, empty at the first.
        at: the moment the site was made for, in RFC 3339; ``begun`` and ``ended`` are the publisher's clock.
        sent: bytes that went over the line.
        uncommitted: the site held what was not in the commit.
    """

    number: int
    action: Action
    release: str
    previous: str
    outcome: Outcome
    who: str
    commit: str
    at: str
    base_url: str
    begun: str
    ended: str = ""
    pages: int = 0
    files: int = 0
    size: int = 0
    added: int = 0
    changed: int = 0
    removed: int = 0
    sent: int = 0
    uncommitted: bool = False

    @property
    def given(self) -> bool:
        """Whether readers were left with this release."""
        return self.outcome in GIVEN


def as_json(receipt: Receipt) -> bytes:
    """As it is kept on the target."""
    return json.dumps(asdict(receipt), ensure_ascii=False, indent=1).encode()


def from_json(data: bytes) -> Receipt:
    """What :func:`as_json` wrote; fields of later versions are left out.

    Raises:
        ValueError: it is no receipt, or says what no receipt of this version says.
    """
    read = json.loads(data)
    if not isinstance(read, dict):
        raise ValueError("not a receipt")
    known = {name: value for name, value in read.items() if name in _KINDS}
    for name, value in known.items():
        if not _is_sound(name, value):
            raise ValueError(f"{name}: {value!r}")
    try:
        return Receipt(**known)
    except TypeError as error:
        raise ValueError(str(error)) from None


_KINDS = get_type_hints(Receipt)


def _is_sound(name: str, value: Any) -> bool:
    """Whether a field can have this value."""
    kind = _KINDS[name]
    if kind is int:
        # true is an int to Python
        return type(value) is int and value >= (1 if name == "number" else 0)
    if kind is bool:
        return type(value) is bool
    if kind is not str:
        return value in get_args(kind)
    if not isinstance(value, str):
        return False
    if name in ("release", "previous"):
        return number_of(value) > 0 or (name == "previous" and not value)
    if name in ("at", "begun") or (name == "ended" and value):
        parse_moment(value)
    return True


def next_number(receipts: Iterable[Receipt], releases: Iterable[str]) -> int:
    """The number of the next receipt: above all that were given, also where only a release still tells of it."""
    return max((*(receipt.number for receipt in receipts), *map(number_of, releases), 0)) + 1


def published(receipts: Iterable[Receipt], release: str) -> Receipt | None:
    """The receipt of the publish that made a release."""
    return next((each for each in receipts if each.action == "publish" and each.release == release), None)


def latest_publish(receipts: Sequence[Receipt]) -> Receipt | None:
    """The newest receipt of a publish, however it ended."""
    return next((each for each in reversed(receipts) if each.action == "publish"), None)


def before(receipts: Sequence[Receipt], release: str, there: Iterable[str]) -> str:
    """The release readers had before this one was first published, and whose files are still there; empty if none.

    Going back twice goes back two releases, because a rollback is no publish.
    """
    still, seen = set(there), {release}
    while (receipt := published(receipts, release)) and receipt.previous and receipt.previous not in seen:
        release = receipt.previous
        seen.add(release)
        if release in still:
            return release
    return ""


def kept_releases(receipts: Sequence[Receipt], live: str, keep: int) -> tuple[str, ...]:
    """The newest ``keep`` releases that readers were given, newest first, and always the one they get now."""
    given = sorted((r for r in receipts if r.action == "publish" and r.given), key=lambda r: -r.number)
    names = list(dict.fromkeys([each.release for each in given]))[: max(keep, 1)]
    return tuple(names if live in names or not live else [*names, live])
