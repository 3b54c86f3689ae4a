"""City and water, roads and freight, works seen from above."""

from __future__ import annotations

import math

from .canvas import Cam, Canvas, arc, move, rounded
from .shapes import bridge, city_line, frame_lines, plant, water


def willow(c: Canvas, x: float, y: float, h: float, tone: float) -> None:
    """A willow on the bank: a trunk and a curtain of hanging lines."""
    trunk = [(x, y), (x + h * 0.05, y - h * 0.4), (x - h * 0.03, y - h * 0.7), (x, y - h * 0.93)]
    c.line(rounded(trunk, h * 0.25), h * 0.03, c.p.g(tone))
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
    g = 11.0
    with c.on(move(c.W * 0.5, c.H * 0.5, -24)):
        for j in range(-16, 17):
            for i in range(-16, 17):
                if c.rng.random() < 0.1:
                    c.disc(i * g + 4, j * g + 4, 2.4, c.p.g(2.6))
                    continue
                w, h = c.rng.uniform(7.4, 10), c.rng.uniform(6.8, 9.8)
                tone = c.rng.choice((0.6, 1.2, 1.9, 2.6, 3.4))
                x, y = i * g, j * g
                c.rect(x, y, x + w, y + h / 2, c.p.m(tone))
                c.rect(x, y + h / 2, x + w, y + h, c.p.m(tone + 1.3))
                for k in range(1, 4):
                    c.line([(x + w * k / 4, y), (x + w * k / 4, y + h)], 0.2, c.p.m(tone + 1.9), caps=False)
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
