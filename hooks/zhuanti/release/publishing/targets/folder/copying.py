"""A copy of a folder as second names of its files, made and hashed by a process of its own."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from ...walking import files_below
from .files import digest_of, link

Digests = dict[str, str]
_HOOKS = Path(__file__).resolve().parents[5]
_READABLE = 0o644
# a process of its own from the start: a fork would share locks with whatever threads run here
_COMMAND = f"from {__name__} import main; main()"


class Copying:
    """``old`` is being copied to ``new``, which must not be there yet; then folders that were given up are removed."""

    def __init__(self, old: str, new: str, given_up: Iterable[str] = ()) -> None:
        self.folder = new
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - it is read once the process has ended
        self._process = subprocess.Popen(
            [sys.executable, "-c", _COMMAND, old, new, *given_up],
            env={**os.environ, "PYTHONPATH": str(_HOOKS)},
            stdin=subprocess.DEVNULL, stdout=self._said, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def wait(self) -> Digests | None:
        """The SHA-256 of every file of the copy, by path, once it is made; None where it was not."""
        if self._process.wait():
            return None
        self._said.seek(0)
        found: Digests = json.loads(self._said.read())
        return found


def copied(old: str, new: str) -> Digests | None:
    """Make such a copy at once. Files that cannot be linked, or that not everybody may read, are as good as not there."""
    folders, digests = {""}, {}
    try:
        os.makedirs(new)
        for path, place in files_below(old, links=False):
            if os.stat(place).st_mode & 0o777 != _READABLE:
                continue
            if (folder := os.path.dirname(path)) not in folders:
                os.makedirs(f"{new}/{folder}", exist_ok=True)
                folders.add(folder)
            if link(place, f"{new}/{path}"):
                digests[path] = digest_of(f"{new}/{path}")
    except OSError:
        return None
    return digests


def main() -> None:
    """What :class:`Copying` runs."""
    os.umask(0o022)
    old, new, *given_up = sys.argv[1:]
    digests = copied(old, new)
    for folder in given_up:
        shutil.rmtree(folder, ignore_errors=True)
    if digests is None:
        sys.exit(1)
    json.dump(digests, sys.stdout)
