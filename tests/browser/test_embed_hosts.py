"""Codes pasted into other people's pages: the right content in the room that was kept for it, and nothing else moves."""

import json
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, Route, expect

from zhuanti.outlets.embeds import codes

from .newsrooms import HOSTS, LIST, Newsroom, Visit, at_rest, newsroom, rows

pytestmark = pytest.mark.browser

WIDTHS = (360, 768, 1200)
STILL = {"shift": 0, "wide": 0}


@pytest.fixture(scope="module")
def room(built_site: Path) -> Iterator[Newsroom]:
    with newsroom(built_site) as found:
        yield found


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    found = Visit(browser)
    yield found
    found.close()


def for_host(host: str, code: str) -> str:
    """A page that refuses styles in attributes has them in its own sheet."""
    return re.sub(r' style="[^"]*"', "", code) if host == "strict" else code


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("way", ["script", "iframe"])
@pytest.mark.parametrize("host", HOSTS)
def test_a_frame_shows_its_view_and_nothing_moves(
    room: Newsroom, visit: Visit, host: str, way: str, width: int
) -> None:
    page = visit.page(width)
    page.goto(room.paste(host, for_host(host, room.code(way))), wait_until="networkidle")
    rows(page)
    assert at_rest(page) == STILL
    frame = page.frame_locator("iframe")
    expect(frame.locator(".row:not([hidden]) .row__link")).to_have_text(titles(room))
    box = page.locator("iframe").bounding_box()
    inner = frame.locator("[data-embed]").evaluate("(view) => view.getBoundingClientRect().height")
    assert box and abs(box["height"] - inner) <= 1.5, "the room is that of the view"
    frame.locator(".row__link").first.click()
    page.wait_for_url(f"{room.address}**")
    assert not visit.faults


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("host", HOSTS)
def test_a_fragment_is_read_character_for_character(room: Newsroom, visit: Visit, host: str, width: int) -> None:
    page = visit.page(width)
    page.goto(room.paste(host, room.code("fragment")), wait_until="networkidle")
    links = page.locator(".zhuanti-v1__link")
    expect(links).to_have_text(titles(room))
    assert at_rest(page) == STILL
    for url in links.evaluate_all("(all) => all.map((link) => link.href)"):
        assert url.startswith("https://zhuanti.example.cn/zhizaoye/")
    if host == "strict":  # it refuses styles in attributes, and the console says so of each
        assert all("inline style" in text for text in visit.faults) and visit.faults
    else:
        assert not visit.faults


def titles(room: Newsroom) -> list[str]:
    data = json.loads((room.folder.parent / "site/embed/v1/columns/in-action/fragment.json").read_bytes())
    found = [item["title"] for item in data["items"]]
    assert len(found) == LIST.count
    return found


def test_the_pages_are_read_as_they_were_meant(room: Newsroom, visit: Visit) -> None:
    page = visit.page(768)
    page.goto(room.paste("table-gbk", ""))
    assert page.evaluate("[document.characterSet, document.compatMode]") == ["GBK", "BackCompat"]
    page.goto(room.paste("plain", ""))
    assert page.evaluate("[document.characterSet, document.compatMode]") == ["UTF-8", "CSS1Compat"]


@pytest.mark.parametrize("way", ["script", "iframe"])
def test_while_the_site_is_slow_the_room_is_kept_and_the_link_is_there(room: Newsroom, visit: Visit, way: str) -> None:
    page = visit.page(768)

    def late(route: Route) -> None:
        time.sleep(0.7)
        route.continue_()

    page.route(f"{room.address}**", late)
    page.goto(room.paste("plain", room.code(way)), wait_until="commit")
    expect(page.locator("main a")).to_be_visible()
    rows(page)
    assert at_rest(page) == STILL and not visit.faults


def test_a_rule_that_keeps_the_room_may_come_after_the_script(room: Newsroom, visit: Visit) -> None:
    page = visit.page(768)

    def late(route: Route) -> None:
        time.sleep(0.7)
        route.continue_()

    page.route("**/strict.css", late)
    page.goto(room.paste("strict", for_host("strict", room.code("script"))), wait_until="networkidle")
    rows(page)
    assert at_rest(page) == STILL and not visit.faults


