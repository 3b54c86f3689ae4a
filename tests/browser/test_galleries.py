"""Through a gallery: fingers, wheel, keys, buttons, names, addresses; from phone to desktop, with script and without."""

import itertools
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from tests.browser.galleries import AT, SCREENS, gallery_urls, kinds_of, longest, show, shown
from tests.browser.pages import until

pytestmark = pytest.mark.browser

WECHAT = (
    "Mozilla/5.0 (Linux; Android 13; V2001A Build/TP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 "
    "Chrome/86.0.4240.99 XWEB/4317 MMWEBSDK/20220805 Mobile Safari/537.36 MMWEBID/1234 "
    "MicroMessenger/8.0.27.2220(0x28001B37) WeChat/arm64 Weixin NetType/WIFI Language/zh_CN ABI/arm64"
)


# seconds that touches carry, however slow the machine: how fast a finger left the glass decides where the screen rests
CLOCK = itertools.count(time.time(), 0.016)


def swipe(page: Page, by: int, steps: int = 8) -> None:
    """One finger moves by so many pixels, up where negative, and leaves the glass while it moves."""
    session = page.context.new_cdp_session(page)
    x, y = 200, page.evaluate("innerHeight") * (0.8 if by < 0 else 0.3)

    def send(kind: str, points: list[dict[str, float]]) -> None:
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points, "timestamp": next(CLOCK)})

    send("touchStart", [{"x": x, "y": y}])
    for step in range(1, steps + 1):
        send("touchMove", [{"x": x, "y": y + by * step / steps}])
        page.wait_for_timeout(10)  # or a busy browser sees one move where there were many
    send("touchEnd", [])


def at(page: Page, number: int) -> None:
    until(page, AT, number)


def hash_of(page: Page) -> str:
    found: str = page.evaluate("location.hash")
    return found


@pytest.mark.parametrize("options", [{}, {"user_agent": WECHAT}], ids=["browser", "wechat"])
def test_a_swipe_turns_one_screen(browser: Browser, address: str, built_site: Path, options: dict[str, Any]) -> None:
    url, _ = longest(built_site)
    with shown(browser, address + url, **options) as page:
        length = page.evaluate("history.length")
        swipe(page, -380)
        at(page, 2)
        swipe(page, -380)
        at(page, 3)
        swipe(page, 300)
        at(page, 2)
        until(page, "location.hash === '#s2'")
        # reading on is no step of its own
        assert page.evaluate("history.length") == length


def test_a_hard_swipe_leaves_no_screen_out(browser: Browser, address: str, built_site: Path) -> None:
    url, _ = longest(built_site)
    with shown(browser, address + url) as page:
        # fast, but not far: a busy browser guesses a moving finger on, which may carry it over the edge of the screen itself
        swipe(page, -400, steps=4)
        at(page, 2)
        # this browser's finger never flies two screens far; others do, and are told
        assert page.evaluate("getComputedStyle(document.getElementById('s2')).scrollSnapStop") == "always"


def test_the_wheel_turns_one_screen_at_a_time(browser: Browser, address: str, built_site: Path) -> None:
    url, _ = longest(built_site)
    with shown(browser, address + url, "desktop") as page:
        page.mouse.move(720, 450)
        page.mouse.wheel(0, 120)
        at(page, 2)
        page.wait_for_timeout(300)
        page.mouse.wheel(0, 120)
        at(page, 3)
        page.wait_for_timeout(300)
        page.mouse.wheel(0, -120)
        at(page, 2)


def test_keys_lead_through_and_the_focus_goes_along(browser: Browser, address: str, built_site: Path) -> None:
    url, _ = longest(built_site)
    with shown(browser, address + url, "desktop") as page:
        for key, number in (("ArrowDown", 2), ("PageDown", 3), ("Space", 4), ("ArrowRight", 5), ("Shift+Space", 4),
                            ("PageUp", 3), ("ArrowUp", 2), ("ArrowLeft", 1)):  # fmt: skip
            page.keyboard.press(key)
            at(page, number)
            assert page.evaluate("document.activeElement.id") == f"s{number}", key
        count = len(kinds_of(built_site, url))
        page.keyboard.press("End")
        at(page, count)
        assert page.evaluate("document.activeElement.id") == f"s{count}"
        page.keyboard.press("Home")
        at(page, 1)


def test_a_key_held_down_does_not_lose_its_way(browser: Browser, address: str, built_site: Path) -> None:
    url, _ = longest(built_site)
    with shown(browser, address + url, "desktop") as page:
        for _ in range(4):
            page.keyboard.press("ArrowDown")
        at(page, 5)


