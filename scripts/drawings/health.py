"""Health: vials, capsules, the wall of herb drawers."""

from __future__ import annotations

from .canvas import Canvas, arc, box, move


def vials(c: Canvas) -> None:
    """Vials on the filling line, glass over glass, the liquid stepping up like a chart."""
    base = c.H * (0.82 if not c.tall else 0.76)
    c.rect(0, base, c.W, base + 3, c.p.m(5.4))
    c.rect(0, base + 3, c.W, c.H, c.p.g(1.8))
    for back in (1, 0):
        w = 11.0 if back else 15.0
        h, gap = w * 2.5, w * 1.2
        n = int(c.W / gap) + 1
        hot = n - 3 if not c.tall else 2
        for i in range(n):
            x = c.W * (0.06 if back else 0.2) + i * gap + (4 if back else 0)
            y = base - (7 if back else 0)
            fog = 1.0 if back else 0.0
            col = c.p.m(1.2 + fog * 0.2)
            c.rect(x - w / 2, y - h, x + w / 2, y, col, w * 0.12)
            c.rect(x - w * 0.28, y - h * 1.2, x + w * 0.28, y - h * 0.94, col)
            level = h * min(0.86, 0.14 + 0.74 * i / max(1, n - 2))
            c.rect(x - w * 0.44, y - level, x + w * 0.44, y - 0.8, c.p.m(3.2 - fog * 0.8), w * 0.1)
            c.rect(x + w * 0.16, y - level, x + w * 0.44, y - 0.8, c.p.m(4.4 - fog), w * 0.1)
            c.rect(x - w * 0.36, y - h * 0.94, x - w * 0.28, y - h * 0.1, c.p.m(0))
            cap = c.p.accent if (i == hot and not back) else c.p.m(5.4 - fog * 1.4)
            c.rect(x - w * 0.34, y - h * 1.34, x + w * 0.34, y - h * 1.16, cap, 0.5)
            c.rect(x - w * 0.3, y - h * 1.18, x + w * 0.3, y - h * 1.12, c.p.m(3.4))
    for i in range(int(c.W / 6) + 1):
        c.disc(i * 6, base + 5.6, 1.7, c.p.m(4))
    c.thread([(0, base), (c.W, base)], w=0.55)


def capsules(c: Canvas) -> None:
    """Capsules fallen into a pattern, all turned alike, one forge half."""
    w, h = c.rng.choice(((23.0, 9.4), (18.0, 7.4)))
    turn = c.rng.choice((-35, 30, -45))
    dx, dy = w * 1.16, h * 1.3
    n = int(170 / dy)
    hot = (c.rng.choice((-1, 1)), c.rng.choice((-1, 0)))
    with c.on(move(c.W * 0.55, c.H * 0.5, turn)):
        for j in range(-n, n + 1):
            for i in range(-9, 10):
                x, y = i * dx + dx * 0.5 * (j % 2), j * dy
                is_hot = (j, i) == hot
                if (i * 3 + j * 5) % 13 == 0 and not is_hot:
                    c.line([*box(x - w / 2, y - h / 2, x + w / 2, y + h / 2, h / 2), (x, y - h / 2)], 0.16, c.p.g(3.4))
                    continue
                tone = (0.6, 1.4, 2.4)[(i + j) % 3]
                c.rect(x - w / 2, y - h / 2, x + w / 2, y + h / 2, c.p.m(tone), h / 2)
                half = [(x, y - h / 2), *arc(x + w / 2 - h / 2, y, h / 2, None, -90, 90), (x, y + h / 2)]
                c.poly(half, c.p.accent if is_hot else c.p.m(4.2 + (i - j) % 3 * 0.7))
                low = [
                    (x - w / 2 + h * 0.3, y + h * 0.2),
                    (x, y + h * 0.2),
                    (x, y + h / 2),
                    (x - w / 2 + h / 2, y + h / 2),
                ]
                c.poly(low, c.p.m(tone + 1.3))
                c.rect(x, y + h * 0.2, x + w / 2 - h * 0.28, y + h / 2, c.p.accent_dark if is_hot else c.p.m(5.6))
                c.rect(x - w * 0.34, y - h * 0.32, x + w * 0.28, y - h * 0.22, c.p.m(0), h * 0.05)
        y = hot[0] * dy + dy / 2
        c.thread([(-200, y), (200, y)], w=0.5)


def drawers(c: Canvas) -> None:
    """A wall of herb drawers, each a pull and a label; one stands open."""
    w, h = c.rng.choice(((17.0, 12.5), (14.0, 10.5)))
    c.fill(c.p.m(6.8))
    rows, cols = int(c.H / h) + 2, int(c.W / w) + 2
    hot = (int(rows * 0.55), int(cols * c.rng.choice((0.32, 0.6))))
    for j in range(rows):
        for i in range(cols):
            x, y = i * w - w * 0.35, j * h - h * 0.4
            tone = 3.2 + c.rng.choice((0, 0.4, 0.8, 1.3)) + (0.9 if i / cols > 0.66 else 0)
            c.rect(x + 0.4, y + 0.4, x + w - 0.4, y + h - 0.4, c.p.m(tone))
            c.rect(x + 0.4, y + 0.4, x + w - 0.4, y + 1.0, c.p.m(tone - 1.4))
            c.rect(x + w * 0.26, y + h * 0.2, x + w * 0.74, y + h * 0.46, c.p.m(0.8))
            for k in range(2):
                c.rect(
                    x + w * 0.32,
                    y + h * (0.27 + 0.09 * k),
                    x + w * (0.66 - 0.12 * k),
                    y + h * (0.29 + 0.09 * k),
                    c.p.m(4),
                )
            c.ring(x + w / 2, y + h * 0.62, h * 0.12, h * 0.155, c.p.m(0.8), 0, 180)
            c.disc(x + w / 2, y + h * 0.6, h * 0.045, c.p.m(0.8))
    x, y = hot[1] * w - w * 0.35, hot[0] * h - h * 0.4
    c.poly([(x, y + h * 0.1), (x + w, y + h * 0.1), (x + w * 1.1, y + h * 0.5), (x - w * 0.1, y + h * 0.5)], c.p.m(7.6))
    for i in range(9):
        c.disc(
            x + w * (0.1 + 0.1 * i),
            y + h * (0.34 + 0.08 * (i % 2)),
            h * 0.13,
            c.p.reed if c.p.name not in ("night", "deep") else c.p.m(2.4),
        )
    c.rect(x - w * 0.1, y + h * 0.46, x + w * 1.1, y + h * 1.4, c.p.accent)
    c.rect(x - w * 0.1, y + h * 1.3, x + w * 1.1, y + h * 1.4, c.p.accent_dark)
    c.rect(x + w * 0.22, y + h * 0.66, x + w * 0.78, y + h * 0.94, c.p.m(0.4))
    c.ring(x + w / 2, y + h * 1.1, h * 0.14, h * 0.19, c.p.m(0.4), 0, 180)
    ly = (hot[0] + 1) * h - h * 0.4
    c.thread([(0, ly), (x - w * 0.1, ly)], w=0.6)
    c.thread([(x + w * 1.1, ly), (c.W, ly)], w=0.6)
