"""oEmbed answers as WordPress shows them: what is left of them there appears, at its height, however late its script."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import html5lib
import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

SECRET = "abc123XYZ0"
ANSWERS = ("front", "columns/in-action", "policies/area/energy", "cases/park-circuit", "galleries/sample-one-bearing")
# What a WordPress page does with what a frame says (wp-includes/js/wp-embed.js of 6.x, in our own words).
LISTENS = """(secret) => {
  const frame = document.querySelector('iframe'), quotation = document.querySelector('blockquote');
  addEventListener('message', ({ source, data }) => {
    if (source !== frame.contentWindow || !data || data.secret !== secret) return;
    quotation.style.display = 'none';
    frame.removeAttribute('style');
    if (data.message === 'height') frame.height = Math.min(Math.max(parseInt(data.value, 10), 200), 1000);
  });
  frame.contentWindow.postMessage({ message: 'ready', secret }, '*');
}"""


def kept_by_wordpress(markup: str) -> str:
    """What ``wp_filter_oembed_result`` leaves of an unknown provider's markup, written anew from its elements."""
    tree = html5lib.parseFragment(markup, namespaceHTMLElements=False)
    quotation, frame = list(tree)
    (link,) = list(quotation)
    kept = ("width", "height", "title", "frameborder", "scrolling")
    attributes = " ".join(f'{name}="{frame.get(name)}"' for name in kept if frame.get(name))
    return (
        f'<blockquote class="wp-embedded-content" data-secret="{SECRET}"><a href="{link.get("href")}">{link.text}</a>'
        f'</blockquote><iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" '
        f'style="position: absolute; visibility: hidden;" src="{frame.get("src")}#?secret={SECRET}" '
        f'data-secret="{SECRET}" {attributes}></iframe>'
    )


@contextmanager
def pasted(browser: Browser, built_site: Path, address: str, path: str, width: int) -> Iterator[Page]:
    """A narrow theme's page in which an editor has put an address of the site."""
    answer = json.loads((built_site / f"oembed/{path}.json").read_bytes())
    markup = re.sub(r"https://[^\"]*?/embed/v1/", f"{address}embed/v1/", kept_by_wordpress(answer["html"]))
    with browser.new_context(viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        page.goto(f"{address}robots.txt")
        page.set_content(f"<!doctype html><style>body {{ margin: 0 }} iframe {{ max-width: 100% }}</style>{markup}")
        yield page


@pytest.mark.parametrize("width", [360, 768])
@pytest.mark.parametrize("path", ANSWERS)
def test_a_frame_appears_at_its_height_in_a_page_whose_script_comes_late(
    browser: Browser, built_site: Path, address: str, path: str, width: int
) -> None:
    with pasted(browser, built_site, address, path, width) as page:
        inside = page.frame_locator("iframe").locator("[data-embed]")
        inside.wait_for(state="attached")
        page.wait_for_timeout(300)
        page.evaluate(LISTENS, SECRET)
        page.locator("iframe:not([style])").wait_for()
        page.wait_for_timeout(300)
        tall = inside.evaluate("(content) => content.getBoundingClientRect().height")
        room = page.locator("iframe").evaluate("(frame) => frame.offsetHeight")
        assert 0 <= room - max(tall, 200) < 1
        assert page.locator("blockquote").is_hidden()


def test_a_page_without_wordpress_shows_no_frame_wider_than_its_column(
    browser: Browser, built_site: Path, address: str
) -> None:
    answer = json.loads((built_site / "oembed/columns/in-action.json").read_bytes())
    with browser.new_context(viewport={"width": 360, "height": 900}) as context:
        page = context.new_page()
        page.goto(f"{address}robots.txt")
        page.set_content(f"<!doctype html>{answer['html']}")
        assert page.locator("iframe").evaluate("(frame) => frame.offsetWidth") <= 344