def test_buttons_and_names_lead_through(browser: Browser, address: str, built_site: Path) -> None:
    url, count = longest(built_site)
    with shown(browser, address + url) as page:
        back, on = page.get_by_role("button", name="上一屏"), page.get_by_role("button", name="下一屏")
        assert back.get_attribute("aria-disabled") == "true"
        on.click()
        at(page, 2)
        on.click()
        at(page, 3)
        back.click()
        at(page, 2)
        # who presses on keeps the button
        assert page.evaluate("document.activeElement.dataset.step") == "-1"
        opener = page.get_by_role("button", name="各屏目录")
        opener.click()
        names = page.get_by_role("navigation", name="各屏").get_by_role("link")
        expect(names).to_have_count(count)
        assert names.all_inner_texts() == page.evaluate(
            "[...document.querySelectorAll('[data-scene] > * h1, [data-scene] > * h2')]"
            ".filter((head) => head.id.endsWith('-name')).map((head) => head.textContent)"
        )
        expect(names.nth(1)).to_have_attribute("aria-current", "step")
        page.keyboard.press("Escape")
        expect(names.first).to_be_hidden()
        assert opener.evaluate("(button) => button === document.activeElement")
        opener.click()
        names.nth(count - 1).click()
        at(page, count)
        expect(names.first).to_be_hidden()
        assert page.evaluate("document.activeElement.id") == f"s{count}"
        assert on.get_attribute("aria-disabled") == "true"


def test_where_one_is_is_said(browser: Browser, address: str, built_site: Path) -> None:
    url, count = longest(built_site)
    with shown(browser, address + url, "desktop") as page:
        page.keyboard.press("PageDown")
        at(page, 2)
        name = page.evaluate("document.getElementById('s2-name').textContent")
        expect(page.locator("[role=status]", has_text="屏，共")).to_have_text(f"第 2 屏，共 {count} 屏：{name}")


def test_an_address_opens_its_scene_and_back_undoes_jumps(browser: Browser, address: str, built_site: Path) -> None:
    url, count = longest(built_site)
    with shown(browser, address + url + "#s3", "desktop") as page:
        at(page, 3)
        page.keyboard.press("PageDown")
        at(page, 4)
        page.keyboard.press("End")
        at(page, count)
        page.keyboard.press("PageUp")
        at(page, count - 1)
        page.go_back()
        at(page, 4)
        assert hash_of(page) == "#s4"
        page.go_forward()
        at(page, count - 1)
        page.reload(wait_until="load")
        until(page, "document.querySelector('.gallery').dataset.live !== undefined")
        at(page, count - 1)


def test_reading_again_opens_the_scene_though_the_styles_come_late(
    browser: Browser, address: str, built_site: Path
) -> None:
    url, count = longest(built_site)
    context = browser.new_context(viewport={"width": 390, "height": 844})
    with closing(context):
        page = context.new_page()
        page.goto(f"{address}{url}#s{count - 1}")
        at(page, count - 1)
        late: list[Route] = []
        page.route("**/assets/gallery-*.css", lambda route: late.append(route))
        # who reads again, the browser leaves where the script puts him
        page.reload(wait_until="commit")
        page.wait_for_timeout(500)  # the script has all it needs but the styles
        late[0].continue_()
        until(page, "document.querySelector('.gallery').dataset.live !== undefined")
        at(page, count - 1)
        assert hash_of(page) == f"#s{count - 1}"


@pytest.mark.parametrize("number", [2, 5])
def test_turning_the_phone_keeps_the_scene(browser: Browser, address: str, built_site: Path, number: int) -> None:
    url, _ = longest(built_site)
    with shown(browser, address + url) as page:
        show(page, number)
        for width, height in ((844, 390), (390, 844), (820, 1180)):
            page.set_viewport_size({"width": width, "height": height})
            page.wait_for_timeout(500)
            at(page, number)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert hash_of(page) == f"#s{number}"


def test_elder_mode_keeps_the_scene(browser: Browser, address: str, built_site: Path) -> None:
    url, _ = longest(built_site)
    with shown(browser, address + url) as page:
        show(page, 4)
        page.get_by_role("button", name="长辈版").click()
        page.wait_for_timeout(500)
        at(page, 4)


