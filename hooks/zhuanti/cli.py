"""The command line: the one place that prints and exits, and beside hooks/build.py the one that starts MkDocs.

Exit codes: 0 done, 1 problems found in content, 2 wrong usage or environment.
"""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import click

from .desk.usage import speak_chinese

speak_chinese()

_MARKER = "mkdocs.yml"
_KINDS = ("article", "case", "policy-document", "policy-explainer", "gallery", "event", "notice")
_EPILOG = "每条命令后加 --help 查看用法；编辑手册见 docs/handbook.md。"


class _Stop(click.ClickException):
    """A sentence for the user and an exit code."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        click.echo(self.message, err=True)


class _ContentProblems(_Stop):
    """Content stopped the run; its problems are already printed."""

    exit_code = 1


def project_folder() -> Path:
    """The folder with mkdocs.yml: here or above."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / _MARKER).is_file():
            return folder
    raise _Stop("没有找到 mkdocs.yml，请在项目文件夹里运行这条命令。")


@click.group(
    epilog=_EPILOG,
    options_metavar="[选项]",
    subcommand_metavar="命令 …",
    context_settings={"help_option_names": ["-h", "--help"]},
)
def main() -> None:
    """专题网站生成器：写 Markdown，查错，预览，生成网站。"""


def _moment_options(command: Any) -> Any:
    for option in (
        click.option("--at", default="", metavar="时间", help="按这个时刻生成，如 2023-12-01 或 '2023-12-01 09:30'。"),
        click.option("--base-url", default="", metavar="网址", help="替换 site.yml 里的网址。"),
        click.option("--no-samples", is_flag=True, help="不含示例稿件。"),
        click.option("--drafts", is_flag=True, help="包含草稿和未到时间的稿件。"),
    ):
        command = option(command)
    return command


@main.command(options_metavar="[选项]")
@_moment_options
@click.option("--no-cards", is_flag=True, help="不做分享图和海报，生成得更快。")
@click.option("--strict", is_flag=True, help="有提醒也不生成。")
def build(at: str, base_url: str, no_samples: bool, drafts: bool, no_cards: bool, strict: bool) -> None:
    """生成整个网站，放到 site 文件夹；有错误时原来的网站保持不变。"""
    project = project_folder()
    _set_options(at, base_url, no_samples, drafts)
    if no_cards:
        os.environ["TOPIC_CARDS"] = "false"
    os.chdir(project)
    _quiet_mkdocs()
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    try:
        config = load_config(str(project / _MARKER), strict=strict or None)
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
    except MkDocsException as error:
        raise _ContentProblems(error.format_message()) from None
    except OSError as error:
        from .problems.system import reason_of

        raise _Stop(f"写网站时出错：{reason_of(error)}。请检查磁盘空间和文件夹权限后再试。") from None
    # relative, because an absolute path may hold characters the terminal's encoding has not
    click.echo(f"网站已生成：{os.path.relpath(config.site_dir, project)}/index.html")


@main.command(options_metavar="[选项]")
@_moment_options
@click.option("--address", default="127.0.0.1:8000", metavar="地址:端口", help="预览的地址，默认 127.0.0.1:8000。")
def serve(at: str, base_url: str, no_samples: bool, drafts: bool, address: str) -> None:
    """边写边看：保存后浏览器自动刷新；写错的稿件在自己的页面上显示错误。"""
    project = project_folder()
    _set_options(at, base_url, no_samples, drafts)
    os.chdir(project)
    _quiet_mkdocs()
    from mkdocs.commands.serve import serve as mkdocs_serve
    from mkdocs.exceptions import MkDocsException

    host, _, port = address.rpartition(":")
    if not _is_host(host) or not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise _Stop(f"地址“{address}”不对，请写成 127.0.0.1:8000 这样，端口在 1 到 65535 之间。")
    click.echo(f"预览地址：http://{address}/ （按 Ctrl+C 结束）")
    try:
        mkdocs_serve(str(project / _MARKER), livereload=True, dev_addr=address)
    except MkDocsException as error:
        raise _ContentProblems(error.format_message()) from None
    except OSError:
        raise _Stop(f"打不开 {address}。可能已有一个预览在运行，请换一个端口，如 --address 127.0.0.1:8001。") from None


