"""Scenes where the bearing has gone: into the hub, onto the road, and along the line of the film."""

from __future__ import annotations

import math

from ..canvas import Canvas, arc, move
from ..metal import bearing
from ..shapes import bar, metal
from . import pieces


def hub(c: Canvas) -> None:
    """Tyre, disc, hub: a wheel laid open in layers, the bearing at its heart."""
    p, x, y = c.p, 50.0, 72.0
    c.rect(0, 132, 100, c.H, p.g(1.8))
    c.disc(x, 132, 60, p.g(2.8), 5)
    c.disc(x, y, 60, p.m(7.4))
    for i in range(72):
        with c.on(move(x, y, 5 * i)):
            c.rect(57, -1.6, 61, 1.6, p.m(7.8))
    c.ring(x, y, 46, 56, p.m(6.8))
    for i in range(36):
        with c.on(move(x, y, 10 * i + 2)):
            c.poly([(47, -0.5), (55, -2), (55, -1.4), (47, 0.1)], p.m(7.4))
    c.disc(x, y, 45, p.m(5.8))
    metal(c, x, y, 28, 44, turn=-36, lo=1, hi=3.8, n=96)
    for i in range(24):
        for q in (31.6, 35.8, 40):
            a = math.radians(15 * i + q * 3)
            c.disc(x + math.cos(a) * q, y + math.sin(a) * q, 0.9, p.m(5.6))
    c.disc(x, y, 27.4, p.m(6.2))
    metal(c, x, y, 16, 26.6, turn=-70, lo=1.6, hi=4.4, n=60)
    for i in range(5):
        a = math.radians(72 * i - 90)
        bx, by = x + math.cos(a) * 21.6, y + math.sin(a) * 21.6
        c.disc(bx, by, 2.6, p.m(6))
        c.poly(arc(bx, by, 2, 2, 0, 360, 6), p.m(1))
        c.disc(bx, by, 0.9, p.m(4.4))
    c.disc(x, y, 15.6, p.g(0.4))
    bearing(c, x, y, 15, 11, turn=-20, forge=None)
    c.ring(x, y, 14.4, 15.6, p.accent)
    c.disc(x, y, 5.2, p.m(4.4))
    c.disc(x, y, 2.2, p.m(6.6))
    c.thread([(x, y + 15), (x, c.H + 2)], 0, 0.5)


def road(c: Canvas) -> None:
    """A road winds towards the hills; its middle line is the production line, one car drives out."""
    p = c.p
    horizon = 62.0
    c.fill(p.g(0.5))
    c.disc(66, horizon - 12, 15, p.g(1.7))
    for k, (tone, rise) in enumerate(((1.6, 13), (2.3, 9), (3.2, 5))):
        hills = [(x, horizon - rise * (0.55 + 0.45 * math.sin(x / (11 + 4 * k) + k * 2))) for x in range(-2, 104, 2)]
        c.poly([(-2, horizon + 4), *hills, (102, horizon + 4)], p.g(tone))
    c.rect(0, horizon, 100, c.H, p.g(3.9))
    for j in range(11):
        y0, y1 = horizon + 116 * (j / 11) ** 1.9, horizon + 116 * ((j + 1) / 11) ** 1.9
        for i in range(-1, 4):
            skew = (y0 - horizon) * 0.2 * (i - 1)
            c.poly(
                [
                    (i * 33 + skew, y0),
                    (i * 33 + 32 + skew, y0),
                    (i * 33 + 32 + skew * 1.3, y1),
                    (i * 33 + skew * 1.3, y1),
                ],
                p.g(3.5 + 0.5 * ((i + j * 2) % 3)),
            )
            n = 5
            for q in range(n):
                x = i * 33 + 32 * q / n + skew
                c.line([(x, y0), (x + skew * 0.3, y1)], 0.12, p.g(4.8), caps=False)
    mids = [
        (50 + 27 * math.sin(t / 100 * math.pi * 1.9 + 2.6) * (0.12 + t / 100), horizon + 120 * (t / 100) ** 1.75)
        for t in range(0, 101)
    ]

    def band(k: float) -> list[tuple[float, float]]:
        half = [k * (0.7 + 19 * (t / 100) ** 1.8) for t in range(0, 101)]
        return [
            *[(x - w, y) for (x, y), w in zip(mids, half, strict=True)],
            *reversed([(x + w, y) for (x, y), w in zip(mids, half, strict=True)]),
        ]

    c.poly(band(1.16), p.g(1.4))
    c.poly(band(1), p.m(6.2))
    c.poly(band(0.9), p.m(5.8))
    c.poly(band(0.035), p.accent)
    t = 55
    (x, y), w = mids[t], 19 * (t / 100) ** 1.8
    with c.on(move(x + w * 0.52, y, 0, w * 0.042)):
        c.disc(0, 0.4, 9.4, p.m(7.2), 1.6)
        c.rect(-8, -9.4, 8, -0.6, p.m(1.2), 2.6)
        c.poly([(-6.4, -9), (-5, -14), (5, -14), (6.4, -9)], p.m(1.2))
        c.poly([(-5.2, -9.2), (-4.2, -13), (4.2, -13), (5.2, -9.2)], p.m(6.4))
        c.rect(-8, -4, 8, -0.6, p.m(3.2), 1.4)
        for s in (-1, 1):
            c.rect(s * 6.6 - 1.8, -1.6, s * 6.6 + 1.8, 1, p.m(7.8), 0.4)
            c.rect(s * 6 - 1.4, -7.6, s * 6 + 1.4, -5.6, p.accent, 0.5)
    for tree, side in ((20, -1), (32, 1), (44, -1), (66, -1), (80, 1)):
        (x, y), s = mids[tree], 1.6 + 20 * (tree / 100) ** 1.7
        tx = x + side * (s * 1.5 + 3)
        c.rect(tx - s * 0.03, y - s * 1.2, tx + s * 0.03, y, p.m(7))
        c.disc(tx, y - s * 1.5, s * 0.3, p.g(6), s * 0.78)
        c.poly(arc(tx, y - s * 1.5, s * 0.3, s * 0.78, -90, 90), p.g(6.6))


