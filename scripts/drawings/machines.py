"""Equipment and vehicles: gantry, gears, lathe, wheels, car bodies, rows of cars."""

from __future__ import annotations

import math

from .canvas import Canvas, Point, arc, move
from .shapes import bar, cylinder, metal, plant


def truss(c: Canvas, x0: float, x1: float, y: float, h: float, tone: float, step: float = 6) -> None:
    """A girder: two chords and a zigzag."""
    n = max(2, round((x1 - x0) / step))
    for yy in (y, y + h):
        c.rect(x0, yy, x1, yy + 0.9, c.p.m(tone))
    zig = [(x0 + (x1 - x0) * i / n, y + 0.4 + (h * (i % 2))) for i in range(n + 1)]
    c.line(zig, 0.42, c.p.m(tone))
    for x, _ in zig:
        c.rect(x - 0.14, y, x + 0.14, y + h, c.p.m(tone))


def gantry(c: Canvas) -> None:
    """A gantry crane over the yard, load hanging from the line."""
    base, top = c.H * 0.86, c.H * (0.2 if not c.tall else 0.26)
    plant(c, base, 1.5, -2, c.W, 1.4)
    c.rect(0, base, c.W, c.H, c.p.g(2.2))
    for x0, x1, tone in ((c.W * 0.58, c.W * 0.74, 3.2),):
        c.rect(x0, top + 9, x0 + 1.6, base - 3, c.p.m(tone))
        c.rect(x1 + 14, top + 9, x1 + 15.6, base - 3, c.p.m(tone))
    truss(c, -3, c.W + 3, top, 7, 5.6)
    for x in (c.W * 0.2, c.W * 0.9):
        for s in (-1, 1):
            c.poly(
                [(x + s * 2, top + 7), (x + s * 3.6, top + 7), (x + s * 7.4, base), (x + s * 5.4, base)],
                c.p.m(5.6 + 0.5 * s),
            )
        for k in range(1, 5):
            yy = top + 7 + (base - top - 7) * k / 5
            half = 2.8 + 3.6 * k / 5
            c.rect(x - half, yy, x + half, yy + 0.7, c.p.m(5.6))
        c.rect(x - 9, base - 2.4, x + 9, base, c.p.m(7))
        for s in (-6, 6):
            c.disc(x + s, base, 1.6, c.p.m(4))
    x = c.W * c.rng.choice((0.5, 0.62))
    c.rect(x - 8, top - 4, x + 8, top + 1, c.p.m(6.6), 0.8)
    hang = top + (base - top) * 0.42
    for s in (-4.4, 4.4):
        c.line([(x + s, top), (x + s, hang)], 0.26, c.p.m(6.6))
    c.rect(x - 10, hang, x + 10, hang + 1.8, c.p.m(6.4))
    for s in (-9, 9):
        c.line([(x + s, hang + 1), (x + s, hang + 7)], 0.26, c.p.m(6.6))
    c.rect(x - 14, hang + 7, x + 14, hang + 14, c.p.accent)
    c.rect(x - 14, hang + 12, x + 14, hang + 14, c.p.accent_dark)
    xx = c.W * 0.3
    while xx < c.W * 0.84:
        n = c.rng.randint(1, 3)
        for j in range(n):
            cylinder(c, xx, base - 5 - j * 5.4, base - j * 5.4, 4.6, 0.16, shift=0.6)
        xx += c.rng.choice((10.4, 10.4, 20))
    c.thread([(0, top + 0.2), (c.W, top + 0.2)], w=0.5)


def gear(c: Canvas, x: float, y: float, r: float, n: int, turn: float, shift: float = 0, hot: bool = False) -> None:
    """A gear from the front with turned face, spokes cut out."""
    pts: list[Point] = []
    for i in range(n):
        for f, rad in ((-0.3, 0.88), (-0.17, 1.0), (0.17, 1.0), (0.3, 0.88)):
            a = math.radians(turn + 360 * (i + f) / n)
            pts.append((x + math.cos(a) * r * rad, y + math.sin(a) * r * rad))
    c.poly(pts, c.p.m(4.6 + shift))
    c.disc(x, y, r * 0.86, c.p.m(3.2 + shift))
    metal(c, x, y, r * 0.68, r * 0.83, lo=0.8 + shift, hi=3.8 + shift)
    c.ring(x, y, r * 0.3, r * 0.66, c.p.m(5.6))
    holes = 6
    for i in range(holes):
        a = math.radians(turn + 360 * i / holes)
        c.disc(x + math.cos(a) * r * 0.48, y + math.sin(a) * r * 0.48, r * 0.125, c.p.m(7.2))
        c.disc(x + math.cos(a) * r * 0.485, y + math.sin(a) * r * 0.49, r * 0.105, c.p.g(0))
    metal(c, x, y, r * 0.15, r * 0.3, turn=20, lo=0.8, hi=4)
    c.disc(x, y, r * 0.15, c.p.accent if hot else c.p.m(6.6))
    c.ring(x, y, r * 0.64, r * 0.67, c.p.m(6))


