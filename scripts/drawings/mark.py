"""The campaign's mark as telephones show it on their home screens: a bearing, and the line that starts in it."""

from __future__ import annotations

from PIL import Image

from .canvas import Canvas, move
from .palette import PALETTES, rgb

PAPER, STEEL, FORGE = rgb("#FAF8F4"), rgb("#2F5D8A"), rgb("#C8431A")
_SIDE = 32  # the mark's own units, as in favicon.svg
_SHARE = 0.7  # of the icon: telephones cut its corners round


def draw_mark(size: int, ss: int = 8) -> Image.Image:
    """The mark on paper, ``size`` pixels square; the line runs out of the picture."""
    canvas = Canvas((size, size), 0, PALETTES["day"], ss=ss)
    canvas.fill(PAPER)
    scale = 100 * _SHARE / _SIDE
    with canvas.on(move(50 - 16 * scale, 54 - 16 * scale, sx=scale)):
        canvas.ring(16, 13, 11.2 - 1.5, 11.2 + 1.5, STEEL)
        canvas.ring(16, 13, 5 - 1.2, 5 + 1.2, STEEL)
        canvas.rect(16 - 1.4, 18, 16 + 1.4, 60, FORGE)
        canvas.disc(16, 20.7, 3, FORGE)
    return canvas.done()
