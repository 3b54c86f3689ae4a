from hypothesis import given
from hypothesis import strategies as st

from zhuanti import prose
from zhuanti.pages.galleries.blocks import blocks, joined

MARKDOWN = st.lists(
    st.sampled_from(
        [
            "## 甲", "### 乙 {#x}", "正文**一**[链](a.md)。", "- 一\n- 二\n    - 三", "1. 一\n2. 二", "> 话\n>\n> ——人",
            "![图](a.webp)", "![图](a.webp)\n![图](b.webp \"说明\")", "| 一 | 二 |\n| --- | --- |\n| 1<2 | `x` |", "---",
            "<b>乱", "a < b & c > d", "!!! note\n    话", "术语\n: 解释", "第一行  \n第二行",
        ]
    ),
    max_size=8,
).map("\n\n".join)  # fmt: skip


@given(MARKDOWN)
def test_a_body_cut_into_blocks_and_joined_again_is_the_same(body: str) -> None:
    whole = prose.render(body, path="a.md", scenes=True)
    again = joined(blocks(whole))
    assert squeezed(again) == squeezed(whole)


def squeezed(body: prose.Prose | None) -> list[object]:
    """Segments without the line breaks between blocks, neighbours that are text in one."""
    found: list[object] = []
    for segment in body.segments if body else ():
        if isinstance(segment, str):
            text = segment.replace("\n", "")
            if found and isinstance(found[-1], str):
                found[-1] += text
            elif text:
                found.append(text)
        else:
            found.append(segment)
    return found


def test_a_block_knows_its_children_its_words_and_its_pictures() -> None:
    body = prose.render("- 甲**乙**\n- 丙\n\n![图](a.webp)", path="a.md")
    listed, picture = blocks(body)
    assert (listed.tag, [item.text for item in listed.children]) == ("ul", ["甲乙", "丙"])
    assert (picture.tag, [image.target for image in picture.images]) == ("", ["a.webp"])
