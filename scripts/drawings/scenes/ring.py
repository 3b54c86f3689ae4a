"""Scenes of one bearing's way: bars, blank and turned ring, grinding, the four parts, the hub, the road."""

from __future__ import annotations

import math

from ..canvas import Canvas, arc, move
from ..palette import mix
from ..shapes import ball, metal, plant
from . import pieces


def gate(c: Canvas) -> None:
    """A ring as high as a house; the line leads through it, a worker stands in its bore."""
    p, x, base = c.p, 50.0, 141.0
    r, y = 40.0, base - 39.0
    for k in range(5):
        c.disc(x, y, r + 30 - k * 5, mix(p.g(0), p.g(1.6), (k + 1) / 5))
    plant(c, base, 2.2, -3, 104, 1.3)
    for s in range(9):
        off = 9 * (1 - s / 8)
        c.ring(x + off, y - off * 0.12, r * 0.64, r, p.m(6.4 - 0.25 * s))
    metal(c, x, y, r * 0.64, r, turn=-52, lo=0.4, hi=4.4, n=96)
    c.ring(x, y, r * 0.975, r, p.m(4.6))
    c.ring(x, y, r * 0.64, r * 0.665, p.m(5))
    c.ring(x, y, r * 0.8, r * 0.845, p.m(4.8))
    c.ring(x, y, r * 0.8, r * 0.81, p.m(2))
    with c.clip(arc(x, y, r * 0.64, r * 0.64)):
        c.ring(x + 9, y - 1, r * 0.64, r * 0.9, p.m(6))
    c.rect(0, base, 100, c.H, p.g(1.5))
    c.poly([(0, base), (100, base), (100, base + 1), (0, base + 1)], p.g(3))
    c.poly([(44, base), (56, base), (84, c.H), (16, c.H)], p.g(2.3))
    c.poly([(49.6, base - 1), (50.4, base - 1), (52.4, c.H), (47.6, c.H)], p.accent)
    pieces.worker(c, 35, base + 17, 25, 7.6, hot=True)


def bars(c: Canvas) -> None:
    """Round bars stacked end-on; the hottest sends the line out."""
    p = c.p
    r = 7.6
    ground = 150.0
    c.rect(0, ground, 100, c.H, p.g(1.8))
    for k in range(4):
        c.rect(6 + k * 28, 22, 8.4 + k * 28, ground, p.g(1.1))
    c.rect(0, 30, 100, 33, p.g(1.1))
    for side in (9.4, 90.6):
        c.rect(side - 1.4, 58, side + 1.4, ground, p.m(6.4))
        c.rect(side - 1.4, 58, side - 0.4, ground, p.m(5))
    row = r * math.sqrt(3)
    for j in range(5):
        n = 5 if j % 2 == 0 else 4
        for i in range(n):
            x, y = 50 + (i - (n - 1) / 2) * 2 * r, ground - r - j * row
            for k in range(5):
                q = 1 - k * 0.045
                c.disc(x + (50 - x) * (1 - q) + 1.2 * k, y - k * 1.6, r * q, p.m(6.8 - 0.2 * k))
    for j in range(5):
        n = 5 if j % 2 == 0 else 4
        for i in range(n):
            x, y = 50 + (i - (n - 1) / 2) * 2 * r, ground - r - j * row
            hot = (i, j) == (2, 2)
            c.disc(x, y, r * 0.985, p.m(6.6))
            if hot:
                c.disc(x, y, r * 0.95, p.accent)
                c.disc(x, y, r * 0.72, mix(p.accent, (255, 205, 150), 0.35))
                c.disc(x, y, r * 0.4, mix(p.accent, (255, 225, 190), 0.7))
                continue
            metal(
                c,
                x,
                y,
                0,
                r * 0.94,
                turn=c.rng.uniform(-60, -10),
                lo=0.8 + 0.5 * ((i + j) % 3),
                hi=3.4 + 0.3 * ((i + j) % 3),
                n=26,
            )
            for q in (0.3, 0.55, 0.78):
                c.ring(x, y, r * q, r * (q + 0.012), p.m(4.4), c.rng.uniform(0, 90), c.rng.uniform(200, 340))
    c.thread([(0, ground), (100, ground)], 0, 0.55)


