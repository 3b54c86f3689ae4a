"""Files and folders of a release on this machine."""

import hashlib
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from ...manifest import ManifestFile


def remove(place: Path) -> None:
    """Remove a folder with all that is in it, or a file; nothing happens where there is none."""
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)


def put(source: str, place: str) -> None:
    """Copy a file to a name. What stands there is never written into: it may be other releases' file too."""
    remove(Path(place))
    shutil.copyfile(source, place)


def link(old: str, new: str) -> bool:
    """Whether one file now has both names; some file systems cannot, and some files have too many."""
    try:
        os.link(old, new)
    except FileExistsError:
        return os.path.exists(old) and os.path.samefile(old, new)
    except OSError:
        return False
    return True


def digest_of(place: str) -> str:
    """The SHA-256 of a file; empty where there is none.

    Raises:
        OSError: it cannot be read.
    """
    try:
        with open(place, "rb") as file:
            return hashlib.sha256(file.read()).hexdigest()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return ""


def make_folders(root: Path, files: Iterable[ManifestFile]) -> None:
    """Make the folders that these files stand in."""
    for folder in sorted({os.path.dirname(file.path) for file in files}):
        os.makedirs(f"{root}/{folder}", exist_ok=True)
