"""Bearings, coils, slabs, rolling mill, furnace: the metal trades."""

from __future__ import annotations

import math

from .canvas import Canvas, arc, move
from .shapes import ball, bar, cube, cylinder, metal, plant


def bearing(c: Canvas, x: float, y: float, r: float, n: int = 13, turn: float = 0, forge: int | None = 0) -> None:
    """A ball bearing seen from the front; the ground shows through its bore."""
    p = c.p
    c.ring(x, y, r * 0.34, r, p.m(6.6))
    metal(c, x, y, r * 0.815, r, lo=0.8, hi=4.2)
    metal(c, x, y, r * 0.345, r * 0.55, turn=-60, lo=1.2, hi=4.8)
    for at, w, tone in ((0.985, 0.017, 5), (0.835, 0.02, 5.4), (0.53, 0.022, 5.2), (0.37, 0.02, 5.6), (0.9, 0.004, 5)):
        c.ring(x, y, r * at, r * (at + w), p.m(tone))
    c.ring(x, y, r * 0.645, r * 0.715, p.m(4.4))
    c.ring(x, y, r * 0.645, r * 0.655, p.m(2.4))
    for i in range(n):
        a = math.radians(turn + 360 * i / n)
        bx, by = x + math.cos(a) * r * 0.682, y + math.sin(a) * r * 0.682
        c.disc(bx, by, r * 0.125, p.m(6.6))
        ball(c, bx, by, r * 0.112, 1.4, accent=i == forge)
        b = a + math.pi / n
        c.disc(x + math.cos(b) * r * 0.68, y + math.sin(b) * r * 0.68, r * 0.012, p.m(1.5))


def bearing_close(c: Canvas) -> None:
    """One huge ring bleeding off the picture, the line arriving at the forge ball."""
    t, r = c.rng.uniform(-8, 8), c.rng.uniform(58, 64) * (1.12 if c.tall else 1)
    x, y = (c.W * 0.8, c.H * 0.6) if c.tall else (c.W * 0.69, c.H * c.rng.uniform(0.52, 0.62))
    a = math.radians(180 + c.rng.choice((-22, -8, 14, 26)))
    ly = y + math.sin(a) * r * 0.682
    plant(c, c.H * 0.9, 1.3, -2, c.W * 0.55, 1.5)
    c.rect(0, c.H * 0.9, c.W, c.H, c.p.g(1.3))
    bearing(c, x, y, r, turn=math.degrees(a) + t * 0, forge=None)
    bx = x + math.cos(a) * r * 0.682
    c.thread([(0, ly), (bx, ly)])
    ball(c, bx, ly, r * 0.112, accent=True)
    bore = r * 0.34
    if abs(ly - y) < bore:
        half = math.sqrt(bore**2 - (ly - y) ** 2)
        c.thread([(x - half, ly), (x + half, ly)])


def ball_field(c: Canvas) -> None:
    """Steel balls in their tray from above, packed close; one is hot."""
    r = c.rng.choice((7.2, 9.0, 11.0))
    c.fill(c.p.m(6.8))
    step, row = r * 2.06, r * 2.06 * math.sqrt(3) / 2
    rows, cols = int(c.H / row) + 3, int(c.W / step) + 3
    hot = (int(rows * c.rng.choice((0.33, 0.64))), int(cols * c.rng.choice((0.3, 0.66))))
    quiet = c.rng.choice((-1, 1))
    at = (0.0, 0.0)
    for j in range(rows):
        for i in range(cols):
            x, y = (i - 0.8 + 0.5 * (j % 2)) * step, (j - 0.6) * row
            far = (x / c.W - 0.5) * quiet + (y / c.H - 0.5)
            if (j, i) == hot:
                at = (x, y)
            elif far > 0.62:
                c.ring(x, y, r * 0.86, r * 0.9, c.p.m(5.2))
            else:
                ball(c, x, y, r * 0.95, 0.8 + 3.4 * max(0, far + 0.25))
    gap = row / 2
    y = at[1] + r * 0.98
    c.line([(0, y), (c.W, y)], 1.1, c.p.m(6.8), caps=False)
    c.thread([(0, y), (c.W, y)])
    ball(c, *at, r * 0.95 + gap * 0, accent=True)


def ring_tunnel(c: Canvas) -> None:
    """Rings standing on the line one behind another, a tunnel of steel."""
    n, base = 9, c.H * (0.74 if c.tall else 0.82)
    big = c.rng.uniform(31, 35) * (1.15 if c.tall else 1)
    c.rect(0, base, c.W, c.H, c.p.g(1.6))
    end = (c.W * 0.12, base)
    x0 = c.W * (0.78 if not c.tall else 0.72)
    hot = c.rng.choice((1, 2, 3))
    for i in reversed(range(n)):
        k = 0.8**i
        r, x = big * k, end[0] + (x0 - end[0]) * (0.80**i)
        y, flat = base - r, 0.46
        with c.on(move(x, y, 0, flat, 1)):
            shade = 2.2 * i / n
            for s in range(10):
                off = r * 0.62 * (1 - s / 9)
                c.ring(off, 0, r * 0.72, r, c.p.m((4.6 if s < 9 else 1) if i != hot else 5))
            metal(c, 0, 0, r * 0.7, r, turn=-50, lo=0.6 + shade, hi=3.6 + shade * 0.4)
            c.ring(0, 0, r * 0.7, r * (0.79 if i == hot else 0.735), c.p.accent if i == hot else c.p.m(5.6))
            c.ring(0, 0, r * 0.965, r, c.p.accent if i == hot else c.p.m(5))
    c.thread([(0, base + 0.2), (c.W, base + 0.2)])
    for i in range(7):
        y = base + 3 + i * i * 0.7
        c.line([(0, y), (c.W, y)], 0.16, c.p.g(3), caps=False)


