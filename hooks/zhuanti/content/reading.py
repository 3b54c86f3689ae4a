"""From bytes to checked entries: one file at a time, every problem of each."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..problems import Place, Problem
from ..problems.catalogue import files, values
from . import checks
from .addresses import KIND_NAMES, SAMPLES, Address, Kind, address_of, forbidden_in, is_slug, slug_from
from .encoding import decode
from .entry import Entry
from .files import read_bytes
from .frontmatter import FrontMatter, read_front_matter
from .models import (
    ArticleMeta,
    CaseMeta,
    DocumentMeta,
    EventMeta,
    ExplainerMeta,
    GalleryMeta,
    Meta,
    NoticeMeta,
)
from .validation import validate

MODELS: Mapping[Kind, type[Meta]] = {
    "article": ArticleMeta,
    "case": CaseMeta,
    "policy-document": DocumentMeta,
    "policy-explainer": ExplainerMeta,
    "gallery": GalleryMeta,
    "event": EventMeta,
    "notice": NoticeMeta,
}
# what a gallery may leave out, and what changes nothing but how it looks
_LOOKS = frozenset({"theme", "transition"})


@dataclass(frozen=True, slots=True)
class ReadEntry:
    """An entry with the places of its front matter; None where the file gives no entry."""

    path: str
    url: str | None
    entry: Entry | None
    front: FrontMatter | None
    problems: tuple[Problem, ...]


ReadFile = Callable[[Path, str], ReadEntry]


def read_entry(project: Path, path: str) -> ReadEntry:
    """Read one Markdown file below ``content/``. Never raises for what a file holds."""
    address = address_of(path.split("/", 1)[1])
    problems = list(_address_problems(path, address))
    data, faults = read_bytes(project, path)
    problems += faults
    if data is None:
        return ReadEntry(path, address.url if address else None, None, None, tuple(problems))
    text, faults = decode(data, path)
    problems += faults
    front: FrontMatter | None = None
    entry: Entry | None = None
    if text is not None:
        front, faults = read_front_matter(text, path)
        problems += faults
    if front is not None and address is not None:
        entry, faults = _entry(path, address, front)
        problems += faults
    return ReadEntry(path, address.url if address else None, entry, front, tuple(problems))


class RememberingReader:
    """``read_entry`` for a preview: a file that has not changed since it was read is not read again."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[tuple[int, ...], ReadEntry]] = {}

    def __call__(self, project: Path, path: str) -> ReadEntry:
        """The entry as it is now. A file counts as unchanged while its time, size and number are the same."""
        try:
            found = os.lstat(project / path)
        except OSError:
            return read_entry(project, path)
        state = (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino, found.st_mode)
        known = self._known.get(path)
        if known is None or known[0] != state:
            known = self._known[path] = (state, read_entry(project, path))
        return known[1]


def _entry(path: str, address: Address, front: FrontMatter) -> tuple[Entry | None, tuple[Problem, ...]]:
    model = MODELS[address.kind]
    meta, faults = validate(model, front.data, front.place, front.key_place)
    if meta is None:
        # a wrong colour says nothing of the rest, which is looked at all the same
        rest = {name: value for name, value in front.data.items() if name not in _LOOKS}
        meta, _ = validate(model, rest, front.place, front.key_place)
    if meta is None:
        return None, faults
    entry = Entry(
        path, address.kind, address.slug, address.url, address.column, meta, front.body, front.body_line
    )  # fmt: skip
    problems = [*faults, *checks.check(entry, front.place, address.in_samples)]
    if meta.kind and meta.kind != address.kind:
        kind = f"{address.kind}（{KIND_NAMES[address.kind]}）"
        problems.append(values.KIND_DIFFERS.at(front.place(("kind",)), value=meta.kind, kind=kind))
    return entry, tuple(problems)


def _address_problems(path: str, address: Address | None) -> tuple[Problem, ...]:
    parts = path.split("/")
    if address is None:
        if parts[1:2] == ["galleries"]:
            folders = [part for part in parts[2:-1] if part != SAMPLES]
            name = slug_from(folders[0] if folders else parts[-1].removesuffix(".md"))
            parent = f"content/galleries/{SAMPLES}" if SAMPLES in parts[2:-1] else "content/galleries"
            return (files.BAD_GALLERY.at(Place(path), folder=f"{parent}/{name}"),)
        return (files.UNKNOWN_FOLDER.at(Place(path), folder="/".join(parts[:-1])),)
    if is_slug(address.slug):
        return ()
    better = slug_from(address.slug) + ("" if address.kind == "gallery" else ".md")
    name = address.slug if address.kind == "gallery" else parts[-1]
    return (
        files.BAD_SLUG.at(Place(path), name=name, what=forbidden_in(address.slug), better=better),
    )  # fmt: skip
