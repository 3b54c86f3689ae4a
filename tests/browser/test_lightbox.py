"""The pictures of an entry, large: by keyboard, by mouse, by finger; back closes; a plain link without all that."""

import itertools
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.accessibility import barriers
from tests.browser.test_elder import CHOSEN, PHONE, opened

pytestmark = pytest.mark.browser

SCALE = "new DOMMatrix(getComputedStyle(document.querySelector('.lightbox__picture')).transform).a"
FEATURE = "columns/in-action/feature-ring-day/"
CREDIT = "题图：本站绘制"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A feature with a cover and one picture in its text; reduced motion, so that nothing has to be waited for."""
    with opened(browser, address + FEATURE, viewport=PHONE, has_touch=True, reduced_motion="reduce") as page:
        yield page


def links(page: Page) -> list[str]:
    return [str(link.get_attribute("href")) for link in page.locator("a[data-zoom]").all()]


def middle(page: Page) -> tuple[float, float]:
    box = page.locator(".lightbox__stage").bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


# seconds a tenth of which lie between two events, however slow the machine: a double tap is a matter of time
START = time.time()
CLOCK = (START + step / 10 for step in itertools.count())


def touch(page: Page, *steps: list[tuple[float, float]]) -> None:
    """Fingers go down at the first step, move through the others, and go up."""
    session = page.context.new_cdp_session(page)

    def send(kind: str, points: list[tuple[float, float]]) -> None:
        placed = [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(points)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": placed, "timestamp": next(CLOCK)})

    for number, points in enumerate(steps):
        send("touchMove" if number else "touchStart", points)
    send("touchEnd", [])


def test_keyboard_opens_turns_and_closes(page: Page) -> None:
    first, second = page.locator("a[data-zoom]").all()
    scrolled = page.evaluate("scrollY")
    first.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="大图")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text("1 / 2")
    expect(dialog).to_contain_text(CREDIT)
    expect(dialog.get_by_role("img")).to_have_attribute("alt", "示意画：一排高低不同的轴承套圈，其中一叠箍着一道橙色")
    page.keyboard.press("ArrowRight")
    expect(dialog).to_contain_text("2 / 2")
    expect(dialog).to_contain_text("砂轮的弧")
    expect(dialog).not_to_contain_text(CREDIT)
    assert dialog.get_by_role("img").evaluate("image => image.src") == second.evaluate("link => link.href")
    page.keyboard.press("ArrowRight")
    expect(dialog).to_contain_text("2 / 2")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(second).to_be_focused()
    assert scrolled == 0 and page.evaluate("history.state") is None


def test_back_closes_and_stays_on_the_page(page: Page) -> None:
    url = page.url
    page.locator("a[data-zoom]").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert page.url == url


def test_focus_stays_inside_while_it_is_open(page: Page) -> None:
    page.locator("a[data-zoom]").first.click()
    for _ in range(8):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('.lightbox')"
        )


def test_breaks_no_rule_of_accessibility(page: Page) -> None:
    page.locator("a[data-zoom]").first.click()
    assert barriers(page) == []


def test_buttons_and_keys_enlarge(page: Page) -> None:
    page.locator("a[data-zoom]").first.click()
    page.get_by_role("button", name="放大").click()
    assert page.evaluate(SCALE) == pytest.approx(2.5)
    page.get_by_role("button", name="还原").click()
    assert page.evaluate(SCALE) == 1
    page.keyboard.press("+")
    assert page.evaluate(SCALE) == pytest.approx(1.5)
    page.get_by_role("button", name="下一张").click()
    assert page.evaluate(SCALE) == 1


def test_fingers_swipe_pinch_drag_and_tap(page: Page) -> None:
    page.locator("a[data-zoom]").first.click()
    dialog = page.get_by_role("dialog")
    x, y = middle(page)
    touch(page, [(x + 80, y)], [(x, y)], [(x - 80, y)])
    expect(dialog).to_contain_text("2 / 2")
    touch(page, [(x - 80, y)], [(x, y)], [(x + 80, y)])
    expect(dialog).to_contain_text("1 / 2")
    touch(page, [(x - 40, y), (x + 40, y)], [(x - 80, y), (x + 80, y)], [(x - 120, y), (x + 120, y)])
    assert page.evaluate(SCALE) == pytest.approx(3)
    # what is large is dragged, not turned
    touch(page, [(x, y)], [(x - 40, y)], [(x - 80, y)])
    expect(dialog).to_contain_text("1 / 2")
    assert page.evaluate(SCALE.replace(".a", ".e")) == pytest.approx(-80)
    for _ in range(2):
        touch(page, [(x, y)])
    assert page.evaluate(SCALE) == 1
    for _ in range(2):
        touch(page, [(x, y)])
    assert page.evaluate(SCALE) == pytest.approx(2.5)


def test_nothing_moves_in_elder_mode(browser: Browser, address: str) -> None:
    with opened(browser, address + FEATURE, CHOSEN) as page:
        page.locator("a[data-zoom]").first.click()
        assert page.evaluate("document.getAnimations().length") == 0
        box = page.get_by_role("button", name="关闭").bounding_box()
        assert box and min(box["width"], box["height"]) >= 60


@pytest.mark.parametrize("without", ["script", "dialog"])
def test_is_a_plain_link_to_the_large_file_otherwise(browser: Browser, address: str, without: str) -> None:
    scripts = ["delete HTMLDialogElement.prototype.showModal"] if without == "dialog" else []
    with opened(browser, address + FEATURE, *scripts, java_script_enabled=without != "script") as page:
        href = page.locator("a[data-zoom]").first.get_attribute("href")
        with page.expect_response("**/media/**") as response:
            page.locator("a[data-zoom]").first.click()
        assert href and response.value.ok and response.value.url.endswith(href.lstrip("./"))
        page.wait_for_url("**/media/**")