def bearing_stack(c: Canvas) -> None:
    """Rings stacked in columns, side on: rhythm of lit steel with one forge ring."""
    base = c.H * 0.9
    c.rect(0, base, c.W, c.H, c.p.g(1.6))
    r, h = c.rng.choice(((13, 6.4), (16, 7.4), (10.5, 5.4)))
    cols = int(c.W / (2.25 * r)) + 2
    hot = c.rng.randint(1, max(1, cols - 3))
    x = c.W - r * 0.6
    for i in range(cols):
        top = 0.28 + 0.72 * abs(math.sin(1.1 + i * 1.9)) if i else 1.0
        n = max(2, int((c.H * 0.86 / h) * (1.02 if i == 0 else top * 0.72)))
        for j in range(n):
            y = base - j * h
            cylinder(c, x, y - h * 0.92, y, r, 0.2, shift=0.25 * (i % 3))
            c.ring(x, y - h * 0.92, r * 0.68, r * 0.98, c.p.m(1.4), flat=0.2)
            c.disc(x, y - h * 0.92, r * 0.66, c.p.m(6.4), r * 0.13)
            if i == hot and j == n // 2:
                pts = arc(x, y, r, r * 0.2, 0, 180)
                c.poly([*pts, *reversed([(u, v - h * 0.72) for u, v in pts])], c.p.accent)
        x -= r * 2.25
    y = base + 0.4
    c.thread([(0, y), (c.W, y)])


