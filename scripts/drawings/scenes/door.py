"""The furnace door in two states: light leaks at its edge, and sealed again."""

from __future__ import annotations

import math

from ..canvas import Canvas, move
from ..palette import mix
from ..shapes import cylinder, metal
from . import pieces

HEART = (255, 222, 178)


def _door(c: Canvas, needle: float) -> None:
    """The furnace door with hinges, wheel, bolts, and a gauge at an angle."""
    p = c.p
    c.fill(p.m(7.2))
    for j in range(16):
        for i in range(-1, 6):
            x, y = i * 21 + 10.5 * (j % 2), j * 11.6
            c.rect(x + 0.4, y + 0.4, x + 20.6, y + 11.2, p.m(6.6 + 0.25 * ((i * 3 + j * 7) % 3)))
    c.rect(17, 30, 85, 128, p.m(7.9), 4)
    c.rect(20, 33, 82, 125, p.m(5.2), 3)
    c.rect(20, 33, 24, 125, p.m(4), 2)
    c.rect(27, 40, 75, 118, p.m(5.8), 2)
    for k in range(5):
        for x in (22.2, 79.6):
            c.disc(x, 40 + k * 19.4, 1.2, p.m(6.8))
            c.disc(x - 0.3, 39.7 + k * 19.4, 0.8, p.m(3))
    for y in (48.0, 106.0):
        c.rect(76, y, 93, y + 9, p.m(4.2), 1)
        c.rect(76, y + 5, 93, y + 9, p.m(5.6), 1)
        cylinder(c, 88, y - 3, y + 12, 3.2, 0.2, 1)
    x, y = 50.0, 88.0
    c.ring(x, y, 13, 15.6, p.m(6.6))
    metal(c, x, y, 12.6, 15, turn=-40, lo=1.2, hi=4)
    for k in range(3):
        with c.on(move(x, y, 30 + 120 * k)):
            c.rect(0, -1.2, 13, 1.2, p.m(2.8))
            c.rect(0, 0.2, 13, 1.2, p.m(4.4))
    c.disc(x, y, 4, p.m(4))
    c.disc(x - 0.6, y - 0.6, 2.2, p.m(1.6))
    gx, gy = 50.0, 55.0
    c.disc(gx, gy, 9.4, p.m(7))
    c.disc(gx, gy, 8.6, p.m(3))
    c.disc(gx, gy, 7.6, p.m(0.6))
    for k in range(9):
        a = math.radians(150 + 30 * k)
        c.line(
            [(gx + math.cos(a) * 5.6, gy + math.sin(a) * 5.6), (gx + math.cos(a) * 6.8, gy + math.sin(a) * 6.8)],
            0.36,
            p.m(6),
            caps=False,
        )
    a = math.radians(needle)
    c.line([(gx, gy), (gx + math.cos(a) * 6, gy + math.sin(a) * 6)], 0.7, p.accent)
    c.disc(gx, gy, 1, p.m(6.6))
    c.rect(0, 140, 100, c.H, p.g(0.4))
    c.rect(0, 140, 100, 142, p.m(6))


def door_leaks(c: Canvas) -> None:
    """The door before: light escapes along its left edge and lies on the wall."""
    p = c.p
    _door(c, 190)
    c.poly([(17, 36), (20, 36), (20, 122), (17, 122)], p.accent)
    c.poly([(18, 42), (19, 42), (19, 114), (18, 114)], mix(p.accent, HEART, 0.8))
    for y, long in ((44, 10), (58, 13), (72, 16), (86, 14), (100, 12), (112, 9)):
        c.poly([(17, y - 1.4), (17, y + 1.8), (17 - long, y + 4), (17 - long, y - 1)], mix(p.m(7), p.accent_dark, 0.55))
    pieces.sparks(c, 18, 70, 20, 14, 150, 210)
    c.poly([(17, 142), (20, 142), (14, c.H), (-12, c.H)], mix(p.g(0.5), p.accent_dark, 0.6))


def door_shut(c: Canvas) -> None:
    """The door after: a new seal, dark edge, the needle back up; a small lamp glows."""
    p = c.p
    _door(c, 300)
    c.rect(17, 34, 20, 124, p.m(2.4))
    for k in range(13):
        c.rect(17, 37 + k * 6.8, 20, 38 + k * 6.8, p.m(5))
    c.disc(66, 47, 1.7, p.m(7))
    c.disc(66, 47, 1.1, p.reed)
