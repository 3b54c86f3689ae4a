"""``topic publish``, ``rollback``, ``releases``, ``diff``, ``verify``: the site goes to where readers get it."""

import gc
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .asking import ContentProblems, Stop, project_folder, set_options
from .building import build_site, site_held
from .scheduling import GIT_ADVICE, as_text, asked
from .wording import in_words

if TYPE_CHECKING:
    from ..release.publishing.manifest import Changes
    from ..release.publishing.request import Known, Request
    from ..settings.deploy import TargetSettings

_TARGET = click.argument("target", metavar="目标")


@click.command(options_metavar="[选项]")
@_TARGET
@click.option("--no-samples", is_flag=True, help="不含示例稿件；不加而稿件里有示例，就不发布。")
@click.option("--allow-removals", is_flag=True, help="撤掉一成以上的网页也发布。")
@click.option("--probe", "probe_url", default="", metavar="网址", help="发布后从这里取几页核对，不对就退回。")
@click.option("--new-address", is_flag=True, help="目标的网址换了也发布。")
@click.option("--forget", is_flag=True, help="不留旧网页还在用的图片和样式；有图片必须马上撤下时用。")
@click.option("--if-due", is_flag=True, help="只在到了时刻、或有新的提交时才发布；定时运行用。")
def publish(
    target: str,
    no_samples: bool,
    allow_removals: bool,
    probe_url: str,
    new_address: bool,
    forget: bool,
    if_due: bool,
) -> None:
    """检查、生成、发送、核对、切换、探测：一步发布，中途停下时读者看到的不变。

    目标写在 deploy.yml 里。发送的只是有变化的文件；变了的网址记在 changed-urls.txt，供刷新 CDN、推送给搜索引擎。
    """
    from ..release.publishing import phases
    from ..release.publishing.refusals import megabytes

    project = project_folder()
    with in_words():
        settings = _target(project, target)
        seen = None
        if if_due:
            answer = asked(project, settings, no_samples)
            click.echo(as_text(answer, asks=True))
            if not answer.due:
                return
            seen = answer.seen
        if os.environ.get("CI"):
            _refuse_other_than_committed(project, settings)
        request = replace(
            _request("publish", project, settings, probe_url, forget),
            allow_removals=allow_removals, new_address=new_address, forget=forget, seen=seen,
        )  # fmt: skip
        with site_held(project), request.target.copying():
            request = _with_site(project, settings, request, no_samples)
            known, written = _done(project, phases.publish, request)
    receipt = known.receipt
    if known.same or receipt is None:
        return
    click.echo(
        f"已发布：{receipt.release}，{receipt.pages} 页、{receipt.files} 个文件，发送 {megabytes(receipt.sent)}。"
        f"变了的 {written} 个网址在 changed-urls.txt。"
    )


@click.command(options_metavar="[选项]")
@_TARGET
@click.argument("release", default="", metavar="[版本]")
@click.option("--probe", "probe_url", default="", metavar="网址", help="退回后从这里取几页核对。")
def rollback(target: str, release: str, probe_url: str) -> None:
    """退回上一版，或指定的版本；文件都还在目标上，几秒钟就好。"""
    from ..release.publishing import phases

    project = project_folder()
    with in_words():
        settings = _target(project, target)
        request = replace(_request("rollback", project, settings, probe_url), wanted=release)
        known, written = _done(project, phases.rollback, request)
    assert known.receipt is not None
    click.echo(f"读者现在看到的是 {known.receipt.release}。变了的 {written} 个网址在 changed-urls.txt。")


@click.command(options_metavar="[选项]")
@_TARGET
def releases(target: str) -> None:
    """列出目标上的版本：何时、谁、哪次提交、多少页、变了多少；箭头指着读者现在看到的。"""
    from ..release.publishing.history import look
    from ..release.publishing.tables import releases_table
    from ..release.publishing.targets import open_target

    with in_words():
        place = open_target(_target(project_folder(), target))
        receipts, live, _ = look(place)
        click.echo(releases_table(receipts, live, place.releases()))


@click.command(options_metavar="[选项]")
@_TARGET
@click.option("--no-samples", is_flag=True, help="不含示例稿件。")
def diff(target: str, no_samples: bool) -> None:
    """生成网站，列出现在发布会新增、改动、撤下哪些网页；什么也不发送。"""
    from ..release.publishing.history import look
    from ..release.publishing.manifest import changes
    from ..release.publishing.refusals import objections
    from ..release.publishing.tables import changes_table
    from ..release.publishing.targets import open_target

    project = project_folder()
    with in_words():
        settings = _target(project, target)
        with site_held(project):
            request = _with_site(project, settings, _request("publish", project, settings, ""), no_samples, whole=False)
        assert request.built is not None
        receipts, live, old = look(open_target(settings))
        found = changes(old, request.built.manifest)
        click.echo(changes_table(found, old, request.built.manifest))
        last = next((each for each in reversed(receipts) if each.given), None)
        for objection in objections(live, old, request.built.manifest, last.base_url if last else "", request.base_url):
            click.echo(f"现在发布会停下：{objection}")


