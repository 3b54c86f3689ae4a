"""One page of every kind that the built site has: the one with the most markup, for it is the hardest to get right."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# Chinese name → address; a kind without a real entry is judged on a sample
KINDS = {
    "首页": r"",
    "专栏": r"columns/[^/]+/",
    "稿件": r"columns/[^/]+/(?!page/)[^/]+/",
    "案例列表": r"cases/",
    "案例": r"cases/(?!type/|page/)[^/]+/",
    "政策索引": r"policies/",
    "政策概览": r"policies/overview/",
    "政策体检": r"policies/match/",
    "政策比较": r"policies/compare/",
    "政策领域": r"policies/area/[^/]+/",
    "政策分面": r"policies/(level|issuer|audience|status|year|industry|explained|closing)/[^/]+/",
    "数据": r"data/",
    "政策原文": r"policies/documents/[^/]+/",
    "政策解读": r"policies/explainers/[^/]+/",
    "图集列表": r"galleries/",
    "图集": r"galleries/(?!page/)[^/]+/",
    "活动": r"events/(?!page/)[^/]+/",
    "通报": r"notices/(?!page/)[^/]+/",
    "分类索引": r"(counties|industries|groups|units)/",
    "分类": r"(counties|industries|groups|units)/[^/]+/",
    "标签": r"tags/[^/]+/",
    "时间线": r"timeline/",
    "搜索": r"search/",
    "嵌入指南": r"embed/",
    "说明页": r"(about|handbook)/",
    "找不到": r"404\.html",
}
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')


@dataclass(frozen=True, slots=True)
class PageKind:
    """A kind of page and the page that stands for it; ``indexed`` tells whether search engines may show it."""

    name: str
    url: str
    indexed: bool


def pages_of(site: Path) -> list[str]:
    """The addresses of all pages below the site's root, in order."""
    # a fragment is a piece of other people's pages, no page
    paths = (path for path in site.rglob("*.html") if path.name != "fragment.html")
    names = (path.relative_to(site).as_posix() for path in paths)
    return sorted(name.removesuffix("index.html") for name in names)


def kinds_of(site: Path) -> Iterator[PageKind]:
    """One page a kind; one for search engines where there is any."""
    pages = pages_of(site)
    for name, pattern in KINDS.items():
        shape = re.compile(pattern)
        found = [(url, _text(site, url)) for url in pages if shape.fullmatch(url)]
        found = [(url, text) for url, text in found if 'http-equiv="refresh"' not in text]
        if found:
            url, text = max(found, key=lambda pair: (_is_indexed(pair[1]), len(pair[1]), pair[0]))
            yield PageKind(name, url, _is_indexed(text))


def root_url(site: Path) -> str:
    """The address the site was built for, from its front page; empty where that says none."""
    found = _CANONICAL.search(_text(site, ""))
    return found.group(1) if found else ""


def _is_indexed(text: str) -> bool:
    return '<meta name="robots" content="noindex">' not in text


def _text(site: Path, url: str) -> str:
    return (site / (url if url.endswith(".html") else f"{url}index.html")).read_text("utf-8")
