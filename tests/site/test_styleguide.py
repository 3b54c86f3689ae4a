"""The style guide: every component shows itself, the page is valid, and only a preview has it."""

from pathlib import Path

import html5lib
import pytest
from tests.conftest import PROJECT

from zhuanti.site.styleguide import styleguide_page
from zhuanti.site.theme import THEME

NS = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="module")
def text(preview_site: Path) -> str:
    return (preview_site / "styleguide/index.html").read_text("utf-8")


def test_every_component_with_a_template_has_examples() -> None:
    shown = {component.id for component in styleguide_page().view.components}  # type: ignore[attr-defined]
    drawn = {file.parent.name for file in THEME.glob("components/*/template.html")}
    parts = {"card"}  # the parts of cards are shown by the cards
    assert drawn - parts <= shown


def test_the_page_is_valid_and_no_id_is_used_twice(text: str) -> None:
    tree = html5lib.HTMLParser(strict=True).parse(text)
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert [id for id in ids if ids.count(id) > 1] == []
    for component in styleguide_page().view.components:  # type: ignore[attr-defined]
        assert f"{component.id}-examples" in ids


def test_the_list_of_components_leads_to_each_of_them(text: str) -> None:
    tree = html5lib.parse(text)
    ids = {element.get("id") for element in tree.iter()}
    (listed,) = (element for element in tree.iter(f"{NS}ul") if element.get("class") == "guide__list")
    targets = {link.get("href", "").removeprefix("#") for link in listed.iter(f"{NS}a")}
    assert {component.id + "-examples" for component in styleguide_page().view.components} < targets <= ids  # type: ignore[attr-defined]


def test_a_built_site_has_no_style_guide(built_site: Path) -> None:
    assert not (built_site / "styleguide").exists()
    assert not list(built_site.glob("assets/styleguide*"))
    assert "styleguide" not in (PROJECT / "mkdocs.yml").read_text("utf-8")
