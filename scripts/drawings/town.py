"""City and water, roads and freight, works seen from above."""

from __future__ import annotations

import math

from .canvas import Cam, Canvas, arc, move, rounded
from .shapes import bridge, city_line, cube, cylinder, frame_lines, plant, water


def willow(c: Canvas, x: float, y: float, h: float, tone: float) -> None:
    """A willow on the bank: a trunk and a curtain of hanging lines."""
    c.line(rounded([(x, y), (x + h * 0.05, y - h * 0.4), (x - h * 0.04, y - h * 0.72)], h * 0.3), h * 0.04, c.p.g(tone))
    for i in range(27):
        f = i / 26 * 2 - 1
        head = (x + f * h * 0.1, y - h * (0.94 - 0.1 * abs(f)))
        out = x + f * h * 0.46
        shoulder, foot = y - h * (0.98 - 0.3 * f * f), y - h * (0.16 + 0.2 * abs(math.sin(i * 1.9)) + 0.1 * f * f)
        c.line(
            rounded([head, (out, shoulder), (out + f * h * 0.05, foot)], h * 0.34),
            h * 0.011,
            c.p.g(tone - 0.5 * (i % 3 == 0)),
        )


def boat(c: Canvas, x: float, y: float, s: float, hot: bool = True) -> None:
    """A low canal barge with cargo."""
    c.poly([(x - s, y - s * 0.2), (x + s * 1.05, y - s * 0.26), (x + s * 0.9, y), (x - s * 0.92, y)], c.p.m(7))
    c.rect(x - s * 0.7, y - s * 0.36, x + s * 0.3, y - s * 0.2, c.p.accent if hot else c.p.m(4))
    c.rect(x + s * 0.5, y - s * 0.56, x + s * 0.82, y - s * 0.22, c.p.m(1))
    c.rect(x + s * 0.54, y - s * 0.5, x + s * 0.78, y - s * 0.4, c.p.m(6))


def bridge_view(c: Canvas) -> None:
    """An arched bridge over still water, its arches closed to circles by the reflection."""
    y = c.H * (0.58 if not c.tall else 0.56)
    city_line(c, y - 1, 1.6, -3, c.W, 1.7)
    city_line(c, y, 2.5, -3, c.W, 1.1)
    c.rect(0, y, c.W, c.H, c.p.g(2.6))
    x0, x1 = (c.W * 0.2, c.W * 1.22) if not c.tall else (-24, c.W * 1.12)
    rise = 30 if not c.tall else 27
    with c.on(move(0, 2 * y, 0, 1, -0.9)), c.on(move(0, y * 0.1 / 0.9 * 0.999, 0, 1, 1)):
        bridge(c, x0, x1, y, rise, 3.9, 3)
    bridge(c, x0, x1, y, rise, 6.4, 3)
    for k in range(3):
        c.line([(x0 + 8, y - 3.2 + k), (x1 - 8, y - 3.2 + k)], 0.12, c.p.g(5.4), caps=False)
    water(c, y + 1.2, c.H, 1.0, gap=1.6)
    willow(c, c.W * 0.07, y + 1, 38, 5)
    boat(c, c.W * 0.34, y + (c.H - y) * 0.42, 9)
    c.thread([(0, y), (c.W, y)])


def pavilion(c: Canvas, x: float, y: float, s: float, tone: float) -> None:
    """A tiered hall on a base, generic, as a silhouette with hairline eaves."""
    c.poly([(x - s, y), (x - s * 0.86, y - s * 0.5), (x + s * 0.86, y - s * 0.5), (x + s, y)], c.p.g(tone))
    c.poly(arc(x, y, s * 0.2, s * 0.3, 180, 360), c.p.g(1))
    at = y - s * 0.5
    for k in range(3):
        w, h = s * (0.72 - 0.15 * k), s * 0.28
        c.rect(x - w * 0.8, at - h, x + w * 0.8, at, c.p.g(tone - 1.4))
        frame_lines(c, x - w * 0.8, at - h, x + w * 0.8, at, 8, c.p.g(tone), s * 0.02)
        eave = [
            (x - w * 1.22, at - h - s * 0.05),
            (x - w * 0.9, at - h - s * 0.03),
            (x - w * 0.5, at - h - s * 0.2),
            (x + w * 0.5, at - h - s * 0.2),
            (x + w * 0.9, at - h - s * 0.03),
            (x + w * 1.22, at - h - s * 0.05),
            (x + w * 0.9, at - h + s * 0.04),
            (x - w * 0.9, at - h + s * 0.04),
        ]
        c.poly(eave, c.p.g(tone + 0.5))
        at -= h + s * 0.2
    c.poly([(x - s * 0.3, at + s * 0.02), (x, at - s * 0.2), (x + s * 0.3, at + s * 0.02)], c.p.g(tone + 0.5))


