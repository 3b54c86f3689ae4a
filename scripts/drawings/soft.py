"""Textiles, paper and building materials: spindles, weave, rolls, kiln, blocks, panels."""

from __future__ import annotations

import math

from .canvas import Cam, Canvas, arc, move
from .shapes import BANDS, bar, cube, metal, plant


def bobbin(c: Canvas, x: float, base: float, r: float, h: float, shift: float = 0, hot: bool = False) -> None:
    """A cone of yarn: bands across, the crossing winds as hairlines."""
    top = r * 0.62
    for b0, b1, tone in BANDS:
        col = c.p.m(tone * 0.8 + shift)
        if hot:
            col = c.p.accent_dark if tone > 3.5 else c.p.accent
        c.poly([(x + b0 * top, base - h), (x + b1 * top, base - h), (x + b1 * r, base), (x + b0 * r, base)], col)
    n = max(6, int(h / 2.4))
    wind = c.p.accent_dark if hot else c.p.m(4.2 + shift)
    for i in range(n):
        f = (i + 0.5) / n
        w = top + (r - top) * f
        y = base - h + h * f
        c.line([(x - w, y - 0.5), (x + w, y + 0.9 * (1 if i % 2 else -1))], 0.12, wind, caps=False)
    c.rect(x - r * 0.22, base - h - r * 0.34, x + r * 0.22, base - h, c.p.m(6))
    c.rect(x - r * 1.06, base, x + r * 1.06, base + r * 0.16, c.p.m(6.2))


def spindles(c: Canvas) -> None:
    """Rows of spindles, each yarn rising to a rail; one yarn is the line."""
    rows = (
        ((0.4, 4.4, 13, 2.0), (0.64, 6.6, 21, 1.0), (0.97, 10.4, 35, 0.0))
        if not c.tall
        else ((0.3, 4.6, 14, 2.2), (0.46, 6.2, 20, 1.4), (0.67, 8.4, 29, 0.7), (0.97, 12.4, 44, 0))
    )
    hot = c.rng.choice((0.3, 0.62))
    for k, (fy, r, h, fog) in enumerate(rows):
        base, gap = c.H * fy, r * 2.7
        rail = base - h * 1.66
        last = k == len(rows) - 1
        c.rect(0, base + r * 0.16, c.W, base + r * 0.5, c.p.m(5.6 - fog * 1.5))
        c.rect(0, base + r * 0.5, c.W, base + r * 0.62, c.p.m(3.6 - fog * 0.8))
        n = int(c.W / gap) + 2
        pick = int(n * hot)
        for i in range(n):
            x = (i + 0.2) * gap - r * 0.5
            is_hot = last and i == pick
            c.line([(x, base - h * 1.1), (x, rail)], 0.12, c.p.m(5 - fog))
            bobbin(c, x, base, r, h, shift=fog * 0.55, hot=is_hot)
            if is_hot:
                c.thread([(0, rail), (x, rail), (x, base - h - r * 0.3)], 4)
                c.thread([(x, base + r * 0.36), (c.W, base + r * 0.36)])
        c.rect(0, rail - 0.3, c.W, rail + 0.3, c.p.m(5.6 - fog * 1.5))
        if last:
            x = (pick + 0.2) * gap - r * 0.5
            c.thread([(0, rail - 0.9), (x, rail - 0.9), (x, base - h - r * 0.3)], 4)


