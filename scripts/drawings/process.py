"""Chemicals and food: columns, pipes, spheres, silos, wheat, fields."""

from __future__ import annotations

import math

from .canvas import Canvas, Point, arc, move, rounded
from .shapes import BANDS, bar, cylinder, lune, plant


def column(c: Canvas, x: float, base: float, h: float, r: float, hot: bool = False, shift: float = 0) -> None:
    """A distillation column with platforms, ladder and a domed head."""
    p = c.p
    c.poly(arc(x, base - h, r, r * 1.1, 180, 360), p.m(2.2 + shift))
    c.poly(arc(x + r * 0.36, base - h, r * 0.64, r * 1.0, 180, 360), p.m(4.2 + shift))
    cylinder(c, x, base - h, base, r, 0.02, shift=shift)
    n = max(3, int(h / 11))
    for i in range(n):
        y = base - h + 4 + i * (h - 8) / n
        c.rect(x - r * 1.55, y, x + r * 1.55, y + 0.9, p.m(6 + shift * 0.3))
        c.rect(x - r * 1.5, y - 2.6, x - r * 1.42, y, p.m(6))
        c.rect(x + r * 1.42, y - 2.6, x + r * 1.5, y, p.m(6))
        c.line([(x - r * 1.5, y - 2.6), (x + r * 1.5, y - 2.6)], 0.16, p.m(6))
    c.rect(x - r, base - h * 0.62, x + r, base - h * 0.62 + (h * 0.055), p.accent if hot else p.m(5 + shift))
    c.rect(x - r * 1.2, base - 3, x + r * 1.2, base, p.m(6.4))


def columns(c: Canvas) -> None:
    """Columns of a plant rising in three planes, a pipe bridge between them."""
    base = c.H * (0.88 if not c.tall else 0.86)
    plant(c, base, 1.5, c.W * 0.1, c.W + 5, 1.6)
    plant(c, base, 2.6, c.W * 0.34, c.W + 5, 1.2)
    c.rect(0, base, c.W, c.H, c.p.g(2.6))
    grow = 1.0 if not c.tall else 1.5
    sets = [(0.47, 38, 3.0), (0.58, 66, 4.6), (0.7, 50, 6.6), (0.84, 80, 5.4), (0.97, 58, 7.4)]
    hot = c.rng.randrange(1, 4)
    for k, (fx, h, r) in enumerate(sets):
        wobble = c.rng.uniform(0.86, 1.08)
        column(c, c.W * fx, base, h * grow * wobble, r, hot=k == hot)
        if k < 4:
            y = base - 17 - 4 * (k % 2)
            bar(c, (c.W * fx + r, y), (c.W * sets[k + 1][0] - sets[k + 1][2], y), 2.2, 0.4)
            bar(c, (c.W * fx + r, y + 4), (c.W * sets[k + 1][0] - sets[k + 1][2], y + 4), 1.4, 1)
    c.thread([(0, base - 9), (c.W * 0.3, base - 9), (c.W * 0.38, base), (c.W, base)], 6)


def tube(c: Canvas, pts: list[Point], w: float, shift: float = 0, hot: bool = False, r: float = 9) -> None:
    """A bent pipe: nested strokes, each narrower and lighter, set off to the lit side."""
    path = rounded(pts, r)
    tones = ((1.0, 0.0, 5.6), (0.8, -0.07, 4.0), (0.52, -0.14, 2.4), (0.2, -0.22, 0.8))
    for width, off, tone in tones:
        col = c.p.m(tone + shift)
        if hot:
            col = c.p.accent_dark if width == 1 else c.p.accent if width > 0.3 else (238, 150, 110)
        c.line([(x + off * w, y + off * w) for x, y in path], w * width, col, caps=False)


