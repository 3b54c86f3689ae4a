"""SitePage → markup: one Jinja environment, page-relative addresses, bodies joined with what their links lead to."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ..images.pictures import Picture
from ..pages.chrome import Chrome
from ..pages.shared.cards import PictureView
from ..pages.shared.clauses import clauses
from ..pages.shared.page import SitePage
from ..prose import ImageRef, LinkRef, Prose
from .links import is_foreign


@dataclass(frozen=True, slots=True)
class Resolved:
    """Where the links and pictures of one body lead."""

    links: Mapping[str, str | None]
    pictures: Mapping[tuple[str, str], Picture]


def environment(theme: Path, **globals: Any) -> Environment:
    """The environment of all templates; everything is escaped but what is Markup, a missing name is an error."""
    env = Environment(
        loader=FileSystemLoader([theme]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.globals.update(globals)
    env.filters["clauses"] = clauses
    return env


def root_of(url: str) -> str:
    """The way from a page to the root of the site: ``a/b/`` → ``../../``; the front page → ``./``."""
    return "../" * url.count("/") or "./"


def render_page(page: SitePage, env: Environment, chrome: Chrome, root_path: str, resolved: Resolved) -> bytes:
    """The bytes of one page."""
    # a page not found is shown at any depth, so it alone must know where the site stands
    root = root_path if page.url == "404.html" else root_of(page.url)

    def body(prose: Prose) -> Markup:
        return body_markup(prose, page.entry_path, resolved, root, env)

    def href(url: str) -> str:
        return url if is_foreign(url) else root + url

    template = env.get_template(f"pages/{page.template}")
    text = template.render(page=page, view=page.view, chrome=chrome, root=root, body=body, href=href)
    return text.encode()


def body_markup(prose: Prose, entry_path: str, resolved: Resolved, root: str, env: Environment) -> Markup:
    """A body with every link and picture in place. A link that leads nowhere keeps its words."""
    parts: list[str] = []
    for segment in prose.segments:
        if isinstance(segment, LinkRef):
            parts.append(_href(segment, resolved, root))
        elif isinstance(segment, ImageRef):
            parts.append(_picture(segment, entry_path, resolved, root, env))
        else:
            parts.append(segment)
    return Markup("".join(parts))


def _href(link: LinkRef, resolved: Resolved, root: str) -> str:
    url = resolved.links.get(link.target)
    if url is None:
        return ""
    return str(escape(url if is_foreign(url) or url.startswith("#") else root + url))


def _picture(image: ImageRef, entry_path: str, resolved: Resolved, root: str, env: Environment) -> str:
    picture = resolved.pictures.get((entry_path, image.target))
    if picture is None:
        return str(escape(image.alt))
    alt = "" if image.decorative else image.alt
    view = PictureView(picture.url, picture.width, picture.height, alt, caption=image.caption)
    template = env.get_template("components/figure/template.html")
    return template.render(picture=view, standalone=image.standalone, classes=" ".join(image.classes), root=root)
