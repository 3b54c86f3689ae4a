"""From a file's place to its address and back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhuanti.content.addresses import address_of, is_slug, slug_from

SLUGS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True).filter(lambda slug: slug != "samples")
FOLDERS = st.sampled_from(["cases", "policies/documents", "policies/explainers", "events", "notices"]) | SLUGS.map(
    lambda column: f"columns/{column}"
)


@given(FOLDERS, SLUGS, st.booleans())
def test_the_address_names_the_file(folder: str, slug: str, sample: bool) -> None:
    address = address_of(f"{folder}/{'samples/' if sample else ''}{slug}.md")
    assert address is not None
    assert address.url == f"{folder}/{slug}/"
    assert (address.slug, address.in_samples) == (slug, sample)
    assert address_of(f"{address.url.rstrip('/')}.md") == address_of(f"{folder}/{slug}.md")


@given(SLUGS)
def test_a_gallery_is_a_folder(slug: str) -> None:
    address = address_of(f"galleries/{slug}/index.md")
    assert address is not None and address.url == f"galleries/{slug}/" and address.kind == "gallery"


@pytest.mark.parametrize(
    "path", ["a.md", "columns/a.md", "cases/b/a.md", "galleries/a.md", "galleries/a/b.md", "policies/a.md", "news/a.md"]
)
def test_foreign_folders_have_no_address(path: str) -> None:
    assert address_of(path) is None


@settings(deadline=None)  # the first call loads the table of pinyin
@given(st.text(max_size=30))
def test_a_slug_from_any_text_is_a_slug(text: str) -> None:
    assert is_slug(slug_from(text))


@given(SLUGS)
def test_a_slug_stays_as_it_is(slug: str) -> None:
    assert slug_from(slug) == slug


def test_chinese_becomes_pinyin() -> None:
    assert slug_from("轴承小镇 2023") == "zhou-cheng-xiao-zhen-2023"
