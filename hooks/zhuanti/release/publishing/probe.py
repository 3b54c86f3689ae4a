"""After the switch: a few pages are asked for as a reader would, and compared with what was published."""

import hashlib
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import quote

from .answers import Answer, ask
from .manifest import Changes, Manifest, ManifestFile, is_page
from .paths import CURRENT, OWN

SAMPLE, CHANGED, EMBEDS, HASHED = 12, 8, 2, 4
# a server may keep open files, and names of links, for some seconds
PATIENCE = 10.0
# with everything: a server that says nothing at all is given up then
LONGEST = 20.0
_PAUSE = 0.5
# as many as there can be, so that a silent server is waited for once
_AT_ONCE = 32
_SCRIPT = "embed/v1/embed.js"
_NOWHERE = "no-such-page-0123456789/"
_DAYS = 7
_NO_CHANGES, _NO_MANIFEST = Changes(), Manifest()


@dataclass(frozen=True, slots=True)
class Probed:
    """How many addresses answered rightly; what is wrong for readers, and what an operator should better mend."""

    asked: int
    faults: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()


def probe(manifest: Manifest, url: str, changed: Changes = _NO_CHANGES, before: Manifest = _NO_MANIFEST) -> Probed:
    """Ask the server at ``url``, the address of the site's root with a slash at its end, until all is right or
    ``PATIENCE`` seconds are over.

    Args:
        changed: what this release changed for readers; some of it is asked for.
        before: what readers had, to tell a cache that still holds it.
    """
    files = tuple(sample(manifest, changed))
    begun = time.monotonic()
    answers: dict[str, Answer] = {}
    with ThreadPoolExecutor(_AT_ONCE) as pool:

        def all_of(paths: Iterable[str]) -> None:
            wanted = list(paths)
            deadline = max(begun + LONGEST, time.monotonic() + 1)
            told = pool.map(lambda path: ask(url + address_of(path), deadline - time.monotonic()), wanted)
            answers.update(zip(wanted, told, strict=True))

        left: Sequence[ManifestFile] = files
        while True:
            all_of(file.path for file in left)
            left = [file for file in left if _fault(file, answers[file.path], before)]
            if not left or time.monotonic() - begun > PATIENCE:
                break
            time.sleep(_PAUSE)
        if not left:
            all_of((_NOWHERE, OWN + CURRENT))
    faults = tuple(f"{url}{address_of(file.path)}：{_fault(file, answers[file.path], before)}" for file in left)
    return Probed(len(files), faults, () if faults else tuple(_advice(files, answers)))


def sample(manifest: Manifest, changed: Changes = _NO_CHANGES) -> Iterator[ManifestFile]:
    """The front page, pages that changed and others from all over the site, some views for other sites with their script,
    and some files that pages name; always the same ones."""
    by_path, touched = manifest.by_path, {*changed.added, *changed.changed}
    pages = sorted((path for path in manifest.own if is_page(path) and path != "index.html"), key=_lot)
    views = [path for path in manifest.own if path.startswith("embed/v1/") and path.endswith("/index.html")]
    named = sorted(
        (path for path in manifest.own if by_path[path].hashed), key=lambda path: (path not in touched, _lot(path))
    )
    wanted = [
        "index.html", *[path for path in pages if path in touched][:CHANGED], *pages[:SAMPLE],
        *sorted(views, key=_lot)[:EMBEDS], _SCRIPT, *named[:HASHED],
    ]  # fmt: skip
    yield from (by_path[path] for path in dict.fromkeys(wanted) if path in by_path)


def _lot(path: str) -> str:
    return hashlib.sha256(path.encode()).hexdigest()


def address_of(path: str) -> str:
    """The address of a file as readers know it, below the site's root."""
    return quote(path.removesuffix("index.html") if path == "index.html" or path.endswith("/index.html") else path)


def _fault(file: ManifestFile, answer: Answer, before: Manifest) -> str:
    """What is wrong with an answer for readers; empty where nothing is."""
    if answer.failure:
        return f"打不开（{answer.failure}）"
    if answer.status != 200:
        return f"服务器答复 {answer.status}"
    if answer.sha256 != file.sha256:
        old = before.by_path.get(file.path)
        if old and old.sha256 == answer.sha256:
            return "还是上一版的内容，可能是 CDN 或服务器的缓存。请探测源站的网址"
        return "内容和发布的不一样"
    kind = answer.headers.get("content-type", "").partition(";")[0].strip()
    if file.type.startswith("text/html") and kind != "text/html":
        return f"类型是“{kind}”，浏览器不会当网页显示"
    return ""


def _advice(files: Iterable[ManifestFile], answers: Mapping[str, Answer]) -> Iterator[str]:
    pages = [answers[file.path] for file in files if is_page(file.path)]
    views = [answers[file.path] for file in files if file.path.startswith("embed/v1/") and file.path.endswith(".html")]
    hashed = [answers[file.path] for file in files if file.hashed]
    config = "请用 server-config 生成服务器的配置。"
    if _lacks(pages, "x-content-type-options") or _lacks(pages, "cache-control"):
        yield f"网页没有缓存和安全方面的头，{config}"
    if any(_max_age(each) < _DAYS * 86400 for each in hashed):
        yield f"图片和样式没有让浏览器长久保存，读者每次都要重新下载，{config}"
    if any("x-frame-options" in each.headers for each in views):
        yield f"嵌入页带有 X-Frame-Options，别的网站放不进去，{config}"
    if answers[_NOWHERE].status != 404:
        yield f"不存在的网址得到的答复是 {answers[_NOWHERE].status or '无'}，不是 404，搜索引擎会收录错的网页，{config}"
    if answers[OWN + CURRENT].status == 200:
        yield f"发布记录（{OWN}）谁都能读，里面有提交和发布人的名字。请在存储的权限里不让匿名读取这个目录。"


def _lacks(answers: Iterable[Answer], name: str) -> bool:
    return any(name not in answer.headers for answer in answers)


def _max_age(answer: Answer) -> int:
    """Seconds that a browser may keep it; 0 where the server does not say."""
    words = [word.strip() for word in answer.headers.get("cache-control", "").split(",")]
    found = [word.removeprefix("max-age=") for word in words if word.startswith("max-age=")]
    return int(found[0]) if found and found[0].isdigit() else 0
