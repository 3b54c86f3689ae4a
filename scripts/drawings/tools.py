"""The workbench: spanners, callipers, a vice."""

from __future__ import annotations

import math

from .canvas import Canvas, Point, arc, move
from .shapes import bar, cylinder, metal


def spanner(c: Canvas, x: float, y: float, s: float, turn: float, shift: float = 0, hot: bool = False) -> None:
    """An open-ended spanner, ``s`` long, its jaw up."""
    p = c.p
    with c.on(move(x, y, turn)):
        w = s * 0.055
        face, side = (p.accent, p.accent_dark) if hot else (p.m(1.4 + shift), p.m(3.6 + shift))
        c.rect(-w, -s * 0.4, w, s * 0.4, face)
        c.rect(w * 0.2, -s * 0.4, w, s * 0.4, side)
        for end, r in ((-1, 0.13), (1, 0.105)):
            cy = end * s * 0.43
            with c.on(move(0, cy, 14 if end < 0 else 194)):
                jaw: list[Point] = [*arc(0, 0, s * r, None, -52, 232, 60)]
                c.poly(
                    [
                        *jaw,
                        (-s * r * 0.42, -s * r * 0.9),
                        (-s * r * 0.42, s * r * 0.1),
                        (s * r * 0.42, s * r * 0.1),
                        (s * r * 0.42, -s * r * 0.9),
                    ],
                    face,
                )
                c.poly(
                    [*arc(0, 0, s * r, None, -52, 70, 40), (s * r * 0.42, s * r * 0.1), (s * r * 0.42, -s * r * 0.9)],
                    side,
                )
        c.rect(-w * 0.4, -s * 0.24, w * 0.1, s * 0.24, p.m(2.8 + shift) if not hot else p.accent_dark)


def pegboard(c: Canvas) -> None:
    """Spanners hung by size on a pegboard: a scale in steel, one of them forge."""
    c.fill(c.p.g(1.6))
    g = 5.2
    for j in range(int(c.H / g) + 2):
        for i in range(int(c.W / g) + 2):
            c.disc(i * g, j * g, 0.5, c.p.g(3))
    rows = ((0.38, 0.9), (1.0, 1.0)) if not c.tall else ((0.24, 0.8), (0.58, 0.9), (0.97, 1.0))
    hot = c.rng.choice((3, 4, 5))
    for k, (fy, scale) in enumerate(rows):
        y, n = c.H * fy, 9 if not c.tall else 6
        last = k == len(rows) - 1
        gap = c.W / (n - 0.4)
        rail = y - 54 * scale
        for i in range(n):
            s = (58 - i * (3.0 if not c.tall else 4)) * scale
            if k % 2 == 0:
                s = (58 - (n - 1 - i) * (3.0 if not c.tall else 4)) * scale
            x = gap * (i + 0.35)
            spanner(c, x, rail + s * 0.5, s, 0, 0.5 * (i % 2), hot=last and i == hot % n)
            c.disc(x, rail + 0.4, 0.9, c.p.m(6.8))
        if last:
            c.thread([(0, rail), (c.W, rail)], w=0.5)
        else:
            c.rect(0, rail - 0.3, c.W, rail + 0.3, c.p.m(5))


def callipers(c: Canvas) -> None:
    """Callipers measuring a ring, so near that the scale becomes rhythm."""
    x, y = c.W * (0.6 if not c.tall else 0.55), c.H * 0.3
    r = 24.0
    cy = y + 12 + r
    metal(c, x, cy, r * 0.6, r, lo=0.8, hi=4.2)
    c.ring(x, cy, r * 0.97, r, c.p.m(5.4))
    c.ring(x, cy, r * 0.58, r * 0.63, c.p.m(5.6))
    c.ring(x, cy, r * 0.78, r * 0.79, c.p.m(5))
    c.rect(-2, y - 7, c.W + 2, y + 7, c.p.m(2.2))
    c.rect(-2, y - 7, c.W + 2, y - 5, c.p.m(0.6))
    c.rect(-2, y + 5.4, c.W + 2, y + 7, c.p.m(4.2))
    for i in range(int(c.W / 1.6) + 1):
        long = 4.6 if i % 10 == 0 else 3.4 if i % 5 == 0 else 2.0
        c.rect(i * 1.6, y + 5.4 - long, i * 1.6 + (0.3 if i % 10 else 0.5), y + 5.4, c.p.m(7))
    for side in (-1, 1):
        ex = x + side * r
        pts = [
            (ex, y - 10),
            (ex + side * 15, y - 10),
            (ex + side * 15, y + 9),
            (ex + side * 5.4, y + 18),
            (ex + side * 2.4, cy + 13),
            (ex, cy + 16),
        ]
        c.poly(pts, c.p.m(4.6 if side < 0 else 4.0))
        c.poly(
            [(ex, y - 10), (ex + side * 2.2, y - 10), (ex + side * 1.4, cy + 14), (ex, cy + 16)],
            c.p.m(2.4 if side < 0 else 6),
        )
    ex = x + r
    c.rect(ex, y - 10, ex + 34, y + 10, c.p.m(4.6), 1)
    c.rect(ex + 3, y - 6.4, ex + 24, y + 5, c.p.m(1), 0.6)
    for i in range(13):
        c.rect(ex + 4.4 + i * 1.44, y + 5 - (3.6 if i % 5 == 0 else 2.2), ex + 4.7 + i * 1.44, y + 5, c.p.m(7))
    c.rect(ex + 4.3, y - 4.6, ex + 5.0, y + 1, c.p.accent)
    c.disc(ex + 29, y - 12, 3.4, c.p.m(6))
    metal(c, ex + 29, y - 12, 0.6, 2.6)
    c.ring(x, cy, r * 0.995, r * 1.02, c.p.accent, 150, 210)
    for k in range(3):
        yy = c.H * 0.86 + k * 3
        c.line([(0, yy), (c.W, yy)], 0.16, c.p.g(3), caps=False)
    c.thread([(0, cy), (x - r, cy)], 0, w=0.5)
    c.thread([(x + r, cy), (c.W, cy)], 0, w=0.5)


