"""The drawing of relations: whatever a document has to do with others, its words stand apart and inside the drawing."""

from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhuanti.pages.shared.relation_graph import Drawing, Stop, Stops, folded, narrow, wide

NAMES = st.text(alphabet="示例县支持制造业高质量发展若干措施（）《》〔〕，、：2023A4号", min_size=1, max_size=60)
STOPS = st.lists(st.builds(Stop, st.just("上位依据"), NAMES), max_size=4).map(tuple)
ALL = st.builds(
    Stops, here=st.builds(Stop, st.just("本文件"), NAMES, st.just("here")), bases=STOPS, before=STOPS, after=STOPS,
    results=STOPS,
)  # fmt: skip


def boxes(drawing: Drawing) -> list[tuple[float, float, float, float]]:
    """Left, top, right, bottom of each line of words; a mark that hangs at the end is all air on its right."""
    found = []
    for words in drawing.words:
        size = 13 if words.role == "word" else 15
        ends = words.text[-1:] in "，。、；：！？）》〉”’」』〕"
        length = sum(0.6 if sign.isascii() else 1.0 for sign in words.text) - ends
        found.append((words.x, words.y - size * 0.8, words.x + size * length, words.y + size * 0.2))
    return found


@pytest.mark.parametrize("draw", [wide, narrow])
@given(stops=ALL)
def test_words_stand_apart_and_inside(draw: Callable[[Stops], Drawing], stops: Stops) -> None:
    drawing = draw(stops)
    for left, top, right, bottom in boxes(drawing):
        assert left >= 0 and top >= 0 and bottom <= drawing.height
        assert right <= drawing.width
    for one, other in combinations(boxes(drawing), 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1], (one, other)


@pytest.mark.parametrize("draw", [wide, narrow])
@given(stops=ALL)
def test_every_stop_has_its_station_and_its_word(draw: Callable[[Stops], Drawing], stops: Stops) -> None:
    drawing = draw(stops)
    count = 1 + len(stops.bases) + len(stops.before) + len(stops.after) + len(stops.results)
    places = {(station.x, station.y) for station in drawing.stations}
    assert len(places) == count
    assert sum(words.role == "word" for words in drawing.words) == count
    assert bool(drawing.time) == bool(stops.before or stops.after)
    assert bool(drawing.authority) == bool(stops.bases or stops.results)
    assert all(0 <= station.y <= drawing.height for station in drawing.stations)


def test_a_base_that_rests_on_another_is_joined_to_it() -> None:
    bases = (Stop("上位依据", "甲"), Stop("上位依据", "乙"))
    here = Stop("本文件", "丙", "here")
    apart, joined = wide(Stops(here, bases)), wide(Stops(here, bases, joined=frozenset({1})))
    first, second = (station.y for station in joined.stations if station.shape == "document")
    assert set(joined.authority) - set(apart.authority) == {f"M186 {first:g}V{second:g}"}


@pytest.mark.parametrize(
    ("text", "room", "most", "lines"),
    [
        ("示例县工信字〔2019〕3号", 8, 3, ("示例县工信字", "〔2019〕3号")),
        ("跟着太阳排班：绿电", 6, 3, ("跟着太阳排", "班：绿电")),
        ("措施（示例）", 4, 3, ("措施", "（示例）")),
        ("从拿地到投产，先办哪一件", 11, 3, ("从拿地到投产，", "先办哪一件")),
        ("一二三四五六七", 3, 2, ("一二三", "四五…")),
        ("短", 9, 2, ("短",)),
        ("2023—2025年的计划", 4, 9, ("2023—", "2025年", "的计划")),
    ],
)
def test_folded(text: str, room: float, most: int, lines: tuple[str, ...]) -> None:
    assert folded(text, room, most) == lines


@given(NAMES, st.integers(4, 30))
def test_folding_loses_nothing(text: str, room: int) -> None:
    assert "".join(folded(text, room, 99)) == text


def test_a_drawing_says_no_more_than_it_holds() -> None:
    alone: Any = wide(Stops(Stop("本文件", "甲", "here")))
    assert (len(alone.stations), alone.authority, alone.time) == (1, (), ())
