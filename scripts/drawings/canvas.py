"""A drawing surface in units of its own: the short side is always 100 units long.

Every shape becomes a polygon that passes through a stack of maps, so the same code draws flat, turned, in axonometry
or in perspective. The surface is larger than the picture and scaled down at the end.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PIL import Image, ImageDraw

from .palette import Colour, Palette

Point = tuple[float, float]
Points = Sequence[Point]
Map = Callable[[float, float], Point]


def arc(
    x: float, y: float, rx: float, ry: float | None = None, a0: float = 0, a1: float = 360, n: int = 0
) -> list[Point]:
    """Points along an ellipse's arc, angles in degrees, clockwise from the right."""
    ry = rx if ry is None else ry
    n = n or max(12, int(abs(a1 - a0) / 3.5))
    turn = [math.radians(a0 + (a1 - a0) * i / n) for i in range(n + 1)]
    return [(x + rx * math.cos(a), y + ry * math.sin(a)) for a in turn]


def box(x0: float, y0: float, x1: float, y1: float, r: float = 0) -> list[Point]:
    """A rectangle, with round corners when ``r`` is given."""
    if r <= 0:
        return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
    r = min(r, abs(x1 - x0) / 2, abs(y1 - y0) / 2)
    corners = ((x1 - r, y0 + r, -90), (x1 - r, y1 - r, 0), (x0 + r, y1 - r, 90), (x0 + r, y0 + r, 180))
    return [p for cx, cy, a in corners for p in arc(cx, cy, r, r, a, a + 90, 8)]


def rounded(pts: Points, r: float) -> list[Point]:
    """A polyline whose inner corners are rounded with (up to) radius ``r``."""
    out: list[Point] = [pts[0]]
    for before, here, after in zip(pts, pts[1:], pts[2:], strict=False):
        ends: list[Point] = []
        for other in (before, after):
            length = math.dist(here, other) or 1
            share = min(r, length / 2) / length
            ends.append((here[0] + (other[0] - here[0]) * share, here[1] + (other[1] - here[1]) * share))
        for i in range(13):
            t = i / 12
            p, q, s = (1 - t) ** 2, 2 * t * (1 - t), t * t
            out.append((p * ends[0][0] + q * here[0] + s * ends[1][0], p * ends[0][1] + q * here[1] + s * ends[1][1]))
    out.append(pts[-1])
    return out


def move(x: float, y: float, turn: float = 0, sx: float = 1, sy: float | None = None) -> Map:
    """A map that scales, turns (degrees) and shifts."""
    a, ky = math.radians(turn), sx if sy is None else sy
    cos, sin = math.cos(a), math.sin(a)
    return lambda u, v: (x + u * sx * cos - v * ky * sin, y + u * sx * sin + v * ky * cos)


def axes(x: float, y: float, ux: Point, uy: Point) -> Map:
    """A map onto the plane spanned by two vectors from an origin."""
    return lambda u, v: (x + u * ux[0] + v * uy[0], y + u * ux[1] + v * uy[1])


class Cam:
    """A camera that looks along z: vanishing point, eye height and focal length in units."""

    def __init__(self, vx: float, vy: float, eye: float, focal: float) -> None:
        self.vx, self.vy, self.eye, self.focal = vx, vy, eye, focal

    def __call__(self, x: float, y: float, z: float) -> Point:
        """Where a point in space falls on the picture."""
        k = self.focal / max(z, 0.05)
        return self.vx + x * k, self.vy - (y - self.eye) * k

    def floor(self, y: float = 0) -> Map:
        """The level plane at height ``y``: local (x, z)."""
        return lambda x, z: self(x, y, z)

    def front(self, z: float) -> Map:
        """The upright plane at depth ``z``: local (x, y up)."""
        return lambda x, y: self(x, y, z)

    def side(self, x: float) -> Map:
        """The upright plane along the depth at ``x``: local (z, y up)."""
        return lambda z, y: self(x, y, z)


