"""The two sitemaps and robots.txt: what is in them, and that other programs can read them."""

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from tests.site.cases import checked, lay_out

from audit.sitemaps import faults
from zhuanti.outlets.sitemap import sitemap
from zhuanti.pages.shared.page import SitePage
from zhuanti.settings.moment import parse_moment
from zhuanti.settings.options import BuildOptions
from zhuanti.site.generate import generate

ROOT = "https://zhuanti.example.cn/"
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}


def entry(title: str = "甲", date: str = "2023-12-31 10:00", more: str = "") -> str:
    return (
        f'---\ntitle: "{title}"\nform: 消息\ndate: {date}\nsource: {{name: 甲日报}}\nstatus: published\n'
        f"review: {{first: 甲, second: 乙, final: 丙}}\n{more}---\n\n正文第一段。\n"
    )


def assets(project: Path, files: dict[str, Any], at: str = "2024-01-01 12:00") -> dict[str, str]:
    found = checked(lay_out(project, files), at)
    assert [str(problem) for problem in found.problems if problem.is_error] == []
    site = generate(found, BuildOptions(parse_moment(at)), project)
    return {
        asset.url: asset.content.decode()
        for asset in site.assets
        if isinstance(asset.content, bytes) and asset.url.endswith((".xml", ".txt"))
    }


def addresses(text: str) -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(text).iterfind(".//s:loc", NAMES)]


def test_every_page_of_a_long_list_is_in_the_sitemap_with_its_last_change(tmp_path: Path) -> None:
    files = {f"content/columns/in-action/a{n:02}.md": entry(f"第{n}篇", f"2023-11-{n:02}") for n in range(1, 24)}
    found = assets(tmp_path, files)
    assert list(faults(found["sitemap.xml"].encode(), ROOT)) == []
    urls = {
        url.findtext("s:loc", "", NAMES): url.findtext("s:lastmod", "", NAMES)
        for url in ElementTree.fromstring(found["sitemap.xml"])
    }
    assert urls[f"{ROOT}columns/in-action/"] == "2023-11-23"
    assert urls[f"{ROOT}columns/in-action/page/2/"] == "2023-11-03"
    assert urls[f"{ROOT}columns/in-action/a07/"] == "2023-11-07"


def test_a_very_large_site_has_a_sitemap_of_sitemaps() -> None:
    pages = [SitePage(f"a/{number}/", "", None, "") for number in range(7)]
    index, *parts = sitemap(pages, ROOT, most=3)
    assert [part.url for part in parts] == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    files = [asset.content for asset in (index, *parts)]
    assert [list(faults(file, ROOT)) for file in files if isinstance(file, bytes)] == [[], [], [], []]
    listed = [url for file in files[1:] if isinstance(file, bytes) for url in addresses(file.decode())]
    assert listed == [f"{ROOT}a/{number}/" for number in range(7)]
    assert isinstance(index.content, bytes)
    assert addresses(index.content.decode()) == [f"{ROOT}{part.url}" for part in parts]


def test_a_correction_is_a_change(tmp_path: Path) -> None:
    more = 'updated: 2023-12-31 11:00\ncorrections: [{date: 2024-01-01 09:00, note: "改正一个字。"}]\n'
    found = assets(tmp_path, {"content/columns/in-action/a.md": entry(more=more)})
    assert "<lastmod>2024-01-01T09:00:00+08:00</lastmod>" in found["sitemap.xml"]


def test_what_is_not_for_search_engines_is_in_no_sitemap(tmp_path: Path) -> None:
    files = {
        "content/columns/in-action/a.md": entry(more="aliases: [/old/]\n"),
        "content/columns/guangyue/samples/s.md": entry("示例稿件", more="sample: true\n"),
    }
    found = assets(tmp_path, files)
    urls = addresses(found["sitemap.xml"])
    assert f"{ROOT}columns/in-action/a/" in urls
    assert not [url for url in urls if "guangyue" in url or "old" in url or "404" in url]
    assert addresses(found["news-sitemap.xml"]) == [f"{ROOT}columns/in-action/a/"]


@pytest.mark.parametrize(
    ("date", "is_news"),
    [
        ("2024-01-01 12:00", True),
        ("2023-12-30 12:00", True),
        ("2023-12-30 11:59", False),
        ("2023-12-31", True),
        ("2023-12-30", False),
        ("2023-12-30T05:00:00Z", True),
    ],
)
def test_news_is_what_the_last_two_days_brought(tmp_path: Path, date: str, is_news: bool) -> None:
    found = assets(tmp_path, {"content/columns/in-action/a.md": entry(date=date)})
    assert ("news-sitemap.xml" in found) == is_news


def test_an_embargo_counts_from_its_end(tmp_path: Path) -> None:
    more = "publish_at: 2024-01-01 08:00\n"
    found = assets(tmp_path, {"content/columns/in-action/a.md": entry(date="2023-12-01", more=more)})
    assert "<news:publication_date>2024-01-01T08:00:00+08:00<" in found["news-sitemap.xml"]


def test_news_is_written_so_that_every_reader_of_xml_can_read_it(tmp_path: Path) -> None:
    title = "一线<投产> & 见效"
    found = assets(tmp_path, {"content/columns/in-action/a.md": entry(title)})
    text = found["news-sitemap.xml"]
    assert list(faults(text.encode(), ROOT)) == []
    tree = ElementTree.fromstring(text)
    assert tree.findtext(".//n:title", "", NAMES) == title
    assert tree.findtext(".//n:language", "", NAMES) == "zh-cn"
    assert tree.findtext(".//n:name", "", NAMES) == "甲市专题"


def test_robots_names_the_sitemaps_that_there_are(tmp_path: Path) -> None:
    files = {"content/columns/in-action/a.md": entry()}
    new, old = assets(tmp_path / "new", files), assets(tmp_path / "old", files, at="2025-01-01")
    assert f"Sitemap: {ROOT}sitemap.xml\nSitemap: {ROOT}news-sitemap.xml\n" in new["robots.txt"]
    assert f"Sitemap: {ROOT}sitemap.xml\n" in old["robots.txt"] and "news" not in old["robots.txt"]


HEAD = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">'
LOC = f"<loc>{ROOT}a/</loc>"
PUBLICATION = "<news:publication><news:name>甲</news:name><news:language>zh-cn</news:language></news:publication>"


@pytest.mark.parametrize(
    ("inner", "said"),
    [
        ("", "holds 0 addresses"),
        (f"<url>{LOC}</url><url>{LOC}</url>", "comes twice"),
        ("<url><loc>https://elsewhere.example.cn/a/</loc></url>", "no address of this site"),
        (f"<url><lastmod>2024-01-01</lastmod>{LOC}</url>", "holds"),
        (f"<url>{LOC}<lastmod>2024年1月1日</lastmod></url>", "lastmod"),
        (f"<url>{LOC}<priority>0.5</priority></url>", "holds"),
        (f"<url>{LOC}<news:news>{PUBLICATION}<news:title>甲</news:title></news:news></url>", "news holds"),
        (
            f"<url>{LOC}<news:news>{PUBLICATION}<news:publication_date>2024-13-01</news:publication_date>"
            "<news:title>甲</news:title></news:news></url>",
            "publication_date",
        ),
    ],
)
def test_the_judge_of_sitemaps_sees_what_breaks_the_protocol(inner: str, said: str) -> None:
    assert said in " ".join(faults(f"{HEAD}{inner}</urlset>".encode(), ROOT))
