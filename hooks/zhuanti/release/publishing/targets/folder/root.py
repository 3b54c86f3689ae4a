"""The folder that deploy.yml names."""

import os
from pathlib import Path

from ...errors import PublishError

# a project has this file, and its finished site in this folder
_PROJECT, _SITE = "mkdocs.yml", "site"


def whole_root(folder: str) -> Path:
    """The folder as deploy.yml means it wherever a command is run.

    Raises:
        PublishError: it is written in a way that means another one tomorrow, or is taken away by the next build.
    """
    try:
        root = Path(folder).expanduser()
    except RuntimeError:
        root = Path(folder)
    if not root.is_absolute():
        raise PublishError(
            f"deploy.yml 里本机的文件夹要写完整路径，以 / 开头，现在是“{folder}”。请改成如 /var/www/zhizaoye 的写法。"
        )
    real = Path(os.path.realpath(root))
    for project in real.parents:
        if real.is_relative_to(project / _SITE) and os.path.isfile(project / _PROJECT):
            raise PublishError(
                f"deploy.yml 里本机的文件夹 {folder} 在生成网站用的 {project / _SITE} 里面，下次生成时会被整个换掉。"
                "请改成项目之外的文件夹。"
            )
    return root
