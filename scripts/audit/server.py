"""The built site behind nginx, as readers will get it: compressed, below the path of its address, with its own 404."""

import contextlib
import os
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError

from run_tests import PATH

_BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_filter_module.so")
_TYPES = (
    "text/css text/javascript application/javascript application/json application/xml text/xml image/svg+xml text/plain"
)
_START_SECONDS = 10


class ServerFault(Exception):
    """nginx did not start; the text is its own."""


@contextlib.contextmanager
def served(site: Path, root_path: str) -> Iterator[str]:
    """Serve ``site`` below ``root_path`` (with slashes at both ends); yields the address, which ends with a slash.

    Raises:
        ServerFault: nginx did not start.
    """
    with tempfile.TemporaryDirectory(prefix="topic-audit-") as folder:
        port = _free_port()
        root = Path(folder, "root")
        place = root / root_path.strip("/")
        place.parent.mkdir(parents=True, exist_ok=True)
        if place != root:
            place.symlink_to(site.resolve(), target_is_directory=True)
        settings = Path(folder, "nginx.conf")
        settings.write_text(_settings(folder, root if place != root else site.resolve(), port, root_path), "utf-8")
        log = Path(folder, "error.log")
        command = ["nginx", "-p", folder, "-c", str(settings), "-e", str(log)]
        environment = os.environ | {"PATH": PATH}
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            address = f"http://127.0.0.1:{port}{root_path}"
            _wait(process, address, log)
            yield address
        finally:
            process.terminate()
            process.wait()


def _settings(folder: str, root: Path, port: int, root_path: str) -> str:
    user = "user root;" if hasattr(os, "geteuid") and os.geteuid() == 0 else ""
    brotli = f"brotli on; brotli_comp_level 6; brotli_types {_TYPES};" if _BROTLI.exists() else ""
    module = f"load_module {_BROTLI};" if _BROTLI.exists() else ""
    temporary = " ".join(
        f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    return f"""
{module} {user} daemon off; worker_processes 1; pid {folder}/nginx.pid;
events {{ worker_connections 256; }}
http {{
  types {{
    text/html html; text/css css; text/javascript js mjs; application/json json;
    application/xml xml; text/plain txt; text/vtt vtt; image/svg+xml svg; image/png png; image/jpeg jpg jpeg;
    image/webp webp; image/avif avif; video/mp4 mp4; audio/mpeg mp3;
  }}
  default_type application/octet-stream; charset utf-8; charset_types text/plain text/css text/javascript;
  access_log off; sendfile on; {temporary}
  gzip on; gzip_vary on; gzip_comp_level 6; gzip_min_length 256; gzip_types {_TYPES};
  {brotli}
  server {{
    listen 127.0.0.1:{port}; root {root}; absolute_redirect off; error_page 404 {root_path}404.html;
    location ~ "[.-][0-9a-f]{{8}}\\." {{ add_header Cache-Control "public, max-age=31536000, immutable"; }}
  }}
}}
"""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(URLError, ConnectionError), urllib.request.urlopen(address, timeout=1):
            return
        time.sleep(0.05)
    raise ServerFault(log.read_text("utf-8", "replace") if log.exists() else "")
