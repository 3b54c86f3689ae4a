"""Pages of terms: a small front where there is enough to show, everything in a list."""

from typing import Any

from tests.entries import article, document, entry, inputs, taxonomies

from zhuanti.pages import terms
from zhuanti.pages.terms import TermView

FIGURE = {"value": "120", "unit": "亿副", "label": "年销量", "publisher": "示例日报", "date": "2023-06-01"}


def view_of(count: int, **figure: Any) -> TermView:
    entries = [article(f"a{n}", counties=("jia",), date=f"2023-05-{n + 1:02}") for n in range(count)]
    entries += [entry("cases/c.md", counties=("jia",)), document("d", counties=("jia",))][: max(0, count)]
    term = {"id": "jia", "name": "甲县", "figures": ({**FIGURE, **figure},)}
    made = {page.url: page.view for page in terms.pages(inputs(*entries, terms=taxonomies(counties=(term,))))}
    view = made["counties/jia/"]
    assert isinstance(view, TermView)
    return view


def test_a_term_with_little_is_a_list_alone() -> None:
    assert view_of(2).front is None and len(view_of(2).cards) == 4
    assert view_of(0).front is None and view_of(0).cards == ()


def test_a_term_with_enough_has_newest_cases_policies_and_figures() -> None:
    front = view_of(5).front
    assert front is not None
    assert [card.url for card in front.newest] == [f"columns/in-action/a{n}/" for n in (4, 3, 2)]
    assert [card.url for card in front.cases] == ["cases/c/"]
    assert [row.card.url for row in front.policies] == ["policies/documents/d/"]
    assert (front.lead, front.galleries) == (None, ())


def test_a_figure_names_its_source_and_leads_to_a_public_entry_or_to_the_source_itself() -> None:
    def url(**figure: Any) -> str:
        front = view_of(5, **figure).front
        assert front is not None and front.figures[0].publisher == "示例日报" and front.figures[0].date is not None
        return front.figures[0].url

    assert url() == ""
    assert url(entry="columns/in-action/a1") == "columns/in-action/a1/"
    assert url(entry="columns/in-action/gone") == ""
    assert url(entry="columns/in-action/gone", url="https://www.example.com/s") == "https://www.example.com/s"