def lake_town(c: Canvas) -> None:
    """A tiered hall over the town and its lake, everything twice in the water."""
    y = c.H * (0.62 if not c.tall else 0.6)
    x = c.W * (0.66 if not c.tall else 0.62)
    for sky in range(5):
        sx = c.W * (0.08 + 0.1 * sky)
        c.line([(sx, y * 0.3 + sky * 3), (sx + 22, y * 0.3 + sky * 3)], 0.3, c.p.g(1.8))
    state = c.rng.getstate()
    for flip in (True, False):
        c.rng.setstate(state)
        fn = move(0, 2 * y, 0, 1, -1) if flip else move(0, 0)
        fade = 0.8 if flip else 0
        with c.on(fn):
            city_line(c, y, 2.2 + fade * 0.4, -3, c.W, 2.0)
            pavilion(c, x, y, 21, 5.2 - fade * 2.2)
            city_line(c, y, 4.2 - fade, -3, c.W * 0.5, 0.9)
            city_line(c, y, 4.2 - fade, x + 16, c.W, 0.8)
            willow(c, c.W * 0.92, y, 30, 5.6 - fade * 2)
    water(c, y + 1, c.H, 0.6, gap=1.4)
    c.disc(c.W * 0.3, y - 25, 6.4, c.p.accent)
    c.thread([(0, y), (c.W, y)])


