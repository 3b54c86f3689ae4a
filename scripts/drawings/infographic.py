"""The long infographic: one bearing's seven tests as stations on the production line, with words drawn in."""

from __future__ import annotations

import math
import shutil
import subprocess
from collections.abc import Callable

from PIL import Image, ImageFont

from .canvas import Canvas, box
from .metal import bearing
from .palette import PALETTES, Colour
from .shapes import ball, metal

SIZE = (1080, 3760)
_LINE_X, _TOP, _STEP = 13.0, 62.0, 40.0
_Icon = Callable[[Canvas, float, float], None]


def gates(font_file: str, ss: int = 2) -> Image.Image:
    """Draw the sample infographic; ``font_file`` is a collection whose third face is simplified Chinese."""
    c = Canvas(SIZE, 11, PALETTES["day"], ss=ss)
    p, last = c.p, _TOP + _STEP * (len(_STATIONS) - 1)
    _words(c, 13, 11, "一套轴承出厂前", 7.2, p.g(8), font_file)
    _words(c, 13, 21.5, "要答七道题", 7.2, p.g(8), font_file)
    _words(c, 13, 34.5, "示例轴承公司的考卷，判定值均为示例数据", 2.7, p.g(6), font_file)
    c.thread([(0, 46), (_LINE_X, 46), (_LINE_X, last + 24), (104, last + 24)], r=7, w=0.6)
    for number, (title, lines, icon) in enumerate(_STATIONS):
        y = _TOP + _STEP * number
        c.disc(_LINE_X, y, 2.3, p.accent)
        c.disc(_LINE_X, y, 1.5, p.g(0))
        _words(c, 19, y - 5.4, str(number + 1), 6.4, p.accent if number == 0 else p.g(6), font_file)
        _words(c, 26, y - 4.2, title, 4.6, p.g(8), font_file)
        for row, line in enumerate(lines):
            _words(c, 26, y + 4.2 + row * 5.0, line, 2.95, p.g(7), font_file)
        icon(c, 82, y + 3)
    ball(c, _LINE_X + 27, last + 24, 3.2, accent=True)
    _words(c, 46, last + 28, "七道都过，才装箱", 4.2, p.g(8), font_file)
    return c.done()


def find_font() -> str:
    """The file of Noto Sans CJK on this machine; an empty text when there is none."""
    if not shutil.which("fc-match"):
        return ""
    command = ["fc-match", "-f", "%{file}", "Noto Sans CJK SC:bold"]
    found = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return found if "CJK" in found else ""


def _words(c: Canvas, x: float, y: float, text: str, size: float, colour: Colour, font_file: str) -> None:
    font = ImageFont.truetype(font_file, round(size * c.u), index=2)
    c.d.text((x * c.u, y * c.u), text, fill=colour, font=font)


def _ring(c: Canvas, x: float, y: float) -> None:
    metal(c, x, y, 7.2, 11, lo=1, hi=4.4)
    c.ring(x, y, 10.6, 11, c.p.m(6))
    c.ring(x, y, 7.2, 7.6, c.p.m(6))


def _dial(c: Canvas, x: float, y: float) -> None:
    c.disc(x, y, 11, c.p.m(6.2))
    c.disc(x, y, 9.8, c.p.m(0.4))
    for i in range(24):
        a = math.radians(15 * i)
        inner = 8.2 if i % 6 else 7
        c.line(
            [(x + math.cos(a) * inner, y + math.sin(a) * inner), (x + math.cos(a) * 9.2, y + math.sin(a) * 9.2)],
            0.35,
            c.p.m(6),
        )
    c.line([(x, y), (x + 5.4, y - 4.2)], 0.7, c.p.accent)
    c.disc(x, y, 1, c.p.m(6.5))


def _bearing(c: Canvas, x: float, y: float) -> None:
    bearing(c, x, y, 12, n=11, forge=None)


def _gap(c: Canvas, x: float, y: float) -> None:
    with c.clip(box(x - 13, y - 10, x + 13, y + 10)):
        metal(c, x, y + 34, 30, 36, lo=1, hi=4)
        metal(c, x, y + 34, 20, 25, lo=1, hi=4)
        for i in range(-2, 3):
            ball(c, x + i * 7.4, y + 6.6 + abs(i) * abs(i) * 0.9, 2.6, 1.6)
    c.line([(x - 13, y + 10), (x + 13, y + 10)], 0.4, c.p.m(6))


def _wave(c: Canvas, x: float, y: float) -> None:
    c.rect(x - 13, y - 9, x + 13, y + 9, c.p.m(7.2))
    for i in range(1, 6):
        c.line([(x - 13 + i * 26 / 6, y - 9), (x - 13 + i * 26 / 6, y + 9)], 0.12, c.p.m(5.4))
    points = [
        (x - 12 + i * 0.4, y + math.sin(i * 0.62) * (1.2 + 2.6 * math.exp(-(((i - 30) / 9) ** 2)))) for i in range(61)
    ]
    c.line(points, 0.5, c.p.m(1))
    c.line([(x - 13, y - 6), (x + 13, y - 6)], 0.3, c.p.accent)


def _sound(c: Canvas, x: float, y: float) -> None:
    for r in (4.5, 7.8, 11.1):
        c.ring(x - 7, y, r, r + 0.8, c.p.m(5), -48, 48)
    ball(c, x - 8, y, 3.2, 1.6)


def _life(c: Canvas, x: float, y: float) -> None:
    for i in range(3):
        bearing(c, x - 8 + i * 8, y + 3, 7, n=9, forge=None)
    c.poly(
        [
            (x - 3, y - 12),
            (x + 3, y - 12),
            (x + 3, y - 8),
            (x + 5.4, y - 8),
            (x, y - 3),
            (x - 5.4, y - 8),
            (x - 3, y - 8),
        ],
        c.p.m(6),
    )


_STATIONS: tuple[tuple[str, tuple[str, ...], _Icon], ...] = (
    ("材料与硬度", ("套圈先看炉批，再压硬度", "一只不合格，整筐隔离"), _ring),
    ("圆度", ("沟道圆不圆，仪器转一圈", "差的那一点，以微米计"), _dial),
    ("游隙", ("圈和球之间，留 8 至 20 微米", "太紧会热，太松会晃"), _gap),
    ("旋转灵活", ("手一拨，转得顺不顺", "卡一下，就退回去"), _bearing),
    ("振动", ("转起来抖不抖，全数检查", "超过橙线，不出门"), _wave),
    ("异音", ("除了“沙”，不该有别的声音", "听一耳朵，也录一段"), _sound),
    ("寿命", ("压上载荷，一直转到坏", "考完就没有了，只能抽着考"), _life),
)
