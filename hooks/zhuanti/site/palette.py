"""The campaign's colours as style: what site.yml gives for light paper, and twins made from it.

The dark twin keeps the hue and is lifted to a lightness that reads on the dark ground; the strong twin of elder mode
is lowered until it stands out from light paper as WCAG's criterion 1.4.6 asks. The theme's own values stay where
site.yml says nothing new. OKLab: Björn Ottosson's formulas, in which equal steps look equal.
"""

from ..settings.site import Colours

_DARK_LIGHTNESS = 0.76
_DARK_CHROMA = 0.85
_ELDER_PAPER = "#fffdf9"
_STRONG = 7.0
_Colour = tuple[float, float, float]


def palette_css(colours: Colours) -> str:
    """A rule that sets the given colours and their dark twins; empty when all are the theme's own."""
    given = [name for name in Colours.model_fields if getattr(colours, name) != getattr(Colours(), name)]
    lines = [
        f"--{name}-light: {(value := getattr(colours, name))}; --{name}-dark: {dark_twin(value)};"
        f" --{name}-strong: {strong_twin(value)};"
        for name in given
    ]
    if "forge" in given:
        lines.append("--line-dark: var(--forge-dark);")
    return f":root {{ {' '.join(lines)} }}" if lines else ""


def dark_twin(code: str) -> str:
    """The same hue on dark paper, as ``#rrggbb``; chroma gives way where the screen has no such colour."""
    _, a, b = _oklab(code)
    return _shown(_DARK_LIGHTNESS, _DARK_CHROMA * a, _DARK_CHROMA * b)


def strong_twin(code: str) -> str:
    """The same hue for the text of elder mode on light paper, as ``#rrggbb``: a contrast of at least 7."""
    lightness, a, b = _oklab(code)
    found = code.lower()
    while contrast(found, _ELDER_PAPER) < _STRONG:
        lightness -= 0.005
        found = _shown(lightness, a, b)
    return found


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21: WCAG 2.2, "contrast ratio"."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(code: str) -> float:
    r, g, b = _parts(code)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def _shown(lightness: float, a: float, b: float) -> str:
    """The nearest colour that a screen has, as ``#rrggbb``: chroma gives way."""
    share = 1.0
    while True:
        found = _rgb((lightness, a * share, b * share))
        if all(-1e-4 <= part <= 1.0001 for part in found) or share < 0.01:
            return "#" + "".join(f"{round(255 * _gamma(min(max(part, 0.0), 1.0))):02x}" for part in found)
        share *= 0.95


def _parts(code: str) -> _Colour:
    digits = code.lstrip("#")
    digits = "".join(2 * sign for sign in digits) if len(digits) == 3 else digits
    r, g, b = (_linear(int(digits[place : place + 2], 16) / 255) for place in (0, 2, 4))
    return r, g, b


def _oklab(code: str) -> _Colour:
    r, g, b = _parts(code)
    l = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)  # noqa: E741
    m = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    s = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
    )


def _rgb(colour: _Colour) -> _Colour:
    lightness, a, b = colour
    l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3  # noqa: E741
    m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    s = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
        -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
        -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s,
    )


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _gamma(part: float) -> float:
    return part * 12.92 if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)
