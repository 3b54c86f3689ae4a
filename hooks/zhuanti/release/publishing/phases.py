"""The steps of a publish and of a rollback, in order; both share all but the middle.

Each step takes what is known so far and returns what is known after it. Until ``switch`` readers see nothing of it; a
publisher may die at any moment, and the next one finds in the receipts how far it came.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from ...settings.moment import now
from . import lock
from .errors import PublishError
from .manifest import Changes, Manifest, changes, packed, to_carry, with_files
from .paths import RECEIPTS, manifest_path, number_of, receipt_path, release_id
from .probe import Probed, probe
from .receipts import Action, Outcome, Receipt, as_json, before, from_json, kept_releases, next_number
from .refusals import growing, refuse_other_address, refuse_removals, refuse_skew, refuse_without_room
from .targets import Release, Target, manifest_of

Say = Callable[[str], None]
_MOST_RECEIPTS = 500


@dataclass(frozen=True, slots=True)
class Built:
    """A site as it lies on this side, compressed copies included."""

    manifest: Manifest
    folders: tuple[Path, ...]
    sources: Mapping[str, Path]


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for.

    Attributes:
        at: the moment the site was made for, in RFC 3339.
        new_address: the target is meant to change its address.
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
    at: str = ""
    allow_removals: bool = False
    built: Built | None = None
    wanted: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known on the way.

    Attributes:
        number: of the receipt that will be written.
        live: the release readers get, with its manifest ``old``.
        new: the manifest of what they will get.
        same: what readers would get is what they have.
    """

    owner: lock.Owner
    receipts: tuple[Receipt, ...] = ()
    number: int = 1
    live: str = ""
    old: Manifest = field(default_factory=Manifest)
    new: Manifest = field(default_factory=Manifest)
    changes: Changes = field(default_factory=Changes)
    receipt: Receipt | None = None
    same: bool = False
    probed: Probed = field(default_factory=lambda: Probed(0))


Step = Callable[[Request, Known], Known]


def publish(request: Request) -> Known:
    """Publish the built site.

    Raises:
        PublishError: it was not published; readers have what they had.
    """
    return _run(request, (_look_back, _compare, _upload, _carry, _verify, *_GIVE, _tidy))


def rollback(request: Request) -> Known:
    """Give readers an earlier release.

    Raises:
        PublishError: they have what they had.
    """
    return _run(request, (_look_back, _choose, _carry, _verify, *_GIVE))


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


def _run(request: Request, steps: tuple[Step, ...]) -> Known:
    known = Known(lock.this_process())
    dead = lock.take(request.target, known.owner)
    if dead:
        request.say(f"上一次发布（{dead.who}，{dead.since}）没有做完就停了，由这次接手。")
    try:
        for step in steps:
            known = step(request, known)
            if known.same:
                break
    except BaseException:
        # a target that can no longer be reached keeps the lock, which the next publish takes over; what went wrong counts
        with suppress(PublishError):
            lock.give_back(request.target, known.owner)
        raise
    lock.give_back(request.target, known.owner)
    return known


def _look_back(request: Request, known: Known) -> Known:
    """What was done before; what a dead publisher left open is closed."""
    receipts, live, old = look(request.target)
    closed = tuple(_closed(request.target, each, live) for each in receipts)
    number = next_number(closed, (live, *request.target.releases()))
    return replace(known, receipts=closed, number=number, live=live, old=old)


def _closed(target: Target, receipt: Receipt, live: str) -> Receipt:
    if receipt.outcome != "switching":
        return receipt
    outcome: Outcome = "unconfirmed" if receipt.release == live else "abandoned"
    return _written(target, replace(receipt, outcome=outcome))


def _compare(request: Request, known: Known) -> Known:
    """What would change for readers, and whether anything speaks against it."""
    built, target = _built(request), request.target
    new = built.manifest
    found = changes(known.old, new)
    last = next((each for each in reversed(known.receipts) if each.given), None)
    refuse_skew(target)
    if last and not request.new_address:
        refuse_other_address(last.base_url, request.base_url)
    if not request.allow_removals:
        refuse_removals(known.old, new, found)
    receipt = _begun(request, known, release_id(known.number, now(), request.commit))
    known = replace(known, new=new, changes=found, receipt=_counted(receipt, new, found))
    if known.live and not found and not target.faults(known.live, known.old):
        request.say("内容和已发布的一样，没有要发送的。")
        # the moment is new: nothing has been due since
        _written(target, replace(known.receipt or receipt, release=known.live, outcome="live", ended=now().instant))
        return replace(known, same=True)
    refuse_without_room(target, sum(growing(known.old, new)))
    return known


def _choose(request: Request, known: Known) -> Known:
    """The release to go back to."""
    there = request.target.releases()
    wanted = request.wanted or before(known.receipts, known.live, there)
    if not wanted:
        raise PublishError("没有可以退回的上一版。用 releases 命令看有哪些版本。")
    if wanted == known.live:
        raise PublishError(f"读者现在看到的就是 {wanted}，不用退回。")
    manifest = manifest_of(request.target, wanted) if wanted in there else None
    if manifest is None:
        names = "、".join(each for each in there if each != known.live) or "没有"
        raise PublishError(f"没有版本 {wanted}，或它的文件已删去。可以退回的版本：{names}。")
    found = changes(known.old, manifest)
    past = next((each for each in known.receipts if each.release == wanted and each.action == "publish"), None)
    receipt = _begun(request, known, wanted)
    if past:
        receipt = replace(receipt, commit=past.commit, at=past.at, base_url=past.base_url)
    return replace(known, new=manifest, changes=found, receipt=_counted(receipt, manifest, found))


