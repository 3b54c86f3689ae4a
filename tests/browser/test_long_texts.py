"""What helps with a long text: its sections beside it, and the line that fills as one reads."""

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.pages import ARTICLE, FEATURE, until
from tests.browser.test_elder import CHOSEN, DESKTOP, PHONE, opened

pytestmark = pytest.mark.browser

SECTIONS = ["走", "亮", "接", "查", "交"]
# where the line's filled part ends, as a share of the screen
FILLED = "document.querySelector('.entry__read').getBoundingClientRect().bottom / innerHeight"


def test_sections_stand_beside_the_text_and_say_where_one_is(browser: Browser, address: str) -> None:
    with opened(browser, address + FEATURE, viewport=DESKTOP, reduced_motion="reduce") as page:
        contents = page.get_by_role("navigation", name="本文目录")
        assert contents.get_by_role("link").all_text_contents() == SECTIONS
        expect(page.locator("details", has_text="本文目录")).to_be_hidden()
        expect(contents.locator("[aria-current]")).to_have_count(0)
        contents.get_by_role("link", name="查").click()
        expect(contents.locator("[aria-current]")).to_have_text("查")
        expect(page.get_by_role("heading", name="查")).to_be_in_viewport()
        expect(contents).to_be_in_viewport()
        header = page.locator(".header").bounding_box()
        heading = page.get_by_role("heading", name="查").bounding_box()
        assert header and heading and heading["y"] >= header["height"]


@pytest.mark.parametrize("mode", [(), (CHOSEN,)], ids=["plain", "elder"])
def test_sections_are_folded_above_the_text_on_phones(browser: Browser, address: str, mode: tuple[str, ...]) -> None:
    with opened(browser, address + FEATURE, *mode) as page:
        expect(page.get_by_role("navigation", name="本文目录")).to_be_hidden()
        page.get_by_text("本文目录").locator("visible=true").click()
        page.get_by_role("link", name="交", exact=True).click()
        expect(page.get_by_role("heading", name="交")).to_be_in_viewport()


def test_line_fills_to_where_one_reads(browser: Browser, address: str) -> None:
    for screen in (PHONE, DESKTOP):
        with opened(browser, address + FEATURE, viewport=screen) as page:
            for share in (0.2, 0.5):
                page.evaluate(f"scrollTo(0, document.querySelector('.entry').offsetHeight * {share})")
                until(page, f"Math.abs({FILLED} - .45) < .03")


def test_line_of_a_short_text_is_whole(browser: Browser, address: str) -> None:
    with opened(browser, address + ARTICLE) as page:
        expect(page.locator(".entry__way")).to_have_count(0)


@pytest.mark.parametrize("still", ["reduced motion", "elder"])
def test_line_is_whole_where_nothing_moves(browser: Browser, address: str, still: str) -> None:
    scripts = [CHOSEN] if still == "elder" else []
    motion = "no-preference" if still == "elder" else "reduce"
    with opened(browser, address + FEATURE, *scripts, reduced_motion=motion) as page:
        expect(page.locator(".entry__way")).to_be_hidden()
        assert page.evaluate("getComputedStyle(document.querySelector('.entry'), '::before').opacity") == "1"
