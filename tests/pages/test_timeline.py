"""The timeline: every entry once, in months, whole and by kind."""

from hypothesis import given
from hypothesis import strategies as st
from tests.entries import article, document, entry, inputs

from zhuanti.pages import timeline
from zhuanti.pages.timeline import TimelineView


def views(*entries: object) -> dict[str, TimelineView]:
    made = {page.url: page.view for page in timeline.pages(inputs(*entries, drafts=True))}  # type: ignore[arg-type]
    return {url: view for url, view in made.items() if isinstance(view, TimelineView)}


def test_an_empty_site_has_an_empty_timeline() -> None:
    assert list(views()) == ["timeline/"]


def test_months_run_backwards_and_undated_entries_come_last() -> None:
    found = views(
        article("june", date="2023-06-15"),
        article("may", date="2023-05-31 23:59"),
        article("june-too", date="2023-06-02"),
        document("undated", date=None),
    )
    months = found["timeline/"].months
    assert [(month.id, month.title) for month in months] == [
        ("m2023-06", "2023年6月"),
        ("m2023-05", "2023年5月"),
        ("undated", "日期未标注"),
    ]
    assert [row.day for row in months[0].rows] == ["15日", "2日"] and months[2].rows[0].day == ""


def test_a_month_is_a_month_in_china_whatever_zone_was_written() -> None:
    month = views(article("a", date="2023-05-31T20:00:00Z"))["timeline/"].months[0]
    assert (month.title, month.rows[0].day) == ("2023年6月", "1日")


def test_kinds_without_entries_have_no_page() -> None:
    found = views(article("a"), document("b"), entry("policies/explainers/c.md", explains=("b",)))
    assert list(found) == ["timeline/", "timeline/articles/", "timeline/policies/"]
    tabs = [(link.title, link.count, link.current) for link in found["timeline/policies/"].kinds]
    assert tabs == [("全部", 3, False), ("稿件", 1, False), ("政策", 2, True)]


@given(st.lists(st.integers(0, 40), max_size=150))
def test_every_entry_stands_once_and_every_month_can_be_reached(months: list[int]) -> None:
    entries = [article(f"a{n}", date=f"{2020 + month // 12}-{month % 12 + 1:02}-05") for n, month in enumerate(months)]
    found = views(*entries)
    whole = {url: view for url, view in found.items() if not url.startswith("timeline/articles/")}
    rows = [row.card.url for view in whole.values() for month in view.months for row in month.rows]
    assert sorted(rows) == sorted(entry.url for entry in entries)
    for view in whole.values():
        links = [link.url for year in view.years for link in year.months]
        assert len(links) == len(set(months))
        for link in links:
            page, _, id = link.partition("#")
            assert id in [month.id for month in whole[page].months]
