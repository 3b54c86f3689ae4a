"""A site becomes files below a folder; what is there already and right is left as it is.

Making a file costs many times more than reading one, so a build begins from the folder that an earlier one left.
"""

import os
import shutil
from collections.abc import Collection, Iterator, Mapping
from itertools import accumulate
from pathlib import Path
from types import MappingProxyType

from ..outlets.asset import Asset
from ..pages.chrome import chrome
from ..pages.shared.page import SitePage
from .generate import Site
from .parallel import spread
from .rendering import Frame, Href, Resolved, draw_frame, render_page, root_of

_PARALLEL_FROM = 200
_NO_LINKS: Mapping[str, str | None] = MappingProxyType({})


def write_site(site: Site, handwritten: Path, folder: Path) -> None:
    """Make ``folder`` hold the site, with the handwritten pages that MkDocs made, and nothing else."""
    assets = {asset.url: asset for asset in (*_files_below(handwritten), *site.assets)}
    folder.mkdir(parents=True, exist_ok=True)
    _remove_others(folder, {*assets, *(_file_of(page.url) for page in site.checked.pages)})
    for asset in assets.values():
        data = asset.content.read_bytes() if isinstance(asset.content, Path) else asset.content
        _put(f"{folder}/{asset.url}", data)
    frames = draw_frames(site)

    def write_page(page: SitePage) -> None:
        resolved = Resolved(site.checked.links.get(page.entry_path, _NO_LINKS), site.checked.pictures)
        frame = frames[page.section, _root(page, site)]
        _put(f"{folder}/{_file_of(page.url)}", render_page(page, site.environment, frame, resolved))

    spread(write_page, site.checked.pages, _PARALLEL_FROM)


def draw_frames(site: Site) -> Mapping[tuple[str, str], Frame]:
    """The frames of all pages by section and way to the root."""
    wanted = sorted({(page.section, _root(page, site)) for page in site.checked.pages})
    chromes = {section: chrome(site.settings, site.handwritten, section) for section, _ in wanted}
    hrefs = {root: Href(root) for _, root in wanted}
    return {(section, root): draw_frame(site.environment, chromes[section], hrefs[root]) for section, root in wanted}


def _root(page: SitePage, site: Site) -> str:
    # a page not found is shown at any depth, so it alone must know where the site stands
    return site.settings.root_path if page.url == "404.html" else root_of(page.url)


def _file_of(url: str) -> str:
    return f"{url}index.html" if url.endswith("/") or not url else url


def _files_below(folder: Path) -> Iterator[Asset]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield Asset(path.relative_to(folder).as_posix(), path)


def _put(path: str, data: bytes) -> None:
    """Write a file unless it holds these bytes."""
    try:
        with open(path, "rb", buffering=0) as file:
            if os.fstat(file.fileno()).st_size == len(data) and file.read() == data:
                return
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(data)


def _remove_others(folder: Path, files: Collection[str]) -> None:
    """Remove what is not to be here: a file no longer made, or anything of the wrong kind in its place."""
    folders = {part for file in files for part in accumulate(file.split("/")[:-1], "{}/{}".format)}
    pending = [(str(folder), "")]
    while pending:
        path, url = pending.pop()
        for found in os.scandir(path):
            inner = f"{url}{found.name}"
            if found.is_dir(follow_symlinks=False):
                if inner in folders:
                    pending.append((found.path, f"{inner}/"))
                else:
                    shutil.rmtree(found.path)
            elif inner not in files or not found.is_file(follow_symlinks=False):
                os.unlink(found.path)
