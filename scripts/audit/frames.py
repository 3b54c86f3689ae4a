"""How evenly a gallery moves: frame times while scenes are swiped by touch on a phone with a CPU four times slower.

A bare page of coloured boxes that snap the same way is swiped in the same run: what it loses, the machine loses.
"""

import bisect
import itertools
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from .kinds import pages_of
from .tools import Tools

SLOWDOWN = 4
LIMIT_MS = 20
LEAST_PERCENT = 95
CONTROL = "对照页（空白）"
_WIDTH, _HEIGHT = 390, 844
_MOVES = 8
_STEP_MS = 14
_SETTLE_MS = 1300
# a frame belongs to the swipe if the scroller moved this shortly before or after
_NEAR_MS = 40
_BOX = '<section data-scene style="height:100dvh;scroll-snap-align:start;scroll-snap-stop:always;background:{}">'
_BOXES = "".join(_BOX.format(colour) + "<h2>1</h2></section>" for colour in ("#fff", "#ddd") * 6)
_BARE = f"""<!doctype html><html lang="zh-Hans"><meta name="viewport" content="width=device-width"><title>{CONTROL}</title>
<body style="margin:0"><main data-scroller style="height:100dvh;overflow-y:scroll;scroll-snap-type:y mandatory">{_BOXES}
</main>"""
_WATCH = """() => {
  window.frames_ = [];
  window.moved_ = [];
  let last = 0;
  const frame = (now) => {
    if (last) window.frames_.push([now, now - last]);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  document.querySelector("[data-scroller]").addEventListener("scroll", () => window.moved_.push(performance.now()));
}"""


@dataclass(frozen=True, slots=True)
class Motion:
    """One page swiped from its first scene to its last: ``percent`` of its ``frames`` took less than the limit."""

    url: str
    frames: int
    percent: float

    @property
    def smooth(self) -> bool:
        """Whether enough frames were in time."""
        return self.percent >= LEAST_PERCENT


def measure(site: Path, address: str, tools: Tools) -> list[Motion]:
    """The bare page first, then every gallery of the site.

    Args:
        site: the built site, to find its galleries.
        address: where it is served, with a slash at the end.
        tools: where Chromium is.
    """
    urls = [url for url in pages_of(site) if url.startswith("galleries/") and _has_scenes(site / url / "index.html")]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=tools.chromium, args=["--no-sandbox"])
        found = [_swiped(browser, CONTROL, "about:blank")]
        found += [_swiped(browser, url, address + url) for url in urls]
        browser.close()
    return found


def share(frames: Sequence[tuple[float, float]], moved: Sequence[float]) -> tuple[int, float]:
    """How many frames (end, duration; ms) fell into a movement (times in ms, ascending), and the percentage in time."""
    near = [duration for end, duration in frames if _is_near(end, moved)]
    in_time = sum(duration < LIMIT_MS for duration in near)
    return len(near), round(100 * in_time / len(near), 1) if near else 0.0


def _has_scenes(page: Path) -> bool:
    return page.is_file() and "data-scene=" in page.read_text("utf-8")


def _swiped(browser: Browser, name: str, url: str) -> Motion:
    with browser.new_context(
        viewport={"width": _WIDTH, "height": _HEIGHT}, device_scale_factor=2, is_mobile=True, has_touch=True
    ) as context:
        page = context.new_page()
        page.goto(url)
        if name == CONTROL:
            page.set_content(_BARE)
        page.wait_for_timeout(_SETTLE_MS)
        session = context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
        page.evaluate(_WATCH)
        # the browser reckons a fling's speed from these times, not from when they reach it
        times = itertools.count(time.time(), _STEP_MS / 1000)
        for _ in range(page.locator("[data-scene]").count() - 1):
            for kind, points in _touches():
                session.send(
                    "Input.dispatchTouchEvent", {"type": kind, "touchPoints": points, "timestamp": next(times)}
                )
                page.wait_for_timeout(_STEP_MS)
            page.wait_for_timeout(_SETTLE_MS)
        frames, moved = page.evaluate("[window.frames_, window.moved_]")
    return Motion(name, *share(frames, moved))


def _touches() -> Iterator[tuple[str, list[dict[str, float]]]]:
    x, low, way = _WIDTH / 2, _HEIGHT * 0.75, _HEIGHT * 0.45
    yield "touchStart", [{"x": x, "y": low}]
    for step in range(1, _MOVES + 1):
        yield "touchMove", [{"x": x, "y": low - way * step / _MOVES}]
    yield "touchEnd", []


def _is_near(moment: float, moved: Sequence[float]) -> bool:
    place = bisect.bisect(moved, moment)
    return any(abs(moment - other) < _NEAR_MS for other in moved[max(0, place - 1) : place + 1])