def gears(c: Canvas) -> None:
    """Gears in mesh, cropped hard; the line is the pitch line of the rack below."""
    big = 47.0
    x, y = c.W * (0.7 if not c.tall else 0.72), c.H * (0.44 if not c.tall else 0.36)
    n1, n2 = 26, 15
    r2 = big * n2 / n1
    d = (big + r2) * 0.945
    a = math.radians(c.rng.uniform(152, 168))
    x2, y2 = x + math.cos(a) * d, y + math.sin(a) * d
    t1 = 3.0
    deg = math.degrees(a)
    t2 = deg + 180 + 180 / n2 - (t1 - deg) * n1 / n2
    plant(c, c.H, 1.0, -4, c.W * 0.5, 1.4)
    gear(c, x, y, big, n1, t1)
    gear(c, x2, y2, r2, n2, t2, shift=0.7, hot=True)
    rack = y + big * 1.02
    c.rect(0, rack + 2, c.W, rack + 8, c.p.m(5.6))
    c.rect(0, rack + 2, c.W, rack + 3.2, c.p.m(3.4))
    pitch = 2 * math.pi * big * 0.94 / n1
    for i in range(-1, int(c.W / pitch) + 2):
        px = x + (i - int(c.W / pitch / 1.5) + 0.5) * pitch
        c.poly(
            [
                (px - pitch * 0.3, rack + 2.2),
                (px - pitch * 0.15, rack - 2.6),
                (px + pitch * 0.15, rack - 2.6),
                (px + pitch * 0.3, rack + 2.2),
            ],
            c.p.m(5),
        )
    if c.tall:
        c.rect(0, rack + 8, c.W, c.H, c.p.g(1.6))
    c.thread([(0, rack + 8.6), (c.W, rack + 8.6)], w=0.5)


def lathe(c: Canvas) -> None:
    """A chuck and a turned shaft in section; the tool touches where the line is hot."""
    y = c.H * (0.46 if not c.tall else 0.42)
    c.rect(0, y + 34, c.W, c.H, c.p.m(6.4))
    c.rect(0, y + 34, c.W, y + 36.5, c.p.m(4))
    c.hatch([(0, y + 41), (c.W, y + 41), (c.W, y + 41.8), (0, y + 41.8)], 0, 2, 0.5, c.p.m(5))
    right = c.W
    for r, x0, x1, shift in ((34, right - 24, right + 9, 0.8), (27, right - 33, right - 24, 0.0)):
        with c.on(move(x0, y, 0)):
            for b0, b1, tone in ((-1, -0.7, 3), (-0.7, -0.3, 0.9), (-0.3, 0.2, 2.2), (0.2, 0.65, 4), (0.65, 1, 5.4)):
                c.rect(0, b0 * r, x1 - x0, b1 * r, c.p.m(tone + shift))
    for s in (-24, -2, 20):
        c.rect(right - 40, y + s - 3.6, right - 24, y + s + 6, c.p.m(5.8))
        c.rect(right - 40, y + s - 3.6, right - 24, y + s - 1.8, c.p.m(3.4))
    xs, tail = right - 36, c.W * 0.2
    steps = [(0.0, 15), (0.22, 15), (0.22, 11.5), (0.5, 11.5), (0.5, 8.6), (0.78, 8.6), (0.78, 6), (1.0, 6)]
    for (f0, r0), (f1, _) in zip(steps[::2], steps[1::2], strict=True):
        bar(c, (xs - (xs - tail) * f1, y), (xs - (xs - tail) * f0, y), r0 * 2, -0.3)
        xe = xs - (xs - tail) * f1
        c.rect(xe, y - r0, xe + 0.8, y + r0, c.p.m(4.4))
    threads = xs - (xs - tail) * 0.98
    for i in range(14):
        c.line([(threads + i * 1.25, y + 6), (threads + i * 1.25 + 1, y - 6)], 0.26, c.p.m(5))
    c.poly(
        [(0, y - 8), (tail - 12, y - 8), (tail - 1, y - 1), (tail - 1, y + 1), (tail - 12, y + 8), (0, y + 8)], c.p.m(5)
    )
    c.poly([(0, y - 8), (tail - 12, y - 8), (tail - 1, y - 1), (tail - 10, y - 1), (0, y - 3)], c.p.m(3))
    tx = xs - (xs - tail) * 0.5
    c.poly([(tx, y + 11.8), (tx + 5, y + 17), (tx + 5, y + 40), (tx - 6, y + 40), (tx - 6, y + 17)], c.p.m(6.8))
    c.poly([(tx, y + 11.2), (tx + 4, y + 15.4), (tx - 4, y + 15.4)], c.p.accent)
    c.rect(tx - 12, y + 24, tx + 11, y + 36, c.p.m(5))
    c.rect(tx - 12, y + 24, tx + 11, y + 26, c.p.m(3))
    curl = [
        (tx - 2 - i * 0.34 + math.cos(i / 2.2) * (2 + i * 0.05), y + 15 + i * 0.28 + math.sin(i / 2.2) * (2 + i * 0.05))
        for i in range(44)
    ]
    c.line(curl, 0.5, c.p.m(3))
    c.thread([(0, y + 11.5), (c.W * 0.06, y + 11.5), (tx, y + 11.5), (c.W, y + 11.5)], 1)


