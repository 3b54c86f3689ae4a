"""Search as a reader meets it: the law of exact runs, the page, its budgets, and what it says when it cannot work.

The law: every run of two or more Chinese characters of any title, summary or body finds its pages, and no page
without the run is found. Cases are cut at random from the built pages, so they are what a reader can type.
"""

import functools
import gzip
import http.server
import random
import threading
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.accessibility import barriers, rules_in
from tests.browser.pages import until
from tests.conftest import run

from benchmark.corpus import articles
from benchmark.peers import lay_out_ours, term_ids

pytestmark = pytest.mark.browser

ARTICLES = 1000
CASES = 300
# What of an entry's page is the entry's own: frame and links to others are not.
TEXT = """async (urls) => {
  const own = [".entry__title", ".entry__kicker span:not(.entry__label)", ".entry__subtitle", ".entry__summary", ".prose",
    ".scene__title", ".scene__kicker span:not(:first-child)", ".scene__subtitle", ".scene__summary", ".scene__name",
    ".scene__text", ".stations__item", ".number", ".said", ".chart__table", ".group__caption", ".compare__label",
    ".sound__what", ".quiz__option", ".quiz__why", ".scene__source", ".facts__value", ".steps__item", ".results__label", ".results__value", ".results__source", ".checklist li", ".faq__question",
    ".faq__answer", ".glance dd", ".video__transcript p", ".versions__item--here .versions__changes li",
    ".rests__document > span:not(.rests__word)"].join(", ");
  const block = /^(P|LI|UL|OL|H[1-6]|T[HDR]|TABLE|THEAD|TBODY|DT|DD|DL|DIV|FIGURE|FIGCAPTION|BLOCKQUOTE|PRE|HR|BR|SUMMARY)$/;
  const read = (node) => {
    if (node.nodeType === 3) return node.data;
    if (node.nodeType !== 1 || node.matches("sup, button, .status, .glance__source, .footnote-backref, .zoom > .hidden-visually")) return "";
    const inner = [...node.childNodes].map(read).join("");
    return block.test(node.tagName) ? `\\n${inner}\\n` : inner;
  };
  const found = {};
  for (const url of urls) {
    const page = new DOMParser().parseFromString(await (await fetch(url)).text(), "text/html");
    const parts = [...page.querySelectorAll(own)].filter((e) => !e.closest("button") && e.textContent !== "接着看").map(read).filter((text) => text.trim() !== "来源未标注");
    found[url] = parts.join("\\n");
  }
  return found;
}"""
FIND = """async ([engine, index, root, questions]) => {
  const { openIndex } = await import(engine);
  const held = await openIndex(index, root);
  const found = [];
  for (const question of questions) {
    const { hits } = await held.find(held.phrases(question));
    found.push(await Promise.all(hits.map(async (hit) => (await hit.shown()).url)));
  }
  return found;
}"""


class _Compressing(http.server.SimpleHTTPRequestHandler):
    """Sends text as a server in earnest does; gzip at its usual level, so brotli would be less."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        data = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in (".html", ".css", ".js", ".json", ".svg"):
            data = gzip.compress(data, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
        self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site of a thousand generated articles."""
    peer = lay_out_ours(tmp_path_factory.mktemp("corpus") / "project", articles(ARTICLES, term_ids()))
    result = run(peer.project, "zhuanti", "build")
    assert result.returncode == 0, result.stdout + result.stderr
    handler = functools.partial(_Compressing, directory=str(peer.output))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        yield context.new_page()


def find(page: Page, site: str, questions: list[str]) -> list[list[str]]:
    """The addresses of the hits of each question, the fittest first."""
    page.goto(f"{site}search/")
    engine, index, root = (
        page.locator("[data-module~=search]").evaluate(f"(e) => new URL(e.dataset.{name}, document.baseURI).href")
        for name in ("engine", "index", "root")
    )
    found: list[list[str]] = page.evaluate(FIND, [engine, index, root, questions])
    return found


