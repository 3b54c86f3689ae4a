"""What an editor's file really is, told by its bytes: a picture of a size, or why it cannot be one.

Only the header is read; whether the rest can be decoded shows when the picture is developed.
"""

import hashlib
import posixpath
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

from PIL import AvifImagePlugin, Image, TiffImagePlugin, WebPImagePlugin

from ..problems import Rule
from ..problems.catalogue import pictures
from .recipe import MAX_PIXELS, MAX_SIDE

# never all that Pillow knows: its EPS plugin would start another program on an editor's file (MPO comes with JPEG)
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF", "TIFF", "BMP")
# importing them is what makes them known; otherwise Pillow would load all it has
_PLUGINS = (AvifImagePlugin, TiffImagePlugin, WebPImagePlugin)
_ORIENTATION = 0x0112
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"})
_SEVERAL = frozenset({"GIF", "WEBP", "PNG", "AVIF", "TIFF"})


@dataclass(frozen=True, slots=True)
class Original:
    """A picture as its header tells it: SHA-256 of its bytes, pixels as seen upright, whether more frames follow."""

    digest: str
    width: int
    height: int
    transparent: bool
    frames: int


@dataclass(frozen=True, slots=True)
class Refused:
    """The rule a file breaks, with the facts its message needs beside the name."""

    rule: Rule
    facts: Mapping[str, object]


def look(data: bytes, name: str) -> Original | Refused:
    """Tell what the bytes are; ``name`` matters only for what to say."""
    other = _no_picture(data, name)
    if other:
        return other
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # ours is the stricter bound
            with Image.open(BytesIO(data), formats=FORMATS) as image:
                width, height = upright(image.size, orientation(image))
                frames = getattr(image, "n_frames", 1) if image.format in _SEVERAL else 1
                transparent = image.has_transparency_data
    except Image.DecompressionBombError:
        return Refused(pictures.TOO_LARGE, {"size": "超过 1.7 亿像素"})
    except Exception:  # on broken files the readers of formats raise whatever they stumble over
        return Refused(pictures.UNREADABLE, {"reason": "不是能识别的图片格式，或文件已损坏"})
    if width * height > MAX_PIXELS:
        return Refused(pictures.TOO_LARGE, {"size": f"有 {width}×{height} 像素"})
    if max(width, height) > MAX_SIDE:
        return Refused(pictures.TOO_LARGE, {"size": f"有 {width}×{height} 像素"})
    return Original(hashlib.sha256(data).hexdigest(), width, height, transparent, frames)


def orientation(image: Image.Image) -> int:
    """How the picture has to be turned, as EXIF counts it (1 to 8); readable before its pixels are."""
    if image.format == "TIFF":
        return 1  # Pillow turns these itself
    try:
        # PNG's own method would decode the whole picture first, to look behind its pixels
        found = Image.Image.getexif(image).get(_ORIENTATION, 1)
    except Exception:
        return 1
    return found if found in range(1, 9) else 1


def upright(size: tuple[int, int], turn: int) -> tuple[int, int]:
    """A size after the turn; 5 to 8 lie on their side."""
    return size if turn < 5 else (size[1], size[0])


def _no_picture(data: bytes, name: str) -> Refused | None:
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS and b"avif" not in data[8:64]:
        return Refused(pictures.HEIC, {})
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    is_svg = b"<svg" in start and start.startswith((b"<?xml", b"<svg", b"<!--", b"<!doctype svg"))
    if is_svg or posixpath.splitext(name)[1].lower() == ".svg":
        return Refused(pictures.SVG, {})
    return None
