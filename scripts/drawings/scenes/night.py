"""Scenes of a night at the furnace: the mouth, the handover, the pour, the door in two states, the round, the dawn."""

from __future__ import annotations

import math

from ..canvas import Cam, Canvas, arc, move, rounded
from ..palette import mix
from ..shapes import plant
from . import pieces

HEART = (255, 222, 178)


def mouth(c: Canvas) -> None:
    """The furnace mouth at the end of a dark hall, a worker before it, light lying on the floor."""
    p, x, y = c.p, 50.0, 110.0
    c.fill(p.g(0.2))
    for k in range(6):
        w = 50 - k * 6.2
        top = 4 + k * 11
        c.poly([(x - w - 8, -2), (x + w + 8, -2), (x + w, 146 - k * 2), (x - w, 146 - k * 2)], p.g(0.3 + 0.42 * k))
        for s in (-1, 1):
            c.rect(x + s * w - 1.2, top, x + s * w + 1.2, 148 - k * 2, p.g(0.9 + 0.5 * k))
        c.poly(
            [(x - w, top), (x, top - 7), (x + w, top), (x + w, top + 2), (x, top - 5), (x - w, top + 2)],
            p.g(0.9 + 0.5 * k),
        )
    base = 138.0
    c.rect(0, base, 100, c.H, p.g(0.5))
    c.poly([(x - 9, base), (x + 9, base), (x + 46, c.H), (x - 46, c.H)], mix(p.g(0.8), p.accent_dark, 0.4))
    c.poly([(x - 6, base), (x + 6, base), (x + 27, c.H), (x - 27, c.H)], mix(p.g(0.8), p.accent_dark, 0.8))
    body = [(x - 27, base), (x - 27, 96), (x - 19, 82), (x + 19, 82), (x + 27, 96), (x + 27, base)]
    c.poly(body, p.m(6.6))
    c.poly([(x - 27, base), (x - 27, 96), (x - 19, 82), (x - 15, 82), (x - 22, 98), (x - 22, base)], p.m(5.2))
    c.rect(x - 4, 28, x + 4, 82, p.m(6.2))
    c.rect(x - 4, 28, x - 2, 82, p.m(5))
    for k in range(4):
        c.rect(x - 5, 36 + k * 11, x + 5, 37.4 + k * 11, p.m(5.2))
    for k in range(9):
        a = math.radians(180 + 22.5 * k)
        c.disc(x + math.cos(a) * 20.5, y + math.sin(a) * 20.5, 0.8, p.m(4.6))
    c.disc(x, y, 18, p.m(7.4))
    c.ring(x, y, 16.4, 18, p.m(4.8))
    c.disc(x, y, 15.6, p.accent_dark)
    c.disc(x, y, 13.8, p.accent)
    c.disc(x, y, 10.2, mix(p.accent, HEART, 0.42))
    c.disc(x, y, 6.4, mix(p.accent, HEART, 0.9))
    c.rect(x - 27, 131, x + 27, base, p.m(7))
    pieces.sparks(c, x, y - 8, 30, 18, 200, 340, 0.28)
    c.poly([(x - 15, 164), (x - 9, 164), (x - 16, c.H), (x - 34, c.H)], p.g(0))
    pieces.worker(c, x - 12, 164.6, 40, 0)
    c.poly(arc(x - 6.6, 141, 1, 8, -80, 80), p.accent)


def handover(c: Canvas) -> None:
    """Two shifts before one screen: curves, numbers as dashes, one line in forge."""
    p = c.p
    c.fill(p.g(0.4))
    with c.on(move(0, 23)):
        _before_screen(c)


