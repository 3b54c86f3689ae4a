"""What a page may cost and may do: bytes, shifts, hosts, storage, and what is left of it without script."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route
from tests.browser.pages import BUILDER, COMPARE, KINDS, MATCH, until
from tests.browser.test_pages import SCREENS
from tests.conftest import AT

from zhuanti.settings.moment import parse_moment

pytestmark = pytest.mark.browser

# an article of each voice without a picture of its own
ARTICLES = (
    "columns/guangyue/ledger-on-the-wall/",
    "columns/interviews/chain-office-lead/",
    "policies/documents/lufa-2022-19/",
    "policies/explainers/paiwu-xuke/",
    "cases/park-circuit/",
)
KB = 1000
# what stands on a page waits for pictures; the rest of a long page is asked for as one scrolls
SHIFTS = """() => new Promise((done) => {
  let total = 0;
  const add = (list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) total += entry.value; };
  new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(total))));
})"""
SCROLL = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) { scrollTo(0, y); await frame(); await frame(); }
  for (const stage of document.querySelectorAll("[data-scroller]")) {
    for (let y = 0; y < stage.scrollHeight; y += stage.clientHeight) { stage.scrollTo(0, y); await frame(); await frame(); }
  }
  for (const strip of document.querySelectorAll("main *")) {
    if (strip.scrollWidth <= strip.clientWidth || getComputedStyle(strip).overflowX !== "auto") continue;
    strip.scrollIntoView();
    for (let x = 0; x < strip.scrollWidth; x += strip.clientWidth / 2) { strip.scrollTo(x, 0); await frame(); await frame(); }
  }
}"""
VIOLATIONS = """
  window.violations = [];
  document.addEventListener("securitypolicyviolation", (event) =>
    window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
"""
STORED = """async () => [
  ...Object.keys(localStorage), ...Object.keys(sessionStorage), ...await caches.keys(),
  ...(await indexedDB.databases()).map((database) => database.name),
  ...(await navigator.serviceWorker.getRegistrations()).map((worker) => worker.scope),
]"""


@contextmanager
def opened(browser: Browser, **options: Any) -> Iterator[Page]:
    with browser.new_context(**{"viewport": {"width": 390, "height": 844}, **options}) as context:
        yield context.new_page()


def weigh(page: Page, url: str) -> Counter[str]:
    """Bytes over the wire by kind of resource, headers included."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    kinds: dict[str, str] = {}
    bytes_of: Counter[str] = Counter()
    session.on("Network.responseReceived", lambda event: kinds.update({event["requestId"]: event["type"]}))

    def arrived(event: dict[str, Any]) -> None:
        bytes_of[kinds.get(event["requestId"], "Other")] += int(event["encodedDataLength"])

    session.on("Network.loadingFinished", arrived)
    page.goto(url, wait_until="networkidle")
    return bytes_of


@pytest.mark.parametrize("url", ARTICLES)
def test_an_article_without_pictures_is_light(browser: Browser, address: str, url: str) -> None:
    with opened(browser) as page:
        found = weigh(page, address + url)
    assert found["Document"] > 1 * KB and found["Stylesheet"] > 1 * KB, found
    assert found["Stylesheet"] <= 20 * KB, found
    assert found["Script"] <= 15 * KB, found
    assert sum(found.values()) - found["Image"] <= 60 * KB, found


@pytest.mark.parametrize("screen", ["phone", "desktop"])
@pytest.mark.parametrize("url", KINDS)
def test_nothing_moves_when_pictures_come_late(browser: Browser, address: str, url: str, screen: str) -> None:
    width, height = SCREENS[screen]
    held: list[Route] = []
    late = False

    def hold(route: Route) -> None:
        # A picture may still be asked for while the held ones are let go: from then on nothing is held.
        if late:
            route.continue_()
        else:
            held.append(route)

    with opened(browser, viewport={"width": width, "height": height}) as page:
        page.route("**/media/**", hold)
        page.goto(address + url, wait_until="domcontentloaded")
        shifts = page.evaluate(SHIFTS)
        late = True
        for route in held:
            route.continue_()
        page.wait_for_load_state("load")
        page.evaluate(SCROLL)
        until(page, "[...document.images].every((image) => image.complete)")
        assert (shifts, page.evaluate(SHIFTS)) == (0, 0)


@pytest.mark.parametrize("url", KINDS)
def test_a_page_keeps_to_its_host_its_policy_and_stores_nothing(browser: Browser, address: str, url: str) -> None:
    host = urlsplit(address).netloc
    hosts: set[str] = set()
    with opened(browser, viewport={"width": 1440, "height": 900}) as page:
        page.add_init_script(VIOLATIONS)
        page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
        page.goto(address + url, wait_until="load")
        page.evaluate(SCROLL)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("violations") == []
        assert hosts <= {host, ""}  # data: addresses have no host
        assert page.context.cookies() == []
        assert page.evaluate(STORED) == []


def test_the_policy_stops_what_is_not_of_the_site(browser: Browser, address: str) -> None:
    """The test above would see a violation: the policy works, and the page tells of it."""
    with opened(browser) as page:
        page.add_init_script(VIOLATIONS)
        page.goto(address, wait_until="load")
        page.evaluate("""() => {
          const script = document.createElement("script");
          script.textContent = "window.broken = true";
          document.head.append(script);
          document.body.setAttribute("style", "color: red");
        }""")
        until(page, "violations.length > 1")
        assert page.evaluate("window.broken") is None
        assert {text.split()[0] for text in page.evaluate("violations")} == {"script-src-elem", "style-src-attr"}


def text_of(page: Page) -> list[str]:
    """What a reader can read of a page.

    Buttons, lists of choices, and what explains a slider, are for script alone and do not count; nor do the pages of a
    list that a script lengthens.
    """
    return page.evaluate("""() => {
      for (const control of document.querySelectorAll("main button, main .compare__how, main .sound__script, main label:has(select), main [data-policies-paging]")) control.remove();
      for (const element of document.querySelectorAll("main *"))
        if (getComputedStyle(element).opacity === "0" && element.textContent.trim()) element.remove();
      return document.querySelector("main").innerText.split("\\n").map((line) => line.trim()).filter(Boolean);
    }""")  # type: ignore[no-any-return]


# without script these say so and offer lists or codes (test_search.py, test_matching.py, test_builder.py)
@pytest.mark.parametrize("url", [url for url in KINDS if url not in ("search/", MATCH, COMPARE, BUILDER)])
def test_everything_is_readable_without_script(browser: Browser, address: str, url: str) -> None:
    def read(script: bool) -> list[str]:
        # so that nothing waits until it is reached
        with opened(browser, java_script_enabled=script, reduced_motion="reduce") as page:
            page.clock.set_fixed_time(parse_moment(AT).at)  # an old page corrects what a date has made of it
            page.goto(address + url, wait_until="load")
            return text_of(page)

    without = read(False)
    assert without and without == read(True)
