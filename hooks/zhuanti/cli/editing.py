"""What editors run: ``topic check``, ``topic new``, ``topic schema``."""

import sys
from pathlib import Path
from typing import Any

import click

from .asking import KINDS, Stop, is_wanted, moment_of, project_folder, project_paths

_FORMATS = ("text", "json", "github", "sarif", "gitlab")


@click.command(options_metavar="[选项]")
@click.argument("paths", nargs=-1, metavar="[文件或文件夹]…")
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", help="输出的格式。")
@click.option("--fix", is_flag=True, help="改正能放心改的写法（补引号、全角冒号等）。")
@click.option("--links", is_flag=True, help="另外上网检查站外链接能否打开，结果记在 content/links.yml。")
@click.option("--at", default="", metavar="时间", help="按这个时刻检查。")
def check(paths: tuple[str, ...], form: str, fix: bool, links: bool, at: str) -> None:
    """检查稿件：每个问题都指到文件、行、列。有错误时退出码为 1。"""
    from ..images.darkroom import Darkroom
    from ..problems import annotations, report
    from ..settings.options import BuildOptions, picture_folder
    from ..site.generate import check as check_site

    project = project_folder()
    wanted = project_paths(project, paths)
    if fix:
        _fix(project, wanted)
    darkroom = Darkroom(picture_folder(project), making=False)
    store = project / ".cache" / "zhuanti.sqlite"
    checked = check_site(project, BuildOptions(at=moment_of(at)), store, darkroom=darkroom)
    found = _foreign_links(project, checked, wanted) if links else None
    problems = [*checked.problems, *(found.problems if found else ())]
    problems = [p for p in problems if is_wanted(p.place.path, wanted)]
    writers = (report.as_text, report.as_json, annotations.as_github, annotations.as_sarif, annotations.as_gitlab)
    text = dict(zip(_FORMATS, writers, strict=True))[form](problems)
    if text:
        click.echo(text)
    if form == "text":
        click.echo(report.summary(problems) if problems else "没有发现问题。")
        for held in checked.content.library.held:
            click.echo(f"{held.entry.path}: 未到发布时间，将于 {held.until.chinese} 出现")
        if found:
            click.echo(found.sentence)
    if any(problem.is_error for problem in problems):
        sys.exit(1)


@click.command(options_metavar="[选项]")
@click.argument("kind", type=click.Choice(KINDS), metavar="类型")
@click.argument("title", metavar="标题")
@click.option("--column", default="", metavar="专栏", help="稿件所在的专栏编号，默认为第一个专栏。")
def new(kind: str, title: str, column: str) -> None:
    """新建一篇稿件：放对文件夹，按拼音取文件名，每个字段都有中文说明。

    类型：article 稿件、case 案例、policy-document 政策原文、policy-explainer 政策解读、gallery 图集、event 活动、notice 通报。
    """
    from ..desk.scaffold import ScaffoldError, create

    project = project_folder()
    try:
        path = create(project, kind, title, column)
    except ScaffoldError as error:
        raise Stop(str(error)) from None
    click.echo(
        f"已新建：{path}\n接下来：写好内容，运行 python3 scripts/topic.py check {path} 检查，再用 python3 scripts/topic.py serve 预览。"
    )


@click.command(options_metavar="[选项]")
@click.argument("kind", type=click.Choice((*KINDS, "site")), metavar="类型")
def schema(kind: str) -> None:
    """打印一类稿件（或 site.yml）字段的 JSON Schema，供编辑器自动提示。"""
    from ..desk.schema import schema_of

    click.echo(schema_of(kind))


def _foreign_links(project: Path, checked: Any, wanted: tuple[str, ...]) -> Any:
    from ..desk.links.run import check_links
    from ..problems.system import reason_of
    from ..settings.moment import now

    try:
        return check_links(project, checked, now(), lambda path: is_wanted(path, wanted))
    except OSError as error:
        raise Stop(f"写不了 content/links.yml：{reason_of(error)}。请检查文件夹权限和磁盘空间。") from None


def _fix(project: Path, wanted: tuple[str, ...]) -> None:
    from ..desk.fixing import fix_files

    for path, count in fix_files(project, wanted):
        click.echo(f"{path}: 已改正 {count} 处")
