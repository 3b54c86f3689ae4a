"""Small made-up sites for tests of publishing: pages, and assets whose names carry a hash."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from zhuanti.release.publishing.errors import PublishError
from zhuanti.release.publishing.phases import publish, rollback
from zhuanti.release.publishing.reading import read_folder
from zhuanti.release.publishing.request import Built, Known, Request
from zhuanti.release.publishing.targets import Target
from zhuanti.release.publishing.targets.folder import FolderTarget


def style(text: str) -> str:
    """The path of a style sheet with this content."""
    return f"assets/site-{hashlib.sha256(text.encode()).hexdigest()[:8]}.css"


def site_of(words: str, pages: int = 12, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Pages that all name one style sheet and one picture of this state of the site."""
    sheet = style(words)
    files = {
        sheet: words,
        "404.html": "404",
        "embed/v1/embed.js": "void 0;",
        "sitemap.xml": f"<urlset>{words}</urlset>",
    }
    for number in range(pages):
        path = "index.html" if number == 0 else f"columns/in-action/story-{number}/index.html"
        files[path] = f"<title>第{number}篇</title><link href=/{sheet}>" + (words if number == 0 else "") + "字" * 500
    return {**files, **(more or {})}


def written(folder: Path, files: Mapping[str, str]) -> Path:
    """The site's folder, holding these files alone."""
    import shutil

    shutil.rmtree(folder, ignore_errors=True)
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def built(folder: Path, files: Mapping[str, str]) -> Built:
    """A site of these files, ready to be sent."""
    manifest, sources = read_folder(written(folder, files), etags=True)
    return Built(manifest, sources)


def shown(folder: Path) -> dict[str, str]:
    """The text of every file that somebody finds below a folder, or below what a link points to, by path."""
    return {str(place.relative_to(folder)): place.read_text("utf-8") for place in folder.rglob("*") if place.is_file()}


class Newsroom:
    """One target with what its publisher holds; what was said is kept."""

    def __init__(self, target: Target, folder: Path, probe: str = "", keep: int = 3) -> None:
        self.target, self.folder, self.probe, self.keep = target, folder, probe, keep
        self.said: list[str] = []

    def publish(self, files: Mapping[str, str], **more: object) -> Known:
        """Publish a site of these files."""
        return publish(self._request("publish", built=built(self.folder, files), **more))

    def rollback(self, release: str = "", **more: object) -> Known:
        """Go back."""
        return rollback(self._request("rollback", wanted=release, **more))

    def _request(self, action: str, **more: object) -> Request:
        given = {
            "base_url": "https://example.cn/zt/",
            "at": "2026-11-26T09:00:00+08:00",
            "commit": "0123456789abcdef",
            **more,
        }
        return Request(action, self.target, self.keep, self.probe, self.said.append, **given)  # type: ignore[arg-type]


class Died(BaseException):
    """The publisher is no more."""


class Dying:
    """A target whose publisher dies instead of asking it for the n-th time, and asks nothing after that."""

    def __init__(self, target: Target, asked: int) -> None:
        self._target, self._left = target, asked

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._target, name)
        if not callable(found):
            return found

        def ask(*args: Any, **more: Any) -> Any:
            self._left -= 1
            if self._left <= 0:
                raise Died
            return found(*args, **more)

        return ask


def release_of(known: Known) -> str:
    """The release that was given."""
    assert known.receipt is not None
    return known.receipt.release


__all__ = [
    "Died",
    "Dying",
    "FolderTarget",
    "Newsroom",
    "PublishError",
    "built",
    "release_of",
    "shown",
    "site_of",
    "style",
    "written",
]
