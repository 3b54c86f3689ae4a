"""Which signs the typefaces hold."""

from zhuanti.images.cards.fonts import advance, face_for, missing


def test_everything_common_is_there() -> None:
    """What the check takes for granted: ASCII and GB 2312, but for the lines that draw tables."""
    rows = [bytes((row, cell)).decode("gb2312", "ignore") for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF)]
    common = [chr(sign) for sign in range(0x21, 0x7F)] + [sign for sign in rows if sign and not sign.isspace()]
    assert len(common) > 7_000
    assert [sign for sign in common if face_for(sign, "bold") is None] == []


def test_rare_characters_are_drawn_and_pictures_of_faces_are_not() -> None:
    assert missing("朱镕基、赵堃、李喆、王翀㎡") == ""
    assert missing("好消息🎉🎉来了🚀") == "🎉🚀"


def test_a_sign_that_one_face_lacks_comes_from_the_other() -> None:
    assert face_for("\U000201a9", "serif") == "bold" and face_for("\u4db6", "bold") == "serif"
    assert advance("\U000201a9", "serif") == advance("\u4db6", "bold") == 1.0
    assert face_for("🎉", "serif") is None and advance("🎉", "serif") == 0.0
