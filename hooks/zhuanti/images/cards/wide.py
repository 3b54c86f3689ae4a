"""The share card, 1200 × 630: text left, picture or the large mark right, the line running out of it into the foot."""

from functools import cache

from .inks import inks
from .mark import BALL, CENTRE, draw_mark
from .parts import Title, draw_foot, draw_kicker, draw_sample, draw_title
from .plate import Plate
from .sheet import Campaign, Ground, Sheet

SIZE = (1200, 630)
_MARGIN, _RIGHT = 68.0, 640.0
_PICTURE = 672.0  # where the picture begins
_LINE_X, _LINE_Y, _STROKE, _BEND = 30.0, 532.0, 4.0, 26.0
_SIZES = (112, 104, 100, 96, 92, 88, 84, 80, 76, 72, 68, 64, 60, 56, 52, 48, 44, 40)


def draw_wide(sheet: Sheet) -> Plate:
    """A sheet as the card that chat programs and networks show large."""
    pictured = sheet.cover is not None
    ground: Ground = "paper" if pictured else sheet.ground
    colours = inks(sheet.campaign, ground)
    plate = _ground(sheet.campaign, ground, pictured).copied()
    if sheet.cover:
        plate.picture((_PICTURE, 0, *SIZE), sheet.cover.file, sheet.cover.focus)
        plate.disc((_PICTURE, _LINE_Y), 10, colours.line)
    top = draw_kicker(plate, (_MARGIN, 92), sheet, colours, 27, _RIGHT - _MARGIN)
    right = _RIGHT if pictured else 760
    bottom = 488.0 - (74 if sheet.slogan else 0)
    title = Title((_MARGIN, top, right, bottom), _SIZES)
    end = draw_title(plate, title, sheet, colours)
    if sheet.slogan:
        plate.text((_MARGIN, end + 62), sheet.slogan, "regular", 28, colours.soft)
    draw_foot(plate, (_MARGIN + 48, 590), sheet, colours, 27, _RIGHT + 8 if pictured else 900)
    if sheet.sample:
        draw_sample(plate, (SIZE[0] - 28, 28), colours, 30)
    return plate


@cache
def _ground(campaign: Campaign, ground: Ground, pictured: bool) -> Plate:
    """What all cards of a kind share."""
    colours = inks(campaign, ground)
    plate = Plate(SIZE, colours.ground)
    start: tuple[float, float] = (_PICTURE, _LINE_Y)
    if not pictured:
        unit = 27.0
        x, y = 1010.0 - CENTRE[0] * unit, 236.0 - CENTRE[1] * unit
        draw_mark(plate, (x, y), unit, colours.faint, colours.line, tail=0)
        start = (x + BALL[0] * unit, y + BALL[1] * unit)
        plate.path(
            [start, (start[0], _LINE_Y), (_LINE_X, _LINE_Y), (_LINE_X, SIZE[1] + 9)], _STROKE, colours.line, _BEND
        )
    else:
        plate.path([start, (_LINE_X, _LINE_Y), (_LINE_X, SIZE[1] + 9)], _STROKE, colours.line, _BEND)
    draw_mark(plate, (_MARGIN - 6, 558), 1.4, colours.accent, colours.line)
    return plate
