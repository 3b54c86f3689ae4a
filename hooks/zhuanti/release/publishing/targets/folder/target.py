"""A folder on this machine: its releases stand side by side, a link says which one readers get."""

import contextlib
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from ...errors import PublishError
from ...manifest import Manifest, ManifestFile
from ...paths import (
    CURRENT,
    INCOMING,
    MANIFESTS,
    RECEIPTS,
    RELEASES,
    REMOVED,
    carried_draft,
    draft_path,
    incoming_path,
    is_left_over,
    number_of,
    release_path,
    removed_path,
)
from ...walking import files_below
from ..linked_copy import LaidOut, LinkedCopy, rework
from ..target import Release
from ..wording import no_link, not_switched
from .copying import Copying, copied
from .errors import in_words
from .files import digest_of, link, make_folders, put, remove
from .root import whole_root


class FolderTarget:
    """See :class:`~..target.Target`.

    Raises:
        PublishError: the folder is written in a way that means another one tomorrow, or is taken away by the next build.
    """

    def __init__(self, folder: str) -> None:
        self._root = whole_root(folder)
        self._copying: tuple[str, Copying] | None = None
        self._laid_out = LaidOut()

    @property
    def where(self) -> str:
        """The folder."""
        return str(self._root)

    def at(self, path: str) -> str:
        """See :class:`~..target.Target`."""
        return f"{self.where}/{path}"

    @in_words
    def read(self, path: str) -> bytes | None:
        """See :class:`~..target.Target`."""
        try:
            return (self._root / path).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None

    @in_words
    def read_all(self, folder: str) -> Mapping[str, bytes]:
        """See :class:`~..target.Target`."""
        place = self._root / folder
        if not place.is_dir():
            return {}
        files = (file for file in sorted(place.iterdir()) if not file.name.startswith(".") and file.is_file())
        return {file.name: file.read_bytes() for file in files}

    @in_words
    def write(self, path: str, data: bytes) -> None:
        """See :class:`~..target.Target`."""
        with self._draft(path, data) as draft:
            draft.replace(self._root / path)

    @in_words
    def create(self, path: str, data: bytes) -> bool:
        """See :class:`~..target.Target`."""
        with self._draft(path, data) as draft:
            try:
                os.link(draft, self._root / path)
            except FileExistsError:
                return False
            except FileNotFoundError:
                # whoever tidies took the draft for a dead publisher's
                if (self._root / path).exists():
                    return False
                raise
        return True

    @in_words
    def remove(self, path: str) -> None:
        """See :class:`~..target.Target`."""
        (self._root / path).unlink(missing_ok=True)

    def clock(self) -> datetime | None:
        """See :class:`~..target.Target`."""
        return datetime.now(UTC)

    @in_words
    def room(self) -> int | None:
        """See :class:`~..target.Target`."""
        self._root.mkdir(parents=True, exist_ok=True)
        return shutil.disk_usage(self._root).free

    @in_words
    def releases(self) -> tuple[str, ...]:
        """See :class:`~..target.Target`."""
        folder = self._root / RELEASES
        return tuple(sorted(each.name for each in folder.iterdir() if number_of(each.name))) if folder.is_dir() else ()

    @in_words
    def live(self) -> str:
        """See :class:`~..target.Target`."""
        link = self._root / CURRENT
        if not link.is_symlink():
            if link.exists():
                raise PublishError(no_link(self.where))
            return ""
        return Path(os.readlink(link)).name

    def settled(self) -> bool:
        """See :class:`~..target.Target`. A link changes in one step."""
        return True

    @contextlib.contextmanager
    def copying(self) -> Iterator[None]:
        """See :class:`~..target.Target`."""
        with contextlib.suppress(PublishError, OSError):
            live = self.live()
            if number_of(live):
                given_up = map(str, self._left_over((REMOVED,)))
                self._copying = live, Copying(*self._both(live), given_up)
        try:
            yield
        finally:
            self._give_up()

    def _both(self, live: str) -> tuple[str, str]:
        """Where a release stands, and where a copy of it may stand."""
        return str(self._root / release_path(live)), str(self._root / incoming_path(live))

    def _give_up(self) -> None:
        """Nothing stays of a copy that no upload has begun from."""
        begun, self._copying = self._copying, None
        if begun:
            begun[1].wait()
            shutil.rmtree(begun[1].folder, ignore_errors=True)

    def _copy_of(self, live: str) -> LinkedCopy | None:
        """A copy of this release; None where there is nothing to copy. One that was begun before the lock was held may be
        of another release, or cleaned away by who held it: then it is made again."""
        begun = self._copying
        if begun and begun[0] == live and (digests := begun[1].wait()) is not None and os.path.isdir(begun[1].folder):
            self._copying = None
            return LinkedCopy(live, os.path.relpath(begun[1].folder, self._root), digests)
        self._give_up()
        old, new = self._both(live)
        if not number_of(live) or (digests := copied(old, new)) is None:
            shutil.rmtree(new, ignore_errors=True)
            return None
        return LinkedCopy(live, os.path.relpath(new, self._root), digests)

    @in_words
    def upload(self, release: Release, previous: tuple[Manifest, str] | None, afresh: bool = False) -> int:
        """See :class:`~..target.Target`. What did not change is linked, not copied."""
        copy = self._copy_of(previous[1]) if previous and not afresh else None
        copy = copy or LinkedCopy("", incoming_path(release.id), {})
        incoming, place = self._root / copy.folder, self._root / release_path(release.id)
        try:
            # what an interrupted publish left, or this one's first try; readers never saw it
            remove(place)
            self._clear_incoming(incoming)
            sent, right = _rework(incoming, copy, release)
            (self._root / RELEASES).mkdir(exist_ok=True)
            incoming.rename(place)
            # a power cut behind the switch must not leave empty files; one call costs less than one for each file
            if hasattr(os, "sync"):
                os.sync()
        except BaseException:
            shutil.rmtree(incoming, ignore_errors=True)
            raise
        self._laid_out = LaidOut(release.id, right)
        return sent

    @in_words
    def carry(self, release: str, files: tuple[ManifestFile, ...], live: str) -> tuple[ManifestFile, ...]:
        """See :class:`~..target.Target`."""
        old, new = self._root / release_path(live), self._root / release_path(release)
        if self._laid_out.holds(release, files):
            return files
        make_folders(new, files)
        pairs = ((file, f"{old}/{file.path}", f"{new}/{file.path}") for file in files)
        return tuple(file for file, there, here in pairs if link(there, here) or self._copy(there, here))

    def _copy(self, old: str, new: str) -> bool:
        """Whether a file was copied. What stands there is replaced, never written into: it may have other names."""
        draft = self._root / carried_draft()
        try:
            shutil.copyfile(old, draft)
            draft.replace(new)
        except FileNotFoundError:
            return False
        finally:
            draft.unlink(missing_ok=True)
        return True

    @in_words
    def faults(self, release: str, manifest: Manifest) -> tuple[str, ...]:
        """See :class:`~..target.Target`."""
        found, self._laid_out = self._laid_out.of(release), LaidOut()
        folder = str(self._root / release_path(release))
        there = {path for path, _ in files_below(folder, links=False)} if found else set()

        def is_right(file: ManifestFile) -> bool:
            if found.get(file.path) == file.sha256:
                return file.path in there
            return digest_of(f"{folder}/{file.path}") == file.sha256

        return tuple(file.path for file in manifest.files if not is_right(file))

    @in_words
    def switch(self, release: str, manifest: Manifest) -> None:
        """See :class:`~..target.Target`. A link beside it is renamed over it: there is no moment without one."""
        self.live()  # a folder in its place is never moved away
        beside = self._root / draft_path(CURRENT)
        beside.symlink_to(release_path(release))
        try:
            beside.replace(self._root / CURRENT)
        finally:
            beside.unlink(missing_ok=True)
        if self.live() != release:
            raise PublishError(not_switched(self.where))

    @in_words
    def tidy(self, kept: tuple[str, ...], freeing: bool = False) -> None:
        """See :class:`~..target.Target`."""
        self._give_up()
        self._clear_incoming()
        for leftover in tuple(self._left_over(("", RELEASES, MANIFESTS, RECEIPTS, REMOVED), kept)):
            if freeing or leftover.parent != self._root / RELEASES:
                remove(leftover)
            else:
                (self._root / REMOVED).mkdir(exist_ok=True)
                leftover.rename(self._root / removed_path(leftover.name))
        # a folder that still holds somebody else's files stays
        for name in (INCOMING, REMOVED):
            with contextlib.suppress(OSError):
                (self._root / name).rmdir()

    def _clear_incoming(self, but: Path | None = None) -> None:
        """Remove what uploads left. Another publisher may be copying what readers get into one of them just now, for that
        needs no lock: what cannot be removed yet stays for the next time."""
        for leftover in tuple(self._left_over((INCOMING,))):
            if leftover != but:
                shutil.rmtree(leftover, ignore_errors=True)

    def _left_over(self, folders: Iterable[str], kept: tuple[str, ...] = ()) -> Iterator[Path]:
        for folder in folders:
            place = self._root / folder
            for each in sorted(place.iterdir()) if place.is_dir() else ():
                ending = "/" if each.is_dir() and not each.is_symlink() else ""
                if is_left_over(f"{folder}/{each.name}{ending}".lstrip("/"), kept):
                    yield each

    @contextlib.contextmanager
    def _draft(self, path: str, data: bytes) -> Iterator[Path]:
        place = self._root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        draft = self._root / draft_path(path)
        try:
            draft.write_bytes(data)
            yield draft
        finally:
            draft.unlink(missing_ok=True)


def _rework(folder: Path, copy: LinkedCopy, release: Release) -> tuple[int, Mapping[str, str]]:
    """Make a copy the release: bytes sent, and the digests of what stayed as it was."""
    work = rework(copy, release)
    for path in work.dropped:
        remove(folder / path)
    sent = [release.manifest.by_path[path] for path in work.sent]
    folder.mkdir(parents=True, exist_ok=True)
    make_folders(folder, sent)
    for file in sent:
        put(release.sources[file.path], f"{folder}/{file.path}")
    return sum(file.size for file in sent), work.right
