"""Pictures as cameras, phones, scanners and layout programs make them, drawn here."""

import struct
import zlib
from io import BytesIO

from PIL import Image, ImageCms, PngImagePlugin

WIDE = (600, 400)
RED, BLUE = (200, 40, 30), (30, 60, 200)


def halves(size: tuple[int, int] = WIDE) -> Image.Image:
    """Left half red, right half blue: shows how a picture was turned."""
    image = Image.new("RGB", size, BLUE)
    image.paste(RED, (0, 0, size[0] // 2, size[1]))
    return image


def saved(image: Image.Image, format: str, **options: object) -> bytes:
    stream = BytesIO()
    image.save(stream, format, **options)
    return stream.getvalue()


def turned(turn: int, format: str = "JPEG") -> bytes:
    """What :func:`halves` looks like upright, stored as a camera held otherwise would, with the EXIF mark."""
    back = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[turn]
    image = halves() if back is None else halves().transpose(back)
    exif = Image.Exif()
    exif[0x0112] = turn
    return saved(image, format, exif=exif)


def talkative() -> bytes:
    """A photograph that says where it was taken, by whom and with what, in every way a file can."""
    exif = Image.Exif()
    exif[0x010F] = "SECRETCAMERA"
    exif[0x8298] = "SECRETAUTHOR"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (36.0, 27.0, 14.0)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return saved(
        halves(),
        "JPEG",
        exif=exif,
        comment=b"SECRETCOMMENT",
        icc_profile=profile,
        xmp=b"<x:xmpmeta>SECRETXMP</x:xmpmeta>",
    )


def talkative_png() -> bytes:
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", "SECRETAUTHOR")
    words.add_itxt("XML:com.adobe.xmp", "SECRETXMP")
    return saved(halves().convert("RGBA"), "PNG", pnginfo=words)


def multi_picture() -> bytes:
    """A phone's JPEG with a second picture behind the first (MPO)."""
    return saved(halves(), "MPO", save_all=True, append_images=[Image.new("RGB", WIDE, (0, 255, 0))])


def moving(format: str) -> bytes:
    frames = [Image.new("RGB", WIDE, BLUE)]
    return saved(Image.new("RGB", WIDE, RED), format, save_all=True, append_images=frames, duration=100)


def sixteen_bit(mode: str) -> bytes:
    """A grey ramp from black to white in 16 bits, as scanners make it: a TIFF in either byte order."""
    order = ">" if mode == "I;16B" else "<"
    row = struct.pack(f"{order}600H", *(round(65535 * x / 599) for x in range(600)))
    return saved(Image.frombytes(mode, (600, 4), row * 4), "TIFF")


def sixteen_bit_png(channels: int) -> bytes:
    """The same ramp as PNG, grey or in colour."""
    colour_type = {1: 0, 3: 2}[channels]
    row = b"\0" + b"".join(struct.pack(">H", round(65535 * x / 599)) * channels for x in range(600))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in (
            (b"IHDR", struct.pack(">IIBBBBB", 600, 4, 16, colour_type, 0, 0, 0)),
            (b"IDAT", zlib.compress(row * 4)),
            (b"IEND", b""),
        )
    )


def png_header(width: int, height: int) -> bytes:
    """A PNG that claims a size and holds nothing."""
    parts = ((b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)), (b"IDAT", b""), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )


def noise(size: tuple[int, int], seed: int = 1) -> Image.Image:
    """Something like a photograph: it does not shrink to nothing, and has no flat areas."""
    import random

    chance = random.Random(seed)
    small = (max(1, size[0] // 16), max(1, size[1] // 16))
    channels = [Image.frombytes("L", small, chance.randbytes(small[0] * small[1])) for _ in range(3)]
    return Image.merge("RGB", channels).resize(size, Image.Resampling.BICUBIC)
