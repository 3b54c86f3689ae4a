"""Other people's pages with codes in them: the site behind nginx as its operator runs it, the pages on another origin."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.conftest import PROJECT
from tests.release.server_config.servers import running

from faults.network import free_port
from zhuanti.content.loading import read_settings
from zhuanti.outlets.embeds import codes
from zhuanti.outlets.embeds.heights import HEIGHTS, css_length
from zhuanti.outlets.embeds.model import Embed
from zhuanti.release.server_config import place_of, server_config
from zhuanti.settings.site import SiteSettings

HOSTS = ("plain", "table-gbk", "wordpress", "strict", "resets")
# as its ten entries, which are all a view holds, so that a number is asked for
LIST = Embed("columns/in-action", "list", "制造业强市攻坚突破在行动", "columns/in-action/", cards=(None,) * 10, count=6)  # type: ignore[arg-type]
_SHIFTS = """(() => { window.shifts = []; new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) shifts.push(entry.value); }).observe({ type: "layout-shift", buffered: true }); })()"""
_STATE = """() => ({ shift: shifts.reduce((sum, value) => sum + value, 0), wide: document.documentElement.scrollWidth - innerWidth })"""
# a page that allows no styles in attributes says in its own sheet what the code's attribute says
_STRICT = """.room > div:not(.zhuanti-v1) {{ position: relative; height: 0; font-size: 16px; padding-bottom: {room}; }}
.room iframe {{ position: absolute; left: 0; top: 0; width: 100%; height: 100%; border: 0; }}"""


@dataclass(frozen=True)
class Newsroom:
    """The site's address, and the origin of the other pages with the folder they are served from."""

    address: str
    origin: str
    folder: Path
    settings: SiteSettings

    def paste(self, host: str, code: str) -> str:
        """The address of a host's page with the code in its place; what is pasted must be ASCII."""
        page = (PROJECT / f"tests/hosts/{host}.html").read_bytes()
        page = page.replace(b"<!--place-->", code.encode("ascii")).replace(b"{origin}", self.settings.origin.encode())
        (self.folder / f"{host}.html").write_bytes(page)
        (self.folder / "strict.css").write_text(_STRICT.format(room=css_length(HEIGHTS[LIST.shape], LIST.count)))
        return f"{self.origin}/{host}.html"

    def code(self, way: str) -> str:
        """The code for the list; a fragment is what a server would have put in."""
        if way == "fragment":
            return (self.folder.parent / "site" / LIST.fragment).read_text("ascii")
        return dict(codes(LIST, self.settings))[way]


@contextmanager
def newsroom(site: Path) -> Iterator[Newsroom]:
    """Run both origins."""
    folder = Path(tempfile.mkdtemp(prefix="topic-hosts-"))
    try:
        folder.chmod(0o755)
        shutil.copytree(site, folder / "site", copy_function=os.link)
        (folder / "other").mkdir()
        settings, _ = read_settings(PROJECT)
        assert settings
        port, other = free_port(), free_port()
        address = f"http://localhost:{port}{settings.root_path}"
        settings = settings.model_copy(update={"base_url": address})
        text = server_config("nginx", settings, place_of(address, str(folder / "site")))
        # a server of old pages: it says no encoding, the pages do
        text += f"\nserver {{ listen 127.0.0.1:{other}; root {folder}/other; charset off; }}\n"
        with running("nginx", text, folder, port):
            yield Newsroom(address, f"http://127.0.0.1:{other}", folder / "other", settings)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class Visit:
    """Pages opened by one reader; ``faults`` is what their consoles said of errors."""

    def __init__(self, browser: Browser) -> None:
        self._browser, self._contexts = browser, list[BrowserContext]()
        self.faults: list[str] = []

    def page(self, width: int, height: int = 900) -> Page:
        context = self._browser.new_context(viewport={"width": width, "height": height})
        self._contexts.append(context)
        page = context.new_page()
        page.on(
            "console",
            lambda said: (
                self.faults.append(said.text)
                if said.type == "error" and not said.location["url"].endswith("/favicon.ico")
                else None
            ),
        )
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.add_init_script(_SHIFTS)
        return page

    def close(self) -> None:
        for context in self._contexts:
            context.close()


def at_rest(page: Page) -> dict[str, float]:
    """Once all has come to rest: how much the page has moved, and by how much it is too wide."""
    page.wait_for_timeout(400)
    return dict(page.evaluate(_STATE))


def rows(page: Page, count: int = 6) -> None:
    """Wait until the list in the frame shows so many lines."""
    expect(page.locator("iframe")).to_be_visible()
    expect(page.frame_locator("iframe").locator(".row:not([hidden])")).to_have_count(count)
