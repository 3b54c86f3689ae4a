"""What the overview counts, and what it finds missing."""

from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.entries import document, entry, inputs, taxonomies

from zhuanti.content.entry import Entry
from zhuanti.pages.policy_overview import CountView, OverviewView, pages
from zhuanti.pages.shared.stacked_bars import WIDTH, Column, stacks

TERMS = taxonomies(
    policy_areas=(
        {"id": "energy", "name": "能源保障", "order": 1},
        {"id": "talent", "name": "人才政策", "order": 2},
        {"id": "land", "name": "土地保障", "order": 3},
    ),
)
AT = "2024-01-01 12:00"


def overview(*entries: Entry) -> OverviewView:
    (page,) = pages(inputs(*entries, terms=TERMS, at=AT))
    assert isinstance(page.view, OverviewView)
    return page.view


def explainer(slug: str, **fields: Any) -> Entry:
    return entry(f"policies/explainers/{slug}.md", **fields)


def rows(chart: CountView) -> dict[str, dict[str, int]]:
    names = [column.name for column in chart.columns]
    return {row.area.title: dict(zip(names, row.counts, strict=True)) for row in chart.rows}


def test_every_area_is_counted_by_level_and_by_status() -> None:
    view = overview(
        document("a", level="市级", areas=["energy"], effective="2023-01-01"),
        document("b", level="国家级", areas=["energy", "talent"], effective="2023-01-01", expires="2024-02-01"),
        document("c", level="市级"),
        explainer("e", explains="不在站内的文件", areas=["talent"]),
    )
    levels, statuses = view.charts
    assert rows(levels) == {
        "能源保障": {"国家级": 1, "市级": 1, "只有解读": 0},
        "人才政策": {"国家级": 1, "市级": 0, "只有解读": 1},
        "土地保障": {"国家级": 0, "市级": 0, "只有解读": 0},
        "未归入领域": {"国家级": 0, "市级": 1, "只有解读": 0},
    }
    assert rows(statuses)["能源保障"] == {"现行有效": 1, "即将失效": 1, "施行日期未标注": 0, "只有解读": 0}
    assert [row.total for row in levels.rows] == [2, 2, 0, 1]
    assert (view.policies, view.documents, view.samples) == (4, 3, 0)


def test_the_newest_of_an_area_is_named_and_what_it_lacks() -> None:
    view = overview(
        document("old", areas=["energy"], date="2022-01-01", title="旧"),
        document("new", areas=["energy"], date="2023-01-01", title="新"),
        document("told", title="告", areas=["talent"], date="2023-01-01"),
        explainer("e", explains="told", areas=["talent"]),
    )
    assert [(row.newest.title if row.newest else "", row.gap) for row in view.areas] == [
        ("新", "还没有解读"),
        ("告", ""),
        ("", "还没有收录政策"),
    ]
    assert [(gap.title, gap.url) for gap in view.gaps] == [
        ("1 个领域还没有收录政策：土地保障", ""),
        ("1 个领域还没有解读：能源保障", ""),
        ("2 份文件还没有解读", "policies/explained/without/"),
        ("3 份文件的来源没有写明施行日期", "policies/status/undated/"),
    ]


def test_without_policies_there_is_no_overview() -> None:
    assert list(pages(inputs(terms=TERMS, at=AT))) == []


@given(st.lists(st.lists(st.integers(0, 400), min_size=3, max_size=3), min_size=1, max_size=6))
def test_bars_are_as_long_as_their_counts_and_stay_in_the_drawing(counts: list[list[int]]) -> None:
    columns = [Column(name, name) for name in "abc"]
    drawing = stacks(columns, [(str(number), row) for number, row in enumerate(counts)])
    for row, stack in zip(counts, drawing.stacks, strict=True):
        assert stack.total == sum(row)
        assert [part.tone for part in stack.segments] == [name for name, count in zip("abc", row, strict=True) if count]
        ends = [part.x + part.width for part in stack.segments]
        assert all(left <= part.x for left, part in zip(ends, stack.segments[1:], strict=False))
        assert stack.total_x + 13 * len(str(stack.total)) <= WIDTH + 1e-6
        by_count = sorted(zip((count for count in row if count), stack.segments, strict=True), key=lambda each: each[0])
        assert all(a[1].width <= b[1].width for a, b in pairwise(by_count))
