"""What a view does in a stranger's page."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

pytestmark = pytest.mark.browser


def is_fault(message: ConsoleMessage) -> bool:
    """A view needs no icon of its own: in its frame no browser asks for one."""
    return message.type == "error" and not message.location["url"].endswith("/favicon.ico")


@contextmanager
def opened(browser: Browser, url: str, **options: Any) -> Iterator[Page]:
    with browser.new_context(**{"viewport": {"width": 480, "height": 600}} | options) as context:
        page = context.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text) if is_fault(message) else None)
        page.goto(url)
        yield page
        assert not faults


def test_a_list_of_policies_follows_any_choice_of_facets(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}policies/?area=energy&level=county") as page:
        page.locator("[data-policies-status]").get_by_text("找到").wait_for()
        wanted = page.locator("[data-policies-list] h2 a").all_inner_texts()
    with opened(browser, f"{address}embed/v1/policies/?area=energy&level=county&area=<b>&count=3") as page:
        rows = page.locator(".row:not([hidden]) .row__link")
        expect(rows).to_have_text(wanted[:3])
        assert len(wanted) >= 3 and page.locator(".status").count() >= 3
        more = page.locator("[data-more]")
        expect(more).to_have_text(f"全部 {len(wanted)} 篇")
        query = parse_qs(urlsplit(str(more.evaluate("(link) => link.href"))).query)
        assert query["level"] == ["county"] and "energy" in query["area"]


def test_a_choice_that_nothing_meets_says_so(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}embed/v1/policies/?level=national&status=coming") as page:
        expect(page.get_by_text("没有符合这些条件的政策。")).to_be_visible()
        assert page.locator(".rows").is_hidden()


@pytest.mark.parametrize(
    "asked",
    ["color=red", "color=%22%3E%3Cscript%3E", "size=999", "size=x", "count=-1", "count=1e9", "theme=<b>", "area="],
)
def test_what_is_no_known_word_or_number_changes_nothing(browser: Browser, address: str, asked: str) -> None:
    state = "[document.documentElement.outerHTML, document.documentElement.style.cssText]"
    with opened(browser, f"{address}embed/v1/columns/in-action/") as page:
        plain = page.evaluate(state)
    with opened(browser, f"{address}embed/v1/columns/in-action/?{asked}") as page:
        shown = page.evaluate(state)
    if asked == "count=1e9":
        assert shown[1] == plain[1]
    else:
        assert shown == plain


def test_colour_size_and_theme_are_taken_from_the_address(browser: Browser, address: str) -> None:
    look = """() => { const style = (part) => getComputedStyle(document.querySelector(part));
      return [style('.embed__more').color, style(':root').fontSize, style('.row__link').color, style('body').backgroundColor]; }"""
    with opened(browser, f"{address}embed/v1/columns/in-action/?color=1f6f5b&size=18&theme=dark") as page:
        colour, size, ink, ground = page.evaluate(look)
    assert (colour, size, ground) == ("rgb(31, 111, 91)", "18px", "rgba(0, 0, 0, 0)")
    with opened(browser, f"{address}embed/v1/columns/in-action/?theme=auto", color_scheme="dark") as page:
        assert page.evaluate(look)[2] == ink
    with opened(browser, f"{address}embed/v1/columns/in-action/", color_scheme="dark") as page:
        assert page.evaluate(look)[2] != ink


def test_the_bar_turns_its_headlines_and_can_be_stopped(browser: Browser, address: str) -> None:
    shown = ".bar__item:not([hidden])"
    with opened(browser, f"{address}embed/v1/columns/in-action/bar.html") as page:
        page.clock.install()
        page.reload()
        first = page.inner_text(shown)
        page.clock.run_for(5100)
        second = page.inner_text(shown)
        assert second != first
        page.click("[data-hold]")
        page.mouse.move(1, 500)
        page.clock.run_for(20000)
        assert page.inner_text(shown) == second
        page.click("[data-step='-1']")
        assert page.inner_text(shown) == first


def test_views_keep_and_ask_for_nothing_elsewhere(browser: Browser, address: str) -> None:
    hosts: set[str] = set()
    for view in ("front/", "policies/?area=energy", "galleries/sample-one-bearing/full.html", "cases/cards.html"):
        with browser.new_context() as context:
            page = context.new_page()
            page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
            page.add_init_script(
                "for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(window, name, { get() { throw new Error(`storage: ${name}`); } });"
            )
            faults: list[str] = []
            page.on("pageerror", lambda error, faults=faults: faults.append(str(error)))  # type: ignore[misc]
            page.goto(f"{address}embed/v1/{view}", wait_until="networkidle")
            assert not faults and not context.cookies()
    assert hosts == {urlsplit(address).netloc}


def test_a_whole_gallery_plays_in_a_frame_and_leaves_the_way_back_to_its_host(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    with opened(browser, f"{address}robots.txt") as page:
        page.set_content(
            f'<iframe width="400" height="640" src="{address}embed/v1/galleries/sample-one-bearing/full.html"></iframe>'
        )
        frame = page.frame_locator("iframe")
        frame.locator("[data-count-now]").get_by_text("1").wait_for()
        before = page.evaluate("history.length")
        frame.get_by_role("button", name="下一屏").click()
        expect(frame.locator("[data-count-now]")).to_have_text("2")
        assert page.evaluate("history.length") == before
        frame.locator("[data-list]").click()
        frame.locator("[data-stops] a").nth(3).click()
        expect(frame.locator("[data-count-now]")).to_have_text("4")
        assert page.evaluate("history.length") == before


def test_wordpress_hears_of_height_and_links_in_its_own_words(browser: Browser, address: str) -> None:
    """What wp-embed.js of a host listens to, in the sandbox that WordPress puts round a discovered provider."""
    with opened(browser, f"{address}robots.txt") as page:
        page.evaluate(
            "window.heard = []; addEventListener('message', ({ data, origin }) => heard.push([origin, data]))"
        )
        page.evaluate(
            """(url) => { const frame = document.createElement('iframe'); frame.setAttribute('sandbox', 'allow-scripts');
            frame.setAttribute('security', 'restricted'); frame.width = 400; frame.src = url; document.body.append(frame); }""",
            f"{address}embed/v1/columns/in-action/#?secret=abc123XYZ",
        )
        page.wait_for_function("heard.some(([, data]) => data.message === 'height')")
        page.frame_locator("iframe").locator(".row__link").first.click()
        page.wait_for_function("heard.some(([, data]) => data.message === 'link')")
        said = {data.get("message"): (origin, data) for origin, data in page.evaluate("heard")}
        assert said["height"] == ("null", {"message": "height", "value": 496, "secret": "abc123XYZ"})
        assert said["link"][1]["value"].startswith(f"{address}columns/in-action/")
