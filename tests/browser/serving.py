"""The built site behind a local server, and one Chromium for all tests."""

import contextlib
import functools
import http.server
import io
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest
import yaml
from playwright.sync_api import Browser, sync_playwright
from tests.conftest import PROJECT

# a browser that asks nothing of the network
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


_COMPRESSED = (".html", ".css", ".js", ".svg", ".json", ".xml", ".txt")


@functools.cache
def compressed(path: Path) -> bytes:
    """A file as nginx would send it with Brotli at its own level."""
    return brotli.compress(path.read_bytes(), quality=6)


class _Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass

    def send_head(self) -> io.BytesIO | io.BufferedReader | None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() and self.path.partition("?")[0].endswith("/") else path
        if path.suffix not in _COMPRESSED or not path.is_file():
            return super().send_head()
        data = compressed(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return io.BytesIO(data)


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that closes a page in the middle of a file is no fault."""


@contextlib.contextmanager
def served(site: Path, root: Path) -> Iterator[str]:
    """A site below the path of its address, as in earnest; the address ends with a slash."""
    path = urlsplit(yaml.safe_load((PROJECT / "content/site.yml").read_text("utf-8"))["base_url"]).path.strip("/")
    (root / path).symlink_to(site)
    handler = functools.partial(_Handler, directory=str(root))
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{path}/"
        server.shutdown()


@pytest.fixture(scope="session")
def address(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the repository's site is served."""
    with served(built_site, tmp_path_factory.mktemp("served")) as url:
        yield url


@pytest.fixture(scope="session")
def preview_address(preview_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the preview is served, with its style guide."""
    with served(preview_site, tmp_path_factory.mktemp("served")) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, or else the one of Playwright. Its headless shell is the same browser without a window's
    frame, which a whole Chromium would draw anew, in a process of its own, for every page."""
    with sync_playwright() as playwright:
        program = next(filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "google-chrome"))), None)
        chromium = playwright.chromium.launch(executable_path=program, args=_QUIET)
        yield chromium
        chromium.close()
