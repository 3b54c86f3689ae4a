"""Drawings: every composition at any seed, the asked size, the same picture for the same seed, one rare accent."""

import pytest
from PIL import Image

from drawings import infographic
from drawings.catalogue import MOTIFS, draw, draw_hero
from drawings.mark import FORGE as LINE
from drawings.mark import PAPER, draw_mark
from drawings.palette import FORGE, FORGE_LIT

SMALL = (300, 200)
COMPOSITIONS = [(motif, variant) for motif, drawings in sorted(MOTIFS.items()) for variant in range(len(drawings))]


def accent_share(picture: Image.Image) -> float:
    """The share of pixels near the forge colours."""
    pixels = list(picture.convert("RGB").resize((150, 100), Image.Resampling.NEAREST).get_flattened_data())
    near = [
        p for p in pixels if any(max(abs(a - b) for a, b in zip(p, f, strict=True)) < 40 for f in (FORGE, FORGE_LIT))
    ]
    return len(near) / len(pixels)


@pytest.mark.parametrize(("motif", "variant"), COMPOSITIONS)
def test_every_composition_draws_at_the_asked_size_with_a_rare_accent(motif: str, variant: int) -> None:
    for seed in (1, 2, 3):
        picture = draw(motif, SMALL, seed, variant, ss=2)
        assert picture.size == SMALL
        assert 0 < accent_share(picture) < 0.06


def test_the_same_seed_gives_the_same_picture_and_another_a_different_one() -> None:
    for motif in MOTIFS:
        one, same, other = (draw(motif, SMALL, seed, 0, ss=1).tobytes() for seed in (5, 5, 6))
        assert one == same and one != other


def test_an_upright_scene_is_upright() -> None:
    assert draw("bearings", (108, 192), 3, ss=1).size == (108, 192)


@pytest.mark.parametrize("dark", [True, False])
def test_the_flagship_picture_has_an_edition_for_phones(dark: bool) -> None:
    assert draw_hero(dark, phone=False, ss=1).size == (2400, 1030)
    assert draw_hero(dark, phone=True, ss=1).size == (1080, 1350)


def test_the_long_infographic_is_far_taller_than_wide_and_its_words_are_drawn() -> None:
    font_file = infographic.find_font()
    assert font_file, "Noto Sans CJK is missing"
    picture = infographic.gates(font_file, ss=1)
    assert picture.size == infographic.SIZE and picture.height > 3 * picture.width
    title = picture.convert("L").crop((140, 120, 700, 320))
    assert title.getextrema()[0] < 60 < 240 < title.getextrema()[1]


def test_the_mark_stands_on_opaque_paper_and_its_line_leaves_the_icon() -> None:
    icon = draw_mark(180, ss=2)
    assert (icon.size, icon.mode) == ((180, 180), "RGB")
    assert icon.getpixel((2, 2)) == icon.getpixel((177, 177)) == PAPER
    assert icon.getpixel((90, 179)) == LINE