def texts(page: Page, site: str) -> dict[str, str]:
    """What each entry's page says, by address."""
    every = page.evaluate(
        """async ([site]) => {
          const root = await (await fetch(document.querySelector("[data-index]").dataset.index)).json();
          const urls = [];
          for (const part of root.parts) {
            const { texts } = await (await fetch(`${site}${part.path}entries.json`)).json();
            for (const name of texts) {
              urls.push(...(await (await fetch(`${site}search/texts-${name}.json`)).json()).map(({ url }) => url));
            }
          }
          return urls;
        }""",
        [site],
    )
    found: dict[str, str] = page.evaluate(TEXT, [site + url for url in every])
    return {url.removeprefix(site): text for url, text in found.items()}


def cut_runs(said: dict[str, str], count: int, seed: int) -> list[str]:
    """Runs of two to sixteen Chinese characters, from anywhere in the pages."""
    import re

    dice = random.Random(seed)
    runs = [run for url in sorted(said) for run in re.findall("[\u4e00-\u9fff]{2,}", said[url])]
    found = []
    for _ in range(count):
        run = dice.choice(runs)
        length = dice.randint(2, min(16, len(run)))
        start = dice.randint(0, len(run) - length)
        found.append(run[start : start + length])
    return found


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_every_run_finds_its_pages_and_no_other(page: Page, address: str, seed: int) -> None:
    page.goto(f"{address}search/")
    said = texts(page, address)
    assert len(said) > 80
    questions = cut_runs(said, CASES, seed)
    for question, found in zip(questions, find(page, address, questions), strict=True):
        expected = {url for url, text in said.items() if question in text}
        assert set(found) == expected and len(found) == len(expected), question


def test_the_law_holds_in_a_thousand_articles(page: Page, corpus: str) -> None:
    written = articles(ARTICLES, term_ids())
    said = {
        f"columns/in-action/{one.slug}/": f"{one.title}\n{one.summary}\n{one.body.replace('**', '')}" for one in written
    }
    questions = cut_runs(said, CASES, 4)
    # and runs that cross a border of sentences, which no page holds as one
    broken = [f"{one[-2:]}{other[:2]}" for one, other in pairwise(questions)]
    questions += broken
    for question, found in zip(questions, find(page, corpus, questions), strict=True):
        expected = {url for url, text in said.items() if question in text}
        assert set(found) == expected, question


def wire(page: Page) -> list[int]:
    """A list that grows by the bytes of everything the page fetches, as they go over the wire."""
    sizes: list[int] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    return sizes


def hits(page: Page) -> list[str]:
    """The titles in the list, once it has come to rest."""
    page.wait_for_selector("[data-search-hits]:not([aria-busy])", state="attached")
    until(page, "document.querySelector('[data-search-status]').textContent !== ''")
    return page.locator(".hit__title").all_inner_texts()


def status(page: Page) -> str:
    return page.locator("[data-search-status]").inner_text()


