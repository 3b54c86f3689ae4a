"""The table of cases of the self-test, and how conditions and answers are drawn at random."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import yaml
from hypothesis import strategies as st

from tests.conftest import PROJECT
from zhuanti.content.conditions import All, Answer, Answers, AnyOf, Between, Condition, Not, OneOf, Says, Verdict, Year
from zhuanti.content.eligibility import read_conditions
from zhuanti.content.taxonomy import read_taxonomies
from zhuanti.content.vocabulary import Fact, Vocabulary, read_vocabulary
from zhuanti.problems import Place

TABLE: list[dict[str, Any]] = yaml.safe_load((PROJECT / "tests/cases/matching/table.yml").read_text("utf-8"))
TODAY = date(2026, 11, 25)
_NUMBERS = (0, 0.1, 2, 2.5, 20, 299, 300, 2000, 2000.5, 40000)
_YEARS = tuple(range(2018, 2029))


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table."""

    name: str
    number: int
    condition: Condition
    answers: Answers
    verdict: Verdict
    today: date


@cache
def vocabulary() -> Vocabulary:
    """The repository's own."""
    found, problems = read_vocabulary(PROJECT, read_taxonomies(PROJECT)[0])
    assert found is not None and problems == ()
    return found


def condition_of(written: Any) -> Condition:
    """A condition as an editor writes it; a slip fails the test."""
    condition, problems = read_conditions(
        _as_text(written), vocabulary(), lambda at: Place("a.md"), lambda at: Place("a.md")
    )
    assert condition is not None and not [problem for problem in problems if problem.is_error], problems
    return condition


def rows() -> Iterator[Row]:
    """Every row of the table."""
    for group in TABLE:
        condition = condition_of(group["when"])
        for number, (answers, verdict, *rest) in enumerate(group["rows"], 1):
            given = {name: tuple(value) if isinstance(value, list) else value for name, value in answers.items()}
            yield Row(group["name"], number, condition, given, verdict, rest[0] if rest else TODAY)


def _as_text(value: Any) -> Any:
    """The project's own reader leaves scalars as they were written."""
    if isinstance(value, dict):
        return {name: _as_text(inner) for name, inner in value.items()}
    return tuple(map(_as_text, value)) if isinstance(value, list) else str(value)


def random_cases(count: int, seed: int = 20261125) -> list[tuple[Condition, Answers, date]]:
    """The same cases in every run."""
    chance = random.Random(seed)
    facts = tuple(vocabulary().facts.values())
    return [
        (
            _condition(chance, facts, 3),
            {fact.id: _answer(chance, fact) for fact in facts if chance.random() < 0.75},
            date(chance.randint(2024, 2028), chance.choice((1, 6, 12)), chance.choice((1, 15, 30))),
        )
        for _ in range(count)
    ]


def _condition(chance: random.Random, facts: tuple[Fact, ...], depth: int) -> Condition:
    kind = chance.choice(("leaf", "leaf", "all", "any", "not")) if depth else "leaf"
    if kind == "not":
        return Not(_condition(chance, facts, depth - 1))
    if kind in ("all", "any"):
        parts = tuple(_condition(chance, facts, depth - 1) for _ in range(chance.randint(1, 3)))
        return All(parts) if kind == "all" else AnyOf(parts)
    return Says("…") if chance.random() < 0.05 else _leaf(chance, chance.choice(facts))


def _leaf(chance: random.Random, fact: Fact) -> Condition:
    if fact.kind in ("one", "many"):
        ids = [option.id for option in fact.options]
        return OneOf(fact.id, tuple(chance.sample(ids, chance.randint(1, min(4, len(ids))))))
    if fact.kind == "number":
        low, high = sorted(chance.choices(_NUMBERS, k=2))
        return Between(fact.id, *chance.choice(((low, None), (None, high), (low, high))))
    kind = chance.choice(("since", "until", "age_min", "age_max"))
    return Year(fact.id, **{kind: chance.choice(_YEARS) if kind in ("since", "until") else chance.randint(0, 6)})


def _answer(chance: random.Random, fact: Fact) -> Answer:
    ids = [option.id for option in fact.options]
    if fact.kind == "one":
        return (chance.choice(ids),)
    if fact.kind == "many":
        return tuple(chance.sample(ids, chance.randint(0, min(4, len(ids)))))
    return chance.choice(_NUMBERS if fact.kind == "number" else _YEARS)


def conditions(free: bool = True) -> st.SearchStrategy[Condition]:
    """Any condition; ``free`` ones may hold words that only a person can judge."""
    leaves = st.builds(_leaf, st.randoms(use_true_random=False), st.sampled_from(tuple(vocabulary().facts.values())))
    base: st.SearchStrategy[Condition] = leaves | st.just(Says("…")) if free else leaves
    return st.recursive(
        base,
        lambda inner: (
            st.builds(lambda parts: All(tuple(parts)), st.lists(inner, min_size=1, max_size=3))
            | st.builds(lambda parts: AnyOf(tuple(parts)), st.lists(inner, min_size=1, max_size=3))
            | st.builds(Not, inner)
        ),
        max_leaves=8,
    )


@st.composite
def known_answers(draw: st.DrawFn) -> Answers:
    """Answers to some of the questions."""
    chance = draw(st.randoms(use_true_random=False))
    facts = draw(st.lists(st.sampled_from(tuple(vocabulary().facts.values())), unique=True))
    return {fact.id: _answer(chance, fact) for fact in facts}
