"""What only a browser can show of every kind of page: nothing too wide, no fault said, nothing that shuts anyone out."""

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Request
from tests.browser.accessibility import barriers, rules_in
from tests.browser.pages import BUILDER, KINDS, KINDS_BEFORE_AXE

pytestmark = pytest.mark.browser

SCREENS = {"phone": (390, 844), "narrow": (320, 568), "desktop": (1440, 900)}
# 1280 pixels at 400 % (WCAG 1.4.10) and at 200 % (1.4.4): a zoom is nothing but fewer pixels of style
# what is on its way in is half transparent; it is judged once it stands
ARRIVE = """document.getAnimations()
  .filter((one) => one.timeline instanceof DocumentTimeline && one.effect.getComputedTiming().endTime !== Infinity)
  .forEach((one) => one.finish())"""
SIZES = {"narrow": (320, 568), "zoomed": (640, 450)}


@pytest.mark.parametrize("url", KINDS)
def test_page_fits_every_screen_and_says_no_fault(browser: Browser, address: str, url: str) -> None:
    faults: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            faults.append(message.text)

    def failed(request: Request) -> None:
        faults.append(request.url)

    for name, (width, height) in SCREENS.items():
        with browser.new_context(viewport={"width": width, "height": height}, is_mobile=width < 600) as context:
            page = context.new_page()
            page.on("console", heard)
            page.on("pageerror", lambda error: faults.append(str(error)))
            page.on("requestfailed", failed)
            # the builder asks for its frame only when it is loaded itself
            page.goto(address + url, wait_until="networkidle" if url == BUILDER else "load")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, url)
            # a page that closes breaks off what it still waits for
            page.remove_listener("requestfailed", failed)
    assert faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("url", KINDS_BEFORE_AXE)
def test_page_breaks_no_rule_of_accessibility(browser: Browser, address: str, url: str, scheme: str) -> None:
    with browser.new_context(viewport={"width": 390, "height": 844}, color_scheme=scheme) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(address + url, wait_until="load")
        for name, (width, height) in SIZES.items():
            page.set_viewport_size({"width": width, "height": height})
            page.evaluate(ARRIVE)
            assert barriers(page, rules_in(scheme)) == [], name
