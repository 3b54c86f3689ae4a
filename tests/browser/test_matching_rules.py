"""One set of rules: what a browser says of a condition is what Python says, case by case and at random."""

from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Browser
from tests.conftest import PROJECT
from tests.matching import random_cases, rows

from zhuanti.content.conditions import Answers, Condition, From, Over, Until, verdict_of
from zhuanti.outlets.eligibility import condition_data

pytestmark = pytest.mark.browser

RULES = PROJECT / "hooks/theme/alone/match/10-rules.js"
HOME = "http://rules.invalid/"
JUDGE = """async (cases) => {
  const { verdictOf } = await import("/rules.js");
  return cases.map(([condition, answers, today]) => verdictOf(condition, answers, today));
}"""


def case(condition: Condition, answers: Answers, today: date) -> list[Any]:
    return [condition_data(condition), answers, today.isoformat()]


def judged(browser: Browser, cases: list[list[Any]]) -> list[str]:
    with browser.new_context() as context:
        page = context.new_page()
        page.route(HOME, lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
        page.route(f"{HOME}rules.js", lambda route: route.fulfill(path=RULES, content_type="text/javascript"))
        page.goto(HOME)
        found: list[str] = page.evaluate(JUDGE, cases)
        return found


def test_every_case_of_the_table_has_its_verdict(browser: Browser) -> None:
    table = list(rows())
    found = judged(browser, [case(row.condition, row.answers, row.today) for row in table])
    assert [(row.name, row.number, row.verdict) for row in table] == [
        (row.name, row.number, verdict) for row, verdict in zip(table, found, strict=True)
    ]


def test_two_thousand_random_cases_agree(browser: Browser) -> None:
    cases = random_cases(2000)
    found = judged(browser, [case(*one) for one in cases])
    expected = [verdict_of(*one) for one in cases]
    assert [case(*one) for one, a, b in zip(cases, expected, found, strict=True) if a != b] == []


def test_days_and_ends_are_judged_alike(browser: Browser) -> None:
    day, days = date(2026, 12, 31), [date(2026, 12, 30), date(2026, 12, 31), date(2027, 1, 1)]
    cases: list[tuple[Condition, Answers, date]] = [
        (condition, {}, today) for condition in (From(day), Until(day), Over()) for today in days
    ]
    expected = ["unknown", "met", "met", "met", "met", "failed", "failed", "failed", "failed"]
    assert [verdict_of(*one) for one in cases] == expected
    assert judged(browser, [case(*one) for one in cases]) == expected