class Canvas:
    """The surface: palette, random numbers, and shapes in units."""

    def __init__(self, size: tuple[int, int], seed: int, palette: Palette, flip: bool = False, ss: int = 2) -> None:
        self.size, self.ss, self.p = size, ss, palette
        self.u = min(size) * ss / 100
        self.W, self.H = size[0] * ss / self.u, size[1] * ss / self.u
        self.rng = random.Random(seed)
        self.img = Image.new("RGB", (size[0] * ss, size[1] * ss), palette.g(0))
        self.d = ImageDraw.Draw(self.img)
        self.maps: list[Map] = [lambda x, y: (self.W - x, y)] if flip else []

    @property
    def tall(self) -> bool:
        """Whether the picture is upright."""
        return self.H > self.W

    def px(self, pts: Points) -> list[Point]:
        """Points in units, through all maps, in pixels."""
        out: list[Point] = []
        for x, y in pts:
            for fn in reversed(self.maps):
                x, y = fn(x, y)
            out.append((x * self.u, y * self.u))
        return out

    @contextmanager
    def on(self, fn: Map) -> Iterator[None]:
        """Draw through one more map."""
        self.maps.append(fn)
        try:
            yield
        finally:
            self.maps.pop()

    @contextmanager
    def clip(self, *shapes: Points) -> Iterator[None]:
        """Draw only inside the given shapes."""
        mask = Image.new("1", self.img.size, 0)
        pen = ImageDraw.Draw(mask)
        for shape in shapes:
            pen.polygon(self.px(shape), fill=1)
        under = self.img
        self.img = under.copy()
        self.d = ImageDraw.Draw(self.img)
        try:
            yield
        finally:
            under.paste(self.img, (0, 0), mask)
            self.img, self.d = under, ImageDraw.Draw(under)

    def fill(self, colour: Colour) -> None:
        """Flood the whole surface."""
        self.d.rectangle((0, 0, *self.img.size), fill=colour)

    def poly(self, pts: Points, colour: Colour) -> None:
        """A filled polygon."""
        self.d.polygon(self.px(pts), fill=colour)

    def rect(self, x0: float, y0: float, x1: float, y1: float, colour: Colour, r: float = 0) -> None:
        """A filled rectangle."""
        self.poly(box(x0, y0, x1, y1, r), colour)

    def disc(self, x: float, y: float, r: float, colour: Colour, ry: float | None = None) -> None:
        """A filled circle or ellipse."""
        self.poly(arc(x, y, r, ry, n=int(48 + min(r, 60) * 2)), colour)

    def ring(
        self, x: float, y: float, r0: float, r1: float, colour: Colour, a0: float = 0, a1: float = 360, flat: float = 1
    ) -> None:
        """A ring or part of one; ``flat`` squeezes it upright."""
        n = int(max(24, abs(a1 - a0) / 2.5))
        outer, inner = arc(x, y, r1, r1 * flat, a0, a1, n), arc(x, y, r0, r0 * flat, a0, a1, n)
        self.poly([*outer, *reversed(inner)], colour)

    def line(self, pts: Points, w: float, colour: Colour, caps: bool = True) -> None:
        """A line of constant width; a hairline never vanishes."""
        at, width = self.px(pts), max(self.ss // 2, round(w * self.u), 1)
        self.d.line(at, fill=colour, width=width, joint="curve")
        if caps and width > 5:
            for x, y in (at[0], at[-1]):
                self.d.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), fill=colour)

    def thread(self, pts: Points, r: float = 6, w: float = 0.46, colour: Colour | None = None) -> None:
        """The production line: thin, continuous, with rounded bends."""
        self.line(rounded(pts, r), w, self.p.accent if colour is None else colour)

    def hatch(self, shape: Points, angle: float, gap: float, w: float, colour: Colour) -> None:
        """Parallel lines inside a shape."""
        xs, ys = [x for x, _ in shape], [y for _, y in shape]
        cx, cy = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
        reach = math.dist((min(xs), min(ys)), (max(xs), max(ys))) / 2
        a = math.radians(angle)
        with self.clip(shape):
            for i in range(-int(reach / gap) - 1, int(reach / gap) + 2):
                ox, oy = cx - math.sin(a) * gap * i, cy + math.cos(a) * gap * i
                dx, dy = math.cos(a) * reach, math.sin(a) * reach
                self.line([(ox - dx, oy - dy), (ox + dx, oy + dy)], w, colour, caps=False)

    def done(self) -> Image.Image:
        """The finished picture at its asked size."""
        return self.img.resize(self.size, Image.Resampling.LANCZOS)
