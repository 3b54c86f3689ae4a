from PIL import Image

from zhuanti.images.tones import ROWS, tones


def test_a_band_is_as_light_as_its_lightest_spot() -> None:
    image = Image.new("RGB", (900, 1600), "black")
    image.paste((255, 255, 255), (0, 0, 900, 800))
    found = tones(image)
    assert len(found) == ROWS
    assert found[:8] == (100,) * 8 and max(found[8:]) <= 1


def test_a_spot_smaller_than_a_sign_counts_by_its_share() -> None:
    image = Image.new("RGB", (900, 1600), "black")
    image.paste((255, 255, 255), (450, 800, 452, 802))
    assert max(tones(image)) < 5


def test_grey_and_transparent_pictures_are_read_too() -> None:
    assert set(tones(Image.new("L", (90, 160), 255).convert("RGB"))) == {100}
    assert set(tones(Image.new("RGBA", (90, 160), (0, 0, 0, 0)))) == {100}