def wheel(c: Canvas, x: float, y: float, r: float, spokes: int = 10, hot: bool = True, turn: float = 0) -> None:
    """A car wheel: tread, wall, rim, paired spokes."""
    p = c.p
    for i in range(90):
        a = i * 4
        c.ring(x, y, r * 0.96, r * (1.0 if i % 2 else 0.985), p.m(7.4), a, a + 4)
    c.ring(x, y, r * 0.7, r * 0.97, p.m(7))
    c.ring(x, y, r * 0.8, r * 0.81, p.m(5.6), 150, 330)
    c.ring(x, y, r * 0.88, r * 0.885, p.m(5.6))
    c.disc(x, y, r * 0.7, p.m(7.6))
    metal(c, x, y, r * 0.62, r * 0.7, lo=0.6, hi=4)
    metal(c, x, y, r * 0.2, r * 0.44, lo=4.4, hi=5.8)
    for i in range(spokes):
        with c.on(move(x, y, turn + 360 * i / spokes)):
            for s, tone in ((-1, 1.0), (1, 3.0)):
                c.poly(
                    [
                        (r * 0.1, s * r * 0.02),
                        (r * 0.64, s * r * 0.03),
                        (r * 0.66, s * r * 0.1),
                        (r * 0.1, s * r * 0.065),
                    ],
                    p.m(tone),
                )
    metal(c, x, y, r * 0.06, r * 0.17, lo=1, hi=4)
    c.disc(x, y, r * 0.085, p.accent if hot else p.m(5))


def wheel_close(c: Canvas) -> None:
    """One wheel on the line, more than half of the picture, cut by the edge."""
    r = c.rng.uniform(44, 50) * (1.1 if c.tall else 1)
    x, base = c.W * (0.73 if not c.tall else 0.8), c.H * (0.92 if not c.tall else 0.8)
    for i in range(5):
        rr = r * (0.3 + 0.02 * i)
        px = c.W * 0.03 + i * rr * 0.72
        with c.on(move(px, base - rr, 0, 0.42, 1)):
            c.disc(0, 0, rr, c.p.g(2.6 - 0.2 * i))
            c.disc(0, 0, rr * 0.62, c.p.g(1.0))
            c.disc(rr * 0.1, 0, rr * 0.5, c.p.g(1.8))
    c.rect(0, base, c.W, c.H, c.p.g(2))
    wheel(c, x, base - r, r, c.rng.choice((9, 10, 12)), turn=c.rng.uniform(0, 30))
    c.thread([(0, base), (c.W, base)], w=0.5)


