"""Views for other people's pages become files."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment

from ..images.pictures import Picture
from ..outlets.asset import Asset
from ..outlets.embeds import (
    MISSING,
    ROOT,
    SCHEMA_URL,
    Embed,
    fragment_data,
    fragment_schema,
    fragment_styles,
    in_any_encoding,
    oembed_addresses,
    oembed_files,
    plain_picture,
)
from ..outlets.metadata import content_policy
from ..pages.shared.page import SitePage
from ..settings.site import SiteSettings
from .rendering import Href, Resolved, render_framed, root_of

SCRIPT_URL = f"{ROOT}embed.js"
# pages that stand in for other sites in the builder, each in its encoding
_HOSTS = {"embed/host-utf8.html": ("utf8.html", "utf-8"), "embed/host-gbk.xhtml": ("gbk.xhtml", "gbk")}


@dataclass(frozen=True, slots=True)
class Embeds:
    """All views with what draws them; drawing waits until the files are written.

    ``whole`` are the pages that are shown as they are, by address, each with what its body leads to.
    """

    views: tuple[Embed, ...]
    environment: Environment
    settings: SiteSettings
    script: bytes
    whole: Mapping[str, tuple[SitePage, Resolved]]

    @property
    def files(self) -> frozenset[str]:
        """The addresses of all files."""
        views = (url for view in self.views for url in view.urls)
        fragments = (f"{stem}{kind}" for view in self.views for stem in view.fragments for kind in ("html", "json"))
        answers = (url for view in self.views for url in oembed_addresses(view))
        return frozenset((SCRIPT_URL, SCHEMA_URL, *_HOSTS, *views, *fragments, *answers))

    def assets(self) -> Iterator[Asset]:
        """Every file, drawn as it is asked for. A view whose page has moved stands at its old addresses too."""
        yield Asset(SCRIPT_URL, self.script)
        yield Asset(SCHEMA_URL, fragment_schema())
        yield from self._hosts()
        hrefs: dict[str, Href] = {}
        fragment = self._fragments()
        for view in self.views:
            for url in view.urls:
                # a view that is not there is shown at any depth
                root = self.settings.root_path if view.path == MISSING else root_of(url)
                yield Asset(url, self._drawn(view, hrefs.setdefault(root, Href(root))))
            if view.fragments:
                markup = fragment(view)
                data = fragment_data(view, markup, self.settings)
                for stem in view.fragments:
                    yield Asset(f"{stem}html", markup)
                    yield Asset(f"{stem}json", data)
            yield from oembed_files(view, self.settings)

    def _hosts(self) -> Iterator[Asset]:
        policy = content_policy(frames=True)
        for url, (name, encoding) in _HOSTS.items():
            template = self.environment.get_template(f"embeds/hosts/{name}")
            markup = template.render(href=Href(root_of(url)), policy=policy)
            yield Asset(url, markup.encode(encoding, "xmlcharrefreplace"))

    def _fragments(self) -> Callable[[Embed], bytes]:
        """What draws a view as a piece of somebody else's page, with whole addresses."""
        href, style = Href(self.settings.root_url), fragment_styles(self.settings.colours.steel)
        template = self.environment.get_template("embeds/fragment.html")

        def draw(view: Embed) -> bytes:
            return in_any_encoding(template.render(view=view, href=href, style=style, plain_picture=plain_picture))

        return draw

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
    settings: SiteSettings,
    theme: Path,
    pages: Iterable[SitePage],
    links: Mapping[str, Mapping[str, str | None]],
    pictures: Mapping[tuple[str, str], Picture],
) -> Embeds:
    """The views ready to be written, with the script that other pages load."""
    made = tuple(views)
    asked = {view.page for view in made if view.shape == "stage"}
    whole = {
        page.url: (page, Resolved(links.get(page.entry_path, {}), pictures)) for page in pages if page.url in asked
    }
    return Embeds(made, environment, settings, (theme / "embeds/host/embed.js").read_bytes(), whole)
