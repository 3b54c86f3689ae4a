"""Feeds of the site, its columns and counties, read back by a program of somebody else."""

import json
from typing import Any

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.entries import document, entry, inputs, taxonomies

from zhuanti.content.entry import Entry
from zhuanti.images.pictures import Picture
from zhuanti.outlets.feeds import feeds, subscriptions

TERMS = taxonomies(
    columns=({"id": "in-action", "name": "在行动"}, {"id": "empty", "name": "还空着"}),
    counties=({"id": "linqing", "name": "临清市"},),
)
COVER = Picture("content/x.webp", "media/x-1600.jpg", 2400, 1600, "media/x", (800, 1600), ("webp", "jpg"))
ENTRIES = (
    entry(
        "columns/in-action/a.md", title="甲 <b>&", summary="一句话", date="2023-05-02 09:30", cover="x.webp", cover_alt="图上的话",
        counties=["linqing"], tags=["轴承"], source={"name": "某报"},
    ),
    entry("columns/in-action/b.md", title="乙", date="2023-05-01", sample=True, corrections=[{"date": "2023-06-01", "note": "改"}]),
    document("issued", title="丙", date=None, issued="2022-01-01"),
    document("year-only", title="丁", date=None),
)  # fmt: skip
INPUTS = inputs(*ENTRIES, terms=TERMS)


def text(entry: Entry) -> str:
    return f"<p>{entry.meta.title[0]}的全文</p><p>第二段</p>"


def made(*entries: Entry, full: Any = text) -> dict[str, bytes]:
    library = inputs(*entries, terms=TERMS).library
    pictures = {(entries[0].path, "x.webp"): COVER}
    assets = feeds(subscriptions(library), INPUTS.settings, library.at, full, pictures)
    found = {asset.url: asset.content for asset in assets}
    return {url: content for url, content in found.items() if isinstance(content, bytes)}


FILES = made(*ENTRIES)


def test_there_is_a_feed_of_the_site_and_of_every_column_and_county_with_something_in_it() -> None:
    stems = ["feeds/site", "feeds/columns/in-action", "feeds/counties/linqing"]
    assert [each.stem for each in subscriptions(INPUTS.library)] == stems
    assert set(FILES) == {f"{stem}.{end}" for stem in stems for end in ("rss.xml", "atom.xml", "json")}


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_a_reader_finds_whole_text_cover_and_dates(kind: str) -> None:
    feed = feedparser.parse(FILES[f"feeds/site.{kind}.xml"])
    assert not feed.bozo
    first, second, third = feed.entries
    assert [first.title, second.title, third.title] == ["甲 <b>&", "示例：乙", "丙"]
    assert first.content[0].value == text(ENTRIES[0])
    assert first.link == f"{INPUTS.settings.root_url}columns/in-action/a/"
    assert first.published_parsed[:5] == (2023, 5, 2, 1, 30)
    assert [tag.term for tag in first.tags] == ["轴承"] and first.author == "某报"
    if kind == "rss":
        (media,) = first.media_content
        assert (media["type"], media["width"], media["height"]) == ("image/jpeg", "1600", "1067")
        assert media["url"].endswith("media/x-1600.jpg")
    else:
        assert second.updated_parsed[:3] == (2023, 5, 31)  # midnight in China


def test_json_feed_says_the_same() -> None:
    """https://www.jsonfeed.org/version/1.1/"""
    feed = json.loads(FILES["feeds/site.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    first = feed["items"][0]
    assert first["content_html"] == text(ENTRIES[0]) and first["image"].endswith("media/x-1600.jpg")
    rss = feedparser.parse(FILES["feeds/site.rss.xml"])
    assert [item["id"] for item in feed["items"]] == [item.id for item in rss.entries]
    assert all({"id", "url", "title", "date_published"} <= set(item) for item in feed["items"])
    assert first["date_published"] == "2023-05-02T09:30:00+08:00"
    assert feed["items"][1]["date_modified"] == "2023-06-01T00:00:00+08:00"


def test_what_has_no_date_is_not_new_with_every_build() -> None:
    titles = [item["title"] for item in json.loads(FILES["feeds/site.json"])["items"]]
    assert titles == ["甲 <b>&", "示例：乙", "丙"]


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=40))
def test_no_character_makes_a_feed_unreadable(signs: str) -> None:
    broken = entry("columns/in-action/a.md", title=f"甲{signs}", summary=f"乙{signs}")
    for url, content in made(broken, full=lambda _: f"<p>{signs}</p>").items():
        if url.endswith(".json"):
            assert json.loads(content)["items"]
        else:
            assert not feedparser.parse(content).bozo
