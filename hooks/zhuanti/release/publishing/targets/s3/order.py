"""In which order readers get the files of a release, and how each is given: a page never comes before what it needs."""

import hashlib
from collections.abc import Container, Iterable, Mapping

from ....server_config.classes import CACHE, class_of, path_classes
from ....server_config.types import FEEDS, TYPES
from ...manifest import Manifest, ManifestFile

_CLASSES = path_classes(())
# what names pages without being one: indexes of the search, interfaces, feeds, maps of the site
_NAMING = ("csv", "ics", "json", "txt", "webmanifest", "xml")
_FRONT = "index.html"
Stages = tuple[tuple[ManifestFile, ...], ...]


def cache_of(path: str) -> str:
    """How long browsers and intermediaries may keep a file."""
    return class_of(path, _CLASSES).header(CACHE)


def rules() -> str:
    """A word that changes whenever files of the same bytes would be given with other headers."""
    told = repr(([(each.pattern, each.header(CACHE)) for each in _CLASSES], TYPES, FEEDS))
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def stages(files: Iterable[ManifestFile], there: Container[str]) -> Stages:
    """Files in the order in which readers may get them; within a stage the order does not matter.

    Files whose names carry a hash; other files that pages show; pages that nobody has a link to yet; pages that readers
    know; what names pages; the front page.
    """
    found: dict[int, list[ManifestFile]] = {}
    for file in files:
        found.setdefault(_stage(file, there), []).append(file)
    return tuple(tuple(found[number]) for number in sorted(found))


def gone(before: Iterable[Manifest], after: Manifest, there: Container[str]) -> tuple[str, ...]:
    """What stands there of earlier releases and is no part of the new one; nothing that others put there."""
    known: Mapping[str, None] = dict.fromkeys(file.path for each in before for file in each.files)
    return tuple(path for path in known if path in there and path not in after.by_path)


def _stage(file: ManifestFile, there: Container[str]) -> int:
    if file.hashed:
        return 0
    ending = file.path.rpartition(".")[2]
    if file.path == _FRONT:
        return 5
    if ending == "html":
        return 3 if file.path in there else 2
    return 4 if ending in _NAMING else 1
