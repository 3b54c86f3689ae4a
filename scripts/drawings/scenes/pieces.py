"""What scenes of several galleries share: people, light, sparks, reeds, rings lying and standing."""

from __future__ import annotations

import math

from ..canvas import Canvas, Point, arc, move, rounded
from ..palette import Colour, mix
from ..shapes import ball, metal


def worker(c: Canvas, x: float, y: float, h: float, tone: float, lean: float = 0, hot: bool = False) -> None:
    """A worker in a helmet as a flat silhouette, ``h`` tall, feet at ``y``; ``hot`` colours the helmet."""
    col = c.p.g(tone)
    with c.on(move(x, y, lean, h)):
        for side in (-1, 1):
            c.poly([(side * 0.015, -0.5), (side * 0.115, -0.5), (side * 0.1, 0), (side * 0.03, 0)], col)
            c.rect(side * 0.03 - (0.01 if side > 0 else 0.075), -0.02, side * 0.03 + (0.085 if side > 0 else 0), 0, col)
            c.poly([(side * 0.1, -0.8), (side * 0.165, -0.76), (side * 0.17, -0.44), (side * 0.125, -0.44)], col)
        c.poly([(-0.09, -0.83), (0.09, -0.83), (0.145, -0.78), (0.125, -0.42), (-0.125, -0.42), (-0.145, -0.78)], col)
        c.rect(-0.03, -0.88, 0.03, -0.8, col)
        c.disc(0, -0.915, 0.058, col, 0.07)
        cap = c.p.accent if hot else col
        c.poly(arc(0, -0.93, 0.078, 0.085, 180, 360), cap)
        c.rect(-0.095, -0.94, 0.095, -0.922, cap)


def glow(
    c: Canvas, x: float, y: float, r: float, ground: Colour, heart: Colour, share: float = 0.5, n: int = 7
) -> None:
    """Light as flat rings that grow towards their heart; ``share`` is how much of it the last one takes."""
    for i in range(n):
        k = 1 - i / n
        c.disc(x, y, r * k, mix(ground, heart, share * ((i + 1) / n) ** 1.6))


def sparks(c: Canvas, x: float, y: float, reach: float, n: int, a0: float, a1: float, w: float = 0.32) -> None:
    """Short strokes that fly off a point between two angles and fall a little."""
    for _ in range(n):
        a, far = math.radians(c.rng.uniform(a0, a1)), reach * c.rng.uniform(0.15, 1) ** 1.3
        long = reach * c.rng.uniform(0.03, 0.1)
        px, py = x + math.cos(a) * far, y + math.sin(a) * far + far * far / reach * 0.28
        c.line(
            [(px, py), (px + math.cos(a) * long, py + math.sin(a) * long + long * 0.3)],
            w * c.rng.uniform(0.6, 1.5),
            c.p.accent,
        )


def lying_ring(
    c: Canvas,
    x: float,
    y: float,
    r0: float,
    r1: float,
    h: float,
    flat: float = 0.34,
    shift: float = 0,
    hot: bool = False,
) -> None:
    """A ring lying on its face, seen from above at an angle: outer wall, inner wall, turned top."""
    p = c.p
    n = 40
    for i in range(n):
        a0, a1 = 180 * i / n, 180 * (i + 1) / n
        k = 0.5 - 0.5 * math.cos(math.radians((a0 + a1) / 2) * 2.6 + 0.9)
        low, top = arc(x, y + h, r1, r1 * flat, a0, a1 + 0.4, 4), arc(x, y, r1, r1 * flat, a0, a1 + 0.4, 4)
        c.poly(
            [*top, *reversed(low)],
            mix(p.accent, p.accent_dark, round(k * 4) / 4) if hot else p.m(1.6 + shift + round(k * 5) * 0.85),
        )
    inside = [*arc(x, y, r0, r0 * flat, 0, 360)]
    with c.clip(inside):
        c.disc(x, y, r0, p.m(6 + shift * 0.3), r0 * flat)
        c.disc(x, y + h, r0, p.g(0.6) if not hot else p.accent_dark, r0 * flat)
        for i in range(8):
            a = 190 + 20 * i
            wall = arc(x, y, r0, r0 * flat, a, a + 20.4, 5)
            tone = p.accent_dark if hot else p.m(6.2 - 2.2 * abs(math.sin(math.radians(a * 1.5))))
            c.poly([*wall, *reversed([(u, v + h) for u, v in wall])], tone)
    with c.on(move(x, y, 0, 1, flat)):
        if hot:
            c.ring(0, 0, r0, r1, p.accent)
            c.ring(0, 0, r0 + (r1 - r0) * 0.3, r0 + (r1 - r0) * 0.75, mix(p.accent, (255, 214, 170), 0.35))
        else:
            metal(c, 0, 0, r0, r1, turn=-50, lo=0.4 + shift, hi=3 + shift, n=64)
            c.ring(0, 0, r1 * 0.985, r1, p.m(4.2))
            c.ring(0, 0, r0, r0 * 1.02, p.m(4.6))


