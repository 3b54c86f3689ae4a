"""Cards and posters as pictures: the same dots everywhere, what must be on them, small files without metadata."""

import hashlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from tests.images.cards.sheets import BILL, SHEET, with_cover

from zhuanti.images.cards.encoding import A3_DPI, as_png
from zhuanti.images.cards.fonts import advance
from zhuanti.images.cards.plate import Plate
from zhuanti.images.cards.poster import A3, draw_poster
from zhuanti.images.cards.press import SIZES, Order, printed
from zhuanti.images.cards.square import draw_square
from zhuanti.images.cards.wide import draw_wide

DIGESTS = {
    "wide": "b38174bb83743a29",
    "square": "a8c39484ce3b8eb9",
    "serif": "64f3b30ccefc793b",
    "pictured": "c2d29ebf7ee81342",
    "poster": "30b6a41740b3aec8",
}


def digest(plate: Plate) -> str:
    return hashlib.sha256(plate.image.tobytes()).hexdigest()[:16]


def test_every_machine_draws_the_same_dots(tmp_path: Path) -> None:
    """Known from one machine; a change of the drawing changes them, and so may a new version of Pillow or the fonts."""
    found = {
        "wide": digest(draw_wide(SHEET)),
        "square": digest(draw_square(SHEET)),
        "serif": digest(draw_wide(replace(SHEET, serif=True, ground="deep", sample=True))),
        "pictured": digest(draw_wide(with_cover(SHEET, tmp_path))),
        "poster": digest(draw_poster(BILL)),
    }
    assert found == DIGESTS


def test_what_was_drawn_before_leaves_no_trace() -> None:
    first = digest(draw_wide(SHEET))
    draw_wide(replace(SHEET, title="另一张", sample=True))
    draw_square(replace(SHEET, ground="steel"))
    assert digest(draw_wide(SHEET)) == first


@pytest.mark.parametrize("pictured", [False, True])
@pytest.mark.parametrize("form", ["wide", "square", "poster"])
def test_files_have_the_promised_size_and_are_small(form: str, pictured: bool, tmp_path: Path) -> None:
    sheet = with_cover(SHEET, tmp_path) if pictured else SHEET
    order = Order(form, replace(BILL, sheet=sheet) if form == "poster" else sheet)  # type: ignore[arg-type]
    data = printed(order)
    with Image.open(BytesIO(data)) as image:
        assert image.size == SIZES[order.form]
        assert image.format == {"jpg": "JPEG", "png": "PNG"}[order.format]
        assert not image.getexif() and "icc_profile" not in image.info and "comment" not in image.info
    assert len(data) < (400_000 if form == "poster" else 100_000)


def test_a_picture_full_of_detail_still_gives_a_small_card(tmp_path: Path) -> None:
    Image.effect_noise((1200, 900), 120).save(tmp_path / "noise.png")
    sheet = with_cover(SHEET, tmp_path)
    assert sheet.cover
    noisy = replace(sheet, cover=replace(sheet.cover, name="noise", file=tmp_path / "noise.png"))
    assert len(printed(Order("wide", noisy))) < 100_000


def test_the_focus_of_a_cover_stays_in_the_cut(tmp_path: Path) -> None:
    sheet = with_cover(SHEET, tmp_path)
    assert sheet.cover
    shown = []
    for focus in ((0.0, 50.0), (100.0, 50.0)):
        image = draw_wide(replace(sheet, cover=replace(sheet.cover, focus=focus))).image
        shown.append(image.getpixel((900, 300)))
    assert shown == [(47, 93, 138), (200, 67, 26)]


@pytest.mark.parametrize(
    "title",
    ["三个国家级产业集群，三个方向", "把铝水送到邻居炉前：示例铝业公司的短流程改造", "莘县：一个集群，两份名单"],
)
def test_between_the_last_line_of_a_title_and_the_line_there_is_air(title: str, tmp_path: Path) -> None:
    image = draw_wide(with_cover(replace(SHEET, title=title), tmp_path)).image
    ground = Image.new("RGB", image.size, image.getpixel((20, 20)))  # type: ignore[arg-type]
    inked = ImageChops.difference(image, ground).crop((60, 130, 640, 528)).getbbox()
    assert inked and inked[3] > 250, "no title of three lines"
    assert 130 + inked[3] <= 528 - 32


@pytest.mark.parametrize("draw", [draw_wide, draw_square])
def test_a_sample_carries_its_mark(draw: object) -> None:
    assert callable(draw)
    plain, marked = draw(SHEET).image, draw(replace(SHEET, sample=True)).image
    box = ImageChops.difference(plain, marked).getbbox()
    assert box and box[2] - box[0] > 80 and box[3] - box[1] > 40
    assert max(marked.crop(box).getcolors(100_000))[1] == (200, 67, 26)


def test_a_title_too_long_for_any_card_is_cut_with_an_ellipsis_and_never_fails() -> None:
    for title in ("关于" + "进一步加快推进制造业高质量发展" * 12, "🎉", "A" * 300, "（）《》", "字"):
        draw_wide(replace(SHEET, title=title))
        draw_square(replace(SHEET, title=title))
        draw_poster(replace(BILL, sheet=replace(SHEET, title=title)))


def test_signs_that_no_typeface_has_leave_nothing_behind() -> None:
    assert digest(draw_wide(replace(SHEET, title="好消息🎉"))) == digest(draw_wide(replace(SHEET, title="好消息")))
    assert advance("🎉", "bold") == 0.0


def test_a3_is_a3_at_300_dots_an_inch() -> None:
    data = as_png(draw_poster(BILL, A3).image, A3_DPI)
    with Image.open(BytesIO(data)) as image:
        assert image.size == (3508, 4961)
        assert [round(part) for part in image.info["dpi"]] == [300, 300]
        assert image.mode == "P"  # flat colour needs no more
    assert len(data) < 1_000_000


def test_another_campaign_has_its_own_name_and_colours() -> None:
    theirs = replace(SHEET.campaign, name="乙市文旅专题", short="文旅专题", steel="#0b6b57", forge="#7a1f5c")
    image = draw_wide(replace(SHEET, campaign=theirs)).image
    colours = {colour for _, colour in image.getcolors(1_000_000)}
    assert (0x7A, 0x1F, 0x5C) in colours and (200, 67, 26) not in colours
