"""``topic build`` and ``topic serve``: beside hooks/build.py the one place that starts MkDocs."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from .asking import MARKER, ContentProblems, Stop, moment_options, project_folder, set_options


@click.command(options_metavar="[选项]")
@moment_options
@click.option("--no-cards", is_flag=True, help="不做分享图和海报，生成得更快。")
@click.option("--strict", is_flag=True, help="有提醒也不生成。")
def build(at: str, base_url: str, no_samples: bool, drafts: bool, no_cards: bool, strict: bool) -> None:
    """生成整个网站，放到 site 文件夹；有错误时原来的网站保持不变。"""
    project = project_folder()
    set_options(at, base_url, no_samples, drafts)
    if no_cards:
        os.environ["TOPIC_CARDS"] = "false"
    with site_held(project):
        folder = build_site(project, strict)
    # relative, because an absolute path may hold characters the terminal's encoding has not
    click.echo(f"网站已生成：{os.path.relpath(folder, project)}/index.html")


@contextmanager
def site_held(project: Path) -> Iterator[None]:
    """While this lasts no other command changes the project's site folder; the system frees it with its process."""
    from filelock import FileLock, Timeout

    place = project / ".cache" / "site.lock"
    try:
        place.parent.mkdir(exist_ok=True)
        lock = FileLock(place)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            click.echo("另一个命令正在用 site 文件夹，等它做完……")
            lock.acquire()
    except OSError as error:
        from ..problems.system import reason_of

        raise Stop(
            f"写 {place.relative_to(project)} 时出错：{reason_of(error)}。请检查磁盘空间和文件夹权限后再试。"
        ) from None
    try:
        yield
    finally:
        lock.release()


def build_site(project: Path, strict: bool) -> Path:
    """Build the site with the options that the environment holds; return its folder.

    Raises:
        ContentProblems: something in the content, or with ``strict`` a warning, speaks against it.
        Stop: it cannot be written.
    """
    os.chdir(project)
    _quiet_mkdocs()
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    try:
        config = load_config(str(project / MARKER), strict=strict or None)
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
    except MkDocsException as error:
        raise ContentProblems(error.format_message()) from None
    except OSError as error:
        from ..problems.system import reason_of

        raise Stop(f"写网站时出错：{reason_of(error)}。请检查磁盘空间和文件夹权限后再试。") from None
    return Path(config.site_dir)


@click.command(options_metavar="[选项]")
@moment_options
@click.option("--address", default="127.0.0.1:8000", metavar="地址:端口", help="预览的地址，默认 127.0.0.1:8000。")
def serve(at: str, base_url: str, no_samples: bool, drafts: bool, address: str) -> None:
    """边写边看：保存后浏览器自动刷新；写错的稿件在自己的页面上显示错误。"""
    project = project_folder()
    set_options(at, base_url, no_samples, drafts)
    os.chdir(project)
    _quiet_mkdocs()
    from mkdocs.commands.serve import serve as mkdocs_serve
    from mkdocs.exceptions import MkDocsException

    host, _, port = address.rpartition(":")
    if not _is_host(host) or not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise Stop(f"地址“{address}”不对，请写成 127.0.0.1:8000 这样，端口在 1 到 65535 之间。")
    click.echo(f"预览地址：http://{address}/ （按 Ctrl+C 结束）")
    try:
        mkdocs_serve(str(project / MARKER), livereload=True, dev_addr=address)
    except MkDocsException as error:
        raise ContentProblems(error.format_message()) from None
    except OSError:
        raise Stop(f"打不开 {address}。可能已有一个预览在运行，请换一个端口，如 --address 127.0.0.1:8001。") from None


def _is_host(name: str) -> bool:
    from ipaddress import ip_address

    try:
        return name == "localhost" or bool(ip_address(name.strip("[]")))
    except ValueError:
        return False


def _quiet_mkdocs() -> None:
    """MkDocs' own news is for whoever runs mkdocs; editors see only what goes wrong."""
    import logging

    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    handler.setLevel(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
