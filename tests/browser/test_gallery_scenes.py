"""What single scenes of a gallery do: figures, sliders, questions, films, recordings, music, passing on."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.galleries import gallery_urls, scene_of, show, shown
from tests.browser.pages import until

pytestmark = pytest.mark.browser

# a browser that lets nothing play by itself, as WeChat's does
REFUSES = """() => {
  HTMLMediaElement.prototype.play = () => Promise.reject(new DOMException("", "NotAllowedError"));
}"""
# no test may depend on a sound card: playing is an event and a state, and nothing else
PLAYS = """
  for (const [name, paused] of [["play", false], ["pause", true]]) {
    HTMLMediaElement.prototype[name] = function () {
      if (this.isPaused !== paused) { this.isPaused = paused; setTimeout(() => this.dispatchEvent(new Event(name))); }
      return Promise.resolve();
    };
  }
  Object.defineProperty(HTMLMediaElement.prototype, "paused", { get() { return this.isPaused ?? true; } });
  window.sounds = [];
  window.Audio = new Proxy(Audio, { construct(target, given) { const made = new target(...given); window.sounds.push(made); return made; } });
"""


def opened_at(page: Page, number: int) -> str:
    show(page, number)
    return f"#s{number}"


def test_a_figure_counts_and_ends_as_it_was_written(browser: Browser, address: str, built_site: Path) -> None:
    url, number = scene_of(built_site, "number")
    watch = """(id) => {
      const figure = document.querySelector(`#${id} [data-count]`);
      window.written = figure.textContent;
      window.counted = [];
      new MutationObserver(() => {
        const running = figure.querySelector(".number__running");
        if (running) window.counted.push([running.textContent, running.getAttribute("aria-hidden"), figure.firstChild.data]);
      }).observe(figure, { childList: true, subtree: true, characterData: true });
    }"""
    with shown(browser, address + url) as page:
        page.evaluate(watch, f"s{number}")
        scene = opened_at(page, number)
        until(page, f"counted.length > 5 && !document.querySelector('{scene} .number__running')")
        assert page.evaluate("new Set(counted.map(([text]) => text)).size") > 5
        # those who listen hear the true figure alone, all the time
        assert page.evaluate("counted.every(([, hidden, true_one]) => hidden === 'true' && true_one === written)")
        assert page.locator(f"{scene} [data-count]").inner_text() == page.evaluate("written")


def test_a_slider_parts_before_and_after(browser: Browser, address: str, built_site: Path) -> None:
    url, number = scene_of(built_site, "before-after")
    cut = "(pair) => getComputedStyle(pair.querySelector('.compare__side--1')).clipPath"
    with shown(browser, address + url, "desktop") as page:
        scene = opened_at(page, number)
        slider = page.locator(f"{scene} input[type=range]")
        assert page.get_by_label("左右拖动，看前后变化").count() == 1
        pair = page.locator(f"{scene} .compare__pair")
        middle = pair.evaluate(cut)
        slider.focus()
        for _ in range(10):
            page.keyboard.press("ArrowLeft")
        assert slider.input_value() == "40"
        assert pair.evaluate(cut) != middle
        assert "40%" in (slider.get_attribute("aria-valuetext") or "")
        # the keys belonged to the slider
        assert page.evaluate("location.hash") == scene
        box = slider.bounding_box()
        assert box
        page.mouse.click(box["x"] + box["width"] * 0.8, box["y"] + box["height"] / 2)
        assert int(slider.input_value()) > 70
    with shown(browser, address + url, java_script_enabled=False) as page:
        pictures = page.locator(f"{scene} .compare__side")
        expect(pictures).to_have_count(2)
        boxes = [picture.bounding_box() for picture in pictures.all()]
        assert boxes[0] and boxes[1] and boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"] + 1
        expect(page.locator(f"{scene} input")).to_be_hidden()


def test_a_question_says_whether_one_was_right_and_sends_nothing(
    browser: Browser, address: str, built_site: Path
) -> None:
    url, number = scene_of(built_site, "quiz")
    with shown(browser, address + url) as page:
        scene = opened_at(page, number)
        sent: list[str] = []
        page.on("request", lambda request: sent.append(request.url))
        verdict, answer = page.locator(f"{scene} [role=status]"), page.locator(f"{scene} details")
        assert answer.get_attribute("open") is None
        page.locator(f"{scene} label:not([data-right])").first.click()
        expect(verdict).to_contain_text("不对，正确答案是")
        assert answer.get_attribute("open") is not None
        page.locator(f"{scene} label[data-right]").click()
        expect(verdict).to_have_text("答对了。")
        page.locator(f"{scene} input").first.focus()
        page.keyboard.press("ArrowDown")
        assert page.evaluate("location.hash") == scene
        assert not [each for each in sent if "/media/" not in each]
    with shown(browser, address + url, java_script_enabled=False) as page:
        page.locator(f"{scene} summary").click()
        expect(page.locator(f"{scene} .quiz__right")).to_contain_text("答案：")


def test_a_film_plays_silent_where_it_is_seen_and_rests_elsewhere(
    browser: Browser, address: str, built_site: Path
) -> None:
    url, number = scene_of(built_site, "video")
    with shown(browser, address + url) as page:
        film = page.locator(f"#s{number} video")
        assert film.evaluate("(video) => video.paused && video.preload === 'none' && Boolean(video.poster)")
        opened_at(page, number)
        until(page, f"!document.querySelector('#s{number} video').paused")
        state = film.evaluate("""(video) => [video.muted, video.controls,
          ...["playsinline", "webkit-playsinline", "x5-playsinline"].map((name) => video.hasAttribute(name)),
          video.getAttribute("x5-video-player-type")]""")
        assert state == [True, True, True, True, True, "h5-page"]
        expect(page.locator(f"#s{number} .film__captions p").first).to_be_visible()
        # what leads on lies beside the film, not on it
        for button in page.locator("[data-step]").all():
            one, other = button.bounding_box(), film.bounding_box()
            assert one and other and one["y"] >= other["y"] + other["height"] - 1
        page.get_by_role("button", name="上一屏").click()
        until(page, f"document.querySelector('#s{number} video').paused")


def test_a_film_that_may_not_play_shows_its_poster_and_a_button(
    browser: Browser, address: str, built_site: Path
) -> None:
    url, number = scene_of(built_site, "video")
    with shown(browser, address + url) as page:
        page.evaluate(REFUSES)
        scene = opened_at(page, number)
        button = page.locator(f"{scene} [data-film-start]")
        expect(button).to_be_visible()
        button.click()
        expect(button).to_be_visible()
        page.get_by_role("button", name="下一屏").click()
        until(page, f"location.hash === '#s{number + 1}'")


@pytest.mark.parametrize("how", ["reduced", "paused"])
def test_no_film_begins_where_nothing_may_move(browser: Browser, address: str, built_site: Path, how: str) -> None:
    url, number = scene_of(built_site, "video")
    with shown(browser, address + url, reduced_motion="reduce" if how == "reduced" else None) as page:
        if how == "paused":
            page.get_by_role("button", name="暂停动效").click()
        scene = opened_at(page, number)
        page.wait_for_timeout(400)
        assert page.locator(f"{scene} video").evaluate("(video) => video.paused")
        expect(page.locator(f"{scene} [data-film-start]")).to_be_visible()


def test_what_is_heard_in_a_recording_can_be_read(browser: Browser, address: str, built_site: Path) -> None:
    url, number = scene_of(built_site, "audio")
    with shown(browser, address + url) as page:
        scene = opened_at(page, number)
        expect(page.locator(f"{scene} audio")).to_be_visible()
        if page.locator(f"{scene} track").count():
            expect(page.get_by_role("list", name="文字稿").get_by_role("listitem").first).to_be_visible()
        else:
            assert page.locator(f"{scene} .scene__text").inner_text()


def music_of(site: Path, beside: str = "") -> str:
    """A gallery with music, and with a film or a recording where ``beside`` names its element."""
    texts = {url: (site / url / "index.html").read_text("utf-8") for url in gallery_urls(site)}
    return next(url for url, text in texts.items() if "data-music" in text and beside in text)


def test_music_waits_to_be_asked_and_rests_when_nobody_hears_it(
    browser: Browser, address: str, built_site: Path
) -> None:
    url = music_of(built_site)
    playing = "sounds.length === 1 && !sounds[0].paused"
    with browser.new_context() as context:
        context.add_init_script(PLAYS)
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address + url, wait_until="networkidle")
        assert page.evaluate("sounds.length") == 0
        assert not [each for each in asked if each.endswith((".mp3", ".m4a"))]
        button = page.locator("[data-music]")
        expect(button).to_have_attribute("aria-pressed", "false")
        button.click()
        until(page, playing)
        expect(button).to_have_attribute("aria-pressed", "true")
        hidden = "Object.defineProperty(document, 'hidden', { configurable: true, value: %s });"
        hidden += "document.dispatchEvent(new Event('visibilitychange'))"
        page.evaluate(hidden % "true")
        until(page, "sounds[0].paused")
        page.evaluate(hidden % "false")
        until(page, playing)
        button.click()
        until(page, "sounds[0].paused")


def test_music_gives_way_to_a_recording(browser: Browser, address: str, built_site: Path) -> None:
    url = music_of(built_site, beside="<audio")
    with browser.new_context() as context:
        context.add_init_script(PLAYS)
        page = context.new_page()
        page.goto(address + url, wait_until="load")
        voices = page.locator(".gallery audio")
        page.locator("[data-music]").click()
        until(page, "!sounds[0].paused")
        voices.first.evaluate("(voice) => { voice.muted = false; voice.play(); }")
        until(page, "sounds[0].paused")
        voices.first.evaluate("(voice) => voice.pause()")
        until(page, "!sounds[0].paused")


def test_the_address_is_copied_or_shown_to_be_copied(browser: Browser, address: str, built_site: Path) -> None:
    url, number = scene_of(built_site, "end")
    with shown(browser, address + url, permissions=["clipboard-read", "clipboard-write"]) as page:
        scene = opened_at(page, number)
        page.get_by_role("button", name="复制链接").click()
        expect(page.locator(f"{scene} [data-share-said]")).to_have_text("链接已复制，可以去粘贴了。")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == page.locator("[data-share-address]").inner_text() and copied.endswith(f"/{url}")
        page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }")
        page.get_by_role("button", name="复制链接").click()
        expect(page.locator(f"{scene} [data-share-said]")).to_contain_text("已选中")
        assert page.evaluate("getSelection().toString()").strip() == copied


@pytest.mark.parametrize("wechat", [True, False])
def test_in_wechat_the_way_to_forward_is_said(browser: Browser, address: str, built_site: Path, wechat: bool) -> None:
    url, number = scene_of(built_site, "end")
    agent = {"user_agent": "Mozilla/5.0 (Linux; Android 14) Chrome/116 MicroMessenger/8.0.49"} if wechat else {}
    with shown(browser, address + url, **agent) as page:
        show(page, number)
        assert page.get_by_text("点右上角").is_visible() == wechat
        assert page.get_by_text("保存海报").is_visible()
        assert not (wechat and page.get_by_role("button", name="分享", exact=True).is_visible())