GAP, SIZE, STOPS = 40.0, 15.0, 5


def _travel(t: float) -> tuple[float, float]:
    """How far the line has run at ``t`` (units), and how deep (0 to 1) the wheel stands in its stop."""
    turn, f = divmod(t * STOPS, 1)
    dwell = 0.46
    if f < dwell:
        return turn * GAP, min(1.0, 5 * f / dwell, 5 * (1 - f / dwell))
    k = (f - dwell) / (1 - dwell)
    return (turn + k * k * (3 - 2 * k)) * GAP, 0.0


def line_frame(c: Canvas, t: float) -> None:
    """One moment of the film (``t`` 0 to 1, a loop): rings roll along the line, stop under the wheel, leave bright."""
    p, base, hx = c.p, 116.0, 50.0
    run, deep = _travel(t)
    c.fill(p.g(0.6))
    for k in range(4):
        c.rect(10 + k * 27, 0, 12 + k * 27, base, p.g(1.1))
    c.rect(0, 22, 100, 26, p.g(1.1))
    stop = (t * STOPS) % 1 / 0.46
    for i in range(-1, 4):
        x = hx + (i - 1) * GAP + run % GAP
        bright = 1.0 if x > hx + 1 else min(1.0, stop) if abs(x - hx) < 1 else 0.0
        _rolling_ring(c, x, base - SIZE, bright, x / SIZE)
    hy = base - 2 * SIZE - 9.2 - 6 * (1 - deep)
    bar(c, (hx, -2), (hx, hy - 10), 9, 0.6)
    c.rect(hx - 14, hy - 27, hx + 14, hy - 8, p.m(5.4), 2)
    c.rect(hx - 14, hy - 27, hx + 14, hy - 23, p.m(4), 1)
    for k in range(3):
        c.rect(hx - 9 + k * 7, hy - 19, hx - 5 + k * 7, hy - 13, p.m(6.4), 0.6)
    c.disc(hx, hy, 9.6, p.m(6))
    metal(c, hx, hy, 3, 9, turn=t * 360 * 30, lo=2.4, hi=5, n=36)
    c.disc(hx, hy, 2, p.m(6.8))
    if deep > 0.8:
        pieces.sparks(c, hx + 1, hy + 9.4, 40, 54, -8, 58, 0.4)
        c.disc(hx, hy + 9.4, 1.7, p.accent)
        c.disc(hx, hy + 9.4, 0.9, (255, 226, 196))
    _conveyor(c, base, run)


def _rolling_ring(c: Canvas, x: float, y: float, bright: float, turn: float) -> None:
    """A ring on its edge; ``bright`` 0 is the dull blank, 1 the ground face, ``turn`` its rolling in radians."""
    p, r = c.p, SIZE
    c.disc(x, y, r, p.m(6.2))
    metal(c, x, y, r * 0.62, r * 0.985, turn=-50, lo=3.2 - 3 * bright, hi=5.6 - 2.4 * bright, n=64)
    c.ring(x, y, r * 0.78, r * 0.85, p.m(5.9 - 1.4 * bright))
    c.ring(x, y, r * 0.62, r * 0.64, p.m(5.6))
    c.disc(x, y, r * 0.62, p.g(0.8))
    c.disc(x + math.cos(turn) * r * 0.7, y + math.sin(turn) * r * 0.7, r * 0.05, p.accent)


def _conveyor(c: Canvas, base: float, run: float) -> None:
    """The line itself: belt, rollers with a mark that turns, and the floor."""
    p = c.p
    c.rect(0, base, 100, base + 5, p.m(4))
    c.rect(0, base + 5, 100, base + 8, p.m(6.2))
    c.thread([(-2, base), (102, base)], 0, 0.8)
    for i in range(9):
        x, a = i * 13 - 2, run / 5 + i * 0.7
        c.disc(x, base + 13, 5, p.m(5))
        c.disc(x, base + 13, 3.8, p.m(2.6))
        c.line([(x, base + 13), (x + math.cos(a) * 3.4, base + 13 + math.sin(a) * 3.4)], 0.7, p.m(5), caps=False)
    c.rect(0, base + 19, 100, base + 21, p.m(6))
    c.rect(0, base + 21, 100, c.H, p.g(1.6))
