"""The theme's files: what every page links, and what only some pages fetch."""

from pathlib import Path

from zhuanti.settings.site import Colours
from zhuanti.site.theme import load_theme


def test_what_stands_alone_is_a_file_of_its_own_and_no_part_of_what_every_page_links(tmp_path: Path) -> None:
    for name, text in (
        ("base/a.css", "a{}"),
        ("base/a.js", "1;"),
        ("alone/gallery/10-b.css", "b{}"),
        ("alone/gallery/20-c.css", "c{}"),
        ("alone/gallery/b.js", "2;"),
        ("alone/found/d.js", "3;"),
    ):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    theme = load_theme(Colours(), tmp_path)
    found = {
        name: next(asset.content for asset in theme.assets if asset.url == url) for name, url in theme.urls.items()
    }
    assert found == {
        "site.css": b"a{}",
        "site.js": b"1;",
        "gallery.css": b"b{}\nc{}",
        "gallery.js": b"2;",
        "found.js": b"3;",
    }
