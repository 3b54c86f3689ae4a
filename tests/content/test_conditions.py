"""Three-valued conditions: a table of cases, and laws that no answer may break."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.matching import TABLE, TODAY, Row, conditions, known_answers, random_cases, rows

from zhuanti.content.conditions import Answers, Condition, Says, verdict_of


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
