"""Views for other people's pages become files."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment

from ..outlets.asset import Asset
from ..outlets.embeds import ROOT, Embed
from ..outlets.metadata import content_policy
from .rendering import Href, root_of

SCRIPT_URL = f"{ROOT}embed.js"


@dataclass(frozen=True, slots=True)
class Embeds:
    """All views with what draws them; drawing waits until the files are written."""

    views: tuple[Embed, ...]
    environment: Environment
    script: bytes

    @property
    def files(self) -> frozenset[str]:
        """The addresses of all files."""
        return frozenset((SCRIPT_URL, *(url for view in self.views for url in view.urls)))

    def assets(self) -> Iterator[Asset]:
        """Every file, drawn as it is asked for. A view whose page has moved stands at its old addresses too."""
        yield Asset(SCRIPT_URL, self.script)
        hrefs: dict[str, Href] = {}
        policy = content_policy()
        for view in self.views:
            template: Any = self.environment.get_template(f"embeds/views/{view.shape}.html")
            for url in view.urls:
                root = root_of(url)
                href = hrefs.setdefault(root, Href(root))
                yield Asset(url, template.render(view=view, href=href, policy=policy).encode())


def embedded(views: Iterable[Embed], environment: Environment, theme: Path) -> Embeds:
    """The views ready to be written, with the script that other pages load."""
    return Embeds(tuple(views), environment, (theme / "embeds/host/embed.js").read_bytes())
