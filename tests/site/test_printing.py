"""Cards, posters and codes of the repository's own site, and when they are made."""

import os
import re
from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from tests.conftest import AT, PROJECT, copy_project, run
from tests.site.cases import lay_out

from zhuanti.images.cards.press import Press
from zhuanti.images.darkroom import Darkroom
from zhuanti.settings.moment import parse_moment
from zhuanti.settings.options import BuildOptions
from zhuanti.site.generate import Checked, check, generate
from zhuanti.site.writing import begin, finish

ROOT = "https://zhuanti.example.cn/zhizaoye/"
IMAGE = re.compile(r'<meta property="og:image" content="([^"]+)">\n<meta property="og:image:width" content="(\d+)">\n<meta property="og:image:height" content="(\d+)">')  # fmt: skip


@pytest.fixture(scope="module")
def content() -> Checked:
    kept = Path(os.environ["TOPIC_PICTURES"])
    darkroom = Darkroom(kept, making=False)
    return check(PROJECT, BuildOptions(parse_moment(AT)), None, darkroom=darkroom, press=Press(kept / "cards"))


def page(site: Path, url: str) -> str:
    return (site / url / "index.html").read_text("utf-8")


def test_every_entry_has_a_card_of_its_own_in_both_shapes(built_site: Path, content: Checked) -> None:
    seen: set[str] = set()
    for entry in content.content.library.entries:
        found = IMAGE.findall(page(built_site, entry.url))
        assert [(width, height) for _, width, height in found] == [("1200", "630"), ("500", "500")], entry.url
        for address, width, height in found:
            path = built_site / address.removeprefix(ROOT)
            assert path.stat().st_size < 100_000, path.name
            with Image.open(path) as image:
                assert image.size == (int(width), int(height))
            seen.add(address)
    assert len(seen) == 2 * len(content.content.library.entries)


@pytest.mark.parametrize("url", ["", "cases/", "policies/", "counties/"])
def test_pages_that_show_no_entry_share_the_card_of_the_site(built_site: Path, url: str) -> None:
    found = IMAGE.findall(page(built_site, url))
    assert [address for address, _, _ in found] == [address for address, _, _ in IMAGE.findall(page(built_site, ""))]
    assert all("/media/site-" in address for address, _, _ in found)


def test_the_code_on_every_poster_leads_to_its_entry_even_at_a_quarter_of_its_size(
    built_site: Path, content: Checked
) -> None:
    assert content.printing
    posters = {url: prints for url, prints in content.printing.of.items() if prints.poster}
    assert len(posters) > 40
    for url, prints in posters.items():
        assert prints.poster
        with Image.open(built_site / prints.poster.url) as image:
            small = image.convert("RGB").resize((270, 480), Image.Resampling.BILINEAR)
        stream = BytesIO()
        small.save(stream, "JPEG", quality=60)
        with Image.open(stream) as image:
            assert [code.text for code in zxingcpp.read_barcodes(image)] == [ROOT + url]
        assert (built_site / prints.qr).read_bytes().startswith(b"<svg")


def test_policies_and_events_link_their_poster(built_site: Path, content: Checked) -> None:
    assert content.printing
    for entry in content.content.library.of_kind("policy-document", "policy-explainer", "event"):
        poster = content.printing.of[entry.url].poster
        assert poster and poster.url in page(built_site, entry.url), entry.url
    assert 'class="poster"' not in page(built_site, content.content.library.of_kind("case")[0].url)


def test_nothing_is_printed_for_what_is_not_public(tmp_path: Path) -> None:
    project = lay_out(tmp_path / "project", {"content/events/a.md": HELD})
    found = check(project, BuildOptions(parse_moment("2023-01-01")), None, press=Press(tmp_path / "cards"))
    assert found.printing and set(found.printing.of) == {""}


HELD = """---
title: "还没到时间的活动"
date: 2030-01-01
source: {name: "甲日报"}
review: {first: 甲, second: 乙, final: 丙}
status: published
---

正文。
"""


def event(title: str) -> str:
    """One that took place."""
    return HELD.replace("2030", "2023").replace("还没到时间的活动", title)


def test_a_check_makes_no_cards_and_a_build_without_them_has_none(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "small", PROJECT / "tests/sites/another_city")
    assert run(project, "zhuanti", "check", TOPIC_PICTURES="pictures").returncode == 0
    assert not (project / "pictures/cards").exists()
    assert run(project, "zhuanti", "build", "--no-cards", TOPIC_PICTURES="pictures").returncode == 0
    assert not (project / "pictures/cards").exists()
    assert "og:image" not in page(project / "site", "columns/xianchang/diyipian")
    assert run(project, "zhuanti", "build", TOPIC_PICTURES="pictures").returncode == 0
    assert len(list((project / "pictures/cards").iterdir())) == 4  # the entry's two, and the site's
    assert len(IMAGE.findall(page(project / "site", "columns/xianchang/diyipian"))) == 2


def test_a_preview_shows_pages_first_and_prints_behind_them(tmp_path: Path) -> None:
    project = lay_out(tmp_path / "project", {"content/events/a.md": event("一场活动")})
    options = BuildOptions(parse_moment(AT), drafts=True, preview=True)
    found = check(project, options, None, press=Press(tmp_path / "cards"))
    site = generate(found, options, project)
    assert found.printing and not (tmp_path / "cards").exists()
    (tmp_path / "handwritten").mkdir()
    finish(site, begin(site, tmp_path / "site"), tmp_path / "handwritten", tmp_path / "site")
    assert "-poster-" in page(tmp_path / "site", "events/a")
    found.printing.write_later(tmp_path / "site").join()
    assert all((tmp_path / "site" / file).is_file() for file in found.printing.files)
    again = generate(check(project, options, None, press=Press(tmp_path / "cards")), options, project)
    begin(again, tmp_path / "site")
    assert all((tmp_path / "site" / file).is_file() for file in found.printing.files)
