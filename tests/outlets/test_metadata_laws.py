"""Laws of the head: no text breaks out of it, no policy lets anything inline run."""

import json
import re

import html5lib
from hypothesis import given
from hypothesis import strategies as st

from zhuanti.outlets.metadata.head import safe_json
from zhuanti.outlets.metadata.nodes import duration
from zhuanti.outlets.metadata.policy import content_policy

NASTY = st.sampled_from(["</script>", "<!--", "<script>", "]]>", "&lt;", "\u2028", "\u2029", '"', "\\", "\\u003c"])
TEXTS = st.lists(st.one_of(NASTY, st.text(st.characters(exclude_categories=["Cs"]))), min_size=1).map("".join)
NS = "{http://www.w3.org/1999/xhtml}"


@given(TEXTS)
def test_structured_data_comes_out_of_a_page_as_it_went_in(text: str) -> None:
    block = safe_json([{"@type": "Thing", "name": text}]).decode()
    page = f'<!doctype html><head><script type="application/ld+json">{block}</script></head><body><p>其后</p></body>'
    tree = html5lib.parse(page)
    (script,) = tree.iter(f"{NS}script")
    assert json.loads(script.text or "")["@graph"] == [{"@type": "Thing", "name": text}]
    assert [element.text for element in tree.iter(f"{NS}p")] == ["其后"]


@given(TEXTS)
def test_no_policy_lets_anything_inline_or_foreign_run(data: str) -> None:
    policy = content_policy(data.encode())
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'" and rules["base-uri"] == "'none'"
    assert not [word for word in ("unsafe", "http", "*") if word in policy]


@given(st.integers(0, 9), st.integers(0, 59), st.integers(0, 59))
def test_a_length_of_time_keeps_its_seconds(hours: int, minutes: int, seconds: int) -> None:
    text = duration(f"{hours}:{minutes:02}:{seconds:02}")
    parts = {unit: int(number) for number, unit in re.findall(r"(\d+)([HMS])", text)}
    assert parts.get("H", 0) * 3600 + parts["M"] * 60 + parts["S"] == hours * 3600 + minutes * 60 + seconds


def test_what_is_no_length_of_time_is_left_out() -> None:
    assert [duration(text) for text in ("", "约三分钟", "3分20秒", "12")] == ["", "", "", ""]