def test_a_block_that_a_cms_puts_in_later_is_found_and_two_copies_of_the_script_show_one_frame(
    room: Newsroom, visit: Visit
) -> None:
    box, script = room.code("script").split("\n")
    page = visit.page(768)
    page.goto(room.paste("plain", script * 2), wait_until="networkidle")
    page.evaluate("(code) => document.querySelector('main').insertAdjacentHTML('beforeend', code)", box * 2)
    expect(page.locator("iframe")).to_have_count(2)
    expect(page.locator("iframe").first).to_be_visible()
    page.wait_for_timeout(300)
    assert page.locator("iframe").count() == 2 and not visit.faults


def test_messages_from_elsewhere_or_of_another_version_are_not_heard(room: Newsroom, visit: Visit) -> None:
    page = shown(room, visit)
    before = page.locator("[data-zhuanti]").bounding_box()
    page.evaluate(
        """() => { postMessage({ zhuanti: 1, type: 'height', height: 77 }, '*');
        const other = document.createElement('iframe'); other.srcdoc = "<script>parent.postMessage({ zhuanti: 1, type: 'height', height: 88 }, '*')<" + "/script>"; document.body.append(other); }"""
    )
    view = page.frames[1]
    for said in ("{ zhuanti: 2, type: 'height', height: 99 }", "{ zhuanti: 1, type: 'height', height: -5 }", "'99'"):
        view.evaluate(f"parent.postMessage({said}, '*')")
    page.wait_for_timeout(300)
    assert page.locator("[data-zhuanti]").bounding_box() == before
    # the same words with the right version are heard: the test would see a change
    view.evaluate("parent.postMessage({ zhuanti: 1, type: 'height', height: 99 }, '*')")
    page.wait_for_function("document.querySelector('[data-zhuanti]').offsetHeight === 99")


def test_a_message_of_the_frame_is_not_heard_once_another_site_is_in_it(room: Newsroom, visit: Visit) -> None:
    page = shown(room, visit)
    before = page.locator("[data-zhuanti]").bounding_box()
    (room.folder / "liar.html").write_text(
        "<script>parent.postMessage({ zhuanti: 1, type: 'height', height: 88 }, '*')</script>"
    )
    page.evaluate("(url) => { document.querySelector('iframe').src = url; }", f"{room.origin}/liar.html")
    page.wait_for_timeout(400)
    assert page.frames[1].url.endswith("liar.html")
    assert page.locator("[data-zhuanti]").bounding_box() == before


def test_a_frame_that_grows_with_its_room_is_cut_off(room: Newsroom, visit: Visit) -> None:
    page = shown(room, visit)
    page.frames[1].evaluate(
        "() => { const grow = () => parent.postMessage({ zhuanti: 1, type: 'height', height: innerHeight + 50 }, '*'); addEventListener('resize', grow); grow(); }"
    )
    page.wait_for_timeout(1500)
    first = page.locator("[data-zhuanti]").bounding_box()
    page.wait_for_timeout(500)
    assert first and first["height"] < 2500 and page.locator("[data-zhuanti]").bounding_box() == first


def shown(room: Newsroom, visit: Visit) -> Page:
    page = visit.page(768)
    page.goto(room.paste("plain", room.code("script")), wait_until="networkidle")
    rows(page)
    at_rest(page)
    return page


@pytest.mark.parametrize("gone", ["all of it", "all but the script"])
def test_where_the_site_is_down_the_link_of_the_code_stays_and_nothing_else(
    room: Newsroom, visit: Visit, gone: str
) -> None:
    page = visit.page(768)
    script = (room.folder.parent / "site/embed/v1/embed.js").read_bytes()
    dead = "http://localhost:9/zhizaoye/"  # nobody listens there
    if gone == "all but the script":  # a browser may still have it
        page.route("**/embed.js", lambda route: route.fulfill(body=script, content_type="text/javascript"))
    page.goto(room.paste("plain", room.code("script").replace(room.address, dead)), wait_until="networkidle")
    page.wait_for_timeout(500)
    link = page.locator("[data-zhuanti] a")
    expect(link).to_be_visible()
    expect(link).to_have_text(LIST.title)
    assert page.locator("iframe").count() == (gone == "all but the script")
    assert page.locator("iframe:visible").count() == 0
    assert at_rest(page) == STILL


