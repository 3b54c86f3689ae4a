"""What a publish or rollback was asked to do, and what is known on the way."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from . import lock
from .manifest import Changes, Manifest
from .probe import Probed
from .receipts import Action, Receipt
from .targets import Target

Say = Callable[[str], None]
# pages stay open in readers' browsers and in caches for about as long (server_config lets embeds grow a day old)
GRACE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Built:
    """A site as it lies on this side, compressed copies included."""

    manifest: Manifest
    sources: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for.

    Attributes:
        uncommitted: the site holds what is not in the commit.
        at: the moment the site was made for, in RFC 3339.
        new_address: the target is meant to change its address.
        seen: the newest receipt, by number and outcome, when it was decided to publish; None where nobody looked.
        forget: files that only pages opened before ask for are given up at once; else they stay for ``grace``.
        built: the site to publish; ``wanted`` is the release to go back to, empty for the one before.
    """

    action: Action
    target: Target
    keep: int
    probe_url: str
    say: Say
    base_url: str = ""
    new_address: bool = False
    commit: str = ""
    uncommitted: bool = False
    at: str = ""
    allow_removals: bool = False
    seen: tuple[int, str] | None = None
    forget: bool = False
    grace: timedelta = GRACE
    built: Built | None = None
    wanted: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known on the way.

    Attributes:
        number: of the receipt that will be written.
        live: the release readers get, with its manifest ``old``, which is empty where it is lost.
        settled: whether they get that release alone, because no switch stopped halfway.
        new: the manifest of what they will get.
        same: there is nothing to give them.
        given: they have it already, but nobody has looked whether it is good: a publisher died behind its switch.
    """

    owner: lock.Owner
    receipts: tuple[Receipt, ...] = ()
    number: int = 1
    live: str = ""
    settled: bool = True
    old: Manifest = field(default_factory=Manifest)
    new: Manifest = field(default_factory=Manifest)
    changes: Changes = field(default_factory=Changes)
    receipt: Receipt | None = None
    same: bool = False
    given: bool = False
    probed: Probed = field(default_factory=lambda: Probed(0))


Step = Callable[[Request, Known], Known]


def receipt_of(known: Known) -> Receipt:
    """The receipt of what is being done, once it has begun."""
    assert known.receipt is not None
    return known.receipt
