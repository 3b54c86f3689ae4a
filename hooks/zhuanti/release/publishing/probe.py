"""After the switch: a few pages are asked for as a reader would, and compared with what was published."""

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin
from urllib.request import Request, build_opener

from .manifest import Manifest, ManifestFile, is_page

SAMPLE = 12
EMBEDS = 2
# a server may keep open files, and names of links, for some seconds
PATIENCE = 10.0
_PAUSE = 0.5
_TIMEOUT = 10.0
_SCRIPT = "embed/v1/embed.js"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said: status, headers by lower-case name, and the SHA-256 of the body."""

    status: int
    headers: dict[str, str]
    sha256: str


@dataclass(frozen=True, slots=True)
class Probed:
    """How many addresses answered rightly; what is wrong for readers, and what an operator should better mend."""

    asked: int
    faults: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()


def probe(manifest: Manifest, url: str, ask: Callable[[str], Answer] | None = None) -> Probed:
    """Ask the server at ``url``, the address of the site's root, until all is right or ``PATIENCE`` seconds are over."""
    files, asking = tuple(sample(manifest)), ask or _ask
    end = time.monotonic() + PATIENCE
    left, faults, answers = files, dict[str, str](), dict[str, Answer]()
    while left:
        for file in left:
            fault, answer = _fault(file, url, asking)
            faults.pop(file.path, None)
            if fault:
                faults[file.path] = fault
            if answer:
                answers[file.path] = answer
        left = tuple(file for file in left if file.path in faults)
        if not left or time.monotonic() > end:
            break
        time.sleep(_PAUSE)
    return Probed(len(files), tuple(faults.values()), tuple(_advice(answers)))


def sample(manifest: Manifest) -> Iterator[ManifestFile]:
    """The front page, pages from all over the site, some views for other sites, and their script; always the same ones."""
    by_path = manifest.by_path
    pages = sorted((path for path in manifest.own if is_page(path) and path != "index.html"), key=_lot)
    views = [path for path in manifest.own if path.startswith("embed/v1/") and path.endswith("/index.html")]
    wanted = ["index.html", *pages[:SAMPLE], *sorted(views, key=_lot)[:EMBEDS], _SCRIPT]
    yield from (by_path[path] for path in wanted if path in by_path)


def _lot(path: str) -> str:
    return hashlib.sha256(path.encode()).hexdigest()


def address_of(path: str) -> str:
    """The address of a file as readers know it, below the site's root."""
    return quote(path.removesuffix("index.html") if path == "index.html" or path.endswith("/index.html") else path)


def _fault(file: ManifestFile, url: str, ask: Callable[[str], Answer]) -> tuple[str, Answer | None]:
    address = urljoin(url.rstrip("/") + "/", address_of(file.path))
    try:
        answer = ask(address)
    except (OSError, HTTPException) as error:
        return f"{address}：打不开（{_reason(error)}）", None
    if answer.status != 200:
        return f"{address}：服务器答复 {answer.status}", None
    if answer.sha256 != file.sha256:
        return f"{address}：内容和发布的不一样", None
    kind = answer.headers.get("content-type", "").partition(";")[0].strip()
    if file.type.startswith("text/html") and kind != "text/html":
        return f"{address}：类型是“{kind}”，浏览器不会当网页显示", None
    return "", answer


def _ask(address: str) -> Answer:
    # no proxy: an operator's own would answer from what it kept
    from urllib.request import ProxyHandler

    request = Request(address, headers={"Accept-Encoding": "identity", "Cache-Control": "no-cache"})
    try:
        with build_opener(ProxyHandler({})).open(request, timeout=_TIMEOUT) as answer:
            body, status, headers = answer.read(), answer.status, answer.headers
    except HTTPError as error:
        body, status, headers = b"", error.code, error.headers
    return Answer(status, {name.lower(): value for name, value in headers.items()}, hashlib.sha256(body).hexdigest())


def _reason(error: Exception) -> str:
    inner = error.reason if isinstance(error, URLError) else error
    if isinstance(inner, TimeoutError):
        return "超时"
    if isinstance(inner, ConnectionRefusedError):
        return "连接被拒绝"
    return str(inner) or type(inner).__name__


def _advice(answers: dict[str, Answer]) -> Iterator[str]:
    pages = [answer for path, answer in answers.items() if is_page(path)]
    views = [answer for path, answer in answers.items() if path.startswith("embed/v1/") and path.endswith(".html")]
    if _lacks(pages, "x-content-type-options") or _lacks(pages, "cache-control"):
        yield "网页没有缓存和安全方面的头，请用 server-config 生成服务器的配置。"
    if any("x-frame-options" in each.headers for each in views):
        yield "嵌入页带有 X-Frame-Options，别的网站放不进去，请用 server-config 生成服务器的配置。"


def _lacks(answers: Iterable[Answer], name: str) -> bool:
    return any(name not in answer.headers for answer in answers)
