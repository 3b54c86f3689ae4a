"""The theme's files: what every page links, and what only some pages fetch."""

import re
from pathlib import Path

import pytest

from zhuanti.settings.site import Colours
from zhuanti.site.theme import THEME, load_theme


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


CLASSIC = ("host/embed.js", "stage.js", "script/10-asked.js", "script/20-bar.js", "script/30-talk.js")
# words of the language that a browser of 2017 stops at, each with a line that has it
LATER = {
    r"\?\.(?!\d)": "holder?.dataset",
    r"\?\?": "title ?? ''",
    r"\bcatch\s*\{": "try { a(); } catch { b(); }",
    r"\bimport\s*\(": "import(url)",
    r"[{,]\s*\.\.\.[^\]})]*\}": "({ a, ...rest })",
    r"\bfor\s+await\b": "for await (const a of b) c();",
    r"\b\d+n\b|\d_\d": "1_000",
    r"(\*\*|&&|\|\||\?\?)=": "a ||= b",
    r"[\s{]#\w+\s*[=;(]": "class A { #a = 1; }",
    r"\(\?<": "/(?<name>a)/",
    r"\.(at|flat|flatMap|fromEntries|matchAll|replaceAll|replaceChildren|hasOwn|finally)\(": "list.flat()",
}


@pytest.mark.parametrize(("later", "line"), LATER.items(), ids=list(LATER.values()))
@pytest.mark.parametrize("file", CLASSIC)
def test_what_runs_on_other_peoples_pages_is_read_by_browsers_of_2017(file: str, later: str, line: str) -> None:
    assert re.search(later, line), "the pattern finds nothing"
    for number, text in enumerate((THEME / "embeds" / file).read_text("utf-8").splitlines(), 1):
        code = re.sub(r"(^|\s)//.*|^\s*/?\*.*", "", text)
        assert not re.search(later, code), f"{file}:{number}: {code}"


def test_every_script_of_a_view_is_among_those_that_are_read_so() -> None:
    found = {path.relative_to(THEME / "embeds").as_posix() for path in (THEME / "embeds").rglob("*.js")}
    # a module on demand needs more; the builder's own page is no stranger's
    assert found - {"policies.js", "hosts/host.js"} == set(CLASSIC)
