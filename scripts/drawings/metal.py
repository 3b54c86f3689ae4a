"""Bearings, coils, slabs, rolling mill, furnace: the metal trades."""

from __future__ import annotations

import math

from .canvas import Canvas, arc, move
from .shapes import ball, bar, cube, cylinder, lune, metal, plant


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
    hot = c.rng.choice((3, 4, 5))
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
            c.ring(0, 0, r * 0.7, r * 0.735, c.p.accent if i == hot else c.p.m(5.6))
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


def coil_face(c: Canvas, x: float, y: float, r: float, shift: float = 0, core: float = 0.3, hot: bool = False) -> None:
    """The end of a coil: turned metal with the laps as fine lines."""
    c.disc(x, y, r, c.p.m(5))
    metal(c, x, y, r * core, r * 0.985, turn=-40, lo=0.4 + shift, hi=3.4 + shift, n=36)
    laps = max(5, int(r / 1.5))
    for i in range(laps):
        at = r * (core + (1 - core) * (i + 0.6) / laps)
        a = c.rng.uniform(0, 360)
        c.ring(x, y, at - 0.06, at + 0.08, c.p.m(4.4), a, a + c.rng.uniform(200, 350))
    c.disc(x, y, r * core, c.p.m(6.8))
    c.ring(x, y, r * core * 0.86, r * core, c.p.accent if hot else c.p.m(5))
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
    r = c.rng.choice((13.5, 17.0))
    dx, dy, flat = r * 2.36, r * 1.3, 0.52
    rows, cols = int(c.H / dy) + 4, int(c.W / dx) + 3
    hot = (int(rows * c.rng.choice((0.36, 0.5))), int(cols * c.rng.choice((0.36, 0.6))))
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


def mill(c: Canvas) -> None:
    """A rolling stand cut open: four rolls and the glowing plate, which is the line."""
    y, x = c.H * (0.55 if not c.tall else 0.52), c.W * (0.64 if not c.tall else 0.58)
    r, big = 11.5, 21
    c.rect(0, y + 33, c.W, c.H, c.p.g(2))
    for k in range(3):
        px = c.W * (0.05 + 0.11 * k)
        c.rect(px, y - 40 + k * 3, px + 2.5, y + 33, c.p.g(1.3))
    for side in (-1, 1):
        c.rect(x + side * 25 - 4.5, y - 60, x + side * 25 + 4.5, y + 40, c.p.m(6.2))
        c.rect(x + side * 25 - 4.5, y - 60, x + side * 25 - 2.5, y + 40, c.p.m(5))
    c.rect(x - 34, y - 66, x + 34, y - 54, c.p.m(5.4))
    c.rect(x - 34, y - 66, x + 34, y - 63, c.p.m(4))
    for sign in (-1, 1):
        for rr, d in ((big, r * 2 + big), (r, r)):
            cy = y + sign * (d + 0.9)
            c.disc(x, cy, rr, c.p.m(6.2))
            metal(c, x, cy, rr * 0.4, rr * 0.96, turn=-40 + 10 * sign, lo=0.8, hi=4, n=40)
            c.disc(x, cy, rr * 0.4, c.p.m(5.4))
            c.disc(x, cy, rr * 0.3, c.p.m(2))
            c.disc(x, cy, rr * 0.1, c.p.m(6))
    n = int(c.W / 10) + 1
    for i in range(n):
        rx = i * 10 + 1
        if abs(rx - x) > 28:
            c.disc(rx, y + 5.4, 3.6, c.p.m(5))
            c.disc(rx, y + 5.4, 2.5, c.p.m(2.6))
    c.rect(0, y + 9, x - 30, y + 12, c.p.m(6))
    c.rect(x + 30, y + 9, c.W, y + 12, c.p.m(6))
    c.rect(0, y - 0.5, x, y + 1.1, c.p.accent)
    c.rect(x, y - 0.35, c.W, y + 0.4, c.p.accent)


def sections(c: Canvas) -> None:
    """Steel sections stacked end-on: H after H after H, a woven wall."""
    s = c.rng.choice((12.0, 15.0, 10.0))
    c.fill(c.p.m(7.2))
    rows, cols = int(c.H / s) + 2, int(c.W / s) + 2
    hot = (int(rows * 0.6), int(cols * c.rng.choice((0.32, 0.64))))
    for j in range(rows):
        for i in range(cols):
            x, y = i * s - s * 0.3 * (j % 2), j * s
            tone = 1.2 + c.rng.choice((0, 0.5, 1.1, 1.8)) + 2.2 * max(0.0, (i / cols - 0.55))
            col = c.p.accent if (j, i) == hot else c.p.m(tone)
            c.rect(x, y + s * 0.04, x + s * 0.96, y + s * 0.2, col)
            c.rect(x, y + s * 0.8, x + s * 0.96, y + s * 0.96, col)
            c.rect(x + s * 0.4, y + s * 0.1, x + s * 0.56, y + s * 0.9, col)
            deep = c.p.accent_dark if (j, i) == hot else c.p.m(tone + 2.6)
            c.rect(x, y + s * 0.2, x + s * 0.4, y + s * 0.26, deep)
            c.rect(x + s * 0.56, y + s * 0.2, x + s * 0.96, y + s * 0.26, deep)
    ly = (hot[0] + 1) * s
    c.thread([(0, ly), (c.W, ly)], w=0.55)


