"""One original becomes its editions: decoded once, turned, in sRGB, without a word of metadata.

Memory is bounded by one decoded original (4 bytes a pixel): JPEG is decoded at a fraction of its size, everything
else is brought to 8 bits and reduced strip by strip.
"""

import sys
from base64 import b64encode
from collections.abc import Iterator
from io import BytesIO

from PIL import Image, ImageCms

from .originals import FORMATS, orientation, upright
from .recipe import formats_for, size_at

_STRIP_PIXELS = 4_000_000
_PLACEHOLDER_SIDE = 16
_PLACEHOLDER_BYTES = 190
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
# one thread, because the bytes depend on how many there are; the qualities look alike in all three formats
_AVIF = {"quality": 53, "max_threads": 1, "codec": "aom", "autotiling": False}
_RELATIVE = ImageCms.Intent.RELATIVE_COLORIMETRIC


class Undecodable(Exception):
    """The bytes are no whole picture; the message says why, in Chinese."""


def opened(data: bytes, largest: int) -> Image.Image:
    """The picture upright in sRGB (RGB, or RGBA where it is really transparent), at least ``largest`` pixels wide
    where the original is.

    Raises:
        Undecodable: truncated or damaged.
    """
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as image:
            turn = orientation(image)
            size = size_at(largest, upright(image.size, turn))
            image.draft(None, upright(size, turn))  # JPEG alone can: decodes at 1/2, 1/4 or 1/8
            image.load()
            profile = image.info.get("icc_profile")
            reduced = _reduced(image, upright(size, turn))
    except MemoryError:
        raise
    except Exception as error:  # on broken files decoders raise whatever they stumble over
        cut = isinstance(error, EOFError) or "truncated" in str(error).lower()
        reason = "文件不完整，像是没有传完" if cut else "不是能识别的图片格式，或文件已损坏"
        raise Undecodable(reason) from None
    result = _without_idle_alpha(_in_srgb(reduced, profile))
    return result.transpose(_TURNS[turn]) if turn > 1 else result


def is_transparent(image: Image.Image) -> bool:
    """Whether something shows through; ``image`` as :func:`opened` gave it."""
    return image.mode == "RGBA"


def editions(
    image: Image.Image, original: tuple[int, int], widths: tuple[int, ...], largest: int
) -> Iterator[tuple[int, str, bytes]]:
    """Yield width, format and encoded file for these widths; ``original`` is the upright size of the whole picture.

    The same bytes whatever other widths are asked for: each is made from ``image``, opened for ``largest``.
    """
    formats = formats_for(original, largest, is_transparent(image))
    for width in widths:
        edition = _clean(image, size_at(width, original))
        webp = _webp(edition) if "webp" in formats else None
        yield width, "avif", _avif(edition, len(webp) if webp else sys.maxsize)
        if webp:
            yield width, "webp", webp
        yield width, formats[-1], _png(edition) if formats[-1] == "png" else _jpeg(edition)


def placeholder(image: Image.Image) -> str:
    """A data address of a tiny picture that lies below the real one until it is there; at most 280 characters.

    Empty where the picture is transparent: it would show through.
    """
    if is_transparent(image):
        return ""
    scale = _PLACEHOLDER_SIDE / max(image.size)
    small = _clean(image, (max(1, round(image.width * scale)), max(1, round(image.height * scale))))
    for quality in (75, 50, 25, 5, 0):
        data = _encoded(small, "WEBP", quality=quality, method=4)
        if len(data) <= _PLACEHOLDER_BYTES:
            return f"data:image/webp;base64,{b64encode(data).decode()}"
    return ""


def _reduced(image: Image.Image, wanted: tuple[int, int]) -> Image.Image:
    """8 bits a channel, and a whole fraction of the size that is still larger than wanted."""
    factor = max(1, min(image.width // wanted[0], image.height // wanted[1]))
    if factor == 1:
        return _plain(image)
    height = max(factor, _STRIP_PIXELS // image.width // factor * factor)
    strips = (
        _plain(image.crop((0, top, image.width, min(top + height, image.height)))).reduce(factor)
        for top in range(0, image.height, height)
    )
    first = next(strips)
    whole = Image.new(first.mode, (first.width, -(-image.height // factor)))
    whole.paste(first)
    for number, strip in enumerate(strips, start=1):
        whole.paste(strip, (0, number * height // factor))
    return whole


def _plain(image: Image.Image) -> Image.Image:
    """8 bits a channel: L, RGB, RGBA, CMYK or LAB."""
    if image.mode.startswith("I;16"):
        # the upper bytes are the picture in 8 bits; converting clips to 255, and point() refuses big-endian ones
        little = image.mode != "I;16B" and not (image.mode == "I;16N" and sys.byteorder == "big")
        return Image.frombytes("L", image.size, image.tobytes()[1 if little else 0 :: 2])
    if image.mode == "I":
        return image.point(lambda value: value * (1 / 256)).convert("L")
    if image.mode == "F":
        raise ValueError("floating point")
    if image.has_transparency_data:
        return image if image.mode == "RGBA" else image.convert("RGBA")
    if image.mode in ("L", "RGB", "CMYK", "LAB"):
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if image.mode == "RGBA":
        colours = _in_srgb(image.convert("RGB"), profile)
        colours.putalpha(image.getchannel("A"))
        return colours
    if image.mode == "LAB":
        return _converted(image, ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))) or image.convert("RGB")
    given = _converted(image, ImageCms.ImageCmsProfile(BytesIO(profile))) if profile and _is_profile(profile) else None
    return given or (image if image.mode == "RGB" else image.convert("RGB"))


def _is_profile(profile: bytes) -> bool:
    try:
        ImageCms.ImageCmsProfile(BytesIO(profile))
    except (OSError, TypeError):
        return False
    return True


def _converted(image: Image.Image, profile: ImageCms.ImageCmsProfile) -> Image.Image | None:
    """In sRGB; None where the profile is not for such a picture."""
    try:
        return ImageCms.profileToProfile(
            image,
            profile,
            ImageCms.createProfile("sRGB"),
            _RELATIVE,
            "RGB",
            False,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, ValueError):
        return None


def _without_idle_alpha(image: Image.Image) -> Image.Image:
    """Screenshots carry an alpha channel that hides nothing; without it they are ordinary pictures."""
    if image.mode == "RGBA" and image.getchannel("A").getextrema()[0] == 255:
        return image.convert("RGB")
    return image


def _clean(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """At this size and with nothing beside the pixels: encoders copy comments, profiles and XMP they find."""
    edition = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    edition.info.clear()
    return edition


def _avif(image: Image.Image, most: int) -> bytes:
    """The fast encoder is as good as the slow one with photographs, but with drawings it loses even to WebP: what is
    over ``most`` bytes is encoded again with more patience."""
    fast = _encoded(image, "AVIF", **_AVIF, speed=9)
    return fast if len(fast) <= most else min(fast, _encoded(image, "AVIF", **_AVIF, speed=8), key=len)


def _webp(image: Image.Image) -> bytes:
    if image.mode == "RGBA":
        return _encoded(image, "WEBP", lossless=True, quality=60, method=3)
    return _encoded(image, "WEBP", quality=76, method=2)


def _jpeg(image: Image.Image) -> bytes:
    return _encoded(image, "JPEG", quality=78, optimize=True, progressive=True)


def _png(image: Image.Image) -> bytes:
    return _encoded(image, "PNG", compress_level=7)


def _encoded(image: Image.Image, format: str, **options: object) -> bytes:
    stream = BytesIO()
    image.save(stream, format, **options)
    return stream.getvalue()
