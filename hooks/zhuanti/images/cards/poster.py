"""The poster, 1080 units wide and as high as its paper asks: a picture or the large mark, what it is about, the code."""

import re
from dataclasses import dataclass

from .fonts import Face, advance
from .inks import Inks, inks
from .mark import BALL, CENTRE, draw_mark
from .parts import Title, draw_kicker, draw_sample, draw_title, length, title_height
from .plate import Plate, Point
from .qr import draw_qr, modules
from .setting import paragraph, tidied
from .sheet import Bill, Ground

SCREEN = (1080, 1920)
A3 = (3508, 4961)  # pixels at 300 dots an inch
_WIDTH = 1080.0
_LEFT, _RIGHT = 108.0, 1000.0
_LINE_X, _STROKE, _BEND = 48.0, 5.0, 36.0
_FOOT = 428.0
_TITLE = 0.2  # the most that a title below a picture takes of the height
_PANEL = (0.30, 0.60)  # the least and the most that picture or colour take of the height
_SIZES = (136, 128, 120, 112, 104, 96, 88, 80, 72, 64, 60, 56, 52, 48)
_CODE = 348.0
_MODULE = 8.0  # a quarter of which a camera still tells from its neighbour
_VALUE_X = 290.0
_NAMES = re.compile("[\u3000、]")
_FACT, _FACT_STEP, _SUMMARY, _SUMMARY_STEP = 36, 52.0, 36, 60.0


@dataclass(frozen=True, slots=True)
class Middle:
    """What stands between picture and code, in lines: facts with their values, the summary, and its height."""

    facts: tuple[tuple[str, tuple[str, ...]], ...]
    summary: tuple[str, ...]
    height: float


def draw_poster(bill: Bill, pixels: tuple[int, int] = SCREEN) -> Plate:
    """A bill at a size in pixels."""
    sheet, scale = bill.sheet, pixels[0] / _WIDTH
    height = pixels[1] / scale
    paper = inks(sheet.campaign, "paper")
    plate = Plate((_WIDTH, height), paper.ground, scale)
    side = max(_CODE, _MODULE * modules(bill.address))
    foot = height - max(_FOOT, side + 80)
    title = Title((_LEFT, 0, _RIGHT, _TITLE * height), _SIZES[2:])
    headed = 130.0 + title_height(title, sheet) if sheet.cover else 40.0
    middle = _middle(bill, foot - _PANEL[0] * height - headed - 40)
    panel = round(max(_PANEL[0] * height, min(_PANEL[1] * height, foot - middle.height - headed - 40)))
    if sheet.cover:
        plate.picture((0, 0, _WIDTH, panel), sheet.cover.file, sheet.cover.focus)
        start: Point = (_WIDTH + 9, panel)
        top = draw_kicker(plate, (_LEFT, panel + 96), sheet, paper, 34, _RIGHT - _LEFT)
        draw_title(plate, Title((_LEFT, top, _RIGHT, top + _TITLE * height), _SIZES[2:]), sheet, paper)
    else:
        start = _panel(plate, bill, panel)
    _line(plate, start, panel, foot, paper)
    _draw_middle(plate, middle, panel + headed, paper, bill)
    _foot(plate, bill, (foot, height), side, paper)
    if sheet.sample:
        draw_sample(plate, (_WIDTH - 40, 40), paper if sheet.cover else inks(sheet.campaign, _ground(bill)), 40)
    return plate


def _ground(bill: Bill) -> Ground:
    return "steel" if bill.sheet.ground == "paper" else bill.sheet.ground


