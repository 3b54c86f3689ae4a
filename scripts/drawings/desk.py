"""Desks without people: papers, lamp, stamps, laboratory glass, microscope, tools."""

from __future__ import annotations

import math

from .canvas import Canvas, arc, move
from .shapes import bar, cylinder


def sheet(
    c: Canvas, x: float, y: float, w: float, h: float, turn: float, tone: float, hot: bool = False, cols: int = 1
) -> None:
    """A printed sheet, its text as columns of lines, lying at an angle around its centre."""
    with c.on(move(x, y, turn)):
        c.rect(-w / 2 + 0.9, -h / 2 + 1.1, w / 2 + 0.9, h / 2 + 1.1, c.p.m(5.6))
        c.rect(-w / 2, -h / 2, w / 2, h / 2, c.p.m(tone))
        ink = c.p.m(tone + 3.2)
        m = w * 0.12
        c.rect(-w * 0.26, -h / 2 + m, w * 0.26, -h / 2 + m + h * 0.026, c.p.accent if hot else c.p.m(6))
        c.line(
            [(-w / 2 + m, -h / 2 + m + h * 0.065), (w / 2 - m, -h / 2 + m + h * 0.065)], 0.2, c.p.accent if hot else ink
        )
        span = (w - 2 * m - (cols - 1) * 2) / cols
        for q in range(cols):
            x0, yy, n = -w / 2 + m + q * (span + 2), -h / 2 + m + h * 0.11, 0
            while yy < h / 2 - m:
                n += 1
                short = 0.55 if n % 6 == 0 else 1
                c.rect(x0 + (span * 0.1 if n % 6 == 1 else 0), yy, x0 + span * short, yy + h * 0.012, ink)
                yy += h * (0.036 if n % 6 else 0.055)


def papers(c: Canvas) -> None:
    """Documents fanned over the desk, one heading rule in forge, the line a margin rule."""
    c.fill(c.p.m(4.6))
    for i in range(60):
        c.line([(0, i * 3.4), (c.W, i * 3.4 + 1)], 0.12, c.p.m(5), caps=False)
    w = 56 if not c.tall else 58
    spots = [
        (0.98, 0.14, 16, 2.0),
        (0.2, 0.98, -14, 1.6),
        (0.86, 0.84, 10, 1.2),
        (0.42, 0.3, -22, 0.9),
        (0.62, 0.6, -9, 0.1),
    ]
    for k, (fx, fy, turn, tone) in enumerate(spots):
        sheet(c, c.W * fx, c.H * fy, w, w * 1.4, turn + c.rng.uniform(-4, 4), tone, hot=k == 4, cols=1 + k % 2)
    with c.on(move(c.W * 0.2, c.H * 0.42, 34)):
        c.rect(-24, -1.6, 20, 1.6, c.p.m(6.6), 1)
        c.rect(-24, -1.6, 20, -0.5, c.p.m(5.4), 0.5)
        c.poly([(20, -1.4), (27, 0), (20, 1.4)], c.p.m(1))
        c.rect(8, -1.6, 9, 1.6, c.p.m(1))
    c.thread([(0, c.H * 0.9), (c.W * 0.3, c.H * 0.9), (c.W * 0.44, c.H * 0.8), (c.W, c.H * 0.8 - c.W * 0.02)], 9, w=0.5)


def lamp(c: Canvas) -> None:
    """A desk lamp and a ledger of light: the cone is a lighter plane, the shade's rim forge."""
    base = c.H * 0.84
    lx, ly = c.W * (0.68 if not c.tall else 0.6), c.H * (0.3 if not c.tall else 0.34)
    with c.on(move(0, 0)):
        for i in range(7):
            x = c.W * 0.02 + i * 9.6
            c.rect(x, 8, x + 8.6, base, c.p.g(1.0))
            c.rect(x, 8 + 5 * (i % 3), x + 8.6, 9 + 5 * (i % 3), c.p.g(2))
    c.poly(
        [(lx - 12, ly + 7), (lx + 9, ly + 13), (lx + 16, base), (lx - 62, base)],
        c.p.g(2.0 if c.p.name in ("night", "deep") else 0.4),
    )
    c.rect(0, base, c.W, c.H, c.p.m(5.2))
    c.rect(0, base, c.W, base + 1.4, c.p.m(3.4))
    jx, jy = c.W * 0.93, c.H * 0.34
    bar(c, (lx + 2, ly - 3), (jx, jy - 14), 2.0, 0.6)
    bar(c, (jx, jy - 14), (c.W * 0.82, base - 3), 2.4, 0.6)
    c.disc(jx, jy - 14, 2.6, c.p.m(6.4))
    c.disc(jx, jy - 14, 1.0, c.p.m(1))
    cylinder(c, c.W * 0.82, base - 4, base, 13, 0.1, shift=1)
    with c.on(move(lx, ly, 16)):
        c.poly([(-5, -12), (5, -12), (17, 9), (-17, 9)], c.p.m(4))
        c.poly([(-5, -12), (-1.6, -12), (-5, 9), (-17, 9)], c.p.m(2))
        c.poly([(2.4, -12), (5, -12), (17, 9), (8.4, 9)], c.p.m(5.6))
        c.rect(-17.4, 8, 17.4, 10.6, c.p.accent, 1)
        c.rect(-4, -16, 4, -11.6, c.p.m(6), 1)
    n = 9
    for i in range(n):
        y = base - 1.9 * i
        x = c.W * 0.24 + c.rng.uniform(-2.2, 2.2)
        c.rect(x, y - 1.7, x + 36, y, c.p.m(0.2 + 0.5 * (i % 3)))
        c.line([(x, y), (x + 36, y)], 0.16, c.p.m(4.4))
    x = c.W * 0.3
    c.rect(x, base - 1.9 * n - 12, x + 5, base - 1.9 * n - 3, c.p.m(5.8), 2.4)
    c.rect(x - 3, base - 1.9 * n - 4.4, x + 8, base - 1.9 * n, c.p.m(6.6), 0.6)
    c.thread([(0, base + 0.3), (c.W, base + 0.3)], w=0.5)


