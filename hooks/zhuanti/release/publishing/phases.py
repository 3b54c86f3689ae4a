"""The steps of a publish and of a rollback, in order; both share all but the middle.

Each step takes what is known so far and returns what is known after it. Until ``switch`` readers see nothing of it; a
publisher may die at any moment, and the next one finds in the receipts how far it came.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

from ...settings.moment import now
from . import lock
from .answers import checked_address
from .confirming import confirm
from .errors import ProbeFailed, PublishError, Refusal
from .history import ended, forget_old_receipts, kept, look_back, oldest_in_use, overtaken, written
from .manifest import Changes, Manifest, ManifestFile, changes, to_carry, with_files, without_files
from .paths import manifest_path, number_of, release_id
from .receipts import Receipt, before, published
from .refusals import growing, refuse_lost_manifest, refuse_other_address, refuse_removals, refuse_skew, without_room
from .request import Built, Known, Request, Step, receipt_of
from .standing import UNCHANGED, what_readers_have
from .targets import Release, manifest_of


def publish(request: Request) -> Known:
    """Publish the built site.

    Raises:
        PublishError: it was not published; the sentence says what readers have.
    """
    return _run(request, (look_back, _compare, _upload, _carry, _verify, _note))


def rollback(request: Request) -> Known:
    """Give readers an earlier release.

    Raises:
        PublishError: they did not get it; the sentence says what they have.
    """
    return _run(request, (look_back, _choose, _carry, _verify, _note))


def _run(request: Request, unseen: Iterable[Step]) -> Known:
    """Take the ``unseen`` steps, and then those that readers see."""
    if request.probe_url:
        request = replace(request, probe_url=checked_address(request.probe_url))
    known = Known(lock.this_process())
    dead = lock.take(request.target, known.owner)
    if dead:
        request.say(f"上一次发布（{dead.who}，{dead.since}）没有做完就停了，由这次接手。")
    try:
        known = _prepared(request, known, unseen)
        if not known.same:
            known = replace(_given(request, known), settled=True)
        _tidied(request, known)
    except BaseException:
        # a target that can no longer be reached keeps the lock, which the next publish takes over; what went wrong counts
        with suppress(PublishError):
            lock.give_back(request.target, known.owner)
        raise
    try:
        lock.give_back(request.target, known.owner)
    except PublishError as error:
        request.say(f"已经做完，只是锁没有放开：{error}下一次发布会自己接手。")
    return known


def _prepared(request: Request, known: Known, steps: Iterable[Step]) -> Known:
    try:
        for step in steps:
            known = step(request, known)
            if known.same or known.given:
                break
    except Refusal:
        raise
    except PublishError as error:
        raise PublishError(f"{error}{UNCHANGED}") from None
    return known


def _given(request: Request, known: Known) -> Known:
    try:
        return confirm(request, known if known.given else _switch(request, known))
    except ProbeFailed:
        raise
    except PublishError as error:
        raise PublishError(f"{error}{what_readers_have(request.target, request.action, known.live)}") from None


def _tidied(request: Request, known: Known) -> None:
    """Old releases go, and what publishers left that died. Readers have what they should, so a failure is only said.

    A rollback removes nothing; while a switch is open, what it was about is needed to finish or undo it.
    """
    if request.action == "rollback" or not known.settled:
        return
    try:
        request.target.tidy(kept(request, known))
        forget_old_receipts(request, known)
    except PublishError as error:
        request.say(f"已经做完，只是旧版本没有清理干净：{error}下一次发布会再清理。")


def _compare(request: Request, known: Known) -> Known:
    """What would change for readers, and whether anything speaks against it."""
    if request.seen is not None and overtaken(request.seen, known.receipts):
        request.say("刚刚有人发布或退回过，这次定时发布不做什么。")
        return replace(known, same=True)
    new = _built(request).manifest
    found = changes(known.old, new)
    refuse_skew(request.target)
    last = next((each for each in reversed(known.receipts) if each.given), None)
    if last and not request.new_address:
        refuse_other_address(last.base_url, request.base_url)
    if not request.allow_removals:
        refuse_lost_manifest(known.live, known.old)
        refuse_removals(known.old, new, found)
    receipt = _begun(request, known, release_id(known.number, now(), request.commit))
    if not found and _is_whole(request, known):
        return _stays(request, known, receipt)
    if lacking := without_room(request.target, sum(growing(known.old, new))):
        request.target.tidy(kept(request, known), freeing=True)
        if lacking := without_room(request.target, sum(growing(known.old, new))):
            raise PublishError(lacking)
    return replace(known, new=new, changes=found, receipt=_counted(receipt, new, found))


def _is_whole(request: Request, known: Known) -> bool:
    """Whether readers have the live release and nothing else; of files for pages opened before, only what may stay."""
    stale = request.forget and any(file.carried for file in known.old.files)
    return bool(known.live and known.settled and not stale and not request.target.faults(known.live, known.old))


def _stays(request: Request, known: Known, receipt: Receipt) -> Known:
    """Readers have this content already; where a publisher died before it was looked at, that is made up for."""
    request.say("内容和已发布的一样，没有要发送的。")
    last = next((each for each in reversed(known.receipts) if each.release == known.live and each.given), None)
    receipt = replace(receipt, release=known.live)
    if last is None or last.outcome == "live" or last.action == "rollback" or last.previous == known.live:
        # the moment is new: nothing has been due since
        receipt = _counted(receipt, known.old, Changes())
        return replace(known, receipt=ended(request.target, receipt, "live"), same=True)
    request.say("上一次发布切换以后没有做完，现在补上。")
    old = manifest_of(request.target, last.previous) or Manifest()
    found = changes(old, known.old)
    receipt = _counted(replace(receipt, previous=last.previous), known.old, found)
    return replace(known, live=last.previous, old=old, new=known.old, changes=found, receipt=receipt, given=True)


def _choose(request: Request, known: Known) -> Known:
    """The release to go back to: the one before, or, where a switch stopped halfway, the one that it began from; a
    rollback that stopped halfway is finished."""
    there, stopped = request.target.releases(), known.receipts[-1] if known.receipts else None
    if known.settled:
        usual = before(known.receipts, known.live, there)
    else:
        usual = stopped.release if stopped and stopped.action == "rollback" else known.live
    wanted = request.wanted or usual
    if wanted.isdecimal():
        wanted = next((each for each in there if number_of(each) == int(wanted)), wanted)
    if not wanted:
        raise PublishError("没有可以退回的上一版。用 releases 命令看有哪些版本。")
    if wanted == known.live and known.settled:
        raise PublishError(f"读者现在看到的就是 {wanted}，不用退回。")
    manifest = manifest_of(request.target, wanted) if wanted in there else None
    if manifest is None:
        why = "的清单不见了，或者坏了，不能退回到它" if wanted in there else "不在目标上，或它的文件已删去"
        raise PublishError(f"版本 {wanted} {why}。{_ways_back(request, known, there)}")
    found = changes(known.old, manifest)
    receipt = _begun(request, known, wanted)
    if past := published(known.receipts, wanted):
        receipt = replace(receipt, commit=past.commit, uncommitted=past.uncommitted, at=past.at, base_url=past.base_url)
    elif stopped:
        receipt = replace(receipt, at=receipt.begun, base_url=stopped.base_url)
    return replace(known, new=manifest, changes=found, receipt=_counted(receipt, manifest, found))


def _ways_back(request: Request, known: Known, there: Iterable[str]) -> str:
    names = [each for each in there if each != known.live and manifest_of(request.target, each)]
    if not names:
        return "没有可以退回的版本。"
    return f"可以退回的版本：{'、'.join(names)}；写在目标后面，如 rollback 目标 {names[-1]}。"


def _upload(request: Request, known: Known) -> Known:
    receipt = receipt_of(known)
    request.say(f"发送：新增 {receipt.added}、改动 {receipt.changed}、撤下 {receipt.removed} 个文件。")
    return _sent(request, known, (known.old, known.live) if known.live else None)


def _sent(request: Request, known: Known, previous: tuple[Manifest, str] | None, afresh: bool = False) -> Known:
    receipt, built = receipt_of(known), _built(request)
    known = replace(known, new=built.manifest)
    release = Release(receipt.release, built.manifest, built.sources, _to_carry(request, known))
    sent = request.target.upload(release, previous, afresh)
    return replace(known, receipt=replace(receipt, sent=receipt.sent + sent))


def _carry(request: Request, known: Known) -> Known:
    """Files that pages opened before still ask for go along."""
    files = _to_carry(request, known)
    carried = request.target.carry(receipt_of(known).release, files, known.live) if files else ()
    return replace(known, new=with_files(known.new, carried))


def _to_carry(request: Request, known: Known) -> tuple[ManifestFile, ...]:
    if not known.live or request.forget or receipt_of(known).release == known.live:
        return ()
    return to_carry(known.new, known.old, number_of(known.live), oldest_in_use(request, known))


def _verify(request: Request, known: Known) -> Known:
    """Every file is there as it should be; after an upload a second try trusts nothing of what stood there before."""
    target, release = request.target, receipt_of(known).release
    faults = target.faults(release, known.new)
    if faults and request.built:
        request.say(f"有 {len(faults)} 个文件和原件不一样，重新发送。")
        known = _carry(request, _sent(request, known, None, afresh=True))
        faults = target.faults(release, known.new)
    carried = {file.path for file in known.new.files if file.carried}
    if faults and carried.issuperset(faults):
        # they help pages that are open already; a release is not refused for them
        request.say(f"有 {len(faults)} 个旧网页用的文件坏了，不再保留。")
        return replace(known, new=without_files(known.new, faults))
    if faults:
        raise PublishError(
            f"目标上有 {len(faults)} 个文件和原件不一样，如 {'、'.join(faults[:5])}。没有切换，请检查目标的磁盘和网络，再试一次。"
        )
    return known


def _note(request: Request, known: Known) -> Known:
    """Written before readers get it, so that whoever comes next knows of it."""
    receipt = receipt_of(known)
    if not lock.is_held(request.target, known.owner):
        raise PublishError("发布中途，锁被别人接手了。没有切换，请过一会儿再发布。")
    request.target.write(manifest_path(receipt.release), known.new.packed)
    written(request.target, receipt)
    return known


def _switch(request: Request, known: Known) -> Known:
    request.target.switch(receipt_of(known).release, known.new)
    return known


def _begun(request: Request, known: Known, release: str) -> Receipt:
    return Receipt(
        known.number, request.action, release, known.live if number_of(known.live) else "", "switching", known.owner.who,
        request.commit, request.at, request.base_url, begun=now().instant, uncommitted=request.uncommitted,
    )  # fmt: skip


def _counted(receipt: Receipt, manifest: Manifest, found: Changes) -> Receipt:
    return replace(
        receipt, pages=len(manifest.pages), files=len(manifest.files), size=manifest.size,
        added=len(found.added), changed=len(found.changed), removed=len(found.removed),
    )  # fmt: skip


def _built(request: Request) -> Built:
    assert request.built is not None
    return request.built
