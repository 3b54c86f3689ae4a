"""What a server answers, asked as a reader's browser would."""

import hashlib
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse, IncompleteRead
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import ProxyHandler, Request, build_opener

from .errors import PublishError

_PART = 1 << 16


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers by lower-case name, and the SHA-256 of the body; ``failure`` says why there is none, in Chinese."""

    status: int
    headers: dict[str, str]
    sha256: str
    failure: str = ""


def checked_address(url: str) -> str:
    """An address as it can be asked for: a Chinese host or path encoded, a slash at its end.

    Raises:
        PublishError: it is no whole address of a site.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").encode("idna").decode(), parts.port
    except ValueError:
        parts, host, port = urlsplit(""), "", None
    if parts.scheme not in ("http", "https") or not host or parts.query or parts.fragment:
        raise PublishError(
            f"探测的网址“{url}”不能用。请写网站首页的完整网址，以 http:// 或 https:// 开头，如 https://www.example.cn/zt/。"
        )
    shown = f"[{host}]" if ":" in host else host
    place = f"{shown}:{port}" if port else shown
    return urlunsplit((parts.scheme, place, quote(parts.path.rstrip("/") + "/", safe="/%"), "", ""))


def ask(address: str, seconds: float) -> Answer:
    """Ask once, and wait so many seconds in all; what goes wrong is an answer too. No proxy: an operator's own would answer
    from what it kept."""
    end = time.monotonic() + seconds
    try:
        request = Request(address, headers={"Accept-Encoding": "identity", "Cache-Control": "no-cache"})
        with build_opener(ProxyHandler({})).open(request, timeout=seconds) as answer:
            body, status, headers = b"".join(_read(answer, end)), answer.status, answer.headers
    except HTTPError as error:
        body, status, headers = b"", error.code, error.headers
    except (OSError, HTTPException, ValueError) as error:
        return Answer(0, {}, "", _reason(error))
    return Answer(status, {name.lower(): value for name, value in headers.items()}, hashlib.sha256(body).hexdigest())


def _read(answer: HTTPResponse, end: float) -> Iterator[bytes]:
    """The body, part by part: one that trickles would never be late for the connection's own patience."""
    while part := answer.read1(_PART):
        yield part
        if time.monotonic() > end:
            raise TimeoutError
    if answer.length:
        raise IncompleteRead(b"", answer.length)


def _reason(error: Exception) -> str:
    inner = error.reason if isinstance(error, URLError) else error
    if isinstance(inner, TimeoutError):
        return "超时"
    if isinstance(inner, ConnectionRefusedError):
        return "连接被拒绝"
    return str(inner) or type(inner).__name__