def roller_arc(c: Canvas) -> None:
    """A roller bearing so large that only an arc of it fits: races as bands, rollers as a colonnade."""
    x, y = c.W * c.rng.uniform(0.5, 0.64), c.H * (1.32 if not c.tall else 1.16)
    r = y - c.H * (0.2 if not c.tall else 0.3)
    metal(c, x, y, r * 0.9, r, turn=-60, lo=0.8, hi=3.8, n=180)
    metal(c, x, y, r * 0.5, r * 0.66, turn=-20, lo=1.2, hi=4.2, n=180)
    c.ring(x, y, r * 0.66, r * 0.9, c.p.m(6.8), 180, 360)
    for at, w, tone in ((0.994, 0.008, 5), (0.9, 0.02, 5.4), (0.64, 0.02, 5.4), (0.5, 0.014, 5)):
        c.ring(x, y, r * at, r * (at + w), c.p.m(tone), 180, 360)
    n, wide = (46, 0.062) if not c.tall else (50, 0.058)
    hot = int(n * c.rng.choice((0.68, 0.79) if not c.tall else (0.73, 0.77)))
    for i in range(n // 2, n + 1):
        with c.on(move(x, y, 360 * (i + 0.5) / n)):
            bar(c, (r * 0.675, 0), (r * 0.89, 0), r * wide * 2, 0)
            if i == hot:
                c.rect(r * 0.675, -r * wide, r * 0.89, r * wide, c.p.accent)
                c.rect(r * 0.675, r * wide * 0.3, r * 0.89, r * wide, c.p.accent_dark)
            for q in (0.675, 0.868):
                c.rect(r * q, -r * wide, r * (q + 0.022), r * wide, c.p.m(6))
    c.line(arc(x, y, r * 1.035, None, 180, 360, 160), 0.5, c.p.accent)
    c.line(arc(x, y, r * 1.075, None, 180, 360, 160), 0.16, c.p.g(4))


def coil_face(c: Canvas, x: float, y: float, r: float, shift: float = 0, core: float = 0.3, hot: bool = False) -> None:
    """The end of a coil: turned metal with the laps as fine lines."""
    c.disc(x, y, r, c.p.m(5))
    metal(c, x, y, r * core, r * 0.985, turn=-40, lo=0.4 + shift, hi=3.4 + shift, n=30 if r > 24 else 20)
    laps = int(r / 2.4) if r > 24 else 4
    for i in range(laps):
        at = r * (core + (1 - core) * (i + 0.6) / laps)
        a = c.rng.uniform(0, 360)
        c.ring(x, y, at - 0.09, at + 0.11, c.p.m(4.4), a, a + c.rng.uniform(200, 350))
    c.disc(x, y, r * core, c.p.m(6.8))
    c.ring(x, y, r * core * (0.86 if r > 24 else 0.6), r * core, c.p.accent if hot else c.p.m(5))
    c.ring(x, y, r * core * 0.2, r * core * 0.86, c.p.m(7.4), 20, 200)


def coil_close(c: Canvas) -> None:
    """A coil end filling half the picture; its strip leaves along the line."""
    r = c.rng.uniform(42, 48) * (1.1 if c.tall else 1)
    x, y = c.W * (0.74 if c.tall else 0.68), c.H * (0.4 if c.tall else 0.47)
    floor = y + r
    c.rect(0, floor, c.W, c.H, c.p.g(2))
    for i in range(4):
        c.rect(c.W * 0.04 + i * 15, floor - 30 - 5 * (i % 2), c.W * 0.04 + i * 15 + 1, floor, c.p.g(1.2))
    c.rect(0, floor - 34, c.W, floor - 31.5, c.p.g(1.2))
    coil_face(c, x, y, r, hot=True)
    c.poly([(0, floor - 0.9), (x, floor - 0.9), (x, floor + 0.3), (0, floor + 0.3)], c.p.m(3.4))
    n = int(c.W / 9)
    for i in range(n + 1):
        rx = i * 9 + 2
        c.disc(rx, floor + 4, 3.2, c.p.m(4.6))
        c.disc(rx, floor + 4, 2.2, c.p.m(2.6))
        c.disc(rx, floor + 4, 0.6, c.p.m(6))
    c.rect(0, floor + 7.6, c.W, floor + 9.4, c.p.m(6))
    c.thread([(0, floor - 0.9), (c.W, floor - 0.9)], w=0.55)


def coil_store(c: Canvas) -> None:
    """Coils standing eye to the sky in store, seen from the crane; one core is hot."""
    c.fill(c.p.g(2))
    r = c.rng.choice((17.0, 20.5))
    dx, dy, flat = r * 2.36, r * 1.3, 0.52
    rows, cols = int(c.H / dy) + 4, int(c.W / dx) + 3
    hot = (
        int(rows * c.rng.choice((0.36, 0.5))),
        int(cols * c.rng.choice((0.36, 0.6))) if not c.tall else c.rng.choice((1, 2)),
    )
    for j in range(rows):
        y = (j - 0.4) * dy
        if j == hot[0]:
            c.thread([(0, y + r * 0.72), (c.W, y + r * 0.72)], w=0.55)
        for i in range(cols):
            x = (i - 0.6 + 0.5 * (j % 2)) * dx
            if (x < c.W * 0.3 and j < 2 + rows * 0.12) or ((i * 7 + j * 4) % 13 == 0 and (j, i) != hot):
                c.line([*arc(x, y, r, r * flat), (x + r, y)], 0.2, c.p.g(3.6))
                continue
            h = r * c.rng.choice((0.66, 0.8, 0.95))
            cylinder(c, x, y - h, y, r, flat, shift=0.5)
            for q in (0.3, 0.72):
                band = arc(x, y - h * q, r, r * flat, 0, 180)
                c.poly([*band, *[(u, v + 0.9) for u, v in reversed(band)]], c.p.m(6))
            with c.on(move(x, y - h, 0, 1, flat)):
                coil_face(c, 0, 0, r, shift=0.15 * (i % 3), core=0.34, hot=(j, i) == hot)


def slabs(c: Canvas) -> None:
    """Aluminium ingots stacked crosswise in axonometry, bright tops and dark joints."""
    w, h = c.rng.choice(((26, 4.6), (21, 3.8)))
    x0, y0 = c.W * (0.66 if not c.tall else 0.6), c.H * 0.93
    c.poly([(0, y0 - 8), (c.W, y0 - 8), (c.W, c.H), (0, c.H)], c.p.g(1.4))
    stacks = (
        ((-2.1, 9), (2.1, 11), (-1.05, 7), (1.05, 12), (0, 8)) if not c.tall else ((-1.05, 14), (1.05, 17), (0, 10))
    )
    for k, n in stacks:
        sx, sy = x0 + k * w, y0 - abs(k) * w * 0.5 - (1 if abs(k) == 0 else 0)
        for j in range(n):
            y = sy - j * (h + 0.7)
            for i in range(4):
                q = w / 4
                lay = j % 2
                at = (sx - (0 if lay else (3 - i) * q), y - (0 if lay else (3 - i) * q * 0.5))
                at = (sx + (3 - i) * q, y - (3 - i) * q * 0.5) if lay else at
                hot = k == 0 and j == n - 3 and i == 3
                cube(c, at, w if lay else q * 0.93, q * 0.93 if lay else w, h, (0.4, 1.9 + 0.2 * lay, 4.6))
                if hot and not lay:
                    c.poly(
                        [at, (at[0] + w, at[1] - w * 0.5), (at[0] + w, at[1] - w * 0.5 - h), (at[0], at[1] - h)],
                        c.p.accent,
                    )
                elif hot:
                    c.poly(
                        [at, (at[0] - w, at[1] - w * 0.5), (at[0] - w, at[1] - w * 0.5 - h), (at[0], at[1] - h)],
                        c.p.accent,
                    )
    y = y0 + 1.5
    c.thread([(0, y - 16), (c.W * 0.12, y - 16), (c.W * 0.24, y), (c.W, y)], 8)
