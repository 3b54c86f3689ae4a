"""The few colours of the series, and their tints.

A palette offers two scales of nine steps. ``g`` (ground) runs from the paper to the nearest silhouette and carries
depth: low numbers are far away. ``m`` (material) runs from the lit to the shaded side of an object.
"""

from __future__ import annotations

from dataclasses import dataclass

Colour = tuple[int, int, int]


def rgb(code: str) -> Colour:
    """Turn ``#RRGGBB`` into a tuple."""
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


def mix(one: Colour, two: Colour, share: float) -> Colour:
    """Mix two colours; ``share`` 0 gives the first, 1 the second."""
    r, g, b = (round(a + (z - a) * share) for a, z in zip(one, two, strict=True))
    return r, g, b


def step(scale: tuple[Colour, ...], value: float) -> Colour:
    """Read a scale at a position that may lie between two steps."""
    value = min(max(value, 0.0), len(scale) - 1.0)
    low = min(int(value), len(scale) - 2)
    return mix(scale[low], scale[low + 1], value - low)


@dataclass(frozen=True)
class Palette:
    """Ground and material scales with one accent."""

    name: str
    ground: tuple[Colour, ...]
    material: tuple[Colour, ...]
    accent: Colour
    accent_dark: Colour
    reed: Colour

    def g(self, value: float) -> Colour:
        """Ground tone: 0 is the paper, 8 the nearest silhouette."""
        return step(self.ground, value)

    def m(self, value: float) -> Colour:
        """Material tone: 0 is fully lit, 8 deep shade."""
        return step(self.material, value)


def scale(*codes: str) -> tuple[Colour, ...]:
    """Build a scale from codes."""
    return tuple(rgb(code) for code in codes)


DAY_METAL = scale("#F6F5F1", "#E1E7EB", "#C3D1DD", "#96B0C8", "#6489AE", "#2F5D8A", "#23496F", "#193450", "#14202E")
NIGHT_METAL = scale("#E9E6DF", "#BCD0E1", "#8FB4DA", "#5F8CB8", "#3F6E9B", "#2D5278", "#203C59", "#182B3F", "#101B28")
FORGE = rgb("#C8431A")
FORGE_LIT = rgb("#DE5A28")

PALETTES: dict[str, Palette] = {
    "day": Palette(
        "day",
        scale("#FAF8F4", "#EFEEEA", "#DDE3E7", "#BDCCD9", "#8FABC4", "#5880A6", "#2F5D8A", "#1E3D5C", "#14202E"),
        DAY_METAL,
        FORGE,
        rgb("#97310F"),
        rgb("#2F6B4A"),
    ),
    "sand": Palette(
        "sand",
        scale("#F0EADD", "#E8E2D5", "#D9DAD4", "#BCC8D0", "#90A9BF", "#5A80A4", "#2F5D8A", "#1E3D5C", "#14202E"),
        DAY_METAL,
        FORGE,
        rgb("#97310F"),
        rgb("#2F6B4A"),
    ),
    "mist": Palette(
        "mist",
        scale("#DCE4EA", "#D0DBE4", "#BDCCD9", "#A4BACD", "#7F9FBC", "#517BA3", "#2F5D8A", "#1E3D5C", "#14202E"),
        DAY_METAL,
        FORGE,
        rgb("#97310F"),
        rgb("#2F6B4A"),
    ),
    "deep": Palette(
        "deep",
        scale("#1D4064", "#23496F", "#2B557E", "#386791", "#5482A9", "#80A4C3", "#ADC5D9", "#D7E1E8", "#FAF8F4"),
        scale("#FAF8F4", "#DDE6EC", "#AFC6DA", "#7FA3C4", "#5583AB", "#3A6892", "#2A527A", "#17334F", "#0F2236"),
        FORGE_LIT,
        rgb("#A63A14"),
        rgb("#7FBF9A"),
    ),
    "night": Palette(
        "night",
        scale("#0F1620", "#131D2A", "#192737", "#213448", "#2C4660", "#3D6187", "#6690B8", "#A9C3DC", "#E9E6DF"),
        NIGHT_METAL,
        FORGE_LIT,
        rgb("#A63A14"),
        rgb("#7FBF9A"),
    ),
    "ember": Palette(
        "ember",
        scale("#1A120F", "#271A15", "#38251D", "#4D3428", "#684737", "#8C6450", "#B68F78", "#DCC7B4", "#F5EDE2"),
        scale("#F5EDE2", "#E3D0BD", "#C9AC95", "#A58570", "#7F6252", "#5E473B", "#443228", "#2C1F19", "#19110E"),
        FORGE_LIT,
        rgb("#A63A14"),
        rgb("#7FBF9A"),
    ),
    "dawn": Palette(
        "dawn",
        scale("#F7EFE3", "#F0E3D3", "#E6D2BF", "#D0B49F", "#AD8B77", "#7F6152", "#573F35", "#3A2922", "#1E1613"),
        scale("#FBF6EC", "#EBDDCB", "#D2BCA6", "#AE9380", "#866A5A", "#634B40", "#483630", "#30231E", "#1B1411"),
        FORGE,
        rgb("#97310F"),
        rgb("#2F6B4A"),
    ),
    "reed": Palette(
        "reed",
        scale("#F6F6EE", "#EBEFE3", "#DAE5D8", "#BCD2C1", "#8CB39A", "#568D6E", "#2F6B4A", "#1D4A34", "#10261C"),
        scale("#F6F6EE", "#E2EBDF", "#C4D8C8", "#98BBA5", "#669A7C", "#2F6B4A", "#245239", "#193B2A", "#10261C"),
        FORGE,
        rgb("#97310F"),
        rgb("#2F6B4A"),
    ),
    "pond": Palette(
        "pond",
        scale("#12291F", "#173326", "#1E4232", "#2A5742", "#3F775C", "#6B9F83", "#A0C4AF", "#D3E3D6", "#F6F6EE"),
        scale("#F3F5EC", "#D6E5DA", "#A9CAB6", "#78A88E", "#4E866B", "#35684F", "#254D3A", "#183527", "#0F2119"),
        FORGE_LIT,
        rgb("#A63A14"),
        rgb("#7FBF9A"),
    ),
}
