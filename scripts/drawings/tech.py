"""Information technology, new energy and health."""

from __future__ import annotations

import math

from .canvas import Cam, Canvas, Point, move
from .shapes import lune, metal, plant


def circuit(c: Canvas) -> None:
    """A board read as a town: traces are streets, chips are blocks, the line runs through."""
    g = 2.5
    dark = c.p.name in ("night", "deep")
    trace = c.p.m(4.6) if dark else c.p.m(3.2)
    c.fill(c.p.m(7.2) if dark else c.p.g(1))
    nx, ny = int(c.W / g) + 1, int(c.H / g) + 1
    used: set[tuple[int, int]] = set()
    chips = [(0.62, 0.36, 14, 10), (0.22, 0.68, 7, 7), (0.86, 0.74, 6, 9), (0.34, 0.16, 9, 4), (0.5, 0.8, 5, 4)]
    hot = 0
    spots = []
    for fx, fy, w, h in chips:
        if c.tall:
            w, h = max(4, w - 3), h
        x, y = int(nx * fx) - w // 2 + c.rng.randint(-2, 2), int(ny * fy) - h // 2
        spots.append((x, y, w, h))
        used |= {(i, j) for i in range(x - 1, x + w + 2) for j in range(y - 1, y + h + 2)}
    for _ in range(330):
        i, j = c.rng.randrange(nx), c.rng.randrange(ny)
        di, dj = c.rng.choice(((1, 0), (0, 1), (1, 0), (-1, 0)))
        pts: list[Point] = []
        for leg in range(3):
            for _ in range(c.rng.randint(4, 11)):
                if (i, j) in used or not (-2 < i < nx + 2 and -2 < j < ny + 2):
                    break
                used.add((i, j))
                pts.append((i * g, j * g))
                i, j = i + di, j + dj
            di, dj = (di, dj) if leg % 2 else ((1, 1) if di and dj == 0 else (di or 1, 0))
        if len(pts) > 3:
            c.line(pts, 0.5, trace)
            for x, y in (pts[0], pts[-1]):
                c.disc(x, y, 0.9, trace)
                c.disc(x, y, 0.42, c.p.m(7.2) if dark else c.p.g(0))
    for k, (x, y, w, h) in enumerate(spots):
        x0, y0, x1, y1 = x * g, y * g, (x + w) * g, (y + h) * g
        for i in range(w + 1):
            for yy in (y0 - 1.6, y1):
                c.rect(x0 + i * g - 0.5, yy, x0 + i * g + 0.5, yy + 1.6, c.p.m(1.4 if dark else 4))
        for j in range(h + 1):
            for xx in (x0 - 1.6, x1):
                c.rect(xx, y0 + j * g - 0.5, xx + 1.6, y0 + j * g + 0.5, c.p.m(1.4 if dark else 4))
        c.rect(x0 - 0.8, y0 - 0.8, x1 + 0.8, y1 + 0.8, c.p.m(2.0 if dark else 6.2), 0.6)
        c.rect(x0 + 0.8, y0 + 0.8, x1 - 0.8, y1 - 0.8, c.p.m(3.0 if dark else 5.2), 0.4)
        c.disc(x0 + 2.2, y0 + 2.2, 0.6, c.p.m(1 if dark else 2))
        if k == hot:
            mx, my = (x0 + x1) / 2, (y0 + y1) / 2
            c.rect(mx - 6, my - 6, mx + 6, my + 6, c.p.accent, 0.5)
            c.rect(mx - 4.4, my - 4.4, mx + 4.4, my + 4.4, c.p.accent_dark, 0.3)
            ly = my
            c.thread([(0, ly + 15), (x0 - 22, ly + 15), (x0 - 7, ly), (mx - 6, ly)], 3, w=0.6)
            c.thread([(mx + 6, ly), (x1 + 6, ly), (x1 + 14, ly + 8), (c.W, ly + 8)], 3, w=0.6)


def wafer(c: Canvas) -> None:
    """A wafer cut by the edge, its dies a calendar of tints, one of them forge."""
    r = c.rng.uniform(56, 62) * (1.05 if c.tall else 1)
    x, y = c.W * (0.7 if not c.tall else 0.74), c.H * (0.54 if not c.tall else 0.5)
    turn = c.rng.choice((-14, 12, -24))
    for off, tone in ((5.2, 1.4), (2.6, 2.4)):
        c.disc(x - off * 1.6, y + off, r, c.p.g(tone))
    c.disc(x, y, r, c.p.m(4.8))
    metal(c, x, y, r * 0.94, r * 0.985, lo=0.6, hi=3.4, n=40)
    c.disc(x, y, r * 0.945, c.p.m(2))
    w, h = c.rng.choice(((8.0, 6.0), (6.4, 6.4), (9.6, 7.2)))
    hot = (-3, -1)
    with c.on(move(x, y, turn)):
        for j in range(-12, 13):
            for i in range(-12, 13):
                corners = [(i * w, j * h), ((i + 1) * w, j * h), (i * w, (j + 1) * h), ((i + 1) * w, (j + 1) * h)]
                if max(math.hypot(*q) for q in corners) > r * 0.92:
                    continue
                k = 0.5 + 0.5 * math.sin((i * 0.9 + j * 0.55) * 0.62)
                tone = 0.8 + 3.6 * round(k * 5) / 5
                c.rect(
                    i * w + 0.28,
                    j * h + 0.28,
                    (i + 1) * w - 0.28,
                    (j + 1) * h - 0.28,
                    c.p.accent if (i, j) == hot else c.p.m(tone),
                )
                if (i, j) != hot:
                    c.rect(i * w + 1, j * h + 1, i * w + w * 0.46, j * h + h * 0.46, c.p.m(tone + 0.8))
                    c.rect(i * w + w * 0.58, j * h + 1, i * w + w - 1, j * h + h - 1, c.p.m(tone + 0.4))
        hy = (hot[1] + 0.5) * h
        c.thread([(-220, hy), ((hot[0] + 0.5) * w, hy)], w=0.5)
        c.thread([(r, hy), (220, hy)], w=0.5)


