"""The site's mark: a bearing, and the line that begins in it; the geometry of components/header/mark.svg."""

from .inks import Colour
from .plate import Plate, Point

SIDE = 32.0
CENTRE: Point = (16.0, 13.0)
RINGS = ((11.2, 2.6), (5.0, 2.0))  # radius of the middle of the stroke, and its width
BALL: Point = (16.0, 20.7)
BALL_RADIUS = 2.7
LINE_TOP, LINE_WIDTH = 18.0, 2.4


def draw_mark(plate: Plate, at: Point, unit: float, rings: Colour, line: Colour, tail: float = SIDE) -> None:
    """The mark with its upper left corner at ``at``; ``unit`` is the length of one of its own.

    ``tail`` is how far down its line goes, in its own units.
    """
    x, y = at
    for radius, width in RINGS:
        plate.ring((x + CENTRE[0] * unit, y + CENTRE[1] * unit), (radius + width / 2) * unit, width * unit, rings)
    if tail > LINE_TOP:
        left = x + (CENTRE[0] - LINE_WIDTH / 2) * unit
        plate.rectangle((left, y + LINE_TOP * unit, left + LINE_WIDTH * unit, y + tail * unit), line)
    plate.disc((x + BALL[0] * unit, y + BALL[1] * unit), BALL_RADIUS * unit, line)
