"""The builder: what it shows, what it writes, and what its codes do in other people's pages."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect

from zhuanti.outlets.embeds import codes
from zhuanti.outlets.embeds.model import Embed

from .newsrooms import LIST, Newsroom, Visit, at_rest, newsroom

pytestmark = pytest.mark.browser

SITE = "https://zhuanti.example.cn/zhizaoye/"


@pytest.fixture(scope="module")
def room(built_site: Path) -> Iterator[Newsroom]:
    with newsroom(built_site) as found:
        yield found


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    found = Visit(browser)
    yield found
    found.close()


def opened(room: Newsroom, visit: Visit, width: int = 1440) -> Page:
    page = visit.page(width)
    page.goto(f"{room.address}embed/", wait_until="networkidle")
    expect(page.locator(".builder[data-ready]")).to_be_visible()
    return page


def choose(page: Page, /, **asked: str) -> None:
    for name, value in asked.items():
        if name in ("view", "look", "theme"):
            page.select_option(f"[name={name}]", value)
        else:
            page.fill(f"[name={name}]", value)
            page.dispatch_event(f"[name={name}]", "change")


def code(page: Page, way: str) -> str:
    return page.locator(f"[data-code={way}]").inner_text()


CARDS = replace(LIST, style="cards", shape="cards", count=4)
SAME = (
    LIST, CARDS, replace(CARDS, style="bar", shape="bar", count=5),
    Embed("front", "card", "聊城市制造业强市攻坚突破", "", style="lead"),
    Embed("front", "numbers", "聊城市制造业强市攻坚突破", "", style="numbers", count=4),
    Embed("policies", "ask", "政策", "policies/", style="search"),
)  # fmt: skip


@pytest.mark.parametrize("view", SAME, ids=lambda view: f"{view.path} {view.style}")
def test_it_writes_the_codes_that_the_site_writes(room: Newsroom, visit: Visit, view: Embed) -> None:
    page = opened(room, visit)
    choose(page, view=view.path, look=view.style)
    wanted = dict(codes(view, room.settings.model_copy(update={"base_url": SITE})))
    assert {way: code(page, way) for way in wanted} == wanted
    assert not visit.faults


# what is chosen, what then stands in the frame
CHOICES = (
    ({"view": "front", "look": "lead"}, ".story__title"),
    ({"view": "columns/in-action", "look": "cards", "count": "3", "theme": "dark"}, ".tile:not([hidden])"),
    ({"view": "columns/in-action", "look": "bar"}, ".bar__list"),
    ({"view": "policies/match"}, "a"),
    ({"page": f"{SITE}policies/?area=energy&level=county", "count": "3"}, ".row:not([hidden])"),
    ({"page": f"{SITE}cases/park-circuit/", "size": "18", "color": "#1f6f5b"}, ".story__title"),
)


@pytest.mark.parametrize("width", [360, 1200])
@pytest.mark.parametrize("way", ["script", "iframe"])
@pytest.mark.parametrize(("asked", "inside"), CHOICES, ids=[" ".join(asked.values()) for asked, _ in CHOICES])
def test_a_copied_code_shows_in_a_gbk_page_what_was_chosen(
    room: Newsroom, visit: Visit, asked: dict[str, str], inside: str, way: str, width: int
) -> None:
    page = opened(room, visit)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    choose(page, **asked)
    if "page" in asked:
        expect(page.locator("[name=view] option:checked")).to_have_attribute(
            "value",
            re.search(r"zhizaoye/(.*?)/(\?|$)", asked["page"])[1],  # type: ignore[index]
        )
    page.click(f"[data-copy={way}]")
    expect(page.locator(f"[data-copy={way}]")).to_have_text("已复制")
    copied = str(page.evaluate("navigator.clipboard.readText()"))
    host = visit.page(width)
    host.goto(room.paste("table-gbk", copied.replace(SITE, room.address)), wait_until="networkidle")
    frame = host.frame_locator("iframe")
    expect(frame.locator(inside).first).to_be_visible()
    if "count" in asked:
        expect(frame.locator(inside)).to_have_count(int(asked["count"]))
    assert at_rest(host) == {"shift": 0, "wide": 0}
    box = host.locator("iframe").bounding_box()
    inner = frame.locator("[data-embed]").evaluate("(view) => view.getBoundingClientRect().height")
    assert box and abs(box["height"] - inner) <= 1.5, "the room is that of the view"
    assert not visit.faults


@pytest.mark.parametrize(("host", "encoding"), [("host-utf8.html", "UTF-8"), ("host-gbk.xhtml", "GBK")])
@pytest.mark.parametrize(("wide", "pixels"), [("desktop", 1200), ("phone", 360)])
@pytest.mark.parametrize("width", [390, 1440])
def test_it_shows_what_is_chosen_on_both_kinds_of_pages(
    room: Newsroom, visit: Visit, width: int, wide: str, pixels: int, host: str, encoding: str
) -> None:
    page = opened(room, visit, width)
    choose(page, view="columns/in-action", theme="dark")
    for name, value in (("wide", wide), ("host", host)):
        page.locator(f"[name={name}][value='{value}']").check()
    page.locator("[data-builder-frame]").scroll_into_view_if_needed()
    stand_in = page.frame_locator("[data-builder-frame]")
    # (Playwright takes no lower-case iframe, as one in XHTML is, for a frame)
    expect(stand_in.locator("iframe")).to_be_visible()
    view = next(frame for frame in page.frames if "/embed/v1/columns/in-action/" in frame.url)
    expect(view.locator(".row:not([hidden])")).to_have_count(6)
    assert stand_in.locator("body").evaluate("() => [document.characterSet, innerWidth]") == [encoding, pixels]
    ground = "(body) => getComputedStyle(body).backgroundColor"
    assert stand_in.locator("body").evaluate(ground) == "rgb(20, 24, 29)"
    room_left = page.locator("[data-builder-window]").bounding_box()
    assert room_left and room_left["x"] + room_left["width"] <= width
    assert not visit.faults


@pytest.mark.parametrize(
    ("pasted", "said"),
    [("https://elsewhere.example.com/columns/in-action/", "请粘贴本专题的网址"), (f"{SITE}columns/nothing-of-the-kind/", "没有这一页"),
     (f"{SITE}../other/", "请粘贴本专题的网址"), (f"{SITE}%E4%B8/", "没有这一页"), ("https://[", "这不是一个网址")],
)  # fmt: skip
def test_an_address_that_leads_nowhere_is_told_and_changes_nothing(
    room: Newsroom, visit: Visit, pasted: str, said: str
) -> None:
    page = opened(room, visit)
    before = code(page, "script")
    choose(page, page=pasted)
    expect(page.locator("[data-builder-said]")).to_contain_text(said)
    assert code(page, "script") == before


def test_a_choice_of_facets_says_what_cannot_follow_it(room: Newsroom, visit: Visit) -> None:
    page = opened(room, visit)
    choose(page, page=f"{SITE}policies/?area=energy&q=%3Cb%3E&page=2")
    expect(page.locator("[data-builder-note]")).to_contain_text("片段和 WordPress 显示全部政策")
    assert 'data-query="area=energy"' in code(page, "script")
    choose(page, view="cases")
    expect(page.locator("[data-builder-note]")).to_be_hidden()
    assert not visit.faults


class _Elements(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: set[tuple[str, str]] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {(tag, name) for name, _ in attrs} or {(tag, "")}


ALLOWED = {("div", name) for name in ("data-zhuanti", "data-look", "data-query", "data-theme", "data-color", "data-size", "data-count", "style")} | {
    ("a", "href"), ("p", ""), ("script", "async"), ("script", "src"),
    *(("iframe", name) for name in ("src", "title", "width", "height", "loading", "style")),
}  # fmt: skip
NASTY = st.sampled_from(["<img src=x onerror=alert(1)>", '"><script>alert(1)</script>', "' onload='x", "&#34;>", "area=energy", "policies/", "../", "汉字"])  # fmt: skip


def test_nothing_of_a_pasted_address_reaches_a_code_as_markup(room: Newsroom, visit: Visit) -> None:
    page = opened(room, visit)

    @hypothesis(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(st.text(max_size=6) | NASTY, max_size=5).map("".join), st.sampled_from([SITE, f"{SITE}policies/?", "", f"{SITE}policies/?area=energy&level="]))  # fmt: skip
    def paste(text: str, begin: str) -> None:
        page.evaluate(
            "(text) => { const field = document.querySelector('[name=page]'); field.value = text; field.dispatchEvent(new Event('change')); }",
            begin + text,
        )
        for way in ("script", "iframe", "link"):
            written = code(page, way)
            assert written.isascii()
            assert _Elements(written).found <= ALLOWED, written

    paste()


STAND_INS = st.dictionaries(
    st.sampled_from(["zhuanti", "look", "theme", "color", "size", "count", "query", "room"]),
    st.text(max_size=8) | NASTY | st.sampled_from(["front", "../../about", "https://elsewhere.example.com/", "red;background:url(//x)", "dark", "18"]),
    min_size=1,
)  # fmt: skip


@pytest.mark.parametrize("file", ["host-utf8.html", "host-gbk.xhtml"])
def test_a_stand_in_page_takes_nothing_but_known_words(room: Newsroom, visit: Visit, file: str) -> None:
    page = visit.page(768)
    asked_for: list[str] = []
    page.on("request", lambda request: asked_for.append(request.url))
    url = f"{room.address}embed/{file}"

    @hypothesis(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(STAND_INS)
    def look_at(asked: dict[str, str]) -> None:
        page.goto(f"{url}?{urlencode(asked)}", wait_until="load")
        elements = page.evaluate("[...document.querySelectorAll('#place *')].map((one) => one.localName)")
        assert elements in (["a"], ["a", "iframe"])
        place = page.evaluate("[...document.querySelector('#place').attributes].map((one) => one.name)")
        assert set(place) <= {"id", "style", "data-zhuanti", "data-zhuanti-shown", *(f"data-{name}" for name in ("look", "theme", "color", "size", "count", "query"))}  # fmt: skip

    look_at()
    assert all(address.startswith((room.address, "about:")) for address in asked_for), asked_for


def test_without_a_script_it_is_a_guide_with_codes(room: Newsroom, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844}) as context:
        page = context.new_page()
        page.goto(f"{room.address}embed/")
        assert page.locator("[data-builder-form]").is_hidden() and page.locator("[data-copy]").first.is_hidden()
        assert 'data-zhuanti="front"' in page.locator("[data-code=script]").inner_text()
        ready = page.locator(".builder__details")
        assert ready.count() >= 7
        ready.first.locator("summary").click()
        expect(ready.first.locator("code").first).to_be_visible()