def _before_screen(c: Canvas) -> None:
    """The screen, the desk and the two who read it."""
    p = c.p
    c.rect(6, 30, 94, 96, p.m(7.6), 2)
    c.rect(8, 32, 92, 94, p.g(3.4), 1)
    for k in range(1, 6):
        c.line([(8, 32 + k * 10.4), (92, 32 + k * 10.4)], 0.16, p.g(4), caps=False)
    for k in range(1, 12):
        c.line([(8 + k * 7, 32), (8 + k * 7, 94)], 0.16, p.g(4), caps=False)

    def curve(base: float, tall: float, shift: float) -> list[tuple[float, float]]:
        return [
            (10 + t * 0.8, base - tall * (0.5 + 0.5 * math.sin(t / 15 + shift)) - 0.05 * tall * math.sin(t / 3))
            for t in range(101)
        ]

    for base, tall, shift, tone in ((86, 9, 0.3, 5), (74, 12, 2.2, 6), (64, 8, 4.0, 6.8)):
        c.line(curve(base, tall, shift), 0.5, p.g(tone), caps=False)
    hot = curve(54, 13, 5.2)
    c.line(hot, 0.8, p.accent)
    c.disc(*hot[-1], 1.5, p.accent)
    for k in range(4):
        c.rect(12 + k * 20, 35, 20 + k * 20, 36.4, p.g(7))
        c.rect(12 + k * 20, 37.6, 26 + k * 20, 38.4, p.g(5))
    floor = 140.0
    c.rect(0, floor - 6, 100, c.H, p.g(1.2))
    c.poly([(10, 94), (90, 94), (94, floor - 6), (6, floor - 6)], p.g(1.1))
    c.poly([(10, floor - 6), (90, floor - 6), (104, c.H), (-4, c.H)], p.g(2.6))
    c.rect(18, 112, 82, 117, p.m(5.6))
    c.rect(18, 112, 82, 113.4, p.m(4))
    c.rect(22, 117, 78, floor - 4, p.m(6.8))
    for x, tone, hat in ((30.0, 0.0, False), (70.0, 0.0, True)):
        c.poly(
            [(x - 8, floor + 4), (x + 8, floor + 4), (x + 12 + (x - 50) * 0.2, c.H), (x - 12 + (x - 50) * 0.2, c.H)],
            p.g(1.6),
        )
        pieces.worker(c, x, floor + 5, 58, tone, hot=hat)


def pour(c: Canvas) -> None:
    """The ladle tips; one stream falls into the mould."""
    p = c.p
    c.fill(p.g(0.3))
    sx, floor = 46.0, 158.0
    pieces.glow(c, sx, floor - 8, 56, p.g(0.3), p.accent_dark, 0.5, 9)
    for k in range(4):
        c.rect(4 + k * 29, -1, 7 + k * 29, floor, p.g(0.8 + 0.2 * (k % 2)))
    c.rect(0, 4, 100, 11, p.m(6.8))
    c.rect(0, 4, 100, 5.6, p.m(5.4))
    for k in range(9):
        c.line([(k * 13, 11), (k * 13 + 6.5, 4.6), (k * 13 + 13, 11)], 0.5, p.m(5.6), caps=False)
    c.rect(68, 0, 88, 15, p.m(6), 1)
    for s in (-1, 1):
        c.line([(78 + s * 4, 15), (78 + s * 4, 84)], 0.7, p.m(5), caps=False)
    with c.on(move(76, 98, -34)):
        shell = [(-20, -17), (20, -17), (17, 19), (11, 25), (-11, 25), (-17, 19)]
        c.poly(shell, p.m(5.6))
        c.poly([(-20, -17), (-9, -17), (-7, 25), (-11, 25), (-17, 19)], p.m(3.6))
        c.poly([(9, -17), (20, -17), (17, 19), (11, 25), (6, 25)], p.m(6.8))
        c.rect(-21.5, -19, 21.5, -14.5, p.m(4.2))
        c.rect(-19.5, 2, 19.2, 5.4, p.m(6.8))
        c.poly([(-21.5, -19), (-30, -21), (-26, -13), (-20, -13)], p.m(4.2))
        c.poly([(-19, -18), (-29, -20.6), (-27.6, -17.6), (-10, -15.4), (12, -17.6)], p.accent)
        c.disc(0, 4, 4.4, p.m(4))
        c.disc(0, 4, 2, p.m(6.6))
    c.line([(78, 84), (76, 98)], 1.4, p.m(4.6))
    stream = rounded([(43.4, 97.5), (38.6, 102), (37.6, floor - 4)], 8)
    c.line(stream, 3, p.accent)
    c.line(stream, 1.2, mix(p.accent, HEART, 0.8))
    mx = 37.6
    c.poly([(mx - 24, floor - 14), (mx + 26, floor - 14), (mx + 21, floor + 8), (mx - 19, floor + 8)], p.m(6.4))
    c.poly([(mx - 24, floor - 14), (mx - 14, floor - 14), (mx - 11, floor + 8), (mx - 19, floor + 8)], p.m(5))
    c.poly(arc(mx + 1, floor - 14, 23, 4.4), p.accent_dark)
    c.poly(arc(mx + 1, floor - 13.4, 20, 3.2), p.accent)
    c.poly(arc(mx, floor - 13.4, 9, 1.5), mix(p.accent, HEART, 0.7))
    pieces.sparks(c, mx, floor - 16, 40, 46, 205, 335)
    c.rect(0, floor + 8, 100, c.H, p.g(0.7))
    c.rect(0, floor + 8, 100, floor + 9.4, p.g(2))
    c.thread([(0, floor + 18), (100, floor + 18)], 0, 0.5)


