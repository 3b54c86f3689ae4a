"""Scenes of the bearing trade: one ring of four places, its parts, the press, cages, balls, the market."""

from __future__ import annotations

import math

from ..canvas import Canvas, arc, box, move
from ..metal import bearing
from ..shapes import ball, cylinder, metal
from . import pieces


def four_quarters(c: Canvas) -> None:
    """One bearing in four quarters, each at another stage; the line runs through them all."""
    x, y, r, gap = 50.0, 116.0, 37.0, 1.8
    p = c.p
    for i in range(7):
        c.ring(x, y, r + 5 + i * 5.2, r + 5.22 + i * 5.2, p.g(1.2 + 0.25 * (7 - i)))
    for k, (sx, sy) in enumerate(((-1, -1), (1, -1), (1, 1), (-1, 1))):
        x0, x1 = sorted((x, x + sx * 90))
        y0, y1 = sorted((y, y + sy * 90))
        quarter = box(x0, y0, x1, y1)
        with c.on(move(sx * gap, sy * gap)), c.clip(quarter):
            if k == 0:
                c.ring(x, y, r * 0.5, r, p.m(6))
                c.ring(x, y, r * 0.52, r * 0.97, p.m(5))
                for _ in range(34):
                    a, d = c.rng.uniform(0, 360), c.rng.uniform(0.56, 0.9) * r
                    c.ring(
                        x,
                        y,
                        d,
                        d + c.rng.uniform(0.4, 1.6),
                        p.m(c.rng.choice((4.2, 5.6, 6.4))),
                        a,
                        a + c.rng.uniform(3, 12),
                    )
                c.ring(x, y, r * 0.955, r * 0.99, p.m(2.2), 180, 270)
                c.ring(x, y, r * 0.5, r * 0.53, p.m(3), 180, 270)
            elif k == 1:
                pieces.cage(c, x, y, r * 0.87, 11, turn=8, tone=1.4)
                c.ring(x, y, r * 0.985, r, p.g(3.4))
                c.ring(x, y, r * 0.36, r * 0.375, p.g(3.4))
            elif k == 2:
                c.ring(x, y, r * 0.5, r, p.m(6.8))
                metal(c, x, y, r * 0.84, r, lo=1.4, hi=4.4)
                metal(c, x, y, r * 0.36, r * 0.55, lo=1.4, hi=4.4)
                for i in range(11):
                    a = math.radians(8 + 360 * i / 11)
                    ball(c, x + math.cos(a) * r * 0.695, y + math.sin(a) * r * 0.695, r * 0.13, 1, accent=i == 1)
            else:
                metal(c, x, y, r * 0.36, r, turn=-40, lo=0.4, hi=3.4)
                for at in (0.56, 0.6, 0.83, 0.87):
                    c.ring(x, y, r * at, r * (at + 0.012), p.m(5))
                c.ring(x, y, r * 0.61, r * 0.83, p.m(2.6))
                c.ring(x, y, r * 0.975, r, p.m(4.6))
    c.thread([(0, y), (100, y)], 0, 0.5)
    c.thread([(x, y - r - 14), (x, y + r + 60)], 0, 0.5)
    c.disc(x, y, 2.1, p.accent)
    c.disc(x, y, 0.8, p.g(0))


def taken_apart(c: Canvas) -> None:
    """A bearing lifted apart along its axis: outer ring, cage, balls, inner ring."""
    x, p = 50.0, c.p
    c.rect(0, 126, 100, c.H, p.g(1.2))
    c.disc(x, 126, 46, p.g(2.2), 13)
    c.thread([(x, -2), (x, 126)], 0, 0.5)
    pieces.lying_ring(c, x, 112, 25, 36, 12, 0.3)
    c.thread([(x, 84), (x, 112)], 0, 0.5)
    with c.on(move(x, 86, 0, 1, 0.3)):
        pieces.cage(c, 0, 5, 30, 9, 0, 3)
        pieces.cage(c, 0, 0, 30, 9, 0, 1.4)
    c.thread([(x, 58), (x, 86)], 0, 0.5)
    pieces.lying_balls(c, x, 62, 29, 4.8, 9, 0.3, forge=2)
    c.thread([(x, 30), (x, 58)], 0, 0.5)
    pieces.lying_ring(c, x, 28, 13, 22, 13, 0.3)
    c.thread([(x, -2), (x, 28)], 0, 0.5)