def servers(c: Canvas) -> None:
    """An aisle of server racks in perspective, one drawer forge, the line on the floor."""
    cam = Cam(c.W * (0.36 if not c.tall else 0.42), c.H * (0.52 if not c.tall else 0.46), 5.4, 50)
    c.fill(c.p.m(7.4))
    c.poly([(0, c.H), (cam.vx, cam.vy), (c.W, c.H)], c.p.m(6.6))
    with c.on(cam.floor()):
        for i in range(14):
            z = 2 * 1.24**i
            c.line([(-3, z), (3, z)], 0.18, c.p.m(5.6), caps=False)
    with c.on(cam.floor(11.5)):
        for i in range(9):
            z = 3 * 1.3**i
            c.rect(-0.9, z, 0.9, z * 1.16, c.p.m(2.2 + i * 0.3))
    hot = c.rng.choice((1, 2)), c.rng.choice((5, 7, 8))
    for side in (-1, 1):
        with c.on(cam.side(side * 3.4)):
            for i in reversed(range(11)):
                z, z1 = 2.2 * 1.27**i, 2.2 * 1.27 ** (i + 1)
                fog = min(2.4, i * 0.26)
                lit = 3.4 if side > 0 else 4.4
                c.rect(z, 0, z1, 10.6, c.p.m(6.8 - fog * 0.6))
                pad = (z1 - z) * 0.06
                for j in range(13):
                    y0 = 0.5 + j * 0.77
                    is_hot = side > 0 and (i, j) == hot
                    c.rect(
                        z + pad,
                        y0,
                        z1 - pad,
                        y0 + 0.6,
                        c.p.accent if is_hot else c.p.m(lit + 0.5 * ((i + j) % 3) - fog * 0.3),
                    )
                    c.rect(z + pad * 2, y0 + 0.12, z + pad * 2 + (z1 - z) * 0.3, y0 + 0.26, c.p.m(6.6 - fog))
                    if (i * 5 + j * 3) % 4 and not is_hot:
                        zz = z1 - pad * 3
                        c.rect(zz, y0 + 0.2, zz + pad, y0 + 0.4, c.p.m(0.6))
    with c.on(cam.floor()):
        c.thread([(-1.4, 0.6), (-1.4, 80)], 0, w=0.6)


def solar(c: Canvas) -> None:
    """Solar rows running to the horizon, one module forge, the sun left to the reader."""
    cam = Cam(c.W * (0.72 if not c.tall else 0.66), c.H * (0.36 if not c.tall else 0.42), 7.2, 50)
    c.poly([(0, cam.vy), (c.W, cam.vy), (c.W, c.H), (0, c.H)], c.p.g(2))
    plant(c, cam.vy, 2, -3, c.W * 0.6, 0.8)
    for k in range(3):
        tx = c.W * (0.5 + 0.16 * k)
        c.line([(tx, cam.vy), (tx, cam.vy - 14 + 2 * k)], 0.5, c.p.g(2.6))
        for q in range(3):
            a = math.radians(q * 120 + 40 * k + 20)
            c.line(
                [(tx, cam.vy - 14 + 2 * k), (tx + 7 * math.cos(a), cam.vy - 14 + 2 * k + 7 * math.sin(a))],
                0.4,
                c.p.g(2.6),
            )
    hot = (c.rng.choice((3, 4)), c.rng.choice((-2, -1)))
    near = cam.focal * 6.6 / (c.H - cam.vy) * 0.94
    for j in reversed(range(17)):
        z = near * 1.22**j
        depth = 2.6 * 1.06**j
        fog = min(2.4, j * 0.19)
        for i in range(-26, 20):
            x0, x1 = i * 3.0 + 0.05, i * 3.0 + 2.95
            low = [cam(x0, 0.6, z), cam(x1, 0.6, z)]
            high = [cam(x1, 2.9, z + depth * 0.55), cam(x0, 2.9, z + depth * 0.55)]
            if low[1][0] < -5 or low[0][0] > c.W + 5:
                continue
            tone = (5.0 if (i + j) % 2 else 4.5) - fog
            c.poly([*low, *high], c.p.accent if (j, i) == hot else c.p.m(tone))
            if j < 8:
                for q in (1 / 3, 2 / 3):
                    c.line([cam(x0 + 2.9 * q, 0.6, z), cam(x0 + 2.9 * q, 2.9, z + depth * 0.55)], 0.14, c.p.m(2.2))
                c.line([cam(x0, 1.75, z + depth * 0.27), cam(x1, 1.75, z + depth * 0.27)], 0.14, c.p.m(2.2))
            c.line([high[1], high[0]], 0.2, c.p.m(0.8))
    c.thread([(0, cam.vy), (c.W, cam.vy)])


