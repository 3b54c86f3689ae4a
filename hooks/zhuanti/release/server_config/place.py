"""Where a site stands: host, port and path from its address, the folder on the server's disk.

Values go into configuration files of three languages, each with its own quoting; so what one of them would take for
more than text is refused instead of escaped.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\]")
_PATH = re.compile(r"/([A-Za-z0-9_~-][A-Za-z0-9._~-]*/)*")
# quotes, variables, comments and blocks of nginx, Apache and Caddy; backreferences and queries of Apache's rules
_NO_FOLDER = re.compile(r"[\"'\\$%{}<>#?*;`\x00-\x1f\x7f]")
_STANDARD = {"http": 80, "https": 443}


class ServerConfigError(Exception):
    """No configuration can be written; the text is for the user."""


@dataclass(frozen=True, slots=True)
class Place:
    """``path`` has slashes at both ends, ``root`` none at its end; ``name`` is made for names of files and variables.

    ``proxied`` is the port of a server that stands behind another one, which speaks TLS to readers; 0 where none does.
    """

    scheme: str
    host: str
    port: int
    path: str
    root: str
    name: str
    proxied: int = 0

    @property
    def tls(self) -> bool:
        """Whether this server itself speaks TLS."""
        return self.secure and not self.proxied

    @property
    def listens(self) -> int:
        """The port that this server listens on."""
        return self.proxied or self.port

    @property
    def secure(self) -> bool:
        """Whether the site's address begins with https."""
        return self.scheme == "https"

    @property
    def standard(self) -> bool:
        """Whether the port is the one that needs not be written."""
        return self.port == _STANDARD[self.scheme]

    @property
    def origin(self) -> str:
        """Scheme, host and, where it must be written, port."""
        return f"{self.scheme}://{self.host}" + ("" if self.standard else f":{self.port}")

    @property
    def variable(self) -> str:
        """The name as a part of a variable's name."""
        return "zt_" + re.sub(r"[^a-z0-9]", "_", self.name)


def place_of(base_url: str, root: str = "", proxied: int = 0) -> Place:
    """The place of a site; ``root`` is the folder that holds its index.html, below /var/www where it is empty.

    Raises:
        ServerConfigError: address or folder cannot stand in a server's configuration.
    """
    parts = urlsplit(base_url)
    try:
        host, port = (parts.hostname or "").encode("idna").decode().lower(), parts.port
    except ValueError:
        host, port = "", None
    host = f"[{host}]" if ":" in host else host
    if not _HOST.fullmatch(host) or parts.username is not None or parts.query or parts.fragment:
        raise ServerConfigError(
            f"site.yml 里 base_url 的网址“{base_url}”不能用作服务器的地址，请写成 https://域名/路径/。"
        )
    path = parts.path.rstrip("/") + "/"
    if not _PATH.fullmatch(path):
        raise ServerConfigError(f"base_url 的路径“{path}”里只能有英文字母、数字、连字符、下划线和点，点不在开头。")
    name = re.sub(r"[^a-z0-9-]", "-", (path.strip("/").rpartition("/")[2] or host).lower()).strip("-")
    root = root.rstrip("/") or f"/var/www/{name}"
    if not root.startswith("/"):
        raise ServerConfigError(f"网站文件夹“{root}”请写完整的路径，从 / 写起，如 /var/www/{name}。")
    if _NO_FOLDER.search(root) or ".." in root.split("/"):
        raise ServerConfigError(f"网站文件夹“{root}”里有引号、$、%、大括号一类的符号，服务器会读错，请换一个位置。")
    return Place(parts.scheme.lower(), host, port or _STANDARD[parts.scheme.lower()], path, root, name, proxied)
