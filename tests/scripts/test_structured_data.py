"""The judge of structured data sees what schema.org does not know and what search engines miss."""

from typing import Any

import pytest

from audit.structured_data import blocks, faults

ARTICLE = {
    "@type": "NewsArticle",
    "headline": "甲",
    "datePublished": "2024-01-01",
    "dateModified": "2024-01-01T09:30:00+08:00",
    "url": "https://zhuanti.example.cn/a/",
    "mainEntityOfPage": "https://zhuanti.example.cn/a/",
    "inLanguage": "zh-CN",
}


def said_of(node: dict[str, Any]) -> str:
    return "\n".join(faults({"@context": "https://schema.org", "@graph": [node]}))


def test_a_whole_article_has_no_fault() -> None:
    assert said_of(ARTICLE) == ""


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"headline": None}, "lacks headline"),
        ({"@type": "NewsStory"}, "no type NewsStory"),
        ({"byline": "甲"}, "byline is no property"),
        ({"legislationIdentifier": "5号"}, "legislationIdentifier is no property"),
        ({"datePublished": "2024年1月1日"}, "'2024年1月1日' is none of Date/DateTime"),
        ({"author": {"@type": "VideoObject", "name": "甲"}}, "not VideoObject"),
        ({"author": [{"@type": "Person"}]}, "Person: lacks name"),
        ({"author": "甲"}, "'甲' is none of"),
        ({"url": "a/"}, "'a/' is none of URL"),
        ({"description": " "}, "' ' is none of"),
        ({"isAccessibleForFree": "yes"}, "'yes' is none of Boolean"),
        ({"correction": [{"@type": "CorrectionComment", "text": "改"}]}, "lacks datePublished"),
    ],
)
def test_a_fault_is_seen(change: dict[str, Any], said: str) -> None:
    node = {name: value for name, value in (ARTICLE | change).items() if value is not None}
    assert said in said_of(node)


def test_a_word_of_an_enumeration_must_be_one_of_its_own() -> None:
    law = {"@type": "Legislation", "name": "甲", "url": "https://zhuanti.example.cn/a/"}
    assert said_of(law | {"legislationLegalForce": "https://schema.org/InForce"}) == ""
    assert "legislationLegalForce" in said_of(law | {"legislationLegalForce": "https://schema.org/Valid"})


def test_blocks_are_found_in_markup() -> None:
    page = '<head><script type="application/ld+json">{"a":1}</script></head><script>let b</script>'
    assert list(blocks(page)) == [{"a": 1}]