def turbine(c: Canvas, x: float, y: float, h: float, turn: float, tone: float, shade: float) -> None:
    """A wind turbine: tapering mast, hub, three blades with a dark edge."""
    w = h * 0.022
    c.poly([(x - w, y), (x - w * 0.45, y - h), (x + w * 0.45, y - h), (x + w, y)], c.p.m(tone))
    c.poly([(x, y), (x, y - h), (x + w * 0.45, y - h), (x + w, y)], c.p.m(shade))
    for k in range(3):
        with c.on(move(x, y - h, turn + 120 * k)):
            length = h * 0.62
            c.poly([(0, -h * 0.012), (length * 0.22, -h * 0.036), (length, 0), (0, h * 0.012)], c.p.m(tone))
            c.poly([(0, 0), (length, 0), (length * 0.2, h * 0.016), (0, h * 0.014)], c.p.m(shade))
    c.disc(x, y - h, h * 0.028, c.p.m(shade + 0.6))


def turbines(c: Canvas) -> None:
    """Turbines over layered fields, blades cut by the frame."""
    horizon = c.H * 0.66
    for k in range(5):
        y0 = horizon + k * (c.H - horizon) * 0.2
        hill = [
            (c.W * i / 40, y0 - 5 * math.sin(i / 40 * (2.2 + k * 0.5) + k * 1.7) * (1 - 0.1 * k)) for i in range(41)
        ]
        c.poly([*hill, (c.W, c.H + 2), (0, c.H + 2)], c.p.m(1.2 + k * 0.95))
        if k in (1, 3):
            for q in range(1, 7):
                c.line([(x, y + q * (1.3 + 0.3 * k)) for x, y in hill], 0.16, c.p.m(2.4 + k * 0.95), caps=False)
        if k == 0:
            for fx, h in ((0.1, 20), (0.22, 24), (0.36, 21), (0.48, 26)):
                turbine(c, c.W * fx, y0 - 1, h, c.rng.uniform(0, 120), 2.2, 3)
        if k == 1:
            turbine(c, c.W * 0.9, y0 + 2, 50, c.rng.uniform(0, 120), 1.6, 3.4)
        if k == 2:
            turbine(c, c.W * 0.66, y0 + 4, 74 * (1.25 if c.tall else 1), c.rng.uniform(10, 50), 0.3, 3.8)
            c.disc(c.W * 0.66, y0 + 4 - 74 * (1.25 if c.tall else 1), 2.4, c.p.accent)
            c.thread(hill)


def cells(c: Canvas) -> None:
    """Battery cells from above, close-packed; busbar and line join them."""
    r = c.rng.choice((9.4, 11.4, 13.2))
    c.fill(c.p.m(7))
    dx, dy = r * 2.16, r * 2.16 * 0.866
    hot = (int(c.H / dy * 0.62), int(c.W / dx * c.rng.choice((0.35, 0.62))))
    for j in range(-1, int(c.H / dy) + 2):
        for i in range(-1, int(c.W / dx) + 2):
            x, y = (i + 0.5 * (j % 2)) * dx, j * dy
            is_hot = (j, i) == hot
            c.disc(x + r * 0.1, y + r * 0.14, r, c.p.m(8))
            metal(c, x, y, r * 0.8, r, turn=-40, lo=1.2, hi=4.4, n=14)
            c.disc(x, y, r * 0.8, c.p.accent if is_hot else c.p.m(2 + 1.2 * ((i * 2 + j) % 3)))
            c.poly(lune(x, y, r * 0.8, 0.55, 48), c.p.accent_dark if is_hot else c.p.m(3.2 + 1.2 * ((i * 2 + j) % 3)))
            c.disc(x, y, r * 0.34, c.p.m(0.8))
            c.poly(lune(x, y, r * 0.34, 0.4, 48), c.p.m(2.6))
    for j in range(0, int(c.H / dy) + 2, 3):
        y = (j + (hot[0] % 3)) * dy
        c.rect(0, y - r * 0.12, c.W, y + r * 0.12, c.p.m(0.6))
        c.rect(0, y + r * 0.12, c.W, y + r * 0.2, c.p.m(4))
    y = hot[0] * dy
    c.thread([(0, y), (c.W, y)], w=0.6)
