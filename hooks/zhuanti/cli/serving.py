"""``topic server-config``: what the web server that hands out the finished site is told."""

import click

from .asking import ContentProblems, Stop, project_folder

_PROGRAMS = ("nginx", "apache", "caddy")


@click.command("server-config", options_metavar="[选项]")
@click.argument("program", type=click.Choice(_PROGRAMS), metavar="软件")
@click.option("--root", default="", metavar="文件夹", help="服务器上放网站的文件夹，默认是 /var/www/专题名。")
@click.option(
    "--behind-proxy",
    type=click.IntRange(1, 65535),
    metavar="端口",
    help="前面另有服务器管加密（如容器）：在这个端口上用 http 提供网站，只用于 nginx。",
)
def server_config(program: str, root: str, behind_proxy: int | None) -> None:
    """打印网页服务器的配置：缓存、压缩、安全、嵌入、404 页都已写好，每段有中文说明。

    软件：nginx、apache（2.4）、caddy（2）。域名和路径取自 site.yml 的 base_url，可以嵌入的网站取自 embed_hosts。
    """
    from ..content.loading import read_settings
    from ..problems import report
    from ..release.server_config import ServerConfigError, place_of
    from ..release.server_config import server_config as written

    if behind_proxy and program != "nginx":
        raise Stop("--behind-proxy 只用于 nginx。")
    settings, problems = read_settings(project_folder())
    if settings is None or any(problem.is_error for problem in problems):
        raise ContentProblems(f"{report.as_text(problems)}\n{report.summary(problems)}")
    try:
        place = place_of(settings.base_url, root, behind_proxy or 0)
    except ServerConfigError as error:
        raise Stop(str(error)) from None
    click.echo(written(program, settings, place), nl=False)
