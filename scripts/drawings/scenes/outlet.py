"""The outlet of the park in two states: a bare ditch, and a stream between reeds."""

from __future__ import annotations

from ..canvas import Canvas, Point, arc, move, rounded
from ..palette import Colour
from ..shapes import plant
from . import pieces


def _outlet(c: Canvas, stream: float, wall: float) -> None:
    """The bank, the mouth of the pipe, and what runs from it; tones of the stream and of the wall."""
    p = c.p
    c.fill(p.g(0.5))
    plant(c, 50, 1.9, -3, 104, 1.3)
    c.rect(0, 50, 100, 84, p.g(wall))
    c.rect(0, 50, 100, 53, p.g(wall + 1))
    for j in range(3):
        for i in range(-1, 6):
            c.rect(
                i * 22 + 11 * (j % 2),
                54 + j * 10,
                i * 22 + 11 * (j % 2) + 21.4,
                63.4 + j * 10,
                p.g(wall + 0.25 + 0.2 * ((i + j) % 3)),
            )
    c.disc(50, 68, 15.4, p.m(5.4))
    c.disc(50, 68, 14, p.m(3))
    c.ring(50, 68, 11.4, 14, p.m(4.4), -60, 120)
    c.disc(50, 68, 11.4, p.m(7.6))
    c.poly([*arc(50, 68, 11.4, 11.4, 32, 148), (41, 84), (59, 84)], p.g(stream))


def outlet_before(c: Canvas) -> None:
    """The outlet before: a bare concrete ditch, dark water, cracks."""
    p = c.p
    _outlet(c, 5.4, 1.8)
    c.poly([(42, 74), (58, 74), (62, 86), (80, c.H + 2), (20, c.H + 2), (38, 86)], p.g(5.4))
    c.poly([(0, 84), (38, 84), (20, c.H), (0, c.H)], p.g(2.3))
    c.poly([(100, 84), (62, 84), (80, c.H), (100, c.H)], p.g(2.7))
    for s in (-1, 1):
        c.poly(
            [(50 + s * 12, 84), (50 + s * 16, 84), (50 + s * 40, c.H), (50 + s * 30, c.H)], p.g(1.4 if s < 0 else 1.8)
        )
        for k in range(4):
            y = 94 + k * 20 + k * k * 1.4
            c.line([(50 + s * (15 + (y - 84) * 0.26), y), (50 + s * 52, y + 5)], 0.3, p.g(3.6), caps=False)
    for x0, y0 in ((12, 104), (84, 126), (90, 98)):
        pts: list[Point] = [(x0, y0)]
        for _ in range(6):
            pts.append((pts[-1][0] + c.rng.uniform(-2.6, 3), pts[-1][1] + c.rng.uniform(1.6, 4)))
        c.line(pts, 0.4, p.g(5.2), caps=False)
    for k in range(16):
        y = 90 + k * 5.6
        half = 9 + (y - 84) * 0.2
        x = 50 + c.rng.uniform(-half, half) * 0.6
        c.line([(x - half * 0.3, y), (x + half * 0.3, y)], 0.3 + 0.02 * k, p.g(6.3), caps=False)
    for x, y, r in ((44, 104, 2), (55, 122, 3), (42, 140, 3.6), (60, 152, 3)):
        c.disc(x, y, r, p.g(3.8), r * 0.4)
        c.disc(x - r * 0.2, y - r * 0.1, r * 0.5, p.g(2.4), r * 0.2)
    _sign(c, p.accent)


def outlet_after(c: Canvas) -> None:
    """The outlet after: soft banks of reed, clear water, a heron."""
    p = c.p
    _outlet(c, 2.2, 1.8)
    c.rect(0, 84, 100, c.H, p.g(3.6))
    left = [(38, 84), (34, 100), (22, 120), (26, 146), (14, c.H + 2)]
    right = [(62, 84), (68, 102), (80, 122), (74, 148), (88, c.H + 2)]
    c.poly([(42, 74), (58, 74), *rounded(right, 16), *reversed(rounded(left, 16))], p.g(1.5))
    c.poly(
        [
            (44, 76),
            (56, 76),
            *rounded([(x - 6, y) for x, y in right], 16),
            *reversed(rounded([(x + 6, y) for x, y in left], 16)),
        ],
        p.g(0.7),
    )
    for k in range(12):
        y = 92 + k * 7.4
        x = 50 + c.rng.uniform(-12, 12)
        c.line([(x - 4 - k * 0.4, y), (x + 4 + k * 0.4, y)], 0.32, p.g(2.8), caps=False)
    pieces.ripples(c, 60, 140, 12, 4, p.g(2.8), 0.26, 0.36)
    for x, y, h, tone, bend in (
        (6, 92, 30, 5, 4),
        (16, 94, 26, 4.6, 3),
        (27, 96, 22, 5.2, 4),
        (94, 92, 32, 5, -5),
        (84, 96, 25, 4.8, -4),
        (73, 96, 20, 5.2, -3),
        (33, 90, 14, 4.8, 2),
        (66, 90, 15, 4.8, -2),
    ):
        pieces.reed_stalk(c, x, y, h, tone, bend)
    for x, y, h, tone, bend in (
        (2, 148, 48, 6.4, 6),
        (10, 150, 38, 6, 7),
        (18, 154, 30, 6.6, 5),
        (98, 148, 50, 6.4, -7),
        (90, 152, 40, 6, -6),
        (82, 156, 28, 6.6, -5),
        (5, c.H, 34, 7, 6),
        (95, c.H, 36, 7, -6),
    ):
        pieces.reed_stalk(c, x, y + 4, h, tone, bend)
    heron(c, 60, 140, 30)
    _sign(c, p.reed)


def _sign(c: Canvas, colour: Colour) -> None:
    """The board on the bank."""
    c.rect(21.3, 40, 22.7, 64, c.p.m(6.4))
    c.rect(16, 30, 28, 41, colour, 0.8)
    c.rect(18, 34, 26, 35.2, c.p.g(0.2))
    c.rect(18, 36.6, 24, 37.6, c.p.g(0.2))


def heron(c: Canvas, x: float, y: float, h: float) -> None:
    """A heron standing in the water, its beak in forge; feet at ``y``."""
    p = c.p
    with c.on(move(x, y, 0, h)):
        for dx in (-0.02, 0.05):
            c.line([(dx, 0), (dx + 0.01, -0.2), (dx - 0.01, -0.4)], 0.5, p.m(6.6), caps=False)
        body = rounded(
            [(-0.3, -0.3), (-0.16, -0.44), (0.06, -0.56), (0.16, -0.5), (0.12, -0.38), (-0.06, -0.33), (-0.3, -0.3)],
            0.09,
        )
        c.poly(body, p.m(5.4))
        c.poly(rounded([(-0.36, -0.26), (-0.14, -0.44), (0.04, -0.48), (-0.02, -0.38), (-0.36, -0.26)], 0.06), p.m(7.2))
        c.line(rounded([(0.1, -0.5), (0.2, -0.6), (0.08, -0.74), (0.12, -0.88)], 0.1), 1.5, p.m(5.4))
        c.disc(0.13, -0.89, 0.05, p.m(5.4), 0.04)
        c.poly([(0.09, -0.92), (-0.06, -0.93), (0.08, -0.89)], p.m(6.6))
        c.poly([(0.16, -0.915), (0.36, -0.87), (0.16, -0.865)], p.accent)
