"""Pages of a list: everything once, in order, and every link leads to one of the pages."""

from hypothesis import given
from hypothesis import strategies as st

from zhuanti.pages.shared.paging import in_pages


@given(st.integers(0, 400), st.integers(1, 30))
def test_pagination_covers_everything_once(count: int, size: int) -> None:
    items = list(range(count))
    pages = list(in_pages("cases/", items, size))
    urls = [url for url, _, _ in pages]
    assert [item for _, shown, _ in pages for item in shown] == items
    assert len(set(urls)) == len(urls) == pages[0][2].total == max(1, -(-count // size))
    assert urls[0] == "cases/" and all(url == f"cases/page/{n}/" for n, url in enumerate(urls[1:], start=2))
    for number, (url, shown, paging) in enumerate(pages):
        assert len(shown) <= size and (shown or not items)
        assert (paging.number, paging.items) == (number + 1, count)
        assert paging.before == (urls[number - 1] if number else "")
        assert paging.after == (urls[number + 1] if number + 1 < len(urls) else "")
        assert [link.url for link in paging.links if link.current] == [url]
        assert {link.url for link in paging.links} <= set(urls)
        assert all(urls[int(link.title) - 1] == link.url for link in paging.links)
        assert len(paging.links) <= 7
