"""One address asked: does it answer? Never longer than it may take, never inside a private network.

The name is looked up once and the connection goes to the very address that was judged, so that a name cannot lead
elsewhere between the two; every redirect is judged anew.
"""

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from ipaddress import IPv6Address, ip_address, ip_network
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from ...content.link_record import REACHED

NO_NAME = "找不到这个域名"
NO_WAY = "连不上这个网站"
INNER = "指向内部网络，没有访问"
_REDIRECTS, _MOST_REDIRECTS = frozenset({301, 302, 303, 307, 308}), 5
_TRANSLATED = ip_network("64:ff9b::/96")  # IPv4 inside IPv6: the network translates it to whatever it names
_STATUS = {403: "网站拒绝访问", 404: "找不到网页", 410: "网页已撤下", 429: "网站说问得太多"}


class _Refused(Exception):
    """The address leads where nothing of ours may go."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How to ask: ``patience`` in seconds for one address with all its redirects, and who asks."""

    agent: str = "zhuanti-link-check"
    patience: float = 15.0


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet."""
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address):
        if inner := ip.ipv4_mapped or ip.sixtofour:
            return is_public(str(inner))
        if ip in _TRANSLATED:
            return False
    return ip.is_global and not ip.is_multicast


def ask(url: str, manners: Manners, may_visit: Callable[[str], bool] = is_public) -> str:
    """:data:`~zhuanti.content.link_record.REACHED`, or in Chinese why not. Nothing is raised.

    First asked for the head alone; a site that refuses that is asked for the page, of which nothing is read.
    """
    until = time.monotonic() + manners.patience
    try:
        status = _followed("HEAD", url, manners, may_visit, until)
        if status >= 400:
            status = _followed("GET", url, manners, may_visit, until)
    except _Refused as refusal:
        return str(refusal)
    except socket.gaierror:
        return NO_NAME
    except ssl.SSLCertVerificationError:
        return "网站的证书不可信"
    except TimeoutError:
        return f"等了 {manners.patience:.0f} 秒没有回应"
    except (OSError, HTTPException, ValueError):
        return NO_WAY if time.monotonic() < until else f"等了 {manners.patience:.0f} 秒没有回应"
    if status < 400:
        return REACHED
    return f"{status} {_STATUS.get(status, '网站出错' if status >= 500 else '打不开')}"


def _followed(method: str, url: str, manners: Manners, may_visit: Callable[[str], bool], until: float) -> int:
    """The status at the end of all redirects."""
    for _ in range(_MOST_REDIRECTS + 1):
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise _Refused("跳转到了不是网页的地方")
        status, location = _once(method, parts, manners, may_visit, until)
        if status not in _REDIRECTS or not location:
            return status
        url = urljoin(url, location)
    raise _Refused("一直在跳转")


def _once(
    method: str, parts: SplitResult, manners: Manners, may_visit: Callable[[str], bool], until: float
) -> tuple[int, str]:
    with _connected(parts, may_visit, until) as link:
        # a limit on each read alone would let a slow site hold us for ever
        cut = threading.Timer(_left(until), _shut, (link,))
        cut.start()
        try:
            connection = HTTPConnection(str(parts.hostname))
            connection.sock = link
            path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~") + (
                f"?{_quoted(parts.query)}" if parts.query else ""
            )
            headers = {"Host": _host(parts), "User-Agent": manners.agent, "Accept": "*/*", "Connection": "close"}
            connection.request(method, path, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.getheader("Location") or ""
        finally:
            cut.cancel()


def _connected(parts: SplitResult, may_visit: Callable[[str], bool], until: float) -> socket.socket:
    host, secure = str(parts.hostname).encode("idna").decode(), parts.scheme == "https"
    found = socket.getaddrinfo(host, parts.port or (443 if secure else 80), type=socket.SOCK_STREAM)
    places = [place for *_, place in found]
    if not all(may_visit(str(place[0])) for place in places):
        raise _Refused(INNER)
    link = socket.create_connection((str(places[0][0]), int(places[0][1])), timeout=_left(until))
    if not secure:
        return link
    try:
        return ssl.create_default_context().wrap_socket(link, server_hostname=host)
    except BaseException:
        link.close()
        raise


def _host(parts: SplitResult) -> str:
    """What the Host header says: the port only where it was written."""
    name = str(parts.hostname).encode("idna").decode()
    return f"{name}:{parts.port}" if parts.port else name


def _quoted(query: str) -> str:
    return quote(query, safe="/%:@!$&'()*+,;=~?[]")


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _shut(link: socket.socket) -> None:
    with contextlib.suppress(OSError):
        link.shutdown(socket.SHUT_RDWR)
