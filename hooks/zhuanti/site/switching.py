"""A finished folder takes the place of an old one, in one step where the system can.

Linux and macOS exchange two folders in one system call, so a process killed at any moment leaves either the old site
or the new one, whole. Elsewhere two renames are needed; the moment between them is healed by the next run.
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


def aside_of(folder: Path) -> Path:
    """Where a folder is built before it is switched in: a hidden neighbour, so on the same file system."""
    return folder.with_name(f".{folder.name}.new-{os.getpid()}")


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


def switch(fresh: Path, folder: Path) -> None:
    """Put ``fresh`` in the place of ``folder``; afterwards nothing is left of the old one."""
    if not folder.exists():
        fresh.rename(folder)
        return
    if _exchange(fresh, folder):
        shutil.rmtree(fresh, ignore_errors=True)
        return
    old = _old_of(folder)
    folder.rename(old)
    fresh.rename(folder)
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
