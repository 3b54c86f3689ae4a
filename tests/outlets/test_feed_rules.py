"""Every feed of the repository's site against what validators ask.

Of RSS 2.0 the Advisory Board's profile and the W3C's feed validator, of Atom RFC 4287, of JSON Feed version 1.1.
"""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import feedparser
import html5lib
import jsonschema
import pytest
from tests.conftest import PROJECT

SCHEMA = json.loads((PROJECT / "tests/cases/feeds/json_feed.schema.json").read_text("utf-8"))
ROOT = "https://zhuanti.example.cn/zhizaoye/"
ATOM, CONTENT, DC, MEDIA = (
    "{http://www.w3.org/2005/Atom}",
    "{http://purl.org/rss/1.0/modules/content/}",
    "{http://purl.org/dc/elements/1.1/}",
    "{http://search.yahoo.com/mrss/}",
)
RFC_822 = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d [+-]\d{4}")  # fmt: skip
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
# RFC 4122, the only kind of id that outlives an address
URN = re.compile(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
ADDRESSES = {"href", "src", "poster", "cite"}
# what readers of feeds take out, and validators warn of
FORBIDDEN = {"script", "style", "iframe", "object", "embed", "form", "input", "meta", "link", "base"}


def files(site: Path, ending: str) -> Iterator[tuple[str, bytes]]:
    """Address below the site's root and bytes of each feed of one format."""
    for path in sorted((site / "feeds").rglob(f"*{ending}")):
        yield path.relative_to(site).as_posix(), path.read_bytes()


@cache
def addresses_in(html: str) -> tuple[str, ...]:
    """All addresses that lead out of a text; what no feed may hold is refused. Footnotes lead to places in it."""
    found, tree = [], html5lib.parseFragment(html, namespaceHTMLElements=False)
    places = {f"#{element.get('id')}" for element in tree.iter()}
    for element in tree.iter():
        assert element.tag not in FORBIDDEN
        for name, value in element.attrib.items():
            assert not name.startswith(("on", "style", "data-")), (element.tag, name)
            if name in ADDRESSES and value not in places:
                found.append(value)
    return tuple(found)


def absolute(address: str | None) -> bool:
    return bool(address and re.match(r"(https?://[^/\s]+/?|mailto:|tel:)", address))


def text_of(element: ET.Element, path: str) -> str:
    found = element.findall(path)
    assert len(found) == 1 and found[0].text, path
    return found[0].text


def test_the_site_every_column_every_county_and_policies_by_area_have_feeds(built_site: Path) -> None:
    stems = {
        ending: {address.removeprefix("feeds/").removesuffix(ending) for address, _ in files(built_site, ending)}
        for ending in (".rss.xml", ".atom.xml", ".json")
    }
    assert stems[".rss.xml"] == stems[".atom.xml"] == stems[".json"]
    for section in ("columns", "counties"):
        pages = {path.parent.name for path in built_site.glob(f"{section}/*/index.html")}
        assert {f"{section}/{name}" for name in pages} == {stem for stem in stems[".json"] if stem.startswith(section)}
    areas = {path.parent.name for path in built_site.glob("policies/area/*/index.html")}
    assert areas and {f"policies/area/{name}" for name in areas} <= stems[".json"]
    assert {"site", "policies"} <= stems[".json"]


def test_rss_keeps_the_rules_of_its_profile(built_site: Path) -> None:
    for address, content in files(built_site, ".rss.xml"):
        rss = ET.fromstring(content)
        (channel,) = rss
        assert (rss.tag, rss.get("version"), channel.tag) == ("rss", "2.0", "channel")
        assert absolute(text_of(channel, "link")) and text_of(channel, "title") and text_of(channel, "description")
        assert text_of(channel, "language") == "zh-cn"
        (own,) = channel.findall(f"{ATOM}link")
        assert own.attrib == {"href": f"{ROOT}{address}", "rel": "self", "type": "application/rss+xml"}
        built = text_of(channel, "lastBuildDate")
        assert RFC_822.fullmatch(built)
        items = channel.findall("item")
        for item in items:
            assert text_of(item, "title") and text_of(item, "link").startswith(ROOT)
            published = text_of(item, "pubDate")
            assert RFC_822.fullmatch(published)
            assert parsedate_to_datetime(published) <= parsedate_to_datetime(built)
            assert item.find("author") is None, "its content would have to be a mail address: dc:creator"
            assert all(map(absolute, addresses_in(item.findtext(f"{CONTENT}encoded", ""))))
            for media in item.findall(f"{MEDIA}content"):
                assert (media.get("url") or "").startswith(f"{ROOT}media/")
                assert media.get("medium") == "image" and (media.get("type") or "").startswith("image/")
                assert int(media.get("width") or 0) > 0 and int(media.get("height") or 0) > 0
        guids = [item.find("guid") for item in items]
        assert all(guid is not None and guid.get("isPermaLink") == "false" for guid in guids)
        ids = [guid.text or "" for guid in guids if guid is not None]
        assert all(map(URN.fullmatch, ids)) and len(set(ids)) == len(ids), address


def test_atom_keeps_the_rules_of_its_standard(built_site: Path) -> None:
    for address, content in files(built_site, ".atom.xml"):
        feed = ET.fromstring(content)
        assert feed.tag == f"{ATOM}feed"
        assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "zh-CN"
        assert text_of(feed, f"{ATOM}id") == f"{ROOT}{address}" and text_of(feed, f"{ATOM}title")
        assert text_of(feed, f"{ATOM}author/{ATOM}name")
        links = {link.get("rel"): link.get("href") or "" for link in feed.findall(f"{ATOM}link")}
        assert links["self"] == f"{ROOT}{address}" and links["alternate"].startswith(ROOT)
        updated = text_of(feed, f"{ATOM}updated")
        entries = feed.findall(f"{ATOM}entry")
        for entry in entries:
            assert text_of(entry, f"{ATOM}title")
            times = [text_of(entry, f"{ATOM}{name}") for name in ("published", "updated")]
            assert all(map(RFC_3339.fullmatch, [updated, *times]))
            first, last, newest = (datetime.fromisoformat(time) for time in [*times, updated])
            assert first <= last <= newest
            (link,) = entry.findall(f"{ATOM}link")
            assert link.get("rel") == "alternate" and (link.get("href") or "").startswith(ROOT)
            for body in entry.findall(f"{ATOM}content"):
                assert body.get("type") == "html" and all(map(absolute, addresses_in(body.text or "")))
        ids = [text_of(entry, f"{ATOM}id") for entry in entries]
        assert all(map(URN.fullmatch, ids)) and len(set(ids)) == len(ids), address


def test_json_feeds_follow_the_schema_of_version_1_1(built_site: Path) -> None:
    validator = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
    for address, content in files(built_site, ".json"):
        feed = json.loads(content)
        assert not (faults := [fault.message for fault in validator.iter_errors(feed)]), (address, faults)
        assert feed["feed_url"] == f"{ROOT}{address}"
        ids = [item["id"] for item in feed["items"]]
        assert len(set(ids)) == len(ids)
        for item in feed["items"]:
            assert all(map(absolute, addresses_in(item.get("content_html", ""))))
            assert all(RFC_3339.fullmatch(item[name]) for name in ("date_published", "date_modified"))


@pytest.mark.parametrize("break_it", [lambda feed: feed.pop("title"), lambda feed: feed["items"][0].pop("id"), lambda feed: feed["items"][0].pop("content_html"), lambda feed: feed.update(home_page_url="columns/")])  # fmt: skip
def test_the_schema_refuses_what_is_no_feed(built_site: Path, break_it: object) -> None:
    feed = json.loads((built_site / "feeds/site.json").read_bytes())
    break_it(feed)  # type: ignore[operator]
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(feed)


def test_a_program_reads_every_feed_whole(built_site: Path) -> None:
    for ending in (".rss.xml", ".atom.xml"):
        for address, content in files(built_site, ending):
            read, said = (
                feedparser.parse(content),
                json.loads((built_site / address.replace(ending, ".json")).read_bytes()),
            )
            assert not read.bozo, address
            assert [entry.id for entry in read.entries] == [item["id"] for item in said["items"]]
            assert [entry.title for entry in read.entries] == [item["title"] for item in said["items"]]
            assert [entry.link for entry in read.entries] == [item["url"] for item in said["items"]]
            words = [
                html5lib.parseFragment(entry.content[0].value if "content" in entry else "").itertext
                for entry in read.entries
            ]
            whole = [html5lib.parseFragment(item.get("content_html", "")).itertext for item in said["items"]]
            assert ["".join(each()) for each in words] == ["".join(each()) for each in whole], address