@pytest.mark.parametrize("way", ["script", "iframe"])
def test_where_an_entry_was_deleted_its_frame_says_so_in_a_line_that_leads_to_the_topic(
    room: Newsroom, visit: Visit, way: str
) -> None:
    code = dict(codes(replace(LIST, path="columns/in-action/deleted"), room.settings))[way]
    page = visit.page(768)
    page.goto(room.paste("plain", code), wait_until="networkidle")
    said = page.frame_locator("iframe").locator("[data-embed]")
    expect(said.locator(".embed__gone")).to_have_text("这里的内容已经撤下。")
    assert page.locator("main a").count() == 1  # that of the code
    expect(page.locator("main a")).to_be_visible(visible=way == "iframe")
    if way == "script":
        page.wait_for_function("document.querySelector('[data-zhuanti]').offsetHeight < 120")
    assert at_rest(page)["wide"] == 0
    assert all("404" in text for text in visit.faults), visit.faults
    said.locator("a").click()
    page.wait_for_url(room.address)


def test_twenty_views_cost_a_page_a_second_at_most_on_a_slow_machine(room: Newsroom, visit: Visit) -> None:
    """From the start until the load event, the best of three. Frames off the screen wait until they are near it."""
    box, script = room.code("script").split("\n")
    took = []
    for code in ("", box * 20 + script):
        times = []
        for _ in range(3):
            page = visit.page(768)
            session = page.context.new_cdp_session(page)
            session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
            page.goto(room.paste("plain", code), wait_until="load")
            page.wait_for_function("performance.timing.loadEventEnd > 0")
            times.append(page.evaluate("performance.timing.loadEventEnd - performance.timing.navigationStart"))
            if code:
                page.wait_for_function("document.querySelectorAll('iframe').length > 0")
                page.locator("[data-zhuanti]").last.scroll_into_view_if_needed()
                expect(page.frame_locator("iframe >> nth=-1").locator(".row").first).to_be_visible(timeout=20000)
            page.context.close()
        took.append(min(times))
    assert took[1] - took[0] <= 1000, took


def test_nothing_of_an_address_reaches_the_markup_of_a_view(room: Newsroom, visit: Visit) -> None:
    page = visit.page(480)
    url = f"{room.address}embed/v1/columns/in-action/"
    look = """() => ({ tags: [...document.querySelectorAll('*')].map((one) => one.tagName).join(), names: [...new Set([...document.querySelectorAll('*')].flatMap((one) => one.getAttributeNames()))].sort(),
      style: document.documentElement.style.cssText, theme: document.documentElement.dataset.theme })"""
    page.goto(f"{url}?size=18&color=123456&theme=dark&count=3")
    known = page.evaluate(look)
    value = st.text() | st.sampled_from(["<img src=x onerror=alert(1)>", "\"><script>alert(1)</script>", "red;background:url(x)", "1e9", "-1", "dark light", "18px"])  # fmt: skip
    names = st.sampled_from(["theme", "color", "size", "count", "area", "zhuanti", "look", "query"])

    @hypothesis(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.dictionaries(names, value, min_size=1))
    def look_at(asked: dict[str, str]) -> None:
        page.goto(f"{url}?{urlencode(asked)}", wait_until="load")
        found = page.evaluate(look)
        assert found["tags"] == known["tags"] and set(found["names"]) <= {*known["names"], "hidden", "style"}
        assert found["theme"] in ("dark", "light", None)
        assert re.fullmatch(r"(--accent: #[0-9a-fA-F]{3,6};)? ?(font-size: \d\d(\.\d+)?px;)?", found["style"])

    look_at()
    assert not visit.faults
