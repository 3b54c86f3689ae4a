"""Which views there are, and where they stand."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.entries import article, document, entry, inputs, taxonomies

from zhuanti.outlets.embeds import Embed, codes, embeds, heights_file, offer
from zhuanti.outlets.embeds.heights import HEIGHTS, css_length, height
from zhuanti.pages.embedding import Offer
from zhuanti.pages.shared.policy_facets import finder

TERMS = taxonomies(
    columns=({"id": "in-action", "name": "在行动"},), policy_areas=({"id": "energy", "name": "能源保障"},)
)


def views(*entries: object) -> dict[str, Embed]:
    made = inputs(*entries, terms=TERMS)  # type: ignore[arg-type]
    return {url: view for view in embeds(made, finder(made.library)) for url in view.urls}


def test_every_list_and_every_entry_has_its_view() -> None:
    found = views(
        article("a", tags=["轴承"]), document("d"), entry("policies/explainers/e.md", explains="d", areas=["energy"]),
        entry("galleries/g/index.md"), entry("cases/c.md"), entry("events/v.md"), entry("notices/n.md"),
    )  # fmt: skip
    paths = (
        "timeline", "columns/in-action", "columns/in-action/a", "cases", "cases/type/enterprise", "cases/c", "galleries",
        "galleries/g", "events", "events/v", "notices", "notices/n", "policies", "policies/area/energy",
        "policies/documents/d", "policies/explainers/e",
    )  # fmt: skip
    assert {f"embed/v1/{path}/index.html" for path in paths} <= set(found)
    assert {f"embed/v1/columns/in-action/{look}.html" for look in ("cards", "bar")} <= set(found)
    assert found["embed/v1/galleries/g/full.html"].shape == "stage"
    assert "embed/v1/policies/search.html" in found
    assert any(url.startswith("embed/v1/tags/") for url in found)


def test_a_list_without_entries_has_none() -> None:
    assert not any("/galleries/" in url or "/policies" in url for url in views(article("a")))


def test_a_moved_entry_answers_at_its_old_address_too() -> None:
    found = views(article("new", aliases=["/columns/in-action/old/"]))
    assert found["embed/v1/columns/in-action/old/index.html"] is found["embed/v1/columns/in-action/new/index.html"]
    assert found["embed/v1/columns/in-action/old/index.html"].page == "columns/in-action/new/"


def test_a_view_shows_no_more_than_there_is() -> None:
    found = views(*(article(f"a{number}") for number in range(3)))
    view = found["embed/v1/columns/in-action/index.html"]
    assert (view.count, view.total, len(view.cards)) == (3, 3, 3)


def test_a_film_has_a_view_of_its_own_where_the_site_holds_it() -> None:
    found = views(article("out", video={"url": "https://www.example.com/film"}), article("plain"))
    assert not any(url.endswith("film.html") for url in found)


@pytest.mark.parametrize(
    ("state", "titles"),
    [("进行中", ["观看直播"]), ("已结束", ["观看回放"]), (None, ["观看回放", "观看直播"])],
)
def test_an_event_leads_to_where_it_can_be_watched(state: str | None, titles: list[str]) -> None:
    live, replay = "https://live.example.com/", "https://live.example.com/again"
    fields = {"live_url": live, "replay_url": None if state == "进行中" else replay, "state": state}
    view = views(entry("events/v.md", **fields))["embed/v1/events/v/index.html"]
    assert [link.title for link in view.links] == titles


@given(st.sampled_from(sorted(HEIGHTS)), st.integers(1, 10), st.integers(220, 1200), st.integers(12, 24))
def test_a_view_has_a_height_that_grows_with_its_type_and_its_items(
    shape: str, count: int, width: int, size: int
) -> None:
    tiers = HEIGHTS[shape]
    told = height(tiers, count, width, size)
    assert 30 < told < 3000
    assert height(tiers, count, width, size + 1) >= told
    assert height(tiers, count + 1, width, size) >= told


def offered(*entries: object) -> Offer:
    made = inputs(*entries, terms=TERMS)  # type: ignore[arg-type]
    return offer(tuple(embeds(made, finder(made.library))), made.settings)


def test_the_builder_offers_lists_by_section_and_values_of_facets_by_facet() -> None:
    entries = (
        *(article(f"a{number}") for number in range(8)), document("d"),
        entry("policies/explainers/e.md", explains="d", areas=["energy"]), entry("cases/c.md"),
    )  # fmt: skip
    found = offered(*entries)
    groups = {group.title: {choice.path: choice for choice in group.choices} for group in found.groups}
    assert list(groups)[:4] == ["首页", "专栏", "案例", "政策"]
    assert groups["政策：政策领域"]["policies/area/energy"].title == "能源保障"
    assert [look.name for look in groups["政策"]["policies"].looks] == ["标题列表", "搜索框", "卡片", "滚动标题条"]
    column = groups["专栏"]["columns/in-action"]
    assert [(look.file, look.count, look.most) for look in column.looks] == [("", 6, 8), ("cards", 4, 8), ("bar", 5, 8)]
    assert {look.fragment for look in column.looks} == {"columns/in-action/fragment.html"}
    assert "area" in found.facets
    assert not any(choice.path.endswith("/a1") for group in found.groups for choice in group.choices)


def test_all_codes_are_ascii_and_escape_what_titles_hold() -> None:
    settings = inputs(article("a")).settings
    view = Embed("columns/in-action", "list", '<b>"在行动"</b>', "columns/in-action/")
    written = dict(codes(view, settings))
    assert list(written) == ["script", "iframe", "fragment", "wordpress", "link"]
    for code in written.values():
        assert code.isascii() and "<b>" not in code
    assert "&lt;b&gt;&#34;&#22312;&#34892;&#21160;&#34;&lt;/b&gt;</a>" in written["link"]


def test_the_heights_of_the_builder_are_those_of_the_views() -> None:
    asset = heights_file()
    assert isinstance(asset.content, bytes)
    rooms = json.loads(asset.content)
    assert set(rooms) == set(HEIGHTS)
    for shape, tiers in HEIGHTS.items():
        for count in range(1, 11):
            assert rooms[shape][str(count)] == [css_length(tiers, count), round(height(tiers, count, 600))]
