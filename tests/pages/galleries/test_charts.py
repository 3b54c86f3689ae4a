from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pages.galleries.scenes import scene_of

from zhuanti.pages.galleries.charts import WIDTH, chart, read_table
from zhuanti.pages.galleries.views import ChartView
from zhuanti.problems import Place

NUMBERS = st.lists(st.decimals(-99999, 99999, places=1, allow_nan=False), min_size=2, max_size=8)


def drawn(kind: Literal["bars", "line"], head: str, rows: list[str]) -> ChartView:
    table = scene_of("\n".join([head, "| --- " * (head.count("|") - 1) + "|", *rows])).of("table")[0]
    read, problems = read_table(table, kind, Place("a.md", 1, 1))
    assert read and not problems
    return chart(read, table, kind)


@given(NUMBERS)
def test_bars_are_as_long_as_their_values_and_stay_inside(values: list[object]) -> None:
    found = drawn("bars", "| 名 | 值（吨） |", [f"| 第{i}县 | {value} |" for i, value in enumerate(values)])
    numbers = [abs(float(str(value))) for value in values]
    largest = max(zip(numbers, found.bars, strict=True), key=lambda pair: pair[0])
    for number, bar in zip(numbers, found.bars, strict=True):
        assert bar.x >= 0 and bar.x + bar.width <= WIDTH and bar.value_x + len(bar.value) * 8 <= WIDTH
        if largest[0]:
            assert abs(bar.width - max(2.0, largest[1].width * number / largest[0])) < 0.2
    assert found.unit == "吨"


@given(NUMBERS.filter(lambda values: len(values) >= 3))
def test_a_line_rises_where_its_values_rise_and_stays_inside(values: list[object]) -> None:
    found = drawn("line", "| 年 | 值 |", [f"| {2000 + i}年 | {value} |" for i, value in enumerate(values)])
    marks = found.lines[0].marks
    for (one, here), (other, there) in zip(
        zip(values, marks, strict=True), list(zip(values, marks, strict=True))[1:], strict=False
    ):
        rise = float(str(other)) - float(str(one))
        assert (here.y - there.y) * rise >= 0 and here.x < there.x
    assert all(0 <= mark.x <= WIDTH and 0 <= mark.y <= found.height for mark in marks)


def test_values_and_names_stand_as_written() -> None:
    found = drawn("bars", "| 名 | 2022年（万吨） | 2023年（万吨） |", ["| 甲 | 约1,200 | 1,300.0 |", "| 乙 | 8 | 9 |"])
    assert [(bar.label, bar.value, bar.series) for bar in found.bars] == [
        ("甲", "约1,200", 0), ("", "1,300.0", 1), ("乙", "8", 0), ("", "9", 1),
    ]  # fmt: skip
    assert (found.unit, found.legend) == ("万吨", ("2022年", "2023年"))


def test_series_of_different_units_say_theirs() -> None:
    found = drawn("line", "| 年 | 产量（吨） | 占比（%） |", [f"| {year}年 | 1 | 2 |" for year in range(2020, 2023)])
    assert (found.unit, found.legend) == ("", ("产量（吨）", "占比（%）"))


def test_a_crowded_line_says_first_last_highest_and_lowest() -> None:
    values = [3, 5, 9, 4, 1, 2, 6, 7]
    found = drawn("line", "| 月 | 值 |", [f"| {i + 1}月 | {value} |" for i, value in enumerate(values)])
    assert [mark.value for mark in found.lines[0].marks] == ["3", "", "9", "", "1", "", "", "7"]
    assert found.axis[0].label == "1月" and len(found.axis) <= 8


@pytest.mark.parametrize("count", [3, 6, 7, 13, 24])
def test_the_axis_names_its_first_and_its_last_point_and_no_two_meet(count: int) -> None:
    found = drawn("line", "| 年 | 值 |", [f"| {2000 + at}年 | {at} |" for at in range(count)])
    assert (found.axis[0].label, found.axis[-1].label) == ("2000年", f"{2000 + count - 1}年")
    assert all(there.x - here.x >= 5 * 8 for here, there in zip(found.axis, found.axis[1:], strict=False))


def test_the_value_of_a_hollow_stands_below_the_line() -> None:
    found = drawn(
        "line", "| 时 | 值 |", [f"| {at}时 | {value} |" for at, value in enumerate([742, 736, 731, 738, 742])]
    )
    assert [mark.value_y > mark.y for mark in found.lines[0].marks] == [False, False, True, False, False]
    assert [mark.anchor for mark in found.lines[0].marks] == ["start", "start", "middle", "end", "end"]