def car(c: Canvas, x: float, y: float, s: float, tone: float, hot: bool = False, wheels: bool = True) -> None:
    """A saloon from the side, standing on ``y``; ``s`` is its length."""
    p, k = c.p, s / 100
    with c.on(move(x, y, 0, k)):
        body = p.accent if hot else p.m(tone)
        low = p.accent_dark if hot else p.m(tone + 1.6)
        c.poly(
            [
                (0, -10),
                (1, -22),
                (6, -27),
                (24, -31),
                (40, -45),
                (66, -46),
                (84, -33),
                (96, -30),
                (100, -22),
                (100, -10),
            ],
            body,
        )
        c.poly([(0, -10), (1, -20), (100, -20), (100, -10)], low)
        c.poly([(28, -31), (41, -42), (52, -43), (52, -31)], p.m(6.6))
        c.poly([(54.5, -31), (54.5, -43), (65, -43), (79, -32)], p.m(6.6))
        for wx in (20, 79):
            c.poly(arc(wx, -9, 12.4, None, 180, 360), p.m(7.4))
            if wheels:
                c.disc(wx, -9, 10, p.m(7.6))
                c.disc(wx, -9, 6.4, p.m(1.6))
                c.disc(wx, -9, 1.8, p.m(6))


def chassis_line(c: Canvas) -> None:
    """Car bodies on two decks of the assembly line, one lowered in forge."""
    decks = (
        ((0.36, 30, 3.0, 0.8), (0.84, 58, 1.6, 0.0))
        if not c.tall
        else ((0.3, 34, 3, 0.8), (0.56, 46, 2.4, 0.4), (0.85, 74, 1.6, 0))
    )
    pick = c.rng.choice((1, 2))
    for d, (fy, s, tone, fog) in enumerate(decks):
        y, last = c.H * fy, d == len(decks) - 1
        x = -s * c.rng.uniform(0.1, 0.5)
        i = 0
        c.rect(0, y, c.W, y + s * 0.045, c.p.m(5.8 - fog * 1.6))
        c.rect(0, y - s * 0.72, c.W, y - s * 0.685, c.p.m(5.6 - fog * 1.6))
        while x < c.W:
            for hx in (0.3, 0.7):
                c.line([(x + s * hx, y - s * 0.7), (x + s * hx, y - s * 0.4)], 0.3, c.p.m(5.6 - fog * 1.6))
            c.rect(x + s * 0.26, y - s * 0.74, x + s * 0.74, y - s * 0.66, c.p.m(6.2 - fog * 1.6))
            car(c, x, y - s * 0.03, s, tone + (0.5 if i % 2 else 0) - fog * 0.4, hot=d == 0 and i == pick, wheels=last)
            x += s * 1.16
            i += 1
    y = c.H * decks[-1][0]
    for i in range(int(c.W / 6) + 1):
        c.disc(i * 6, y + 5.4, 1.5, c.p.m(4.4))
    c.thread([(0, y + 0.2), (c.W, y + 0.2)], w=0.55)


def car_top(c: Canvas, x: float, y: float, tone: float, hot: bool) -> None:
    """A car from above, 20 units long, pointing down."""
    p = c.p
    c.rect(x - 4.4, y - 9.6, x + 4.4, y + 9.6, p.accent if hot else p.m(tone), 2.6)
    c.poly([(x - 3.7, y + 4.4), (x + 3.7, y + 4.4), (x + 3.1, y + 1.6), (x - 3.1, y + 1.6)], p.m(6.8))
    c.poly([(x - 3.5, y - 6.6), (x + 3.5, y - 6.6), (x + 3.1, y - 4.6), (x - 3.1, y - 4.6)], p.m(6.8))
    c.rect(x - 3.1, y - 4.4, x + 3.1, y + 1.4, p.accent_dark if hot else p.m(tone + 0.9), 0.6)
    c.rect(x + 1.6, y - 4.4, x + 3.1, y + 1.4, p.m(tone + 2) if not hot else p.accent_dark)


def car_park(c: Canvas) -> None:
    """New cars in diagonal rows from above, one of them forge, a lane left free."""
    c.fill(c.p.g(2.6))
    turn = c.rng.choice((-24, -30, 18))
    rows = 7
    hot = (c.rng.choice((-1, 1)), c.rng.choice((-2, 1, 2)))
    with c.on(move(c.W * 0.5, c.H * 0.5, turn, 1.3)):
        for j in range(-rows, rows + 1):
            y = j * 24 + (10 if j >= 0 else -4)
            for i in range(-14, 15):
                x = i * 10.6
                c.line([(x - 5.3, y - 10.6), (x - 5.3, y + 10.6)], 0.22, c.p.g(0.4))
                if c.rng.random() < 0.9 or (j, i) == hot:
                    car_top(c, x, y, c.rng.choice((0.4, 1.0, 1.8, 2.6, 4.2)), (j, i) == hot)
        c.thread([(-160, -9), (160, -9)], w=0.5)
