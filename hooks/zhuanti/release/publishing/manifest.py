"""What a release consists of: every file with its hash, size and type."""

import gzip
import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat
from types import MappingProxyType
from typing import Any, NamedTuple

from ..server_config.classes import class_of, path_classes
from ..server_config.types import type_of

VERSION = 2
_CLASSES = path_classes(())


class ManifestFile(NamedTuple):
    """One file; a tuple, because there are tens of thousands. ``md5`` is what object storages call a file's ETag; empty
    where no storage is meant.

    ``carried`` is the number of the last release that a file belonged to, where it is not this one: pages that a reader
    opened before still ask for it. 0 is a file of the release itself. ``title`` is that of a page.
    """

    path: str
    sha256: str
    size: int
    md5: str = ""
    carried: int = 0
    title: str = ""

    @property
    def type(self) -> str:
        """What it is sent as: its path alone says so."""
        return type_of(self.path)

    @property
    def name(self) -> str:
        """What an operator calls it: a page's title without the site's name behind it, else its path."""
        return self.title.rpartition(" · ")[0] or self.title or self.path

    @property
    def hashed(self) -> bool:
        """Whether its name changes with its content, so that it may stand beside its successors."""
        return is_hashed(self.path)


# what most files lack, and what that stands for
_LEFT_OUT = ManifestFile._field_defaults


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
        """As it is kept beside the releases; :func:`unpacked` reads it. A list for each of what is known of files, in the
        same order; one that would say nothing is left out."""
        columns = zip(*self.files, strict=True) if self.files else repeat(())
        lists = dict(zip(ManifestFile._fields, columns, strict=False))
        told = {name: values for name, values in lists.items() if name not in _LEFT_OUT or any(values)}
        return gzip.compress(json.dumps({"version": VERSION, **told}, ensure_ascii=False).encode(), 1, mtime=0)


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
        return Manifest(tuple(_READERS[read["version"]](read)))
    except (OSError, EOFError, zlib.error, KeyError, TypeError, IndexError) as error:
        raise ValueError(str(error)) from None


def _from_lists(read: dict[str, Any]) -> Iterable[ManifestFile]:
    count = len(read["path"])
    lists = {name: [value] * count for name, value in _LEFT_OUT.items()} | read
    return map(ManifestFile._make, zip(*(lists[name] for name in ManifestFile._fields), strict=True))


def _from_rows(read: dict[str, Any]) -> Iterable[ManifestFile]:
    """Version 1 had a row for each file, with its type."""
    return (
        ManifestFile(path, sha256, size, md5, carried, title)
        for path, sha256, md5, size, _, carried, title in read["files"]
    )


_READERS = {1: _from_rows, 2: _from_lists}
