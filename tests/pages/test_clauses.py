import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhuanti.pages.shared.clauses import clauses, words

TEXT = st.text(st.sampled_from("聊城市支持制造业高质量发展的若干政策示例，。：（）《》“”、2023年5%A b—"), max_size=40)


@given(TEXT)
def test_what_is_cut_and_joined_again_is_the_same(text: str) -> None:
    assert "".join(clauses(text)) == text
    assert "".join(words(text)) == text
    assert all(words(text))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("关于示例中介机构乙搭车收费的通报", "关于示例中介机构乙/搭车/收费的/通报"),
        ("先进制造业百强市", "先进制造业/百强市"),
        ("月亮落进芦苇塘", "月亮/落进/芦苇塘"),
        ("规上工业增加值8.8%", "规上工业/增加值/8.8%"),
        ("示例县优质企业培育若干措施（2021年修订）", "示例县/优质/企业/培育/若干措施/（2021年修订）"),
    ],
)
def test_a_line_ends_between_words(title: str, expected: str) -> None:
    assert "/".join(words(title)) == expected