def canal_top(c: Canvas) -> None:
    """The canal from above between roof patterns, bridges across, barges on the line."""
    c.fill(c.p.g(1.2))
    mid = [(c.W * 0.5 + (c.H * 0.5 - y) * 0.45 + 9 * math.sin(y / 17), y) for y in range(-6, int(c.H) + 12, 3)]
    g = 8.2
    with c.on(move(c.W * 0.5, c.H * 0.5, -24)):
        for j in range(-16, 17):
            for i in range(-16, 17):
                if c.rng.random() < 0.1:
                    c.disc(i * g + 4, j * g + 4, 2.4, c.p.g(2.6))
                    continue
                w, h = c.rng.uniform(5.4, 7.4), c.rng.uniform(5, 7.2)
                tone = c.rng.choice((0.6, 1.2, 1.9, 2.6, 3.4))
                x, y = i * g, j * g
                c.rect(x, y, x + w, y + h / 2, c.p.m(tone))
                c.rect(x, y + h / 2, x + w, y + h, c.p.m(tone + 1.3))
                for k in range(1, 5):
                    c.line([(x + w * k / 5, y), (x + w * k / 5, y + h)], 0.12, c.p.m(tone + 1.9), caps=False)
    c.line(mid, 28, c.p.g(0.4), caps=False)
    c.line(mid, 24, c.p.m(4.6), caps=False)
    for k in range(-4, 5):
        off = k * 2.4 + c.rng.uniform(-0.6, 0.6)
        cut = c.rng.randint(0, len(mid) // 2)
        c.line([(x + off, y) for x, y in mid[cut : cut + len(mid) // 2]], 0.2, c.p.m(3))
    for at in (0.28, 0.74):
        x, y = mid[int(len(mid) * at)]
        with c.on(move(x, y, -10)):
            c.rect(-19, -3.4, 19, 3.4, c.p.m(0.6))
            c.rect(-19, -3.4, 19, -2.6, c.p.m(5))
            c.rect(-19, 2.6, 19, 3.4, c.p.m(6))
    c.thread(mid, 0, w=0.5)
    for n, at in enumerate((0.14, 0.5, 0.62)):
        x, y = mid[int(len(mid) * at)]
        with c.on(move(x, y, 110)):
            c.poly([(-8, -2.6), (6, -2.6), (9.4, 0), (6, 2.6), (-8, 2.6)], c.p.m(7))
            c.rect(-5.4, -1.8, 4.6, 1.8, c.p.accent if n == 1 else c.p.m(1.6))


def containers(c: Canvas) -> None:
    """A wall of containers, corrugation and doors, one forge; the line is the spreader's cable."""
    w, h = c.rng.choice(((40.0, 14.0), (33.0, 12.0)))
    base = c.H * 0.94
    c.rect(0, base, c.W, c.H, c.p.g(2.4))
    cols, rows = int(c.W / w) + 2, int(c.H * 0.9 / h)
    hot = (2, cols - 3)
    for i in range(cols):
        x = c.W - (cols - 1 - i) * (w + 0.8) + 4
        n = max(1, min(rows, round(rows * (0.4 + 0.6 * (i + 1) / cols)) - (1 if i == 1 else 0)))
        for j in range(n):
            y = base - (j + 1) * (h + 0.5)
            is_hot = (j, i) == hot
            tone = c.rng.choice((1.0, 2.0, 3.0, 4.0, 5.0, 5.6))
            c.rect(x, y, x + w, y + h, c.p.accent if is_hot else c.p.m(tone))
            for k in range(int(w / 1.3)):
                c.rect(
                    x + 0.9 + k * 1.3,
                    y + 1.2,
                    x + 1.4 + k * 1.3,
                    y + h - 1.2,
                    c.p.accent_dark if is_hot else c.p.m(tone + 1.1),
                )
            c.rect(x, y, x + w, y + 0.9, c.p.accent if is_hot else c.p.m(max(0, tone - 0.7)))
            c.rect(x, y + h - 0.8, x + w, y + h, c.p.accent_dark if is_hot else c.p.m(tone + 2))
            if (i + j) % 3 == 0 and not is_hot:
                c.rect(x + w * 0.66, y + h * 0.3, x + w * 0.9, y + h * 0.5, c.p.m(0.4 if tone > 1.6 else 4))
    c.thread([(0, c.H * 0.16), (c.W * 0.2, c.H * 0.16), (c.W * 0.28, base), (c.W, base)], 8, w=0.5)


def rail(c: Canvas) -> None:
    """Tracks meeting on the horizon, a goods train on one of them."""
    cam = Cam(c.W * (0.38 if not c.tall else 0.4), c.H * 0.36, 5.5, 62)
    c.poly([(0, cam.vy), (c.W, cam.vy), (c.W, c.H), (0, c.H)], c.p.g(1.8))
    plant(c, cam.vy, 2.0, -3, c.W, 1.1)
    with c.on(cam.floor()):
        for tx in (-9, -3, 3, 9, 15):
            for i in range(60):
                z = 5 + i * (0.8 + i * 0.02)
                c.rect(tx - 1.7, z, tx + 1.7, z + 0.3, c.p.m(4) if tx != -3 else c.p.m(5))
            for s in (-1, 1):
                c.rect(tx + s * 1.0 - 0.09, 4, tx + s * 1.0 + 0.09, 300, c.p.m(6.4))
        c.thread([(-3, 3), (-3, 300)], 0)
    for i in range(9):
        z = 5 * 1.5**i
        for s in (-6, 18):
            p0, p1 = cam(s, 0, z), cam(s, 8, z)
            c.line([p0, p1], 26 / z * 0.1, c.p.m(5))
            c.line([p1, cam(s + (3 if s < 0 else -3), 8, z)], 26 / z * 0.08, c.p.m(5))
    for k in reversed(range(7)):
        z0, z1 = 13 + k * 10.4, 13 + k * 10.4 + 9.6
        fog, hot = k * 0.26, k == 1
        with c.on(cam.side(7.5)):
            c.rect(z0, 0.9, z1, 4.6, c.p.accent if hot else c.p.m(2.6 + (k % 2) - fog * 0.3))
            for q in range(12):
                zz = z0 + (z1 - z0) * q / 12
                c.rect(zz, 1.1, zz + 0.22, 4.4, c.p.accent_dark if hot else c.p.m(4 + (k % 2) - fog * 0.3))
            c.rect(z0, 0.5, z1, 0.9, c.p.m(7))
        if k == 0:
            with c.on(cam.front(z0)):
                c.rect(7.5, 0.5, 10.5, 4.6, c.p.m(5.6))
                frame_lines(c, 7.6, 0.9, 10.4, 4.4, 7, c.p.m(6.6), 0.5)
        with c.on(cam.floor(4.6)):
            c.rect(7.5, z0, 10.5, z1, c.p.m(0.8 + (k % 2) * 0.6))
    c.thread([(0, cam.vy), (cam.vx, cam.vy), (c.W, cam.vy)], 1)


def interchange(c: Canvas) -> None:
    """A motorway crossing from above, trucks as beads on the line."""
    c.fill(c.p.g(1.4))
    with c.on(move(c.W * 0.5, c.H * 0.5, -18)):
        for j in range(-12, 13):
            for i in range(-9, 10):
                tone = c.rng.choice((1, 1.4, 1.9, 2.4))
                c.rect(i * 19 + (j % 2) * 7, j * 9.4, i * 19 + 18 + (j % 2) * 7, j * 9.4 + 8.6, c.p.g(tone))
    x, y = c.W * 0.62, c.H * 0.46
    w = 13.0
    roads = [
        [(x - 6, -10), (x - 6, y), (x + 10, c.H + 10)],
        [(-10, y + 26), (x * 0.5, y + 20), (c.W + 10, y - 22)],
    ]
    loops = [arc(x + q * 17, y + r * 17, 14.5, None, 0, 360, 60) for q, r in ((-1, -1), (1, 1), (1, -1), (-1, 1))]
    for loop in loops:
        c.line(loop, 4.2, c.p.m(5.4))
        c.line(loop, 0.16, c.p.m(1))
    for k, road in enumerate(roads):
        path = rounded(road, 60)
        c.line(path, w + 2.4, c.p.g(0.3), caps=False)
        c.line(path, w, c.p.m(5.6 + 0.5 * k), caps=False)
        for off in (-3.1, 3.1):
            shifted = [(px + (off if k == 0 else off * 0.3), py + (off if k == 1 else 0)) for px, py in path]
            for i in range(len(shifted) - 1):
                (ax, ay), (bx, by) = shifted[i], shifted[i + 1]
                n = max(1, int(math.dist((ax, ay), (bx, by)) / 5))
                for q in range(n):
                    f0, f1 = q / n, (q + 0.5) / n
                    c.line(
                        [(ax + (bx - ax) * f0, ay + (by - ay) * f0), (ax + (bx - ax) * f1, ay + (by - ay) * f1)],
                        0.2,
                        c.p.m(1.6),
                        caps=False,
                    )
    path = rounded(roads[1], 60)
    c.thread(roads[1], 60, w=0.55)
    for n, (at, side) in enumerate(((3, -1), (7, 1), (9, -1), (11, 1), (13, -1))):
        (ax, ay), (bx, by) = path[min(at, len(path) - 2)], path[min(at, len(path) - 2) + 1]
        f = c.rng.random()
        turn = math.degrees(math.atan2(by - ay, bx - ax))
        with c.on(move(ax + (bx - ax) * f, ay + (by - ay) * f, turn)):
            yy = side * 3.3
            c.rect(-8, yy - 1.8, 5, yy + 1.8, c.p.accent if n == 2 else c.p.m(0.8 + n * 0.4), 0.3)
            c.rect(5.6, yy - 1.6, 8.6, yy + 1.6, c.p.accent_dark if n == 2 else c.p.m(3), 0.6)


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
    hot_left = True
    for u, v, kind in sorted(things, key=lambda q: q[0] + q[1]):
        x, y = at(u, v)
        if not (-50 < x < c.W + 50 and -20 < y < c.H + 60):
            continue
        tone = c.rng.choice((0.4, 0.9, 1.4))
        if kind == "h":
            hot = hot_left and c.W * 0.25 < x < c.W * 0.7 and c.H * 0.4 < y < c.H * 0.86
            hall(c, (x, y), 24, 15, c.rng.uniform(5, 8), c.rng.choice((3, 4, 5)), tone, hot)
            hot_left = hot_left and not hot
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
                    frame_lines(c, x, y, x + w, y + h, int(w / 2), c.p.m(tone + 1.5), 0.14)
                    n = int(w / 6)
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
