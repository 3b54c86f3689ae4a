"""Open data, calendars and feeds of policies, each read back by a program of somebody else."""

import csv
import io
import json
from typing import Any

import feedparser
import icalendar
import jsonschema
from tests.entries import document, entry, inputs, taxonomies

from zhuanti.content.entry import Entry
from zhuanti.outlets.asset import Asset
from zhuanti.outlets.feeds import feeds
from zhuanti.outlets.policies.calendars import calendars
from zhuanti.outlets.policies.open_data import open_data
from zhuanti.outlets.policies.subscriptions import policy_subscriptions
from zhuanti.pages.open_data import FIELDS, DataView
from zhuanti.pages.open_data import pages as data_pages
from zhuanti.pages.shared.policy_facets import finder

TERMS = taxonomies(policy_areas=({"id": "energy", "name": "能源保障"}, {"id": "talent", "name": "人才政策"}))
ENTRIES = (
    document("d", title='=1+1，"引号"', number="某发〔2023〕1号", level="市级", issuer=["甲局", "乙局"], areas=["energy"]),
    entry(
        "policies/explainers/e.md", title="换\u0008灯怎么补", explains="d", deadline="2024-02-01 18:00", tags=["节能"],
        summary="一句话", aliases=["/policies/explainers/old/"], areas=["energy"],
    ),
    entry("policies/explainers/day.md", title="当天算数的", explains="d", deadline="2024-02-01", sample=True),
    entry("policies/explainers/f.md", title="过了期的", explains="d", deadline="2023-12-31"),
    entry("policies/explainers/g.md", title="常年的", explains="不在站内", deadline="常年受理", sample=True, areas=["talent"]),
)  # fmt: skip
INPUTS = inputs(*ENTRIES, terms=TERMS)
FINDER = finder(INPUTS.library)


def text(entry: Entry) -> str:
    return f"<p>{entry.meta.title}的正文</p>"


def files(assets: Any) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for asset in assets:
        assert isinstance(asset, Asset) and isinstance(asset.content, bytes)
        found[asset.url] = asset.content
    return found


DATA = files(open_data(FINDER, INPUTS.library, INPUTS.settings))


def test_the_data_follow_their_own_schema_and_name_every_policy() -> None:
    data, schema = json.loads(DATA["data/policies.json"]), json.loads(DATA["data/policies.v1.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema, cls=jsonschema.Draft202012Validator)
    assert [row["url"].rpartition("/policies/")[2] for row in data["policies"]] == ["documents/d/", "explainers/g/"]
    first = data["policies"][0]
    assert (first["issuer"], first["areas"], first["deadline"]) == (["甲局", "乙局"], ["能源保障"], "2024-02-01")
    assert set(first) == {name for name, _, _ in FIELDS}


def test_the_table_says_the_same_and_holds_no_formula() -> None:
    raw = DATA["data/policies.csv"]
    assert raw.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""))
    assert len(head) == len(FIELDS) and len(rows) == 2
    assert rows[0][head.index("标题")] == '\'=1+1，"引号"'
    assert rows[0][head.index("发文机关")] == "甲局、乙局"
    assert rows[0][head.index("类型")] == "document" and len(set(head)) == len(head)
    assert [row[head.index("状态计算日期")] for row in rows] == ["2024-01-01", ""]


def test_calendars_hold_deadlines_that_have_not_passed_with_two_alarms() -> None:
    found = files(calendars(FINDER, INPUTS.library, INPUTS.settings))
    whole = icalendar.Calendar.from_ical(found["calendars/deadlines.ics"])
    day, hour = whole.walk("VEVENT")
    assert hour["SUMMARY"] == "申报截止：换\u0008灯怎么补".replace("\u0008", "")
    assert hour.decoded("DTSTART").isoformat() == "2024-02-01T10:00:00+00:00" and "DTEND" not in hour
    assert day.decoded("DTSTART").isoformat() == "2024-02-01" and day.decoded("DTEND").isoformat() == "2024-02-02"
    hours = [
        [alarm.decoded("TRIGGER").total_seconds() / 3600 for alarm in event.walk("VALARM")] for event in (day, hour)
    ]
    assert hours == [[-6 * 24 - 15, -15], [-7 * 24, -24]]
    assert not icalendar.Calendar.from_ical(found["calendars/policies/area/talent.ics"]).walk("VEVENT")
    for data in found.values():
        assert b"\r\n" in data and all(len(line) <= 75 for line in data.split(b"\r\n"))


