"""Every component's examples before axe, and every pair of colours in use before the rule of contrast."""

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.accessibility import barriers, rules_in
from tests.browser.pages import KINDS
from tests.browser.test_pages import SCREENS

pytestmark = pytest.mark.browser

# WCAG 2.2, 1.4.3: text in front of its ground; large is 24 px, or 18.66 px in bold
PAIRS = """() => {
  const parts = (text) => {
    const found = text.match(/[\\d.]+/g).map(Number);
    return { rgb: found.slice(0, 3), alpha: found.length > 3 ? found[3] : 1 };
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const found = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue;
    if (element.closest(".hidden-visually, script, style, noscript")) continue;
    let ground = element, back = parts(getComputedStyle(ground).backgroundColor);
    while (back.alpha < 1 && ground.parentElement) {
      ground = ground.parentElement;
      back = parts(getComputedStyle(ground).backgroundColor);
    }
    const style = getComputedStyle(element), size = parseFloat(style.fontSize);
    const text = parts(style.color).rgb;
    const [low, high] = [light(text), light(back.rgb)].sort((a, b) => a - b);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const key = `${text} on ${back.rgb}${large ? " large" : ""}`;
    found.set(key, { key, large, ratio: (high + 0.05) / (low + 0.05), example: node.data.trim().slice(0, 20) });
  }
  return [...found.values()];
}"""


def pairs(page: Page) -> list[dict[str, object]]:
    found: list[dict[str, object]] = page.evaluate(PAIRS)
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_examples_break_no_rule_of_accessibility(browser: Browser, preview_address: str, scheme: str) -> None:
    for width, height in SCREENS.values():
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
        with context:
            page = context.new_page()
            page.goto(preview_address + "styleguide/", wait_until="load")
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert barriers(page, rules_in(scheme)) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_pair_of_colours_in_use_can_be_read(
    browser: Browser, address: str, preview_address: str, scheme: str
) -> None:
    seen: dict[str, float] = {}
    with browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme=scheme) as context:  # type: ignore[arg-type]
        page = context.new_page()
        for url in (preview_address + "styleguide/", *(address + path for path in KINDS)):
            page.goto(url, wait_until="load")
            for pair in pairs(page):
                seen[str(pair["key"])] = float(str(pair["ratio"]))
                assert seen[str(pair["key"])] >= (3 if pair["large"] else 4.5), (url, pair)
    assert len(seen) >= 8
