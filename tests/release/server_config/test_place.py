"""Where a site stands, and what cannot stand in a server's configuration."""

import pytest

from zhuanti.release.server_config.place import ServerConfigError, place_of


@pytest.mark.parametrize(
    ("base_url", "root", "expected"),
    [
        ("https://a.cn/", "", ("https://a.cn", 443, "/", "/var/www/a-cn")),
        ("https://a.cn", "", ("https://a.cn", 443, "/", "/var/www/a-cn")),
        ("HTTPS://A.cn/Zt", "", ("https://a.cn", 443, "/Zt/", "/var/www/zt")),
        ("http://a.cn/zt/2023.5/", "", ("http://a.cn", 80, "/zt/2023.5/", "/var/www/2023-5")),
        ("https://a.cn:8443/zt/", "/srv/专 题/", ("https://a.cn:8443", 8443, "/zt/", "/srv/专 题")),
        ("https://专题.cn/", "", ("https://xn--ohqs03p.cn", 443, "/", "/var/www/xn--ohqs03p-cn")),
        ("http://[::1]:80/", "", ("http://[::1]", 80, "/", "/var/www/1")),
    ],
)
def test_the_place_follows_from_the_address(base_url: str, root: str, expected: tuple[str, int, str, str]) -> None:
    place = place_of(base_url, root)
    assert (place.origin, place.port, place.path, place.root) == expected


@pytest.mark.parametrize(
    "base_url",
    ["https://a.cn;b/", "https://a_b.cn/", "https://u:p@a.cn/", "https://a.cn:99999/", "https://a.cn:x/", "https:///zt/",
     "https://a.cn/zt;}/", "https://a.cn/$host/", "https://a.cn/%7B/", "https://a.cn/a{b}/", "https://a.cn/专题/",
     "https://a.cn/zt//b/", "https://a.cn/.git/", "https://a.cn/../b/", "https://a.cn/?a=1", "https://a.cn/#a"],
)  # fmt: skip
def test_an_address_that_a_server_would_misread_is_refused(base_url: str) -> None:
    with pytest.raises(ServerConfigError, match="base_url"):
        place_of(base_url)


@pytest.mark.parametrize(
    "root",
    ["site", "./site", "/srv/a\"b", "/srv/a'b", "/srv/$a", "/srv/%1", "/srv/a;b", "/srv/a{b", "/srv/a\nb", "/srv/a\\b",
     "/srv/a#b", "/srv/a?b", "/srv/*", "/srv/../etc", "/srv/<a>", "/srv/`a`"],
)  # fmt: skip
def test_a_folder_that_a_server_would_misread_is_refused(root: str) -> None:
    with pytest.raises(ServerConfigError, match="网站文件夹"):
        place_of("https://a.cn/", root)
