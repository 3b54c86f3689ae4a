"""Iron and steel: the rolling stand, sections, the furnace, tubes."""

from __future__ import annotations

from .canvas import Canvas, move, rounded
from .shapes import bar, cylinder, lune, metal


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
    lx = a[0] + 4.5
    c.line(rounded([(a[0] - 4, a[1] - 4.5), (lx - 1, a[1] - 1), (lx, base - 23)], 9), 1.9, c.p.accent)
    cylinder(c, lx + 1, base - 24, base - 2, 12, 0.2, top=c.p.m(7))
    c.disc(lx + 1, base - 23.6, 10, c.p.accent, 1.6)
    bar(c, (lx - 14, base - 12), (lx + 16, base - 12), 3)
    c.thread([(0, base), (c.W, base)])


def tubes(c: Canvas) -> None:
    """Seamless tubes stacked end-on, bore after bore; the line passes through one."""
    r = c.rng.choice((10.6, 12.4, 14.0))
    dx, dy = r * 2.04, r * 1.77
    base = c.H * 0.96
    c.rect(0, base, c.W, c.H, c.p.m(6.6))
    rows = int(c.H * 0.95 / dy)
    hot = (c.rng.choice((1, 2)), c.rng.choice((1, 2)) if not c.tall else 1)
    for j in range(rows):
        y = base - r - j * dy
        for i in range(int(c.W / dx) + 2):
            x = c.W + r * 0.3 - i * dx - (r * 1.02 if j % 2 else 0)
            if x < c.W * (0.06 + 0.66 * (j / rows) ** 1.2):
                break
            is_hot = (j, i) == hot
            c.disc(x, y, r, c.p.m(5.6))
            metal(c, x, y, r * 0.72, r * 0.965, turn=-45, lo=0.5, hi=3.0 + 0.6 * ((i + j) % 2), n=24)
            c.disc(x, y, r * 0.72, c.p.m(7.4))
            c.poly(lune(x, y, r * 0.72, 0.5, 50), c.p.m(5.2))
            c.disc(x - r * 0.1, y - r * 0.1, r * 0.34, c.p.m(8))
            if is_hot:
                c.ring(x, y, r * 0.72, r * 0.965, c.p.accent)
                c.ring(x, y, r * 0.72, r * 0.8, c.p.accent_dark)
                c.thread([(0, y), (x - r * 0.72, y)], 0, w=0.5)
    c.thread([(0, base), (c.W, base)], w=0.5)
