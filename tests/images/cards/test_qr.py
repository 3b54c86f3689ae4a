"""The codes of posters, read back by a decoder that is not ours (ZXing)."""

from dataclasses import replace
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image
from tests.images.cards.sheets import BILL

from zhuanti.images.cards.poster import A3, SCREEN, draw_poster
from zhuanti.images.cards.press import Order, printed
from zhuanti.images.cards.qr import qr_svg


def read(image: Image.Image) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(image.convert("RGB"))]


@pytest.fixture(scope="module")
def poster() -> Image.Image:
    with Image.open(BytesIO(printed(Order("poster", BILL)))) as image:
        image.load()
        return image.convert("RGB")


def test_the_code_leads_to_the_entry(poster: Image.Image) -> None:
    assert read(poster) == [BILL.address]


def test_the_code_survives_a_chat_program(poster: Image.Image) -> None:
    stream = BytesIO()
    poster.save(stream, "JPEG", quality=60)
    with Image.open(stream) as image:
        assert read(image) == [BILL.address]


@pytest.mark.parametrize("filter", [Image.Resampling.BILINEAR, Image.Resampling.LANCZOS])
def test_the_code_can_be_read_at_a_quarter_of_its_size(poster: Image.Image, filter: Image.Resampling) -> None:
    small = poster.resize((SCREEN[0] // 4, SCREEN[1] // 4), filter)
    assert read(small) == [BILL.address]
    stream = BytesIO()
    small.save(stream, "JPEG", quality=60)
    with Image.open(stream) as image:
        assert read(image) == [BILL.address]


def test_a_very_long_address_gives_a_larger_code_that_can_be_read_as_well() -> None:
    bill = replace(BILL, address="https://zhuanti.example.cn/" + "a-long-way/" * 16)
    small = draw_poster(bill).image.resize((SCREEN[0] // 4, SCREEN[1] // 4), Image.Resampling.BILINEAR)
    assert read(small) == [bill.address]


def test_the_code_of_the_printed_poster_can_be_read() -> None:
    image = draw_poster(BILL, A3).image
    assert read(image.resize((image.width // 4, image.height // 4))) == [BILL.address]


def test_the_code_alone_is_a_small_picture_of_its_own() -> None:
    data = qr_svg(BILL.address)
    assert data.startswith(b"<svg") and b"style=" not in data and b"script" not in data
    assert len(data) < 6_000
