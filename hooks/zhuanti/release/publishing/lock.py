"""One publisher at a time: who holds the lock, since when, and whether that one is still alive.

A dead publisher's lock is never removed by those who want it, for they might remove the next one's: who first creates a
*claim*, whose name tells of that one lock alone, looks at the lock again and writes over it. A claim is such a lock
itself, so whoever dies with it is no hindrance either.
"""

import contextlib
import getpass
import json
import os
import secrets
import socket
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from pathlib import Path

from ...settings.moment import now, parse_moment
from .errors import PublishError
from .paths import LOCK, is_takeover, takeover_path
from .targets.target import Target

# a publisher on another machine cannot be asked whether it lives: after this time it counts as dead. One that is slower
# than that stops before readers are given anything, because the lock is no longer its own
PATIENCE = timedelta(hours=1)
# clocks of two machines may differ by so much; a lock from further in the future is as old as it lies ahead
_AHEAD = timedelta(minutes=15)
_TRIES = 5
# of a process whose end nobody has asked for yet: it still has its number
_ENDED = ("Z", "X")
_JUST_BEGUN = "另一个发布刚刚开始，请等它结束后再试。"


@dataclass(frozen=True, slots=True)
class Owner:
    """Who publishes.

    Attributes:
        started: tells a process from a later one of the same number.
        machine: tells a machine, since it was switched on, and a container from others of the same name.
        claim: what was held to take the lock from a dead owner; it may still be there.
    """

    token: str
    who: str
    host: str
    pid: int
    started: str
    since: str
    machine: str = ""
    claim: str = ""


def this_process() -> Owner:
    """The owner that we are."""
    pid = os.getpid()
    return Owner(secrets.token_hex(8), _who(), socket.gethostname(), pid, _started(pid), now().instant, _machine())


def take(target: Target, owner: Owner) -> Owner | None:
    """Take the lock; what is returned is the dead owner it was taken from, if there was one.

    Raises:
        PublishError: somebody else is publishing.
    """
    return _take(target, LOCK, owner)


def is_held(target: Target, owner: Owner) -> bool:
    """Whether the lock is still ours: a publisher that slept too long may have lost it."""
    return _is_held(target, LOCK, owner)


def give_back(target: Target, owner: Owner) -> None:
    """Let others publish."""
    _give_back(target, LOCK, owner)


def _take(target: Target, path: str, owner: Owner) -> Owner | None:
    for _ in range(_TRIES):
        if target.create(path, _packed(owner)):
            return None
        there = target.read(path)
        if there is None:
            continue  # given back between both
        other = _owner_of(there)
        if other and _lives(other):
            raise PublishError(_busy(other, target.at(path)))
        if _take_over(target, path, there, owner):
            return other
    raise PublishError(_JUST_BEGUN)


def _take_over(target: Target, path: str, there: bytes, owner: Owner) -> bool:
    """Write our name over a dead owner's; False where somebody else did so before.

    Only who has the claim to just that owner's lock does this, so nothing changes between looking again and writing.
    """
    dead = _owner_of(there)
    claim = takeover_path(path, there)
    _take(target, claim, owner)
    try:
        if target.read(path) != there:
            return False
        if dead and dead.claim:
            target.remove(dead.claim)
        target.write(path, _packed(replace(owner, claim=claim)))
        return _is_held(target, path, owner)
    finally:
        _give_back(target, claim, owner)


def _is_held(target: Target, path: str, owner: Owner) -> bool:
    data = target.read(path)
    other = _owner_of(data) if data is not None else None
    return other is not None and other.token == owner.token


def _give_back(target: Target, path: str, owner: Owner) -> None:
    if _is_held(target, path, owner):
        target.remove(path)


def _packed(owner: Owner) -> bytes:
    return json.dumps(asdict(owner)).encode()


def _owner_of(data: bytes) -> Owner | None:
    """What was written there; fields of later versions are left out. None where it is no owner's."""
    try:
        read = json.loads(data)
        owner = Owner(**{name: value for name, value in read.items() if name in Owner.__slots__})
        parse_moment(owner.since)
    except (ValueError, TypeError, AttributeError):
        return None
    texts = (owner.token, owner.who, owner.host, owner.started, owner.machine, owner.claim)
    sound = all(isinstance(text, str) for text in texts) and type(owner.pid) is int and 0 < owner.pid < 1 << 31
    return owner if sound and (not owner.claim or is_takeover(owner.claim)) else None


def _lives(owner: Owner) -> bool:
    if (owner.host, owner.machine) == (socket.gethostname(), _machine()):
        # a system that hides other people's processes does not say when they started
        return _started(owner.pid) in ("", owner.started) and _is_running(owner.pid)
    return _age(owner) < PATIENCE


def _age(owner: Owner) -> timedelta:
    age = now().at - parse_moment(owner.since).at
    return -age if age < -_AHEAD else age


def _busy(owner: Owner, place: str) -> str:
    minutes = max(int(_age(owner).total_seconds() // 60), 0)
    return (
        f"{owner.who}（{owner.host}，进程 {owner.pid}）正在发布，已经 {minutes} 分钟。请等它结束后再试；"
        f"确认它已经不在了，可以删去 {place} 再发布。"
    )


def _machine() -> str:
    """The running system and the room that its process numbers count in; empty where neither is told."""
    told = []
    with contextlib.suppress(OSError):
        told.append(Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip())
    with contextlib.suppress(OSError):
        told.append(os.readlink("/proc/self/ns/pid"))
    return " ".join(told)


def _who() -> str:
    try:
        return os.environ.get("GITHUB_ACTOR") or os.environ.get("GITLAB_USER_LOGIN") or getpass.getuser()
    except (OSError, KeyError):
        return f"uid {os.getuid()}"


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _started(pid: int) -> str:
    """When the system started a process, in its own units; empty where it does not say."""
    try:
        # the name in parentheses may hold anything; behind it, the first field is the state, the twentieth the start
        told = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
        return "ended" if told[0] in _ENDED else told[19]
    except (OSError, IndexError):
        return ""
