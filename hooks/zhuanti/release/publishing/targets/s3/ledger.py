"""What stands where readers get it, written down before it changes: whoever comes next can finish or undo it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta

# pages that were opened before still ask for what their release brought
GRACE = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Ledger:
    """``giving`` is the release whose switch has begun and is not known to be done; files of the releases ``standing``
    may stand there. ``left`` are files that none of them needs, each with the moment (RFC 3339) since when."""

    giving: str = ""
    standing: tuple[str, ...] = ()
    left: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pointer:
    """The release that readers get, and the rules by which its files were given headers."""

    release: str = ""
    rules: str = ""


def packed(what: Ledger | Pointer) -> bytes:
    """As it is stored."""
    return json.dumps(asdict(what), ensure_ascii=False).encode()


def ledger_of(data: bytes | None) -> Ledger:
    """What was stored; an empty one where there is none or it cannot be read."""
    try:
        read = json.loads(data or b"{}")
        return Ledger(str(read.get("giving", "")), tuple(read.get("standing", ())), dict(read.get("left", {})))
    except (ValueError, TypeError, AttributeError):
        return Ledger()


def pointer_of(data: bytes | None) -> Pointer:
    """What was stored; an empty one where there is none or it cannot be read."""
    try:
        return Pointer(**json.loads(data or b"{}"))
    except (ValueError, TypeError):
        return Pointer()


def left_over(ledger: Ledger, paths: Iterable[str], at: datetime) -> Mapping[str, str]:
    """What is left with the moment since when; what was left before keeps its own."""
    return {path: ledger.left.get(path, at.isoformat()) for path in paths}


def expired(ledger: Ledger, at: datetime, grace: timedelta) -> tuple[str, ...]:
    """What was left so long ago that nobody asks for it any more."""
    return tuple(path for path, since in ledger.left.items() if at - datetime.fromisoformat(since) >= grace)