@main.command(options_metavar="[选项]")
@click.argument("paths", nargs=-1, metavar="[文件或文件夹]…")
@click.option("--format", "form", type=click.Choice(("text", "json", "github")), default="text", help="输出的格式。")
@click.option("--fix", is_flag=True, help="改正能放心改的写法（补引号、全角冒号等）。")
@click.option("--links", is_flag=True, help="另外上网检查站外链接能否打开，结果记在 content/links.yml。")
@click.option("--at", default="", metavar="时间", help="按这个时刻检查。")
def check(paths: tuple[str, ...], form: str, fix: bool, links: bool, at: str) -> None:
    """检查稿件：每个问题都指到文件、行、列。有错误时退出码为 1。"""
    from .images.darkroom import Darkroom
    from .problems import report
    from .settings.options import BuildOptions, picture_folder
    from .site.generate import check as check_site

    project = project_folder()
    wanted = _project_paths(project, paths)
    if fix:
        _fix(project, wanted)
    darkroom = Darkroom(picture_folder(project), making=False)
    store = project / ".cache" / "zhuanti.sqlite"
    checked = check_site(project, BuildOptions(at=_moment(at)), store, darkroom=darkroom)
    found = _foreign_links(project, checked, wanted) if links else None
    problems = [*checked.problems, *(found.problems if found else ())]
    problems = [p for p in problems if _is_wanted(p.place.path, wanted)]
    text = {"text": report.as_text, "json": report.as_json, "github": report.as_github}[form](problems)
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


@main.command(options_metavar="[选项]")
@click.argument("kind", type=click.Choice(_KINDS), metavar="类型")
@click.argument("title", metavar="标题")
@click.option("--column", default="", metavar="专栏", help="稿件所在的专栏编号，默认为第一个专栏。")
def new(kind: str, title: str, column: str) -> None:
    """新建一篇稿件：放对文件夹，按拼音取文件名，每个字段都有中文说明。

    类型：article 稿件、case 案例、policy-document 政策原文、policy-explainer 政策解读、gallery 图集、event 活动、notice 通报。
    """
    from .desk.scaffold import ScaffoldError, create

    project = project_folder()
    try:
        path = create(project, kind, title, column)
    except ScaffoldError as error:
        raise _Stop(str(error)) from None
    click.echo(
        f"已新建：{path}\n接下来：写好内容，运行 python3 scripts/topic.py check {path} 检查，再用 python3 scripts/topic.py serve 预览。"
    )


@main.command(options_metavar="[选项]")
@click.argument("kind", type=click.Choice((*_KINDS, "site")), metavar="类型")
def schema(kind: str) -> None:
    """打印一类稿件（或 site.yml）字段的 JSON Schema，供编辑器自动提示。"""
    from .desk.schema import schema_of

    click.echo(schema_of(kind))


@main.command(
    options_metavar="[选项]",
    context_settings={"ignore_unknown_options": True, "allow_extra_args": True, "help_option_names": []},
)
@click.pass_context
def test(context: click.Context) -> None:
    """运行全部测试（后面的参数原样交给 pytest）。"""
    project = project_folder()
    sys.exit(subprocess.call([sys.executable, "scripts/run_tests.py", *context.args], cwd=project))


@main.command(
    options_metavar="[选项]",
    context_settings={"ignore_unknown_options": True, "allow_extra_args": True, "help_option_names": []},
)
@click.pass_context
def bench(context: click.Context) -> None:
    """与其他生成器比速度：--articles 1000,3000 --peers material,hugo。"""
    project = project_folder()
    sys.exit(subprocess.call([sys.executable, "scripts/bench.py", *context.args], cwd=project))


@main.command(
    options_metavar="[选项]",
    context_settings={"ignore_unknown_options": True, "allow_extra_args": True, "help_option_names": []},
)
@click.pass_context
def audit(context: click.Context) -> None:
    """请别人的评委检查生成好的网站：Lighthouse、HTML 检查器、网站地图与结构化数据。"""
    project = project_folder()
    sys.exit(subprocess.call([sys.executable, "scripts/run_audit.py", *context.args], cwd=project))


@main.group(options_metavar="[选项]", subcommand_metavar="内容 …")
def export() -> None:
    """导出给别处用的文件：poster 海报。"""


