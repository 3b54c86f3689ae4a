"""Works seen from above and from the side: the industrial park."""

from __future__ import annotations

import math

from .canvas import Canvas, arc, move
from .shapes import cube, cylinder, frame_lines, plant


def hall(
    c: Canvas, at: tuple[float, float], w: float, d: float, h: float, n: int, tone: float, hot: bool = False
) -> None:
    """A works hall in axonometry with a sawtooth roof of ``n`` bays."""
    x, y = at
    cube(c, at, w, d, h, (tone, tone + 1.6, tone + 3.6))
    for i in reversed(range(n)):
        f0, f1 = i / n, (i + 1) / n
        a = (x - w * f0, y - h - w * f0 * 0.5)
        b = (x - w * f1, y - h - w * f1 * 0.5)
        rise = w / n * 0.5
        top = (a[0], a[1] - rise)
        c.poly([b, top, (top[0] + d, top[1] - d * 0.5), (b[0] + d, b[1] - d * 0.5)], c.p.m(tone))
        c.poly([a, b, top], c.p.m(tone + 1.6))
        glass = [a, top, (top[0] + d, top[1] - d * 0.5), (a[0] + d, a[1] - d * 0.5)]
        c.poly(glass, c.p.accent if hot and i == 0 else c.p.m(tone + 4))
    for k in range(int(d / 4)):
        q = (k + 0.4) * 4
        c.poly(
            [
                (x + q, y - q * 0.5 - h * 0.3),
                (x + q + 1.6, y - q * 0.5 - h * 0.3 - 0.8),
                (x + q + 1.6, y - q * 0.5 - h * 0.66 - 0.8),
                (x + q, y - q * 0.5 - h * 0.66),
            ],
            c.p.m(tone + 1),
        )


def park_iso(c: Canvas) -> None:
    """An industrial park in axonometry: halls, tanks, trees, the line as its road."""
    c.fill(c.p.g(1))
    iso = 0.5
    ox, oy = c.W * 0.56, c.H * (0.46 if not c.tall else 0.48)

    def at(u: float, v: float) -> tuple[float, float]:
        return ox - u + v, oy + (u + v) * iso

    road = [at(-90, 0), at(120, 0)]
    for off, wide, tone in ((0, 13, 0.0), (0, 8, 2.6)):
        c.line([(x + off, y) for x, y in road], wide * 0.75, c.p.g(tone), caps=False)
    c.line([at(1, -120), at(1, 120)], 8, c.p.g(0), caps=False)
    c.line([at(1, -120), at(1, 120)], 5, c.p.g(2.6), caps=False)
    c.thread(road, 0, w=0.55)
    things: list[tuple[float, float, str]] = []
    for a in range(-5, 7):
        for b in range(-4, 5):
            u, v = a * 32 - 8 if a <= 0 else a * 32 + 2, b * 24 + (7 if b >= 0 else -7)
            things.append((u, v, c.rng.choice("hhhttpk")))
    halls = [at(u, v) for u, v, kind in things if kind == "h"]
    lit = min(halls, key=lambda q: math.dist(q, (c.W * 0.46, c.H * 0.62)))
    for u, v, kind in sorted(things, key=lambda q: q[0] + q[1]):
        x, y = at(u, v)
        if not (-50 < x < c.W + 50 and -20 < y < c.H + 60):
            continue
        tone = c.rng.choice((0.4, 0.9, 1.4))
        if kind == "h":
            hall(c, (x, y), 24, 15, c.rng.uniform(5, 8), c.rng.choice((3, 4, 5)), tone, (x, y) == lit)
        elif kind == "t":
            for i, j in ((1, 1), (0, 1), (1, 0), (0, 0)):
                px, py = x - i * 10 + j * 8, y - (i * 10 + j * 8) * iso - 2
                cylinder(c, px, py - 8, py, 4.2, 0.5, shift=0.2)
        elif kind == "k":
            cube(c, (x, y), 9, 9, c.rng.uniform(10, 20), (0.6, 2.4, 5))
            cube(c, (x - 10, y - 5), 12, 8, 5, (1, 2.8, 5))
        else:
            for _ in range(9):
                q, r = c.rng.uniform(0, 22), c.rng.uniform(0, 14)
                px, py = x - q + r, y - (q + r) * iso
                c.disc(px, py - 2, 1.9, c.p.g(4.4))
                c.disc(px - 0.4, py - 2.5, 1.2, c.p.g(3.2))


