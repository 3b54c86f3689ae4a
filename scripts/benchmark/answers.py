"""How long a reader waits for an answer: a click among 5,000 policies, a sign typed into the search of 1,000 articles.

On a phone's window with a processor four times slower. A busy machine can only make it slower, so of the rounds the
best counts, and the figure is worth something on a quiet machine alone.
"""

import json
import shutil
import statistics
import tempfile
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from audit.kinds import root_url
from audit.server import served

from .corpus import articles
from .measure import build
from .peers import lay_out_ours, term_ids
from .policies import policies

POLICIES, ARTICLES = 5000, 1000
SLOWDOWN = 4
CLICK_MS, SIGN_MS = 100, 200  # the budgets
_CLICKS = 20
_TYPED = ("北岸厂", "北岸厂区", "北岸厂区的", "北岸厂区的老", "北岸厂区的老师", "北岸厂区的老师傅")
_PHONE: ViewportSize = {"width": 390, "height": 844}
_CLICK = """async (count) => {
  const boxes = [...document.querySelectorAll("input[type=checkbox]")];
  document.querySelector("[data-facets]").open = true;
  const times = [];
  for (let at = 0; at < count; at += 1) {
    const box = boxes[(at * 7) % boxes.length];
    const begun = performance.now();
    box.click();
    await new Promise(requestAnimationFrame);
    await new Promise((done) => setTimeout(done));
    times.push(performance.now() - begun);
  }
  return times;
}"""
_TYPE = """async (text) => {
  const [field, list] = [document.querySelector("#q"), document.querySelector("[data-search-hits]")];
  const begun = performance.now();
  field.value = text;
  field.dispatchEvent(new InputEvent("input"));
  while (list.hasAttribute("aria-busy")) await new Promise((done) => requestAnimationFrame(done));
  return performance.now() - begun;
}"""


@dataclass(frozen=True, slots=True)
class Waits:
    """Milliseconds: the middle one of twenty clicks, and the longest of six signs typed."""

    click: float
    sign: float


def measure(site: Path, rounds: int) -> Waits:
    """Use the built site with many policies in its index, and one of many articles; of ``rounds`` the best counts.

    Raises:
        BuildFailed: the site of articles was not built.
        ServerFault: nginx did not start.
    """
    with tempfile.TemporaryDirectory(prefix="topic-bench-") as name, sync_playwright() as playwright:
        program = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        ours = lay_out_ours(Path(name, "ours"), articles(ARTICLES, term_ids()))
        build(ours)
        with _served(ours.output) as address:
            sign = _typing(browser, address, rounds)
        with _served(_with_many_policies(site, Path(name))) as address:
            click = _clicking(browser, address, rounds)
        browser.close()
    return Waits(click, sign)


def _served(site: Path) -> AbstractContextManager[str]:
    return served(site, urlsplit(root_url(site)).path or "/")


def _typing(browser: Browser, address: str, rounds: int) -> float:
    with browser.new_context(viewport=_PHONE) as context:
        page = context.new_page()
        page.goto(f"{address}search/?q={_TYPED[0][:2]}")
        page.wait_for_selector("[data-search-hits]:not([aria-busy]) li")
        _slow_down(page)
        taken: list[list[float]] = [[page.evaluate(_TYPE, text) for text in _TYPED] for _ in range(rounds)]
    best: list[float] = [min(times) for times in zip(*taken, strict=True)]
    return max(best)


def _clicking(browser: Browser, address: str, rounds: int) -> float:
    with browser.new_context(viewport=_PHONE) as context:
        page = context.new_page()
        page.goto(f"{address}policies/")
        page.wait_for_function(
            "(count) => document.querySelector('[data-policies-status]').textContent.includes(count)", arg=str(POLICIES)
        )
        _slow_down(page)
        taken: list[list[float]] = [page.evaluate(_CLICK, _CLICKS) for _ in range(rounds)]
    return min(statistics.median(times) for times in taken)


def _slow_down(page: Page) -> None:
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})


def _with_many_policies(site: Path, folder: Path) -> Path:
    """A copy of the built site whose index of policies holds many made-up ones."""
    copy = shutil.copytree(site, folder / "policies")
    (file,) = (copy / "assets").glob("policies-*.json")
    many = policies(json.loads(file.read_text("utf-8")), POLICIES)
    file.write_text(json.dumps(many, ensure_ascii=False, separators=(",", ":")), "utf-8")
    return copy


def sentence(waits: Waits) -> str:
    """The result in Chinese, a loss like a win."""
    return "\n".join(
        f"{what}：{taken:.0f} 毫秒（预算 {budget} 毫秒，{'达标' if taken <= budget else '超出'}；处理器慢 {SLOWDOWN} 倍）"
        for what, taken, budget in (
            (f"{POLICIES} 份政策里点一个筛选条件", waits.click, CLICK_MS),
            (f"{ARTICLES} 篇稿件里每输入一个字", waits.sign, SIGN_MS),
        )
    )
