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
from pathlib import Path
from typing import Any

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from benchmark.corpus import articles
from benchmark.peers import lay_out_ours, term_ids
from playwright.sync_api import Browser, Page
from tests.browser.test_pages import RULES
from tests.conftest import PROJECT, run

pytestmark = pytest.mark.browser

ARTICLES = 1000
CASES = 300
# What of an entry's page is the entry's own: frame and links to others are not.
TEXT = """async (urls) => {
  const own = [".entry__title", ".entry__kicker span:not(.entry__label)", ".entry__subtitle", ".entry__summary", ".prose",
    ".facts__value", ".steps__item", ".results__label", ".results__source", ".checklist li", ".faq__question",
    ".faq__answer", ".glance dd", ".video__transcript p"].join(", ");
  const block = /^(P|LI|UL|OL|H[1-6]|T[HDR]|TABLE|THEAD|TBODY|DT|DD|DL|DIV|FIGURE|FIGCAPTION|BLOCKQUOTE|PRE|HR|BR|SUMMARY)$/;
  const read = (node) => {
    if (node.nodeType === 3) return node.data;
    if (node.nodeType !== 1 || node.matches("sup, .status, .footnote-backref")) return "";
    const inner = [...node.childNodes].map(read).join("");
    return block.test(node.tagName) ? `\\n${inner}\\n` : inner;
  };
  const found = {};
  for (const url of urls) {
    const page = new DOMParser().parseFromString(await (await fetch(url)).text(), "text/html");
    const parts = [...page.querySelectorAll(own)].map(read).filter((text) => text.trim() !== "来源未标注");
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


def texts(page: Page, site: str, count: int = 10_000) -> dict[str, str]:
    """What each entry's page says, by address."""
    every = page.evaluate(
        """async ([site]) => {
          const root = await (await fetch(document.querySelector("[data-index]").dataset.index)).json();
          const urls = [];
          for (const part of root.parts) {
            const { days } = await (await fetch(`${site}${part.path}entries.json`)).json();
            for (let pack = 0; pack * 4 < days.length; pack += 1) {
              urls.push(...(await (await fetch(`${site}${part.path}t${pack}.json`)).json()).map(({ url }) => url));
            }
          }
          return urls;
        }""",
        [site],
    )
    urls = random.Random(3).sample(sorted(every), min(count, len(every)))
    found: dict[str, str] = page.evaluate(TEXT, [site + url for url in urls])
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


@pytest.mark.parametrize("seed", [1, 2])
def test_every_run_finds_its_pages_and_no_other(page: Page, address: str, seed: int) -> None:
    page.goto(f"{address}search/")
    said = texts(page, address)
    assert len(said) > 80
    questions = cut_runs(said, CASES, seed)
    for question, found in zip(questions, find(page, address, questions), strict=True):
        expected = {url for url, text in said.items() if question in text}
        assert set(found) == expected and len(found) == len(expected), question


def test_the_law_holds_in_a_thousand_articles(page: Page, corpus: str) -> None:
    page.goto(f"{corpus}search/")
    said = texts(page, corpus)
    assert len(said) == ARTICLES
    questions = cut_runs(said, CASES, 4)
    # and runs that cross a border of sentences, which no page holds as one
    broken = [f"{one[-2:]}{other[:2]}" for one, other in zip(questions, questions[1:], strict=False)]
    questions += broken
    for question, found in zip(questions, find(page, corpus, questions), strict=True):
        expected = {url for url, text in said.items() if question in text}
        assert set(found) == expected, question