def patrol(c: Canvas) -> None:
    """A long aisle of pipes; far in, a worker with a lamp."""
    p = c.p
    cam = Cam(50, 72, 6, 60)
    c.fill(p.g(0.4))
    with c.on(cam.floor()):
        c.poly([(-7, 4), (7, 4), (7, 200), (-7, 200)], p.g(0.9))
        for k in range(40):
            z = 5 * 1.12**k
            c.poly([(-7, z), (7, z), (7, z * 1.012), (-7, z * 1.012)], p.g(1.6))
        c.poly([(-4, 4), (-3.7, 4), (-3.7, 200), (-4, 200)], p.m(4.6))
        c.poly([(3.7, 4), (4, 4), (4, 200), (3.7, 200)], p.m(4.6))
    for s in (-1, 1):
        for k, (h, r) in enumerate(((1.6, 0.9), (4.2, 1.2), (7.4, 0.8), (10, 1.4), (13.6, 0.9), (16, 0.7))):
            side = s * (7.6 + 0.8 * (k % 2))
            for b0, b1, tone in ((-1, -0.5, 6.6), (-0.5, 0.1, 5.2), (0.1, 0.55, 3.6), (0.55, 1, 5.6)):
                with c.on(cam.side(side)):
                    c.poly(
                        [(3.4, h + b0 * r), (160, h + b0 * r), (160, h + b1 * r), (3.4, h + b1 * r)],
                        p.m(tone + (0.9 if s > 0 else 0)),
                    )
            for j in range(14):
                z = (5.4 + k) * 1.3**j
                with c.on(cam.side(side - s * 0.06)):
                    c.poly(
                        [(z, h - r * 1.25), (z * 1.04, h - r * 1.25), (z * 1.04, h + r * 1.25), (z, h + r * 1.25)],
                        p.m(4.4 + (0.9 if s > 0 else 0)),
                    )
    for j in range(12):
        z = 6.5 * 1.32**j
        for s in (-1, 1):
            (x0, y0), (x1, y1) = cam(s * 7, 0, z), cam(s * 7, 18, z)
            c.line([(x0, y0), (x1, y1)], max(0.3, 20 / z), p.g(0.2 if j < 5 else 1.2), caps=False)
        (x0, y0), (x1, y1) = cam(-7, 18, z), cam(7, 18, z)
        c.line([(x0, y0), (x1, y1)], max(0.3, 20 / z), p.g(0.2 if j < 5 else 1.2), caps=False)
        (lx, ly) = cam(0, 17.4, z * 1.1)
        c.rect(lx - 12 / z, ly, lx + 12 / z, ly + 3.6 / z, p.m(0.4))
    wx, wy = cam(0.4, 0, 22)
    beam = mix(p.g(1), p.accent, 0.5)
    c.poly([(wx - 2.6, wy - 9.4), (wx - 18, wy + 16), (wx + 1, wy + 20)], beam)
    pieces.worker(c, wx, wy + 0.4, 20, 8)
    c.disc(wx - 3, wy - 9.4, 1.3, p.accent)
    c.disc(wx - 3, wy - 9.4, 0.6, HEART)


