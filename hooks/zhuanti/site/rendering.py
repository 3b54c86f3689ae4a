"""SitePage → markup: one Jinja environment, page-relative addresses, bodies joined with what their links lead to."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.runtime import Macro
from markupsafe import Markup, escape

from ..images.pictures import Picture
from ..outlets.metadata import Metadata
from ..pages.chrome import Chrome
from ..pages.shared.clauses import clauses, phrases, words
from ..pages.shared.page import SitePage
from ..pages.shared.pictures import body_picture, candidates, figure_place
from ..pages.shared.titles import in_marks
from ..pages.shared.views import Card
from ..prose import GROUP, ImageRef, LinkRef, Prose
from .links import is_foreign


@dataclass(frozen=True, slots=True)
class Resolved:
    """Where the links and pictures of one body lead."""

    links: Mapping[str, str | None]
    pictures: Mapping[tuple[str, str], Picture]


def environment(theme: Path, **globals: Any) -> Environment:
    """The environment of all templates; everything is escaped but what is Markup, a missing name is an error.

    Every component's macro is a global name, so that a page need not import what it shows.
    """
    env = Environment(
        loader=FileSystemLoader([theme]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=template_cache(theme),
    )
    env.globals.update(globals, candidates=candidates)
    env.filters["clauses"] = clauses
    env.filters["words"] = lambda text: Markup("<wbr>").join(words(text))
    env.filters["phrases"] = phrases
    env.filters["in_marks"] = in_marks
    for path in sorted(theme.glob("components/*/template.html")):
        module = env.get_template(path.relative_to(theme).as_posix()).module
        env.globals.update({name: value for name, value in vars(module).items() if isinstance(value, Macro)})
    return env


def root_of(url: str) -> str:
    """The way from a page to the root of the site: ``a/b/`` → ``../../``; the front page → ``./``."""
    return "../" * url.count("/") or "./"


class _TemplateCache(FileSystemBytecodeCache):
    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """By name alone: the path of a folder may hold bytes that are no text in the system's encoding."""
        return super().get_cache_key(name)


def template_cache(theme: Path) -> FileSystemBytecodeCache | None:
    """Compiled templates beside the theme, as Python keeps its own; one made from another source is not used."""
    folder = theme / "__pycache__"
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        return None
    return _TemplateCache(str(folder)) if os.access(folder, os.W_OK) else None


class Href:
    """Addresses as seen from pages of one depth, and the cards drawn with them.

    A card stands on many pages; from pages of one depth it always looks the same, so it is drawn once.
    """

    def __init__(self, root: str) -> None:
        self.root = root
        self._drawn: dict[tuple[str, str], Markup] = {}

    def __call__(self, url: str) -> str:
        """A site-relative address as seen from here; a foreign one as it is."""
        return url if is_foreign(url) else self.root + url

    def drawn(self, macro: Macro, card: Card) -> Markup:
        """``macro(card, href)``, drawn once."""
        key = (macro.name, card.url)
        if key not in self._drawn:
            self._drawn[key] = Markup(macro(card, self))
        return self._drawn[key]


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page of one section and depth, drawn once for all of them."""

    href: Href
    head: Markup
    header: Markup
    footer: Markup
    bottom_bar: Markup


def draw_frame(env: Environment, chrome: Chrome, href: Href) -> Frame:
    """Draw the frame for pages of one section and depth."""
    macros: Any = env.globals
    return Frame(
        href=href,
        head=Markup(env.get_template("head.html").render(href=href)),
        header=macros["site_header"](chrome, href),
        footer=macros["site_footer"](chrome, href),
        bottom_bar=macros["bottom_bar"](chrome, href),
    )


def render_page(page: SitePage, metadata: Metadata, env: Environment, frame: Frame, resolved: Resolved) -> bytes:
    """The bytes of one page."""
    return _drawn(page, env, frame.href, resolved, metadata=metadata, frame=frame)


def render_framed(page: SitePage, env: Environment, href: Href, resolved: Resolved, layout: str, policy: str) -> bytes:
    """The same page in a layout for frames, without what stands around it on the site."""
    return _drawn(page, env, href, resolved, layout=layout, policy=policy)


def _drawn(page: SitePage, env: Environment, href: Href, resolved: Resolved, **names: object) -> bytes:
    def body(prose: Prose) -> Markup:
        voice = getattr(page.view, "voice", "")
        return body_markup(prose, page.entry_path, resolved, href, env, voice)

    template = env.get_template(f"pages/{page.template}")
    return template.render(page=page, view=page.view, body=body, href=href, **names).encode()


def body_markup(
    prose: Prose, entry_path: str, resolved: Resolved, href: Href, env: Environment, voice: str = ""
) -> Markup:
    """A body with every link and picture in place. A link that leads nowhere keeps its words.

    ``voice`` is the manner of the entry, for it decides how wide its pictures stand.
    """
    parts: list[str] = []
    grouped = False
    for segment in prose.segments:
        if isinstance(segment, LinkRef):
            parts.append(_href(segment, resolved, href))
        elif isinstance(segment, ImageRef):
            parts.append(_picture(segment, entry_path, resolved, href, env, voice, grouped))
        else:
            parts.append(segment)
            grouped = segment.endswith(GROUP)
    return Markup("".join(parts))


def _href(link: LinkRef, resolved: Resolved, href: Href) -> str:
    url = resolved.links.get(link.target)
    if url is None:
        return ""
    return str(escape(url if url.startswith("#") else href(url)))


def _picture(
    image: ImageRef, entry_path: str, resolved: Resolved, href: Href, env: Environment, voice: str, grouped: bool
) -> str:
    picture = resolved.pictures.get((entry_path, image.target))
    if picture is None:
        return str(escape(image.alt))
    view = body_picture(image, picture)
    macro: Any = env.globals["figure" if image.standalone else "inline_picture"]
    layout, classes = figure_place(picture, image.classes, voice, grouped)
    return str(macro(view, " ".join(classes), href, layout))
