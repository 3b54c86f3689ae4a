"""Colours: contrast as WCAG counts it, and campaign colours that can be read on either paper."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhuanti.settings.colour import DARK_PAPER, LIGHT_PAPER, READABLE, contrast, dark_twin, readable_twin
from zhuanti.site.theme import THEME

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#2F5D8A", "#2f5d8a", 1.0), ("#ff0000", "#fff", 4.0)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


@given(COLOURS)
def test_any_colour_has_twins_that_can_be_read(code: str) -> None:
    assert contrast(dark_twin(code), DARK_PAPER) >= READABLE
    assert contrast(readable_twin(code), LIGHT_PAPER) >= READABLE
    assert contrast(readable_twin(code, 7), LIGHT_PAPER) >= 7


@given(COLOURS)
def test_a_colour_that_can_be_read_stays_as_it_is(code: str) -> None:
    assert (readable_twin(code) == code) == (contrast(code, LIGHT_PAPER) >= READABLE)


def test_the_papers_are_those_of_the_theme() -> None:
    tokens = Path(THEME / "base/00-tokens.css").read_text("utf-8")
    assert set(re.findall(r"--paper: (#\w+)", tokens)) == {LIGHT_PAPER, DARK_PAPER}
