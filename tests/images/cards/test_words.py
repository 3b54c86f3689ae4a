"""Words of titles: nothing is lost, and what ``words.txt`` lists holds together wherever it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhuanti.images.cards.words import INSIDE, lexicon, ties, withheld, words

WILD = st.text(st.sampled_from("中水专精特新企业甲的在占住，。《》“”（）… Aa1%·🎉\u3000\U00020000"), max_size=14)


@given(WILD)
def test_the_words_are_the_text_and_every_sign_has_a_cost(text: str) -> None:
    found = words(text)
    assert "".join(word.text for word in found) == text
    assert len(ties(found)) == len(text)


@pytest.mark.parametrize("frame", ["推进{}的经验", "{}", "关于{}，怎么办"])
@pytest.mark.parametrize("term", sorted(lexicon().words))
def test_a_listed_word_is_read_as_one(term: str, frame: str) -> None:
    assert term in [word.text for word in words(frame.format(term))]


def test_a_listed_word_parts_at_its_stroke_before_it_parts_elsewhere() -> None:
    costs = ties(words("高质量发展"))
    assert costs[2] < INSIDE
    assert {*costs[:2], costs[3]} == {INSIDE}


@pytest.mark.parametrize("text", ["其中水泥产量", "园区中水管爆裂"])
def test_a_listed_word_tears_no_other_apart(text: str) -> None:
    assert "中水" not in [word.text for word in words(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("走进示例企业甲的车间", ["示例企业甲"]),
        ("关于示例中介机构乙的通报", ["示例中介机构乙"]),
        ("某单位丙被通报", ["单位丙"]),
        ("示例电子信息园区建成", ["示例电子信息园区"]),
        ("企业甲醇项目投产", []),
        ("丙烯涨价，丁二烯持平", []),
        ("示例新闻发布会", []),
    ],
)
def test_names_that_are_withheld_or_made_up_are_known_by_their_pattern(text: str, names: list[str]) -> None:
    assert [text[start:end] for start, end in withheld(words(text))] == names