def cage(
    c: Canvas, x: float, y: float, r: float, n: int = 9, turn: float = 0, tone: float = 2, hot: bool = False
) -> None:
    """A pressed cage from the front: two thin rims that swell round every pocket."""
    p = c.p
    face, edge = (p.accent, p.accent_dark) if hot else (p.m(tone), p.m(tone + 2.6))
    c.ring(x, y, r * 0.78, r, edge)
    c.ring(x, y, r * 0.8, r * 0.985, face)
    for i in range(n):
        a = math.radians(turn + 360 * i / n)
        px, py = x + math.cos(a) * r * 0.89, y + math.sin(a) * r * 0.89
        c.disc(px, py, r * 0.185, edge)
        c.disc(px, py, r * 0.17, face)
    for i in range(n):
        a = math.radians(turn + 360 * i / n)
        px, py = x + math.cos(a) * r * 0.89, y + math.sin(a) * r * 0.89
        c.disc(px, py, r * 0.128, edge)
        b = math.radians(turn + 360 * (i + 0.5) / n)
        c.disc(x + math.cos(b) * r * 0.89, y + math.sin(b) * r * 0.89, r * 0.022, edge)


def lying_balls(
    c: Canvas, x: float, y: float, r: float, size: float, n: int, flat: float = 0.34, forge: int = -1
) -> None:
    """Balls standing in a circle, those behind drawn first."""
    spots = sorted((math.sin(math.radians(360 * (i + 0.25) / n)), i) for i in range(n))
    for s, i in spots:
        ball(
            c,
            x + math.cos(math.radians(360 * (i + 0.25) / n)) * r,
            y + s * r * flat,
            size * (1 + 0.06 * s),
            1.2,
            accent=i == forge,
        )


def reed_stalk(
    c: Canvas, x: float, y: float, h: float, tone: float, bend: float, plume: bool = True, hot: bool = False
) -> None:
    """One reed: a bowed stalk, two long leaves, and the drooping plume."""
    col = c.p.g(tone)
    top: Point = (x + bend, y - h)
    stem = rounded([(x, y), (x + bend * 0.12, y - h * 0.6), top], h)
    c.line(stem, max(0.35, h * 0.008), col, caps=False)
    for at, side in ((0.3, 1), (0.46, -1), (0.6, 1)):
        sx, sy = x + bend * at * 0.4, y - h * at
        reach = h * 0.24 * side
        tip = (sx + reach, sy - h * 0.1)
        c.poly(
            [
                *rounded([(sx, sy), (sx + reach * 0.45, sy - h * 0.16), tip], h),
                *rounded([tip, (sx + reach * 0.5, sy - h * 0.13), (sx, sy + h * 0.02)], h),
            ],
            col,
        )
    if plume:
        head, lean = (c.p.accent if hot else col), (1 if bend >= 0 else -1)
        root = (x + bend * 0.5, y - h * 0.78)
        for i in range(30):
            k = i / 29
            px, py = (root[q] + (top[q] - root[q]) * k for q in (0, 1))
            long = h * (0.03 + 0.07 * math.sin(math.pi * (0.04 + 0.8 * (1 - k)))) * c.rng.uniform(0.6, 1.35)
            for side, share in ((lean, 0.8), (-lean, 0.4)):
                reach = side * long * share
                c.line(
                    rounded(
                        [
                            (px, py),
                            (px + reach * 0.3, py - long * 0.75),
                            (px + reach * 0.95, py - long * (0.75 - 0.35 * share)),
                        ],
                        long,
                    ),
                    max(0.34, h * 0.006),
                    head,
                )


def ripples(c: Canvas, x: float, y: float, r: float, n: int, colour: Colour, flat: float = 0.3, w: float = 0.3) -> None:
    """Rings on water, thinner as they run out."""
    for i in range(n):
        k = r * (i + 1) / n
        c.line(arc(x, y, k, k * flat, 0, 360), w * (1.2 - 0.8 * i / n), colour, caps=False)
