"""Colours as arithmetic: contrast, the twin for dark paper, the nearest one that can be read.

OKLab: Björn Ottosson's formulas, in which equal steps look equal. Contrast: WCAG 2.2, "relative luminance" and
"contrast ratio".
"""

# the grounds of the theme's tokens (theme/base/00-tokens.css) that text in a campaign's colour stands on
LIGHT_PAPER = "#faf8f4"
DARK_PAPER = "#0f1620"
READABLE = 4.5
_DARK_LIGHTNESS = 0.76
_DARK_CHROMA = 0.85
_Colour = tuple[float, float, float]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    low, high = sorted((luminance(rgb(one)), luminance(rgb(other))))
    return (high + 0.05) / (low + 0.05)


def readable_twin(code: str, ratio: float = READABLE) -> str:
    """The nearest colour of the same hue, darker, that has at least this contrast on light paper; itself if it has."""
    lightness, a, b = _oklab(code)
    found = code
    while contrast(found, LIGHT_PAPER) < ratio and lightness > 0:
        lightness -= 0.01
        found = _in_gamut((lightness, a, b))
    return found


def dark_twin(code: str) -> str:
    """The same hue on dark paper, as ``#rrggbb``; chroma gives way where the screen has no such colour."""
    _, a, b = _oklab(code)
    return _in_gamut((_DARK_LIGHTNESS, a * _DARK_CHROMA, b * _DARK_CHROMA))


def _in_gamut(colour: _Colour) -> str:
    """As ``#rrggbb``; chroma gives way where the screen has no such colour."""
    lightness, a, b = colour
    share = 1.0
    while True:
        found = _rgb((lightness, a * share, b * share))
        if all(-1e-4 <= part <= 1.0001 for part in found) or share < 0.01:
            return "#" + "".join(f"{round(255 * gamma(min(max(part, 0.0), 1.0))):02x}" for part in found)
        share *= 0.95


def luminance(parts: tuple[int, int, int]) -> float:
    """Relative luminance (WCAG 2.2), 0 to 1, of an sRGB colour as three numbers from 0 to 255."""
    r, g, b = (_linear(part / 255) for part in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def rgb(code: str) -> tuple[int, int, int]:
    """``#rrggbb`` or ``#rgb`` as three numbers from 0 to 255."""
    digits = code.lstrip("#")
    digits = "".join(2 * sign for sign in digits) if len(digits) == 3 else digits
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def _linear_parts(code: str) -> _Colour:
    r, g, b = (_linear(part / 255) for part in rgb(code))
    return r, g, b


def _oklab(code: str) -> _Colour:
    r, g, b = _linear_parts(code)
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


def gamma(part: float) -> float:
    """Of a share of light, its value as a share of the largest in sRGB."""
    return part * 12.92 if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)
