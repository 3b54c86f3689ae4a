"""The manner of a body: speakers, stations and quotations get their marks, and no word is lost."""

import re

import pytest

from zhuanti.pages.shared.voices import with_voices
from zhuanti.prose import render


def markup(body: str, voice: str) -> str:
    segments = with_voices(render(body, path="a.md"), voice).segments
    return "".join(segment for segment in segments if isinstance(segment, str))


def test_who_asks_and_who_answers_is_set_apart() -> None:
    found = markup("问：为什么？\n\n**答：**因为要看。", "interview")
    assert 'class="prose__ask"' in found and 'class="prose__answer"' in found
    assert "为什么？" in found and "因为要看。" in found


def test_a_station_is_named_in_front_of_its_heading() -> None:
    assert '<span class="prose__station">第一站</span> 管廊脚下' in markup("## 第一站 管廊脚下", "tour")
    assert "prose__station" not in markup("## 第一站 管廊脚下", "news")


@pytest.mark.parametrize("voice", ["news", "feature", "commentary"])
def test_a_quotation_breaks_between_its_clauses(voice: str) -> None:
    found = markup("> 少走冤枉路，不是多接头。\n{.pull-quote}", voice)
    assert '<span class="clause">少走冤枉路，</span><span class="clause">不是多接头。</span>' in found
    assert re.sub("<[^>]+>", "", found).strip() == "少走冤枉路，不是多接头。"


def test_a_quotation_with_markup_inside_is_left_as_it_is() -> None:
    assert "clause" not in markup("> 少走**冤枉路**，不是多接头。", "news")


@pytest.mark.parametrize(
    ("first", "dropped"), [("墙上的账本", True), ("一只轴承", False), ("2023年", False), ("“听”", False)]
)
def test_a_cap_is_dropped_only_where_its_sign_can_be_seen(first: str, dropped: bool) -> None:
    assert ("prose__opening" in markup(f"{first}说了什么。\n\n墙上还有。", "commentary")) is dropped
    assert "prose__opening" not in markup(f"{first}说了什么。", "news")