def press(c: Canvas) -> None:
    """The forging press: a hot ring between the dies, the light on its columns."""
    x, floor, p = 50.0, 98.0, c.p
    ground = p.g(0.3)
    c.fill(ground)
    pieces.glow(c, x, 64, 58, ground, p.accent_dark, 0.42, 9)
    for s in (-1, 1):
        for k, tone in enumerate((6.6, 5.4, 4.2, 6)):
            at = x + s * (37 - k * 2.6)
            c.rect(at - 1.3, -1, at + 1.3, floor - 4, p.m(tone))
        c.rect(x + s * 33 - 8, 17, x + s * 33 + 8, 23, p.m(6.2))
    c.rect(6, -1, 94, 9, p.m(6.6))
    c.rect(6, 7, 94, 9, p.m(5))
    for k in range(9):
        c.disc(12 + k * 9.5, 3.4, 1.1, p.m(4.6))
    cylinder(c, x, 9, 26, 13, 0.16, 1.8)
    cylinder(c, x, 26, 40, 25, 0.16, 1.6)
    cylinder(c, x, 40, 52, 19, 0.16, 2.4)
    cylinder(c, x, 75, floor, 31, 0.2, 2.2)
    pieces.lying_ring(c, x, 65, 12.5, 22, 9, 0.24, hot=True)
    pieces.sparks(c, x - 20, 69, 34, 26, 150, 215)
    pieces.sparks(c, x + 20, 69, 34, 26, -35, 30)
    c.rect(0, floor, 100, c.H, p.m(7))
    c.rect(0, floor, 100, floor + 2, p.m(5.6))
    for k in range(6):
        c.line([(0, floor + 8 + k * k * 2.6), (100, floor + 8 + k * k * 2.6)], 0.18, p.m(6.2), caps=False)


def cage_wall(c: Canvas) -> None:
    """Cages hung close in rows, thinning out towards the floor."""
    c.fill(c.p.g(1))
    p, r = c.p, 13.2
    spots = [(i, j) for j in range(8) for i in range(-1, 4)]
    for i, j in spots:
        x, y = 4 + i * 30 + 15 * (j % 2), 6 + j * 23.5
        fade = max(0.0, (j - 2.8) / 3.2)
        if j > 6:
            continue
        if fade > 0.9:
            c.line(arc(x, y, r, r), 0.3, p.g(2.6), caps=False)
            continue
        hot = (i, j) == (1, 2)
        c.rect(x - 0.35, y - r - 12, x + 0.35, y - r * 0.8, p.g(3.4))
        with c.on(move(x + 0.8, y + 1)):
            c.ring(0, 0, r * 0.74, r * 1.03, p.g(2))
        tone = 1.2 + 0.9 * ((i * 3 + j * 5) % 4)
        pieces.cage(c, x, y, r, 9, turn=c.rng.uniform(0, 40), tone=tone * (1 - fade) + 0.8 * fade, hot=hot)
    y = 6 + 2 * 23.5
    c.thread([(0, y), (34 - r * 0.95, y)], 0, 0.5)
    c.thread([(34 + r * 0.95, y), (100, y)], 0, 0.5)
    c.rect(0, 150, 100, c.H, p.g(1.8))


