"""The judge of barriers itself: it speaks where there are some, in each group of rules."""

import pytest
from playwright.sync_api import Browser
from tests.browser.accessibility import RULES, RULES_OF_COLOUR, barriers

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><html lang="zh-Hans"><title>页面</title><main><h1>标题</h1>{}</main>"""


@pytest.mark.parametrize(
    ("rule", "rules", "also", "markup"),
    [
        ("image-alt", RULES, (), '<img src="data:,">'),
        ("heading-order", RULES, (), "<h3>跳级</h3>"),
        ("color-contrast", RULES_OF_COLOUR, (), '<p style="color:#999;background:#fff">颜色太浅的一段话</p>'),
        (
            "color-contrast-enhanced",
            RULES,
            ("color-contrast-enhanced",),
            '<p style="color:#666;background:#fff">颜色太浅的一段话</p>',
        ),
    ],
)
def test_a_barrier_is_told_with_its_element(
    browser: Browser, rule: str, rules: tuple[str, ...], also: tuple[str, ...], markup: str
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.set_content(PAGE.format("<p>好的一段。</p>"))
        assert barriers(page, rules, also) == []
        page.set_content(PAGE.format(markup))
        (found,) = barriers(page, rules, also)
    assert found[0] == rule and len(found[1]) == 1
