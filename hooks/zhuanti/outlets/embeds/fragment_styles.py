"""The styles of a fragment, ready for ``style`` attributes.

A fragment stands in the middle of somebody else's page. An ``!important`` in an attribute is the one declaration that no
rule of that page overrides (CSS Cascade 4, 6.4), so every element says all that a page's resets could take from it.
Attributes know no media query: what stands side by side in a wide column wraps in a narrow one.
"""

from collections.abc import Mapping
from types import MappingProxyType

_RESET = {
    "display": "block", "position": "static", "float": "none", "clear": "none", "transform": "none", "overflow": "visible",
    "width": "auto", "min-width": "0", "max-width": "none", "height": "auto", "min-height": "0", "max-height": "none",
    "margin": "0", "padding": "0", "border": "0", "border-radius": "0", "background": "none", "box-shadow": "none",
    "box-sizing": "border-box", "opacity": "1", "color": "inherit", "font-size": "16px", "font-weight": "400",
    "font-style": "normal", "font-variant": "normal", "line-height": "1.5", "letter-spacing": "normal",
    "word-spacing": "normal", "text-align": "left", "text-indent": "0", "text-transform": "none", "text-decoration": "none",
    "text-shadow": "none", "vertical-align": "baseline", "white-space": "normal", "word-break": "normal",
    "overflow-wrap": "anywhere", "list-style": "none",
}  # fmt: skip
# names and dates stay whole where a line has room for them
_SMALL = {"font-size": "13px", "word-break": "keep-all"}
_WRAPS = {"display": "flex", "flex-wrap": "wrap", "align-items": "flex-start"}
_INLINE = {"display": "inline"}
_RULE = "1px solid rgba(128, 128, 128, .3)"


def fragment_styles(accent: str) -> Mapping[str, str]:
    """Declarations by the part of a fragment; ``accent`` is the campaign's colour as ``#rrggbb``."""
    parts: dict[str, dict[str, str]] = {
        "box": {},
        "head": {"border-bottom": f"2px solid {accent}", "padding": "8px 0"},
        "title": {**_INLINE, "font-size": "18px", "font-weight": "700", "line-height": "1.4"},
        "link": {**_INLINE, "font-size": "inherit", "font-weight": "inherit"},
        "more": {**_INLINE, "font-size": "13px", "text-decoration": "underline"},
        "list": {},
        "row": {"padding": "9px 0", "border-bottom": _RULE},
        "about": {**_SMALL},
        "story": {**_WRAPS, "gap": "0 16px", "border-top": f"2px solid {accent}", "padding": "10px 0 8px"},
        "lead": {**_WRAPS, "gap": "0 16px", "border-bottom": _RULE, "padding": "10px 0 8px"},
        "beside": {"flex": "1 1 240px", "margin": "0 0 10px"},
        # a tall one is cut, or it would be several screens high in a wide column
        "picture": {"width": "100%", "max-height": "320px", "object-fit": "cover", "overflow": "hidden"},
        "words": {"flex": "3 1 300px"},
        "figures": {**_WRAPS, "gap": "0 24px"},
        "figure": {"flex": "1 1 150px", "padding": "9px 0", "border-bottom": _RULE},
        "headline": {"font-size": "20px", "font-weight": "700", "line-height": "1.4", "margin": "0 0 6px"},
        "value": {"font-size": "28px", "font-weight": "700", "line-height": "1.3"},
        "summary": {"font-size": "15px", "line-height": "1.6", "margin": "0 0 6px"},
        "foot": {"padding": "8px 0", **_SMALL},
    }
    return MappingProxyType(
        {
            name: ";".join(f"{key}:{value}!important" for key, value in (_RESET | given).items())
            for name, given in parts.items()
        }
    )
