"""Desks without people: papers, lamp, stamps, laboratory glass, microscope, tools."""

from __future__ import annotations

import math

from .canvas import Canvas, Point, arc, move
from .shapes import bar, cylinder, metal


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
                c.rect(x0 + (span * 0.1 if n % 6 == 1 else 0), yy, x0 + span * short, yy + h * 0.009, ink)
                yy += h * (0.026 if n % 6 else 0.04)


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
