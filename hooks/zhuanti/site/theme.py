"""The theme's own files: components' styles and scripts joined, assets with hashed names."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from ..outlets.asset import Asset
from ..settings.site import Colours
from .palette import palette_css

_COMMENT = re.compile(rb"/\*.*?\*/", re.DOTALL)
_INDENTATION = re.compile(rb"\s*\n\s*")
_VIEW_STYLES = (
    "base/00-tokens.css",
    "components/picture/style.css",
    "components/sample-mark/style.css",
    "components/status/style.css",
    "embeds/style/*.css",
)
THEME = Path(__file__).resolve().parents[2] / "theme"


@dataclass(frozen=True, slots=True)
class Theme:
    """Addresses of what every page links, and the files themselves."""

    urls: dict[str, str]
    assets: tuple[Asset, ...]


def load_theme(colours: Colours, theme: Path = THEME, styleguide: bool = False) -> Theme:
    """Join styles and scripts in a fixed order: base, components by name, modes, the campaign's colours last.

    A mode is a way in which a whole page looks different: in elder mode, on paper. The style guide's own styles are
    part of it only where they are asked for.
    """
    rooms = ("base/*.css", "components/*/style.css", "modes/*.css")
    styles = _styles([path for room in rooms for path in sorted(theme.glob(room))])
    palette = f"\n{colours_set}".encode() if (colours_set := palette_css(colours)) else b""
    parts = {
        "site.css": styles + palette,
        "docs.css": _styles(sorted((theme / "docs").glob("*.css"))),
        "styleguide.css": _styles(sorted((theme / "styleguide").glob("*.css"))) if styleguide else b"",
        "early.js": _joined(sorted(theme.glob("early.js"))),
        "site.js": _joined([*sorted((theme / "base").glob("*.js")), *sorted(theme.glob("components/*/script.js"))]),
    }
    # what only some pages fetch, each a style sheet and a module of its own
    for folder in sorted((theme / "alone").glob("*/")):
        parts[f"{folder.name}.css"] = _styles(sorted(folder.glob("*.css")))
        parts[f"{folder.name}.js"] = _joined(sorted(folder.glob("*.js")))
    # views for other people's pages: few of the components, and a classic script
    view = _styles([path for room in _VIEW_STYLES for path in sorted(theme.glob(room))])
    parts["embed-view.css"] = view and view + palette
    parts["embed-host.css"] = _styles(sorted(theme.glob("embeds/hosts/*.css")))
    parts["embed-host.js"] = _joined(sorted(theme.glob("embeds/hosts/*.js")))
    parts["embed-stage.js"] = _joined(sorted(theme.glob("embeds/stage.js")))
    # it loads a module on demand, which browsers of 2017 cannot even read: in a file of its own it stops nothing else
    parts["embed-policies.js"] = _joined(sorted(theme.glob("embeds/policies.js")))
    parts["embed-view.js"] = _joined(sorted((theme / "embeds/script").glob("*.js")))
    files = [(name, data) for name, data in parts.items() if data]
    files += [(path.name, path.read_bytes()) for path in sorted((theme / "assets").glob("*")) if path.is_file()]
    urls: dict[str, str] = {}
    assets: list[Asset] = []
    for name, data in files:
        stem, dot, extension = name.rpartition(".")
        url = f"assets/{stem}-{hashlib.sha256(data).hexdigest()[:8]}{dot}{extension}"
        urls[name] = url
        assets.append(Asset(url, data))
    return Theme(urls, tuple(assets))


def template_state(theme: Path = THEME) -> tuple[tuple[str, int], ...]:
    """Every template with the time of its last change, in nanoseconds."""
    return tuple((path.name, path.stat().st_mtime_ns) for path in sorted(theme.rglob("*.html")))


def _styles(paths: list[Path]) -> bytes:
    """Joined, without comments and indentation: these are a sixth of what a reader would wait for."""
    return _INDENTATION.sub(b"\n", _COMMENT.sub(b"", _joined(paths)))


def _joined(paths: list[Path]) -> bytes:
    return b"\n".join(path.read_bytes().strip() for path in paths)
