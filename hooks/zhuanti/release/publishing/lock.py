"""One publisher at a time: who holds the lock, since when, and whether that one is still alive."""

import getpass
import json
import os
import secrets
import socket
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path

from ...settings.moment import now, parse_moment
from .errors import PublishError
from .paths import LOCK
from .targets.target import Target

# a publisher on another machine cannot be asked whether it lives; none takes this long
PATIENCE = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Owner:
    """Who publishes. ``started`` tells a process from a later one of the same number."""

    token: str
    who: str
    host: str
    pid: int
    started: str
    since: str


def this_process() -> Owner:
    """The owner that we are."""
    pid = os.getpid()
    return Owner(secrets.token_hex(8), _who(), socket.gethostname(), pid, _started(pid), now().instant)


def take(target: Target, owner: Owner) -> Owner | None:
    """Take the lock; what is returned is the dead owner it was taken from, if there was one.

    Raises:
        PublishError: somebody else is publishing.
    """
    data = json.dumps(asdict(owner)).encode()
    if target.create(LOCK, data):
        return None
    other = _read(target)
    if other and _lives(other):
        raise PublishError(_busy(other))
    target.remove(LOCK)
    if not target.create(LOCK, data):
        raise PublishError("另一个发布刚刚开始，请等它结束后再试。")
    return other


def is_held(target: Target, owner: Owner) -> bool:
    """Whether the lock is still ours: a publisher that slept too long may have lost it."""
    other = _read(target)
    return other is not None and other.token == owner.token


def give_back(target: Target, owner: Owner) -> None:
    """Let others publish."""
    if is_held(target, owner):
        target.remove(LOCK)


def _read(target: Target) -> Owner | None:
    data = target.read(LOCK)
    if data is None:
        return None
    try:
        return Owner(**json.loads(data))
    except (ValueError, TypeError):
        return None


def _lives(owner: Owner) -> bool:
    if owner.host == socket.gethostname():
        return _started(owner.pid) == owner.started and _is_running(owner.pid)
    age = _age(owner)
    return age is None or age < PATIENCE


def _age(owner: Owner) -> timedelta | None:
    try:
        return now().at - parse_moment(owner.since).at
    except ValueError:
        return None


def _busy(owner: Owner) -> str:
    age = _age(owner)
    minutes = max(int(age.total_seconds() // 60), 0) if age else 0
    return (
        f"{owner.who}（{owner.host}，进程 {owner.pid}）正在发布，已经 {minutes} 分钟。请等它结束后再试；"
        f"确认它已经不在了，可以删去目标上的 {LOCK} 再发布。"
    )


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
        # the name in parentheses may hold anything; behind it, the twentieth field is the start
        return Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return ""
