"""The date of a document: never without the word for what it is, and the same in every list."""

import json
from typing import Any

import pytest
from tests.entries import document, entry, inputs

from zhuanti.pages.policy_index import pages
from zhuanti.pages.shared.cards import dated_view

ALL = {"issued": "2022-09-20", "released": "2022-10-01", "effective": "2022-11-01", "date": "2023-05-11"}
BARE: dict[str, Any] = dict.fromkeys(ALL)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        (ALL, ("成文", "2022-09-20")),
        (ALL | {"issued": None}, ("发布", "2022-10-01")),
        (BARE | {"effective": "2022-11-01", "date": "2023-05-11"}, ("施行", "2022-11-01")),
        (BARE | {"date": "2023-05-11"}, ("见于公开来源", "2023-05-11")),
        (BARE, None),
    ],
)
def test_what_a_document_says_of_itself_comes_first(fields: dict[str, Any], told: tuple[str, str] | None) -> None:
    dated = dated_view(document("d", **fields))
    assert (dated and (dated.word, dated.time.short)) == told


def test_of_an_explainer_it_is_told_when_that_appeared() -> None:
    dated = dated_view(entry("policies/explainers/e.md", date="2023-05-11", explains="d"))
    assert dated and dated.word == "解读发布"


def test_the_index_is_in_the_order_of_the_dates_it_shows() -> None:
    """The site's own date of an old document is often the newest of all."""
    made = inputs(
        document("old", issued="2021-03-09", date="2023-12-01"),
        document("new", issued="2022-09-20", date="2022-09-21"),
        document("seen", date="2022-01-01"),
        document("never", date=None),
    )
    view = next(page.view for page in pages(made) if page.url == "policies/")
    shown = [(row.card.url.split("/")[-2], row.card.dated and row.card.dated.time.short) for row in view.rows]  # type: ignore[attr-defined]
    assert shown == [("new", "2022-09-20"), ("seen", "2022-01-01"), ("old", "2021-03-09"), ("never", None)]


def test_a_row_names_the_next_day_until_which_one_can_apply() -> None:
    made = inputs(
        document("d"),
        entry("policies/explainers/over.md", explains="d", deadline="2023-12-31"),
        entry("policies/explainers/later.md", explains="d", deadline="2024-06-01"),
        entry("policies/explainers/next.md", explains="d", deadline="2024-02-01"),
        at="2024-01-01",
    )
    (row,) = next(page.view for page in pages(made) if page.url == "policies/").rows  # type: ignore[attr-defined]
    assert row.deadline.time.short == "2024-02-01"
    assert json.loads(row.deadline.known) == [
        ["2024-02-02T00:00:00+08:00", "2024-02-01", "2024-02-01"],
        ["2024-06-02T00:00:00+08:00", "2024-06-01", "2024-06-01"],
    ]