def _chuck(c: Canvas, x: float, y: float) -> None:
    """A three-jaw chuck with the spindle nose, seen from the front."""
    p = c.p
    c.rect(0, 0, 100, c.H, p.g(0.6))
    c.rect(0, 122, 100, c.H, p.m(6.2))
    c.rect(0, 122, 100, 125, p.m(4.6))
    c.rect(0, 140, 100, 141, p.m(6.8))
    c.rect(6, 20, 94, 122, p.m(5.2), 6)
    c.rect(6, 20, 94, 24, p.m(4), 2)
    c.disc(x, y, 43, p.m(6.4))
    metal(c, x, y, 8, 42, turn=-40, lo=2.6, hi=4.8, n=60)
    for q in (14, 20, 40):
        c.ring(x, y, q, q + 0.4, p.m(5.6))
    for k in range(3):
        with c.on(move(x, y, -90 + 120 * k)):
            c.rect(24, -6.4, 43, 6.4, p.m(3))
            c.rect(24, 2, 43, 6.4, p.m(4.6))
            for q in (29, 33, 37, 41):
                c.rect(q, -6.4, q + 0.7, 6.4, p.m(5.6))


def blank(c: Canvas) -> None:
    """The forged blank in the chuck: black scale, an uneven edge."""
    p, x, y = c.p, 50.0, 74.0
    _chuck(c, x, y)
    edge = [
        (x + math.cos(a) * d, y + math.sin(a) * d)
        for a, d in ((2 * math.pi * i / 60, 29 + c.rng.uniform(-1.1, 0.9)) for i in range(60))
    ]
    hole = [
        (x + math.cos(a) * d, y + math.sin(a) * d)
        for a, d in ((2 * math.pi * i / 44, 14 + c.rng.uniform(-0.9, 0.9)) for i in range(44))
    ]
    c.poly(edge, p.m(7.2))
    c.poly([(x + (u - x) * 0.97 - 0.5, y + (v - y) * 0.97 - 0.5) for u, v in edge], p.m(6.3))
    for _ in range(120):
        a, d = c.rng.uniform(0, 360), c.rng.uniform(16, 27)
        c.ring(x, y, d, d + c.rng.uniform(0.3, 1.5), p.m(c.rng.choice((5, 5.6, 6.8, 7.2))), a, a + c.rng.uniform(2, 11))
    c.poly(hole, p.m(7.6))
    c.poly([(u + 1, v + 1) for u, v in hole], p.m(6.8))
    for k in range(3):
        with c.on(move(x, y, -90 + 120 * k)):
            c.rect(27, -5, 33, 5, p.m(2.2))
            c.rect(27, 1.6, 33, 5, p.m(4.2))
    _tool(c, 84, y, False)


def turned(c: Canvas) -> None:
    """The same ring turned: bright, with the groove cut and a curl of swarf on the tool."""
    p, x, y = c.p, 50.0, 74.0
    _chuck(c, x, y)
    c.disc(x, y, 28.6, p.m(5.6))
    metal(c, x, y, 14, 28, turn=-48, lo=0.0, hi=3, n=96)
    c.ring(x, y, 19, 23, p.m(3.6))
    metal(c, x, y, 19.5, 22.7, turn=130, lo=0.6, hi=3.4, n=72)
    for q in (15, 16.2, 17.4, 24.2, 25.4, 26.6):
        c.ring(x, y, q, q + 0.16, p.m(2.4))
    c.disc(x, y, 14, p.m(6.8))
    c.ring(x, y, 13.6, 14.1, p.m(5))
    for k in range(3):
        with c.on(move(x, y, -90 + 120 * k)):
            c.rect(27, -5, 33, 5, p.m(2.2))
            c.rect(27, 1.6, 33, 5, p.m(4.2))
    _tool(c, 76.5, y, True)
    curl = [
        (77 + t * 0.5 + 3.4 * math.cos(t * 0.9), y + 4 + t * 1.6 + 2.2 * math.sin(t * 0.9))
        for t in [i / 4 for i in range(70)]
    ]
    c.line(curl, 0.9, p.accent)


def _tool(c: Canvas, tip: float, y: float, cuts: bool) -> None:
    """The tool post from the right, its tip at ``tip``."""
    p = c.p
    c.rect(tip + 12, y - 13, 104, y + 13, p.m(5.8))
    c.rect(tip + 12, y - 13, 104, y - 9, p.m(4.4))
    for q in (17, 24):
        c.rect(tip + q, y - 17, tip + q + 3, y - 12, p.m(6.6))
    c.rect(tip + 4, y - 3.4, 104, y + 3.4, p.m(2.6))
    c.rect(tip + 4, y + 0.6, 104, y + 3.4, p.m(4.4))
    c.poly([(tip, y), (tip + 5, y - 3.4), (tip + 6, y + 3.4)], p.accent if not cuts else p.m(1))
    if not cuts:
        c.thread([(tip + 6, y - 1), (104, y - 1)], 0, 0.5)