def test_a_scene_longer_than_the_screen_is_read_to_its_end(browser: Browser, address: str, built_site: Path) -> None:
    url, count = longest(built_site)
    with shown(browser, address + url, "small") as page:
        show(page, count)
        high, screen = page.evaluate(f"[document.getElementById('s{count}').offsetHeight, innerHeight]")
        assert high > screen
        for _ in range(12):
            page.keyboard.press("PageDown")
            page.wait_for_timeout(120)
        bottom = f"document.getElementById('s{count}').getBoundingClientRect().bottom - innerHeight"
        until(page, f"{bottom} < 2")
        for _ in range(12):
            page.keyboard.press("PageUp")
            page.wait_for_timeout(120)
        until(
            page, f"document.querySelector('[data-scroller]').scrollTop < document.getElementById('s{count}').offsetTop"
        )


def test_everything_stands_there_where_nothing_may_move(browser: Browser, address: str, built_site: Path) -> None:
    url, count = longest(built_site)
    moving = "document.getAnimations().length"
    hidden = """[...document.querySelectorAll("[data-scene] *")].filter(
      (each) => each.textContent.trim() && getComputedStyle(each).opacity === "0").length"""
    with shown(browser, address + url, "desktop", reduced_motion="reduce") as page:
        assert (page.evaluate(moving), page.evaluate(hidden)) == (0, 0)
        page.keyboard.press("End")
        at(page, count)
        assert page.evaluate(moving) == 0
    with shown(browser, address + url, "desktop") as page:
        assert page.evaluate(hidden) > 0
        page.get_by_role("button", name="暂停动效").click()
        assert page.evaluate(hidden) == 0
        assert page.evaluate("document.getAnimations().every((each) => each.playState !== 'running')")
        page.keyboard.press("End")
        at(page, count)


def test_without_a_script_it_is_a_page_like_any_other(browser: Browser, address: str, built_site: Path) -> None:
    for url in gallery_urls(built_site):
        with shown(browser, address + url, java_script_enabled=False) as page:
            expect(page.locator(".header")).to_be_visible()
            expect(page.locator(".footer")).to_be_visible()
            expect(page.locator(".gbar")).to_be_hidden()
            expect(page.locator(".gway")).to_be_hidden()
            for scene in page.locator("[data-scene]").all():
                expect(scene).to_be_visible()
            assert page.evaluate("document.documentElement.scrollHeight > 5 * innerHeight")
            assert page.evaluate("document.documentElement.scrollWidth") <= SCREENS["phone"][0]
            # reading goes by the page's own scrolling
            page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
            assert page.evaluate("scrollY") > 1000


def test_the_document_has_one_title_and_a_heading_for_every_scene(
    browser: Browser, address: str, built_site: Path
) -> None:
    for url in gallery_urls(built_site):
        with shown(browser, address + url) as page:
            assert page.locator("h1").count() == 1
            for scene in page.locator("[data-scene]").all():
                label = scene.get_attribute("aria-labelledby")
                assert page.locator(f"#{label}").evaluate(
                    "(head) => /^H[12]$/.test(head.tagName) && head.textContent.trim()"
                )


def test_what_comes_next_is_there_and_what_is_far_is_not_fetched(
    browser: Browser, address: str, built_site: Path
) -> None:
    url, _ = longest(built_site)
    loaded = """() => [...document.querySelectorAll("[data-scene]")].map((scene) =>
      [...scene.querySelectorAll("picture > img")].some((image) => image.complete && image.naturalWidth))"""
    with shown(browser, address + url) as page:
        page.wait_for_load_state("networkidle")
        seen: list[bool] = page.evaluate(loaded)
        has: list[bool] = page.evaluate(
            "[...document.querySelectorAll('[data-scene]')].map((scene) => Boolean(scene.querySelector('picture > img')))"
        )
        assert seen[:3] == has[:3]
        # the last scene shows covers that other scenes may have fetched
        assert any(has[6:-1]) and not any(seen[6:-1])


def test_a_cover_in_the_index_lives_under_the_pointer_and_rests_otherwise(browser: Browser, address: str) -> None:
    shape = "(cover) => [getComputedStyle(cover.querySelector('.picture__image')).transform, cover.offsetWidth]"
    for motion, moves in (("no-preference", True), ("reduce", False)):
        with browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion=motion) as context:  # type: ignore[arg-type]
            page = context.new_page()
            page.goto(address + "galleries/", wait_until="load")
            cover = page.locator(".gallery-row__cover").first
            before = cover.evaluate(shape)
            page.locator(".gallery-row__item").first.hover()
            page.wait_for_timeout(800)
            after = cover.evaluate(shape)
            assert (before[0] != after[0]) == moves
            assert before[1] == after[1]