def test_an_empty_calendar_is_not_offered_and_the_others_say_how_many_days_they_hold() -> None:
    view = next(page.view for page in data_pages(INPUTS) if page.url == "data/")
    assert isinstance(view, DataView)
    found = files(calendars(FINDER, INPUTS.library, INPUTS.settings))
    told = {
        f"calendars/{link.url}.ics": link.count
        for group in view.subscriptions
        if group.calendars
        for link in group.links
    }
    told["calendars/deadlines.ics"] = view.deadlines
    assert told == {url: len(icalendar.Calendar.from_ical(data).walk("VEVENT")) for url, data in found.items()}
    assert 0 in told.values() and 1 in told.values()


def test_a_deadline_that_is_made_up_says_so_in_every_alarm() -> None:
    found = files(calendars(FINDER, INPUTS.library, INPUTS.settings))["calendars/deadlines.ics"]
    (sample,) = (
        event for event in icalendar.Calendar.from_ical(found).walk("VEVENT") if "当天算数的" in event["SUMMARY"]
    )
    said = [sample["SUMMARY"], *(alarm["DESCRIPTION"] for alarm in sample.walk("VALARM"))]
    assert said == ["示例：申报截止：当天算数的"] * 3 and "不是真实的政策" in sample["DESCRIPTION"]


def test_every_format_of_a_feed_has_the_same_items_under_the_same_ids() -> None:
    found = files(feeds(policy_subscriptions(FINDER), INPUTS.settings, INPUTS.library.at, text, {}))
    rss, atom = (feedparser.parse(found[f"feeds/policies.{kind}.xml"]) for kind in ("rss", "atom"))
    told = json.loads(found["feeds/policies.json"])
    assert not rss.bozo and not atom.bozo
    ids = [item["id"] for item in told["items"]]
    assert len(ids) == 5 == len(set(ids))
    assert [item.id for item in rss.entries] == [item.id for item in atom.entries] == ids
    titles = [item["title"] for item in told["items"]]
    assert titles == [item.title for item in rss.entries] and "换灯怎么补" in titles and "示例：常年的" in titles
    assert {"feeds/policies/area/energy.rss.xml", "feeds/policies/level/city.atom.xml"} <= set(found)


def test_who_explains_two_documents_is_told_of_once() -> None:
    made = inputs(
        document("one"), document("two"), entry("policies/explainers/both.md", title="两份", explains=["one", "two"]),
        terms=TERMS,
    )  # fmt: skip
    found = files(feeds(policy_subscriptions(finder(made.library)), made.settings, made.library.at, text, {}))
    titles = [item["title"] for item in json.loads(found["feeds/policies.json"])["items"]]
    assert titles.count("两份") == 1 and len(titles) == 3


def test_an_item_keeps_its_id_when_its_entry_moves_and_the_site_changes_its_host() -> None:
    def ids(*entries: Entry, **settings: str) -> set[str]:
        moved = inputs(*entries, terms=TERMS)
        changed = moved.settings.model_copy(update=settings)
        data = files(feeds(policy_subscriptions(finder(moved.library)), changed, moved.library.at, text, {}))[
            "feeds/policies.json"
        ]
        return {item["id"] for item in json.loads(data)["items"]}

    before = ids(entry("policies/explainers/old.md", explains="x"))
    after = ids(
        entry("policies/explainers/new.md", explains="x", title="改了标题", aliases=["/policies/explainers/old/"]),
        base_url="https://other.example.com/", name="改了名字",
    )  # fmt: skip
    assert before == after
