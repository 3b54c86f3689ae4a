"""The colours of one card, from the campaign's own; grounds are those of the theme (theme/base/00-tokens.css)."""

from dataclasses import dataclass
from functools import cache

from ...settings.colour import LIGHT_PAPER, dark_twin
from .sheet import Campaign, Ground

Colour = tuple[int, int, int]
_INK, _SOFT, _DEEP, _ON_DEEP, _ON_DEEP_SOFT = "#14202e", "#545f6b", "#14202e", "#e9e6df", "#a9b4c0"


@dataclass(frozen=True, slots=True)
class Inks:
    """Ground and what is printed on it; ``faint`` is the large mark, ``line`` the production line and what is urgent."""

    ground: Colour
    text: Colour
    soft: Colour
    accent: Colour
    line: Colour
    faint: Colour
    on_line: Colour


@cache
def inks(campaign: Campaign, ground: Ground) -> Inks:
    """The inks for a ground."""
    if ground == "paper":
        paper, steel = rgb(LIGHT_PAPER), rgb(campaign.steel)
        return Inks(paper, rgb(_INK), rgb(_SOFT), steel, rgb(campaign.forge), mixed(paper, steel, 0.13), paper)
    under = rgb(campaign.steel if ground == "steel" else _DEEP)
    text = rgb(LIGHT_PAPER if ground == "steel" else _ON_DEEP)
    soft = mixed(under, text, 0.78) if ground == "steel" else rgb(_ON_DEEP_SOFT)
    accent = text if ground == "steel" else rgb(dark_twin(campaign.steel))
    line = mixed(rgb(campaign.forge), rgb(dark_twin(campaign.forge)), 0.4)
    return Inks(under, text, soft, accent, line, mixed(under, text, 0.11), rgb(_INK))


def rgb(code: str) -> Colour:
    """``#rrggbb`` or ``#rgb`` as three numbers from 0 to 255."""
    digits = code.lstrip("#")
    digits = "".join(2 * sign for sign in digits) if len(digits) == 3 else digits
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """``share`` of the other colour over one."""
    r, g, b = (round(a + (c - a) * share) for a, c in zip(one, other, strict=True))
    return r, g, b
