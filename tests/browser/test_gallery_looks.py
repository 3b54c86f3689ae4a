"""How a gallery looks: words readable on every picture, everything on its screen, sheets of paper, larger type."""

import io
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page
from tests.browser.accessibility import barriers, rules_in
from tests.browser.galleries import LYING, SCREENS, gallery_urls, kinds_of, longest, show, shown
from tests.browser.test_elder import CHOSEN

pytestmark = pytest.mark.browser

# The lines of text of one scene that stand on the screen: box, colour, whether large (WCAG 2.2, 1.4.3).
LINES = """(id) => {
  const found = [];
  const walker = document.createTreeWalker(document.getElementById(id), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest(".hidden-visually, svg, video")) continue;
    const style = getComputedStyle(element), size = parseFloat(style.fontSize);
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects())
      if (box.width > 4 && box.top >= 0 && box.bottom <= innerHeight)
        found.push({ box: [box.left, box.top, box.right, box.bottom], color: style.color.match(/[\\d.]+/g).slice(0, 3).map(Number),
          large: size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700), text: node.data.trim().slice(0, 12) });
  }
  return found;
}"""
# the same screen without its words and without what lies over them
BARE = """(id) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`#${id} .scene__words > * { visibility: hidden !important; } .gbar, .gway, .scene__frame::before, .scene__words::after { visibility: hidden !important; }
    .scene, .scene * { animation: none !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""
# what has come may still wait to be decoded, which a picture of the screen does not wait for
DECODED = """(id) => Promise.all(
  [...document.querySelectorAll(`#${id} picture > img`)].map((image) => image.decode()))"""
DRESSED = "() => { document.adoptedStyleSheets = []; }"
SPOT = 3  # pixels: a stroke of a written sign; one bright pixel alone makes none unreadable


def luminance(rgb: tuple[float, ...]) -> float:
    parts = [v / 255 / 12.92 if v / 255 <= 0.04045 else ((v / 255 + 0.055) / 1.055) ** 2.4 for v in rgb[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def worst_contrast(picture: Image.Image, box: tuple[int, ...], color: tuple[float, ...]) -> float:
    part = picture.crop(box)
    part = part.resize((max(1, part.width // SPOT), max(1, part.height // SPOT)), Image.Resampling.BOX)
    text = luminance(color)
    grounds = [luminance(rgb) for _, rgb in part.getcolors(part.width * part.height)]  # type: ignore[misc, arg-type]
    ratios = ((max(text, ground) + 0.05) / (min(text, ground) + 0.05) for ground in grounds)
    return min(ratios)


def at_rest(page: Page) -> Image.Image:
    """The screen once two pictures of it are the same: a busy machine paints parts of it later."""
    before, now = b"", page.screenshot()
    while before != now:
        before, now = now, page.screenshot()
    return Image.open(io.BytesIO(now)).convert("RGB")


def with_pictures(page: Page) -> list[str]:
    found: list[str] = page.evaluate("[...document.querySelectorAll('.scene--pictured')].map((scene) => scene.id)")
    return found


@pytest.mark.parametrize("screen", SCREENS)
def test_words_over_pictures_can_be_read(browser: Browser, address: str, built_site: Path, screen: str) -> None:
    width, height = SCREENS[screen]
    measured = 0
    for url in gallery_urls(built_site):
        with shown(browser, address + url, screen, reduced_motion="reduce") as page:
            for scene in with_pictures(page):
                show(page, int(scene[1:]))
                page.evaluate(DECODED, scene)
                lines = page.evaluate(LINES, scene)
                page.evaluate(BARE, scene)
                bare = at_rest(page)
                page.evaluate(DRESSED)
                for line in lines:
                    left, top, right, bottom = line["box"]
                    box = (
                        max(0, int(left)),
                        max(0, int(top)),
                        min(width, int(right) + 1),
                        min(height, int(bottom) + 1),
                    )
                    ratio = worst_contrast(bare, box, tuple(line["color"]))
                    assert ratio >= (3 if line["large"] else 4.5), (url, scene, screen, line["text"], round(ratio, 2))
                    measured += 1
    assert measured > 20


@pytest.mark.parametrize("screen", [*SCREENS, "lying"])
def test_every_scene_fits_its_screen(browser: Browser, address: str, built_site: Path, screen: str) -> None:
    """Nothing is too wide, no words lie below the bars, and only the last scene may be longer than the screen."""
    width, height = SCREENS.get(screen, LYING)
    check = """([id, last]) => {
      const faults = [], scene = document.getElementById(id);
      if (scene.scrollWidth > innerWidth) faults.push("too wide");
      if (!last && scene.offsetHeight > innerHeight + 1) faults.push(`${scene.offsetHeight - innerHeight} px too high`);
      const above = document.querySelector(".gbar__tools").getBoundingClientRect().bottom;
      const below = document.querySelector(".gway__steps").getBoundingClientRect().top;
      const walker = document.createTreeWalker(scene.querySelector(".scene__words"), NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!node.data.trim() || node.parentElement.closest(".hidden-visually, details:not([open]) > :not(summary)")) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) {
          if (box.left < -0.5 || box.right > innerWidth + 0.5) faults.push(`cut: ${node.data.trim()}`);
          const beside = box.right < document.querySelector(".gway__steps").getBoundingClientRect().left
            && box.left > document.querySelector(".gway__where").getBoundingClientRect().right;
          if (!last && box.height && (box.top < above - 1 && box.right > document.querySelector(".gbar__tools").getBoundingClientRect().left
            || box.bottom > below + 1 && !beside)) faults.push(`below a bar: ${node.data.trim()}`);
        }
      }
      return faults;
    }"""
    for url in gallery_urls(built_site):
        kinds = kinds_of(built_site, url)
        size = {"width": width, "height": height}
        with shown(
            browser, address + url, screen if screen in SCREENS else "phone", viewport=size, reduced_motion="reduce"
        ) as page:
            for number, kind in enumerate(kinds, 1):
                show(page, number)
                assert page.evaluate(check, [f"s{number}", kind == "end"]) == [], (url, number, kind, screen)
            assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("screen", ["small", "phone"])
@pytest.mark.parametrize("how", ["root", "twice", "adjusted"])
def test_larger_type_of_the_readers_own_breaks_nothing(
    browser: Browser, address: str, built_site: Path, how: str, screen: str
) -> None:
    """WeChat enlarges type by its own setting, on iPhones through text-size-adjust; we hold instead of refusing."""
    larger = {
        "root": "document.documentElement.style.fontSize = '24px'",
        "twice": "document.documentElement.style.fontSize = '32px'",
        "adjusted": "document.body.style.setProperty('-webkit-text-size-adjust', '150%', 'important')",
    }
    wide = """() => [...document.querySelectorAll("[data-scene], .gbar, .gway > :not(nav)")].filter(
      (each) => each.scrollWidth > innerWidth + 1 || each.getBoundingClientRect().right > innerWidth + 1).map((each) => each.id || each.className)"""
    # a scene begins below the bar, whatever of it has to be scrolled to
    below_the_bar = """() => [...document.querySelectorAll("[data-scene]")].filter((scene) => {
      const head = scene.querySelector(".scene__name:not(.hidden-visually), .scene__title");
      const bar = document.querySelector(".gbar__tools").getBoundingClientRect();
      return head && head.getBoundingClientRect().top - scene.getBoundingClientRect().top < bar.bottom;
    }).map((scene) => scene.id)"""
    apart = """() => {
      const box = (name) => document.querySelector(name).getBoundingClientRect();
      return box(".gbar__home").right <= box(".gbar__tools").left && box(".gway__where").right <= box(".gway__steps").left;
    }"""
    for url in gallery_urls(built_site):
        with shown(browser, address + url, screen, reduced_motion="reduce") as page:
            page.evaluate(larger[how])
            page.wait_for_timeout(400)
            assert page.evaluate(below_the_bar) == [], url
            assert page.evaluate(wide) == [], url
            assert page.evaluate(apart)


@pytest.mark.parametrize("mode", ["light", "dark", "elder"])
def test_no_scene_breaks_a_rule_of_accessibility(browser: Browser, address: str, built_site: Path, mode: str) -> None:
    scheme = "dark" if mode == "dark" else "light"
    for url in gallery_urls(built_site):
        with shown(browser, address + url, color_scheme=scheme, reduced_motion="reduce") as page:
            if mode == "elder":
                page.evaluate(CHOSEN)
                page.reload(wait_until="load")
            assert barriers(page, rules_in(scheme)) == [], url


def test_what_is_pressed_is_large_enough(browser: Browser, address: str, built_site: Path) -> None:
    small = """() => [...document.querySelectorAll(
      ".gallery button, .gallery .end__link, .gallery .quiz__option, .gallery summary, .gbar a, .gstops a")]
      .filter((each) => each.checkVisibility()).map((each) => [each.className, each.getBoundingClientRect()])
      .filter(([, box]) => box.width < 44 || box.height < 44).map(([name, box]) => [name, box.width, box.height])"""
    for screen in SCREENS:
        for url in gallery_urls(built_site):
            with shown(browser, address + url, screen) as page:
                page.evaluate("document.querySelector('[data-list]').click()")
                assert page.evaluate(small) == [], (screen, url)


def test_turning_screens_shifts_nothing(browser: Browser, address: str, built_site: Path) -> None:
    url, count = longest(built_site)
    for screen in ("phone", "desktop"):
        with shown(browser, address + url, screen) as page:
            page.evaluate("""() => {
              window.moved = 0;
              new PerformanceObserver((list) => {
                for (const shift of list.getEntries()) if (!shift.hadRecentInput) window.moved += shift.value;
              }).observe({ type: "layout-shift", buffered: true });
            }""")
            for number in range(1, count + 1):
                show(page, number)
            assert page.evaluate("moved") == 0, screen


def test_the_first_scene_needs_no_script(browser: Browser, address: str, built_site: Path) -> None:
    """Its picture is in the markup, asked for first, and nothing of it waits to be shown."""
    for url in gallery_urls(built_site):
        with shown(browser, address + url, java_script_enabled=False) as page:
            image = page.locator("#s1 picture > img")
            assert image.get_attribute("fetchpriority") == "high"
            assert image.get_attribute("loading") is None
        html = (built_site / url / "index.html").read_text("utf-8")
        assert html.count('fetchpriority="high"') == 1


def test_entering_ends(browser: Browser, address: str, built_site: Path) -> None:
    url, count = longest(built_site)
    with shown(browser, address + url) as page:
        for number in range(1, count + 1):
            show(page, number)
            hidden = page.evaluate(
                "(id) => [...document.querySelectorAll(`#${id} *`)].filter((each) => getComputedStyle(each).opacity === '0').length",
                f"s{number}",
            )
            assert hidden == 0, number
