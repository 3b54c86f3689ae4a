"""What a document has to do with others: drawing, list and the drawing's text say the same of each."""

from collections import Counter

import pytest
from tests.entries import document, entry, inputs

from zhuanti.pages.shared.relations import RelationsView, relations_view

CHAIN = (
    document("first", number="甲〔2019〕1号"),
    document("second", number="甲〔2021〕1号", replaces=["first"]),
    document("third", number="甲〔2023〕1号", replaces=["second"], based_on=["上级〔2020〕1号"]),
    document("change", number="甲〔2022〕9号", amends=["second"]),
    entry("policies/explainers/e.md", explains="second", title="解读"),
)
WORDS = {
    "first": {"替代本文件": ["甲〔2021〕1号"], "其后的文件": ["甲〔2023〕1号"]},
    "second": {
        "本文件替代": ["甲〔2019〕1号"],
        "修改本文件": ["甲〔2022〕9号"],
        "替代本文件": ["甲〔2023〕1号"],
        "解读": ["解读"],
    },
    "third": {"上位依据": ["上级〔2020〕1号"], "更早的文件": ["甲〔2019〕1号"], "本文件替代": ["甲〔2021〕1号"]},
}


def view(slug: str) -> RelationsView:
    made = inputs(*CHAIN)
    found = relations_view(next(each for each in CHAIN if each.slug == slug), made)
    assert found is not None
    return found


@pytest.mark.parametrize("slug", WORDS)
def test_a_document_replaces_but_the_one_before_it(slug: str) -> None:
    groups = {group.title: [item.number or item.title for item in group.items] for group in view(slug).groups}
    assert {title: names for title, names in groups.items() if names} == WORDS[slug]


@pytest.mark.parametrize("slug", WORDS)
@pytest.mark.parametrize("which", ["wide", "narrow"])
def test_the_drawing_uses_the_words_and_numbers_of_the_list(slug: str, which: str) -> None:
    found = view(slug)
    drawn = Counter(words.text for words in getattr(found, which).words if words.role == "word")
    assert drawn - Counter(["本文件"]) == Counter(
        {group.title: len(group.items) for group in found.groups if group.items}
    )
    assert all(f"{word} {count} 项" in found.told for word, count in drawn.items() if word != "本文件")
