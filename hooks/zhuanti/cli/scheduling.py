"""``topic due``: whether the moment has changed the site since it was published, and when it changes next."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .asking import Stop, moment_of, project_folder
from .wording import in_words

if TYPE_CHECKING:
    from ..release.schedule import Answer
    from ..settings.deploy import TargetSettings

_MOST = 10
GIT_ADVICE = (
    "取代码时要取全部提交（GitHub 的 checkout 写 fetch-depth: 0，GitLab 写 GIT_DEPTH: 0），并由取代码的那个用户来运行。"
)


@click.command(options_metavar="[选项]")
@click.argument("target", default="", metavar="[目标]")
@click.option("--since", default="", metavar="时间", help="从这个时刻算起；写了目标，就从它上次发布算起。")
@click.option("--at", default="", metavar="时间", help="算到这个时刻，默认是现在。")
@click.option("--no-samples", is_flag=True, help="不算示例稿件。")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="text 或 json。")
def due(target: str, since: str, at: str, no_samples: bool, form: str) -> None:
    """定时稿件、政策状态、截止日期：网站下一次什么时候自己变，现在该不该再发布一次。"""
    from ..release.deploying import find_target
    from ..release.schedule import between

    project = project_folder()
    if target and since:
        raise Stop("目标和 --since 只写一个：写了目标，就从它上次发布的时刻算起。")
    with in_words():
        if target:
            answer = asked(project, find_target(project, target), no_samples, at)
        else:
            until = moment_of(at)
            answer = between(project, moment_of(since) if since else until, until, not no_samples)
    click.echo(as_json(answer) if form == "json" else as_text(answer, bool(target or since)))


def asked(project: Path, settings: "TargetSettings", no_samples: bool, at: str = "") -> "Answer":
    """Whether a publish to a target is due.

    Raises:
        PublishError: the target cannot be read, or git.
    """
    from ..release.commit import GitFailed, commit_of
    from ..release.publishing.errors import PublishError
    from ..release.publishing.history import look
    from ..release.publishing.targets import open_target
    from ..release.schedule import of_target

    receipts, live, _ = look(open_target(settings))
    try:
        return of_target(project, receipts, live, commit_of(project), moment_of(at), not no_samples)
    except GitFailed as failed:
        raise PublishError(f"不知道有没有新的提交：{failed}。{GIT_ADVICE}") from None


def as_text(answer: "Answer", asks: bool) -> str:
    """For people; ``asks`` whether they asked about a time that has passed."""
    lines = []
    if asks:
        lines.append("该发布了：" if answer.due else "现在不用发布：" if answer.why else "现在不用发布。")
        lines += [f"  {each}" for each in answer.why[:_MOST]]
        if len(answer.why) > _MOST:
            lines.append(f"  …… 共 {len(answer.why)} 处")
    lines.append(f"网站下一次自己变化：{answer.coming}" if answer.coming else "没有以后会自己变化的内容。")
    return "\n".join(lines)


def as_json(answer: "Answer") -> str:
    """For programs."""
    return json.dumps(
        {"due": answer.due, "why": answer.why, "next": answer.next_at, "next_what": answer.coming}, ensure_ascii=False
    )
