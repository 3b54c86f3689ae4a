"""Views for other people's pages become files."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment

from ..images.pictures import Picture
from ..outlets.asset import Asset
from ..outlets.embeds import ROOT, Embed
from ..outlets.metadata import content_policy
from ..pages.shared.page import SitePage
from .rendering import Href, Resolved, render_framed, root_of

SCRIPT_URL = f"{ROOT}embed.js"


@dataclass(frozen=True, slots=True)
class Embeds:
    """All views with what draws them; drawing waits until the files are written.

    ``whole`` are the pages that are shown as they are, by address, each with what its body leads to.
    """

    views: tuple[Embed, ...]
    environment: Environment
    script: bytes
    whole: Mapping[str, tuple[SitePage, Resolved]]

    @property
    def files(self) -> frozenset[str]:
        """The addresses of all files."""
        return frozenset((SCRIPT_URL, *(url for view in self.views for url in view.urls)))

    def assets(self) -> Iterator[Asset]:
        """Every file, drawn as it is asked for. A view whose page has moved stands at its old addresses too."""
        yield Asset(SCRIPT_URL, self.script)
        hrefs: dict[str, Href] = {}
        for view in self.views:
            for url in view.urls:
                root = root_of(url)
                yield Asset(url, self._drawn(view, hrefs.setdefault(root, Href(root))))

    def _drawn(self, view: Embed, href: Href) -> bytes:
        policy = content_policy()
        if view.shape == "stage":
            page, resolved = self.whole[view.page]
            return render_framed(page, self.environment, href, resolved, "embeds/stage.html", policy)
        template = self.environment.get_template(f"embeds/views/{view.shape}.html")
        return template.render(view=view, href=href, policy=policy).encode()


def embedded(
    views: Iterable[Embed],
    environment: Environment,
    theme: Path,
    pages: Iterable[SitePage],
    links: Mapping[str, Mapping[str, str | None]],
    pictures: Mapping[tuple[str, str], Picture],
) -> Embeds:
    """The views ready to be written, with the script that other pages load."""
    made = tuple(views)
    asked = {view.page for view in made if view.shape == "stage"}
    whole = {page.url: (page, Resolved(links.get(page.entry_path, {}), pictures)) for page in pages if page.url in asked}
    return Embeds(made, environment, (theme / "embeds/host/embed.js").read_bytes(), whole)
