"""A store of finished results by content key: one SQLite file, safe to delete at any time.

Keys are hashes of everything a result depends on, so a row is never stale; rows no longer asked for are dropped once
they are the greater part. A store that cannot be opened or is damaged is begun anew: it holds nothing that cannot
be made again.
"""

import contextlib
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path

_BATCH = 500


class Store:
    """Bytes by key in one table; opened for one run and closed with it."""

    def __init__(self, path: Path, table: str) -> None:
        self._table = table
        self._connection = _opened(path)
        self._connection.execute(f"CREATE TABLE IF NOT EXISTS {table} (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID")

    def find(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """What is held of these keys."""
        wanted = list(keys)
        found: dict[bytes, bytes] = {}
        for start in range(0, len(wanted), _BATCH):
            part = wanted[start : start + _BATCH]
            marks = ",".join("?" * len(part))
            rows = self._connection.execute(f"SELECT key, value FROM {self._table} WHERE key IN ({marks})", part)
            found.update(rows.fetchall())
        return found

    def keep(self, values: Mapping[bytes, bytes], used: Iterable[bytes], spare: int = 100) -> None:
        """Add results; forget the unused ones once they outnumber the used by ``spare``."""
        with contextlib.suppress(sqlite3.Error), self._connection:
            rows = f"INSERT OR REPLACE INTO {self._table} VALUES (?, ?)"
            self._connection.executemany(rows, sorted(values.items()))
            keys = set(used)
            (held,) = self._connection.execute(f"SELECT count(*) FROM {self._table}").fetchone()
            if held > 2 * len(keys) + spare:
                all_keys = [key for (key,) in self._connection.execute(f"SELECT key FROM {self._table}")]
                unused = [(key,) for key in all_keys if key not in keys]
                self._connection.executemany(f"DELETE FROM {self._table} WHERE key = ?", unused)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def _opened(path: Path) -> sqlite3.Connection:
    for attempt in range(2):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, timeout=30)
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=OFF")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            return connection
        except (sqlite3.Error, OSError):
            if attempt == 0:
                with contextlib.suppress(OSError):
                    path.unlink(missing_ok=True)
    return sqlite3.connect(":memory:")
