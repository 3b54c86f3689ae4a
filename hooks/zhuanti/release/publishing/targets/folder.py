"""A folder on this machine: its releases stand side by side, a link says which one readers get."""

import contextlib
import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from ....problems.system import reason_of
from ..errors import PublishError
from ..manifest import Manifest, ManifestFile
from ..paths import (
    CURRENT,
    INCOMING,
    MANIFESTS,
    RECEIPTS,
    RELEASES,
    carried_draft,
    draft_path,
    incoming_path,
    is_left_over,
    number_of,
    release_path,
)
from .target import Release
from .wording import no_link, not_switched

P = ParamSpec("P")
T = TypeVar("T")
# a project has this file, and its finished site in this folder
_PROJECT, _SITE = "mkdocs.yml", "site"


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
            raise PublishError(f"发布到 {place} 时出错：{reason_of(error)}。") from None

    return told


class FolderTarget:
    """See :class:`~.target.Target`.

    Raises:
        PublishError: the folder is written in a way that means another one tomorrow, or is taken away by the next build.
    """

    def __init__(self, folder: str) -> None:
        self._root = _whole(folder)

    @property
    def where(self) -> str:
        """The folder."""
        return str(self._root)

    def at(self, path: str) -> str:
        """See :class:`~.target.Target`."""
        return f"{self.where}/{path}"

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
        files = (file for file in sorted(place.iterdir()) if not file.name.startswith(".") and file.is_file())
        return {file.name: file.read_bytes() for file in files}

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
            except FileNotFoundError:
                # whoever tidies took the draft for a dead publisher's
                if (self._root / path).exists():
                    return False
                raise
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

    def settled(self) -> bool:
        """See :class:`~.target.Target`. A link changes in one step."""
        return True

    @_in_words
    def upload(self, release: Release, previous: tuple[Manifest, str] | None, afresh: bool = False) -> int:
        """See :class:`~.target.Target`. What did not change is linked, not copied."""
        incoming, place = self._root / incoming_path(release.id), self._root / release_path(release.id)
        # what an interrupted publish left, or this one's first try; readers never saw it
        for leftover in (*self._left_over((INCOMING,)), place):
            _remove(leftover)
        incoming.mkdir(parents=True)
        try:
            sent = self._fill(incoming, release, previous)
            (self._root / RELEASES).mkdir(exist_ok=True)
            incoming.rename(place)
            # a power cut behind the switch must not leave empty files; one call costs less than one for each file
            if hasattr(os, "sync"):
                os.sync()
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
        return tuple(file for file, there, here in pairs if _link(there, here) or self._copy(there, here))

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

    @_in_words
    def faults(self, release: str, manifest: Manifest) -> tuple[str, ...]:
        """See :class:`~.target.Target`."""
        folder = str(self._root / release_path(release))
        return tuple(file.path for file in manifest.files if not _is_right(f"{folder}/{file.path}", file))

    @_in_words
    def switch(self, release: str, manifest: Manifest) -> None:
        """See :class:`~.target.Target`. A link beside it is renamed over it: there is no moment without one."""
        self.live()  # a folder in its place is never moved away
        beside = self._root / draft_path(CURRENT)
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
        for leftover in self._left_over(("", RELEASES, MANIFESTS, RECEIPTS, INCOMING), kept):
            _remove(leftover)
        # a folder that still holds somebody else's files stays
        with contextlib.suppress(OSError):
            (self._root / INCOMING).rmdir()

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


def _whole(folder: str) -> Path:
    """The folder as deploy.yml means it wherever a command is run."""
    try:
        root = Path(folder).expanduser()
    except RuntimeError:
        root = Path(folder)
    if not root.is_absolute():
        raise PublishError(
            f"deploy.yml 里本机的文件夹要写完整路径，以 / 开头，现在是“{folder}”。请改成如 /var/www/zhizaoye 的写法。"
        )
    real = Path(os.path.realpath(root))
    for project in real.parents:
        if real.is_relative_to(project / _SITE) and os.path.isfile(project / _PROJECT):
            raise PublishError(
                f"deploy.yml 里本机的文件夹 {folder} 在生成网站用的 {project / _SITE} 里面，下次生成时会被整个换掉。"
                "请改成项目之外的文件夹。"
            )
    return root


def _remove(place: Path) -> None:
    """Remove a folder with all that is in it, or a file; nothing happens where there is none."""
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)


def _is_right(place: str, file: ManifestFile) -> bool:
    try:
        with open(place, "rb") as there:
            data = there.read()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return len(data) == file.size and hashlib.sha256(data).hexdigest() == file.sha256


def _link(old: str, new: str) -> bool:
    """Whether one file now has both names; some file systems cannot, and some files have too many."""
    try:
        os.link(old, new)
    except FileExistsError:
        return os.path.exists(old) and os.path.samefile(old, new)
    except OSError:
        return False
    return True


def _make_folders(root: Path, files: Iterable[ManifestFile]) -> None:
    for folder in sorted({os.path.dirname(file.path) for file in files}):
        os.makedirs(f"{root}/{folder}", exist_ok=True)
