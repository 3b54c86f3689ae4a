"""Bodies → Prose: rendered in parallel, kept by content hash.

The key is the text, its place and the code that renders it: a changed template renders no body again, a changed rule
of Markdown renders all.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from .. import prose
from ..content.entry import Entry
from ..problems import Place, Problem
from ..prose import Heading, ImageRef, LinkRef, Prose
from .parallel import spread
from .store import Store

_PARALLEL_FROM = 200
_CODE = ("prose", "problems/problem.py", "problems/catalogue/markdown.py", "content/addresses.py")


def render_bodies(entries: Iterable[Entry], cache_path: Path | None) -> Mapping[str, Prose]:
    """The prose of every entry by its path. ``cache_path`` is the store's file; None keeps nothing."""
    keys = {_key(entry): entry for entry in entries}
    store = Store(cache_path, "prose") if cache_path else None
    held = {key: _thawed(value) for key, value in store.find(keys).items()} if store else {}
    missing = {key: entry for key, entry in keys.items() if key not in held}
    fresh = dict(zip(missing, spread(_render, list(missing.values()), _PARALLEL_FROM), strict=True))
    if store:
        if fresh:
            store.keep({key: _frozen(value) for key, value in fresh.items()}, keys)
        store.close()
    return {entry.path: held.get(key) or fresh[key] for key, entry in keys.items()}


def _render(entry: Entry) -> Prose:
    prefix = hashlib.sha256(entry.url.encode()).hexdigest()[:6]
    return prose.render(entry.body, path=entry.path, first_line=entry.body_line, note_prefix=prefix)


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
    headings = [(heading.level, heading.id, heading.text) for heading in value.headings]
    return json.dumps([segments, headings, value.text, problems], ensure_ascii=False).encode()


def _thawed(data: bytes) -> Prose:
    segments, headings, text, problems = json.loads(data)
    return Prose(
        segments=tuple(_segment(segment) for segment in segments),
        headings=tuple(Heading(*heading) for heading in headings),
        text=text,
        problems=tuple(Problem(Place(*problem[:3]), *problem[3:]) for problem in problems),
    )


def _segment(data: Any) -> str | LinkRef | ImageRef:
    if isinstance(data, str):
        return data
    if isinstance(data, list):
        return LinkRef(*data)
    return ImageRef(**data | {"classes": tuple(data["classes"])})
