"""What becomes of one original: widths, formats, addresses, and the key under which results are kept.

The key holds the original's bytes, this code and the encoders' versions, so a result is never stale, and a published
address never changes what it shows.
"""

import hashlib
from functools import cache
from pathlib import Path
from typing import Literal

from PIL import __version__ as pillow_version
from PIL import features

Use = Literal["cover", "figure", "scene", "hero", "poster", "file"]

# No step is more than half as wide again as the one before, so no browser has to take a file over 1.5 × what it needs;
# the largest of the text column is 1600, for on a screen of double density nobody sees what 1900 would add.
STEPS: dict[Use, tuple[int, ...]] = {
    "cover": (240, 360, 540, 800, 1200, 1600),
    "figure": (360, 540, 800, 1200, 1600),
    "scene": (360, 540, 800, 1200, 1600),
    "hero": (540, 800, 1200, 1600, 2400),
    "poster": (1200,),
    "file": (),
}
MAX_PIXELS = 80_000_000
MAX_SIDE = 30_000
MIME_TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg", "png": "image/png"}
_WEBP_MAX_SIDE = 16_383  # fixed by the format
_CODE = ("recipe.py", "developing.py", "tones.py")
_CODECS = ("avif", "webp", "libjpeg_turbo", "zlib", "littlecms2")


def widths_for(width: int, steps: tuple[int, ...]) -> tuple[int, ...]:
    """The widths in pixels that an original of ``width`` gives; never more than it has, at least one."""
    fitting = [step for step in steps if step <= width]
    if width < steps[-1] and (not fitting or width > fitting[-1] * 1.15):
        fitting.append(width)
    return tuple(fitting)


def size_at(width: int, original: tuple[int, int]) -> tuple[int, int]:
    """Width and height in pixels of the edition of one width."""
    return width, max(1, round(original[1] * width / original[0]))


def formats_for(original: tuple[int, int], largest: int, transparent: bool) -> tuple[str, ...]:
    """Formats as file extensions, the best first; the last is the one every browser reads."""
    plain = "png" if transparent else "jpg"
    return ("avif", plain) if size_at(largest, original)[1] > _WEBP_MAX_SIDE else ("avif", "webp", plain)


def key_of(digest: str, largest: int) -> str:
    """The key of everything made from the original with this SHA-256 in hexadecimal; 32 hexadecimal digits.

    How far an original is reduced while it is decoded follows from the largest width, so that belongs to the key.
    """
    return hashlib.sha256(f"{_version()} {digest} {largest}".encode()).hexdigest()[:32]


@cache
def _version() -> str:
    digest = hashlib.sha256()
    for name in _CODE:
        digest.update((Path(__file__).parent / name).read_bytes())
    for part in (pillow_version, *(str(features.version(codec)) for codec in _CODECS)):
        digest.update(part.encode())
    return digest.hexdigest()