def archive(c: Canvas) -> None:
    """Files on shelves, spine after spine, one in forge; the line is the shelf."""
    h = c.rng.choice((30.0, 26.0))
    c.fill(c.p.m(7))
    rows = int(c.H / (h + 4)) + 2
    pick = 1
    for j in range(rows):
        y = (j + 1) * (h + 4) - h * 0.35
        x, k = -c.rng.uniform(0, 4), 0
        hot_x = c.W * c.rng.choice((0.34, 0.64))
        done = j != pick
        while x < c.W + 4:
            w = c.rng.choice((3.0, 4.2, 5.4, 7.2))
            tall = h * c.rng.uniform(0.78, 0.97)
            if not done and x > hot_x:
                col, mark, done = c.p.accent, c.p.m(0.4), True
            else:
                tone = c.rng.choice((0.6, 1.4, 2.4, 3.4, 4.4, 5.4))
                col, mark = c.p.m(tone), c.p.m(tone + 2.6 if tone < 4 else 1.4)
            lean = 5 if c.rng.random() < 0.05 else 0
            with c.on(move(x, y, lean)):
                c.rect(0.15, -tall, w - 0.15, 0, col)
                c.rect(w * 0.24, -tall * 0.84, w * 0.76, -tall * 0.56, mark)
                c.rect(0.15, -tall * 0.2, w - 0.15, -tall * 0.185, mark)
                c.rect(0.15, -tall * 0.16, w - 0.15, -tall * 0.145, mark)
            x += w + (1.8 if lean else 0)
            k += 1
        c.rect(0, y, c.W, y + 2, c.p.m(3.6))
        c.rect(0, y + 1.4, c.W, y + 2, c.p.m(5.6))
        if j == pick:
            c.thread([(0, y + 0.1), (c.W, y + 0.1)], w=0.55)


def seal(c: Canvas) -> None:
    """A stamp come down on a sheet: section-like close-up, its print the only forge."""
    c.fill(c.p.g(1.4))
    base = c.H * 0.9
    sheet(c, c.W * 0.3, c.H * 0.72, 92, 118, -14, 0.1, cols=2)
    with c.on(move(c.W * 0.36, c.H * 0.6, -14)):
        c.ring(0, 0, 10.4, 11.6, c.p.accent)
        c.ring(0, 0, 8.6, 9.0, c.p.accent)
        for i in range(5):
            a = math.radians(i * 72 - 90)
            c.line([(0, 0), (math.cos(a) * 4.6, math.sin(a) * 4.6)], 1.0, c.p.accent)
        for i in range(14):
            a = math.radians(150 + i * 240 / 13)
            with c.on(move(math.cos(a) * 7, math.sin(a) * 7, math.degrees(a))):
                c.rect(-0.7, -0.35, 0.7, 0.35, c.p.accent)
    x = c.W * 0.76
    y = c.H * 0.74
    cylinder(c, x, y - 9, y + 3, 21, 0.3, shift=1.6)
    cylinder(c, x, y - 14, y - 9, 17, 0.3, shift=0.6)
    for b0, b1, tone in ((-1, -0.7, 3.6), (-0.7, -0.3, 1.2), (-0.3, 0.2, 2.6), (0.2, 0.62, 4.4), (0.62, 1, 5.8)):
        left = [(x + b0 * r, yy) for r, yy in ((13, y - 14), (6.4, y - 22), (5.6, y - 36), (9, y - 46))]
        right = [(x + b1 * r, yy) for r, yy in ((9, y - 46), (5.6, y - 36), (6.4, y - 22), (13, y - 14))]
        c.poly([*left, *right], c.p.m(tone))
    c.disc(x, y - 53, 13, c.p.m(2.6), 12)
    c.poly([*arc(x, y - 53, 13, 12, -60, 110), (x + 3, y - 53)], c.p.m(4.4))
    c.poly([*arc(x, y - 53, 13, 12, -30, 70), (x + 8, y - 53)], c.p.m(5.8))
    c.thread([(0, base), (c.W * 0.44, base), (c.W * 0.5, base - 5), (c.W, base - 5)], 4, w=0.5)
