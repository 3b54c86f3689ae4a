"""The repository's galleries for browser tests: found by what their scenes are, not by their names."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page
from tests.browser.pages import until

SCREENS = {"small": (320, 568), "phone": (390, 844), "tablet": (820, 1180), "desktop": (1440, 900)}
LYING = (844, 390)  # a phone on its side
_SCENE = re.compile(r'data-scene="(\d+)" data-kind="([a-z-]+)" data-transition="([a-z-]+)"')

# the screen has come to rest on a scene
AT = """(number) => {
  const scroller = document.querySelector("[data-scroller]");
  const scene = document.getElementById(`s${number}`);
  return Math.abs(scroller.scrollTop - scene.offsetTop) < 2
    && document.querySelector("[data-count-now]").textContent === String(number);
}"""
# what enters has entered: no animation with an end still runs
ENTERED = """() => document.getAnimations().every((each) =>
  each.playState !== "running" || each.timeline !== document.timeline
  || each.effect.getComputedTiming().endTime > 5000)"""


def gallery_urls(site: Path) -> tuple[str, ...]:
    """The addresses of all galleries of a built site."""
    pages = sorted(site.glob("galleries/*/index.html"))
    return tuple(f"galleries/{page.parent.name}/" for page in pages if "data-scene=" in page.read_text("utf-8"))


def kinds_of(site: Path, url: str) -> tuple[str, ...]:
    """The kinds of a gallery's scenes in their order."""
    return tuple(match[2] for match in _SCENE.finditer((site / url / "index.html").read_text("utf-8")))


def scene_of(site: Path, kind: str) -> tuple[str, int]:
    """Address and number of the first scene of a kind in any gallery."""
    for url in gallery_urls(site):
        kinds = kinds_of(site, url)
        if kind in kinds:
            return url, kinds.index(kind) + 1
    raise AssertionError(f"no gallery of the repository has a scene of kind {kind}")


def longest(site: Path) -> tuple[str, int]:
    """The gallery with most scenes, and how many it has."""
    return max(((url, len(kinds_of(site, url))) for url in gallery_urls(site)), key=lambda found: found[1])


@contextmanager
def shown(browser: Browser, url: str, screen: str = "phone", **options: Any) -> Iterator[Page]:
    """A gallery on one screen, ready to be read; an error of its script fails the test."""
    width, height = SCREENS[screen]
    small = width < 1000
    faults: list[str] = []
    given: dict[str, Any] = {"viewport": {"width": width, "height": height}, "is_mobile": small, "has_touch": small}
    with browser.new_context(**{**given, **options}) as context:
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.goto(url, wait_until="load")
        if options.get("java_script_enabled", True):
            until(page, "document.querySelector('.gallery').dataset.live !== undefined")
        yield page
    assert faults == []


def show(page: Page, number: int) -> None:
    """Bring a scene to the screen without moving through the others, and wait until it stands."""
    page.evaluate("(id) => { location.hash = id; }", f"s{number}")
    until(page, AT, number)
    # what enters begins a frame after the scene has come to rest
    until(page, "(id) => document.getElementById(id).classList.contains('is-seen')", f"s{number}")
    until(page, ENTERED)
