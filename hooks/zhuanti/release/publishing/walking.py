"""All files below a folder of this machine."""

import os
from collections.abc import Iterator
from pathlib import Path


def files_below(folder: Path | str, links: bool) -> Iterator[tuple[str, str]]:
    """The path below the folder, and the whole path, of every file; ``links`` are followed, or nothing is said of them.

    Raises:
        OSError: a folder cannot be read.
    """
    pending = [(os.path.abspath(folder), "")]
    while pending:
        place, path = pending.pop()
        with os.scandir(place) as found:
            for entry in found:
                if entry.is_dir(follow_symlinks=links):
                    pending.append((entry.path, f"{path}{entry.name}/"))
                elif links or entry.is_file(follow_symlinks=False):
                    yield f"{path}{entry.name}", entry.path