def vice(c: Canvas) -> None:
    """A bench vice from the side holding a part; tools upright in a rack behind."""
    base = c.H * (0.78 if not c.tall else 0.74)
    for i in range(int(c.W / 7) + 1):
        x = i * 7 + 2
        h = 13 + 12 * abs(math.sin(i * 0.7 + c.rng.uniform(0, 0.2)))
        c.rect(x - 0.5, base - 21 - h, x + 0.5, base - 21, c.p.g(3))
        c.rect(x - 1.5, base - 21 - h * 0.5, x + 1.5, base - 14, c.p.g(2.2), 1.4)
    c.rect(0, base - 21, c.W, base - 19.6, c.p.g(3.4))
    c.rect(0, base, c.W, base + 7, c.p.m(4.4))
    c.rect(0, base, c.W, base + 1.6, c.p.m(2.4))
    for i in range(6):
        c.line(
            [(0, base + 2.6 + i * 0.8), (c.W, base + 2.6 + i * 0.8 + 0.3 * math.sin(i))], 0.12, c.p.m(5.4), caps=False
        )
    c.rect(0, base + 7, c.W, c.H, c.p.m(6.8))
    for i in range(4):
        x = c.W * (0.02 + 0.26 * i)
        c.rect(x, base + 9.4, x + c.W * 0.24, c.H - 2, c.p.m(6.1))
        c.rect(x + c.W * 0.09, base + 12, x + c.W * 0.15, base + 13.2, c.p.m(3))
    x = c.W * (0.62 if not c.tall else 0.56)
    with c.on(move(x, base, 0, 1.25)):
        c.poly([(-12, 0), (20, 0), (15, -8), (15, -20), (-6, -20), (-6, -8)], c.p.m(5.2))
        c.poly([(8, 0), (20, 0), (15, -8), (15, -20), (8, -20)], c.p.m(6.2))
        c.rect(-30, -19, 15, -12, c.p.m(4.2))
        c.rect(-30, -19, 15, -17, c.p.m(2.4))
        c.poly([(0, -20), (15, -20), (12, -36), (0, -36)], c.p.m(4.4))
        c.poly([(9, -20), (15, -20), (12, -36), (8, -36)], c.p.m(5.8))
        c.poly([(-15, -19), (-30, -19), (-27, -36), (-15, -36)], c.p.m(3.6))
        c.poly([(-25, -19), (-30, -19), (-27, -36), (-24, -36)], c.p.m(5))
        for px in (-15, -2):
            c.rect(px, -37, px + 2.2, -29, c.p.m(1.2))
        bar(c, (-43, -15.4), (-30, -15.4), 3.4, 0.4)
        c.disc(-43, -15.4, 3, c.p.m(6))
        bar(c, (-43, -30), (-43, -2), 1.8, 0.6)
        for py in (-31, -1):
            c.disc(-43, py, 1.8, c.p.m(5.4))
        c.rect(-12.8, -54, -2, -30, c.p.accent)
        c.rect(-5.6, -54, -2, -30, c.p.accent_dark)
        c.disc(-7.4, -54, 5.4, (233, 140, 100), 1.4)
    cylinder(c, c.W * 0.16, base - 18, base, 8, 0.16, shift=0.8)
    for i in range(5):
        bar(
            c,
            (c.W * 0.16 - 5 + i * 2.4, base - 18),
            (c.W * 0.16 - 8 + i * 4, base - 38 + 3 * (i % 2)),
            1.3,
            1 + i * 0.3,
        )
    c.thread([(0, base + 0.2), (c.W, base + 0.2)], w=0.55)
