"""The small card, 500 × 500, that WeChat shows beside a title: as few things as can be, each large."""

from functools import cache

from .inks import inks
from .mark import BALL, CENTRE, draw_mark
from .parts import Title, draw_sample, draw_title
from .plate import Plate
from .sheet import Campaign, Ground, Sheet

SIZE = (500, 500)
_MARGIN = 34.0
_PICTURE = 252.0  # where the picture ends
_SIZES = (76, 72, 68, 64, 60, 56, 52, 48, 44, 40, 36, 32)
_LINE_Y, _STROKE, _BEND = 408.0, 6.0, 20.0


def draw_square(sheet: Sheet) -> Plate:
    """A sheet as the card that stands beside its title in a chat."""
    pictured = sheet.cover is not None
    ground: Ground = "paper" if pictured else sheet.ground
    colours = inks(sheet.campaign, ground)
    plate = _ground(sheet.campaign, ground, pictured).copied()
    if sheet.cover:
        plate.picture((0, 0, SIZE[0], _PICTURE), sheet.cover.file, sheet.cover.focus)
        plate.rectangle((0, _PICTURE, SIZE[0], _PICTURE + _STROKE), colours.line)
    top = _PICTURE + 4 if pictured else 22.0
    draw_title(
        plate, Title((_MARGIN, top, SIZE[0] - _MARGIN, 478.0 if pictured else 352.0), _SIZES, 1.24), sheet, colours
    )
    if not pictured:
        plate.text((_MARGIN + 46, 462), sheet.campaign.short, "bold", 30, colours.text)
    if sheet.sample:
        draw_sample(plate, (SIZE[0], 0), colours, 34) if pictured else draw_sample(
            plate, (SIZE[0], SIZE[1] - 45), colours, 28
        )
    return plate


@cache
def _ground(campaign: Campaign, ground: Ground, pictured: bool) -> Plate:
    """What all cards of a kind share."""
    colours = inks(campaign, ground)
    plate = Plate(SIZE, colours.ground)
    if pictured:
        return plate
    unit = 15.0
    x, y = 432.0 - CENTRE[0] * unit, _LINE_Y - BALL[1] * unit
    draw_mark(plate, (x, y), unit, colours.faint, colours.line, tail=0)
    start = (x + BALL[0] * unit, _LINE_Y)
    plate.path([start, (14, _LINE_Y), (14, 510)], _STROKE, colours.line, _BEND)
    draw_mark(plate, (_MARGIN - 8, 428), 1.45, colours.accent, colours.line)
    return plate
