"""Since when a site is what it is: a build of an hour later says the same moment, and writes the same bytes."""

import pytest
from tests.entries import article, document, entry, inputs

ENTRIES = (
    article("early", date="2023-05-01"),
    article("today", date="2023-05-20 08:15"),
    article("updated", date="2023-05-01", updated="2023-05-20 09:40"),
    article("corrected", date="2023-05-01", corrections=[{"date": "2023-05-20 10:05", "note": "数字"}]),
    # what is said of the evening does not hide what was said before
    article(
        "twice", date="2023-05-01", updated="2023-05-20 10:40", corrections=[{"date": "2023-05-20 23:00", "note": "字"}]
    ),
    document("amending", date="2023-01-01", released="2023-05-20 12:10", amends=["old"]),
    article("embargo", date="2023-05-01", publish_at="2023-05-20 11:30"),
    document("old", date="2023-01-01", number="甲〔2020〕1号", effective="2023-05-02", expires="2023-05-20"),
    entry("policies/explainers/how.md", explains=["old"], deadline="2023-05-20 17:00", date="2023-05-12"),
    article("withdrawn", date="2023-05-01", withdraw_at="2023-05-20 18:00"),
    article("draft", date="2023-05-20 19:00", status="draft"),
    article("later", date="2023-05-21 09:00"),
)


@pytest.mark.parametrize(
    ("at", "since"),
    [
        ("2023-05-19", "2023-05-19 00:00"),
        ("2023-05-19 23:59", "2023-05-19 00:00"),
        ("2023-05-20 08:14", "2023-05-20 00:00"),
        ("2023-05-20 08:15", "2023-05-20 08:15"),
        ("2023-05-20 09:39", "2023-05-20 08:15"),
        ("2023-05-20 10:00", "2023-05-20 09:40"),
        ("2023-05-20 10:39", "2023-05-20 10:05"),
        ("2023-05-20 10:50", "2023-05-20 10:40"),
        ("2023-05-20 12:00", "2023-05-20 11:30"),
        ("2023-05-20 12:20", "2023-05-20 12:10"),
        ("2023-05-20 17:30", "2023-05-20 17:00"),
        ("2023-05-20 19:30", "2023-05-20 18:00"),
        ("2023-05-21 00:00", "2023-05-21 00:00"),
        ("2023-05-22 10:00", "2023-05-22 00:00"),
    ],
)
def test_it_is_the_last_moment_of_the_day_at_which_something_turned(at: str, since: str) -> None:
    assert inputs(*ENTRIES, at=at).library.since.iso[:16].replace("T", " ") == since


def test_midnight_is_that_of_china() -> None:
    # still the 19th in UTC
    since = inputs(*ENTRIES, at="2023-05-20 07:00").library.since
    assert since.instant == "2023-05-20T00:00:00+08:00"
