"""The built site made ready to be sent: its files and their compressed copies, with their manifest."""

from pathlib import Path

from .compression import make_siblings
from .errors import PublishError
from .manifest import read_folders
from .paths import sibling_folder
from .phases import Built


def prepare(project: Path, site: Path, compress: bool) -> Built:
    """Read the site's folder, with ``compress`` also the copies beside it.

    Raises:
        PublishError: there is no site.
        OSError: a file cannot be read or written.
    """
    if not (site / "index.html").is_file():
        raise PublishError("还没有生成网站，请先运行 build。")
    manifest, sources = read_folders([site])
    folders: tuple[Path, ...] = (site,)
    if compress:
        folders = (site, make_siblings(manifest, sources, sibling_folder(project)))
        manifest, sources = read_folders(folders)
    return Built(manifest, folders, sources)
