"""QR codes of full addresses (ISO/IEC 18004), with the blank border that readers need."""

from functools import lru_cache
from io import BytesIO

import segno

from .inks import Colour
from .plate import Plate, Point

BORDER = 4  # modules of nothing around the code


def qr_svg(address: str) -> bytes:
    """The code as a small picture of its own, dark on white whatever stands around it."""
    stream = BytesIO()
    _code(address).save(
        stream, kind="svg", border=BORDER, dark="#14202e", light="#fff", xmldecl=False, omitsize=True, svgclass=None,
        lineclass=None,
    )  # fmt: skip
    return stream.getvalue()


def modules(address: str) -> int:
    """How many modules wide the code is, without its border."""
    return len(_code(address).matrix)


def draw_qr(plate: Plate, corner: Point, side: float, address: str, dark: Colour) -> None:
    """The code with its lower right corner given, at most ``side`` units; a module is a whole number of pixels."""
    rows = [bytes(row) for row in _code(address).matrix]
    module = int(side * plate.scale // len(rows))
    right, bottom = round(corner[0] * plate.scale), round(corner[1] * plate.scale)
    left, top = right - module * len(rows), bottom - module * len(rows)
    for y, row in enumerate(rows):
        for x, is_dark in enumerate(row):
            if is_dark:
                spot = (left + x * module, top + y * module)
                plate.image.paste(dark, (*spot, spot[0] + module, spot[1] + module))


@lru_cache(maxsize=4)
def _code(address: str) -> segno.QRCode:
    return segno.make_qr(address, error="m")
