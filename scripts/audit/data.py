"""What other programs read of the site: sitemaps, robots.txt, structured data."""

from collections.abc import Iterator
from pathlib import Path

from . import sitemaps, structured_data
from .kinds import pages_of


def faults(site: Path, root_url: str) -> Iterator[str]:
    """Everything that is wrong, each with the file it is in."""
    for name in ("sitemap.xml", "news-sitemap.xml"):
        path = site / name
        if path.exists():
            yield from (f"{name} {fault}" for fault in sitemaps.faults(path.read_bytes(), root_url))
        elif name == "sitemap.xml":
            yield f"{name} is missing"
        if path.exists() != (f"Sitemap: {root_url}{name}\n" in (site / "robots.txt").read_text("utf-8")):
            yield f"robots.txt and {name} do not fit together"
    for page in pages_of(site):
        text = (site / (page if page.endswith(".html") else f"{page}index.html")).read_text("utf-8")
        try:
            for block in structured_data.blocks(text):
                yield from (f"{page} {fault}" for fault in structured_data.faults(block))
        except ValueError as error:
            yield f"{page} {error}"
