"""The theme's own colours, and those of a campaign: twins for dark paper and for elder mode."""

import re

from hypothesis import given
from hypothesis import strategies as st

from zhuanti.settings.colour import DARK_PAPER, LIGHT_PAPER, contrast, dark_twin, readable_twin
from zhuanti.settings.site import Colours
from zhuanti.site.palette import palette_css
from zhuanti.site.theme import THEME

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
ELDER = (THEME / "modes/elder.css").read_text("utf-8")
TOKENS = (THEME / "base/00-tokens.css").read_text("utf-8")


@given(COLOURS)
def test_dark_twins_serve_elder_mode_too(code: str) -> None:
    assert contrast(dark_twin(code), DARK_PAPER) >= 7


def test_the_theme_s_own_strong_colours_are_those_of_its_palette() -> None:
    for name in Colours.model_fields:
        strong = readable_twin(getattr(Colours(), name).lower(), 7)
        assert f"--{name}-strong: {strong};" in TOKENS


def test_words_of_elder_mode_stand_out_by_seven() -> None:
    for name in ("ink", "soft"):
        found = re.findall(rf"--{name}: (#\w+)", ELDER)
        for paper, code in zip((LIGHT_PAPER, DARK_PAPER, DARK_PAPER), found, strict=True):
            assert contrast(code, paper) >= 7, (name, paper)


def test_a_site_with_its_own_colours_gets_all_twins() -> None:
    css = palette_css(Colours(steel="#7A3E00"))
    assert all(f"--steel-{twin}: #" in css for twin in ("light", "dark", "strong"))
