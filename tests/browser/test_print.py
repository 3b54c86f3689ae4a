"""On paper: a report with head, numbers, source and address; whole, black on white, from every mode."""

import subprocess
from datetime import datetime
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser
from tests.browser.pages import ARTICLE, EXPLAINER, FEATURE
from tests.browser.test_elder import CHOSEN

from zhuanti.settings.moment import CHINA

pytestmark = pytest.mark.browser

DARK = "localStorage.setItem('zhuanti-theme', 'dark')"
ROOT = "https://zhuanti.example.cn/zhizaoye/"


def printed(browser: Browser, url: str, folder: Path, *scripts: str, awaited: str = "main") -> list[str]:
    """The text of every sheet, printed once ``awaited`` is there; ``folder/page.pdf`` is what was printed."""
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        for script in scripts:
            context.add_init_script(script)
        page = context.new_page()
        page.goto(url, wait_until="load")
        page.locator(awaited).first.wait_for()
        page.pdf(path=folder / "page.pdf", prefer_css_page_size=True)
    text = subprocess.run(
        ["pdftotext", "-layout", "page.pdf", "-"], cwd=folder, capture_output=True, text=True, check=True
    ).stdout
    return text.split("\f")[:-1]


def test_a_list_says_of_what_day_it_is_and_draws_no_controls(browser: Browser, address: str, tmp_path: Path) -> None:
    text = "".join(
        "".join(printed(browser, f"{address}policies/?level=county", tmp_path, awaited=".policy-page__chip")).split()
    )
    today = datetime.now(CHINA)
    assert f"打印{today.year}年{today.month}月{today.day}日" in text
    assert "区县级" in text and "排序" not in text and "CSV" not in text


def test_a_comparison_begins_on_the_first_sheet(browser: Browser, address: str, tmp_path: Path) -> None:
    """A table that may not break would leave nothing there but its heading."""
    three = "sample-first-loan,sample-loan-interest,sample-digital-diagnosis"
    first, *others = printed(browser, f"{address}policies/compare/?p={three}", tmp_path, awaited=".compare__table")
    assert "适用对象" in first and "申报条件" in first
    assert others and all("数字化诊断" in sheet for sheet in others[:1]), "names of the policies stand on every sheet"


def test_article_is_a_report(browser: Browser, address: str, tmp_path: Path) -> None:
    sheets = printed(browser, address + ARTICLE, tmp_path)
    assert len(sheets) > 1
    for number, sheet in enumerate(sheets, 1):
        assert f"第{number}页/共{len(sheets)}页" in "".join(sheet.split())
    title = "阳谷莘县高唐各有一个国家级产业集群"
    assert all(sheet.split("\n")[0].strip().startswith(title) for sheet in sheets[1:])
    text = "".join("".join(sheets).split())
    assert f"网址{ROOT}{ARTICLE}" in text
    assert "来源山东商报·山海新闻" in text
    assert "（http://www.subaoxw.com/html/" in text
    # links within the site lead nowhere from paper, and the frame stays on the screen
    assert "（../" not in text
    for word in ("长辈版", "深色", "朗读", "本文目录", "看大图", "相关内容", "跳到正文"):
        assert word not in text, word
    sizes = subprocess.run(["pdfinfo", tmp_path / "page.pdf"], capture_output=True, text=True, check=True).stdout
    assert "(A4)" in sizes


def test_what_is_folded_on_the_screen_is_printed(browser: Browser, address: str, tmp_path: Path) -> None:
    text = "".join("".join(printed(browser, address + EXPLAINER, tmp_path)).split())
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(address + EXPLAINER)
        answers = page.locator(".faq__answer").all_text_contents()
    assert len(answers) > 1
    for answer in answers:
        assert "".join(answer.split())[:20] in text


@pytest.mark.parametrize("url", ["", "policies/", "cases/zhoucheng-chanye/", "about/"])
def test_every_page_says_where_it_stands(browser: Browser, address: str, tmp_path: Path, url: str) -> None:
    text = "".join("".join(printed(browser, address + url, tmp_path)).split())
    assert f"网址{ROOT}{url}" in text


def test_is_black_on_white_from_dark_and_elder_mode(browser: Browser, address: str, tmp_path: Path) -> None:
    sheets = printed(browser, address + FEATURE, tmp_path, DARK, CHOSEN)
    subprocess.run(["pdftoppm", "-r", "20", "-gray", "page.pdf", "sheet"], cwd=tmp_path, check=True)
    images = sorted(tmp_path.glob("sheet*"))
    assert len(images) == len(sheets)
    for path in images:
        with Image.open(path) as image:
            corners = [image.getpixel((x, y)) for x in (0, image.width - 1) for y in (0, image.height - 1)]
            # the second sheet is text alone
            shares = image.histogram()
        assert corners == [255] * 4
        if path == images[1]:
            assert sum(shares[250:]) > 0.6 * image.width * image.height