def _upload(request: Request, known: Known) -> Known:
    receipt = _receipt(known)
    request.say(f"发送：新增 {receipt.added}、改动 {receipt.changed}、撤下 {receipt.removed} 个文件。")
    return _sent(request, known, (known.old, known.live) if known.live else None)


def _sent(request: Request, known: Known, previous: tuple[Manifest, str] | None) -> Known:
    receipt, built = _receipt(known), _built(request)
    release = Release(receipt.release, built.manifest, built.folders, built.sources)
    sent = request.target.upload(release, previous)
    return replace(known, new=built.manifest, receipt=replace(receipt, sent=receipt.sent + sent))


def _carry(request: Request, known: Known) -> Known:
    """Files that pages opened before still ask for go along."""
    receipt = _receipt(known)
    if not known.live:
        return known
    kept = kept_releases(known.receipts, known.live, request.keep)
    files = to_carry(known.new, known.old, number_of(known.live), min(map(number_of, kept)))
    carried = request.target.carry(receipt.release, files, known.live) if files else ()
    return replace(known, new=with_files(known.new, carried))


def _verify(request: Request, known: Known) -> Known:
    """Every file is there as it should be; after an upload a second try trusts nothing of what stood there before."""
    target, release = request.target, _receipt(known).release
    faults = target.faults(release, known.new)
    if faults and request.built:
        request.say(f"有 {len(faults)} 个文件和原件不一样，重新发送。")
        known = _carry(request, _sent(request, known, None))
        faults = target.faults(release, known.new)
    if faults:
        raise PublishError(
            f"目标上有 {len(faults)} 个文件和原件不一样，如 {'、'.join(faults[:5])}。没有切换，读者看到的网站没有变。"
            "请检查目标的磁盘和网络，再试一次。"
        )
    return known


def _note(request: Request, known: Known) -> Known:
    """Written before readers get it, so that whoever comes next knows of it."""
    receipt = _receipt(known)
    if not lock.is_held(request.target, known.owner):
        raise PublishError("发布中途，锁被别人接手了。没有切换，读者看到的网站没有变。请过一会儿再发布。")
    request.target.write(manifest_path(receipt.release), packed(known.new))
    _written(request.target, receipt)
    return known


def _switch(request: Request, known: Known) -> Known:
    request.target.switch(_receipt(known).release, known.new)
    return known


def _probe(request: Request, known: Known) -> Known:
    """What readers get is asked for; what is wrong is taken back at once."""
    if not request.probe_url:
        return known
    probed = probe(known.new, request.probe_url)
    known = replace(known, probed=probed)
    if not probed.faults:
        request.say(f"探测：{probed.asked} 个网址都正常。")
        for each in probed.advice:
            request.say(f"提醒：{each}")
        return known
    listed = "\n".join(f"  {fault}" for fault in probed.faults[:5])
    if not known.live:
        _end(request, known, "unconfirmed")
        raise PublishError(
            f"已经切换，但从 {request.probe_url} 看不到新网站：\n{listed}\n这是第一次发布，没有上一版可退。请检查服务器配置。"
        )
    request.target.switch(known.live, known.old)
    _end(request, known, "reverted")
    raise PublishError(f"探测没有通过，已经退回 {known.live}：\n{listed}\n请检查服务器和探测网址，再发布一次。")


def _confirm(request: Request, known: Known) -> Known:
    return replace(known, receipt=_end(request, known, "live"))


def _tidy(request: Request, known: Known) -> Known:
    """Old releases go; what a publisher left that died is among them."""
    receipt = _receipt(known)
    receipts = (*known.receipts, receipt)
    kept = kept_releases(receipts, receipt.release, request.keep)
    # what readers just had is the way back, even where its receipt was lost
    request.target.tidy(tuple(dict.fromkeys([*kept, *([known.live] if known.live else [])])))
    for each in receipts[:-_MOST_RECEIPTS]:
        request.target.remove(receipt_path(each.number))
    return known


_GIVE: tuple[Step, ...] = (_note, _switch, _probe, _confirm)


def _begun(request: Request, known: Known, release: str) -> Receipt:
    return Receipt(
        known.number, request.action, release, known.live, "switching", known.owner.who,
        request.commit, request.at, request.base_url, begun=now().instant,
    )  # fmt: skip


def _counted(receipt: Receipt, manifest: Manifest, found: Changes) -> Receipt:
    return replace(
        receipt, pages=len(manifest.pages), files=len(manifest.files), size=manifest.size,
        added=len(found.added), changed=len(found.changed), removed=len(found.removed),
    )  # fmt: skip


def _end(request: Request, known: Known, outcome: Literal["live", "reverted", "unconfirmed"]) -> Receipt:
    return _written(request.target, replace(_receipt(known), outcome=outcome, ended=now().instant))


def _written(target: Target, receipt: Receipt) -> Receipt:
    target.write(receipt_path(receipt.number), as_json(receipt))
    return receipt


def _receipt(known: Known) -> Receipt:
    assert known.receipt is not None
    return known.receipt


def _built(request: Request) -> Built:
    assert request.built is not None
    return request.built
