"""The heads of all pages of the repository's own site, and what no page may hold anywhere."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import html5lib
import pytest

from audit.sitemaps import faults as sitemap_faults
from audit.structured_data import blocks, faults

NS = "{http://www.w3.org/1999/xhtml}"
ROOT = "https://zhuanti.example.cn/zhizaoye/"
# the index of the search: its first file, and parts whose folder names all they depend on
PART = re.compile(r"search/((index|texts)-[0-9a-f]{12}\.json|[0-9a-f]{12}/[a-z]+[0-9]*\.json)")
HASHED = re.compile(r"[a-z0-9._-]+[.-][0-9a-f]{8}(-[0-9]+|\.min)?\.[a-z0-9]+")


VIEWS = "embed/v1/"


class Head:
    """A page's elements, and what its head says."""

    def __init__(self, url: str, text: str) -> None:
        tree = html5lib.parse(text)
        self.url, self.text = url, text
        self.elements = list(tree.iter())
        metas = list(tree.iter(f"{NS}meta"))
        self.meta = {e.get("name") or e.get("http-equiv") or e.get("property"): e.get("content") or "" for e in metas}
        links = [e for e in tree.iter(f"{NS}link") if e.get("rel") == "canonical"]
        self.canonical = [e.get("href") for e in links]

    @property
    def is_redirect(self) -> bool:
        return "refresh" in self.meta

    @property
    def is_indexed(self) -> bool:
        return "noindex" not in self.meta.get("robots", "")


@pytest.fixture(scope="module")
def heads(built_site: Path) -> list[Head]:
    # a fragment is a piece of another page, with nothing of its own around it
    paths = sorted(path for path in built_site.rglob("*.html") if path.name != "fragment.html")
    names = [path.relative_to(built_site).as_posix() for path in paths]
    return [
        Head(name.removesuffix("index.html"), path.read_text("utf-8"))
        for name, path in zip(names, paths, strict=True)
    ]  # fmt: skip


def test_every_page_carries_a_policy_before_anything_it_loads(heads: list[Head]) -> None:
    for head in heads:
        policy = head.meta.get("Content-Security-Policy", "")
        assert policy.startswith("default-src 'none'; script-src 'self'"), head.url
        assert "unsafe" not in policy, head.url
        first = re.search(r"<(link|script|style|img)\b", head.text)
        assert first is None or head.text.index("Content-Security-Policy") < first.start(), head.url


def test_nothing_stands_inline(heads: list[Head]) -> None:
    for head in heads:
        for element in head.elements:
            if not isinstance(element.tag, str):
                continue
            inline = [name for name in element.attrib if name == "style" or name.startswith("on")]
            assert not inline, (head.url, element.tag, inline)
            assert element.tag != f"{NS}style", head.url
            if element.tag == f"{NS}script":
                assert element.get("src") or element.get("type") == "application/ld+json", head.url


def test_every_page_tells_its_address_and_what_it_is_about(heads: list[Head]) -> None:
    for head in heads:
        if head.is_redirect or head.url == "404.html" or head.url.startswith(VIEWS):
            continue
        if head.canonical:
            assert head.canonical == [ROOT + head.url]
            assert head.meta["og:url"] == ROOT + head.url
        assert len(head.meta.get("description", "")) >= 10 or not head.canonical, head.url


def test_a_view_for_other_pages_names_the_page_it_is_of_and_stays_out_of_search_engines(heads: list[Head]) -> None:
    pages = {ROOT + head.url for head in heads if not head.url.startswith(VIEWS)}
    views = [head for head in heads if head.url.startswith(VIEWS)]
    assert len(views) > 100
    for head in views:
        assert len(head.canonical) == 1 and head.canonical[0] in pages, head.url
        assert not head.is_indexed, head.url


def test_pictures_for_sharing_are_there(built_site: Path, heads: list[Head]) -> None:
    shared = {head.meta["og:image"] for head in heads if "og:image" in head.meta}
    assert len(shared) > 20
    for url in shared:
        assert (built_site / url.removeprefix(ROOT)).is_file(), url


def test_samples_stay_out_of_search_engines_and_claim_nothing(heads: list[Head]) -> None:
    samples = [head for head in heads if 'class="sample-note"' in head.text]
    assert len(samples) > 40
    for head in samples:
        assert not head.is_indexed, head.url
        if head.url.startswith(VIEWS):
            continue
        assert head.meta["og:type"] == "website", head.url
        kinds = {node["@type"] for block in blocks(head.text) for node in block["@graph"]}
        assert kinds <= {"WebPage", "CollectionPage", "BreadcrumbList"}, (head.url, kinds)


def test_the_sitemap_holds_exactly_the_pages_for_search_engines(built_site: Path, heads: list[Head]) -> None:
    data = (built_site / "sitemap.xml").read_bytes()
    assert list(sitemap_faults(data, ROOT)) == []
    listed = set(re.findall("<loc>(.*?)</loc>", data.decode()))
    assert listed == {ROOT + head.url for head in heads if head.canonical and head.is_indexed and not head.is_redirect}


def test_structured_data_is_what_schema_org_knows_and_search_engines_require(heads: list[Head]) -> None:
    kinds: set[str] = set()
    for head in heads:
        for block in blocks(head.text):
            assert list(faults(block)) == [], head.url
            kinds |= {node["@type"] for node in block["@graph"]}
    assert kinds >= {"NewsArticle", "Article", "Legislation", "FAQPage", "ImageGallery", "WebSite", "CollectionPage"}


def test_news_has_all_that_search_engines_recommend(heads: list[Head]) -> None:
    """https://developers.google.com/search/docs/appearance/structured-data/article"""
    found = [node for head in heads for block in blocks(head.text) for node in block["@graph"]]
    news = [node for node in found if node["@type"] == "NewsArticle"]
    assert len(news) >= 10
    for node in news:
        assert {"author", "publisher", "headline", "datePublished", "dateModified", "description"} <= set(node)
        assert len(node["headline"]) <= 110


FOR_OTHERS = (
    "api/",
    "data/",
    "feeds/",
    "calendars/",
    "oembed/",
    VIEWS,
)  # what no page loads, and programs come back for


def test_every_file_that_a_page_loads_is_named_by_its_content(built_site: Path) -> None:
    for path in built_site.rglob("*"):
        name = path.relative_to(built_site).as_posix()
        if (
            path.is_file()
            and path.suffix not in (".html", ".xhtml", ".xml", ".txt")
            and not name.startswith(FOR_OTHERS)
        ):
            assert HASHED.fullmatch(path.name) or PART.fullmatch(name), name
            assert name.startswith(("assets/", "media/", "search/")), name


def test_style_sheets_load_nothing_from_elsewhere(built_site: Path) -> None:
    for path in built_site.rglob("*.css"):
        for target in re.findall(r"""url\(\s*["']?([^"')]+)""", path.read_text("utf-8")):
            assert target.startswith("data:image/") or not urlsplit(target).netloc, (path.name, target)
