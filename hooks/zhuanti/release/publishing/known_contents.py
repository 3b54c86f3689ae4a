"""What the files of this machine hold, kept between publishes: a file that nobody has touched is not read again.

A file's fingerprint is its place on the disk, its size, and when it and its entry there were last written. Git's index
rests on the same: https://git-scm.com/docs/racy-git. The record may be deleted at any time.
"""

import os
import time
from pathlib import Path
from typing import NamedTuple

# some file systems count time in steps of two seconds: a file may be written again within one, and look the same
_SETTLED = 2.0
_HEAD, _END = "zhuanti contents 1", "end"


class Content(NamedTuple):
    """What a file holds: hashes in hexadecimal, ``md5`` and ``title`` empty where nobody asked or there is none."""

    sha256: str
    md5: str
    title: str


class KnownContents:
    """The contents found before, and those that are found now.

    The site is built into two folders in turn, so what the run before this one found is kept too, and nothing older.
    """

    def __init__(self, place: Path) -> None:
        self._place = place
        self._now: dict[str, str] = {}
        self._before, self._older = _read(place)
        self._time = time.time()

    def of(self, stat: os.stat_result) -> Content | None:
        """What a file of this state was found to hold; None where it was never read, or has been touched since."""
        key = _fingerprint(stat)
        row = self._before.get(key) or self._older.get(key)
        if row is None:
            return None
        self._now[key] = row
        return Content(*row.split("\t", 2))

    def note(self, stat: os.stat_result, content: Content) -> None:
        """A file, whose state was taken before it was read, holds this."""
        if max(stat.st_mtime, stat.st_ctime) + _SETTLED < self._time:
            self._now[_fingerprint(stat)] = f"{content.sha256}\t{content.md5}\t{content.title}"

    def keep(self) -> None:
        """Write the record.

        Raises:
            OSError: it could not be written.
        """
        before = [f"{key}\t{row}" for key, row in self._before.items() if key not in self._now]
        rows = [_HEAD, str(len(self._now)), *(f"{key}\t{row}" for key, row in self._now.items()), *before, _END]
        self._place.parent.mkdir(parents=True, exist_ok=True)
        draft = self._place.with_suffix(".draft")
        draft.write_text("\n".join(rows), "utf-8", newline="\n")
        draft.replace(self._place)


def _fingerprint(stat: os.stat_result) -> str:
    return f"{stat.st_dev}.{stat.st_ino}.{stat.st_size}.{stat.st_mtime_ns}.{stat.st_ctime_ns}"


def _read(place: Path) -> tuple[dict[str, str], dict[str, str]]:
    """The contents that the last run found, and those that the run before it found beside them."""
    try:
        head, count, *rows, end = place.read_text("utf-8").split("\n")
        pairs = [(key, rest) for key, _, rest in (row.partition("\t") for row in rows) if rest.count("\t") == 2]
        newest = int(count)
    except (OSError, ValueError):
        return {}, {}
    whole = (head, end) == (_HEAD, _END) and len(pairs) == len(rows)
    return (dict(pairs[:newest]), dict(pairs[newest:])) if whole else ({}, {})
