"""Python writes the index and a browser reads it: both must read every text alike."""

import functools
import http.server
import json
import random
import threading
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page
from tests.conftest import PROJECT

from zhuanti.outlets.search.documents import Document
from zhuanti.outlets.search.parts import index, parts
from zhuanti.outlets.search.root import root
from zhuanti.outlets.search.units import OPEN, RULES, folded, runs

pytestmark = pytest.mark.browser

CASES: list[dict[str, Any]] = yaml.safe_load((PROJECT / "tests/cases/search/questions.yml").read_text("utf-8"))
_SIGNS = f"强市制造业々〇𫟹aZé9０５Ａｂ ，。、（）\n—-_./:&%“”·{OPEN}〕]）＋"


def document(number: int, title: str, body: str) -> Document:
    url = f"cases/{number}/"
    return Document(url, title, "", body, "case", "案例", "", (), "", "", (), (), False, "")


@pytest.fixture(scope="module")
def reader(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page that holds the engine, and an index of the cases in several parts."""
    folder = tmp_path_factory.mktemp("reading")
    engine = "\n".join(f.read_text("utf-8") for f in sorted((PROJECT / "hooks/theme/alone/search").glob("*.js")))
    (folder / "search.js").write_text(engine, "utf-8")
    (folder / "index.html").write_text("<!doctype html><title>x</title>", "utf-8")
    made = parts([document(n, "无题", case["text"]) for n, case in enumerate(CASES)], size=3)
    assert len(made) > 2
    first = root(made)
    files = {"root.json": first.content} | {name: data for part in made for name, data in index(part).items()}
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        assert isinstance(data, bytes)
        (folder / name).write_bytes(data)
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with browser.new_context() as context:
            page = context.new_page()
            page.goto(f"http://127.0.0.1:{server.server_port}/")
            page.evaluate("""async () => {
              window.engine = await import("./search.js");
              window.held = await engine.openIndex("root.json", new URL(".", location).href);
            }""")
            yield page
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.mark.parametrize("number", range(len(CASES)), ids=lambda number: CASES[number]["text"][:12])
def test_a_question_finds_what_it_should(reader: Page, number: int) -> None:
    case = CASES[number]
    questions = [str(question) for question in (*case["finds"], *case["misses"])]
    found: list[list[str]] = reader.evaluate(
        """(questions) => Promise.all(questions.map(async (question) => {
          const { hits } = await held.find(held.phrases(question));
          return Promise.all(hits.map(async (hit) => (await hit.shown()).url));
        }))""",
        questions,
    )
    hit = {question for question, urls in zip(questions, found, strict=True) if f"cases/{number}/" in urls}
    assert hit == set(map(str, case["finds"]))


def test_both_sides_cut_a_text_alike(reader: Page) -> None:
    dice = random.Random(7)
    texts = ["".join(dice.choices(_SIGNS, k=dice.randint(0, 40))) for _ in range(2000)]
    theirs = reader.evaluate(
        """([texts, rules]) => {
          const { units } = engine.unitReader(rules);
          return texts.map((text) => units(text).map(({ unit, touches }) => [unit, touches]));
        }""",
        [texts, RULES],
    )
    for text, cut in zip(texts, theirs, strict=True):
        ours: list[list[object]] = []
        for units, chinese, touches in runs(folded(text)):
            for place, unit in enumerate(units if chinese else [units]):
                ours.append([unit, touches or place > 0])
        assert cut == ours, json.dumps(text, ensure_ascii=False)


def test_a_piece_shows_the_words_it_was_found_by(reader: Page) -> None:
    text = "甲" * 300 + "，轴承小镇。" + "乙" * 300 + "。这里说保持器和轴承，" + "丙" * 300
    parts = reader.evaluate(
        """([text, question]) => engine.excerpt({ text, summary: "摘要" }, held.phrases(question), held.units)""",
        [text, "轴承 保持器"],
    )
    assert [part["text"] for part in parts if part["marked"]] == ["保持器", "轴承"]
    shown = "".join(part["text"] for part in parts)
    assert shown.startswith("这里说保持器") and shown.endswith("…") and len(shown) < 100


def test_a_hit_by_its_title_alone_shows_its_summary(reader: Page) -> None:
    parts = reader.evaluate(
        """() => engine.excerpt({ text: "正文", summary: "一句摘要。" }, held.phrases("标题"), held.units)"""
    )
    assert parts == [{"text": "一句摘要。", "marked": False}]
