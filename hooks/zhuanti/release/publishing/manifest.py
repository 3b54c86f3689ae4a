"""What a release consists of: every file with its hash, size and type."""

import gzip
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from ..server_config.classes import class_of, path_classes

VERSION = 1
_CLASSES = path_classes(())


class ManifestFile(NamedTuple):
    """One file; a tuple, because there are tens of thousands. ``md5`` is what object storages call a file's ETag; empty where no storage is meant.

    ``carried`` is the number of the last release that a file belonged to, where it is not this one: pages that a reader
    opened before still ask for it. 0 is a file of the release itself. ``title`` is that of a page.
    """

    path: str
    sha256: str
    md5: str
    size: int
    type: str
    carried: int = 0
    title: str = ""

    @property
    def name(self) -> str:
        """What an operator calls it: a page's title without the site's name behind it, else its path."""
        return self.title.rpartition(" · ")[0] or self.title or self.path

    @property
    def hashed(self) -> bool:
        """Whether its name changes with its content, so that it may stand beside its successors."""
        return is_hashed(self.path)


@dataclass(frozen=True)
class Manifest:
    """All files of a release, by path."""

    files: tuple[ManifestFile, ...] = ()

    @cached_property
    def by_path(self) -> Mapping[str, ManifestFile]:
        """The same files by their paths."""
        return MappingProxyType({file.path: file for file in self.files})

    @cached_property
    def own(self) -> Mapping[str, ManifestFile]:
        """The files that this release itself is made of: those without compression, none carried."""
        return MappingProxyType(
            {file.path: file for file in self.files if not file.carried and not is_sibling(file.path, self.by_path)}
        )

    @property
    def pages(self) -> tuple[str, ...]:
        """The paths of the pages that readers know: not the views for other sites."""
        return tuple(path for path in self.own if is_page(path))

    @property
    def size(self) -> int:
        """Bytes of all files together."""
        return sum(file.size for file in self.files)

    @property
    def packed(self) -> bytes:
        """As it is kept beside the releases; :func:`unpacked` reads it."""
        return gzip.compress(
            json.dumps({"version": VERSION, "files": self.files}, ensure_ascii=False).encode(), 1, mtime=0
        )


@dataclass(frozen=True, slots=True)
class Changes:
    """What a reader would find new, different or gone; paths, sorted."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def is_page(path: str) -> bool:
    """A page of its own, not a view that other sites show."""
    return (path.endswith("/index.html") and not path.startswith("embed/v1/")) or path == "index.html"


def is_sibling(path: str, paths: Mapping[str, object]) -> bool:
    """A compressed copy beside its original."""
    return path.endswith((".gz", ".br")) and path[:-3] in paths


def is_hashed(path: str) -> bool:
    """Whether a file's name carries a hash of its content; a compressed copy goes with its original."""
    stem = path.removesuffix(".gz").removesuffix(".br")
    return class_of(stem, _CLASSES).name == "hashed"


def to_carry(manifest: Manifest, live: Manifest, number: int, oldest: int) -> tuple[ManifestFile, ...]:
    """The hashed files of what readers get now, release ``number``, that a manifest lacks, marked as carried.

    What last belonged to a release older than ``oldest`` is given up. Compressed copies do not go along: a server that is
    asked for an old file compresses it then.
    """
    there, known = manifest.by_path, live.by_path
    missing = (
        file
        for file in live.files
        if file.path not in there and (file.carried or (file.hashed and not is_sibling(file.path, known)))
    )
    marked = (file._replace(carried=file.carried or number) for file in missing)
    return tuple(file for file in marked if file.carried >= oldest)


def with_files(manifest: Manifest, more: Iterable[ManifestFile]) -> Manifest:
    """The manifest with more files."""
    return Manifest(tuple(sorted((*manifest.files, *more), key=lambda file: file.path)))


def without_files(manifest: Manifest, paths: Iterable[str]) -> Manifest:
    """The manifest without some files."""
    gone = set(paths)
    return Manifest(tuple(file for file in manifest.files if file.path not in gone))


def changes(before: Manifest, after: Manifest) -> Changes:
    """What differs for readers between two releases."""
    old, new = before.own, after.own
    return Changes(
        tuple(path for path in sorted(new) if path not in old),
        tuple(path for path in sorted(new) if path in old and new[path].sha256 != old[path].sha256),
        tuple(path for path in sorted(old) if path not in new),
    )


def unpacked(data: bytes) -> Manifest:
    """What :attr:`Manifest.packed` gave.

    Raises:
        ValueError: it is no manifest, or one of a later version.
    """
    try:
        read = json.loads(gzip.decompress(data))
        if read["version"] != VERSION:
            raise ValueError(f"version {read['version']}")
        return Manifest(tuple(ManifestFile(*row) for row in read["files"]))
    except (OSError, EOFError, KeyError, TypeError, IndexError) as error:
        raise ValueError(str(error)) from None
