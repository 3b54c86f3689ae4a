"""Cards and posters as files, small enough for chat programs and without a word of metadata.

What holds a picture is JPEG; type and flat colour alone are PNG, which is smaller there and keeps every edge.
"""

from io import BytesIO
from typing import cast

from PIL import Image, ImageChops, ImageStat

_MOST = {"wide": 98_000, "square": 60_000, "poster": 400_000}  # bytes
# quality, and how large a file is with it, beside that of the first: where it is too large, the next try is a good one
_QUALITIES = ((90, 1.0), (86, 0.81), (80, 0.65), (74, 0.56), (66, 0.48), (56, 0.41), (44, 0.34), (30, 0.27), (18, 0.2))
_SHADES = 20_000  # more than type on flat colour ever has
_FLAT = 0.6  # how far 256 colours may be from the true ones, root of the mean square out of 255
A3_DPI = (300, 300)


def as_jpeg(image: Image.Image, form: str) -> bytes:
    """JPEG in the best quality that stays below the form's bytes; colour as fine as light, for lines are thin."""
    data, whole = b"", 0.0
    for quality, share in _QUALITIES:
        if data and whole * share > _MOST[form] and quality != _QUALITIES[-1][0]:
            continue
        stream = BytesIO()
        image.save(stream, "JPEG", quality=quality, subsampling=0, optimize=True)
        data = stream.getvalue()
        if len(data) <= _MOST[form]:
            break
        whole = len(data) / share
    return data


def as_png(image: Image.Image, dpi: tuple[int, int] | None = None) -> bytes:
    """PNG, with 256 colours where these are as good as all; ``dpi`` tells printers how large it is."""
    chosen = _in_few_colours(image)
    stream = BytesIO()
    if dpi:
        chosen.save(stream, "PNG", dpi=dpi)
    else:
        chosen.save(stream, "PNG")
    return stream.getvalue()


def _in_few_colours(image: Image.Image) -> Image.Image:
    """Flat colour in its commonest shades, exactly: what is rarer lies on edges. A picture, where nobody sees it."""
    counted = image.getcolors(_SHADES)
    if counted is None:
        few = image.quantize(256, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        apart = ImageStat.Stat(ImageChops.difference(image, few.convert("RGB"))).rms
        return few if max(apart) <= _FLAT else image
    palette = Image.new("P", (1, 1))
    # of an RGB picture a colour is three numbers; of others it may be one
    commonest = cast(list[tuple[int, tuple[int, int, int]]], sorted(counted, reverse=True))[:256]
    palette.putpalette([part for _, colour in commonest for part in colour])
    return image.quantize(palette=palette, dither=Image.Dither.NONE)
