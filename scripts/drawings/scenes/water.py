"""Scenes of a drop's way through the park: reeds, the meter, three waters, the dye house, the outlet, the pond."""

from __future__ import annotations

import math
from collections.abc import Callable

from ..canvas import Canvas, arc, move, rounded
from ..palette import mix
from ..shapes import bar, metal, plant, water
from . import pieces


def reeds(c: Canvas) -> None:
    """Reeds before still water; the works far behind, the sun and its line in the water."""
    p = c.p
    y = 108.0
    for k in range(5):
        c.rect(0, y - 70 + k * 14, 100, y - 56 + k * 14, mix(p.g(0.3), p.g(1.7), (k + 1) / 5))
    c.disc(40, y - 22, 11, p.accent)
    plant(c, y, 2.6, -3, 60, 1.1)
    plant(c, y, 3.4, 52, 104, 1.5)
    c.rect(0, y, 100, c.H, p.g(2.2))
    water(c, y + 1, c.H, 1.0, gap=1.6)
    water(c, y + 2, c.H, 3.6, gap=2.2)
    for k in range(9):
        w = 9 - k * 0.7
        c.rect(40 - w, y + 3 + k * k * 0.75, 40 + w, y + 3.7 + k * k * 0.75 + 0.08 * k, p.accent, 0.4)
    c.thread([(0, y), (100, y)], 0, 0.42)
    for x, h, tone, bend in ((92, 66, 4.6, -7), (84, 52, 4.2, -4), (6, 50, 4.4, 5), (15, 40, 4.2, 6)):
        pieces.reed_stalk(c, x, 152, h, tone, bend)
    for x, h, tone, bend in (
        (97, 124, 6.6, -15),
        (89, 104, 6.2, -17),
        (80, 82, 6.8, -11),
        (2, 100, 6.8, 13),
        (10, 76, 6.4, 13),
        (20, 54, 6.8, 7),
        (70, 50, 6.4, -6),
    ):
        pieces.reed_stalk(c, x, c.H + 4, h, tone, bend)
    c.poly(
        [
            (-2, c.H),
            *[(x, c.H - 5 - 3 * abs(math.sin(x / 7)) - 7 * abs(x - 50) / 50) for x in range(-2, 104, 3)],
            (102, c.H),
        ],
        p.g(7.2),
    )


def meter(c: Canvas) -> None:
    """The main pipe comes in, passes the meter, and parts in two."""
    p = c.p
    c.fill(p.g(0.7))
    for k in range(5):
        c.rect(0, 26 + k * 30, 100, 26.4 + k * 30, p.g(1.5))
    for x in (18.0, 82.0):
        c.rect(x - 0.2, 0, x + 0.2, c.H, p.g(1.5))
    x, y = 50.0, 66.0
    bar(c, (x, -4), (x, 34), 17, 0.2)
    for q in (16, 20):
        c.rect(x - 11, q, x + 11, q + 3, p.m(5))
    bar(c, (x, 92), (x, 112), 17, 0.2)
    c.poly([(x - 8.5, 110), (x + 8.5, 110), (x + 30, 136), (x + 30, 140), (x - 30, 140), (x - 30, 136)], p.m(3.4))
    c.poly([(x - 8.5, 110), (x - 3, 110), (x - 20, 140), (x - 30, 140), (x - 30, 136)], p.m(1.6))
    c.poly([(x + 3, 110), (x + 8.5, 110), (x + 30, 136), (x + 30, 140), (x + 20, 140)], p.m(5))
    c.poly([(x - 10, 140), (x, 127), (x + 10, 140)], p.g(0.7))
    for s in (-1, 1):
        bar(c, (x + s * 20, 138), (x + s * 20, c.H + 4), 20, 0.2)
        c.rect(x + s * 20 - 13, 138, x + s * 20 + 13, 142, p.m(5))
        c.rect(x + s * 20 - 13, 142.6, x + s * 20 + 13, 145, p.m(6))
    for y0 in (33, 93):
        c.rect(x - 13, y0, x + 13, y0 + 4, p.m(5.4))
        for k in range(4):
            c.disc(x - 9.6 + k * 6.4, y0 + 2, 0.9, p.m(2))
    c.disc(x + 1.4, y + 1.6, 30.6, p.g(2.4))
    c.disc(x, y, 30, p.m(5.6))
    metal(c, x, y, 25.6, 29.4, turn=-45, lo=0.6, hi=3.8, n=80)
    c.disc(x, y, 25.4, p.m(6))
    c.disc(x, y, 24.6, p.m(0.3))
    for k in range(50):
        a = math.radians(135 + 270 * k / 49)
        r0 = 19.4 if k % 7 == 0 else 21.2
        c.line(
            [(x + math.cos(a) * r0, y + math.sin(a) * r0), (x + math.cos(a) * 22.8, y + math.sin(a) * 22.8)],
            0.5 if k % 7 == 0 else 0.26,
            p.m(5.6),
            caps=False,
        )
    for k in range(5):
        c.rect(x - 12.5 + k * 5, y + 7.6, x - 8.1 + k * 5, y + 14, p.m(6.4) if k < 4 else p.accent_dark, 0.5)
        c.rect(x - 11.1 + k * 5, y + 9.2 + (k % 3) * 0.7, x - 9.5 + k * 5, y + 12.4, p.m(0.6), 0.6)
    a = math.radians(-62)
    c.poly(
        [
            (x + math.cos(a) * 19, y - 1 + math.sin(a) * 19),
            (x + math.cos(a + 1.57) * 1.5, y - 1 + math.sin(a + 1.57) * 1.5),
            (x - math.cos(a) * 5, y - 1 - math.sin(a) * 5),
            (x - math.cos(a + 1.57) * 1.5, y - 1 - math.sin(a + 1.57) * 1.5),
        ],
        p.accent,
    )
    c.disc(x, y - 1, 2.6, p.m(6.6))
    c.thread([(x - 20, 146), (x - 20, c.H + 4)], 0, 0.5)


