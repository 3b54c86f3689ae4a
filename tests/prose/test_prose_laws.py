"""Laws of the prose room: what holds for every body, however it is written."""

import pickle
import re
from html import escape
from pathlib import Path

import html5lib
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from zhuanti.prose import ImageRef, LinkRef, Prose, engine, render

HOSTILE = (Path(__file__).parent.parent / "cases" / "prose" / "hostile.txt").read_text(encoding="utf-8").splitlines()
ELEMENTS = set(
    "div p h2 h3 h4 h5 h6 ul ol li blockquote pre code table thead tbody tr td th dl dt dd hr a b br cite del em i ins"  # noqa: SIM905
    " kbd mark q rp rt ruby s small strong sub sup u figure img".split()
)
ATTRIBUTES = {"href", "title", "rel", "class", "id", "start", "value", "src", "alt"}
TOKENS = re.compile("[\ufdd0-\ufdef]")

# The first Chinese heading loads the pinyin tables: no deadline per example.
UNHURRIED = settings(deadline=None)

# Text as it comes from a keyboard in a hurry: signs of Markdown, Chinese and Latin, in any order.
# fmt: off
SCRAPS = st.lists(
    st.sampled_from(
        [
            *"甲乙a1 \n\n*_~`<>[]()!#-+|.:：^{}\\&/\"'　（）［］｜＃＊，。",
            "**",
            "  ",
            "    ",
            "\n\n",
            "```",
            "~~~",
            "- ",
            "1. ",
            "<b>",
            "</b>",
            "<br>",
            "<!--",
            "-->",
            "http://a.cn",
            "[^1]",
            "[^1]: ",
            "![a](b.png)",
            "[a](b.md)",
            "!!! note\n",
            "&nbsp;",
            "{.lead}",
            "{#a}",
            "> ",
            "## ",
            "|-|-|",
            ": ",
            "\t",
            "一、",
            "①",
            "\u200b",
            "\x07",
            "\ufdd0",
            "[a]: ./b",
        ]
    ),
    max_size=40,
).map("".join)
# fmt: on


def resolved(segment: str | LinkRef | ImageRef) -> str:
    if isinstance(segment, str):
        return segment
    if isinstance(segment, LinkRef):
        return escape(segment.target)
    picture = f'<img src="{escape(segment.target)}" alt="{escape(segment.alt)}">'
    return f"<figure>{picture}</figure>" if segment.standalone else picture


def page(prose: Prose) -> str:
    return "".join(resolved(segment) for segment in prose.segments)


def made(body: str) -> Prose:
    return render(body, path="文.md")