def pipes(c: Canvas) -> None:
    """A bundle of pipes turning together, a score of tints, one of them hot."""
    n, w = (9, 7.6) if not c.tall else (8, 7.2)
    c.fill(c.p.g(0))
    turn = c.W * c.rng.uniform(0.42, 0.5) if not c.tall else c.W * 0.24
    hot = c.rng.randint(2, 5)
    y0 = c.H * (0.3 if not c.tall else 0.36)
    for i in range(n):
        y, x = y0 + i * w * 1.14, turn + i * w * 1.14
        width = w * (1.0, 0.66, 0.86)[i % 3] if i != hot else w * 0.42
        tube(c, [(-5, y), (x, y), (x, -5)], width, 0.5 * (i % 2), hot=i == hot, r=w * (1.5 + i * 0.9))
        for fx in (0.12, 0.3):
            if i != hot and i % 2 == 0:
                c.rect(c.W * fx - 0.9, y - width * 0.66, c.W * fx + 0.9, y + width * 0.66, c.p.m(5.4))
                c.rect(c.W * fx - 0.1, y - width * 0.66, c.W * fx + 0.1, y + width * 0.66, c.p.m(7))
    y = y0 + n * w * 1.14 + 2
    for k in range(3):
        tube(
            c,
            [
                (c.W + 5, y0 + 12 + k * 9 + w * 4),
                (c.W * 0.86 - k * 9, y0 + 12 + k * 9 + w * 4),
                (c.W * 0.86 - k * 9, c.H + 5),
            ],
            6.4 - k,
            0.8,
            r=9,
        )
    c.thread([(0, y), (c.W * 0.55, y), (c.W * 0.62, y + 6), (c.W, y + 6)], 5)


def spheres(c: Canvas) -> None:
    """Spherical tanks on their legs, the nearest cut off by the edge."""
    base = c.H * 0.87
    plant(c, base - 3, 1.6, -3, c.W, 1.5)
    c.rect(0, base - 3, c.W, c.H, c.p.g(2.2))
    rows = (
        [(0.2, 9, -3.0, 2.2), (0.4, 14, -1.6, 1.1), (0.74, 30, 2.6, 0.0)]
        if not c.tall
        else [(0.12, 10, -3, 2.0), (0.36, 17, -1, 1.0), (0.82, 34, 3, 0.0)]
    )
    for k, (fx, r, dy, fog) in enumerate(rows):
        x, ground = c.W * fx, base + dy
        y = ground - r * 1.45
        for i in range(7):
            a = math.pi * (i + 0.5) / 7
            lx = x - math.cos(a) * r * 0.94
            c.rect(lx - r * 0.045, y, lx + r * 0.045, ground, c.p.m(5.6 - fog))
            if i < 6:
                nx = x - math.cos(math.pi * (i + 1.5) / 7) * r * 0.94
                c.line([(lx, y + r * 0.8), (nx, ground)], 0.2, c.p.m(5.6 - fog))
                c.line([(nx, y + r * 0.8), (lx, ground)], 0.2, c.p.m(5.6 - fog))
        c.disc(x, y, r, c.p.m(0.9 + fog * 0.7))
        for kk, tone in ((0.1, 2.0), (0.46, 3.2), (0.76, 4.6)):
            c.poly(lune(x, y, r, kk, 32), c.p.m(tone - fog * 0.3))
        c.ring(x, y, r * 0.985, r * 1.0, c.p.m(5.4 - fog), 0, 180, flat=0.2)
        for f in (0.55, 0.85):
            c.line(arc(x, y, r * f, r, 90, 270), 0.14, c.p.m(4 - fog * 0.4))
        c.line([(x - r, y), *arc(x, y, r, r * 0.16, 180, 0, 40)], 0.3, c.p.m(5.6 - fog))
        c.rect(x - r * 0.16, y - r * 1.13, x + r * 0.16, y - r * 0.98, c.p.m(5.4 - fog))
        stair = [
            (x + math.cos(math.radians(t)) * r * 1.04, y + math.sin(math.radians(t)) * r * 1.04)
            for t in range(-80, 30, 5)
        ]
        c.line(stair, r * 0.035, c.p.m(6 - fog))
        if k == 2:
            band = arc(x, y, r, r * 0.16, 180, 0, 40)
            c.poly([*band, *[(u, v + 2.0) for u, v in reversed(band)]], c.p.accent)
    c.thread([(0, base + 2.6), (c.W, base + 2.6)])


