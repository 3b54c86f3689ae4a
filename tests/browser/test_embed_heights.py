"""The room a code keeps for a view is the room the view takes, at every width."""

from pathlib import Path

import brotli
import pytest
from playwright.sync_api import Browser

from zhuanti.outlets.embeds.heights import HEIGHTS, css_length, height

pytestmark = pytest.mark.browser

# view, shape, number of items, what is asked of it
VIEWS = (
    ("front/", "front", 5, ""),
    ("front/lead.html", "card", 1, ""),
    ("front/numbers.html", "numbers", 4, ""),
    ("columns/in-action/", "list", 6, ""),
    ("columns/in-action/", "list", 3, "count=3"),
    ("columns/in-action/", "list", 3, "count=3&size=20"),
    ("columns/in-action/cards.html", "cards", 4, ""),
    ("columns/in-action/cards.html", "cards", 3, "count=3"),
    ("columns/in-action/bar.html", "bar", 5, ""),
    ("columns/interviews/", "list", 1, "count=1"),
    ("cases/", "list", 6, ""),
    ("galleries/cards.html", "cards", 4, ""),
    ("timeline/", "timeline", 6, ""),
    ("counties/shenxian/", "list", 1, "count=1"),
    ("policies/", "policies", 6, ""),
    ("policies/", "policies", 10, "count=10"),
    ("policies/search.html", "ask", 1, ""),
    ("policies/match/", "entrance", 1, ""),
    ("policies/documents/guofa-2022-18/", "plain", 1, ""),
    ("policies/explainers/paiwu-xuke/", "plain", 1, ""),
    ("cases/park-circuit/", "plain", 1, ""),
)
WIDTHS = (
    220,
    260,
    300,
    319,
    320,
    340,
    360,
    399,
    400,
    419,
    420,
    479,
    480,
    559,
    560,
    640,
    719,
    720,
    768,
    799,
    800,
    899,
    900,
    1040,
    1200,
)
MEASURE = "document.querySelector('[data-embed]').getBoundingClientRect().height"


@pytest.mark.parametrize(("view", "shape", "count", "asked"), VIEWS)
def test_a_view_is_as_high_as_the_table_says(
    browser: Browser, address: str, view: str, shape: str, count: int, asked: str
) -> None:
    size = 20 if "size=20" in asked else 16
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}embed/v1/{view}?{asked}")
        found: dict[int, tuple[float, float]] = {}
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 600})
            told, real = height(HEIGHTS[shape], count, width, size), page.evaluate(MEASURE)
            if abs(told - real) > 1:
                found[width] = (told, real)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert not found
        page.set_viewport_size({"width": 480, "height": 3000})
        assert abs(page.evaluate(MEASURE) - height(HEIGHTS[shape], count, 480, size)) <= 1, "it grows with its frame"


@pytest.mark.parametrize("shape", HEIGHTS)
def test_the_length_for_style_sheets_is_the_same_height(browser: Browser, shape: str) -> None:
    """A browser reckons the CSS length: the law is that both ways of saying it agree."""
    boxes = [(count, width) for count in (1, 2, 5, 10) for width in WIDTHS]
    tiers = HEIGHTS[shape]
    markup = "".join(
        f'<div style="width:{width}px"><div style="font-size:16px;padding-bottom:{css_length(tiers, count)}"></div></div>'
        for count, width in boxes
    )
    with browser.new_context() as context:
        page = context.new_page()
        page.set_content(markup)
        real = page.evaluate(
            "[...document.querySelectorAll('div div')].map((box) => box.getBoundingClientRect().height)"
        )
    told = [height(tiers, count, width) for count, width in boxes]
    assert real == pytest.approx(told, abs=0.6)


def test_the_host_script_fits_in_three_kilobytes_and_in_any_encoding(built_site: Path) -> None:
    data = (built_site / "embed/v1/embed.js").read_bytes()
    assert data.isascii() and len(brotli.compress(data, quality=6)) <= 3000
