"""The styles of a fragment, ready for ``style`` attributes.

A fragment stands in the middle of somebody else's page. An ``!important`` in an attribute is the one declaration that no
rule of that page overrides (CSS Cascade 4, 6.4), so every element says all that a page's resets could take from it.
"""

from collections.abc import Mapping
from types import MappingProxyType

_RESET = {
    "margin": "0", "padding": "0", "border": "0", "background": "none", "float": "none", "position": "static",
    "width": "auto", "height": "auto", "max-width": "none", "min-width": "0", "text-align": "left", "text-indent": "0",
    "letter-spacing": "normal", "font-style": "normal", "font-weight": "400", "font-size": "16px", "line-height": "1.5",
    "color": "inherit", "text-decoration": "none", "text-shadow": "none", "white-space": "normal", "list-style": "none",
    "display": "block", "box-sizing": "border-box", "overflow-wrap": "anywhere",
}  # fmt: skip
_SMALL = {"font-size": "13px", "opacity": ".75"}
_INLINE = {"display": "inline"}
_RULE = "1px solid rgba(128, 128, 128, .3)"


def fragment_styles(accent: str) -> Mapping[str, str]:
    """Declarations by the part of a fragment; ``accent`` is the campaign's colour as ``#rrggbb``."""
    parts: dict[str, dict[str, str]] = {
        "box": {},
        "head": {"border-bottom": f"2px solid {accent}", "padding": "8px 0"},
        "title": {**_INLINE, "font-size": "18px", "font-weight": "700", "line-height": "1.4"},
        "link": {**_INLINE, "font-size": "inherit", "font-weight": "inherit"},
        "more": {**_INLINE, "font-size": "13px", "color": accent},
        "list": {},
        "row": {"padding": "9px 0", "border-bottom": _RULE},
        "about": {**_SMALL},
        "story": {"border-top": f"2px solid {accent}", "padding": "0 0 8px"},
        "picture": {"width": "100%", "max-width": "100%", "margin": "0 0 10px"},
        "headline": {"font-size": "20px", "font-weight": "700", "line-height": "1.4", "margin": "6px 0"},
        "summary": {"font-size": "15px", "line-height": "1.6", "margin": "0 0 6px"},
        "foot": {"padding": "8px 0", **_SMALL},
    }
    return MappingProxyType(
        {
            name: ";".join(f"{key}:{value}!important" for key, value in (_RESET | given).items())
            for name, given in parts.items()
        }
    )
