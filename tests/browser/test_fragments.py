"""A fragment in the middle of other people's pages: in every encoding, at every width, against every reset."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

FRAGMENTS = (
    "front",
    "columns/in-action",
    "policies",
    "cases/park-circuit",
    "galleries/sample-one-bearing",
    "policies/match",
)
RESETS = "* { margin: 30px !important; color: red !important; font-size: 40px !important; float: left !important; width: 50px !important; }"


def page_in(encoding: str, fragment: bytes, style: str = "") -> bytes:
    head = f'<meta charset="{encoding}"><style>{style}</style><title>首页</title><h1>本地新闻</h1><div id="place">'
    return head.encode(encoding) + fragment + "</div><p>页脚</p>".encode(encoding)


@pytest.mark.parametrize("path", FRAGMENTS)
def test_the_same_bytes_read_the_same_in_pages_of_every_encoding(
    browser: Browser, built_site: Path, path: str, tmp_path: Path
) -> None:
    folder = built_site / "embed/v1" / path
    fragment = (folder / "fragment.html").read_bytes()
    titles = [item["title"] for item in json.loads((folder / "fragment.json").read_bytes())["items"]]
    told: dict[str, str] = {}
    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/media/**", lambda route: route.abort())
        for encoding in ("utf-8", "gbk", "gb18030"):
            (tmp_path / f"{encoding}.html").write_bytes(page_in(encoding, fragment))
            page.goto((tmp_path / f"{encoding}.html").as_uri())
            assert page.evaluate("document.characterSet").lower() == encoding
            told[encoding] = page.evaluate("document.querySelector('#place').textContent")
    assert told["utf-8"] == told["gbk"] == told["gb18030"]
    assert all(title in told["gbk"] for title in titles)


@pytest.mark.parametrize("path", FRAGMENTS)
@pytest.mark.parametrize("width", [220, 360, 768, 1200])
def test_a_page_s_resets_do_not_reach_into_a_fragment(
    browser: Browser, built_site: Path, path: str, width: int
) -> None:
    """Every box as it would be alone; nothing sticks out."""
    fragment = (built_site / "embed/v1" / path / "fragment.html").read_bytes().decode()
    looks = """() => [...document.querySelectorAll('#place *')].map((element) => { const { width, height } = element.getBoundingClientRect();
      const { fontSize, float, display } = getComputedStyle(element); return [element.tagName, width, height, fontSize, float, display]; })"""
    found = []
    with browser.new_context(viewport={"width": width + 40, "height": 800}) as context:
        page = context.new_page()
        page.route("**/media/**", lambda route: route.abort())
        for style in ("", RESETS):
            page.set_content(
                f"<!doctype html><style>{style}</style><div id='place' style='width:{width}px!important;margin:0!important;float:none!important'>{fragment}</div>"
            )
            found.append(page.evaluate(looks))
            assert page.evaluate("document.querySelector('#place').scrollWidth") <= width
    assert found[0] == found[1] and len(found[0]) > 3