def sawtooth(c: Canvas) -> None:
    """Sawtooth roofs in elevation, wave after wave, a stack cutting through."""
    n, hot = 5, c.rng.choice((2, 3))
    x = c.W * 0.2
    plant(c, c.H * 0.52, 1.3, -2, c.W, 1.5)
    c.poly([(x, c.H), (x + 1.6, c.H * 0.08), (x + 6.4, c.H * 0.08), (x + 8, c.H)], c.p.m(4.4))
    c.poly([(x + 4.4, c.H), (x + 4.4, c.H * 0.08), (x + 6.4, c.H * 0.08), (x + 8, c.H)], c.p.m(5.8))
    for k in range(3):
        c.rect(x + 1.4 - k * 0.1, c.H * 0.12 + k * 7, x + 6.6 + k * 0.1, c.H * 0.12 + k * 7 + 2.6, c.p.m(1))
    for k in range(n):
        y = c.H * (0.52 + 0.115 * k)
        w = 17 + 6.5 * k
        h = w * 0.46
        start = -w * c.rng.random()
        tone = 1.2 + k * 1.05
        while start < c.W:
            c.poly([(start, y), (start, y - h), (start + w, y)], c.p.m(tone))
            c.poly(
                [(start, y), (start, y - h), (start + w * 0.13, y - h * 0.87), (start + w * 0.13, y)],
                c.p.m(min(8, tone + 2.4)),
            )
            for q in range(1, 8):
                f = 0.13 + 0.87 * q / 8
                c.line([(start + w * f, y - h * (1 - f)), (start + w * f, y)], 0.14, c.p.m(tone + 0.8), caps=False)
            if k == hot and c.W * 0.3 < start < c.W * 0.3 + w * 1.05:
                c.poly(
                    [(start, y), (start, y - h), (start + w * 0.13, y - h * 0.87), (start + w * 0.13, y)], c.p.accent
                )
            start += w
        c.rect(0, y, c.W, c.H, c.p.m(tone + 0.5))
        if k == hot:
            c.thread([(0, y), (c.W, y)])


def roofs(c: Canvas) -> None:
    """A works from straight above: roof seams, skylights, yards; the line is the works road."""
    c.fill(c.p.g(0.6))
    hot_left, turn = True, c.rng.choice((0, 12, -16))
    with c.on(move(c.W * 0.5, c.H * 0.5, turn)):
        y = -110.0
        lanes: list[float] = []
        while y < 110:
            h = c.rng.uniform(17, 27)
            x = -135.0
            while x < 135:
                w, tone = c.rng.uniform(20, 44), c.rng.choice((0.6, 1.3, 2.2, 3.2, 4.6))
                kind = c.rng.random()
                if kind < 0.16:
                    for q in range(int(w / 7)):
                        for k in range(int(h / 7)):
                            px, py = x + 3.5 + q * 7, y + 3.5 + k * 7
                            c.disc(px, py, 2.9, c.p.m(5))
                            c.disc(px, py, 2.4, c.p.m(1.4))
                            c.poly([(px, py), *arc(px, py, 2.4, None, -20, 120)], c.p.m(3))
                elif kind < 0.26:
                    for _ in range(26):
                        px, py, r = x + c.rng.uniform(1, w - 1), y + c.rng.uniform(1, h - 1), c.rng.uniform(0.9, 1.9)
                        c.disc(px, py, r, c.p.g(4))
                        c.disc(px - r * 0.2, py - r * 0.2, r * 0.6, c.p.g(3))
                else:
                    c.rect(x, y, x + w, y + h / 2, c.p.m(tone))
                    c.rect(x, y + h / 2, x + w, y + h, c.p.m(tone + 0.9))
                    frame_lines(c, x, y, x + w, y + h, int(w / 4.5), c.p.m(tone + 1.5), 0.14)
                    n = int(w / 8)
                    hot = hot_left and abs(x + w / 2) < c.W * 0.25 and abs(y + h / 2) < c.H * 0.3
                    for q in range(n):
                        sx = x + (q + 0.3) * w / n
                        c.rect(
                            sx,
                            y + h * 0.14,
                            sx + 2.2,
                            y + h * 0.38,
                            c.p.accent if hot else c.p.m(6 if tone < 3 else 0.8),
                        )
                        c.rect(sx, y + h * 0.62, sx + 2.2, y + h * 0.86, c.p.m(6.4 if tone < 3 else 1.4))
                    hot_left = hot_left and not hot
                x += w + c.rng.choice((1.6, 1.6, 5))
            y += h
            lanes.append(y + 2.5)
            y += 5
        lane = min(lanes, key=lambda v: abs(v - c.H * 0.12))
        c.thread([(-200, lane), (200, lane)], w=0.5)
        for px in (-44, -20, 31, 58):
            c.rect(px, lane - 1.6, px + 6, lane - 0.4, c.p.m(6), 0.3)
