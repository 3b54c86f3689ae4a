"""What is said of a scene that is too high; whether it is, a browser measures (tests/browser/test_gallery_space.py)."""

import pytest
from tests.pages.galleries.scenes import PATH, scenes_of

from zhuanti.pages.galleries.kinds import kind_of
from zhuanti.pages.galleries.space import space_problem

SAID = "隔十分钟看一次表，记一次数，"


@pytest.mark.parametrize(
    ("body", "hint"),
    [
        (SAID * 18, "请把文字减到 150 字左右，或拆成两屏"),
        ("".join(f'![图{at}](a.png "这一张画的是什么，说得很细")\n\n' for at in range(6)), "请少放几张图片"),
        ("\n".join(f"{at}. 甲镇：{SAID}" for at in range(1, 10)), "请减少步数"),
        ("\n".join(f"- [{'x' if at else ' '}] {SAID * 5}" for at in range(2)) + "\n- [ ] 都不", "请减少选项"),
        ("> " + SAID * 9, "请把引文缩短"),
    ],
    ids=["text", "group", "steps", "quiz", "quote"],
)
def test_what_helps_is_said_and_nothing_of_text_where_there_is_none(body: str, hint: str) -> None:
    (scene,) = scenes_of(f"## 甲\n\n{body}")
    found = space_problem(PATH, scene, kind_of(PATH, scene)[0])
    assert found and found.hint.startswith(hint)


def test_what_fits_says_nothing() -> None:
    (scene,) = scenes_of(f"## 甲\n\n{SAID * 10}")
    assert space_problem(PATH, scene, "text") is None
