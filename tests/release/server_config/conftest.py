"""A small real site, and each program that serves it below a path and at the top of its host."""

import gzip
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
from tests.conftest import PROJECT, copy_project, run
from tests.release.server_config.servers import Server, running

from faults.network import free_port

PROGRAMS = ("nginx", "apache", "caddy")
BELOW = "/zt/hupan/"

# what the small site has not, or what later parts of the generator write
MORE = {
    "embed/index.html": "<!doctype html><title>嵌入</title>",
    "embed/host-gbk.xhtml": '<html xmlns="http://www.w3.org/1999/xhtml"/>',
    "embed/v1/columns/xianchang/index.html": "<!doctype html><title>嵌入页</title>" + "湖" * 400,
    "embed/v1/columns/xianchang/fragment.html": "<p>&#28246;</p>",
    "embed/v1/columns/xianchang/fragment.json": "{}",
    "embed/v1/embed.js": "void 0;",
    "oembed/columns/xianchang.json": "{}",
    "data/policies.csv": "名称\n",
    "data/policies.json": "[]",
    "data/index.html": "<!doctype html><title>数据</title>",
    "calendars/policies/area/tax.ics": "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    "manifest.json": "{}",
    "site.webmanifest": "{}",
    "media/hupan-01234567-360.avif": "avif",
    "media/hupan-01234567-360.webp": "webp",
    "media/hupan-2023-wide-01234567.png": "png" * 100,
    "media/film-01234567.mp4": "mp4",
    "media/film-01234567.vtt": "WEBVTT\n",
    "media/paper-01234567.pdf": "pdf",
    "assets/plain.css": "a { color: red }",
    "assets/packed-01234567.css": "a { color: red } /* as it is */",
    "feeds/packed.rss.xml": "<rss/>",
    "packed/index.html": "<!doctype html><title>as it is</title>",
    ".env": "SECRET=1",
    ".git/config": "SECRET=1",
    "columns/.draft/index.html": "SECRET=1",
}
# siblings say that they are such, so that a test can tell them from what a server compresses itself
PACKED = ("assets/packed-01234567.css", "feeds/packed.rss.xml", "packed/index.html")


@pytest.fixture(scope="session")
def project() -> Iterator[Path]:
    """The small site's project, built, in a folder that a server's own user may read."""
    folder = Path(tempfile.mkdtemp(prefix="topic-served-"))
    try:
        folder.chmod(0o755)
        project = copy_project(folder / "project", PROJECT / "tests/sites/another_city")
        at(project, f"http://127.0.0.1{BELOW}")
        built = run(project, "zhuanti", "build", "--no-cards")
        assert built.returncode == 0, built.stdout + built.stderr
        site = project / "site"
        for name, text in MORE.items():
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_bytes(text.encode())
        for name in PACKED:
            (site / f"{name}.gz").write_bytes(gzip.compress(f"gz of {name}".encode()))
            (site / f"{name}.br").write_bytes(brotli.compress(f"br of {name}".encode()))
        yield project
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def at(project: Path, base_url: str, embed_hosts: str = "") -> None:
    """Give the project another address."""
    path = project / "content/site.yml"
    text = re.sub(r'base_url: ".*"', f'base_url: "{base_url}"', path.read_text("utf-8"))
    text = re.sub(r"\nembed_hosts: .*", "", text) + (f"\nembed_hosts: {embed_hosts}\n" if embed_hosts else "")
    path.write_text(text, "utf-8")


def generated(project: Path, program: str, base_url: str, embed_hosts: str = "") -> str:
    """What the command prints for the project's site at an address."""
    at(project, base_url, embed_hosts)
    done = run(project, "zhuanti", "server-config", program, "--root", str(project / "site"))
    assert done.returncode == 0 and not done.stderr, done.stderr
    return done.stdout


@pytest.fixture(
    scope="session", params=[(p, root) for p in PROGRAMS for root in (BELOW, "/")], ids=lambda p: "".join(p)
)
def server(request: pytest.FixtureRequest, project: Path) -> Iterator[Server]:
    """A program that serves the site; its log is for one test's eyes when it has stopped."""
    program, root = request.param
    port = free_port()
    text = generated(project, program, f"http://127.0.0.1:{port}{root}")
    folder = Path(tempfile.mkdtemp(prefix="topic-server-"))
    folder.chmod(0o755)
    try:
        with running(program, text, folder, port) as logs:
            yield Server(program, port, root, logs)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
