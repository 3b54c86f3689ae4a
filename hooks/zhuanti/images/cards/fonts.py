"""The two typefaces of cards, from packages of one version everywhere; which signs they hold and how wide these are.

Pillow's plain layout alone: what the other one gives depends on libraries of the machine.
"""

from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import Literal

from PIL import ImageFont

Face = Literal["bold", "medium", "regular", "serif"]
PACKAGES = ("manimgx-fonts-cjk", "pylopdf-fonts-zh-cn")
_WEIGHTS = {"bold": 700, "medium": 500, "regular": 400}
_SIMPLIFIED = 2  # which of the collection's typefaces is Simplified Chinese
_EM = 200  # pixels at which widths are taken, so that one width serves all sizes
_NO_SIGN = "\uffff"  # never a character, so it shows what a missing one looks like


@lru_cache(maxsize=128)
def font(face: Face, size: int) -> ImageFont.FreeTypeFont:
    """A typeface at a size in pixels."""
    if face == "serif":
        return _opened("pylopdf_fonts_zh_cn", "NotoSerifSC-Regular.otf", 0, size)
    found = _opened("manimgx_fonts_cjk", "NotoSansCJK-VF.otf.ttc", _SIMPLIFIED, size)
    found.set_variation_by_axes([_WEIGHTS[face]])
    return found


@lru_cache(maxsize=20_000)
def face_for(sign: str, face: Face) -> Face | None:
    """The typeface that draws a sign: the wanted one, else the other one; None where neither has it."""
    others: tuple[Face, ...] = ("bold",) if face == "serif" else ("serif",)
    return next((each for each in (face, *others) if _has(sign, each)), None)


@lru_cache(maxsize=20_000)
def advance(sign: str, face: Face) -> float:
    """How wide a sign is, in ems; nothing where no typeface has it."""
    drawn = face_for(sign, face)
    return font(drawn, _EM).getlength(sign) / _EM if drawn else 0.0


@cache
def missing(text: str) -> str:
    """The signs of a text that no typeface has, each once, in their order."""
    # what GB 2312 and ASCII hold is there; a test says so, and it spares most checks the fonts
    rare = dict.fromkeys(sign for sign in text if not _is_common(sign) and not sign.isspace())
    return "".join(sign for sign in rare if face_for(sign, "bold") is None)


def _is_common(sign: str) -> bool:
    try:
        return bool(sign.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def _opened(package: str, name: str, index: int, size: int) -> ImageFont.FreeTypeFont:
    with as_file(files(package) / name) as path:
        return ImageFont.truetype(path, size, index=index, layout_engine=ImageFont.Layout.BASIC)


def _has(sign: str, face: Face) -> bool:
    if sign == " ":
        return True
    return _shape(sign, face) != _shape(_NO_SIGN, face)


@lru_cache(maxsize=4)
def _sample_font(face: Face) -> ImageFont.FreeTypeFont:
    return font(face, 40)


def _shape(sign: str, face: Face) -> tuple[tuple[int, int], bytes]:
    mask = _sample_font(face).getmask(sign)
    return mask.size, bytes(mask)
