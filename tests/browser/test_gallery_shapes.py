"""How single scenes of a gallery fill screens: rows of stations, films, pictures side by side."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser.galleries import LYING, SCREENS, gallery_urls, kinds_of, scene_of, show, shown
from tests.browser.pages import until

WIDE = {"laptop": (1280, 800), "desktop": (1440, 900), "large": (1920, 1080), "square": (1024, 768)}


@pytest.mark.parametrize("screen", WIDE)
@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_no_station_of_a_line_stands_alone_in_a_row(
    browser: Browser, address: str, built_site: Path, screen: str, script: bool
) -> None:
    rows_of = """(id) => {
      const tops = [...document.querySelectorAll(`#${id} .stations__item`)].map((each) => Math.round(each.getBoundingClientRect().top));
      const rows = [...new Set(tops)].map((top) => tops.filter((each) => each === top).length);
      return rows;
    }"""
    seen = 0
    for url in gallery_urls(built_site):
        scenes = [at for at, kind in enumerate(kinds_of(built_site, url), 1) if kind in ("timeline", "route")]
        width, height = WIDE[screen]
        with shown(
            browser, address + url, java_script_enabled=script, is_mobile=False, has_touch=False,
            viewport={"width": width, "height": height},
        ) as page:  # fmt: skip
            for number in scenes:
                rows = page.evaluate(rows_of, f"s{number}")
                assert max(rows) - min(rows) <= 1 and (len(rows) == 1 or min(rows) > 1), (url, number, rows)
                seen += 1
    assert seen


@pytest.mark.parametrize("screen", [*SCREENS, "lying"])
def test_a_film_has_its_own_shape_in_the_middle(browser: Browser, address: str, built_site: Path, screen: str) -> None:
    url, number = scene_of(built_site, "video")
    width, height = SCREENS.get(screen, LYING)
    with shown(browser, address + url, viewport={"width": width, "height": height}, reduced_motion="reduce") as page:
        show(page, number)
        until(page, "(id) => document.querySelector(`#${id} video`).clientHeight > 150", f"s{number}")
        found = page.evaluate(
            """(id) => {
              const film = document.querySelector(`#${id} video`), box = film.getBoundingClientRect();
              const frame = film.closest(".scene__frame").getBoundingClientRect();
              return [box.width / box.height * film.getAttribute("height") / film.getAttribute("width"),
                box.left + box.width / 2 - frame.left - frame.width / 2, box.height];
            }""",
            f"s{number}",
        )
        assert abs(found[0] - 1) < 0.01 and found[2] > height * 0.35, found
        assert screen == "lying" or abs(found[1]) < 2, found  # there it stands in the right half


LAST_LINES = """() => {
  const found = [];
  const each = ".scene__text p, .scene__text li, .scene__source, .stations__text, .stations__label, .scene__summary, .scene .clause, .said__words p, .quiz__words";
  for (const element of document.querySelectorAll(each)) {
    const range = document.createRange(), walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), lines = [];
    let bottom = -Infinity;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) for (let at = 0; at < node.data.length; at++) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = range.getClientRects()[0];
      if (!box || !box.width) continue;
      if (box.bottom - bottom > 8) lines.push("");
      bottom = Math.max(bottom, box.bottom);
      lines[lines.length - 1] += node.data[at];
    }
    const alone = lines.length > 1 && lines[lines.length - 1].replace(/[，。；：！？、”]/g, "").length < 2;
    const parted = lines.some((line, at) => /\\d$|\\d[年月]$/.test(line) && /^[\\d年月日]/.test(lines[at + 1] || ""));
    if (alone || parted) found.push(lines.join("|"));
  }
  return found;
}"""


@pytest.mark.parametrize("screen", SCREENS)
def test_no_last_line_has_one_character_and_no_date_two_lines(
    browser: Browser, address: str, built_site: Path, screen: str
) -> None:
    for url in gallery_urls(built_site):
        with shown(browser, address + url, screen, reduced_motion="reduce") as page:
            assert page.evaluate(LAST_LINES) == [], url
