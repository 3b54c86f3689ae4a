"""A site becomes files below a folder."""

import shutil
from collections.abc import Iterable, Mapping
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


def write_site(site: Site, folder: Path) -> None:
    """Draw and write every page, and write or copy every other file. Files that are there already are replaced."""
    pages = site.checked.pages
    for parent in sorted({(folder / _file_of(url)).parent for url in _urls(site)}):
        parent.mkdir(parents=True, exist_ok=True)
    for asset in site.assets:
        _write_asset(asset, folder)
    frames = draw_frames(site)

    def write_page(page: SitePage) -> None:
        resolved = Resolved(site.checked.links.get(page.entry_path, _NO_LINKS), site.checked.pictures)
        frame = frames[page.section, _root(page, site)]
        with open(f"{folder}/{_file_of(page.url)}", "wb", buffering=0) as file:
            file.write(render_page(page, site.environment, frame, resolved))

    spread(write_page, pages, _PARALLEL_FROM)


def draw_frames(site: Site) -> Mapping[tuple[str, str], Frame]:
    """The frames of all pages by section and way to the root."""
    wanted = sorted({(page.section, _root(page, site)) for page in site.checked.pages})
    chromes = {section: chrome(site.settings, site.handwritten, section) for section, _ in wanted}
    hrefs = {root: Href(root) for _, root in wanted}
    return {(section, root): draw_frame(site.environment, chromes[section], hrefs[root]) for section, root in wanted}


def _root(page: SitePage, site: Site) -> str:
    # a page not found is shown at any depth, so it alone must know where the site stands
    return site.settings.root_path if page.url == "404.html" else root_of(page.url)


def _urls(site: Site) -> Iterable[str]:
    yield from (page.url for page in site.checked.pages)
    yield from (asset.url for asset in site.assets)


def _file_of(url: str) -> str:
    return f"{url}index.html" if url.endswith("/") or not url else url


def _write_asset(asset: Asset, folder: Path) -> None:
    if isinstance(asset.content, Path):
        shutil.copyfile(asset.content, folder / asset.url)
    else:
        (folder / asset.url).write_bytes(asset.content)
