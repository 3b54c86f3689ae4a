"""A gallery on paper: every scene, every picture, no sheet wasted."""

import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser.galleries import gallery_urls, scene_of, shown


def printed(folder: Path) -> list[str]:
    """The words of every sheet, without spaces."""
    text = subprocess.run(
        ["pdftotext", "-layout", "page.pdf", "-"], cwd=folder, capture_output=True, text=True, check=True
    ).stdout
    return ["".join(sheet.split()) for sheet in text.split("\f")[:-1]]


@pytest.mark.parametrize("screen", ["phone", "desktop"])
def test_scenes_are_printed_in_their_order_and_share_sheets(
    browser: Browser, address: str, built_site: Path, tmp_path: Path, screen: str
) -> None:
    for url in gallery_urls(built_site):
        with shown(browser, address + url, screen, is_mobile=False) as page:
            names: list[str] = page.evaluate("""[...document.querySelectorAll("[data-scene]")]
              .map((scene) => document.getElementById(scene.getAttribute("aria-labelledby")))
              .map((head) => head.matches(".hidden-visually") ? "" : head.textContent)""")
            page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
        sheets = printed(tmp_path)
        assert len(sheets) <= len(names) * 2 / 3, url
        joined, position = "".join(sheets), 0
        for name in names:
            position = joined.find("".join(name.split()), position)
            assert position >= 0, (url, name)
        for word in ("暂停动效", "长辈版", "下一屏", "复制链接", "看答案", "左右拖动"):
            assert word not in joined, word


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_pictures_nobody_has_scrolled_to_are_printed(
    browser: Browser, address: str, built_site: Path, tmp_path: Path, script: bool
) -> None:
    for url in gallery_urls(built_site):
        with shown(browser, address + url, "desktop", java_script_enabled=script) as page:
            page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
            wanted = page.evaluate("document.querySelectorAll('.scene picture > img').length")
            wanted -= page.evaluate("document.querySelectorAll('.end__cards picture > img').length")
        lines = subprocess.run(
            ["pdfimages", "-list", "page.pdf"], cwd=tmp_path, capture_output=True, text=True, check=True
        ).stdout.splitlines()[2:]
        found = {line.split()[10] for line in lines if line.split()[2] == "image" and int(line.split()[3]) > 300}
        assert len(found) == wanted, (url, len(found), wanted)


@pytest.mark.parametrize("kind", ["steps", "route"])
def test_steps_and_stations_keep_their_numbers_on_paper(
    browser: Browser, address: str, built_site: Path, tmp_path: Path, kind: str
) -> None:
    url, number = scene_of(built_site, kind)
    with shown(browser, address + url, "desktop") as page:
        items: list[str] = page.locator(f"#s{number} .stations__item").all_inner_texts()
        page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    joined = "".join(printed(tmp_path))
    for at, item in enumerate(items, 1):
        assert f"{at}.{''.join(item.split())[:8]}" in joined, item
