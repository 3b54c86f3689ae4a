"""What all commands share: the project's folder, options of the moment, paths, and how a command stops."""

import os
from pathlib import Path
from typing import Any

import click

MARKER = "mkdocs.yml"
KINDS = ("article", "case", "policy-document", "policy-explainer", "gallery", "event", "notice")


class Stop(click.ClickException):
    """A sentence for the user and an exit code."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        """Say it as it is: click would put its own word before."""
        click.echo(self.message, err=True)


class ContentProblems(Stop):
    """Content stopped the run; its problems are already printed."""

    exit_code = 1


def project_folder() -> Path:
    """The folder with mkdocs.yml: here or above."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / MARKER).is_file():
            return folder
    raise Stop("没有找到 mkdocs.yml，请在项目文件夹里运行这条命令。")


def moment_options(command: Any) -> Any:
    """Options of every command that makes a site."""
    for option in (
        click.option("--at", default="", metavar="时间", help="按这个时刻生成，如 2023-12-01 或 '2023-12-01 09:30'。"),
        click.option("--base-url", default="", metavar="网址", help="替换 site.yml 里的网址。"),
        click.option("--no-samples", is_flag=True, help="不含示例稿件。"),
        click.option("--drafts", is_flag=True, help="包含草稿和未到时间的稿件。"),
    ):
        command = option(command)
    return command


def set_options(at: str, base_url: str, no_samples: bool, drafts: bool) -> None:
    """mkdocs.yml reads these, so that ``mkdocs build`` can be told the same."""
    if at:
        moment_of(at)
        os.environ["TOPIC_AT"] = at
    if base_url:
        if not base_url.startswith(("http://", "https://")):
            raise Stop(f"网址“{base_url}”不完整，请以 https:// 或 http:// 开头。")
        os.environ["TOPIC_BASE_URL"] = base_url
    if no_samples:
        os.environ["TOPIC_SAMPLES"] = "false"
    if drafts:
        os.environ["TOPIC_DRAFTS"] = "true"


def moment_of(text: str) -> Any:
    """The moment written behind ``--at``; now where none is.

    Raises:
        Stop: it cannot be read, or no such day or hour exists.
    """
    from ..settings.moment import MomentError, now, parse_moment

    try:
        return parse_moment(text) if text else now()
    except MomentError as error:
        if error.impossible:
            raise Stop(f"时间“{text}”不存在：没有这一天或这个钟点，请核对。") from None
        raise Stop(f"时间“{text}”认不出来，请写成 2023-05-01 或 '2023-05-01 09:30'。") from None


def project_paths(project: Path, paths: tuple[str, ...]) -> tuple[str, ...]:
    """What was named, relative to the project.

    Raises:
        Stop: it is not there, or no content.
    """
    found = []
    for path in paths:
        if path.startswith(("—", "–", "－", "-–")):
            raise Stop(f"“{path}”前面是破折号，选项要用两个半角减号，如 --fix。")
        full = Path(os.path.abspath(path))
        if not full.exists():
            raise Stop(f"找不到“{path}”，请核对文件名。")
        try:
            name = full.relative_to(project).as_posix()
        except ValueError:
            raise Stop(f"“{path}”不在这个项目里。") from None
        if name != "." and not _is_below(name, "content"):
            raise Stop(f"“{path}”不是稿件：只检查 content 文件夹里的内容。")
        found.append(name)
    return tuple(found)


def is_wanted(path: str, wanted: tuple[str, ...]) -> bool:
    """Whether a path lies in what was named; everything does where nothing was."""
    return not wanted or any(_is_below(path, each) for each in wanted)


def _is_below(path: str, folder: str) -> bool:
    return folder == "." or path == folder or path.startswith(folder.rstrip("/") + "/")
