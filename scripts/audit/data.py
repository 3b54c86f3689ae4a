"""What other programs read of the site: sitemaps, robots.txt, structured data."""

from collections.abc import Iterator
from pathlib import Path

from . import sitemaps, structured_data
from .kinds import pages_of


def faults(site: Path, root_url: str) -> Iterator[str]:
    """Everything that is wrong, each with the file it is in."""
    if not (site / "sitemap.xml").exists():
        yield "sitemap.xml is missing"
    for path in sorted(site.glob("*sitemap*.xml")):
        yield from (f"{path.name} {fault}" for fault in sitemaps.faults(path.read_bytes(), root_url))
    robots = (site / "robots.txt").read_text("utf-8")
    for name in ("sitemap.xml", "news-sitemap.xml"):
        if (site / name).exists() != (f"Sitemap: {root_url}{name}\n" in robots):
            yield f"robots.txt and {name} do not fit together"
    for page in pages_of(site):
        text = (site / (page if page.endswith(".html") else f"{page}index.html")).read_text("utf-8")
        try:
            for block in structured_data.blocks(text):
                yield from (f"{page} {fault}" for fault in structured_data.faults(block))
        except ValueError as error:
            yield f"{page} {error}"
