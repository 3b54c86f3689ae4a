"""What an original becomes, whatever it was made with: upright, right colours, and silent about itself."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms
from tests.images.originals import (
    BLUE,
    RED,
    WIDE,
    halves,
    moving,
    multi_picture,
    noise,
    saved,
    sixteen_bit,
    sixteen_bit_png,
    talkative,
    talkative_png,
    turned,
)

from zhuanti.images.developing import Undecodable, editions, opened, placeholder
from zhuanti.images.originals import Original, look

FORMATS = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG", "png": "PNG"}


def developed(data: bytes, widths: tuple[int, ...] = (300,)) -> dict[tuple[int, str], bytes]:
    original = look(data, "a.jpg")
    assert isinstance(original, Original)
    image = opened(data, widths[-1])
    size = (original.width, original.height)
    return {(width, format): content for width, format, content in editions(image, size, widths, widths[-1])}


def pixel(data: bytes, x: float, y: float = 0.5) -> tuple[int, ...]:
    image = Image.open(BytesIO(data)).convert("RGB")
    found = image.getpixel((int(x * (image.width - 1)), int(y * (image.height - 1))))
    assert isinstance(found, tuple)
    return found


def near(one: tuple[int, ...], other: tuple[int, ...], within: int = 14) -> bool:
    return all(abs(a - b) <= within for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
@pytest.mark.parametrize("turn", range(1, 9))
def test_a_picture_is_upright_whatever_way_the_camera_was_held(turn: int, format: str) -> None:
    data = turned(turn, format)
    original = look(data, "a.jpg")
    assert isinstance(original, Original) and (original.width, original.height) == WIDE
    for content in developed(data).values():
        with Image.open(BytesIO(content)) as image:
            assert image.size == (300, 200)
            assert not image.getexif()
        assert near(pixel(content, 0.2), RED) and near(pixel(content, 0.8), BLUE)


@pytest.mark.parametrize("data", [talkative(), talkative_png(), multi_picture()], ids=["jpeg", "png", "mpo"])
def test_nothing_but_pixels_leaves(data: bytes) -> None:
    made = developed(data)
    assert {format for _, format in made} == {"avif", "webp", "jpg"}
    for (_, format), content in made.items():
        for word in (b"SECRET", b"Exif", b"EXIF", b"xmp", b"ICC_PROFILE", b"ICCP", b"MPF", b"GPS", b"Pillow", b"Adobe"):
            assert word not in content, (format, word)
        with Image.open(BytesIO(content)) as image:
            assert image.format == FORMATS[format]
            assert getattr(image, "n_frames", 1) == 1
            assert not {"icc_profile", "comment", "exif", "xmp"} & set(image.info)
        assert near(pixel(content, 0.2), RED)


@pytest.mark.parametrize(
    "data",
    [sixteen_bit("I;16"), sixteen_bit("I;16B"), sixteen_bit_png(1), sixteen_bit_png(3)],
    ids=["little", "big", "png-grey", "png-colour"],
)
def test_sixteen_bits_are_scaled_and_not_clipped(data: bytes) -> None:
    content = developed(data, (600,))[600, "jpg"]
    for share in (0.1, 0.5, 0.9):
        assert near(pixel(content, share), (round(255 * share),) * 3, within=4)


def in_mode(mode: str) -> bytes:
    if mode == "CMYK":
        return saved(halves().convert("CMYK"), "JPEG")
    if mode == "P":
        return saved(halves().quantize(8), "PNG")
    if mode == "YCbCr":
        return saved(halves().convert("YCbCr"), "TIFF")
    if mode == "LAB":
        lab = ImageCms.createProfile("LAB")
        return saved(ImageCms.profileToProfile(halves(), ImageCms.createProfile("sRGB"), lab, outputMode="LAB"), "TIFF")
    return saved(halves().convert(mode), "PNG" if mode != "RGB" else "BMP")


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P", "CMYK", "YCbCr", "LAB"])
def test_every_mode_keeps_its_colours(mode: str) -> None:
    for content in developed(in_mode(mode)).values():
        assert near(pixel(content, 0.2), RED, 30) and near(pixel(content, 0.8), BLUE, 30)


@pytest.mark.parametrize("mode", ["1", "L", "LA"])
def test_grey_pictures_are_published_like_others(mode: str) -> None:
    assert {format for _, format in developed(saved(halves().convert(mode), "PNG"))} == {"avif", "webp", "jpg"}


def test_a_wide_profile_is_converted_and_a_broken_one_ignored() -> None:
    # in this profile the red and the green channel have changed places
    swapped = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = swapped.replace(b"rXYZ", b"tXYZ").replace(b"gXYZ", b"rXYZ").replace(b"tXYZ", b"gXYZ")
    content = developed(saved(halves(), "JPEG", icc_profile=swapped, quality=95))[300, "jpg"]
    assert near(pixel(content, 0.2), (RED[1], RED[0], RED[2]), 20)
    content = developed(saved(halves(), "JPEG", icc_profile=b"no profile at all"))[300, "jpg"]
    assert near(pixel(content, 0.2), RED)


def test_transparency_stays_where_it_is_real() -> None:
    clear = halves().convert("RGBA")
    clear.putalpha(Image.linear_gradient("L").resize(WIDE))
    made = developed(saved(clear, "PNG"))
    assert {format for _, format in made} == {"avif", "webp", "png"}
    for content in made.values():
        with Image.open(BytesIO(content)) as image:
            assert image.mode == "RGBA"
    assert b"VP8L" in made[300, "webp"]
    assert placeholder(opened(saved(clear, "PNG"), 300)) == ""


def test_a_palette_with_a_clear_colour_is_transparent() -> None:
    image = Image.new("P", WIDE, 1)
    image.putpalette([*BLUE, *RED])
    image.paste(0, (0, 0, 300, 400))
    assert {format for _, format in developed(saved(image, "GIF", transparency=0))} == {"avif", "webp", "png"}


@pytest.mark.parametrize("format", ["GIF", "WEBP", "PNG"])
def test_of_a_moving_picture_the_first_frame_is_shown(format: str) -> None:
    data = moving(format)
    original = look(data, "a.gif")
    assert isinstance(original, Original) and original.frames == 2
    for content in developed(data).values():
        assert near(pixel(content, 0.5), RED)
        with Image.open(BytesIO(content)) as image:
            assert getattr(image, "n_frames", 1) == 1


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "GIF"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_file_that_did_not_arrive_whole_is_refused(format: str, share: float) -> None:
    data = saved(noise((800, 600)), format)
    cut = data[: int(len(data) * share)]
    if isinstance(look(cut, "a.jpg"), Original):
        with pytest.raises(Undecodable):
            opened(cut, 400)


def test_the_same_bytes_whatever_else_is_asked_for() -> None:
    data = saved(noise((1200, 800)), "JPEG")
    image, size = opened(data, 800), (1200, 800)
    all_widths = {(w, f): content for w, f, content in editions(image, size, (300, 540, 800), 800)}
    one_width = {(w, f): content for w, f, content in editions(opened(data, 800), size, (540,), 800)}
    assert all_widths.items() >= one_width.items()


def test_a_placeholder_is_tiny_and_alike() -> None:
    for image in (halves(), noise((1600, 900)), noise((90, 1600)), Image.effect_noise((3000, 2000), 90).convert("RGB")):
        address = placeholder(image)
        assert address.startswith("data:image/webp;base64,") and len(address) < 300


def test_avif_is_never_the_larger_offer_for_a_drawing() -> None:
    from drawings.catalogue import draw

    made = developed(saved(draw("bearings", (1200, 800), 3, 0), "PNG"), (1200,))
    assert len(made[1200, "avif"]) <= len(made[1200, "webp"]) < len(made[1200, "jpg"])
