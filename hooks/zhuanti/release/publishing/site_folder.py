"""The built site made ready to be sent: its files and their compressed copies, with their manifest."""

from contextlib import suppress
from pathlib import Path
from types import MappingProxyType

from .compression import make_siblings
from .errors import PublishError
from .known_contents import KnownContents
from .manifest import with_files
from .paths import contents_record, sibling_folder
from .reading import read_folder
from .request import Built


def prepare(project: Path, site: Path, compress: bool, etags: bool = False) -> Built:
    """Read the site's folder; ``compress`` adds compressed copies, ``etags`` what object storages compare.

    Raises:
        PublishError: there is no site.
        OSError: a file cannot be read or written.
    """
    if not (site / "index.html").is_file():
        raise PublishError("还没有生成网站，请先运行 build。")
    known = KnownContents(contents_record(project))
    manifest, sources = read_folder(site, etags, known)
    if compress:
        tree = make_siblings(manifest, sources, sibling_folder(project))
        siblings, places = read_folder(tree, etags, known)
        manifest, sources = with_files(manifest, siblings.files), MappingProxyType({**sources, **places})
    with suppress(OSError):
        known.keep()
    return Built(manifest, sources)
