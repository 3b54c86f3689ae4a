"""Bodies → Prose: rendered in parallel, kept by content hash.

The key is the text, its place and the code that renders it: a changed template renders no body again, a changed rule
of Markdown renders all.
"""

import hashlib
import json
import multiprocessing
import sys
from collections.abc import Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from importlib.metadata import version
from os import cpu_count
from pathlib import Path
from typing import Any

from .. import prose
from ..content.entry import Entry
from ..images.workers import stop_with_parent
from ..problems import Place, Problem
from ..prose import Heading, ImageRef, LinkRef, Prose
from .store import Store

_BATCH = 50
_CODE = ("prose", "problems/problem.py", "problems/catalogue/markdown.py", "content/addresses.py")


class Bodies:
    """Renders bodies while the rest of the content is still being read, and keeps them in a store.

    ``cache_path`` is the store's file; None keeps nothing. Worker processes begin with the first batch that is mostly
    new; where the platform does not fork safely (Windows, macOS) all is done here, for new processes would take
    longer to load than they save.
    """

    def __init__(self, cache_path: Path | None) -> None:
        self._store = Store(cache_path, "prose") if cache_path else None
        self._waiting: dict[bytes, Entry] = {}
        self._pool: ProcessPoolExecutor | None = None
        self._paths: dict[bytes, str] = {}
        self._held: dict[bytes, Prose] = {}
        self._begun: list[tuple[tuple[bytes, ...], Future[list[Prose]]]] = []

    def begin(self, entry: Entry) -> None:
        """Render this body some time before :meth:`finish`."""
        key = _key(entry)
        self._paths[key] = entry.path
        self._waiting[key] = entry
        if len(self._waiting) >= _BATCH:
            self._begin_batch()

    def finish(self) -> Mapping[str, Prose]:
        """Every body by its entry's path, in the order they were begun."""
        self._find_waiting()
        fresh = {key: _render(entry) for key, entry in self._waiting.items()}
        for keys, future in self._begun:
            fresh |= zip(keys, future.result(), strict=True)
        if self._pool:
            self._pool.shutdown()
        if self._store:
            if fresh:
                self._store.keep({key: _frozen(value) for key, value in fresh.items()}, self._paths)
            self._store.close()
        return {path: self._held.get(key) or fresh[key] for key, path in self._paths.items()}

    def _find_waiting(self) -> None:
        found = self._store.find(self._waiting) if self._store else {}
        for key, value in found.items():
            self._held[key] = _thawed(value)
            del self._waiting[key]

    def _begin_batch(self) -> None:
        self._find_waiting()
        if len(self._waiting) < _BATCH // 2 or sys.platform != "linux":
            return  # few are new: they wait for the next batch or the end
        if self._pool is None:
            prose.render("## 预热", path="", first_line=1, note_prefix="")  # loads what every worker then inherits
            self._pool = ProcessPoolExecutor(cpu_count(), multiprocessing.get_context("fork"), stop_with_parent)
        keys, entries = tuple(self._waiting), list(self._waiting.values())
        self._begun.append((keys, self._pool.submit(_render_all, entries)))
        self._waiting.clear()


def _render_all(entries: list[Entry]) -> list[Prose]:
    return [_render(entry) for entry in entries]


def _render(entry: Entry) -> Prose:
    prefix = hashlib.sha256(entry.url.encode()).hexdigest()[:6]
    return prose.render(
        entry.body, path=entry.path, first_line=entry.body_line, note_prefix=prefix, scenes=entry.kind == "gallery"
    )


def _key(entry: Entry) -> bytes:
    parts = (_code_version(), entry.path, entry.url, str(entry.body_line), entry.body)
    return hashlib.sha256("\0".join(parts).encode()).digest()


@cache
def _code_version() -> str:
    """A hash over the code that turns a body into prose, and the versions of the libraries it uses."""
    root = Path(__file__).resolve().parents[1]
    digest = hashlib.sha256()
    for name in (*_CODE, "site/bodies.py"):
        path = root / name
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            digest.update(file.read_bytes())
    for library in ("markdown", "pymdown-extensions", "nh3", "pypinyin"):
        digest.update(version(library).encode())
    return digest.hexdigest()


def _frozen(value: Prose) -> bytes:
    segments: list[Any] = []
    for segment in value.segments:
        if isinstance(segment, LinkRef):
            segments.append([segment.target, segment.line])
        elif isinstance(segment, ImageRef):
            segments.append({name: getattr(segment, name) for name in ImageRef.__slots__})
        else:
            segments.append(segment)
    problems = [
        (p.place.path, p.place.line, p.place.column, p.code, p.message, p.hint, p.severity) for p in value.problems
    ]
    headings = [[getattr(heading, name) for name in Heading.__slots__] for heading in value.headings]
    return json.dumps([segments, headings, value.text, problems], ensure_ascii=False).encode()


def _thawed(data: bytes) -> Prose:
    segments, headings, text, problems = json.loads(data)
    return Prose(
        segments=tuple(_segment(segment) for segment in segments),
        headings=tuple(_heading(heading) for heading in headings),
        text=text,
        problems=tuple(Problem(Place(*problem[:3]), *problem[3:]) for problem in problems),
    )


def _heading(data: list[Any]) -> Heading:
    level, id, text, line, column, settings, settings_column = data
    return Heading(level, id, text, line, column, tuple(settings), settings_column)


def _segment(data: Any) -> str | LinkRef | ImageRef:
    if isinstance(data, str):
        return data
    if isinstance(data, list):
        return LinkRef(*data)
    return ImageRef(**data | {"classes": tuple(data["classes"])})