QUESTIONS = (
    "设备更新",
    "县城工业园的年轻的工程师核对了能耗台账",
    "绿色工厂 招商专员 新人上手更快了",
    "之517",
    "返工比上月少了",
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_first_question_and_the_next_cost_little(page: Page, corpus: str, question: str) -> None:
    """Over the wire at a thousand articles: the first with page, styles and engine; the contract allows 350 and 200 KB."""
    sizes = wire(page)
    page.goto(f"{corpus}search/?q={question}")
    assert hits(page)
    page.wait_for_load_state("networkidle")
    assert sum(sizes) <= 200_000
    for following in QUESTIONS:
        sizes.clear()
        page.locator("#q").fill(following)
        until(page, "(q) => new URLSearchParams(location.search).get('q') === q", arg=following)
        assert hits(page)
        page.wait_for_load_state("networkidle")
        assert sum(sizes) <= 120_000, following


def test_the_address_carries_the_question_and_the_way_back(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    page.locator("#q").fill("轴承")
    page.keyboard.press("Enter")
    everything = hits(page)
    page.locator("select[name=kind]").select_option("case")
    until(page, "location.search.includes('kind=case')")
    assert set(hits(page)) < set(everything)
    page.locator("select[name=sort]").select_option("date")
    until(page, "location.search.includes('sort=date')")
    days = [text.split()[-1] for text in page.locator(".hit__below").all_inner_texts()]
    assert days == sorted(days, reverse=True) and len(days) > 1
    before = hits(page)
    page.locator(".hit a").first.click()
    page.wait_for_selector(".found")
    page.go_back()
    assert hits(page) == before
    assert page.locator("select[name=kind]").input_value() == "case"
    page.go_back()
    until(page, "!location.search.includes('sort=date')")
    assert sorted(hits(page)) == sorted(before)
    page.go_back()
    until(page, "!location.search.includes('kind=case')")
    assert hits(page) == everything
    assert page.title().startswith("“轴承”的查找结果 · ")


def test_filters_say_how_many_they_hold(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=轴承")
    hits(page)
    for name in ("kind", "county", "year"):
        options = page.locator(f"select[name={name}] option").evaluate_all(
            "(all) => all.map((o) => [o.value, o.disabled, Number(o.textContent.match(/（(\\d+)）$/)[1])])"
        )
        assert any(held for value, _, held in options if value)
        for value, disabled, held in options:
            if not value:
                continue
            assert disabled == (held == 0)
            if held:
                page.locator(f"select[name={name}]").select_option(value)
                until(page, "([n, v]) => new URLSearchParams(location.search).get(n) === v", arg=[name, value])
                hits(page)
                assert status(page).startswith(f"找到 {held} 篇")
                page.locator(f"select[name={name}]").select_option("")
                until(page, "(n) => !location.search.includes(`${n}=`)", arg=name)
                hits(page)
                break


def test_the_keyboard_alone_is_enough(page: Page, corpus: str) -> None:
    page.goto(f"{corpus}search/")
    until(page, "document.activeElement.id === 'q'")
    page.keyboard.type("设备更新")
    assert len(hits(page)) == 10
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement === document.querySelector('.hit a')")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "q"
    page.locator("[data-search-more]").focus()
    page.keyboard.press("Enter")
    until(page, "document.querySelectorAll('.hit').length === 20")
    assert page.evaluate("document.activeElement === document.querySelectorAll('.hit a')[10]")
    title = page.locator(".hit__title").nth(10).inner_text()
    page.keyboard.press("Enter")
    page.wait_for_selector("h1")
    assert page.locator("h1").inner_text() == title
    page.go_back()
    until(page, "document.querySelectorAll('.hit').length === 20")


def test_marks_stand_in_title_and_excerpt_and_the_number_is_announced(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=轴承 保持器")
    hits(page)
    assert set(page.locator(".hit__mark").all_inner_texts()) == {"轴承", "保持器"}
    assert page.locator("[role=status]").inner_text().startswith("找到 ")


@pytest.mark.parametrize(
    ("question", "said", "advice"),
    [
        ("轴承太空城", "没有找到含有“轴承太空城”的内容。", "换个说法"),
        ("轴承 太空城", "没有找到同时含有“轴承”“太空城”的内容。", "本站没有出现过“太空城”"),
        ("轴承&kind=notice", "在选定的范围里没有找到“轴承”。", "不加筛选有"),
        ("轴", "请再输入一个字：单个汉字范围太大。", ""),
        ("——", "请输入要查的词语、数字或文号。", ""),
        ("轴承 业", "找到 ", "单个字“业”没有参加查找。"),
    ],
)
def test_what_was_not_found_is_said_with_a_way_on(
    page: Page, address: str, question: str, said: str, advice: str
) -> None:
    page.goto(f"{address}search/?q={question}")
    hits(page)
    assert status(page).startswith(said)
    assert advice in page.locator("[data-search-message]").inner_text() if advice else True
    if "kind" in question:
        page.get_by_role("button", name="去掉全部筛选").click()
        page.wait_for_selector(".hit")
    else:
        assert page.locator("[data-search-shelves]").is_visible() or said == "找到 "


def test_without_script_the_page_explains_itself_and_leads_on(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        page.goto(address)
        page.locator(".search-box input").fill("轴承")
        page.locator(".search-box button").click()
        assert page.url == f"{address}search/?q=%E8%BD%B4%E6%89%BF"
        assert "没有运行" in page.locator("noscript").inner_text()
        page.locator("[data-search-shelves] a", has_text="政策").first.click()
        assert page.locator("h1").inner_text() == "政策索引"


@pytest.mark.parametrize("refused", ["**/assets/search-*.js", "**/search/index-*.json", "**/entries.json"])
def test_an_engine_that_does_not_start_says_so(page: Page, address: str, refused: str) -> None:
    page.route(refused, lambda route: route.abort())
    page.goto(f"{address}search/?q=轴承")
    until(page, "document.querySelector('[data-search-status]').textContent.includes('没有启动')")
    assert page.locator("[data-search-shelves]").is_visible()
    assert page.locator("#q").input_value() == "轴承"


def test_a_file_that_does_not_come_is_said_and_asked_for_again(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    until(page, "document.activeElement.id === 'q'")
    page.route("**/i*.json", lambda route: route.abort())
    page.locator("#q").fill("轴承")
    until(page, "document.querySelector('[data-search-status]').textContent.includes('没有查成')")
    page.unroute("**/i*.json")
    page.keyboard.press("Enter")
    page.wait_for_selector(".hit")


def test_search_needs_no_leave_from_a_strict_policy(page: Page, address: str) -> None:
    policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'"
    faults: list[str] = []

    def strict(route: Any) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})

    page.route("**/search/?q=*", strict)
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto(f"{address}search/?q=轴承")
    page.wait_for_selector(".hit")
    assert faults == []


def test_a_hit_opens_its_article_with_the_words_marked(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=保持器 郑家镇")
    hits(page)
    page.locator(".hit a[href*='columns/'], .hit a[href*='cases/']").first.click()
    page.wait_for_selector(".found")
    marks = page.locator(".found__mark").all_inner_texts()
    assert set(marks) == {"保持器", "郑家镇"}
    assert page.locator(".found__mark").first.is_visible()
    assert page.evaluate("document.querySelector('.found__mark').getBoundingClientRect().top < innerHeight")
    assert barriers(page) == []
    before = page.locator(".entry").inner_text()
    page.emulate_media(media="print")
    assert not page.locator(".found").is_visible()
    page.emulate_media(media="screen")
    page.get_by_role("button", name="去掉标记").click()
    assert page.locator(".found__mark").count() == 0 and "#q" not in page.url
    assert page.locator(".entry").inner_text() == before


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", ["", "?q=轴承", "?q=轴承太空城", "?q=轴承&kind=notice"])
def test_the_search_page_shuts_nobody_out(browser: Browser, address: str, query: str, scheme: Any) -> None:
    with browser.new_context(viewport={"width": 320, "height": 700}, color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(f"{address}search/{query}")
        if query:
            hits(page)
            page.locator("[data-search-narrow]").evaluate("(e) => { e.open = true; }")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert barriers(page, rules_in(scheme)) == []


def test_nothing_moves_while_the_page_finds(page: Page, address: str) -> None:
    page.add_init_script("""window.moved = 0; new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.moved += entry.value;
    }).observe({ type: "layout-shift", buffered: true });""")
    for query in ("", "?q=轴承"):
        page.goto(f"{address}search/{query}", wait_until="networkidle")
        assert page.evaluate("window.moved") == 0, query