@click.command(options_metavar="[选项]")
@_TARGET
def verify(target: str) -> None:
    """逐个核对读者现在看到的文件和发布时是否一样；不一样时退出码为 1。"""
    from ..release.publishing.history import look
    from ..release.publishing.standing import what_readers_have
    from ..release.publishing.targets import open_target

    with in_words():
        place = open_target(_target(project_folder(), target))
        receipts, live, manifest = look(place)
        if not live:
            raise Stop("这个目标上还没有发布过。")
        if not place.settled():
            raise ContentProblems(what_readers_have(place, receipts[-1].action if receipts else "publish", live))
        if not manifest.files:
            raise Stop(f"版本 {live} 的清单不见了，或者坏了，无法核对。请加 --allow-removals 再发布一次。")
        faults = place.faults(live, manifest)
    if faults:
        listed = "\n".join(f"  {path}" for path in faults[:20])
        raise ContentProblems(f"{live} 有 {len(faults)} 个文件和发布时不一样：\n{listed}\n再发布一次就会换成对的。")
    carried = sum(1 for file in manifest.files if file.carried)
    more = f"（{carried} 个是旧网页还在用的）" if carried else ""
    click.echo(f"{live} 的 {len(manifest.files)} 个文件{more}都和发布时一样。")


def _request(action: str, project: Path, settings: "TargetSettings", probe_url: str, forget: bool = False) -> "Request":
    from ..release.publishing.request import Request
    from ..release.publishing.targets import open_target

    # what is made here is for a server's other users to read
    os.umask(0o022)
    commit, changed = _commit(project)
    return Request(
        "publish" if action == "publish" else "rollback",
        open_target(settings, forget), settings.keep, probe_url or settings.probe or "", click.echo,
        commit=commit, uncommitted=changed,
    )  # fmt: skip


def _done(project: Path, act: "Callable[[Request], Known]", request: "Request") -> "tuple[Known, int]":
    """Publish or go back; whatever readers may have seen of it stands in changed-urls.txt, also where it was taken back."""
    from ..problems.system import reason_of
    from ..release.publishing.changed_urls import write_changed_urls
    from ..release.publishing.errors import ProbeFailed

    def listed(address: str, changes: "Changes") -> int:
        try:
            return write_changed_urls(project, address, changes)
        except OSError as error:
            # what was done on the target is done
            click.echo(f"提醒：changed-urls.txt 没有写成：{reason_of(error)}。CDN 请整站刷新。")
            return 0

    try:
        known = act(request)
    except ProbeFailed as failed:
        listed(failed.base_url, failed.changes)
        raise
    address = known.receipt.base_url if known.receipt else request.base_url
    return known, listed(address, known.changes)


def _with_site(
    project: Path, settings: "TargetSettings", request: "Request", no_samples: bool, whole: bool = True
) -> "Request":
    """Build the site for the target; with ``whole`` it is refused where it is not fit for readers, and compressed."""
    from ..release.build_record import read_record
    from ..release.publishing.refusals import refuse_unfit
    from ..release.publishing.site_folder import prepare
    from ..settings.moment import parse_moment

    # drafts that this shell asks for are not for readers
    os.environ.pop("TOPIC_DRAFTS", None)
    set_options("", settings.base_url or "", no_samples, drafts=False)
    folder = build_site(project, strict=whole)
    # from here on tens of thousands of small things are made and kept; looking through them and through what the build
    # left for garbage, again and again, would take as long as sending
    gc.freeze()
    gc.disable()
    record = read_record(project)
    assert record is not None
    if whole:
        refuse_unfit(record)
        if os.environ.get("TOPIC_AT"):
            click.echo(f"提醒：网站是按环境变量 TOPIC_AT 的 {parse_moment(record.at).chinese} 生成的，不是现在。")
    # of other kinds of places nobody asks whether a file has a compressed copy
    built = prepare(project, folder, compress=whole and settings.s3 is None, etags=settings.s3 is not None)
    return replace(request, built=built, base_url=record.base_url, at=record.at)


def _target(project: Path, name: str) -> "TargetSettings":
    from ..release.deploying import find_target

    return find_target(project, name)


def _commit(project: Path) -> tuple[str, bool]:
    """The commit for the receipt, and whether what the site is made from differs from it; whoever goes back in a hurry
    is not stopped by git."""
    from ..release.commit import SOURCES, GitFailed, commit_of, uncommitted

    try:
        commit = commit_of(project)
        return commit, bool(commit and uncommitted(project, *SOURCES))
    except GitFailed as failed:
        click.echo(f"提醒：git 说不出现在是哪次提交：{failed}。记录里就不写提交了。")
        return "", False


def _refuse_other_than_committed(project: Path, settings: "TargetSettings") -> None:
    """On a machine of CI what is published must be what was committed, and never an older commit that had to queue."""
    from ..release.commit import GitFailed, commit_of, is_older, uncommitted
    from ..release.publishing.errors import PublishError
    from ..release.publishing.history import look
    from ..release.publishing.receipts import latest_publish
    from ..release.publishing.targets import open_target

    receipts, _, _ = look(open_target(settings))
    latest = latest_publish(receipts)
    published = latest.commit if latest else ""
    try:
        changed, head = uncommitted(project), commit_of(project)
        older = is_older(project, head, published)
    except GitFailed as failed:
        raise PublishError(f"git 说不出要发布的是什么：{failed}。{GIT_ADVICE}") from None
    if changed:
        named = "、".join(changed[:5])
        raise PublishError(f"流水线里有没有提交的改动：{named}。发布的应是提交过的内容，请检查前面的步骤改了什么。")
    if older:
        raise PublishError(
            f"这里的提交 {head[:8]} 比已发布的 {published[:8]} 旧，没有发布。要换回旧的内容，请用 rollback。"
        )
