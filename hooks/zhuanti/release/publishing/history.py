"""What was done on a target before, as its receipts tell it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from ...settings.moment import now, parse_moment
from .manifest import Manifest
from .paths import RECEIPTS, number_of, receipt_path
from .receipts import Outcome, Receipt, as_json, from_json, kept_releases, next_number
from .request import Known, Request
from .targets import Target, manifest_of

_MOST_RECEIPTS = 500


def look(target: Target) -> tuple[tuple[Receipt, ...], str, Manifest]:
    """The receipts of a target in order, the release that readers get, and its manifest, empty where it is lost.

    Raises:
        PublishError: the target cannot be read.
    """
    receipts = []
    for data in target.read_all(RECEIPTS).values():
        try:
            receipts.append(from_json(data))
        except ValueError:
            continue
    live = target.live()
    return tuple(sorted(receipts, key=lambda receipt: receipt.number)), live, manifest_of(target, live) or Manifest()


def look_back(request: Request, known: Known) -> Known:
    """What was done before; what a dead publisher left open is closed."""
    target = request.target
    receipts, live, old = look(target)
    closed = tuple(_closed(target, each, live) for each in receipts)
    number = next_number(closed, (live, *target.releases()))
    return replace(known, receipts=closed, number=number, live=live, settled=target.settled(), old=old)


def written(target: Target, receipt: Receipt) -> Receipt:
    """The receipt, once it is kept on the target."""
    target.write(receipt_path(receipt.number), as_json(receipt))
    return receipt


def ended(target: Target, receipt: Receipt, outcome: Outcome) -> Receipt:
    """The receipt, closed now and kept on the target."""
    return written(target, replace(receipt, outcome=outcome, ended=now().instant))


def overtaken(seen: tuple[int, str], receipts: Sequence[Receipt]) -> bool:
    """Whether somebody published or went back since the newest receipt was ``seen``, by its number and outcome. One that
    stood open then and is closed as left behind is the same: its publisher has died."""
    number, outcome = newest(receipts)
    left = seen[1] == "switching" and outcome in ("abandoned", "unconfirmed")
    return (number, outcome) != seen and not (left and number == seen[0])


def newest(receipts: Sequence[Receipt]) -> tuple[int, str]:
    """The newest receipt's number and outcome."""
    return (receipts[-1].number, receipts[-1].outcome) if receipts else (0, "")


def kept(request: Request, known: Known) -> tuple[str, ...]:
    """The releases that stay, newest first; what readers had before this publish is the way back, even where its receipt
    was lost."""
    receipts = (*known.receipts, *([known.receipt] if known.receipt else []))
    newest = known.receipt.release if known.receipt else known.live
    return tuple(name for name in dict.fromkeys([*kept_releases(receipts, newest, request.keep), known.live]) if name)


def oldest_in_use(request: Request, known: Known) -> int:
    """The number of the oldest release whose files pages may still ask for: one that is kept, or that readers were
    given until less than the grace time ago."""
    since = now().at - request.grace
    recent = [each.previous for each in known.receipts if each.given and each.previous and _ended_after(each, since)]
    return min(map(number_of, [*kept_releases(known.receipts, known.live, request.keep), *recent]), default=0)


def forget_old_receipts(request: Request, known: Known) -> None:
    """Keep the newest, and those that tell of a release that is still there."""
    there = kept(request, known)
    receipts = (*known.receipts, *([known.receipt] if known.receipt else []))
    for each in receipts[:-_MOST_RECEIPTS]:
        if each.release not in there:
            request.target.remove(receipt_path(each.number))


def _ended_after(receipt: Receipt, moment: datetime) -> bool:
    try:
        return parse_moment(receipt.ended or receipt.begun).at > moment
    except ValueError:
        return True


def _closed(target: Target, receipt: Receipt, live: str) -> Receipt:
    if receipt.outcome != "switching":
        return receipt
    outcome: Outcome = "unconfirmed" if receipt.release == live else "abandoned"
    return written(target, replace(receipt, outcome=outcome))