def furnace(c: Canvas) -> None:
    """A furnace mouth in the dark hall; one pour, caught by the ladle."""
    x, base = c.W * (0.56 if not c.tall else 0.3), c.H * (0.87 if not c.tall else 0.8)
    for i, tone in enumerate((0.8, 1.5, 2.2)):
        for k in range(4):
            px = c.W * (0.06 + 0.2 * k) + i * 9
            c.rect(px, 0, px + 2 + i, base - 8, c.p.g(tone))
        c.rect(0, 9 + i * 8, c.W, 11.4 + i * 8.4, c.p.g(tone))
    c.rect(0, base, c.W, c.H, c.p.g(1.4))
    cy = base - 54
    with c.on(move(x, cy, 72)):
        body = [(-27, -22), (-15, -35), (15, -35), (27, -22), (27, 18), (17, 34), (-17, 34), (-27, 18)]
        c.poly(body, c.p.m(4.6))
        c.poly([(-27, -22), (-15, -35), (-8, -35), (-14, -22), (-14, 18), (-9, 34), (-17, 34), (-27, 18)], c.p.m(2.4))
        c.poly([(12, -22), (8, -35), (15, -35), (27, -22), (27, 18), (17, 34), (9, 34), (12, 18)], c.p.m(6))
        c.rect(-30, -5, 30, 5, c.p.m(5.6))
        for k in range(-27, 28, 6):
            c.disc(k, 0, 0.9, c.p.m(2))
        c.disc(0, -35, 15, c.p.m(7.6), 3.4)
        c.poly([(2, -36.6), (15, -35), (15, -33.5), (2, -34)], c.p.accent)
    a = move(x, cy, 72)(15, -35)
    c.disc(x, cy, 7.5, c.p.m(3))
    c.disc(x, cy, 4.5, c.p.m(6))
    lx = a[0] + 3
    c.poly(
        [
            (a[0] - 3.4, a[1] - 1),
            (a[0] + 1, a[1] - 3.4),
            (lx + 1, a[1] + 3),
            (lx + 0.7, base - 23),
            (lx - 0.9, base - 23),
            (lx - 1.4, a[1] + 4),
        ],
        c.p.accent,
    )
    cylinder(c, lx + 1, base - 24, base - 2, 12, 0.2, top=c.p.m(7))
    c.disc(lx + 1, base - 23.6, 10, c.p.accent, 1.6)
    bar(c, (lx - 14, base - 12), (lx + 16, base - 12), 3)
    c.thread([(0, base), (c.W, base)])


def tubes(c: Canvas) -> None:
    """Seamless tubes stacked end-on, bore after bore; the line passes through one."""
    r = c.rng.choice((8.4, 10.6, 12.4))
    dx, dy = r * 2.04, r * 1.77
    base = c.H * 0.96
    c.rect(0, base, c.W, c.H, c.p.m(6.6))
    rows = int(c.H * 0.95 / dy)
    hot = (c.rng.choice((1, 2)), c.rng.choice((2, 3)) if not c.tall else 1)
    for j in range(rows):
        y = base - r - j * dy
        for i in range(int(c.W / dx) + 2):
            x = c.W + r * 0.3 - i * dx - (r * 1.02 if j % 2 else 0)
            if x < c.W * (0.06 + 0.66 * (j / rows) ** 1.2):
                break
            is_hot = (j, i) == hot
            c.disc(x, y, r, c.p.m(5.6))
            metal(c, x, y, r * 0.72, r * 0.965, turn=-45, lo=0.5, hi=3.0 + 0.6 * ((i + j) % 2), n=40)
            c.disc(x, y, r * 0.72, c.p.m(7.4))
            c.poly(lune(x, y, r * 0.72, 0.5, 50), c.p.m(5.2))
            c.disc(x - r * 0.1, y - r * 0.1, r * 0.34, c.p.m(8))
            if is_hot:
                c.ring(x, y, r * 0.72, r * 0.965, c.p.accent)
                c.ring(x, y, r * 0.72, r * 0.8, c.p.accent_dark)
                c.thread([(0, y), (x - r * 0.72, y)], 0, w=0.5)
    c.thread([(0, base), (c.W, base)], w=0.5)
