"""The theme's own files: components' styles and scripts joined, assets with hashed names."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from ..outlets.asset import Asset
from ..settings.site import Colours
from .palette import palette_css

THEME = Path(__file__).resolve().parents[2] / "theme"


@dataclass(frozen=True, slots=True)
class Theme:
    """Addresses of what every page links, and the files themselves."""

    urls: dict[str, str]
    assets: tuple[Asset, ...]


def load_theme(colours: Colours, theme: Path = THEME) -> Theme:
    """Join styles and scripts in a fixed order: base first, then components by name, the campaign's colours last."""
    styles = _joined([*sorted((theme / "base").glob("*.css")), *sorted(theme.glob("components/*/style.css"))])
    palette = palette_css(colours)
    parts = {
        "site.css": styles + f"\n{palette}".encode() if palette else styles,
        "docs.css": _joined(sorted((theme / "docs").glob("*.css"))),
        "site.js": _joined([*sorted((theme / "base").glob("*.js")), *sorted(theme.glob("components/*/script.js"))]),
    }
    # what only some pages fetch, each a module of its own
    for folder in sorted((theme / "alone").glob("*/")):
        parts[f"{folder.name}.js"] = _joined(sorted(folder.glob("*.js")))
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


def _joined(paths: list[Path]) -> bytes:
    return b"\n".join(path.read_bytes().strip() for path in paths)
