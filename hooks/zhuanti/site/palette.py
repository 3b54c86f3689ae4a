"""The campaign's colours as style: what site.yml gives for light paper, and twins made from it.

The dark twin keeps the hue and is lifted to a lightness that reads on the dark ground; the strong twin of elder mode
is lowered until it stands out from light paper as WCAG's criterion 1.4.6 asks. The theme's own values stay where
site.yml says nothing new.
"""

from ..settings.colour import dark_twin, readable_twin
from ..settings.site import Colours

_STRONG = 7.0


def palette_css(colours: Colours) -> str:
    """A rule that sets the given colours and their twins; empty when all are the theme's own."""
    given = [name for name in Colours.model_fields if getattr(colours, name) != getattr(Colours(), name)]
    lines = [
        f"--{name}-light: {(value := getattr(colours, name))}; --{name}-dark: {dark_twin(value)};"
        f" --{name}-strong: {readable_twin(value, _STRONG)};"
        for name in given
    ]
    if "forge" in given:
        lines.append("--line-dark: var(--forge-dark);")
    return f":root {{ {' '.join(lines)} }}" if lines else ""
