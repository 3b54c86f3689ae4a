"""The Library: what is public at a moment, and links both ways."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.entries import AT, article, document, entry, library, slugs

from zhuanti.content.entry import Entry
from zhuanti.content.library import build_library, is_public
from zhuanti.settings.moment import parse_moment
from zhuanti.settings.options import BuildOptions


def test_explainers_and_documents_know_each_other() -> None:
    old, new = (
        document("old", number="甲发〔2020〕1号"),
        document("new", replaces=("甲发(2020)1号",), based_on=("root",)),
    )
    root, told = document("root"), entry("policies/explainers/e.md", explains=("new", "old"))
    links = library(old, new, root, told)
    assert slugs(links.explained[told.url]) == ["new", "old"]
    assert slugs(links.explainers[new.url]) == slugs(links.explainers[old.url]) == ["e"]
    assert slugs(links.replaces[new.url]) == ["old"] and slugs(links.replaced_by[old.url]) == ["new"]
    assert slugs(links.based_on[new.url]) == ["root"] and slugs(links.basis_of[root.url]) == ["new"]
    assert links.status[old.url] == "已被替代"


@pytest.mark.parametrize(
    ("effective", "status"), [("2023-06-01", "已被替代"), (None, "已被替代"), ("2024-06-01", "现行有效")]
)
def test_a_replacement_counts_from_its_own_day(effective: str | None, status: str) -> None:
    old = document("old", effective="2020-01-01")
    assert library(old, document("new", replaces=("old",), effective=effective)).status[old.url] == status


def test_what_is_hidden_links_to_nothing() -> None:
    old = document("old", effective="2020-01-01")
    links = library(old, document("new", replaces=("old",), status="draft"))
    assert not links.replaced_by.get(old.url) and links.status[old.url] == "现行有效"


def test_a_series_runs_oldest_first() -> None:
    first, second, third = (
        article(name, series="探访", date=f"2023-05-0{day}") for name, day in zip("bca", (1, 2, 3), strict=False)
    )
    links = library(third, first, second)
    assert slugs(links.series["探访"]) == ["b", "c", "a"]
    assert links.beside(first) == (None, second)
    assert links.beside(second) == (first, third)
    assert links.beside(third) == (second, None)
    assert links.beside(article("alone")) == (None, None)


def test_related_entries_share_terms_most_shared_first_then_newest() -> None:
    here = article("here", counties=("a",), industries=("b",))
    both = article("both", counties=("a",), industries=("b",), date="2020-01-01")
    older, newer = article("older", counties=("a",), date="2022-01-01"), article("newer", industries=("b",))
    links = library(here, both, older, newer, article("other", counties=("c",)))
    assert slugs(links.related[here.url]) == ["both", "newer", "older"]
    assert slugs(links.by_term["counties", "a"]) == ["here", "older", "both"]


@pytest.mark.parametrize(
    ("fields", "options", "shown", "held"),
    [
        ({}, {}, True, False),
        ({"status": "draft"}, {}, False, False),
        ({"status": "review"}, {}, False, False),
        ({"status": "draft"}, {"drafts": True}, True, False),
        ({"publish_at": "2024-01-01 12:00"}, {}, True, False),
        ({"publish_at": "2024-01-01 12:01"}, {}, False, True),
        ({"publish_at": "2024-01-01 12:01"}, {"drafts": True}, True, False),
        ({"date": "2024-01-02"}, {}, False, True),
        ({"date": "2024-01-02", "publish_at": "2023-12-31"}, {}, True, False),
        ({"withdraw_at": "2024-01-01 12:00"}, {}, False, False),
        ({"withdraw_at": "2024-01-01 12:01"}, {}, True, False),
        ({"status": "draft", "publish_at": "2025-01-01"}, {}, False, False),
        ({"sample": "true"}, {}, True, False),
        ({"sample": "true"}, {"samples": False}, False, False),
        ({"sample": "true", "status": "draft"}, {"samples": False, "drafts": True}, False, False),
        ({"date": None}, {}, True, False),
    ],
)
def test_visible_and_held(fields: dict[str, Any], options: dict[str, Any], shown: bool, held: bool) -> None:
    links = library(article("a", **fields), **options)
    assert (bool(links.entries), bool(links.held)) == (shown, held)


DAYS = st.sampled_from(["2023-05-01", "2023-05-01 09:30", "2023-12-31", "2024-01-01", "2024-03-01"])
FIELDS = st.fixed_dictionaries(
    {"date": DAYS | st.none()},
    optional={
        "status": st.sampled_from(["draft", "review", "published"]), "publish_at": DAYS, "withdraw_at": DAYS,
        "sample": st.sampled_from(["true", "false"]), "counties": st.sets(st.sampled_from("abc")).map(sorted),
        "series": st.sampled_from(["甲", "乙"]),
    },
)  # fmt: skip
ENTRIES = st.lists(FIELDS, max_size=12).map(
    lambda rows: [article(f"a{number}", **fields) for number, fields in enumerate(rows)]
)


@given(ENTRIES, st.randoms(use_true_random=False))
def test_the_order_of_reading_changes_nothing(entries: list[Entry], random: Any) -> None:
    shuffled = entries.copy()
    random.shuffle(shuffled)
    one, other = library(*entries), library(*shuffled)
    assert one.entries == other.entries and one.related == other.related
    assert one.series == other.series and one.by_term == other.by_term and one.held == other.held
    keys = [entry.newest_first for entry in one.entries]
    assert keys == sorted(keys) and len(set(keys)) == len(keys)


@given(ENTRIES, st.booleans(), st.booleans())
def test_an_entry_is_there_exactly_when_the_rule_says_so(entries: list[Entry], drafts: bool, samples: bool) -> None:
    options = BuildOptions(parse_moment(AT), samples=samples, drafts=drafts)
    links = build_library(entries, {}, options)
    assert set(links.by_url) == {entry.url for entry in entries if is_public(entry, options)}
    assert {entry for members in links.by_kind.values() for entry in members} == set(links.entries)
    assert all(entry.url not in slugs_of and slugs_of <= set(links.by_url) for entry in links.entries
               for slugs_of in [{other.url for other in links.related[entry.url]}])  # fmt: skip
