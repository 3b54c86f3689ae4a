"""What cards are drawn with: shapes with smooth edges, lines of text, pictures cut to a box.

Lengths are in the units of a form; a plate multiplies them by its scale.
"""

import math
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw

from ..developing import opened
from .fonts import Face, advance, face_for, font
from .inks import Colour
from .setting import offsets

_LEAST = 1400  # pixels a picture is opened for
_FINE = 4  # a shape is drawn this much larger and reduced, for smooth edges
Point = tuple[float, float]
Box = tuple[float, float, float, float]


class Plate:
    """A picture of ``size`` units being drawn, ``scale`` pixels a unit."""

    def __init__(self, size: tuple[float, float], ground: Colour, scale: float = 1.0) -> None:
        self.size, self.scale = size, scale
        self.image = Image.new("RGB", (round(size[0] * scale), round(size[1] * scale)), ground)
        self._draw = ImageDraw.Draw(self.image)

    def copied(self) -> "Plate":
        """The same, to be drawn on."""
        other = Plate.__new__(Plate)
        other.size, other.scale, other.image = self.size, self.scale, self.image.copy()
        other._draw = ImageDraw.Draw(other.image)
        return other

    def rectangle(self, box: Box, colour: Colour) -> None:
        """A filled rectangle: left, top, right, bottom."""
        left, top, right, bottom = (round(part * self.scale) for part in box)
        self._draw.rectangle((left, top, max(left, right - 1), max(top, bottom - 1)), colour)

    def frame(self, box: Box, width: float, colour: Colour) -> None:
        """The outline of a rectangle, drawn inside it."""
        left, top, right, bottom = (round(part * self.scale) for part in box)
        self._draw.rectangle((left, top, right - 1, bottom - 1), None, colour, max(1, round(width * self.scale)))

    def disc(self, centre: Point, radius: float, colour: Colour) -> None:
        """A filled circle."""
        self.ring(centre, radius, 2 * radius, colour)

    def ring(self, centre: Point, radius: float, width: float, colour: Colour) -> None:
        """A circle of this outer radius, drawn ``width`` inwards."""
        x, y = centre
        box = (x - radius, y - radius, x + radius, y + radius)
        fine, draw, bounds = self._fine(box)
        if fine is None or draw is None:
            return
        unit = self.scale * _FINE
        corners = [unit * box[0] - _FINE * bounds[0], unit * box[1] - _FINE * bounds[1]]
        corners += [corners[0] + 2 * radius * unit, corners[1] + 2 * radius * unit]
        draw.ellipse(corners, fill=255)
        if width < radius:
            inner = [
                corners[0] + width * unit,
                corners[1] + width * unit,
                corners[2] - width * unit,
                corners[3] - width * unit,
            ]
            draw.ellipse(inner, fill=0)
        self.image.paste(colour, bounds[:2], fine.reduce(_FINE))

    def path(self, points: Sequence[Point], width: float, colour: Colour, bend: float = 0.0) -> None:
        """A line through points, its corners rounded with radius ``bend``; its ends are cut square."""
        course = _rounded(points, bend)
        xs, ys = [x for x, _ in course], [y for _, y in course]
        box = (min(xs) - width, min(ys) - width, max(xs) + width, max(ys) + width)
        fine, draw, bounds = self._fine(box)
        if fine is None or draw is None:
            return
        unit = self.scale * _FINE
        # rounded, for the last digit of a sine is not the same on every machine
        spots = [(round(x * unit - _FINE * bounds[0], 2), round(y * unit - _FINE * bounds[1], 2)) for x, y in course]
        draw.line(spots, fill=255, width=round(width * unit), joint="curve")
        self.image.paste(colour, bounds[:2], fine.reduce(_FINE))

    def text(self, at: Point, line: str, face: Face, size: float, colour: Colour, stroke: float = 0.0) -> float:
        """A line of text on its baseline; its width in units. Signs that no typeface has are left out."""
        pixels = round(size * self.scale)
        starts, length = offsets(line, lambda sign: advance(sign, face))
        for sign, start in zip(line, starts, strict=True):
            drawn = face_for(sign, face)
            if drawn is None or sign == " ":
                continue
            spot = (round(at[0] * self.scale + start * pixels), round(at[1] * self.scale))
            self._draw.text(
                spot, sign, colour, font(drawn, pixels), anchor="ls", stroke_width=stroke * pixels, stroke_fill=colour
            )
        return length * pixels / self.scale

    def picture(self, box: Box, file: Path, focus: Point) -> None:
        """A picture that fills a box; what does not fit is cut, around its focus in per cent.

        Raises:
            OSError: the file cannot be read.
            Undecodable: it is no whole picture.
        """
        left, top, right, bottom = (round(part * self.scale) for part in box)
        size = (right - left, bottom - top)
        source = _opened(file, max(_LEAST, 2 * max(size)))
        share = min(source.width / size[0], source.height / size[1])
        width, height = size[0] * share, size[1] * share
        x = min(max(source.width * focus[0] / 100 - width / 2, 0.0), source.width - width)
        y = min(max(source.height * focus[1] / 100 - height / 2, 0.0), source.height - height)
        cut = source.resize(size, Image.Resampling.LANCZOS, (x, y, x + width, y + height), 2.0)
        self.image.paste(cut, (left, top))

    def _fine(self, box: Box) -> tuple[Image.Image | None, ImageDraw.ImageDraw | None, tuple[int, int, int, int]]:
        """A large mask for what stands in a box, as far as it is on the plate; its bounds in pixels."""
        left, top = max(0, math.floor(box[0] * self.scale)), max(0, math.floor(box[1] * self.scale))
        right = min(self.image.width, math.ceil(box[2] * self.scale))
        bottom = min(self.image.height, math.ceil(box[3] * self.scale))
        if right <= left or bottom <= top:
            return None, None, (0, 0, 0, 0)
        fine = Image.new("L", ((right - left) * _FINE, (bottom - top) * _FINE))
        return fine, ImageDraw.Draw(fine), (left, top, right, bottom)


@lru_cache(maxsize=1)
def _opened(file: Path, largest: int) -> Image.Image:
    """The last picture stays open: both cards of an entry show it."""
    source = opened(file.read_bytes(), largest)
    if source.mode != "RGBA":
        return source.convert("RGB")
    flat = Image.new("RGB", source.size, "white")
    flat.paste(source, mask=source.getchannel("A"))
    return flat


def _rounded(points: Sequence[Point], bend: float) -> list[Point]:
    """The course with an arc of radius ``bend`` in place of every corner; corners are right angles."""
    course = [points[0]]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        if bend <= 0:
            course.append(corner)
            continue
        into, out = _unit(before, corner), _unit(corner, after)
        for step in range(25):
            turn = step / 24 * math.pi / 2
            along, across = bend * (1 - math.sin(turn)), bend * (1 - math.cos(turn))
            course.append(
                (corner[0] - into[0] * along + out[0] * across, corner[1] - into[1] * along + out[1] * across)
            )
    course.append(points[-1])
    return course


def _unit(start: Point, end: Point) -> Point:
    length = math.hypot(end[0] - start[0], end[1] - start[1])
    return (end[0] - start[0]) / length, (end[1] - start[1]) / length
