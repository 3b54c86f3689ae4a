import pytest
from tests.pages.galleries.scenes import scene_of

from zhuanti.pages.galleries.binding import bound_blocks
from zhuanti.pages.shared.clauses import phrases


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("2022年5月9日开工", ["2022年5月9日"]),
        ("从12.5万吨到 735 ℃", ["12.5万吨", "735 ℃"]),
        ("早上10:30分到，占70%", ["10:30分", "70%"]),
        ("第3000号[2020年](a2020年.md)", ["3000号", "2020年"]),
        ("没有数字", []),
    ],
)
def test_dates_and_figures_are_kept_whole_and_addresses_as_they_are(written: str, kept: list[str]) -> None:
    body = bound_blocks(scene_of(written).blocks)
    assert body
    markup = "".join(part for part in body.segments if isinstance(part, str))
    assert [part.split("<")[0] for part in markup.split('<span class="bound">')[1:]] == kept
    assert all("bound" not in part.target for part in body.segments if not isinstance(part, str))


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("第五站 四样零件见面", ("第五站", "四样零件见面")),
        ("用 AI 找故障", ("用 AI 找故障",)),
        ("没有空格", ("没有空格",)),
    ],
)
def test_a_title_parts_at_a_space_between_chinese_characters(title: str, parts: tuple[str, ...]) -> None:
    assert phrases(title) == parts
