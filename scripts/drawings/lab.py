"""The laboratory: glass, the microscope, sample dishes."""

from __future__ import annotations

import math

from .canvas import Canvas, Point, arc, move
from .shapes import bar, cylinder, metal


def flask(c: Canvas, x: float, y: float, s: float, level: float, hot: bool = False, round_body: bool = False) -> None:
    """A flask of glass: pale planes, a tinted filling with a darker side."""
    p = c.p
    neck, w = s * 0.13, s * 0.5
    if round_body:
        body: list[Point] = [(x - neck, y - s * 1.2), *arc(x, y - w, w, None, -105, -435, 60), (x + neck, y - s * 1.2)]
    else:
        body = [
            (x - neck, y - s * 1.2),
            (x - neck, y - s * 0.8),
            (x - w, y - s * 0.08),
            (x - w * 0.9, y),
            (x + w * 0.9, y),
            (x + w, y - s * 0.08),
            (x + neck, y - s * 0.8),
            (x + neck, y - s * 1.2),
        ]
    c.poly(body, p.m(1.3))
    with c.clip(body):
        c.rect(x - s, y - s * level, x + s, y + 1, p.accent if hot else p.m(3.2))
        c.rect(x + w * 0.2, y - s * level, x + s, y + 1, p.accent_dark if hot else p.m(4.4))
        c.rect(x - s, y - s * level, x + s, y - s * level + s * 0.025, p.m(0.4))
        c.poly(
            [(x - neck * 0.6, y - s * 1.2), (x - neck * 0.1, y - s * 1.2), (x - w * 0.5, y), (x - w * 0.72, y)],
            p.m(0) if not hot else (236, 150, 112),
        )
    c.line([*body], s * 0.014, p.m(5))
    c.rect(x - neck * 1.35, y - s * 1.25, x + neck * 1.35, y - s * 1.19, p.m(4.6))


def flasks(c: Canvas) -> None:
    """Glass on the bench in two rows, the line as a tube from one to the next."""
    base = c.H * (0.84 if not c.tall else 0.8)
    for k in range(3):
        y = c.H * (0.14 + 0.2 * k)
        c.rect(c.W * 0.3, y + 15, c.W, y + 16, c.p.g(2))
        x = c.W * 0.34
        while x < c.W:
            w = c.rng.uniform(4, 7)
            c.rect(x, y + 15 - w * 1.8, x + w, y + 15, c.p.g(1.4 if k % 2 else 1.8), 1)
            c.rect(x + w * 0.25, y + 15 - w * 2.2, x + w * 0.75, y + 15 - w * 1.8, c.p.g(2.2))
            x += w + c.rng.uniform(1.2, 5)
    c.rect(0, base, c.W, c.H, c.p.m(5.4))
    c.rect(0, base, c.W, base + 1.2, c.p.m(3.4))
    sets = [
        (0.4, 24, 0.4, False, False),
        (0.58, 36, 0.34, True, False),
        (0.82, 46, 0.5, False, True),
        (1.02, 30, 0.6, False, False),
    ]
    if c.tall:
        sets = [(0.14, 30, 0.4, False, False), (0.46, 38, 0.36, True, False), (0.86, 52, 0.5, False, True)]
    for fx, s, level, hot, ball in sets:
        flask(c, c.W * fx, base, s, level, hot, ball)
    fx, s = sets[1][0], sets[1][1]
    gx, gs = sets[2][0], sets[2][1]
    top = base - s * 1.5 - 6
    c.thread([(0, top), (c.W * fx, top), (c.W * fx, base - s * 0.3)], 6, w=0.6)
    c.thread(
        [(c.W * fx + 1.6, base - s * 1.1), (c.W * fx + 1.6, top + 4), (c.W * gx, top + 4), (c.W * gx, base - gs * 1.2)],
        5,
        w=0.6,
    )
    c.thread([(c.W * gx + 2, base - gs * 1.1), (c.W * gx + 2, top - 4), (c.W, top - 4)], 5, w=0.6)


