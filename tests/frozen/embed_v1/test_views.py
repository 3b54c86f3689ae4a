"""Codes that newsrooms pasted keep working: what was promised of version 1 (views.yml) holds today.

These tests and their data are added to, never edited. Who must change what they hold makes a version 2 beside it.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import html5lib
import pytest
import yaml
from playwright.sync_api import Browser, Page

PROMISED = yaml.safe_load(Path(__file__).with_name("views.yml").read_text("utf-8"))


@pytest.mark.parametrize("address", PROMISED["addresses"])
def test_an_address_is_there(built_site: Path, address: str) -> None:
    assert (built_site / "embed/v1" / address).is_file()


@pytest.mark.parametrize("address", PROMISED["classes"])
def test_the_classes_of_a_view_are_there(built_site: Path, address: str) -> None:
    tree = html5lib.parse((built_site / "embed/v1" / address).read_text("utf-8"))
    found = {name for element in tree.iter() for name in (element.get("class") or "").split()}
    assert set(PROMISED["classes"][address]) <= found


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 1000, "height": 800}) as context:
        page = context.new_page()
        page.goto(f"{address}robots.txt")
        yield page


@pytest.mark.browser
def test_a_frame_answers_a_greeting_with_its_height(page: Page, address: str) -> None:
    words = PROMISED["messages"]
    page.evaluate(
        """(url) => { window.heard = []; addEventListener("message", ({ data }) => heard.push(data));
        document.body.innerHTML = `<iframe width="360" height="100" src="${url}"></iframe>`; }""",
        f"{address}embed/v1/columns/in-action/?count=6",
    )
    page.wait_for_function("heard.length === 1")
    page.evaluate("(hello) => frames[0].postMessage(hello, '*')", words["hello"])
    page.wait_for_function("heard.length === 2")
    assert page.evaluate("heard") == [words["ready"], words["height"]]


@pytest.mark.browser
@pytest.mark.parametrize("sample", PROMISED["codes"], ids=lambda sample: sample["name"])
def test_a_pasted_code_shows_its_view(page: Page, address: str, sample: dict[str, Any]) -> None:
    code = sample["code"].replace("{embed}", f"{address}embed/v1/")
    page.set_content(f'<div id="place" style="width:{sample["width"]}px">{code}</div>')
    page.wait_for_function("getComputedStyle(document.querySelector('iframe')).visibility === 'visible'")
    page.wait_for_function(f"document.querySelector('[data-zhuanti]:not(script)').offsetHeight === {sample['height']}")
    assert page.get_attribute("iframe", "src") == f"{address}embed/v1/{sample['shows']}"
    assert page.evaluate("[...document.querySelectorAll('#place a')].every((link) => !link.offsetParent)")
