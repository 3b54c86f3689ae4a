"""A finished folder takes the place of an old one, in one step where the system can.

Linux and macOS exchange two folders in one system call, so a process killed at any moment leaves either the old site
or the new one, whole. Elsewhere two renames are needed; the moment between them is healed by the next run.

The folder that was taken out is kept: the next build begins from it, and writes only what differs.
"""

import contextlib
import ctypes
import os
import shutil
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # Linux renameat2(2)
_RENAME_SWAP = 2  # macOS renamex_np(2)


def aside_of(folder: Path, purpose: str) -> Path:
    """A hidden neighbour of a folder, so on the same file system, that belongs to this process."""
    return folder.with_name(f".{folder.name}.{purpose}-{os.getpid()}")


def heal(folder: Path) -> None:
    """Mend what a killed run left: put a lone old folder back, drop leftovers of processes that are gone."""
    old = _old_of(folder)
    if old.exists() and not folder.exists():
        old.rename(folder)
    for leftover in folder.parent.glob(f".{folder.name}.*-*"):
        owner = leftover.name.rpartition("-")[2]
        if owner.isdigit() and int(owner) != os.getpid() and not _is_alive(int(owner)):
            shutil.rmtree(leftover, ignore_errors=True)
    if old.exists() and folder.exists():
        shutil.rmtree(old, ignore_errors=True)


def take_kept(kept: Path, fresh: Path) -> None:
    """Begin ``fresh`` from the kept folder, if there is one; a rename, so of two builds at once only one gets it."""
    with contextlib.suppress(OSError):
        kept.rename(fresh)


def switch(fresh: Path, folder: Path, kept: Path) -> None:
    """Put ``fresh`` in the place of ``folder``, and keep what was there as ``kept``."""
    if not folder.exists():
        fresh.rename(folder)
    elif _exchange(fresh, folder):
        _keep(fresh, kept)
    else:
        old = _old_of(folder)
        folder.rename(old)
        fresh.rename(folder)
        _keep(old, kept)


def _keep(old: Path, kept: Path) -> None:
    """Only one is kept; where it cannot be moved (another file system), none."""
    with contextlib.suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        old.rename(kept)
    shutil.rmtree(old, ignore_errors=True)


def _old_of(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.old")


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders atomically; False where the system or the file system cannot."""
    with contextlib.suppress(OSError, AttributeError):
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "linux":
            names = (os.fsencode(one), os.fsencode(other))
            return bool(library.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0)
        if sys.platform == "darwin":
            return bool(library.renamex_np(os.fsencode(one), os.fsencode(other), _RENAME_SWAP) == 0)
    return False


def _is_alive(process: int) -> bool:
    if sys.platform == "win32":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