def silos(c: Canvas) -> None:
    """Corrugated silos with cone roofs; the conveyor bridge runs out at the left."""
    base = c.H * 0.88
    c.rect(0, base, c.W, c.H, c.p.g(1.8))
    for i in range(4):
        y = base + 2.5 + i * 2.6
        c.line([(0, y), (c.W, y)], 0.2, c.p.g(3), caps=False)
    grow = 1.0 if not c.tall else 1.35
    r = 15.5 if not c.tall else 15
    top = base - 44 * grow
    xs = [c.W - 8 - i * r * 2.12 for i in range(4 if not c.tall else 3)]
    door = c.rng.choice((1, 2)) if not c.tall else 1
    for i, x in enumerate(xs):
        y = top + c.rng.choice((0, 5, 9)) * (i > 0)
        for b0, b1, tone in BANDS:
            c.rect(x + b0 * r, y, x + b1 * r, base, c.p.m(tone * 0.92))
        n = int((base - y) / 2)
        for j in range(n):
            yy = y + (base - y) * j / n
            c.rect(x - r, yy, x + r, yy + 0.34, c.p.m(4.2))
            c.rect(x - r, yy, x - r * 0.38, yy + 0.34, c.p.m(2.6))
        apex = y - 8
        for b0, b1, tone in BANDS:
            c.poly([(x + b0 * r * 1.06, y + 0.4), (x + b1 * r * 1.06, y + 0.4), (x, apex)], c.p.m(tone + 0.5))
        c.rect(x - 1.6, apex - 2.4, x + 1.6, apex + 1.2, c.p.m(5.6))
        if i == door:
            c.rect(x - 3.4, base - 9, x + 1.6, base, c.p.accent)
            c.rect(x - 3.4, base - 9, x - 1.4, base, c.p.accent_dark)
    y = top - 13
    c.rect(0, y, c.W, y + 1.0, c.p.m(5.8))
    c.rect(0, y + 3.2, c.W, y + 3.8, c.p.m(5.8))
    k = int(c.W / 4)
    for i in range(k + 1):
        c.line([(i * 4, y + 0.6), (i * 4 + 2, y + 3.4), (i * 4 + 4, y + 0.6)], 0.22, c.p.m(5.8))
    lx = c.W * 0.13
    for s in (-2.2, 2.2):
        c.line([(lx + s * 0.5, y + 3.5), (lx + s, base)], 0.5, c.p.m(5.8))
    for i in range(9):
        yy = y + 4 + (base - y - 4) * i / 9
        c.line([(lx - 2, yy), (lx + 2, yy + (base - y) / 9)], 0.2, c.p.m(5.8))
    c.thread([(0, y), (c.W, y)], w=0.5)


def ear(c: Canvas, x: float, base: float, h: float, lean: float, tones: tuple[float, float], hot: bool = False) -> None:
    """One ear of wheat: stalk, paired grains, beard."""
    with c.on(move(x, base, lean)):
        stalk = c.p.m(tones[1])
        c.line([(0, 0), (0, -h)], 0.36, stalk)
        n, g = 8, h * 0.045 + 1.3
        for i in range(n):
            y = -h * 0.56 - i * g * 1.12
            for side in (-1, 1):
                with c.on(move(side * g * 0.48, y, side * 24)):
                    light = c.p.accent if hot else c.p.m(tones[0])
                    dark = c.p.accent_dark if hot else c.p.m(tones[1])
                    c.disc(0, 0, g * 0.44, light, g * 0.86)
                    c.poly(arc(0, 0, g * 0.44, g * 0.86, -90, 90), dark if side > 0 else light)
                    if h > 38:
                        c.line([(0, -g * 0.7), (side * 0.4, -g * 2.6)], 0.16, stalk)
        c.disc(0, -h * 0.56 - n * g * 1.12, g * 0.42, c.p.accent if hot else c.p.m(tones[0]), g * 0.9)


def wheat(c: Canvas) -> None:
    """A wall of wheat in three planes, mill and line far behind it."""
    sky = c.H * 0.58
    plant(c, sky, 1.6, c.W * 0.1, c.W * 0.8, 1.2)
    c.thread([(0, sky), (c.W, sky)])
    grow = 1.0 if not c.tall else 1.35
    rows = (
        (26, (1.3, 2.0), 4.4, 28),
        (17, (1.9, 3.0), 5.8, 34),
        (8, (2.7, 4.2), 7.6, 40),
        (-4, (3.7, 5.4), 10.0, 48),
        (-26, (5.2, 7.0), 16.5, 60),
    )
    for row, (lift, tone, gap, h) in enumerate(rows):
        base, n = c.H - lift * grow + 2, int(c.W / gap) + 3
        c.rect(0, base - h * grow * 0.42, c.W, c.H, c.p.m(min(7, tone[1] + 0.5 + row * 0.35)))
        for i in range(n):
            x = i * gap + c.rng.uniform(-2, 2)
            c.line(
                [(x, base), (x + c.rng.uniform(-1, 2.4), base - h * grow * c.rng.uniform(0.4, 0.62))],
                0.3,
                c.p.m(tone[1] - 0.4),
            )
        pick = int(n * (0.34 if not c.tall else 0.6))
        for i in range(n):
            wave = math.sin(i * gap / c.W * 5 + row * 1.3) * 3.4
            ear(
                c,
                i * gap + c.rng.uniform(-0.8, 0.8) - 2,
                base,
                (h + wave + c.rng.uniform(-3, 3)) * grow,
                5 + wave,
                tone,
                hot=row == 3 and i == pick,
            )