def elements(prose: Prose) -> list[tuple[str, dict[str, str]]]:
    """The elements of the page, with their attributes; fails when the HTML has any error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree = parser.parseFragment(f"<div>{page(prose)}</div>")
    return [(element.tag, dict(element.attrib)) for element in tree.iter() if isinstance(element.tag, str)][1:]


def check_safe(prose: Prose) -> None:
    found = elements(prose)
    assert {name for name, _ in found} <= ELEMENTS
    identifiers = [attributes["id"] for _, attributes in found if "id" in attributes]
    assert len(identifiers) == len(set(identifiers))
    for _, attributes in found:
        assert set(attributes) <= ATTRIBUTES
        for name in ("href", "src"):
            target = re.sub(r"[\x00-\x20]", "", attributes.get(name, ""))
            scheme = re.match(r"([A-Za-z][\w+.-]*):", target)
            assert not scheme or scheme.group(1).lower() in {"http", "https", "mailto", "tel"}
    assert "<script" not in page(prose).lower()
    assert not TOKENS.search(page(prose) + prose.text)
    assert not re.search("[\u200b\u200c\u200d\ufeff\x00-\x08]", prose.text)


@UNHURRIED
@given(st.text())
def test_any_text_is_rendered(body: str) -> None:
    check_safe(made(body))


@settings(UNHURRIED, max_examples=400)
@given(SCRAPS)
@example("**<b>甲**</b>")
@example("[^1]\n\n[^1]: ```")
def test_any_markup_gives_clean_html(body: str) -> None:
    check_safe(made(body))


@pytest.mark.parametrize("vector", range(len(HOSTILE)))
def test_hostile_text_does_nothing(vector: int) -> None:
    line = HOSTILE[vector]
    for body in (
        line,
        f"甲{line}乙",
        f"- {line}",
        f"> {line}",
        f"| {line} | x |\n|---|---|\n| {line} | y |",
        f"## {line}",
    ):
        check_safe(made(body))


def test_hostile_text_all_together() -> None:
    assert len(HOSTILE) >= 60
    check_safe(made("\n".join(HOSTILE)))
    check_safe(made("\n\n".join(HOSTILE)))


# Letters that are no tag's name and no number of a list: whatever stands around them, they are seen. (What is
# written behind a fence names the language of the code; it is the one place where words are not shown.)
@settings(UNHURRIED, max_examples=600)
@given(
    st.lists(
        st.sampled_from(
            [*"甲乙kx*_~<>[]#-+|. \n　＃＊｜，", "**", "\n\n", "  ", "    ", "- ", "1. ", "> ", "## ", "|-|-|", "—|—"]
        ),
        max_size=40,
    )
    .map("".join)
    .filter(lambda body: "~~~" not in body)
)
def test_no_letter_is_lost(body: str) -> None:
    assert re.findall("[甲乙kx]", made(body).text) == re.findall("[甲乙kx]", body)


WORDS = st.text("聊城轴承制造业强市abcXYZ", min_size=1, max_size=8)
MARKS = st.sampled_from(["", "，", "。", "：", "“", "、"])
PIECES = st.one_of(
    WORDS.map(lambda word: (word, word)),
    WORDS.map(lambda word: (f"**{word}**", word)),
    WORDS.map(lambda word: (f"`{word}`", word)),
    WORDS.map(lambda word: (f"~~{word}~~", word)),
    WORDS.map(lambda word: (f'[{word}](../甲/x.md "题")', word)),
    WORDS.map(lambda word: (f"<{word}Q>", f"{word}Q")),
    WORDS.map(lambda word: (f"<u>{word}</u>", word)),
    WORDS.map(lambda word: (f"{word}<!-- 注 -->", word)),
    MARKS.map(lambda mark: (mark, "")),
)
RUNS = st.lists(PIECES, min_size=1, max_size=6).map(
    lambda pieces: ("首" + "".join(written for written, _ in pieces), "首" + "".join(seen for _, seen in pieces))
)


def block(shape: str, runs: list[tuple[str, str]]) -> tuple[str, str]:
    written, seen = [run[0] for run in runs], "".join(run[1] for run in runs)
    if shape == "list":
        return "\n".join(f"{'  ' * (index % 3)}- {text}" for index, text in enumerate(written)), seen
    if shape == "table":
        rows = "\n".join(f"| {text} | 乙 |" for text in written)
        return f"| 甲 | 乙 |\n|---|---|\n{rows}", "甲乙" + "".join(f"{run[1]}乙" for run in runs)
    if shape == "code":
        return "```\n" + "\n".join(written) + "\n```", "".join(written)
    prefix = {"quote": "> ", "heading": "## ", "indent": "    ", "manuscript": "　　", "number": "1. ", "item": "1、"}[
        shape
    ]
    return "\n".join(prefix + text for text in written), seen


BLOCKS = st.builds(
    block,
    st.sampled_from(["list", "table", "code", "quote", "heading", "indent", "manuscript", "number", "item"]),
    st.lists(RUNS, min_size=1, max_size=4),
)


@settings(UNHURRIED, max_examples=300)
@given(st.lists(BLOCKS, min_size=1, max_size=5), st.sampled_from(["\n", "\n\n"]))
def test_every_word_is_read_in_order(blocks: list[tuple[str, str]], between: str) -> None:
    prose = made(between.join(written for written, _ in blocks))
    letters = re.compile(r"[^\W\d]")
    seen = "".join(text for _, text in blocks)
    number = "".join(letters.findall(prose.text))
    assert number == "".join(letters.findall(seen))
    check_safe(prose)


@UNHURRIED
@given(st.lists(st.text("聊城轴承，。“”", min_size=1), min_size=1, max_size=6))
def test_no_gap_inside_chinese(lines: list[str]) -> None:
    assert made("首" + "\n".join(lines)).text == "首" + "".join(lines)


@UNHURRIED
@given(st.lists(st.text("甲a*_<>&`~[]()#|-. ｜　", max_size=20), max_size=6))
def test_code_is_left_alone(lines: list[str]) -> None:
    content = "".join(f"{line}\n" for line in lines)
    fence = "`" * 30
    html = page(made(f"文\n{fence}text\n{content}{fence}\n文"))
    found = re.search(r'<pre><code class="language-text">(.*?)</code></pre>', html, re.DOTALL)
    assert found and found.group(1) == escape(content, quote=False)


@UNHURRIED
@given(SCRAPS, SCRAPS)
def test_rendering_leaves_nothing_behind(body: str, other: str) -> None:
    first = render(body, path="文.md", note_prefix="a-")
    made(other)
    assert render(body, path="文.md", note_prefix="a-") == first
    assert pickle.loads(pickle.dumps(first)) == first


@UNHURRIED
@given(SCRAPS, st.integers(2, 500))
def test_places_follow_the_first_line(body: str, first_line: int) -> None:
    here, there = made(body), render(body, path="文.md", first_line=first_line)
    assert [p.place.line + first_line - 1 for p in here.problems] == [p.place.line for p in there.problems]
    count = len(re.split("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]", body))
    assert all(1 <= problem.place.line <= count for problem in here.problems)


def test_ids_of_headings_do_not_move() -> None:
    before = [heading.id for heading in made("## 做法\n\n文\n\n## 成效\n").headings]
    after = [heading.id for heading in made("## 背景\n\n## 做法\n\n文\n\n### 小结\n\n## 成效\n").headings]
    assert before == [after[1], after[3]]


def test_markup_too_deep_for_python_markdown_is_shown_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    def overflow(canonical: str, note_prefix: str) -> str:
        raise RecursionError

    monkeypatch.setattr(engine, "convert", overflow)
    prose = made("甲 **乙** <b>\n\n丙")
    assert page(prose) == "<p>甲 **乙** &lt;b&gt;</p>\n<p>丙</p>"
    assert [problem.code for problem in prose.problems if problem.code == "M40"] == ["M40"]


@pytest.mark.parametrize(
    "scrap", ["*a ", "_a ", "**a", "[", "[a](", "![a](", "`a``b", "<a ", "<!--", "> ", "http://", "|", "~~a "]
)
def test_long_runs_of_signs_are_read(scrap: str) -> None:
    check_safe(made(scrap * 3000))
