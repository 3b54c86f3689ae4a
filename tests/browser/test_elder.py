"""长辈版: one switch for every page, kept, there before the first paint; larger, stronger, nothing too wide or too small."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.accessibility import RULES, RULES_OF_COLOUR, barriers
from tests.browser.pages import ARTICLE, FEATURE, KINDS, KINDS_BEFORE_AXE

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
NARROW = {"width": 320, "height": 568}
DESKTOP = {"width": 1440, "height": 900}
CHOSEN = "localStorage.setItem('zhuanti-elder', 'on')"

# elements with text of their own that elder mode shows, and how large they are without it and with it
SIZES = """() => {
  const withText = [...document.body.querySelectorAll("*")].filter(
    e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()));
  // words of a drawing are as large as its room makes them
  const size = e => parseFloat(getComputedStyle(e).fontSize) * (e.ownerSVGElement && e.checkVisibility() ? e.getScreenCTM().a : 1);
  const plain = new Map(withText.map(e => [e, size(e)]));
  document.documentElement.dataset.elder = "on";
  const found = withText.filter(e => e.checkVisibility()).map(e => [e.className || e.tagName, plain.get(e), size(e)]);
  delete document.documentElement.dataset.elder;
  return found;
}"""

# what is pressed, but for links within a sentence: how high it is
LOW = """() => [...document.querySelectorAll("a, button, summary")]
  .map(e => [e, e.matches(".whole__link") ? e.closest(".whole") : e])
  .filter(([e, box]) => box.checkVisibility() && !e.closest(".skip, .md-skip, .headerlink"))
  .filter(([e]) => getComputedStyle(e).display !== "inline" || !e.closest("p, li, dd, figcaption, td"))
  .filter(([, box]) => box.getBoundingClientRect().height < 43.5)
  .map(([e, box]) => [e.outerHTML.slice(0, 120), box.getBoundingClientRect().height])"""

MOVING = """() => [...document.querySelectorAll("*")]
  .filter(e => parseFloat(getComputedStyle(e).transitionDuration) || (getComputedStyle(e).animationName || "none") !== "none")
  .map(e => e.outerHTML.slice(0, 80))"""


@contextmanager
def opened(browser: Browser, url: str, *scripts: str, **options: Any) -> Iterator[Page]:
    with browser.new_context(**({"viewport": PHONE} | options)) as context:
        for script in scripts:
            context.add_init_script(script)
        page = context.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(url, wait_until="load")
        yield page
        assert faults == []


def is_elder(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.dataset.elder === 'on'"))


def test_choice_is_kept_on_every_page_and_can_be_left(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        assert not is_elder(page)
        page.get_by_role("button", name="长辈版").click()
        for url in ("", ARTICLE, "about/", "404.html"):
            page.goto(address + url)
            assert is_elder(page)
        page.get_by_role("button", name="退出长辈版").click()
        page.goto(address)
        assert not is_elder(page)
        expect(page.get_by_role("button", name="长辈版", exact=True)).to_be_visible()


def test_switches_work_where_storage_is_refused(browser: Browser, address: str) -> None:
    refused = (
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    with opened(browser, address + ARTICLE, refused) as page:
        page.get_by_role("button", name="长辈版").click()
        assert is_elder(page)
        page.get_by_role("button", name="深色").click()
        assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_without_script_there_is_nothing_to_switch(browser: Browser, address: str) -> None:
    with opened(browser, address + ARTICLE, java_script_enabled=False) as page:
        for name in ("长辈版", "深色", "朗读"):
            expect(page.get_by_role("button", name=name)).to_have_count(0)
        expect(page.get_by_role("link", name="看大图").first).to_be_visible()


@pytest.mark.parametrize("url", ["", FEATURE, "handbook/"])
def test_choice_stands_before_the_first_paint(browser: Browser, address: str, url: str) -> None:
    """The early script alone brings it, and nothing shifts when the others come."""
    with browser.new_context(viewport=PHONE) as context:
        context.add_init_script(CHOSEN)
        page = context.new_page()
        page.route("**/site-*.js", lambda route: route.abort())
        page.goto(address + url)
        assert is_elder(page)
        expect(page.get_by_role("button", name="退出长辈版")).to_be_visible()
        page.unroute("**/site-*.js")
        page.goto(address + url, wait_until="networkidle")
        shift = "new Promise(done => new PerformanceObserver(l => done(l.getEntries().map(e => e.value)))"
        shifts = page.evaluate(
            f"Promise.race([{shift}.observe({{type: 'layout-shift', buffered: true}})), new Promise(d => setTimeout(d, 100, []))])"
        )
        assert shifts == []


@pytest.mark.parametrize("url", KINDS)
def test_all_type_is_half_as_large_again(browser: Browser, address: str, url: str) -> None:
    with opened(browser, address + url) as page:
        for screen in (PHONE, DESKTOP):
            page.set_viewport_size(screen)  # type: ignore[arg-type]
            sizes = page.evaluate(SIZES)
            # the campaign's name and a gallery's figures are as large as the screen allows already
            small = [one for one in sizes if one[2] < 1.49 * one[1] and one[0] not in ("hero__row", "number__digits")]
            assert sizes and small == []


@pytest.mark.parametrize("url", KINDS_BEFORE_AXE)
def test_page_shuts_nobody_out(browser: Browser, address: str, url: str) -> None:
    """Axe with the strong contrast of criterion 1.4.6; what only the other colours and the other width can break, again."""
    strong = "color-contrast-enhanced"
    with opened(browser, address + url, CHOSEN, device_scale_factor=2) as page:
        assert barriers(page, RULES, also=[strong]) == []
        page.set_viewport_size(NARROW)  # type: ignore[arg-type]
        page.emulate_media(color_scheme="dark")
        assert barriers(page, [*RULES_OF_COLOUR, strong, "target-size"]) == []


@pytest.mark.parametrize("url", KINDS)
def test_nothing_is_too_wide_too_low_or_in_motion(browser: Browser, address: str, url: str) -> None:
    """320 px at twice the density is also a screen of 640 px at 200 %."""
    with opened(browser, address + url, CHOSEN, viewport=NARROW, device_scale_factor=2) as page:
        for screen in (
            NARROW,
            PHONE,
            {"width": 768, "height": 1024},
            {"width": 1024, "height": 768},
            {"width": 1280, "height": 800},
            DESKTOP,
        ):
            page.set_viewport_size(screen)  # type: ignore[arg-type]
            assert page.evaluate("document.documentElement.scrollWidth") <= screen["width"], screen
            assert page.evaluate(LOW) == [], screen
        assert page.evaluate(MOVING) == []