@export.command(options_metavar="[选项]")
@click.argument("paths", nargs=-1, required=True, metavar="文件或文件夹…")
@click.option("--out", default="haibao", metavar="文件夹", help="放到哪个文件夹，默认 haibao。")
@click.option("--at", default="", metavar="时间", help="按这个时刻导出。")
@click.option("--base-url", default="", metavar="网址", help="二维码里的网址用这个开头，不用 site.yml 里的。")
def poster(paths: tuple[str, ...], out: str, at: str, base_url: str) -> None:
    """导出海报：手机尺寸（1080×1920）和可印刷的 A3（300 dpi），都是 PNG，带二维码。

    政策原文、政策解读、图集和活动有海报；给文件夹就导出里面的全部。
    """
    from .desk.posters import PosterError, posters
    from .images.darkroom import Darkroom
    from .problems.system import reason_of
    from .settings.options import BuildOptions, picture_folder

    project = project_folder()
    wanted = _project_paths(project, paths)
    _set_options(at, base_url, False, False)
    darkroom = Darkroom(picture_folder(project), making=False)
    store = project / ".cache" / "zhuanti.sqlite"
    folder = Path(out)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for made in posters(project, wanted, BuildOptions(at=_moment(at), base_url=base_url), darkroom, store):
            (folder / made.name).write_bytes(made.data)
            click.echo(f"已导出：{folder / made.name}（{len(made.data) / 1e6:.1f} MB）")
    except PosterError as error:
        raise _ContentProblems(str(error)) from None
    except OSError as error:
        raise _Stop(f"导出海报时出错：{reason_of(error)}。请检查磁盘空间和文件夹权限后再试。") from None


def _is_host(name: str) -> bool:
    from ipaddress import ip_address

    try:
        return name == "localhost" or bool(ip_address(name.strip("[]")))
    except ValueError:
        return False


def _set_options(at: str, base_url: str, no_samples: bool, drafts: bool) -> None:
    """mkdocs.yml reads these, so that ``mkdocs build`` can be told the same."""
    if at:
        _moment(at)
        os.environ["TOPIC_AT"] = at
    if base_url:
        if not base_url.startswith(("http://", "https://")):
            raise _Stop(f"网址“{base_url}”不完整，请以 https:// 或 http:// 开头。")
        os.environ["TOPIC_BASE_URL"] = base_url
    if no_samples:
        os.environ["TOPIC_SAMPLES"] = "false"
    if drafts:
        os.environ["TOPIC_DRAFTS"] = "true"


def _moment(text: str) -> Any:
    from .settings.moment import MomentError, now, parse_moment

    try:
        return parse_moment(text) if text else now()
    except MomentError as error:
        if error.impossible:
            raise _Stop(f"时间“{text}”不存在：没有这一天或这个钟点，请核对。") from None
        raise _Stop(f"时间“{text}”认不出来，请写成 2023-05-01 或 '2023-05-01 09:30'。") from None


def _quiet_mkdocs() -> None:
    """MkDocs' own news is for whoever runs mkdocs; editors see only what goes wrong."""
    import logging

    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    handler.setLevel(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)


def _project_paths(project: Path, paths: tuple[str, ...]) -> tuple[str, ...]:
    found = []
    for path in paths:
        if path.startswith(("—", "–", "－", "-–")):
            raise _Stop(f"“{path}”前面是破折号，选项要用两个半角减号，如 --fix。")
        full = Path(os.path.abspath(path))
        if not full.exists():
            raise _Stop(f"找不到“{path}”，请核对文件名。")
        try:
            name = full.relative_to(project).as_posix()
        except ValueError:
            raise _Stop(f"“{path}”不在这个项目里。") from None
        if name != "." and not _is_below(name, "content"):
            raise _Stop(f"“{path}”不是稿件：只检查 content 文件夹里的内容。")
        found.append(name)
    return tuple(found)


def _foreign_links(project: Path, checked: Any, wanted: tuple[str, ...]) -> Any:
    from .desk.links.run import check_links
    from .problems.system import reason_of
    from .settings.moment import now

    try:
        return check_links(project, checked, now(), lambda path: _is_wanted(path, wanted))
    except OSError as error:
        raise _Stop(f"写不了 content/links.yml：{reason_of(error)}。请检查文件夹权限和磁盘空间。") from None


def _is_wanted(path: str, wanted: tuple[str, ...]) -> bool:
    return not wanted or any(_is_below(path, each) for each in wanted)


def _is_below(path: str, folder: str) -> bool:
    return folder == "." or path == folder or path.startswith(folder.rstrip("/") + "/")


def _fix(project: Path, wanted: tuple[str, ...]) -> None:
    from .desk.fixing import fix_files

    for path, count in fix_files(project, wanted):
        click.echo(f"{path}: 已改正 {count} 处")
