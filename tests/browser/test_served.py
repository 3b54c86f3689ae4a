"""The site behind nginx as its operator runs it: no page asks for what the headers refuse, and only embeds are framed."""

import http.server
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.conftest import PROJECT
from tests.release.server_config.servers import running

from audit.kinds import KINDS, kinds_of
from faults.network import free_port
from zhuanti.content.loading import read_settings
from zhuanti.outlets.metadata.policy import content_policy
from zhuanti.release.server_config import place_of, server_config

pytestmark = pytest.mark.browser

# an embedded view as a sandboxed frame has it: everything from files, answers told to the page around it
EMBED = f"""<!doctype html><meta charset="utf-8"><title>嵌入</title>
<meta http-equiv="Content-Security-Policy" content="{content_policy()}">
<link rel="stylesheet" href="../../../assets/probe-01234567.css">
<p id="words">嵌入页</p><img src="../../../assets/probe-01234567.svg" alt="">
<script src="../../../assets/probe-01234567.js"></script>
<script type="module" src="../../../assets/probe-89abcdef.js"></script>"""
FILES = {
    "embed/v1/probe/index.html": EMBED,
    "embed/v1/probe/fragment.json": '{"title": "片段"}',
    "embed/builder/index.html": '<!doctype html><title>生成器</title><iframe src="../v1/probe/"></iframe>',
    "assets/probe-01234567.css": "#words { color: rgb(1, 2, 3); }",
    "assets/probe-01234567.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="7" height="7"/>',
    "assets/probe-01234567.json": "[1]",
    "assets/probe-89abcdef.js": "window.asModule = true;",
    "assets/probe-01234567.js": """
const refused = [];
document.addEventListener("securitypolicyviolation", (event) => refused.push(event.violatedDirective));
addEventListener("load", async () => {
  const read = async (path) => (await fetch(path)).json();
  parent.postMessage({
    origin: self.origin,
    colour: getComputedStyle(document.querySelector("#words")).color,
    picture: document.querySelector("img").naturalWidth,
    module: window.asModule === true,
    asset: await read("../../../assets/probe-01234567.json"),
    fragment: await read("fragment.json"),
    refused,
  }, "*");
});""",
}
HOST = """<!doctype html><meta charset="utf-8"><title>别的网站</title>
<script>window.told = []; addEventListener("message", (event) => told.push(event.data));</script>
<iframe id="frame" {sandbox} src="{address}"></iframe>"""
TOLD = {
    "colour": "rgb(1, 2, 3)",
    "picture": 7,
    "module": True,
    "asset": [1],
    "fragment": {"title": "片段"},
    "refused": [],
}


@dataclass(frozen=True)
class Served:
    """The site, and another newsroom's: ``other`` is a folder that two origins serve, the first of them allowed."""

    address: str
    other: Path
    port: int


@pytest.fixture(scope="module")
def served(built_site: Path) -> Iterator[Served]:
    folder = Path(tempfile.mkdtemp(prefix="topic-served-"))
    try:
        folder.chmod(0o755)
        shutil.copytree(built_site, folder / "site", copy_function=os.link)
        for name, text in FILES.items():
            (folder / "site" / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / "site" / name).write_text(text, "utf-8")
        other = folder / "other"
        other.mkdir()
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(other))) as newsroom:
            threading.Thread(target=newsroom.serve_forever, daemon=True).start()
            settings, _ = read_settings(PROJECT)
            assert settings
            settings = settings.model_copy(update={"embed_hosts": (f"http://127.0.0.1:{newsroom.server_port}",)})
            port = free_port()
            address = f"http://127.0.0.1:{port}{settings.root_path}"
            text = server_config("nginx", settings, place_of(address, str(folder / "site")))
            with running("nginx", text, folder, port):
                yield Served(address, other, newsroom.server_port)
            newsroom.shutdown()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_asks_for_what_its_headers_refuse(kind: str, served: Served, built_site: Path, page: Page) -> None:
    url = next(each.url for each in kinds_of(built_site) if each.name == kind)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.add_init_script(
        'window.refused = []; addEventListener("securitypolicyviolation", (event) => refused.push(event.violatedDirective + " " + event.blockedURI));'
    )
    answer = page.goto(f"{served.address}{url}", wait_until="networkidle")
    assert answer and "frame-ancestors 'self'" in answer.headers["content-security-policy"]
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("refused") == [] and said == []


def test_search_finds_behind_the_headers(served: Served, page: Page) -> None:
    page.goto(f"{served.address}search/?q=轴承")
    page.locator("mark").first.wait_for()


def hosted(served: Served, page: Page, host: str, path: str, sandbox: str = "") -> None:
    """Open a page of another newsroom that frames ``path``."""
    text = HOST.format(sandbox=sandbox, address=served.address + path)
    (served.other / "index.html").write_text(text, "utf-8")
    page.goto(f"http://{host}:{served.port}/", wait_until="networkidle")


@pytest.mark.parametrize(("sandbox", "origin"), [("", "http"), ('sandbox="allow-scripts"', "null")])
def test_an_embed_works_in_the_frame_of_an_allowed_host(served: Served, page: Page, sandbox: str, origin: str) -> None:
    hosted(served, page, "127.0.0.1", "embed/v1/probe/", sandbox)
    page.wait_for_function("told.length")
    (told,) = page.evaluate("told")
    assert told.pop("origin").startswith(origin) and told == TOLD


@pytest.mark.parametrize(
    ("host", "path"), [("localhost", "embed/v1/probe/"), ("127.0.0.1", ""), ("127.0.0.1", "embed/")]
)
def test_other_hosts_frame_no_embed_and_nobody_frames_a_page(served: Served, page: Page, host: str, path: str) -> None:
    hosted(served, page, host, path)
    assert page.evaluate("told") == []
    assert [frame.url for frame in page.frames[1:]] == ["chrome-error://chromewebdata/"]


def test_the_sites_own_pages_frame_embeds(served: Served, page: Page) -> None:
    page.goto(f"{served.address}embed/builder/", wait_until="networkidle")
    assert page.frames[1].locator("#words").inner_text() == "嵌入页"
