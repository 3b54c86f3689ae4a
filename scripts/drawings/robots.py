"""Robots along the line and a valve on its pipe: two close encounters with the works."""

from __future__ import annotations

import math

from .canvas import Canvas, Point, arc, move
from .shapes import BANDS, metal, plant


def limb(c: Canvas, p0: Point, p1: Point, w0: float, w1: float, tone: float) -> None:
    """A tapering arm between two joints, lit above and shaded below."""
    turn = math.degrees(math.atan2(p1[1] - p0[1], p1[0] - p0[0]))
    length = math.dist(p0, p1)
    with c.on(move(*p0, turn)):
        c.poly([(0, -w0), (length, -w1), (length, w1), (0, w0)], c.p.m(tone))
        c.poly([(0, w0 * 0.2), (length, w1 * 0.2), (length, w1), (0, w0)], c.p.m(tone + 1.8))
        c.poly(
            [(length * 0.2, -w0 * 0.4), (length * 0.8, -w1 * 0.5), (length * 0.8, 0), (length * 0.2, 0)],
            c.p.m(tone + 0.9),
        )


def robot(c: Canvas, x: float, base: float, s: float, bend: float, fog: float, hot: bool = False) -> None:
    """A six-axis robot, ``s`` tall, reaching to the left; ``bend`` moves its elbow."""
    shoulder = (x, base - s * 0.34)
    elbow = (x + s * (0.16 - 0.2 * bend), base - s * (0.92 - 0.08 * bend))
    wrist = (x - s * (0.44 + 0.12 * bend), base - s * (0.72 - 0.16 * bend))
    tool = (wrist[0] - s * 0.07, base - s * 0.42)
    c.poly(
        [(x - s * 0.2, base), (x - s * 0.13, base - s * 0.3), (x + s * 0.13, base - s * 0.3), (x + s * 0.2, base)],
        c.p.m(5.6 - fog),
    )
    c.rect(x - s * 0.25, base - s * 0.06, x + s * 0.25, base, c.p.m(6.6 - fog))
    limb(c, shoulder, elbow, s * 0.1, s * 0.075, 2.2 + fog * 0.2)
    limb(c, elbow, wrist, s * 0.075, s * 0.042, 1.4 + fog * 0.3)
    limb(c, wrist, tool, s * 0.036, s * 0.028, 4.4 - fog * 0.5)
    for (px, py), r in ((shoulder, 0.125), (elbow, 0.1), (wrist, 0.058)):
        c.disc(px, py, s * r, c.p.m(5.6 - fog))
        metal(c, px, py, s * r * 0.35, s * r * 0.8, lo=1 + fog * 0.3, hi=4 - fog * 0.3)
    for side in (-1, 1):
        c.poly(
            [
                (tool[0], tool[1] - s * 0.01),
                (tool[0] + side * s * 0.075, tool[1] + s * 0.02),
                (tool[0] + side * s * 0.06, tool[1] + s * 0.1),
                (tool[0] + side * s * 0.04, tool[1] + s * 0.03),
            ],
            c.p.m(6 - fog),
        )
    if hot:
        c.rect(tool[0] - s * 0.05, tool[1] + s * 0.03, tool[0] + s * 0.05, tool[1] + s * 0.15, c.p.accent)
        c.rect(tool[0] + s * 0.015, tool[1] + s * 0.03, tool[0] + s * 0.05, tool[1] + s * 0.15, c.p.accent_dark)


def robots(c: Canvas) -> None:
    """Robots of one make in three depths, each caught at another moment; one holds the hot part."""
    base = c.H * (0.86 if not c.tall else 0.8)
    for k in range(6):
        px = c.W * (0.02 + 0.19 * k)
        c.rect(px, 0, px + 1.4, base - 6, c.p.g(1.3))
    c.rect(0, 11, c.W, 13, c.p.g(1.3))
    plant(c, base - 6, 1.5, -3, c.W, 0.8)
    c.rect(0, base - 6, c.W, c.H, c.p.g(2))
    rows = ((3, 34, -5.0, 2.2), (2, 52, -2.4, 1.1), (1, 88, 0.0, 0.0))
    for n, s, lift, fog in rows:
        s = s * (1.1 if c.tall else 1)
        for i in range(n):
            place = 0.8 if n == 1 else 0.26 + i * (0.3 if n == 3 else 0.34) + (0.1 if n == 2 else 0)
            robot(c, c.W * place, base + lift, s, c.rng.uniform(0, 1), fog, hot=n == 1)
    c.rect(0, base, c.W, base + 3, c.p.m(5.6))
    for i in range(int(c.W / 7) + 1):
        c.disc(i * 7 + 2, base + 6, 2.2, c.p.m(4.2))
        c.disc(i * 7 + 2, base + 6, 0.7, c.p.m(6.8))
    c.thread([(0, base), (c.W, base)], w=0.55)


