"""Links between pages: every reference of every body is looked up once all addresses are known."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote

from ..content.entry import Entry
from ..content.library import Library
from ..problems import Place, Problem
from ..problems.catalogue import links
from ..problems.nearest import meant, nearest
from ..prose import LinkRef, Prose

_FOREIGN = ("http://", "https://", "mailto:", "tel:")


@dataclass(frozen=True, slots=True)
class Addresses:
    """What a link may lead to: entries by file path, and every address of the site; ``samples`` are there or not."""

    entries: Mapping[str, Entry]
    library: Library
    urls: frozenset[str]
    prose: Mapping[str, Prose]
    samples: bool = True


def resolve_links(entry: Entry, addresses: Addresses) -> tuple[Mapping[str, str | None], tuple[Problem, ...]]:
    """Each target of an entry's body → site-relative address, foreign address as written, or None for plain text."""
    found: dict[str, str | None] = {}
    problems: list[Problem] = []
    for segment in addresses.prose[entry.path].segments:
        if isinstance(segment, LinkRef):
            url, problem = _resolve(entry, segment, addresses)
            found[segment.target] = url
            if problem:
                problems.append(problem)
    return MappingProxyType(found), tuple(problems)


def is_foreign(url: str) -> bool:
    """Whether an address leads out of the site."""
    return url.startswith(_FOREIGN)


def handwritten_urls(project: Path, docs: str = "docs") -> Iterator[str]:
    """Addresses of the handwritten pages below ``docs/``, as MkDocs gives them with directory addresses."""
    for path in sorted((project / docs).rglob("*.md")):
        name = path.relative_to(project / docs).with_suffix("").as_posix()
        yield "" if name == "index" else f"{name.removesuffix('/index')}/"


def _resolve(entry: Entry, link: LinkRef, addresses: Addresses) -> tuple[str | None, Problem | None]:
    if is_foreign(link.target):
        return link.target, None
    place = Place(entry.path, link.line)
    target, _, anchor = link.target.partition("#")
    target, anchor = unquote(target), unquote(anchor)
    if not target:
        return _with_anchor("", anchor, entry, place, addresses)
    if target.endswith(".md"):
        path = posixpath.normpath(posixpath.join(posixpath.dirname(entry.path), target.lstrip("/")))
        if target.startswith("/"):
            path = posixpath.normpath("content/" + target.lstrip("/"))
        other = addresses.entries.get(path)
        if other is None:
            hint = _nearest_file(entry, path, addresses) or "请核对路径；相对路径从本文件所在的文件夹算起"
            return None, links.DEAD_LINK.at(place, target=target, suggestion=hint)
        return _to_entry(entry, other, anchor, place, addresses)
    url = _site_url(entry, target)
    if url in addresses.library.by_url:
        return _to_entry(entry, addresses.library.by_url[url], anchor, place, addresses)
    if url in addresses.urls:
        return url + (f"#{anchor}" if anchor else ""), None
    hidden = next((other for other in addresses.entries.values() if other.url == url), None)
    if hidden is not None:
        return _to_entry(entry, hidden, anchor, place, addresses)
    hint = meant(url, addresses.urls) or "请改为站内已有的页面，或链接到稿件的 .md 文件"
    return None, links.DEAD_LINK.at(place, target=link.target, suggestion=hint)


def _nearest_file(entry: Entry, path: str, addresses: Addresses) -> str:
    """A sentence that offers the file of the nearest name, written as seen from the entry."""
    by_name = {posixpath.basename(other): other for other in sorted(addresses.entries, reverse=True)}
    name = nearest(posixpath.basename(path), by_name)
    return f"是不是想写“{posixpath.relpath(by_name[name], posixpath.dirname(entry.path))}”？" if name else ""


def _to_entry(
    entry: Entry, other: Entry, anchor: str, place: Place, addresses: Addresses
) -> tuple[str | None, Problem | None]:
    name = other.path.rsplit("/", 1)[1]
    if other.meta.sample and not addresses.samples:
        return None, links.LINK_TO_SAMPLE.at(place, target=name)
    if other.url not in addresses.library.by_url:
        state = "还没有发布" if other.meta.status != "published" else "还没到发布时间，或已撤下"
        return None, links.LINK_TO_UNPUBLISHED.at(place, target=name, state=state)
    url, problem = _with_anchor(other.url, anchor, other, place, addresses)
    if problem is None and other.meta.sample and not entry.meta.sample:
        problem = links.LINK_TO_SAMPLE.at(place, target=name)
    return url, problem


def _with_anchor(
    url: str, anchor: str, target: Entry, place: Place, addresses: Addresses
) -> tuple[str, Problem | None]:
    if not anchor:
        return url, None
    ids = {heading.id: heading.id for heading in addresses.prose[target.path].headings}
    ids |= {heading.text: heading.id for heading in addresses.prose[target.path].headings}
    if anchor in ids:
        return f"{url}#{ids[anchor]}", None
    markup = f'id="{anchor}"'
    if any(isinstance(part, str) and markup in part for part in addresses.prose[target.path].segments):
        return f"{url}#{anchor}", None
    offer = meant(anchor, ids) or "请核对小标题，或在小标题后写 {#名称} 固定它"
    return url, links.DEAD_ANCHOR.at(place, anchor=anchor, suggestion=offer)


def _site_url(entry: Entry, target: str) -> str:
    joined = target.lstrip("/") if target.startswith("/") else posixpath.join(entry.url, target)
    url = posixpath.normpath(joined)
    if url == ".":
        return ""
    return url if posixpath.splitext(url)[1] else f"{url}/"
