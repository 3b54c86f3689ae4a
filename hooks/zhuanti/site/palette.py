"""The campaign's colours as style: what site.yml gives for light paper, and a twin for dark paper made from it.

The twin keeps the hue and is lifted to a lightness that reads on the dark ground; the theme's own values stay where
site.yml says nothing new.
"""

from ..settings.colour import dark_twin
from ..settings.site import Colours


def palette_css(colours: Colours) -> str:
    """A rule that sets the given colours and their dark twins; empty when all are the theme's own."""
    given = [name for name in Colours.model_fields if getattr(colours, name) != getattr(Colours(), name)]
    lines = [
        f"--{name}-light: {(value := getattr(colours, name))}; --{name}-dark: {dark_twin(value)};" for name in given
    ]
    if "forge" in given:
        lines.append("--line-dark: var(--forge-dark);")
    return f":root {{ {' '.join(lines)} }}" if lines else ""
