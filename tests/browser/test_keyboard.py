"""With the keyboard alone: the way into the text first, then the order of the page; each stop seen, none covered."""

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.pages import ARTICLE, EXPLAINER, KINDS
from tests.browser.test_elder import CHOSEN, DESKTOP, PHONE, opened

pytestmark = pytest.mark.browser

# the element that has the focus: its place in the document, whether it has a ring, and whether nothing lies over it
STOP = """() => {
  const e = document.activeElement;
  if (e === document.body || !e) return null;
  const box = e.closest(".whole__link") ? e.closest(".whole") : e.matches("input") ? e.form : e;
  const styles = [getComputedStyle(e), getComputedStyle(e, "::after")];
  const ring = styles.some(s => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2);
  const spot = e.getClientRects()[0];
  const seen = [.1, .5, .9].every((share) => {
    const over = document.elementFromPoint(spot.left + spot.width * share, spot.top + Math.min(spot.height, 40) / 2);
    return over && (e.contains(over) || over.contains(e) || box.contains(over));
  });
  const all = [...document.querySelectorAll("*")];
  return { place: all.indexOf(e), html: e.outerHTML.slice(0, 100), ring, seen };
}"""

# what can be pressed and is there to be pressed
WANTED = """() => [...document.querySelectorAll("a[href], button, input, select, summary, video[controls], [tabindex='0']")]
  .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.disabled).length"""


def stops(page: Page) -> list[dict[str, object]]:
    """Every stop of the tab key from the head of the page to its end."""
    found: list[dict[str, object]] = []
    while len(found) < 1000:
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or (found and stop["place"] == found[0]["place"]):
            return found
        found.append(stop)
    raise AssertionError("the tab key never comes to an end")


@pytest.mark.parametrize("mode", [(), (CHOSEN,)], ids=["plain", "elder"])
@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("url", ["", ARTICLE, EXPLAINER, "policies/", "about/"])
def test_tab_goes_through_everything_in_order(
    browser: Browser, address: str, url: str, screen: dict[str, int], mode: tuple[str, ...]
) -> None:
    with opened(browser, address + url, *mode, viewport=screen, reduced_motion="reduce") as page:
        found = stops(page)
        places = [stop["place"] for stop in found]
        assert "skip" in str(found[0]["html"])
        assert places == sorted(places)
        assert len(found) == page.evaluate(WANTED)
        assert [stop["html"] for stop in found if not stop["ring"]] == []
        assert [stop["html"] for stop in found if not stop["seen"]] == []


@pytest.mark.parametrize("url", KINDS)
def test_first_stop_leads_into_the_text(browser: Browser, address: str, url: str) -> None:
    with opened(browser, address + url) as page:
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        inside = "!document.activeElement.closest('.header')"
        assert page.evaluate(inside)