def flange(c: Canvas, x: float, y: float, r: float) -> None:
    """A pair of flanges across a pipe, bolts between."""
    for dx in (-3.2, 0.5):
        for b0, b1, tone in BANDS:
            c.rect(x + dx, y + b0 * r * 1.34, x + dx + 2.7, y + b1 * r * 1.34, c.p.m(tone + 1.0))
    for i in range(5):
        yy = y + r * 1.2 * math.sin(math.radians(-70 + 35 * i))
        c.rect(x - 5, yy - 0.8, x + 5, yy + 0.8, c.p.m(6.4))


def valve(c: Canvas) -> None:
    """A gate valve in close-up: pipe across the picture, the handwheel its one forge ring."""
    y, r = c.H * (0.68 if not c.tall else 0.62), 13.5
    x = c.W * (0.64 if not c.tall else 0.58)
    for k in range(4):
        yy = y - 46 + k * 9
        w = 3.4 + k * 0.6
        for b0, b1, tone in BANDS:
            c.rect(0, yy + b0 * w / 2, c.W, yy + b1 * w / 2, c.p.g(1.0 + 0.28 * tone))
    c.rect(0, y + 26, c.W, c.H, c.p.g(2))
    for px in (c.W * 0.16, c.W * 0.9):
        c.poly([(px - 6, y + r), (px + 6, y + r), (px + 9, y + 26), (px - 9, y + 26)], c.p.m(5.6))
    for b0, b1, tone in BANDS:
        c.rect(0, y + b0 * r, c.W, y + b1 * r, c.p.m(tone))
    for px in (x - 27, x + 27, x - 70):
        flange(c, px, y, r)
    c.disc(x, y, 21, c.p.m(3.4), 19.5)
    c.poly(arc(x, y, 21, 19.5, -70, 100, 40), c.p.m(4.8))
    c.poly(arc(x, y, 21, 19.5, -30, 70, 40), c.p.m(5.8))
    for w, y0, y1, shift in ((9, y - 30, y - 14, 0.4), (14, y - 33, y - 29, 1.4), (4.4, y - 52, y - 33, 0.2)):
        with c.on(move(x, 0)):
            for b0, b1, tone in BANDS:
                c.rect(b0 * w, y0, b1 * w, y1, c.p.m(tone + shift))
    wx, wy, wr, flat = x, y - 52, 23.0, 0.3
    c.ring(wx, wy + 1.8, wr * 0.88, wr, c.p.accent_dark, flat=flat)
    for i in range(5):
        a = math.radians(18 + 72 * i)
        c.line([(wx, wy), (wx + math.cos(a) * wr * 0.9, wy + math.sin(a) * wr * flat * 0.9)], 1.7, c.p.m(5))
    c.ring(wx, wy, wr * 0.88, wr, c.p.accent, flat=flat)
    c.disc(wx, wy, 4.4, c.p.m(3), 4.4 * flat * 1.4)
    c.rect(wx - 1.1, wy - 7, wx + 1.1, wy, c.p.m(4.6), 0.8)
    gx = x - 48 if not c.tall else x - 38
    c.rect(gx - 1, y - r - 11, gx + 1, y - r, c.p.m(5))
    c.disc(gx, y - r - 17, 8, c.p.m(5.6))
    c.disc(gx, y - r - 17, 6.6, c.p.m(0.4))
    for i in range(9):
        a = math.radians(150 + i * 30)
        c.line(
            [
                (gx + math.cos(a) * 5, y - r - 17 + math.sin(a) * 5),
                (gx + math.cos(a) * 6, y - r - 17 + math.sin(a) * 6),
            ],
            0.3,
            c.p.m(6),
        )
    c.line([(gx, y - r - 17), (gx + 3, y - r - 20.6)], 0.6, c.p.m(7))
    c.thread([(0, y + 26), (c.W, y + 26)], w=0.5)
