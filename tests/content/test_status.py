"""The status of a policy document and of a deadline at a moment: two tables, kept as data, and the laws behind them."""

from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.entries import document, library

from zhuanti.content.entry import Entry
from zhuanti.content.models import DocumentMeta
from zhuanti.content.status import (
    ALWAYS,
    Successors,
    begins,
    days_left,
    deadline_steps,
    document_steps,
    end_of,
    step_at,
)
from zhuanti.settings.moment import Moment, parse_moment

TABLES = Path(__file__).parents[1] / "cases"
CASES = yaml.safe_load((TABLES / "status.yml").read_text("utf-8"))
DEADLINES = yaml.safe_load((TABLES / "deadline.yml").read_text("utf-8"))
IN_FORCE = {"现行有效", "部分修改", "即将失效"}


def documents_of(case: dict[str, Any]) -> tuple[Entry, ...]:
    """Document a of a case, and the others."""
    own = {name: value for name, value in case.items() if name not in ("name", "at", "status", "others")}
    return document("a", date=None, **own), *(
        document(slug, date=None, **fields) for slug, fields in case.get("others", {}).items()
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_status(case: dict[str, Any]) -> None:
    documents = documents_of(case)
    assert library(*documents, at=case["at"]).status[documents[0].url] == case["status"]


@pytest.mark.parametrize("case", DEADLINES, ids=lambda case: case["name"])
def test_deadline(case: dict[str, Any]) -> None:
    deadline, at = parse_moment(case["deadline"]), parse_moment(case["at"])
    word = step_at(deadline_steps(deadline), at).word
    assert {"即将截止": f"{days_left(deadline, at)} 天内截止"}.get(word, word) == case["words"]


def test_the_tables_name_every_word_and_each_case_once() -> None:
    names = [case["name"] for case in CASES]
    assert len(names) >= 60 and len(set(names)) == len(names)
    assert {case["status"] for case in CASES} == IN_FORCE | {"尚未施行", "施行日期未标注", "已失效", "已被替代"}


MOMENTS = st.builds(
    lambda day, minutes, has_clock: Moment(
        parse_moment("2024-01-01").at + timedelta(days=day, minutes=minutes * has_clock), has_clock
    ),
    st.integers(-400, 400), st.integers(0, 1439), st.booleans(),
)  # fmt: skip
SOME = st.lists(MOMENTS | st.none(), max_size=3).map(
    lambda found: tuple(moment.at if moment else ALWAYS for moment in found)
)


@given(MOMENTS | st.none(), MOMENTS | st.none(), SOME, SOME, MOMENTS)
def test_status_never_contradicts_the_dates(
    effective: Moment | None, expires: Moment | None, replaced: tuple[Any, ...], amended: tuple[Any, ...], at: Moment
) -> None:
    meta = DocumentMeta(title="甲办法", effective=effective, expires=expires)
    status = step_at(document_steps(meta, Successors(replaced, amended)), at).word
    has_begun = effective is not None and effective.at <= at.at
    is_over = expires is not None and at.at >= end_of(expires)
    is_replaced = any(instant <= at.at for instant in replaced)
    assert (status == "已被替代") == is_replaced
    assert (status in IN_FORCE) == (has_begun and not is_over and not is_replaced)
    assert (status == "已失效") == (is_over and not is_replaced)
    assert (status == "施行日期未标注") == (effective is None and not is_over and not is_replaced)
    if status == "尚未施行":
        assert effective and at.at < effective.at
    if status == "即将失效":
        assert expires and 0 <= (expires.day - at.day).days <= 60
    if status == "现行有效":
        assert not any(instant <= at.at for instant in amended)
        assert expires is None or (expires.day - at.day).days > 60


@given(MOMENTS | st.none(), MOMENTS | st.none(), SOME, SOME)
def test_steps_rise_and_every_one_changes_the_word(
    effective: Moment | None, expires: Moment | None, replaced: tuple[Any, ...], amended: tuple[Any, ...]
) -> None:
    meta = DocumentMeta(title="甲办法", effective=effective, expires=expires)
    steps = document_steps(meta, Successors(replaced, amended))
    instants, words = [step.begins for step in steps], [step.word for step in steps]
    assert instants[0] == ALWAYS and instants == sorted(set(instants))
    assert all(one != other for one, other in pairwise(words))
    # what is over does not come back
    ended = [word in ("已失效", "已被替代") for word in words]
    assert ended == sorted(ended)


@given(MOMENTS, MOMENTS)
def test_a_deadline_is_closed_exactly_from_its_end(deadline: Moment, at: Moment) -> None:
    word = step_at(deadline_steps(deadline), at).word
    assert (word == "已截止") == (at.at >= end_of(deadline))
    if word != "已截止":
        left = days_left(deadline, at)
        assert {"今天截止": left == 0, "即将截止": 0 < left <= 60, "尚未截止": left > 60}[word]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ({}, None),
        ({"issued": "2022-01-01"}, "2022-01-01"),
        ({"issued": "2022-01-01", "released": "2022-02-01"}, "2022-02-01"),
        ({"issued": "2022-01-01", "released": "2022-02-01", "effective": "2022-03-01"}, "2022-03-01"),
    ],
)
def test_a_document_counts_from_the_best_date_it_has(dates: dict[str, str], expected: str | None) -> None:
    meta = DocumentMeta.model_validate({"title": "甲办法", **dates})
    assert begins(meta) == (parse_moment(expected).at if expected else ALWAYS)
