"""A site becomes files below a folder."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from pathlib import Path
from types import MappingProxyType

from ..outlets.asset import Asset
from ..outlets.metadata import metadata_of
from ..pages.chrome import chrome
from ..pages.shared.page import SitePage
from .files import FolderWriter, put_all, put_later
from .generate import Site
from .rendering import Frame, Href, Resolved, draw_frame, render_page, root_of

_BATCH = 20
_NO_LINKS: Mapping[str, str | None] = MappingProxyType({})


def begin(site: Site, folder: Path) -> FolderWriter:
    """Begin to make ``folder`` hold the site: the folders can be made while MkDocs draws the handwritten pages."""
    printing = site.checked.printing
    files = (
        {asset.url for asset in site.assets}
        | set(site.search.files)
        | site.embeds.files
        | set(printing.files if printing else ())
    )
    files |= {_file_of(page.url) for page in site.checked.pages}
    return FolderWriter(folder, files)


def finish(
    site: Site,
    writer: FolderWriter,
    handwritten: Path,
    folder: Path,
    before: Site | None = None,
    search_later: bool = False,
) -> None:
    """Draw and write everything; ``handwritten`` is the folder of what MkDocs made.

    ``before`` is the site that the folder holds already, in a preview: pages that did not change are not drawn again.
    ``search_later`` is for a preview too: views for other pages, search index, cards and posters come when the pages can be seen.

    Raises:
        OSError: a file could not be written.
    """
    writer.send(site.assets)
    pages = _drawn(site, _changed(site, before) if before else site.checked.pages)
    drawn = pages if search_later else chain(pages, site.embeds.assets())
    while batch := list(islice(drawn, _BATCH)):
        writer.send(batch)
    if not search_later:
        for assets in site.search.assets():
            writer.send(assets)
    writer.close()
    ours = {asset.url for asset in site.assets}
    theirs = [asset for asset in _files_below(handwritten) if asset.url not in ours]
    for asset in theirs:
        (folder / asset.url).parent.mkdir(parents=True, exist_ok=True)
    put_all(str(folder), theirs)
    if search_later:
        put_later(folder, ([asset] for asset in site.embeds.assets()))
        site.search.write_later(folder)
        if site.checked.printing:
            site.checked.printing.write_later(folder)


def _changed(site: Site, before: Site) -> Iterable[SitePage]:
    """Pages whose markup may differ from what was drawn for ``before``."""

    def shared(of: Site) -> tuple[object, ...]:
        return of.settings, of.handwritten, of.templates, of.environment.globals["assets"], of.checked.pictures

    if shared(site) != shared(before):
        return site.checked.pages
    old = {page.url: page for page in before.checked.pages}
    links, old_links = site.checked.links, before.checked.links
    return (
        page
        for page in site.checked.pages
        if old.get(page.url) != page or links.get(page.entry_path) != old_links.get(page.entry_path)
    )


def _drawn(site: Site, pages: Iterable[SitePage]) -> Iterator[Asset]:
    frames = draw_frames(site)
    for page in pages:
        resolved = Resolved(site.checked.links.get(page.entry_path, _NO_LINKS), site.checked.pictures)
        frame = frames[page.section, _root(page, site)]
        metadata = metadata_of(page, site.facts)
        yield Asset(_file_of(page.url), render_page(page, metadata, site.environment, frame, resolved))


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
