"""Shared vocabulary of the series: metal, cylinders, balls, boxes, water, far silhouettes."""

from __future__ import annotations

import math

from .canvas import Canvas, Point, arc, box, move
from .palette import Colour

BANDS = ((-1.0, -0.78, 3.0), (-0.78, -0.38, 0.8), (-0.38, 0.12, 2.2), (0.12, 0.6, 4.0), (0.6, 1.0, 5.4))


def metal(
    c: Canvas, x: float, y: float, r0: float, r1: float, turn: float = -35, lo: float = 1, hi: float = 4.6, n: int = 0
) -> None:
    """A turned metal face: sectors of tint that answer the light twice a turn."""
    n = n or (72 if r1 > 24 else 40)
    for i in range(n):
        a0, a1 = 360 * i / n, 360 * (i + 1) / n
        k = 0.5 - 0.5 * math.cos(2 * math.radians((a0 + a1) / 2 - turn))
        tone = lo + (hi - lo) * round(k * 6) / 6
        c.ring(x, y, r0, r1, c.p.m(tone), a0, a1)


def lune(x: float, y: float, r: float, k: float, turn: float) -> list[Point]:
    """The part of a disc beyond a terminator: a phase of the moon."""
    outer = arc(0, 0, r, r, -90, 90, 36)
    inner = arc(0, 0, k * r, r, 90, -90, 36)
    fn = move(x, y, turn)
    return [fn(u, v) for u, v in [*outer, *inner]]


def ball(c: Canvas, x: float, y: float, r: float, tone: float = 2, accent: bool = False, turn: float = 48) -> None:
    """A steel ball in three flat tones with one glint; or the forge ball."""
    p = c.p
    c.disc(x, y, r, p.accent if accent else p.m(tone))
    c.poly(lune(x, y, r, 0.3, turn), p.accent if accent else p.m(tone + 1.6))
    c.poly(lune(x, y, r, 0.68, turn), p.accent_dark if accent else p.m(tone + 3.4))
    a = math.radians(turn + 180)
    c.disc(x + math.cos(a) * r * 0.52, y + math.sin(a) * r * 0.52, r * 0.15, p.m(0) if not accent else (240, 168, 132))


def cylinder(
    c: Canvas, x: float, y0: float, y1: float, r: float, cap: float = 0.24, shift: float = 0, top: Colour | None = None
) -> None:
    """An upright cylinder in hard bands of tint; ``cap`` flattens its ends."""
    for b0, b1, tone in BANDS:
        low = arc(x, y1, r, r * cap, math.degrees(math.acos(b1)), math.degrees(math.acos(b0)), 14)
        c.poly([(x + b0 * r, y0), (x + b1 * r, y0), *low], c.p.m(tone + shift))
    c.disc(x, y0, r, c.p.m(max(0.6 + shift, 0)) if top is None else top, max(r * cap, 0.01))


def bar(c: Canvas, p0: Point, p1: Point, w: float, shift: float = 0) -> None:
    """A pipe or rod between two points, in bands across its width."""
    length = math.dist(p0, p1)
    turn = math.degrees(math.atan2(p1[1] - p0[1], p1[0] - p0[0]))
    with c.on(move(*p0, turn)):
        for b0, b1, tone in BANDS:
            c.rect(0, b0 * w / 2, length, b1 * w / 2, c.p.m(tone + shift))


def cube(
    c: Canvas, at: Point, w: float, d: float, h: float, tones: tuple[float, float, float] = (1, 3, 5), k: float = 0.5
) -> None:
    """A box in axonometry standing on ``at`` (its nearest corner): top, left and right faces in material tones."""
    x, y = at
    left, right, back = (x - w, y - w * k), (x + d, y - d * k), (x - w + d, y - (w + d) * k)
    up = [(px, py - h) for px, py in ((x, y), right, back, left)]
    c.poly([left, (x, y), up[0], up[3]], c.p.m(tones[1]))
    c.poly([(x, y), right, up[1], up[0]], c.p.m(tones[2]))
    c.poly(up, c.p.m(tones[0]))


def water(
    c: Canvas, y0: float, y1: float, tone: float, x0: float = 0, x1: float | None = None, gap: float = 1.5
) -> None:
    """Water as rows of dashes that grow towards the reader."""
    x1 = c.W if x1 is None else x1
    y, k = y0, 0.6
    while y < y1:
        x = x0 - c.rng.uniform(0, 12 * k)
        while x < x1:
            length = c.rng.uniform(3, 15) * k
            if x + length > x0:
                c.line([(max(x, x0), y), (min(x + length, x1), y)], 0.16 + 0.1 * k, c.p.g(tone))
            x += length + c.rng.uniform(3, 13) * k
        y += gap * k
        k *= 1.11


