"""What a browser makes of the offers: no file much larger than its box, nothing that moves when pictures arrive."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Route

pytestmark = pytest.mark.browser

PAGES = (
    "",
    "columns/in-action/",
    "columns/tours/",
    "columns/in-action/guojiaji-jiqun-2025/",
    "columns/in-action/feature-yarn-night/",
    "columns/in-action/video-flour-mill/",
    "cases/",
    "cases/zhoucheng-chanye/",
    "galleries/",
    "galleries/zhoucheng-fengong/",
    "counties/linqing/",
    "columns/in-action/infographic-bearing-gates/",
    "timeline/",
)
SCREENS = {"phone": (390, 844, 3), "desktop": (1440, 900, 1), "fine-desktop": (1440, 900, 2)}

TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
# Every picture comes into view, so that lazy ones load; then the width of the chosen file and the width its box needs,
# in device pixels: where the box cuts, the picture goes on beyond its edges.
MEASURE = """async () => {
  for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
    scrollTo(0, y);
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }
  for (const stage of document.querySelectorAll("[data-scroller]")) {
    for (let y = 0; y < stage.scrollHeight; y += stage.clientHeight) {
      stage.scrollTo(0, y);
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }
  }
  const pictures = [...document.querySelectorAll("main picture > img:not([aria-hidden])")];
  await Promise.all(pictures.map((image) => { image.loading = "eager"; return image.decode(); }));
  return Promise.all(pictures.map(async (image) => {
    const file = new Image();
    file.src = image.currentSrc;
    await file.decode();
    const box = image.getBoundingClientRect();
    const named = (offer) => offer.srcset.split(", ").map((candidate) => candidate.split(" "));
    const offer = [...image.parentElement.children].find((each) =>
      named(each).some(([url]) => new URL(url, document.baseURI).href === image.currentSrc));
    const [wide, high] = ["width", "height"].map((side) => (offer.getAttribute(side) ?? image.getAttribute(side)));
    const ratio = wide / high;
    const cut = getComputedStyle(image).objectFit === "cover";
    return {
      url: image.currentSrc,
      chosen: file.naturalWidth,
      needed: (cut ? Math.max(box.width, box.height * ratio) : box.width) * devicePixelRatio,
      editions: named(offer).map(([, width]) => parseInt(width)),
    };
  }));
}"""


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("url", PAGES)
def test_the_chosen_files_fit_their_boxes_and_nothing_moves(
    browser: Browser, address: str, url: str, screen: str
) -> None:
    width, height, density = SCREENS[screen]
    with browser.new_context(
        viewport={"width": width, "height": height}, device_scale_factor=density, is_mobile=width < 600
    ) as context:
        context.add_init_script(
            "window.moved = 0; new PerformanceObserver((list) => {"
            "for (const shift of list.getEntries()) window.moved += shift.value;"
            "}).observe({ type: 'layout-shift', buffered: true });"
        )
        page = context.new_page()
        late: list[Route] = []
        seen = False
        page.route("**/media/**", lambda route: route.continue_() if seen else late.append(route))
        page.goto(address + url, wait_until="domcontentloaded")
        page.evaluate(TWO_FRAMES)  # the page is seen without its pictures first, as on a slow line
        seen = True
        for route in late:
            route.continue_()
        pictures: list[dict[str, Any]] = page.evaluate(MEASURE)
        assert pictures, url
        for picture in pictures:
            chosen, needed = picture["chosen"], picture["needed"]
            assert chosen <= 1.5 * needed + 1, picture
            assert chosen >= 0.8 * needed or chosen == max(picture["editions"]), picture
            assert picture["url"].endswith(".avif"), picture
        assert page.evaluate("window.moved") == 0


def test_every_picture_is_there_without_script(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        seen: list[str] = []
        page.on("response", lambda response: seen.append(response.url))
        page.goto(address + "columns/in-action/feature-yarn-night/", wait_until="load")
    assert [url for url in seen if url.endswith(".avif")]
    assert not [url for url in seen if url.endswith((".webp", ".jpg"))]


def test_the_blur_below_a_cut_picture_keeps_the_same_focus(browser: Browser, address: str) -> None:
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        page = context.new_page()
        page.goto(address, wait_until="load")
        focuses = page.evaluate(
            """() => [...document.querySelectorAll(".cut .picture__placeholder")].map((blur) => {
                const image = blur.parentElement.querySelector("picture > img");
                return [blur, image].map((each) => {
                  const { objectPosition, objectFit, width, height } = getComputedStyle(each);
                  return [objectPosition, objectFit, width, height].join();
                });
            })"""
        )
    assert focuses and all(blur == image for blur, image in focuses)
