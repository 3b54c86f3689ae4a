"""How light a picture is, from top to bottom: what words over it need as a ground follows from that."""

from PIL import Image

from ..settings.colour import luminance

ROWS = 16
_CELLS = 27  # a cell is about as large as a sign of the words over it
_PER_ROW = 3


def tones(image: Image.Image) -> tuple[int, ...]:
    """For each of :data:`ROWS` bands from the top, the relative luminance of its lightest spot, in hundredths.

    A spot is the mean over about the size of a written sign. ``image`` is upright in sRGB (RGB or RGBA; what is
    transparent counts as white). Relative luminance as WCAG 2.2 defines it.
    """
    flat = image
    if image.mode == "RGBA":
        flat = Image.new("RGB", image.size, "white")
        flat.paste(image, mask=image.getchannel("A"))
    small = flat.convert("RGB").resize((_CELLS, ROWS * _PER_ROW), Image.Resampling.BOX)
    values = [luminance(small.getpixel((x, y))) for y in range(small.height) for x in range(_CELLS)]  # type: ignore[arg-type]
    band = _CELLS * _PER_ROW
    return tuple(min(100, round(100 * max(values[row * band : (row + 1) * band]) + 0.5)) for row in range(ROWS))
