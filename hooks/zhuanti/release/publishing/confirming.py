"""What comes behind the switch: readers' addresses are asked for, what is wrong for them is taken back, and the receipt
is closed."""

from contextlib import suppress
from dataclasses import replace

from .errors import ProbeFailed, PublishError
from .history import ended
from .manifest import to_carry, with_files
from .paths import manifest_path, number_of
from .probe import probe
from .request import Known, Request, receipt_of
from .standing import what_readers_have


def confirm(request: Request, known: Known) -> Known:
    """Look at what readers get, if there is an address to ask for, and close the receipt.

    Raises:
        ProbeFailed: it is wrong for them. A publish was taken back at once, where there was a whole release to go back to;
            a rollback never is, for whoever goes back flees from something worse.
        PublishError: the target can no longer be spoken to.
    """
    if request.probe_url:
        probed = probe(known.new, request.probe_url, known.changes, known.old)
        known = replace(known, probed=probed)
        if probed.faults:
            raise _failed(request, known)
        for each in probed.advice:
            request.say(f"提醒：{each}")
        request.say(f"探测：{probed.asked} 个网址都正常。")
    return replace(known, receipt=ended(request.target, receipt_of(known), "live"))


def _failed(request: Request, known: Known) -> ProbeFailed:
    listed = "\n".join(f"  {fault}" for fault in known.probed.faults[:5])
    try:
        head, rest = _taken_back(request, known)
    except PublishError as error:
        have = what_readers_have(request.target, request.action, known.live)
        head, rest = "探测没有通过", f"想退回上一版，没有做完：{error}{have}"
    return ProbeFailed(f"{head}：\n{listed}\n{rest}", receipt_of(known).base_url, known.changes)


def _taken_back(request: Request, known: Known) -> tuple[str, str]:
    """Two sentences for the operator, between which the faults stand."""
    why = _no_way_back(request, known)
    if why:
        ended(request.target, receipt_of(known), "failed")
        return f"已经切换，但从 {request.probe_url} 看不到这一版", f"{why}请检查服务器配置。"
    _go_back(request, known)
    return f"探测没有通过，已经退回 {known.live}", "请检查服务器和探测网址，再发布一次。"


def _no_way_back(request: Request, known: Known) -> str:
    """Why readers keep what they were given; empty where they can get back what they had."""
    if request.action == "rollback":
        return "退回的版本不再自动换掉。"
    if not number_of(known.live):
        return "这是第一次发布，没有上一版可退。"
    there = known.live in request.target.releases()
    if not there or not known.old.files or known.old.own.keys() & request.target.faults(known.live, known.old):
        return f"上一版 {known.live} 的文件不齐，没有退回；别的版本可以用 rollback 退回。"
    return ""


def _go_back(request: Request, known: Known) -> None:
    """Pages of the release that is taken back are open already, so its files go along."""
    target, receipt, manifest = request.target, receipt_of(known), known.old
    files = () if request.forget else to_carry(known.old, known.new, number_of(receipt.release), oldest=0)
    if files:
        # whoever goes back must not fail over them
        with suppress(PublishError):
            manifest = with_files(known.old, target.carry(known.live, files, receipt.release))
            target.write(manifest_path(known.live), manifest.packed)
    target.switch(known.live, manifest)
    ended(target, receipt, "reverted")
