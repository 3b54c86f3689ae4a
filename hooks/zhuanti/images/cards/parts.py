"""What cards and posters have in common: kicker, title, the mark of a sample."""

from dataclasses import dataclass

from .fonts import Face, advance
from .inks import Inks
from .plate import Box, Plate, Point
from .setting import Fitted, fit, offsets, tidied
from .sheet import Sheet

_STROKE = 0.014  # what a serif of one weight lacks at this size, in ems


@dataclass(frozen=True, slots=True)
class Title:
    """Where a title stands and in which sizes it may."""

    box: Box
    sizes: tuple[int, ...]
    leading: float = 1.26


def draw_kicker(plate: Plate, at: Point, sheet: Sheet, colours: Inks, size: float, width: float) -> float:
    """The word in front, the kicker as far as it fits, the short rule below; where the title may begin."""
    x, y = at
    if not sheet.label and not sheet.kicker:
        return y - size
    if sheet.label:
        x += plate.text((x, y), sheet.label, "bold", size, colours.accent) + 0.7 * size
    room = (at[0] + width - x) / size
    kicker = tidied(sheet.kicker)
    while kicker and length(kicker, "regular") > room:
        kicker = kicker[: kicker.rfind("·")] if "·" in kicker else ""
    plate.text((x, y), kicker, "regular", size, colours.soft)
    plate.rectangle((at[0], y + 0.72 * size, at[0] + 1.7 * size, y + 0.9 * size), colours.line)
    return y + 0.9 * size


def draw_title(plate: Plate, title: Title, sheet: Sheet, colours: Inks) -> float:
    """The title in its box, standing under the kicker; the baseline of its last line."""
    left, top, _, _ = title.box
    face, found = _face(sheet), _fitted(title, sheet)
    size, step = found.size, title.leading * found.size
    baseline = top + 0.34 * size + 0.88 * size
    for number, line in enumerate(found.texts):
        plate.text(
            (left, baseline + number * step), line, face, size, colours.text, _STROKE if face == "serif" else 0.0
        )
    return baseline + (len(found.texts) - 1) * step


def title_height(title: Title, sheet: Sheet) -> float:
    """How high the title stands in such a box, from the rule of the kicker to below its last line."""
    found = _fitted(title, sheet)
    return found.size * (1.52 + title.leading * (len(found.texts) - 1))


def _face(sheet: Sheet) -> Face:
    return "serif" if sheet.serif else "bold"


def _fitted(title: Title, sheet: Sheet) -> Fitted:
    left, top, right, bottom = title.box
    face = _face(sheet)
    room = (right - left, bottom - top)
    return fit(tidied(sheet.title), title.sizes, room, title.leading, lambda sign: advance(sign, face), sheet.names)


def draw_sample(plate: Plate, corner: Point, colours: Inks, size: float) -> None:
    """示例 in a box whose upper right corner is given: what is invented says so wherever it travels."""
    right, top = corner
    width, height = 2 * size + 1.1 * size, 1.62 * size
    plate.rectangle((right - width, top, right, top + height), colours.line)
    plate.text((right - width + 0.55 * size, top + 1.18 * size), "示例", "bold", size, colours.on_line)


def draw_foot(plate: Plate, at: Point, sheet: Sheet, colours: Inks, size: float, right: float) -> None:
    """The campaign's short name and as much of the foot as ends before ``right``."""
    x, y = at
    x += plate.text((x, y), sheet.campaign.short, "bold", size, colours.text) + size
    for part in sheet.foot:
        if x + length(part, "regular") * 0.92 * size > right:
            continue
        x += plate.text((x, y), part, "regular", 0.92 * size, colours.soft) + 0.8 * size


def length(line: str, face: Face) -> float:
    """How long a line is, in ems."""
    return offsets(line, lambda sign: advance(sign, face))[1]