def grinding(c: Canvas) -> None:
    """The wheel meets the ring: a point of light and a fan of sparks."""
    p = c.p
    c.fill(p.g(0.4))
    px, py = 44.0, 60.0
    pieces.glow(c, px, py, 44, p.g(0.4), p.accent_dark, 0.36, 8)
    c.disc(94, 30, 56, p.m(6.9))
    metal(c, 94, 30, 18, 55, turn=-140, lo=4.2, hi=6, n=90)
    for _ in range(420):
        a, d = c.rng.uniform(90, 270), c.rng.uniform(22, 54)
        at = math.radians(a)
        c.disc(94 + math.cos(at) * d, 30 + math.sin(at) * d, c.rng.uniform(0.12, 0.4), p.m(c.rng.choice((3.4, 4, 6.6))))
    c.ring(94, 30, 54, 56, p.m(3.4), 120, 200)
    c.disc(94, 30, 18, p.m(5))
    c.ring(94, 30, 15, 16, p.m(3))
    ux, uy = px - 94, py - 30
    d = math.hypot(ux, uy)
    r = 27.0
    cx, cy = 94 + ux / d * (56 + r), 30 + uy / d * (56 + r)
    c.disc(cx, cy, r, p.m(6.2))
    metal(c, cx, cy, r * 0.6, r * 0.985, turn=-30, lo=0.4, hi=3.4, n=80)
    c.ring(cx, cy, r * 0.78, r * 0.86, p.m(4.6))
    c.ring(cx, cy, r * 0.6, r * 0.63, p.m(5))
    hx, hy = 94 + ux / d * 56, 30 + uy / d * 56
    pieces.sparks(c, hx, hy, 62, 90, 62, 112)
    pieces.sparks(c, hx, hy, 40, 40, 50, 130, 0.26)
    c.disc(hx, hy, 2.6, p.accent)
    c.disc(hx, hy, 1.3, (255, 226, 196))


def outer_ring(c: Canvas) -> None:
    """The outer ring as a plate of a catalogue: alone, with its measure."""
    _plate(c, 1.4)
    x, y, r = c.W * 0.5, 50.0, 35.0
    c.disc(x + 1.6, y + 1.8, r, c.p.g(3))
    metal(c, x, y, r * 0.74, r, turn=-48, lo=0.2, hi=3.6, n=96)
    c.ring(x, y, r * 0.72, r * 0.78, c.p.m(5))
    c.ring(x, y, r * 0.985, r, c.p.m(4.6))
    c.disc(x, y, r * 0.72, c.p.g(1.4))
    _measure(c, x - r, x + r, 92)


def inner_ring(c: Canvas) -> None:
    """The inner ring, standing a little turned to show its groove."""
    _plate(c, 5.6)
    x, p = c.W * 0.5, c.p
    with c.on(move(x, 36, -14)):
        pieces.lying_ring(c, 0, -6, 15, 25, 28, 0.36)
        low = arc(0, 12, 25, 9, 0, 180)
        c.poly([*low, *reversed([(u, v - 8) for u, v in low])], p.m(5.4))
        c.poly([*[(u, v - 2) for u, v in low], *reversed([(u, v - 6) for u, v in low])], p.m(2.4))
    _measure(c, x - 25, x + 25, 92, light=True)


def nine_balls(c: Canvas) -> None:
    """Nine balls in three rows, one of them forge."""
    _plate(c, 2.6)
    for k in range(9):
        x, y = c.W * 0.5 + (k % 3 - 1) * 25, 22 + (k // 3) * 25
        c.disc(x + 1.2, y + 1.6, 9.6, c.p.g(4))
        ball(c, x, y, 9.6, 0.6, accent=k == 4)
    _measure(c, c.W * 0.5 - 9.6, c.W * 0.5 + 9.6, 92)


def one_cage(c: Canvas) -> None:
    """The cage, nine pockets."""
    _plate(c, 0.4)
    x = c.W * 0.5
    with c.on(move(1.4, 1.8)):
        c.ring(x, 46, 24, 34, c.p.g(2))
    pieces.cage(c, x, 46, 32, 9, 10, 2)
    _measure(c, x - 37, x + 37, 92)


def _plate(c: Canvas, tone: float) -> None:
    """The ground of a plate: one tone and a hairline grid."""
    c.fill(c.p.g(tone))
    for k in range(1, 15):
        c.line([(k * 10, 0), (k * 10, 100)], 0.14, c.p.g(tone + 0.5), caps=False)
    for k in range(1, 10):
        c.line([(0, k * 10), (c.W, k * 10)], 0.14, c.p.g(tone + 0.5), caps=False)


def _measure(c: Canvas, x0: float, x1: float, y: float, light: bool = False) -> None:
    """A line of measure under a part, in forge."""
    c.thread([(x0, y), (x1, y)], 0, 0.5)
    for x in (x0, x1):
        c.line([(x, y - 2.4), (x, y + 2.4)], 0.5, c.p.accent, caps=False)
