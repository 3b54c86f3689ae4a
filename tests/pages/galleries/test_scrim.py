from hypothesis import given
from hypothesis import strategies as st

from zhuanti.pages.galleries.scrim import scrim
from zhuanti.settings.colour import contrast

GROUND = 0x12


def blended(grey: int, opacity: int) -> str:
    part = round(grey + (GROUND - grey) * opacity / 100)
    return f"#{part:02x}{part:02x}{part:02x}"


def luminance(grey: int) -> int:
    """In hundredths, from the contrast with black."""
    code = f"#{grey:02x}{grey:02x}{grey:02x}"
    return min(100, round((contrast(code, "#000000") * 0.05 - 0.05) * 100 + 0.5))


@given(st.integers(0, 255))
def test_white_words_stand_out_from_any_grey_under_its_scrim(grey: int) -> None:
    opacity = scrim([luminance(grey)] * 16, "bottom")
    assert contrast("#ffffff", blended(grey, opacity)) >= 4.5
    assert opacity % 5 == 0


def test_a_dark_picture_needs_none_and_an_unknown_one_is_taken_for_white() -> None:
    assert scrim([5] * 16, "top") == 0
    assert scrim([], "top") == scrim([100] * 16, "top") > 0


def test_only_the_end_where_words_stand_counts() -> None:
    light_above = [90] * 6 + [3] * 10
    assert scrim(light_above, "bottom") == 0 and scrim(light_above, "top") > 0
