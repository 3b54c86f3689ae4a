"""Three-valued conditions: a table of cases, and laws that no answer may break."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.matching import TABLE, TODAY, Row, conditions, known_answers, random_cases, rows

from zhuanti.content.conditions import (
    All,
    Answers,
    AnyOf,
    Between,
    Condition,
    Not,
    OneOf,
    Says,
    Year,
    count,
    rests_on,
    verdict_of,
)

HERE, THERE, SHARE = OneOf("county", ("a",)), OneOf("district", ("b",)), Between("share", 3, None)


@pytest.mark.parametrize("row", list(rows()), ids=lambda row: f"{row.name}-{row.number}")
def test_case(row: Row) -> None:
    assert verdict_of(row.condition, row.answers, row.today) == row.verdict


def test_there_are_two_hundred_cases_and_no_name_twice() -> None:
    assert len(list(rows())) >= 200
    names = [group["name"] for group in TABLE]
    assert len(names) == len(set(names))


@given(conditions(), known_answers(), st.data())
def test_more_answers_never_turn_a_verdict_round(condition: Condition, answers: Answers, data: st.DataObject) -> None:
    """What held or failed with fewer answers still does with more: nothing is claimed too early."""
    kept = data.draw(st.sets(st.sampled_from(sorted(answers)))) if answers else set()
    before = verdict_of(condition, {name: answers[name] for name in kept}, TODAY)
    assert before in ("unknown", verdict_of(condition, answers, TODAY))


@given(conditions(free=False))
def test_without_an_answer_nothing_is_known(condition: Condition) -> None:
    assert verdict_of(condition, {}, TODAY) == "unknown"


@given(known_answers())
def test_words_are_never_judged(answers: Answers) -> None:
    assert verdict_of(Says("…"), answers, date(2100, 1, 1)) == "unknown"


def test_random_cases_are_no_single_verdict() -> None:
    """The cases that are compared with the browser reach every verdict often."""
    found = [verdict_of(condition, answers, today) for condition, answers, today in random_cases(2000)]
    assert min(found.count(verdict) for verdict in ("met", "unknown", "failed")) > 300  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("condition", "rests", "number"),
    [
        (HERE, True, 1),
        (SHARE, False, 1),
        (Says("在甲县注册"), False, 1),
        (Year("county", since=2020), False, 1),  # a year of that name says nothing of a place
        (Not(HERE), False, 1),
        (Not(Not(HERE)), False, 1),  # nobody writes it; better asked once too often
        (All((SHARE, HERE)), True, 2),
        (All((SHARE, Not(HERE))), False, 2),
        (All(()), False, 0),
        (AnyOf((HERE, THERE)), True, 2),
        (AnyOf((HERE, SHARE)), False, 2),
        (AnyOf((All((HERE, SHARE)), THERE)), True, 3),
        (All((AnyOf((HERE, SHARE)), AnyOf((THERE, HERE)), Not(All((SHARE, Says("…")))))), True, 6),
    ],
    ids=str,
)
def test_a_condition_rests_on_facts_nobody_can_do_without(condition: Condition, rests: bool, number: int) -> None:
    assert rests_on(condition, {"county", "district"}) is rests
    assert count(condition) == number


@given(conditions(), known_answers())
def test_what_rests_on_a_fact_is_never_met_without_it(condition: Condition, answers: Answers) -> None:
    without = {name: answer for name, answer in answers.items() if name != "county"}
    if rests_on(condition, {"county"}):
        assert verdict_of(condition, without, TODAY) != "met"
