"""Which kind a scene is; what is wrong with one stands in tests/cases/site/galleries."""

import pytest
from tests.pages.galleries.scenes import PATH, scene_of, scenes_of

from zhuanti.pages.galleries.kinds import kind_of

TABLE = "| {} | 值 |\n| --- | --- |\n| {} | 1 |\n| {} | 2 |\n| {} | 3 |"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("正文。", "text"),
        ("- 甲\n- 乙", "text"),
        ("![图](a.webp)\n\n正文。", "picture"),
        ("![图](a.webp)\n![图](b.webp)", "group"),
        ("![图](a.webp)\n\n![图](b.webp)\n\n说明。", "group"),
        ("**735 ℃**\n\n说明。", "number"),
        ("**超过50万吨**\n\n![图](a.webp)", "number"),
        ("**没有数字**", "text"),
        ("正文里的**50万吨**不是大数字。", "text"),
        ("> 话", "quote"),
        ("![图](a.webp)\n\n> 话", "quote"),
        ("- 2022年5月：立项\n- 2023年：投产", "timeline"),
        ("- 20:00：接班\n- 次日8:00：天亮", "text"),
        ("- 08:00：开工\n- 20:00：接班", "timeline"),
        ("- 甲：一\n- 乙：二", "text"),
        ("1. 甲\n2. 乙", "steps"),
        (TABLE.format("地", "甲", "乙", "丙"), "bars"),
        (TABLE.format("年", "2021年", "2022年", "2023年"), "line"),
        (TABLE.format("月", "1月", "2月", "3月"), "line"),
        ("![片](a.mp4)", "video"),
        ("![声](a.mp3)\n\n说明。", "audio"),
        ("问？\n\n- [ ] 甲\n- [x] 乙", "quiz"),
    ],
)
def test_content_asks_for_its_kind(body: str, kind: str) -> None:
    assert kind_of(PATH, scene_of(body))[0] == kind


def test_a_heading_names_kind_and_transition() -> None:
    (scene,) = scenes_of("## 甲 {.route .ken-burns}\n\n1. 甲\n2. 乙")
    assert kind_of(PATH, scene)[:2] == ("route", "ken-burns")
