"""The repository's own site as a browser meets it: valid, whole, every link and picture resolves."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import html5lib
import pytest

NS = "{http://www.w3.org/1999/xhtml}"
# what a server sends for an address that is not there, so it knows where the site stands
SHOWN_ANYWHERE = ("404.html", "embed/v1/gone/index.html")


@pytest.fixture(scope="module")
def pages(built_site: Path) -> dict[str, ElementTree.Element]:
    """Every page parsed strictly, by its address."""
    parsed = {}
    for path in sorted(path for path in built_site.rglob("*.html") if path.name != "fragment.html"):
        # Material's own pages hold inline SVG and scripts html5lib's strict mode does not know
        strict = not is_handwritten(path.relative_to(built_site).as_posix())
        parser = html5lib.HTMLParser(strict=strict)
        try:
            parsed[path.relative_to(built_site).as_posix()] = parser.parse(path.read_text("utf-8"))
        except html5lib.html5parser.ParseError as error:
            raise AssertionError(f"{path}: {error} at {parser.errors[-1:]}") from None
    return parsed


def is_handwritten(name: str) -> bool:
    return name.split("/")[0] in ("about", "handbook")


def test_there_is_a_page_for_every_kind(built_site: Path) -> None:
    for name in (
        "index.html",
        "404.html",
        "columns/in-action/index.html",
        "columns/in-action/page/2/index.html",
        "columns/in-action/zhoucheng-fengong-2025/index.html",
        "cases/index.html",
        "cases/type/industry/index.html",
        "cases/zhoucheng-chanye/index.html",
        "policies/index.html",
        "policies/area/energy/index.html",
        "policies/documents/guofa-2022-18/index.html",
        "policies/explainers/paiwu-xuke/index.html",
        "galleries/index.html",
        "events/index.html",
        "search/index.html",
        "notices/index.html",
        "counties/linqing/index.html",
        "industries/bearings/index.html",
        "groups/digital/index.html",
        "about/index.html",
        "handbook/index.html",
        "old/2023/ring-day/index.html",
        "sitemap.xml",
        "robots.txt",
    ):
        assert (built_site / name).is_file(), name


def test_at_least_sixty_entries_are_shown(pages: dict[str, ElementTree.Element]) -> None:
    entries = [name for name in pages if name.count("/") == 3 and "/page/" not in name and "/type/" not in name]
    assert len(entries) >= 60


def test_no_page_uses_an_id_twice(pages: dict[str, ElementTree.Element]) -> None:
    for name, tree in pages.items():
        ids = [element.get("id") for element in tree.iter() if element.get("id")]
        assert len(ids) == len(set(ids)), (name, sorted({i for i in ids if ids.count(i) > 1}))


def test_every_page_has_one_heading_one_title_and_is_chinese(pages: dict[str, ElementTree.Element]) -> None:
    for name, tree in pages.items():
        if "http-equiv" in ElementTree.tostring(tree, "unicode") and tree.find(f".//{NS}h1") is None:
            continue  # a redirect
        assert len(tree.findall(f".//{NS}h1")) == 1, name
        assert (tree.findtext(f".//{NS}title") or "").strip(), name
        assert (tree.get("lang") or "").startswith("zh"), name


def test_every_link_picture_and_anchor_leads_somewhere(built_site: Path, pages: dict[str, ElementTree.Element]) -> None:
    ids = {name: {element.get("id") for element in tree.iter()} for name, tree in pages.items()}
    misses = []
    for name, tree in pages.items():
        for element in tree.iter():
            for attribute in ("href", "src", "poster"):
                target = element.get(attribute)
                if target and not resolves(target, name, built_site, ids):
                    misses.append((name, target))
            for candidate in filter(None, (element.get("srcset") or "").split(", ")):
                if not resolves(candidate.split(" ")[0], name, built_site, ids):
                    misses.append((name, candidate))
    assert not misses, misses[:20]


def resolves(target: str, page: str, site: Path, ids: dict[str, set[str | None]]) -> bool:
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return parts.scheme in ("http", "https", "mailto", "data")
    if page in SHOWN_ANYWHERE and parts.path.startswith("/zhizaoye/"):
        path = site / unquote(parts.path).removeprefix("/zhizaoye/")
    else:
        path = (site / page).parent / unquote(parts.path) if parts.path else site / page
    if path.is_dir():
        path = path / "index.html"
    if not path.is_file():
        return False
    name = path.resolve().relative_to(site.resolve()).as_posix()
    return not parts.fragment or name not in ids or unquote(parts.fragment) in ids[name]


def test_pictures_have_sizes_and_alternative_texts(pages: dict[str, ElementTree.Element]) -> None:
    for name, tree in pages.items():
        if is_handwritten(name):
            continue
        for image in tree.iter(f"{NS}img"):
            assert image.get("alt") is not None, (name, image.get("src"))
            assert (image.get("width") or "").isdigit() and (image.get("height") or "").isdigit(), (
                name,
                image.get("src"),
            )


def test_originals_stay_at_home_and_editions_are_all_there_is(built_site: Path) -> None:
    prints = re.compile(r"[a-z0-9-]+-((wide|square|poster)-[0-9a-f]{8}\.(jpg|png)|code-[0-9a-f]{8}\.svg)")
    names = [path.name for path in (built_site / "media").iterdir() if not prints.fullmatch(path.name)]
    edition = re.compile(r"[a-z0-9-]+-[0-9a-f]{8}(-[0-9]+\.(avif|webp|jpg)|\.(mp4|mp3|vtt))")
    assert names and all(edition.fullmatch(name) for name in names)


def test_placeholders_cost_less_than_300_bytes(pages: dict[str, ElementTree.Element]) -> None:
    found = [
        source
        for tree in pages.values()
        for element in tree.iter()
        for source in (element.get("src"), element.get("srcset"))
        if source and source.startswith("data:image/webp")
    ]
    assert found and max(map(len, found)) < 300


def test_samples_carry_their_mark(built_site: Path) -> None:
    text = (built_site / "columns/in-action/feature-ring-day/index.html").read_text("utf-8")
    assert "示例" in text.split("<main", 1)[1].split("</header>", 1)[0]


def test_an_unknown_effective_date_is_never_shown_as_valid(built_site: Path) -> None:
    text = (built_site / "policies/documents/guofa-2022-18/index.html").read_text("utf-8")
    assert "施行日期未标注" in text and "现行有效" not in text


def test_theme_sources_are_not_published(built_site: Path) -> None:
    names = [path.relative_to(built_site).as_posix() for path in built_site.rglob("*") if path.is_file()]
    assert not [name for name in names if name.startswith(("components/", "base/", "pages/", "docs/"))]
    assert not [name for name in names if name.endswith((".yml", ".py"))]


def test_the_sitemap_names_every_page_once_and_only_pages(built_site: Path) -> None:
    tree = ElementTree.parse(built_site / "sitemap.xml")
    urls = [element.text or "" for element in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert len(urls) == len(set(urls)) > 100
    for url in urls:
        assert (built_site / url.removeprefix("https://zhuanti.example.cn/zhizaoye/") / "index.html").is_file(), url
    assert not [url for url in urls if "/old/" in url or "404" in url]


def test_no_page_loads_anything_from_another_host(pages: dict[str, ElementTree.Element]) -> None:
    for name, tree in pages.items():
        for element in tree.iter():
            source = element.get("src") or (element.get("href") if element.tag == f"{NS}link" else "") or ""
            if element.get("rel") not in ("canonical", "alternate"):  # named, not loaded
                assert not source.startswith(("http", "//")), (name, source)