def fields(c: Canvas) -> None:
    """Fields from above, each with its own furrows; a harvester on the line."""
    c.fill(c.p.g(1))
    w, h, turn = 38.0, 25.0, c.rng.uniform(-24, -14)
    tones = (0.5, 1.2, 2.0, 2.8, 3.6, 4.6)
    green = (c.rng.choice((-1, 0, 2)), c.rng.choice((-1, 0, 1)))
    with c.on(move(c.W * 0.5, c.H * 0.5, turn)):
        for j in range(-5, 6):
            shift = c.rng.uniform(-12, 12)
            for i in range(-4, 5):
                x, y = i * w + shift, j * h
                tone = c.rng.choice(tones)
                reed = (j, i) == green
                pts = [(x + 0.7, y + 0.7), (x + w - 0.7, y + 0.7), (x + w - 0.7, y + h - 0.7), (x + 0.7, y + h - 0.7)]
                c.poly(pts, c.p.reed if reed else c.p.m(tone))
                upright, gap = c.rng.random() < 0.4, c.rng.choice((2.0, 2.8, 3.8))
                span = w if upright else h
                for k in range(1, int((span - 1.4) / gap)):
                    at = 0.7 + k * gap
                    ends = (
                        [(x + at, y + 0.7), (x + at, y + h - 0.7)]
                        if upright
                        else [(x + 0.7, y + at), (x + w - 0.7, y + at)]
                    )
                    c.line(ends, 0.3, c.p.m(tone + 1.2) if not reed else c.p.m(6), caps=False)
        y = h
        c.rect(-130, y - 2.6, 130, y + 2.6, c.p.g(0))
        c.thread([(-130, y), (130, y)], w=0.5)
        x = c.W * c.rng.choice((-0.2, 0.16))
        c.rect(x - 5, y - 2.4, x + 4, y + 2.4, c.p.accent, 0.6)
        c.rect(x - 5, y - 2.4, x - 1, y + 2.4, c.p.accent_dark, 0.6)
        c.rect(x + 4, y - 5, x + 6.2, y + 5, c.p.m(7))


def noodles(c: Canvas) -> None:
    """Jars on a filling line: one shape, repeated, one lid forge."""
    base = c.H * (0.78 if not c.tall else 0.72)
    w, gap = (17.0, 20.5) if not c.tall else (19.0, 23.0)
    c.rect(0, base, c.W, base + 4, c.p.m(5.6))
    c.rect(0, base + 4, c.W, c.H, c.p.g(1.4))
    for i in range(int(c.W / 7) + 1):
        c.disc(i * 7, base + 7, 2.4, c.p.m(4))
        c.disc(i * 7, base + 7, 0.8, c.p.m(7))
    start, n = c.W * 0.3, int(c.W / gap)
    hot = n - 3 if not c.tall else 1
    for i in range(n):
        x = start + i * gap
        fill = 0.86 if i >= hot else 0.0
        cylinder(c, x, base - 34, base, w / 2, 0.07, shift=-0.5)
        if fill:
            cylinder(c, x, base - 34 * fill, base, w / 2 - 0.8, 0.07, shift=1.8)
        cylinder(c, x, base - 39, base - 33, w / 2 * 0.84, 0.1, shift=1.6 if i != hot else 0)
        if i == hot:
            c.rect(x - w * 0.42, base - 39.5, x + w * 0.42, base - 33, c.p.accent, 0.6)
        c.rect(x - w * 0.36, base - 21, x + w * 0.36, base - 10, c.p.m(0.2))
        for k in range(3):
            c.rect(x - w * 0.26, base - 18.6 + k * 2.8, x + w * (0.26 - 0.1 * k), base - 18 + k * 2.8, c.p.m(4))
    for i in range(n):
        x = start + i * gap
        bar(c, (x, 0), (x, base - 56 + (10 if i == hot else 0)), 4.4, 0.6)
        c.poly(
            [
                (x - 2.2, base - 56 + (10 if i == hot else 0)),
                (x + 2.2, base - 56 + (10 if i == hot else 0)),
                (x + 0.7, base - 51 + (10 if i == hot else 0)),
                (x - 0.7, base - 51 + (10 if i == hot else 0)),
            ],
            c.p.m(6),
        )
    c.rect(start - 12, 7, c.W, 13, c.p.m(4.8))
    c.thread([(0, base + 0.1), (c.W, base + 0.1)], w=0.55)
