"""What the self-test adds by itself to the conditions of an editor: time, standing of the documents, place."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.entries import AT, document, entry
from tests.matching import vocabulary

from zhuanti.content.conditions import All, AnyOf, Between, Condition, From, Not, OneOf, Over, Says, Until
from zhuanti.content.library import Library, build_library
from zhuanti.pages.shared.candidates import Line, candidates, lines_of
from zhuanti.settings.moment import parse_moment
from zhuanti.settings.options import BuildOptions

HERE = OneOf("county", ("linqing",))
SHARE = Between("rd-share", 3, None)
OF_A_COUNTY = {"level": "区县级", "effective": "2023-01-01"}
PLACE = "注册在发文的县市区"


def library(condition: Condition | None, *documents: Any, **fields: Any) -> Library:
    explainer = entry(
        "policies/explainers/e.md", **{"explains": [each.slug for each in documents] or ["甲办法"], **fields}
    )
    judged = replace(explainer, meta=explainer.meta.model_copy(update={"eligibility": condition}))
    return build_library((judged, *documents), {}, BuildOptions(parse_moment(AT)), vocabulary=vocabulary())


def lines(condition: Condition, *documents: Any, **fields: Any) -> tuple[Line, ...]:
    found = library(condition, *documents, **fields)
    return lines_of(found.by_url["policies/explainers/e/"], found)


def places(condition: Condition, *documents: Any) -> list[str]:
    return [line.text for line in lines(condition, *documents) if line.text.startswith(PLACE)]


def test_a_countys_document_is_for_its_own_companies_where_no_condition_says_so() -> None:
    found = lines(SHARE, document("a", issuer="示例县人民政府", **OF_A_COUNTY))
    assert found[0] == Line(f"{PLACE}（发文机关：示例县人民政府）", Says(""))
    assert [line.condition for line in found[1:]] == [SHARE]


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        (HERE, False),
        (All((SHARE, HERE)), False),
        (AnyOf((HERE, All((HERE, SHARE)))), False),
        (AnyOf((HERE, SHARE)), True),  # one way out leaves it open
        (Not(HERE), True),
        (Says("在本县注册"), True),  # words are not judged
    ],
)
def test_the_place_is_added_where_a_company_of_elsewhere_could_meet_all(condition: Condition, told: bool) -> None:
    assert bool(places(condition, document("a", **OF_A_COUNTY))) is told


@pytest.mark.parametrize("level", ["国家级", "省级", "市级", None])
def test_a_document_of_the_city_or_above_asks_for_no_place(level: str | None) -> None:
    assert places(SHARE, document("a", level=level, effective="2023-01-01")) == []


def test_the_place_names_each_issuer_of_the_countys_documents_once() -> None:
    given = [
        document("a", issuer=["甲县人民政府", "甲县财政局"], **OF_A_COUNTY),
        document("b", issuer=["甲县财政局"], **OF_A_COUNTY),
        document("c", issuer=["甲市人民政府"], level="市级"),
    ]
    assert places(SHARE, *given) == [f"{PLACE}（发文机关：甲县人民政府、甲县财政局）"]
    assert places(SHARE, document("a", **OF_A_COUNTY)) == [PLACE]


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"effective": "2023-01-01"}, None),
        ({"effective": "2023-01-01", "expires": "2025-12-31"}, Line("所依据的文件：有效期到2025年12月31日", Until(date(2025, 12, 31)))),
        ({"effective": "2025-03-01"}, Line("所依据的文件：2025年3月1日起施行", From(date(2025, 3, 1)))),
        ({}, Line("所依据的文件：施行日期未标注，要向发文机关问清", Says(""))),
        ({"expires": "2022-12-31"}, Line("所依据的文件：已失效", Over())),
    ],
)  # fmt: skip
def test_the_standing_of_the_document_is_a_condition(fields: dict[str, str], line: Line | None) -> None:
    found = [each for each in lines(SHARE, document("a", **fields)) if each.text.startswith("所依据的文件")]
    assert found == ([line] if line else [])


def test_a_deadline_stands_first_and_a_standing_offer_adds_nothing() -> None:
    assert lines(SHARE, deadline="2024-06-30")[0] == Line("申报截止：2024年6月30日", Until(date(2024, 6, 30)))
    assert [line.condition for line in lines(SHARE, deadline="常年受理")] == [SHARE]


def test_without_conditions_an_explainer_is_no_candidate() -> None:
    assert candidates(library(None)) == ()
    assert [each.entry.slug for each in candidates(library(SHARE))] == ["e"]