def ball_run(c: Canvas) -> None:
    """Balls rolling down a winding channel towards the reader."""
    p = c.p
    path = [
        (50 + 30 * math.sin(t / 100 * math.pi * 2.5 + 0.4) * (0.3 + 0.7 * t / 100), 20 + 150 * (t / 100) ** 1.35)
        for t in range(0, 131)
    ]

    def size(t: float) -> float:
        return 1.6 + 9.2 * float((t / 100) ** 1.25)

    for k in range(9):
        y = 20 + 150 * (k / 8) ** 1.6
        c.line([(0, y), (100, y)], 0.16 + 0.1 * k / 8, p.g(1.5), caps=False)
    for w, tone in ((1.75, 0.2), (1.5, 3.2), (1.3, 0.6)):
        left, right = [], []
        for t, (px, py) in enumerate(path[:-1]):
            bend = math.atan2(path[t + 1][1] - py, path[t + 1][0] - px)
            ox, oy = math.sin(bend) * size(t) * w, math.cos(bend) * size(t) * w
            drop = size(t) * 0.3
            left.append((px - ox, py + oy + drop))
            right.append((px + ox, py - oy + drop))
        c.poly([*left, *reversed(right)], p.g(tone))
    t, n = 2.0, 0
    spots = []
    while t < 128:
        i = int(t)
        (ax, ay), (bx, by) = path[i], path[i + 1]
        f = t - i
        spots.append((ax + (bx - ax) * f, ay + (by - ay) * f, size(t)))
        speed = max(math.dist(path[i], path[i + 1]), 0.4)
        t += max(size(t) * 2.02 / speed, 0.8)
        n += 1
    hot = max(range(len(spots)), key=lambda i: -abs(spots[i][1] - 122))
    for i, (px, py, s) in enumerate(spots):
        c.disc(px + s * 0.25, py + s * 0.75, s * 0.95, p.g(0.4), s * 0.4)
        ball(c, px, py, s, 0.8, accent=i == hot)


def market(c: Canvas) -> None:
    """A wall of pigeon-holes with bearings and boxes of every size over a counter."""
    p = c.p
    base = 128.0
    c.rect(0, 0, 100, base, p.m(6.4))
    w, h = 16.4, 17.4
    for j in range(8):
        for i in range(7):
            x, y = -7.4 + i * w, -9 + j * h
            c.rect(x + 0.7, y + 0.7, x + w - 0.7, y + h - 0.7, p.g(0.8 + 0.5 * ((i + 2 * j) % 3)))
            c.poly([(x + 0.7, y + 0.7), (x + w - 0.7, y + 0.7), (x + w - 0.7, y + 2.4), (x + 0.7, y + 2.4)], p.m(4))
            cx, floor = x + w / 2, y + h - 0.9
            kind = (i * 5 + j * 3 + (i * j) % 4) % 6
            hot = (i, j) == (3, 3)
            if hot or kind in (0, 3):
                r = 6.2 if hot else (5.8, 5, 4.2)[(i + j) % 3]
                bearing(c, cx, floor - r, r, 9, turn=c.rng.uniform(0, 40), forge=None)
                if hot:
                    c.ring(cx, floor - r, r * 0.83, r * 1.02, p.accent)
            elif kind in (1, 4):
                n = 3 + (i + j) % 3
                for k in range(n):
                    cylinder(c, cx, floor - 0.8 - (k + 1) * 2.6, floor - 0.8 - k * 2.6, 5, 0.16, 0.3 * (k % 2))
                c.disc(cx, floor - 0.8 - n * 2.6, 2.6, p.m(6), 0.42)
            else:
                n = 2 + (i + j) % 2
                for k in range(n):
                    c.rect(
                        cx - 6 + (k % 2) * 0.8,
                        floor - (k + 1) * 4.4,
                        cx + 5.4 + (k % 2) * 0.8,
                        floor - k * 4.4 - 0.3,
                        p.m(1.2 + k * 0.9),
                    )
                    c.rect(cx - 4.4, floor - (k + 1) * 4.4 + 1.2, cx - 0.6, floor - k * 4.4 - 1.4, p.m(4.4))
    y = -9 + 4 * h - 0.35
    c.thread([(0, y), (100, y)], 0, 0.6)
    c.rect(0, base, 100, base + 5, p.m(1.6))
    c.rect(0, base + 5, 100, c.H, p.m(5.4))
    c.rect(0, base + 5, 100, base + 7, p.m(6.6))
    for k in range(5):
        c.line([(10 + k * 20, base + 7), (10 + k * 20, c.H)], 0.25, p.m(6.2), caps=False)
