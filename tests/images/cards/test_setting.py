"""Laws of titles in lines, with signs that are all one em wide, and the cases they were made for."""

from functools import cache

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from zhuanti.images.cards.joints import CLOSING, NEVER, OPENING, ORPHAN, joints
from zhuanti.images.cards.setting import fit, offsets, paragraph, set_lines, tidied

HAN = st.text(st.sampled_from("聊城制造业强市攻坚突破企产轴承钢球的和一在"), min_size=1, max_size=5)
NUMBERS = st.sampled_from(["2024年", "8.8%", "331家", "100万吨", "第82位", "2023—2025年", "50%"])
LATIN = st.sampled_from(["GDP", "AI", "PPP", "H5", "Liaocheng"])
TITLES = st.sampled_from(["《管理办法》", "“小巨人”", "（试行）", "《条例》"])
MARKS = st.sampled_from(["，", "：", "！", "、"])
# whatever must stay whole stands between words, as in a sentence
PIECES = st.tuples(HAN, st.one_of(NUMBERS, LATIN, TITLES, st.just("")), HAN, st.one_of(MARKS, st.just("")))
SENTENCES = st.lists(PIECES, min_size=1, max_size=4).map(lambda pieces: "".join("".join(piece) for piece in pieces))
WILD = st.text(st.sampled_from("中文字《》“”（），。：—…·A1% "), min_size=1, max_size=10).map(tidied).filter(bool)


def em(sign: str) -> float:
    return 1.0


def real(sign: str) -> float:
    """Foreign signs about as narrow as they are."""
    return 0.58 if sign.isascii() else 1.0


def length(line: str) -> float:
    return offsets(line, em)[1]


@given(SENTENCES, st.integers(6, 14))
def test_nothing_is_lost_and_no_line_is_too_long(text: str, width: int) -> None:
    lines = set_lines(text, width, em).texts
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(length(line) <= width + 1e-6 for line in lines)


@given(SENTENCES, st.integers(12, 16))
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(text: str, width: int) -> None:
    lines = set_lines(text, width, em).texts
    assert not [line for line in lines[1:] if line[0] in CLOSING]
    assert not [line for line in lines[:-1] if line[-1] in OPENING]


@given(HAN, st.one_of(NUMBERS, LATIN, TITLES), HAN, st.integers(12, 16))
def test_what_fits_a_line_stays_on_one(before: str, whole: str, after: str, width: int) -> None:
    text = (before * 3) + whole + (after * 3)
    assume(before[-1] not in "一" and after[0] not in "一")
    assert any(whole in line for line in set_lines(text, width, em).texts)


@given(SENTENCES, st.integers(6, 14))
def test_no_sign_stands_alone_on_the_last_line_where_that_can_be_helped(text: str, width: int) -> None:
    found = set_lines(text, width, em)
    if len(found.texts) > 1 and sum(sign.isalnum() for sign in found.texts[-1]) < 2:
        assert found.hard >= ORPHAN
        assert least(text, width) >= ORPHAN


@given(WILD, st.integers(2, 6))
def test_the_mistakes_are_the_least_there_can_be(text: str, width: int) -> None:
    """Against every way to part a short text."""
    assert set_lines(text, width, em).hard == least(text, width)


def least(text: str, width: float) -> int:
    """The hard cost of the best of all ways to part a text; those with lines too long do not count."""
    between = joints(text)

    @cache
    def rest(begin: int) -> int:
        """The same for what follows a line's end."""
        costs = []
        for end in range(begin + 1, len(text) + 1):
            line = text[begin:end]
            if length(line.rstrip()) > width + 1e-6 and len(line) > 1:
                continue
            if end < len(text):
                costs.append(between[end - 1].hard + rest(end))
            else:
                costs.append(ORPHAN if begin and sum(sign.isalnum() for sign in line) < 2 else 0)
        return min(costs, default=NEVER * (len(text) + 1))

    return rest(0)


@given(SENTENCES)
def test_a_title_is_as_large_as_its_room_allows_and_never_leaves_it(text: str) -> None:
    sizes, room = (100, 80, 60, 40, 30), (600.0, 300.0)
    found = fit(text, sizes, room, 1.25, em)
    assert len(found.texts) * 1.25 * found.size <= room[1]
    assert all(length(line) * found.size <= room[0] + 1e-3 for line in found.texts)
    assert found.cut or "".join(found.texts) == text


@given(SENTENCES, st.integers(6, 20), st.integers(1, 3))
def test_a_paragraph_that_is_too_long_ends_with_an_ellipsis(text: str, width: int, most: int) -> None:
    found = paragraph(text, width, most, em)
    assert len(found.texts) <= most and all(length(line) <= width + 1e-6 for line in found.texts)
    assert found.texts[-1].endswith("…") == found.cut
    assert found.cut or "".join(found.texts) == text


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("排污许可证：谁要办，怎样分类", 7, ("排污许可证：", "谁要办，", "怎样分类")),
        ("人才补贴怎么算、怎么领", 7.5, ("人才补贴怎么算、", "怎么领")),
        ("炉火边的一夜", 5, ("炉火边的", "一夜")),
        ("麦子按筋力分着收：示例县面粉行业", 9, ("麦子按筋力分着收：", "示例县面粉行业")),
        ("聊城升至2024先进制造业百强市第82位", 8, ("聊城升至2024", "先进制造业", "百强市第82位")),
    ],
)
def test_titles_break_where_a_speaker_breathes(text: str, width: float, lines: tuple[str, ...]) -> None:
    assert set_lines(text, width, real).texts == lines


def test_names_stay_whole() -> None:
    text, name = "今年县里的示例企业甲扩建投产", "企业甲扩建"
    assert not any(name in line for line in set_lines(text, 6, em).texts)
    assert any(name in line for line in set_lines(text, 6, em, (name,)).texts)


def test_a_long_title_in_marks_may_part_where_no_line_could_hold_it() -> None:
    found = set_lines("《山东省建设绿色低碳高质量发展先行区三年行动计划》印发", 10, em)
    assert found.hard < ORPHAN and len(found.texts) <= 4


def test_half_empty_marks_move_together_and_hang_out_at_the_begin() -> None:
    assert length("《条例》（试行）") == 8 - 3 * 0.5
    assert offsets("《条例》", em)[0][0] == -0.5


def test_between_chinese_and_latin_stands_a_thin_gap() -> None:
    assert length("用AI造") > 4.0
    assert length("用 AI 造") == 6.0


def test_signs_that_nobody_sees_are_dropped() -> None:
    assert tidied(" 一\u200b行\ufe0f\n二\t行 ") == "一行 二 行"
