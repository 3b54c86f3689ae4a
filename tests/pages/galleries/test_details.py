from pathlib import Path

import pytest
import yaml
from tests.pages.galleries.scenes import scene_of

from zhuanti.pages.galleries import details
from zhuanti.pages.galleries.figures import MOST, figure
from zhuanti.pages.galleries.views import NumberView


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("735 ℃", NumberView("735 ℃", "", "735", "℃", 3, "735", 0, False)),
        ("超过50万吨", NumberView("超过50万吨", "超过", "50", "万吨", 2, "50", 0, False)),
        ("120亿副", NumberView("120亿副", "", "120", "亿副", 3, "120", 0, False)),
        ("8.80%", NumberView("8.80%", "", "8.80", "%", 4, "8.80", 2, False)),
        ("12,000 家", NumberView("12,000 家", "", "12,000", "家", 6, "12000", 0, True)),
        ("-3.5%", NumberView("-3.5%", "", "-3.5", "%", 4, "-3.5", 1, False)),
    ],
)
def test_a_figure_is_taken_apart_and_stays_as_written(written: str, expected: NumberView) -> None:
    found = details.number(scene_of(f"**{written}**"))
    assert found == expected
    assert found.before + found.digits + found.after == written.replace(" ", "")


FIGURES = yaml.safe_load((Path(__file__).parents[2] / "cases" / "galleries" / "figures.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", FIGURES, ids=lambda case: case["written"])
def test_a_figure_of_several_numbers_stays_one(case: dict[str, str]) -> None:
    found = figure(case["written"])
    parts = [found.before, found.digits, found.after] if found else None
    assert parts == case["parts"]
    if found:
        assert "".join("".join(parts or ()).split()) == "".join(case["written"].split())
        assert found.value == case.get("counts_to", "") and found.width <= MOST


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("- 2022年5月：立**项**\n- 2023年：投产", [("2022年5月", "立项"), ("2023年", "投产")]),
        ("- **08:00**：开工\n- 20:00：接班", [("08:00", "开工"), ("20:00", "接班")]),
        ("1. 清水镇：锻造\n2. 郑家镇：保持器", [("清水镇", "锻造"), ("郑家镇", "保持器")]),
        ("1. 登录\n2. 先看，再填：不要急", [("", "登录"), ("", "先看，再填：不要急")]),
    ],
)
def test_stations_have_their_label_apart(body: str, expected: list[tuple[str, str]]) -> None:
    found = details.stations(scene_of(body))
    assert [(station.label, station.body.text) for station in found] == expected


@pytest.mark.parametrize(
    ("body", "words", "speaker"),
    [
        ("> 话一。\n>\n> 话二。\n>\n> ——检测岗 甲", "话一。 话二。", "检测岗 甲"),
        ("> 话。\n> ——检测岗", "话。", "检测岗"),
        ("> 话没有人认。", "话没有人认。", ""),
        ("> 破折号——在句子中间，不是人名。", "破折号——在句子中间，不是人名。", ""),
    ],
)
def test_who_said_it_stands_apart_from_the_words(body: str, words: str, speaker: str) -> None:
    found = details.quotation(scene_of(body))
    assert (" ".join(found.body.text.split()), found.speaker) == (words, speaker)


def test_a_quiz_has_its_answers_and_what_is_said_once_one_is_chosen() -> None:
    scene = scene_of("什么在滚动？\n\n- [ ] 套**圈**\n- [X] 钢球\n\n钢球在滚。\n\n就是这样。")
    found = details.quiz(scene)
    assert [(option.body.text, option.right) for option in found.options] == [("套圈", False), ("钢球", True)]
    assert (found.answer, found.explanation.text) == ("钢球", "钢球在滚。 就是这样。")
    assert [block.text for block in details.text_of(scene, "quiz")] == ["什么在滚动？"]
