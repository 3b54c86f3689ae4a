"""A fragment in the middle of other people's pages: in every encoding, at every width, against every reset."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

FRAGMENTS = (
    "front",
    "front/lead",
    "front/numbers",
    "columns/in-action",
    "policies",
    "cases/park-circuit",
    "galleries/sample-one-bearing",
    "policies/match",
)
# what pages are known to set for everything, and elders of a house for every paragraph
RESETS = {
    "margin": "30px", "padding": "9px", "border": "3px solid", "border-radius": "9px", "background": "red",
    "box-shadow": "0 0 9px", "float": "left", "clear": "both", "position": "relative", "transform": "rotate(5deg)",
    "display": "inline-block", "width": "50px", "height": "9px", "min-width": "90px", "max-width": "99px",
    "min-height": "99px", "max-height": "200px", "overflow": "hidden", "box-sizing": "content-box", "font-size": "40px",
    "font-weight": "900", "font-style": "italic", "font-variant": "small-caps", "line-height": "3", "letter-spacing": "9px",
    "word-spacing": "9px", "text-align": "right", "text-indent": "2em", "text-transform": "uppercase",
    "text-decoration": "line-through", "text-shadow": "0 0 9px", "vertical-align": "super", "white-space": "nowrap", "word-break": "break-all",
    "list-style": "square inside", "opacity": ".2",
}  # fmt: skip


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
    """Every box and every property as it would be alone; nothing sticks out."""
    fragment = (built_site / "embed/v1" / path / "fragment.html").read_bytes().decode()
    looks = """(names) => [...document.querySelectorAll('#place *')].map((element) => { const { width, height } = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      return [element.tagName, width, height, ...names.map((name) => `${name}: ${style.getPropertyValue(name)}`)]; })"""
    hostile = "".join(f"{name}:{value}!important;" for name, value in RESETS.items())
    found = []
    with browser.new_context(viewport={"width": width + 40, "height": 800}) as context:
        page = context.new_page()
        page.route("**/media/**", lambda route: route.abort())
        for style in ("", f"#place *, #place :hover {{ {hostile} }}"):
            page.set_content(
                f"<!doctype html><style>{style}</style><div id='place' style='width:{width}px'>{fragment}</div>"
            )
            found.append(page.evaluate(looks, list(RESETS)))
            assert page.evaluate("document.querySelector('#place').scrollWidth") <= width
    assert found[0] == found[1] and len(found[0]) > 3


@pytest.mark.parametrize(("width", "beside"), [(220, False), (360, False), (768, True), (1200, True)])
def test_a_tall_picture_takes_no_more_than_its_share_and_lies_under_no_words(
    browser: Browser, built_site: Path, width: int, beside: bool
) -> None:
    fragment = (built_site / "embed/v1/galleries/sample-one-bearing/fragment.html").read_bytes().decode()
    with browser.new_context(viewport={"width": width + 40, "height": 800}) as context:
        page = context.new_page()
        page.route(
            "**/media/**", lambda route: route.fulfill(path=built_site / "media" / route.request.url.rsplit("/", 1)[1])
        )
        page.set_content(f"<!doctype html><div style='width:{width}px'>{fragment}</div>", wait_until="load")
        picture, words = (
            page.locator("img").bounding_box(),
            page.locator("img ~ *, div:has(> img) + div").bounding_box(),
        )
    assert picture and words and picture["height"] == pytest.approx(min(320, picture["width"] * 16 / 9), abs=1)
    assert (words["x"] >= picture["x"] + picture["width"]) == beside
    assert beside or words["y"] >= picture["y"] + picture["height"]
