"""``topic export``: files for elsewhere."""

from pathlib import Path

import click

from .asking import ContentProblems, Stop, moment_of, project_folder, project_paths, set_options


@click.group(options_metavar="[选项]", subcommand_metavar="内容 …")
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
    from ..desk.posters import PosterError, posters
    from ..images.darkroom import Darkroom
    from ..problems.system import reason_of
    from ..settings.options import BuildOptions, picture_folder

    project = project_folder()
    wanted = project_paths(project, paths)
    set_options(at, base_url, False, False)
    darkroom = Darkroom(picture_folder(project), making=False)
    store = project / ".cache" / "zhuanti.sqlite"
    folder = Path(out)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for made in posters(project, wanted, BuildOptions(at=moment_of(at), base_url=base_url), darkroom, store):
            (folder / made.name).write_bytes(made.data)
            click.echo(f"已导出：{folder / made.name}（{len(made.data) / 1e6:.1f} MB）")
    except PosterError as error:
        raise ContentProblems(str(error)) from None
    except OSError as error:
        raise Stop(f"导出海报时出错：{reason_of(error)}。请检查磁盘空间和文件夹权限后再试。") from None
