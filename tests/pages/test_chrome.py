"""The bottom bar of phones: home, three sections, search, whatever a campaign calls its sections."""

import pytest

from zhuanti.pages.chrome import chrome
from zhuanti.settings.site import SiteSettings


@pytest.mark.parametrize(
    ("navigation", "shown"),
    [
        ("columns/a/ cases/ policies/ galleries/ counties/", "columns/a/ policies/ galleries/"),
        ("cases/ columns/a/ policies/", "cases/ columns/a/ policies/"),
        ("counties/ about/", "counties/ about/"),
        ("", ""),
    ],
)
def test_the_bottom_bar_leads_to_search_and_three_sections(navigation: str, shown: str) -> None:
    items = [{"title": url, "url": url} for url in navigation.split()]
    settings = SiteSettings.model_validate({"name": "专题", "base_url": "https://example.cn/", "navigation": items})
    bottom = chrome(settings, (), "search/").bottom
    assert [link.url for link in bottom] == ["", *shown.split(), "search/"]
    assert [link.url for link in bottom if link.current] == ["search/"]