def weave(c: Canvas) -> None:
    """Cloth from so near that warp and weft become architecture; one weft is the line."""
    s = c.rng.choice((9.6, 11.5, 14.0))
    turn = c.rng.choice((-12, 14, 0))
    c.fill(c.p.m(7.2))
    n = int(max(c.W, c.H) / s) + 4
    hot = c.rng.choice((-2, 1, 2))
    twill = c.rng.choice((2, 3, 4))
    with c.on(move(c.W * 0.5, c.H * 0.5, turn)):
        for j in range(-n // 2 - 2, n // 2 + 3):
            y = j * s
            for i in range(-n // 2 - 2, n // 2 + 3):
                x = i * s
                over = (i + j) % twill == 0
                for b0, b1, tone in ((0.08, 0.3, 2.4), (0.3, 0.62, 0.9), (0.62, 0.92, 3.2)):
                    c.rect(x + b0 * s, y, x + b1 * s, y + s, c.p.m(tone + 0.7 * math.sin(i * 0.9)))
                if over:
                    cells = ((0.1, 0.34, 4.2), (0.34, 0.66, 5.0), (0.66, 0.9, 6.2))
                    for b0, b1, tone in cells:
                        col = c.p.m(tone) if j != hot else (c.p.accent_dark if b0 > 0.6 else c.p.accent)
                        c.rect(x - s * 0.04, y + b0 * s, x + s * 1.04, y + b1 * s, col, s * 0.08)
                    for q in (0.34, 0.67):
                        c.line(
                            [(x + q * s - 0.6, y + s * 0.12), (x + q * s + 0.6, y + s * 0.88)],
                            0.14,
                            c.p.m(7) if j != hot else c.p.accent_dark,
                        )
        c.thread([(-200, (hot + 0.5) * s), (200, (hot + 0.5) * s)], w=0.4)


def paper_rolls(c: Canvas) -> None:
    """Paper rolls stacked end-on; one pulled open, its web the line."""
    r = c.rng.choice((15.5, 19.0))
    base = c.H * (0.88 if not c.tall else 0.84)
    c.rect(0, base, c.W, c.H, c.p.g(1.8))
    dx, dy = r * 2.02, r * 1.75
    rows = 4 if not c.tall else 6
    hot = (0, 1)
    for j in reversed(range(rows)):
        for i in range(6):
            x = c.W + r * 0.4 - i * dx - (r if j % 2 else 0)
            if i + j * 0.9 > (c.W * 0.66 / dx if not c.tall else 3.9):
                continue
            y = base - r - j * dy
            c.disc(x, y, r, c.p.m(4.6))
            c.disc(x, y, r * 0.975, c.p.m(0.3 + 0.5 * ((i + j) % 3)))
            c.poly([*arc(x, y, r * 0.975, None, 20, 110), (x, y)], c.p.m(1.6 + 0.5 * ((i + j) % 3)))
            for q in range(int(r * 0.5)):
                a = c.rng.uniform(0, 360)
                rr = r * (0.28 + 0.68 * q / int(r * 0.5))
                c.ring(x, y, rr, rr + 0.1, c.p.m(3.2), a, a + c.rng.uniform(40, 200))
            c.disc(x, y, r * 0.22, c.p.accent if (j, i) == hot else c.p.m(5))
            c.disc(x, y, r * 0.15, c.p.m(7.2))
            if (j, i) == hot:
                c.thread([(x, base), (0, base)], w=0.5)
    c.thread([(0, base), (c.W, base)])


def kiln(c: Canvas) -> None:
    """A rotary kiln lying across the picture, tyre rings and the hot mouth."""
    y = c.H * 0.5
    base = c.H * 0.9
    plant(c, base, 1.5, -2, c.W, 1.8)
    c.rect(0, base, c.W, c.H, c.p.g(2))
    r, left = 13.5, c.W * (0.14 if not c.tall else 0.1)
    tilt = 4.5
    x1 = c.W + 20
    for px in (left + 18, left + 62, left + 104):
        top = y + r - (px - left) * math.tan(math.radians(tilt)) + 2
        c.poly([(px - 5, top), (px + 5, top), (px + 8, base), (px - 8, base)], c.p.m(4.4))
        c.poly([(px + 1, top), (px + 5, top), (px + 8, base), (px + 2, base)], c.p.m(5.6))
    with c.on(move(left, y, -tilt)):
        for b0, b1, tone in BANDS:
            c.rect(0, b0 * r, x1, b1 * r, c.p.m(tone))
        for i in range(1, 40):
            c.line([(i * 4.4, -r), (i * 4.4, r)], 0.14, c.p.m(4.4), caps=False)
        for px in (18, 62, 104):
            for b0, b1, tone in BANDS:
                c.rect(px - 3, b0 * r * 1.16, px + 3, b1 * r * 1.16, c.p.m(tone + 1.2))
        for b0, b1, tone in BANDS:
            c.rect(38, b0 * r * 1.26, 41.5, b1 * r * 1.26, c.p.m(tone + 2))
        c.disc(0, 0, r * 0.32, c.p.m(5.4), r)
        c.disc(0.3, 0, r * 0.27, c.p.m(7.2), r * 0.86)
        c.poly([(0.2 + q, p) for q, p in arc(0, r * 0.28, r * 0.2, r * 0.56, 0, 360)], c.p.accent)
    c.poly([(0, y + 4), (left - 4.6, y + 6), (left - 4.6, y + 9), (0, y + 9)], c.p.m(6))
    ly = y + 7.4
    c.thread([(0, ly), (left - 1, ly)], w=0.5)
    c.thread([(0, base), (c.W, base)], w=0.46)


def blocks(c: Canvas) -> None:
    """Hollow blocks from above in axonometry, one lifted out of the bond in forge."""
    w, d, h = (20.0, 10.0, 8.6) if c.rng.random() < 0.6 else (25.0, 12.5, 10.6)
    c.fill(c.p.g(1))
    ox, oy = c.W * 0.62, c.H * 0.2
    hot = (3, 2)
    for a in range(-9, 16):
        for b in range(-6, 9):
            level = 1 if (a * 7 + b * 5) % 11 == 0 else 0
            off = (w + 1.0) * 0.5 * (a % 2)
            u, v = b * (w + 1.0) + off, a * (d + 1.0)
            x, y = ox - u + v, oy + (u + v) * 0.5
            if not (-40 < x < c.W + 40 and -20 < y < c.H + 40) or y < c.H * 0.1 + (c.W * 0.5 - x) * 0.35:
                continue
            lift = h * 1.6 if (a, b) == hot else level * h
            tones = (0.5 + 0.5 * ((a + b) % 3), 2.6, 5.0)
            yy = y - lift
            cube(c, (x, yy), w, d, h, tones)
            for q in (0.22, 0.6):
                pts = []
                for uu, vv in ((q, 0.24), (q + 0.22, 0.24), (q + 0.22, 0.76), (q, 0.76)):
                    pts.append((x - w * uu + d * vv, yy - h - (w * uu + d * vv) * 0.5))
                c.poly(pts, c.p.m(6.6))
            if (a, b) == hot:
                c.poly([(x, yy), (x + d, yy - d * 0.5), (x + d, yy - d * 0.5 - h), (x, yy - h)], c.p.accent_dark)
                c.poly([(x, yy), (x - w, yy - w * 0.5), (x - w, yy - w * 0.5 - h), (x, yy - h)], c.p.accent)
    y = c.H * 0.16
    c.thread([(0, y + c.W * 0.12), (c.W * 0.08, y + c.W * 0.12), (c.W * 0.32, y), (c.W, y)], 6)


def panels(c: Canvas) -> None:
    """Wall panels hung in a frame in perspective: windows, joints, one in forge."""
    cam = Cam(c.W * (0.16 if not c.tall else 0.1), c.H * 0.66, 6, 58)
    c.poly([(0, cam.vy), (c.W, cam.vy), (c.W, c.H), (0, c.H)], c.p.g(1.8))
    plant(c, cam.vy, 1.6, -2, c.W * 0.5, 0.9)
    hot = (2, c.rng.choice((1, 2, 3)))
    wall, floors = 6.2, 8 if not c.tall else 13
    with c.on(cam.side(wall)):
        for i in reversed(range(9)):
            z = 3.0 * 1.28**i
            z1 = 3.0 * 1.28 ** (i + 1)
            for j in range(floors):
                y0, y1 = j * 3.4, j * 3.4 + 3.4
                fog = min(2.6, i * 0.36)
                bare = (i + j * 3) % 7 == 0 and j > 1
                gap = (z1 - z) * 0.03
                tone = (1.0, 1.6, 2.3)[(i * 2 + j) % 3] + fog * 0.3
                c.rect(z, y0, z1, y1, c.p.m(6.4 - fog))
                if not bare:
                    c.rect(z + gap, y0 + 0.1, z1 - gap, y1 - 0.1, c.p.accent if (i, j) == hot else c.p.m(tone))
                    w0, w1 = z + (z1 - z) * 0.24, z + (z1 - z) * 0.74
                    c.rect(w0, y0 + 1.0, w1, y0 + 2.7, c.p.accent_dark if (i, j) == hot else c.p.m(5.8 - fog))
                    c.rect(w0, y0 + 0.85, w1, y0 + 1.05, c.p.m(tone + 1.8))
                else:
                    c.line([(z, y0), (z1, y1)], 0.2, c.p.m(4.4 - fog * 0.3))
                    c.line([(z, y1), (z1, y0)], 0.2, c.p.m(4.4 - fog * 0.3))
    c.thread([(0, cam.vy), (c.W, cam.vy)])
    px = c.W * 0.26
    c.rect(px, c.H * 0.14, px + 1.2, cam.vy, c.p.m(4))
    c.rect(px - 14, c.H * 0.14, px + 34, c.H * 0.14 + 1.2, c.p.m(4))
    c.line([(px + 0.6, c.H * 0.08), (px + 30, c.H * 0.14)], 0.2, c.p.m(4))
    c.line([(px + 0.6, c.H * 0.08), (px - 13, c.H * 0.14)], 0.2, c.p.m(4))
    c.rect(px - 13, c.H * 0.14, px - 9, c.H * 0.14 + 4, c.p.m(5))


def glass(c: Canvas) -> None:
    """Sheets of glass in a rack, edge after edge, tints adding up."""
    base = c.H * 0.9
    c.rect(0, base, c.W, c.H, c.p.m(6.6))
    n = 17
    hot = c.rng.randint(6, 11)
    for i in range(n):
        f = i / n
        x = c.W * (0.26 + 0.72 * f**1.15)
        h = c.H * (0.4 + 0.36 * math.sin(f * 2.6 + 0.5)) * (1 if i % 3 else 0.9)
        lean, w = 7 + 5 * f, 9 + 6 * f
        quad = [(x, base), (x + w, base - 3), (x + w + lean, base - h - 3), (x + lean, base - h)]
        c.poly(quad, c.p.m(1.0 + 0.34 * i if i % 2 else 0.5 + 0.28 * i))
        c.poly(
            [quad[0], quad[3], (quad[3][0] + 1.1, quad[3][1] - 0.3), (quad[0][0] + 1.1, quad[0][1] - 0.3)],
            c.p.accent if i == hot else c.p.m(4.6 if i % 2 else 0.1),
        )
    bar(c, (c.W * 0.2, base - 9), (c.W, base - 9), 2.4, 0.8)
    for i in range(n + 1):
        x = c.W * (0.25 + 0.73 * (i / n) ** 1.15)
        c.disc(x, base - 9, 1.7, c.p.m(6.6))
    metal(c, c.W * 0.2, base - 9, 0.2, 2.2)
    c.thread([(0, base), (c.W, base)], w=0.55)