def wash(murk: float, beans: int = 46, wet: bool = True) -> Callable[[Canvas], None]:
    """A drawing of the washing trough from above; ``murk`` 0 to 1 clouds the water over the beans, if there is any."""

    def drawing(c: Canvas) -> None:
        p = c.p
        c.fill(p.g(1))
        for k in range(16):
            c.rect(k * 10, 0, k * 10 + 0.2, 100, p.g(1.7))
        x, y, r = c.W / 2, 50.0, 41.0
        c.disc(x + 2, y + 2.4, r, p.g(2.6))
        metal(c, x, y, r * 0.86, r, turn=-45, lo=0.4, hi=3.4, n=90)
        c.ring(x, y, r * 0.86, r * 0.89, p.m(5))
        bed = mix(p.m(1.4), p.m(5.4), murk) if wet else p.m(0.2)
        c.disc(x, y, r * 0.86, bed)
        inner = r * 0.8
        for k in range(beans):
            a, d = k * 2.39996, inner * math.sqrt((k + 0.5) / beans) * 0.95
            bx, by = x + math.cos(a) * d, y + math.sin(a) * d
            with c.on(move(bx, by, math.degrees(a * 1.7))):
                hot = k == beans // 3
                body = mix(p.m(3.8), bed, murk * 0.85)
                c.disc(0.3, 0.4, 2.9, mix(p.m(5.4), bed, murk * 0.9), 2.1)
                c.disc(0, 0, 2.9, p.accent if hot else body, 2.1)
                c.line(
                    arc(0, 0, 1.9, 1.2, 190, 260),
                    0.36,
                    mix((255, 255, 255), p.accent, 0.5) if hot else mix(p.m(1.6), bed, murk),
                )
        for k in range(4 if wet else 0):
            q = r * (0.3 + 0.15 * k)
            c.ring(x, y, q, q + 0.4, mix(p.m(0), bed, 0.35 + 0.4 * murk), 200 + 20 * k, 262 + 26 * k)
        bar(c, (c.W, 14), (x + 24, 14), 8, 0.4)
        c.disc(x + 24, 14, 5, p.m(5))
        c.disc(x + 24, 14, 3.4, p.m(2))

    return drawing


