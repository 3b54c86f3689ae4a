"""What a policy can be found by."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.entries import document, entry, inputs, taxonomies

from zhuanti.content.entry import Entry
from zhuanti.pages.policy_index import pages
from zhuanti.pages.shared.policy_facets import FACETS, Finder, finder

TERMS = taxonomies(
    policy_areas=({"id": "energy", "name": "能源保障"}, {"id": "talent", "name": "人才政策"}),
    audiences=({"id": "small", "name": "中小企业"}, {"id": "top", "name": "规模以上工业企业", "short": "规上企业"}),
    units=({"id": "gxj", "name": "某市工信局"},),
)  # fmt: skip
AT = "2024-01-01 12:00"


def explainer(slug: str, **fields: Any) -> Entry:
    return entry(f"policies/explainers/{slug}.md", **{"explains": "d", **fields})


def found(*entries: Entry) -> Finder:
    return finder(inputs(*entries, terms=TERMS, at=AT).library)


def test_a_document_and_its_explainers_are_one_policy_with_the_values_of_all() -> None:
    result = found(
        document("d", level="市级", issuer="某市工信局", areas=["energy"], issued="2022-03-01"),
        explainer("e", areas=["talent"], audience=["在本市注册的规上企业", "成长中的中小企业"], deadline="2024-02-01"),
    )
    (policy,) = result.policies
    assert [each.slug for each in policy.explainers] == ["e"]
    assert policy.values == {
        "area": ("energy", "talent"), "audience": ("small", "top"), "status": ("undated",), "level": ("city",),
        "issuer": ("gxj",), "industry": (), "year": ("2022",), "explained": ("with",), "closing": ("soon", "open"),
    }  # fmt: skip


def test_an_explainer_without_its_document_is_a_policy_of_its_own() -> None:
    result = found(explainer("e", explains="不在站内的文件", areas=["energy"]))
    assert [policy.entry.slug for policy in result.policies] == ["e"]
    assert result.policies[0].values["status"] == ()


@pytest.mark.parametrize(
    ("deadline", "values"),
    [
        ("2023-12-31", ()),
        ("2024-01-01", ("soon", "open")),
        ("2024-01-01 11:59", ()),
        ("2024-03-01", ("soon", "open")),
        ("2024-03-03", ("open",)),
        ("常年受理", ()),
        (None, ()),
    ],
)
def test_a_deadline_is_soon_within_sixty_days_and_over_after_its_day(
    deadline: str | None, values: tuple[str, ...]
) -> None:
    assert found(document("d"), explainer("e", deadline=deadline)).policies[0].values["closing"] == values


def test_issuers_are_units_where_known_else_named_by_pinyin() -> None:
    result = found(document("a", issuer=["某市工信局", "另一个局"]), document("b", issuer="另一个局"))
    assert [(value.id, value.name) for value in result.values["issuer"]] == [
        ("ling-yi-ge-ju", "另一个局"), ("gxj", "某市工信局"),
    ]  # fmt: skip


POLICIES = st.lists(
    st.fixed_dictionaries(
        {
            "level": st.sampled_from(["国家级", "省级", "市级", None]),
            "issuer": st.sampled_from(["甲局", "乙局", None]),
            "areas": st.sets(st.sampled_from(["energy", "talent"])).map(sorted),
            "issued": st.sampled_from(["2021-01-01", "2022-01-01", None]),
        }
    ),
    max_size=12,
)


@given(POLICIES)
def test_every_value_has_a_page_that_lists_exactly_its_policies(drawn: list[dict[str, Any]]) -> None:
    entries = [document(f"d{number}", **fields) for number, fields in enumerate(drawn)]
    given_inputs = inputs(*entries, terms=TERMS, at=AT)
    result = finder(given_inputs.library)
    made = {page.url: page.view for page in pages(given_inputs)}
    for name in FACETS:
        for value in result.values[name]:
            view = made[f"policies/{name}/{value.id}/"]
            listed = {row.card.url for row in view.rows}  # type: ignore[attr-defined]
            assert (
                listed == {policy.entry.url for policy in result.policies if value.id in policy.values[name]} != set()
            )
            (here,) = [link for facet in view.facets for link in facet.values if link.current]  # type: ignore[attr-defined]
            assert here.count == len(listed)
