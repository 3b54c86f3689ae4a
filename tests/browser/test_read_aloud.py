"""朗读: reads title and body in sentences, marks what it reads; there only where a Chinese voice is.

Chromium without a screen has no voices at all, so here alone a stand-in speaks: it keeps what it is told, and the test
says when a sentence is over.
"""

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.pages import ARTICLE, FEATURE
from tests.browser.test_elder import CHOSEN, opened

pytestmark = pytest.mark.browser

SPEECH = """
const speech = new class extends EventTarget {
  voices = [];
  said = [];
  current = null;
  getVoices() { return this.voices; }
  speak(words) { this.said.push([words.text, words.voice.lang]); this.current = words; }
  cancel() { const words = this.current; this.current = null; if (words) words.onend(); }
  come(...langs) {
    this.voices = langs.map((lang) => ({ lang, localService: true }));
    this.dispatchEvent(new Event("voiceschanged"));
  }
  end() { const words = this.current; this.current = null; words.onend(); }
};
Object.defineProperty(window, "speechSynthesis", { value: speech });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""
READING = "document.querySelector('.reading')?.textContent"


def said(page: Page) -> list[str]:
    return [text for text, _ in page.evaluate("speechSynthesis.said")]


def test_button_waits_for_a_chinese_voice(browser: Browser, address: str) -> None:
    with opened(browser, address + ARTICLE, SPEECH) as page:
        button = page.get_by_role("button", name="朗读")
        expect(button).to_have_count(0)
        page.evaluate("speechSynthesis.come('en-US', 'ja-JP')")
        expect(button).to_have_count(0)
        page.evaluate("speechSynthesis.come('en-US', 'zh-HK', 'zh_CN')")
        button.click()
        assert page.evaluate("speechSynthesis.said[0][1]") == "zh_CN"


def test_no_voices_no_button(browser: Browser, address: str) -> None:
    with opened(browser, address + ARTICLE, CHOSEN) as page:
        expect(page.get_by_role("button", name="朗读")).to_have_count(0)


@pytest.mark.parametrize("mode", [(), (CHOSEN,)], ids=["plain", "elder"])
def test_reads_the_whole_text_in_short_pieces(browser: Browser, address: str, mode: tuple[str, ...]) -> None:
    with opened(browser, address + FEATURE, SPEECH, *mode) as page:
        page.evaluate("speechSynthesis.come('zh-CN')")
        page.get_by_role("button", name="朗读").click()
        assert said(page)[0] == "细纱车间的夜：三万只锭子和一双手"
        assert page.evaluate(READING) == page.get_by_role("heading", level=1).text_content()
        count = page.evaluate(
            "() => { let n = 0; while (speechSynthesis.current && n++ < 2000) speechSynthesis.end(); return n; }"
        )
        texts = said(page)
        assert count == len(texts) and max(map(len, texts)) <= 60
        heard = "".join("".join(texts).split())
        for block in page.locator(".prose > p, .prose li, .prose figcaption").all_text_contents():
            assert "".join(block.split()) in heard
        assert "本文目录" not in heard and "看大图" not in heard
        expect(page.get_by_role("button", name="朗读")).to_be_visible()
        assert page.evaluate(READING) is None


def test_pause_goes_on_with_the_same_sentence_and_stop_begins_anew(browser: Browser, address: str) -> None:
    with opened(browser, address + FEATURE, SPEECH, CHOSEN) as page:
        page.evaluate("speechSynthesis.come('zh-CN')")
        page.get_by_role("button", name="朗读").click()
        page.evaluate("() => { for (let n = 0; n < 20; n++) speechSynthesis.end(); }")
        marked = page.locator(".reading")
        expect(marked).to_have_count(1)
        expect(marked).to_be_in_viewport()
        page.get_by_role("button", name="暂停").click()
        assert page.evaluate("speechSynthesis.current") is None
        page.get_by_role("button", name="继续").click()
        assert said(page)[-1] == said(page)[-2]
        page.get_by_role("button", name="停止").click()
        expect(page.get_by_role("button", name="停止")).to_have_count(0)
        expect(marked).to_have_count(0)
        page.get_by_role("button", name="朗读").click()
        assert said(page)[-1] == said(page)[0]


def test_leaving_the_page_ends_it(browser: Browser, address: str) -> None:
    with opened(browser, address + ARTICLE, SPEECH) as page:
        page.evaluate("speechSynthesis.come('zh-CN')")
        page.get_by_role("button", name="朗读").click()
        page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
        assert page.evaluate("speechSynthesis.current") is None