def _middle(bill: Bill, room: float) -> Middle:
    """As much as there is room for: every fact before the summary, and of that two lines at least."""
    facts: list[tuple[str, tuple[str, ...]]] = []
    height = 0.0
    for name, value in bill.facts:
        lines = _lines(value, _FACT, _RIGHT - _VALUE_X, 2, "medium", bill.sheet.names)
        if height + 36 + _FACT_STEP * len(lines) > room:
            break
        facts.append((name, lines))
        height += 36 + _FACT_STEP * len(lines)
    most = int((room - height - 30) // _SUMMARY_STEP)
    names = bill.sheet.names
    summary = _lines(bill.summary, _SUMMARY, _RIGHT - _LEFT, most, "regular", names) if most >= 2 else ()
    return Middle(tuple(facts), summary, height + (30 + _SUMMARY_STEP * len(summary) if summary else 0))


def _lines(text: str, size: int, width: float, most: int, face: Face, names: tuple[str, ...] = ()) -> tuple[str, ...]:
    return paragraph(tidied(text), width / size, most, lambda sign: advance(sign, face), names).texts


def _panel(plate: Plate, bill: Bill, panel: float) -> Point:
    """Without a picture the title stands large on the campaign's colour; where the line begins."""
    sheet = bill.sheet
    colours = inks(sheet.campaign, _ground(bill))
    unit = 31.0
    x, y = 850.0 - CENTRE[0] * unit, panel - BALL[1] * unit
    upper = Plate((_WIDTH, panel), colours.ground, plate.scale)
    draw_mark(upper, (x, y), unit, colours.faint, colours.faint, tail=0)
    draw_mark(upper, (_LEFT - 12, 66), 2.1, colours.accent, colours.line)
    upper.text((_LEFT + 66, 112), sheet.campaign.short, "bold", 40, colours.text)
    top = draw_kicker(upper, (_LEFT, max(210.0, 0.3 * panel)), sheet, colours, 34, _RIGHT - _LEFT)
    draw_title(upper, Title((_LEFT, top, _RIGHT, panel - 96), _SIZES), sheet, colours)
    plate.image.paste(upper.image, (0, 0))
    centre = (x + BALL[0] * unit, panel)
    plate.disc(centre, 56, inks(sheet.campaign, "paper").line)
    return centre


def _line(plate: Plate, start: Point, panel: float, foot: float, colours: Inks) -> None:
    """From the picture down the margin to the code."""
    end = foot + 66
    plate.path([start, (_LINE_X, panel), (_LINE_X, end), (_LEFT - 22, end)], _STROKE, colours.line, _BEND)
    plate.disc((_LEFT - 18, end), 11, colours.line)


def _draw_middle(plate: Plate, middle: Middle, top: float, colours: Inks, bill: Bill) -> None:
    rule = inks(bill.sheet.campaign, "paper").faint
    for number, (name, lines) in enumerate(middle.facts):
        if number:
            plate.rectangle((_LEFT, top, _RIGHT, top + 2), rule)
        plate.text((_LEFT, top + 58), name, "regular", 32, colours.soft)
        for row, line in enumerate(lines):
            plate.text((_VALUE_X, top + 58 + _FACT_STEP * row), line, "medium", _FACT, colours.text)
        top += 36 + _FACT_STEP * len(lines)
    for row, line in enumerate(middle.summary):
        plate.text((_LEFT, top + 30 + _SUMMARY + row * _SUMMARY_STEP), line, "regular", _SUMMARY, colours.soft)


def _foot(plate: Plate, bill: Bill, span: tuple[float, float], side: float, colours: Inks) -> None:
    """What the code is for and who publishes it, left; the code, right."""
    sheet, (top, height) = bill.sheet, span
    width = _RIGHT - side - 44 - _LEFT
    draw_qr(plate, (_RIGHT, height - 62), side, bill.address, colours.text)
    plate.text((_LEFT + 18, top + 84), bill.call, "bold", 50, colours.text)
    for line in _lines("　".join(sheet.foot), 28, width - 18, 1, "regular"):
        plate.text((_LEFT + 18, top + 140), line, "regular", 28, colours.soft)
    y = height - 66.0
    lines = [line for host in bill.hosts for line in _host(host, width)]
    for line in reversed(lines[:3]):
        plate.text((_LEFT, y), line, "regular", 25, colours.soft)
        y -= 40
    draw_mark(plate, (_LEFT - 8, y - 50), 1.5, colours.accent, colours.line)
    name = sheet.campaign.name
    fits = length(name, "bold") * 32 < width - 46
    plate.text((_LEFT + 46, y - 18), name if fits else sheet.campaign.short, "bold", 32, colours.text)


def _host(host: str, width: float) -> tuple[str, ...]:
    """A line of the publishers, parted between their names."""
    return _lines(host, 25, width, 2, "regular", tuple(_NAMES.split(host)))
