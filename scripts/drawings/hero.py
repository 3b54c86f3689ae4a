"""The flagship picture: works, bridge and bearing in layers, the line running out of them to the left."""

from __future__ import annotations

import math
from dataclasses import dataclass

from .canvas import Canvas, Point, move
from .machines import truss
from .metal import bearing, coil_face
from .process import column
from .shapes import ball, bridge, city_line, plant
from .town import willow


@dataclass(frozen=True)
class Layout:
    """Where the big parts stand, in units."""

    water: float
    line: tuple[Point, ...]
    ring: tuple[float, float, float]
    bridge: tuple[float, float, float]
    columns: tuple[tuple[float, float, float], ...]
    girder: tuple[float, float, float]
    legs: tuple[float, ...]
    trolley: float
    far: tuple[float, float]
    willow: tuple[float, float]


WIDE = Layout(
    water=71,
    line=((0, 90), (66, 90), (84, 71)),
    ring=(205, 66, 55),
    bridge=(88, 170, 19),
    columns=(
        (142, 41, 2.2),
        (149, 53, 3.0),
        (157, 43, 3.8),
        (167, 68, 3.6),
        (178, 50, 5.4),
        (192, 62, 3.4),
        (207, 46, 5),
    ),
    girder=(117, 240, 9),
    legs=(123, 219),
    trolley=134,
    far=(98, 236),
    willow=(92, 20),
)
PHONE = Layout(
    water=92,
    line=((0, 110), (6, 110), (16, 92)),
    ring=(82, 92, 45),
    bridge=(2, 66, 15),
    columns=((34, 30, 1.8), (40, 43, 2.4), (47.5, 35, 3.0), (56, 55, 2.8), (65, 42, 3.6), (77, 52, 3)),
    girder=(12, 104, 28),
    legs=(17, 90),
    trolley=28,
    far=(4, 104),
    willow=(5, 15),
)


def crane(c: Canvas, at: Layout) -> None:
    """The gantry behind everything, its girder bleeding off to the right."""
    x0, x1, y = at.girder
    for leg in at.legs:
        for s in (-1, 1):
            c.poly(
                [(leg + s * 1.2, y + 6), (leg + s * 2.2, y + 6), (leg + s * 4.6, at.water), (leg + s * 3.4, at.water)],
                c.p.m(4.0 + 0.6 * s),
            )
        for k in range(1, 6):
            yy = y + 6 + (at.water - y - 6) * k / 6
            half = 1.8 + 2.2 * k / 6
            c.line([(leg - half, yy), (leg + half, yy)], 0.36, c.p.m(4.2))
            c.line([(leg - half, yy), (leg + half + 0.3, yy + 8)], 0.2, c.p.m(4.2))
    truss(c, x0, x1, y, 5.4, 4.6, 4.6)
    t = at.trolley
    c.rect(t - 5, y - 3, t + 5, y + 0.8, c.p.m(5.8), 0.6)
    drop = y + (at.water - y) * 0.2
    for s in (-2.4, 2.4):
        c.line([(t + s, y), (t + s, drop)], 0.22, c.p.m(5.8))
    c.rect(t - 4, drop, t + 4, drop + 1.4, c.p.m(5.8))
    c.line([(t - 3, drop + 1), (t, drop + 5.6), (t + 3, drop + 1)], 0.22, c.p.m(5.8))
    coil_face(c, t, drop + 7.4, 5.2, core=0.34)


def mirror(c: Canvas, at: Layout) -> None:
    """Water: the bridge upside down, then dashes thinning out towards the quiet side."""
    x0, x1, rise = at.bridge
    with c.on(move(0, 2 * at.water, 0, 1, -1)):
        bridge(c, x0, x1, at.water, rise * 0.92, 2.5, 3)
    y, k = at.water + 1.2, 0.6
    while y < c.H:
        x = x0 - 40
        while x < c.W:
            near = min(1.0, max(0.0, (x - x0 + 34) / 60))
            length = c.rng.uniform(2, 13) * k * (0.35 + 0.65 * near)
            if c.rng.random() < near:
                inside = x > x0 + 6
                c.line(
                    [(x, y), (x + length, y)], 0.15 + 0.09 * k, c.p.g(0 if inside and c.rng.random() < 0.62 else 3.4)
                )
            x += length + c.rng.uniform(2, 9) * k
        y += 1.5 * k
        k *= 1.08


def hero(c: Canvas, at: Layout) -> None:
    """Draw the flagship for a layout."""
    x0, x1, rise = at.bridge
    plant(c, at.water, 1.15, at.far[0] + 16, at.far[1], 1.9)
    crane(c, at)
    plant(c, at.water, 2.1, at.far[0] + 34, at.far[1], 1.15)
    for x, h, r in at.columns:
        column(c, x, at.water, h, r, shift=0.1)
    city_line(c, at.water, 3.1, at.far[0], x1, 0.62)
    mirror(c, at)
    willow(c, at.willow[0], at.water, at.willow[1], 4.4)
    bridge(c, x0, x1, at.water, rise, 6.6, 3)
    c.thread([*at.line, (c.W, at.water)], 9, w=0.42)
    x, y, r = at.ring
    a = math.pi - math.asin((at.water - y) / (r * 0.682))
    bearing(c, x, y, r, n=13, turn=math.degrees(a), forge=None)
    bx = x + math.cos(a) * r * 0.682
    edge = x - math.sqrt(r**2 - (at.water - y) ** 2)
    c.thread([(edge - 1, at.water), (bx, at.water)], w=0.42)
    ball(c, bx, at.water, r * 0.112, accent=True)