def dawn(c: Canvas) -> None:
    """Morning at the gate: the sun between stacks, people and bicycles going home along the line."""
    p = c.p
    base = 118.0
    for k in range(6):
        c.rect(0, base - 78 + k * 13, 100, base - 64 + k * 13, mix(p.g(0.4), p.g(1.9), (k + 1) / 6))
    c.disc(62, base - 27, 14.5, p.accent)
    for k in range(4):
        c.rect(40, base - 22 + k * 4.4, 84, base - 21.2 + k * 4.4 + 0.3 * k, mix(p.g(0.4), p.g(1.9), 0.8 + 0.05 * k))
    plant(c, base, 2.8, -3, 104, 1.3)
    for x, h, w in ((20, 62, 6.4), (33, 50, 5.4), (84, 56, 6)):
        c.poly(
            [(x - w * 0.62, base), (x - w * 0.36, base - h), (x + w * 0.36, base - h), (x + w * 0.62, base)], p.g(4.6)
        )
        c.poly([(x, base), (x, base - h), (x + w * 0.36, base - h), (x + w * 0.62, base)], p.g(5.4))
        for q in (0.06, 0.16):
            c.poly(
                [
                    (x - w * 0.4, base - h + h * q),
                    (x + w * 0.4, base - h + h * q),
                    (x + w * 0.42, base - h + h * (q + 0.04)),
                    (x - w * 0.42, base - h + h * (q + 0.04)),
                ],
                p.g(1.6),
            )
    for x0, w, n in ((2, 11, 4), (48, 10, 5)):
        for i in range(n):
            x = x0 + i * w
            c.poly([(x, base), (x, base - 13), (x + w, base - 20), (x + w, base)], p.g(5.2 + 0.3 * (i % 2)))
            c.poly([(x + w - 1, base - 19), (x + w, base - 20), (x + w, base - 12), (x + w - 1, base - 11.4)], p.g(3))
    c.rect(0, base, 100, c.H, p.g(2.4))
    c.poly([(0, base), (100, base), (100, base + 2), (0, base + 2)], p.g(5.8))
    for x in (12.0, 88.0):
        c.rect(x - 2.2, base - 16, x + 2.2, base + 3, p.g(6.4))
        c.rect(x - 3, base - 17.4, x + 3, base - 15.4, p.g(7))
    c.thread([(0, base + 26), (100, base + 26)], 0, 0.5)
    ground = base + 25.6
    for x, h, lean in ((22, 22, -1), (31, 23.5, 2), (78, 21.5, -2)):
        c.poly([(x - 3, ground), (x + 3, ground), (x - 13, ground + 17), (x - 20, ground + 17)], p.g(3.1))
        pieces.worker(c, x, ground, h, 7.4, lean)
    _cyclist(c, 54, ground, 7.4)


def _cyclist(c: Canvas, x: float, y: float, tone: float) -> None:
    """A rider on a bicycle as a silhouette."""
    col = c.p.g(tone)
    for dx in (-6.6, 6.6):
        c.ring(x + dx, y - 5, 4.4, 5, col)
    frame = [(x - 6.6, y - 5), (x - 1.6, y - 11), (x + 5, y - 11.4), (x - 0.6, y - 5), (x - 6.6, y - 5)]
    c.line(frame, 0.7, col)
    c.line([(x - 0.6, y - 5), (x - 2.2, y - 12.6)], 0.7, col)
    c.line([(x + 6.6, y - 5), (x + 4.6, y - 13.4), (x + 6.6, y - 13.8)], 0.7, col)
    c.line([(x - 2.2, y - 14), (x + 1.8, y - 9), (x, y - 4)], 2, col)
    c.line([(x - 2.2, y - 14), (x + 0.6, y - 21)], 3.4, col)
    c.line([(x + 0.8, y - 20.6), (x + 5.6, y - 14)], 1.2, col)
    c.disc(x + 2, y - 25, 2, col)
    c.poly(arc(x + 2, y - 25.4, 2.5, 2.4, 180, 360), c.p.accent)