def microscope(c: Canvas) -> None:
    """A microscope large and cropped, light from below meeting the forge slide."""
    base = c.H * 0.92
    x = c.W * (0.66 if not c.tall else 0.56)
    k = 1.0 if not c.tall else 1.25
    c.disc(c.W * 0.22, c.H * 0.42, 27, c.p.g(1.4))
    for _ in range(40):
        a, r = c.rng.uniform(0, 6.3), 25 * math.sqrt(c.rng.random())
        px, py, s = c.W * 0.22 + math.cos(a) * r * 0.86, c.H * 0.42 + math.sin(a) * r * 0.86, c.rng.uniform(1, 2.6)
        c.disc(px, py, s, c.p.g(2.4))
        c.disc(px + s * 0.2, py, s * 0.4, c.p.g(4))
    c.rect(0, base, c.W, c.H, c.p.m(6))
    with c.on(move(x, base, 0, k)):
        c.rect(-30, -7, 28, 0, c.p.m(5.6), 2)
        c.rect(-30, -7, 28, -5, c.p.m(3.6), 1)
        arm = [
            (8, -7),
            (24, -7),
            (28, -30),
            (25, -56),
            (10, -72),
            (-16, -78),
            (-18, -66),
            (4, -62),
            (14, -50),
            (16, -32),
        ]
        c.poly(arm, c.p.m(4))
        c.poly(
            [
                (17, -7),
                (24, -7),
                (28, -30),
                (25, -56),
                (10, -72),
                (-16, -78),
                (-16, -76),
                (8, -70),
                (20, -54),
                (22, -30),
            ],
            c.p.m(5.4),
        )
        c.rect(-27, -27, 15, -24, c.p.m(6.4), 0.6)
        c.rect(-20, -28.2, 2, -27, c.p.m(1))
        c.rect(-13, -28.6, -6, -27, c.p.accent)
        c.poly([(-14, -12), (-5, -12), (-8, -24), (-11, -24)], c.p.m(1.4))
        cylinder(c, -9.5, -12, -6, 6, 0.16, shift=1)
        with c.on(move(-9.5, -40, 0)):
            for turn, h in ((38, 9), (-36, 8), (0, 11)):
                with c.on(move(0, -3, turn)):
                    bar(c, (0, 0), (0, h), 5.4, 0.8)
                    bar(c, (0, h), (0, h + 2.4), 3, 1.6)
        c.disc(-9.5, -43.5, 7, c.p.m(5), 5)
        with c.on(move(-9.5, -46, -14)):
            bar(c, (0, 0), (0, -22), 11, 0.2)
            bar(c, (0, -22), (0, -37), 8, -0.2)
            bar(c, (0, -37), (0, -41), 10, 2.4)
        metal(c, 20, -30, 0.6, 7)
        c.disc(20, -30, 2.2, c.p.m(6.4))
    y = base - 28.6 * k
    c.thread([(0, y), (x - 6 * k, y)], 0, w=0.5)
    c.thread([(x + 27 * k, y), (c.W, y)], 0, w=0.5)


def dishes(c: Canvas) -> None:
    """Sample dishes from above in a grid, each with its own pattern."""
    r = c.rng.choice((13.0, 10.4, 16.0))
    g = r * 2.28
    c.fill(c.p.g(2))
    cols, rows = int(c.W / g) + 2, int(c.H / g) + 2
    hot = (int(rows * 0.5), int(cols * 0.5) - (1 if c.rng.random() < 0.5 else 0))
    ly = hot[0] * g + g * 0.1
    c.thread([(0, ly), (c.W, ly)], w=0.5)
    for j in range(rows):
        for i in range(cols):
            x, y = i * g, j * g + g * 0.1
            is_hot, tone = (j, i) == hot, c.rng.choice((0.4, 1.0, 1.8, 3.0, 4.6))
            c.disc(x + r * 0.06, y + r * 0.09, r, c.p.g(3.4))
            c.disc(x, y, r, c.p.m(0.4))
            c.disc(x, y, r * 0.92, c.p.m(3))
            c.disc(x, y, r * 0.88, c.p.m(tone))
            kind, ink = c.rng.randrange(4), c.p.m(tone + 2.2 if tone < 4 else 1.6)
            if is_hot:
                c.disc(x, y, r * 0.5, c.p.accent)
                c.ring(x, y, r * 0.6, r * 0.63, c.p.accent)
            elif kind == 0:
                for q in range(1, 5):
                    c.ring(x, y, r * 0.18 * q, r * (0.18 * q + 0.05), ink)
            elif kind == 1:
                for _ in range(24):
                    a, d = c.rng.uniform(0, 6.3), r * 0.76 * math.sqrt(c.rng.random())
                    c.disc(x + math.cos(a) * d, y + math.sin(a) * d, r * c.rng.uniform(0.03, 0.1), ink)
            elif kind == 2:
                for q in range(-4, 5):
                    half = r * 0.8 * math.sqrt(max(0.0, 1 - (q / 4.9) ** 2))
                    c.line([(x - half, y + q * r * 0.17), (x + half, y + q * r * 0.17)], r * 0.04, ink)
            else:
                c.poly(arc(x, y, r * 0.88, None, 20, 200), ink)
            c.line(arc(x, y, r * 0.8, None, 200, 250), r * 0.05, c.p.m(0))
