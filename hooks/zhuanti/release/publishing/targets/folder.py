"""A folder on this machine: its releases stand side by side, a link says which one readers get."""

import contextlib
import hashlib
import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from ....problems.system import reason_of
from ..errors import PublishError
from ..manifest import Manifest, ManifestFile
from ..paths import CURRENT, INCOMING, MANIFESTS, RECEIPTS, RELEASES, manifest_path, number_of, release_path
from .target import Release
from .wording import UNCHANGED, no_link, not_switched

P = ParamSpec("P")
T = TypeVar("T")


def _in_words(act: Callable[P, T]) -> Callable[P, T]:
    """The system's refusals of a target's method as a sentence."""

    @wraps(act)
    def told(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return act(*args, **kwargs)
        except OSError as error:
            where = str(getattr(args[0], "where", ""))
            inside = os.path.relpath(str(error.filename), where) if error.filename else ""
            place = f"{where} 里的 {inside}" if inside and not inside.startswith(".") else where
            raise PublishError(f"发布到 {place} 时出错：{reason_of(error)}。{UNCHANGED}") from None

    return told


class FolderTarget:
    """See :class:`~.target.Target`."""

    def __init__(self, folder: str) -> None:
        self._root = Path(folder).expanduser()

    @property
    def where(self) -> str:
        """The folder."""
        return str(self._root)

    @_in_words
    def read(self, path: str) -> bytes | None:
        """See :class:`~.target.Target`."""
        try:
            return (self._root / path).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None

    @_in_words
    def read_all(self, folder: str) -> Mapping[str, bytes]:
        """See :class:`~.target.Target`."""
        place = self._root / folder
        if not place.is_dir():
            return {}
        return {file.name: file.read_bytes() for file in sorted(place.iterdir()) if _is_finished(file.name)}

    @_in_words
    def write(self, path: str, data: bytes) -> None:
        """See :class:`~.target.Target`."""
        with self._draft(path, data) as draft:
            draft.replace(self._root / path)

    @_in_words
    def create(self, path: str, data: bytes) -> bool:
        """See :class:`~.target.Target`."""
        with self._draft(path, data) as draft:
            try:
                os.link(draft, self._root / path)
            except FileExistsError:
                return False
        return True

    @_in_words
    def remove(self, path: str) -> None:
        """See :class:`~.target.Target`."""
        (self._root / path).unlink(missing_ok=True)

    def clock(self) -> datetime | None:
        """See :class:`~.target.Target`."""
        return datetime.now(UTC)

    @_in_words
    def room(self) -> int | None:
        """See :class:`~.target.Target`."""
        self._root.mkdir(parents=True, exist_ok=True)
        return shutil.disk_usage(self._root).free

    @_in_words
    def releases(self) -> tuple[str, ...]:
        """See :class:`~.target.Target`."""
        folder = self._root / RELEASES
        return tuple(sorted(each.name for each in folder.iterdir() if number_of(each.name))) if folder.is_dir() else ()

    @_in_words
    def live(self) -> str:
        """See :class:`~.target.Target`."""
        link = self._root / CURRENT
        if not link.is_symlink():
            if link.exists():
                raise PublishError(no_link(self.where))
            return ""
        return Path(os.readlink(link)).name

    @_in_words
    def settled(self) -> bool:
        """See :class:`~.target.Target`. A link changes in one step."""
        return True

    def upload(self, release: Release, previous: tuple[Manifest, str] | None) -> int:
        """See :class:`~.target.Target`. What did not change is linked, not copied."""
        incoming = self._root / INCOMING
        place = self._root / release_path(release.id)
        # what an interrupted publish left, or this one's first try; readers never saw it
        for leftover in (incoming, place):
            if leftover.exists():
                shutil.rmtree(leftover)
        incoming.mkdir(parents=True)
        try:
            sent = self._fill(incoming, release, previous)
            (self._root / RELEASES).mkdir(exist_ok=True)
            incoming.rename(place)
        except BaseException:
            shutil.rmtree(incoming, ignore_errors=True)
            raise
        return sent

    def _fill(self, incoming: Path, release: Release, previous: tuple[Manifest, str] | None) -> int:
        before, live = (previous[0].by_path, previous[1]) if previous else ({}, "")
        # texts instead of paths: joining those takes longer than making a link
        old, new = str(self._root / release_path(live)), str(incoming)
        _make_folders(incoming, release.manifest.files)
        sent = 0
        for file in release.manifest.files:
            known, place = before.get(file.path), f"{new}/{file.path}"
            if known and known.sha256 == file.sha256 and _link(f"{old}/{file.path}", place):
                continue
            shutil.copyfile(release.sources[file.path], place)
            sent += file.size
        return sent

    @_in_words
    def carry(self, release: str, files: tuple[ManifestFile, ...], live: str) -> tuple[ManifestFile, ...]:
        """See :class:`~.target.Target`."""
        old, new = self._root / release_path(live), self._root / release_path(release)
        _make_folders(new, files)
        pairs = ((file, f"{old}/{file.path}", f"{new}/{file.path}") for file in files)
        return tuple(file for file, there, here in pairs if _link(there, here) or _copy(there, here))

    @_in_words
    def faults(self, release: str, manifest: Manifest) -> tuple[str, ...]:
        """See :class:`~.target.Target`."""
        folder = str(self._root / release_path(release))
        return tuple(file.path for file in manifest.files if not _is_right(f"{folder}/{file.path}", file))

    @_in_words
    def switch(self, release: str, manifest: Manifest) -> None:
        """See :class:`~.target.Target`. A link beside it is renamed over it: there is no moment without one."""
        self.live()  # a folder in its place is never moved away
        beside = self._root / f".{CURRENT}-{secrets.token_hex(4)}"
        beside.symlink_to(release_path(release))
        try:
            beside.replace(self._root / CURRENT)
        finally:
            beside.unlink(missing_ok=True)
        if self.live() != release:
            raise PublishError(not_switched(self.where))

    @_in_words
    def tidy(self, kept: tuple[str, ...]) -> None:
        """See :class:`~.target.Target`."""
        for name in self.releases():
            if name not in kept:
                shutil.rmtree(self._root / release_path(name))
        needed = {manifest_path(name) for name in kept}
        for file in (self._root / MANIFESTS).glob("*.json.gz"):
            if f"{MANIFESTS}/{file.name}" not in needed:
                file.unlink(missing_ok=True)
        shutil.rmtree(self._root / INCOMING, ignore_errors=True)
        # drafts of publishers that died
        for folder in (self._root, self._root / MANIFESTS, self._root / RECEIPTS):
            for leftover in folder.glob(".*-????????"):
                leftover.unlink(missing_ok=True)

    @contextlib.contextmanager
    def _draft(self, path: str, data: bytes) -> Iterator[Path]:
        place = self._root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        draft = place.with_name(f".{place.name}-{secrets.token_hex(4)}")
        try:
            draft.write_bytes(data)
            yield draft
        finally:
            draft.unlink(missing_ok=True)


def _is_finished(name: str) -> bool:
    return not name.startswith(".")


def _is_right(place: str, file: ManifestFile) -> bool:
    try:
        with open(place, "rb") as there:
            data = there.read()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return len(data) == file.size and hashlib.sha256(data).hexdigest() == file.sha256


def _link(old: str, new: str) -> bool:
    """Whether one file now has two names; some file systems cannot, and some files have too many."""
    try:
        os.link(old, new)
    except OSError:
        return False
    return True


def _copy(old: str, new: str) -> bool:
    try:
        shutil.copyfile(old, new)
    except FileNotFoundError:
        return False
    return True


def _make_folders(root: Path, files: Iterable[ManifestFile]) -> None:
    for folder in sorted({os.path.dirname(file.path) for file in files}):
        os.makedirs(f"{root}/{folder}", exist_ok=True)
