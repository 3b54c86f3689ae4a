"""One configuration as text: the tables and the place, laid out by the program's template."""

from pathlib import Path

from ...settings.site import SiteSettings
from .classes import EVERYWHERE, FAILED, VARYING, path_classes
from .place import Place
from .types import FEEDS, TEXT_TYPES, TEXTS, TYPES

# program → its template, beside this module
PROGRAMS = {"nginx": "nginx.conf.j2", "apache": "apache.conf.j2", "caddy": "Caddyfile.j2"}


def server_config(program: str, settings: SiteSettings, place: Place) -> str:
    """The whole configuration file of ``program``, one of ``PROGRAMS``, for a site at ``place``."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # configuration is no markup
    )
    return environment.get_template(PROGRAMS[program]).render(
        title=" ".join(settings.name.split()),
        place=place,
        # the path as a pattern: of what a path may hold, only the dot means more than itself
        below=place.path.replace(".", r"\."),
        classes=path_classes(settings.embed_hosts),
        everywhere=EVERYWHERE,
        varying=VARYING,
        failed=FAILED,
        types=TYPES,
        feeds=FEEDS,
        texts=TEXTS,
        text_types=TEXT_TYPES,
    )
