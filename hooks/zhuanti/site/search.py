"""When the search index is made: beside the drawing of pages in a build, behind it in a preview.

Parts whose text did not change come out of the store.
"""

import multiprocessing
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from os import cpu_count
from pathlib import Path

from ..images.workers import stop_with_parent
from ..outlets.asset import Asset
from ..outlets.search.parts import Part, index
from .files import put_later
from .store import Store

_FORK_FROM = 100
_TABLE = "search"


class SearchIndex:
    """The index of one site. ``files`` are the addresses of all it will hold."""

    def __init__(self, parts: Sequence[Part], cache_path: Path | None) -> None:
        self.files = tuple(file for part in parts for file in part.files)
        self._parts = parts
        self._cache_path = cache_path
        self._begun: dict[str, Future[bytes]] = {}
        self._pool: ProcessPoolExecutor | None = None

    def begin(self) -> None:
        """Make what is missing in other processes, where the system forks safely and it is worth one."""
        found = self._find()
        missing = [part for part in self._parts if part.path not in found]
        if sys.platform != "linux" or sum(len(part.documents) for part in missing) < _FORK_FROM:
            return
        workers = min(len(missing), max(1, (cpu_count() or 1) - 1))
        self._pool = ProcessPoolExecutor(workers, multiprocessing.get_context("fork"), stop_with_parent)
        self._begun = {part.path: self._pool.submit(_made, part) for part in missing}

    def assets(self) -> Iterator[list[Asset]]:
        """The files of one part after the other; what was not begun is made here and now."""
        held = self._find()
        fresh: dict[str, bytes] = {}
        for part in self._parts:
            data = held.get(part.path)
            if data is None:
                begun = self._begun.get(part.path)
                data = fresh[part.path] = begun.result() if begun else _made(part)
            yield [Asset(name, content) for name, content in zip(part.files, data.split(b"\n"), strict=True)]
        self.stop()
        if fresh and self._cache_path:
            store = Store(self._cache_path, _TABLE)
            used = [part.path.encode() for part in self._parts]
            store.keep({path.encode(): data for path, data in fresh.items()}, used, spare=0)
            store.close()

    def write_later(self, folder: Path) -> threading.Thread:
        """For a preview."""
        return put_later(folder, self.assets())

    def stop(self) -> None:
        """Let the other processes go."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _find(self) -> dict[str, bytes]:
        if self._cache_path is None:
            return {}
        store = Store(self._cache_path, _TABLE)
        found = store.find(part.path.encode() for part in self._parts)
        store.close()
        return {key.decode(): data for key, data in found.items()}


def _made(part: Part) -> bytes:
    """All files of a part in one: no line of JSON holds a line end."""
    return b"\n".join(index(part).values())
