"""Colours made from the campaign's own: on every ground they are meant for, they read."""

import re

from hypothesis import given
from hypothesis import strategies as st

from zhuanti.settings.site import Colours
from zhuanti.site.palette import contrast, dark_twin, palette_css, strong_twin
from zhuanti.site.theme import THEME

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
ELDER = (THEME / "modes/elder.css").read_text("utf-8")
TOKENS = (THEME / "base/00-tokens.css").read_text("utf-8")


def papers() -> list[str]:
    return list(dict.fromkeys(re.findall(r"--paper: (#\w+)", ELDER)))


@given(COLOURS)
def test_every_colour_has_twins_that_stand_out_by_seven(code: str) -> None:
    light, dark = papers()
    assert contrast(strong_twin(code), light) >= 7
    assert contrast(dark_twin(code), dark) >= 7


@given(COLOURS)
def test_a_colour_that_is_strong_already_stays(code: str) -> None:
    light, _ = papers()
    assert (strong_twin(code) == code) == (contrast(code, light) >= 7)


def test_theme_s_own_strong_colours_are_those_of_its_palette() -> None:
    for name in Colours.model_fields:
        assert f"--{name}-strong: {strong_twin(getattr(Colours(), name))};" in TOKENS


def test_words_of_elder_mode_stand_out_by_seven() -> None:
    light, dark = papers()
    for name in ("ink", "soft"):
        for paper, code in zip((light, dark, dark), re.findall(rf"--{name}: (#\w+)", ELDER), strict=True):
            assert contrast(code, paper) >= 7, (name, paper)


def test_black_on_white_is_twenty_one() -> None:
    assert contrast("#000000", "#ffffff") == 21


def test_a_site_with_its_own_colours_gets_all_twins() -> None:
    css = palette_css(Colours(steel="#7A3E00"))
    assert all(f"--steel-{twin}: #" in css for twin in ("light", "dark", "strong"))