def dye_house(c: Canvas) -> None:
    """Hanks hang from a rail and dip into the vat; their lower halves have taken colour."""
    p = c.p
    c.fill(p.g(0.5))
    for k in range(4):
        c.rect(0, 18 + k * 18, 100, 18.4 + k * 18, p.g(1.3))
    rail, surface = 14.0, 86.0
    bar(c, (-2, rail), (102, rail), 4.4, 0.6)
    for x in (8, 92):
        bar(c, (x, -2), (x, rail - 2), 3, 0.8)
    for i in range(5):
        x = 10 + i * 20
        hot = i == 2
        c.ring(x, rail, 2.4, 3.6, p.m(6))
        for j in range(13):
            f = j / 12 * 2 - 1
            foot = (x + f * 8 + 0.8 * math.sin(j * 2.1), surface + 4)
            c.line(
                rounded([(x + f * 1.2, rail + 2), (x + f * 7.2, rail + 18), foot], 24),
                1.15,
                p.m(1 + 0.9 * (j % 3)),
                caps=False,
            )
            mark = 50 + 4 * math.sin(j * 1.3 + i) + 2 * math.sin(j * 4.1)
            f0 = (mark - rail - 18) / (surface + 4 - rail - 18)
            head = (x + f * 7.2 + (foot[0] - x - f * 7.2) * f0, mark)
            tone = (p.accent, p.accent_dark)[j % 2] if hot else p.m(4.4 + 0.7 * (j % 3))
            c.line([head, foot], 1.25, tone)
        c.rect(x - 5, rail + 6, x + 5, rail + 8.4, p.m(5.4), 1)
    c.rect(0, surface, 100, surface + 26, p.m(4.6))
    for k in range(6):
        x = 10 + (k % 5) * 20
        pieces.ripples(c, x, surface + 5, 10, 3, p.m(2.6), 0.22, 0.4)
    c.rect(-2, surface + 20, 102, c.H, p.m(6.4))
    c.rect(-2, surface + 20, 102, surface + 23, p.m(3.4))
    for k in range(7):
        c.rect(4 + k * 16, surface + 27, 5 + k * 16, c.H, p.m(7))
    c.thread([(0, surface + 23.2), (100, surface + 23.2)], 0, 0.5)


def pond(c: Canvas) -> None:
    """The pond from above: islands of reed, leaves, a path of planks, and one ring where a drop fell."""
    p = c.p
    c.fill(p.g(1))
    for k in range(6):
        shore = [(x, 6 + k * 7 + 7 * math.sin(x / 15 + k * 0.9) + 5 * math.sin(x / 7 + k)) for x in range(-4, 108, 2)]
        c.line(shore, 0.3, p.g(1.7 + 0.1 * k), caps=False)
    for k in range(9):
        wave = [(x, 72 + k * 13 + 5 * math.sin(x / 17 + k * 1.1)) for x in range(-4, 108, 2)]
        c.line(wave, 0.26, p.g(1.8), caps=False)
    spots = ((10, 22, 20), (88, 42, 24), (4, 78, 14), (96, 104, 15), (12, 122, 9), (60, 8, 15))
    for x, y, r in spots:
        blob = [
            (
                x + math.cos(a) * r * (1 + 0.14 * math.sin(3 * a + x)),
                y + math.sin(a) * r * 0.9 * (1 + 0.12 * math.cos(4 * a + y)),
            )
            for a in [i * math.pi / 30 for i in range(60)]
        ]
        c.poly([(u + 1, v + 1.6) for u, v in blob], p.g(0.2))
        c.poly(blob, p.g(2.8))
        for _ in range(int(r * 9)):
            a, d = c.rng.uniform(0, 2 * math.pi), r * math.sqrt(c.rng.uniform(0, 1)) * 0.92
            bx, by, turn = x + math.cos(a) * d, y + math.sin(a) * d * 0.9, c.rng.uniform(-0.9, 0.9)
            long = c.rng.uniform(3, 7)
            c.poly(
                [(bx - 0.5, by), (bx + long * turn, by - long), (bx + 0.5, by)],
                p.g(c.rng.choice((3.4, 4, 4.6, 5.2, 5.8))),
            )
    for x, y, r, turn in (
        (30, 44, 5, 20),
        (37, 50, 3.6, 140),
        (24, 53, 4, 260),
        (74, 78, 4.6, 80),
        (67, 84, 3.4, 200),
        (30, 98, 4, 310),
        (82, 86, 3, 0),
    ):
        c.disc(x + 0.8, y + 1, r, p.g(0.3))
        c.poly([(x, y), *arc(x, y, r, r, turn + 18, turn + 342)], p.g(4.4))
        for k in range(5):
            a = math.radians(turn + 40 + k * 70)
            c.line([(x, y), (x + math.cos(a) * r * 0.86, y + math.sin(a) * r * 0.86)], 0.2, p.g(5.6), caps=False)
    x, y = 50.0, 66.0
    for k in range(7):
        c.ring(x, y, 3 + k * 4.1, 3.5 + k * 4.1 - 0.04 * k, mix(p.g(5.4), p.g(1.4), k / 6.6))
    c.disc(x, y, 1.7, p.accent)