def plant(c: Canvas, y: float, tone: float, x0: float, x1: float, tall: float = 1) -> None:
    """A far works as one flat silhouette: halls, columns, stacks, a tank."""
    x, col, rng = x0, c.p.g(tone), c.rng
    while x < x1:
        kind = rng.choice("hhscts")
        w = {"h": rng.uniform(9, 18), "s": rng.uniform(2, 3), "c": rng.uniform(2.6, 4), "t": 8}[kind] * tall
        if kind == "h":
            h, n = rng.uniform(4, 8) * tall, 3
            teeth = [
                q
                for i in range(n)
                for q in ((x + w * i / n, y - h), (x + w * i / n, y - h - 2 * tall), (x + w * (i + 1) / n, y - h))
            ]
            c.poly([(x, y), *teeth, (x + w, y)], col)
        elif kind == "s":
            h = rng.uniform(15, 26) * tall
            c.poly([(x, y), (x + w * 0.22, y - h), (x + w * 0.78, y - h), (x + w, y)], col)
        elif kind == "c":
            h = rng.uniform(11, 20) * tall
            c.rect(x, y - h, x + w, y, col, w / 2)
            for f in (0.35, 0.6, 0.82):
                c.rect(x - w * 0.3, y - h * f, x + w * 1.3, y - h * f + 0.5 * tall, col)
        else:
            c.disc(x + w / 2, y - w * 0.62, w / 2, col)
            c.rect(x + w * 0.18, y - w * 0.5, x + w * 0.24, y, col)
            c.rect(x + w * 0.76, y - w * 0.5, x + w * 0.82, y, col)
        x += w + rng.uniform(0, 2.5) * tall


def city_line(c: Canvas, y: float, tone: float, x0: float, x1: float, tall: float = 1) -> None:
    """A low town as one silhouette, flat roofs with a gable now and then."""
    x, rng, col = x0, c.rng, c.p.g(tone)
    while x < x1:
        w, h = rng.uniform(3, 8) * tall, rng.uniform(2.5, 9) * tall
        if rng.random() < 0.4:
            c.poly([(x - 0.8, y - h), (x + w / 2, y - h - 2.2 * tall), (x + w + 0.8, y - h)], col)
        c.rect(x, y - h, x + w + 0.2, y, col)
        x += w + (rng.uniform(0, 3) if rng.random() < 0.3 else 0)


def bridge(c: Canvas, x0: float, x1: float, y: float, rise: float, tone: float, spans: int = 3) -> None:
    """An arched stone bridge: a low curve carried by round arches."""
    w, mid = x1 - x0, (x0 + x1) / 2

    def deck(x: float) -> float:
        t = min(max((x - x0) / w, 0.0), 1.0)
        return rise * float(math.sin(math.pi * t) ** 1.35) + 1.6 * min(1.0, 9 * t, 9 - 9 * t)

    top = [(x0 + w * i / 40, y - deck(x0 + w * i / 40)) for i in range(41)]
    edge: list[Point] = [(x1, y)]
    sizes = [1.0 - 0.36 * abs(i - (spans - 1) / 2) for i in range(spans)]
    unit = w * 0.74 / sum(sizes)
    x = mid + w * 0.37
    for size in reversed(sizes):
        r = unit * size / 2
        reach = r * 0.9
        clear = min(deck(x - r + q * reach * 0.72) / math.sqrt(1 - (q * 0.72) ** 2) for q in (-1, 0, 1))
        edge += arc(x - r, y, reach, min(reach * 1.12, clear - 1.2 - rise * 0.08), 0, -180, 30)
        x -= 2 * r
    c.poly([*top, *edge, (x0, y)], c.p.g(tone))
    for i in range(4, 37, 2):
        px, py = top[i]
        c.rect(px - 0.18, py - 1.5, px + 0.18, py, c.p.g(tone))
    c.line([(px, py - 1.5) for px, py in top[4:37]], 0.28, c.p.g(tone))


def frame_lines(c: Canvas, x0: float, y0: float, x1: float, y1: float, n: int, colour: Colour, w: float = 0.18) -> None:
    """Evenly spaced upright hairlines in a rectangle."""
    for i in range(n):
        x = x0 + (x1 - x0) * (i + 0.5) / n
        c.line([(x, y0), (x, y1)], w, colour, caps=False)


def outline(
    c: Canvas, x0: float, y0: float, x1: float, y1: float, colour: Colour, w: float = 0.2, r: float = 0
) -> None:
    """The outline of a rectangle."""
    pts = box(x0, y0, x1, y1, r)
    c.line([*pts, pts[0]], w, colour)
