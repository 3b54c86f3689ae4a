"""Several processes at once for what costs time: how they are started, how they end, how they leave files."""

import multiprocessing
import os
import sys
import threading
from multiprocessing import connection
from pathlib import Path


def context(preloaded: str) -> multiprocessing.context.BaseContext:
    """Fresh processes, not forks: a preview's threads do not survive a fork, and theirs would be our memory.

    ``preloaded`` is the module that every one of them needs.
    """
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    found = multiprocessing.get_context("forkserver")
    found.set_forkserver_preload([preloaded])
    return found


def stop_with_parent() -> None:
    """A worker waits for orders for ever, so one whose parent was killed must notice by itself."""
    parent = multiprocessing.parent_process()
    assert parent is not None

    def watch() -> None:
        connection.wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def cores() -> int:
    """How many processes can run at once."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def put(path: Path, data: bytes) -> None:
    """Write a file aside and rename it, so that it is never there half.

    Raises:
        OSError: it could not be written.
    """
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    aside.write_bytes(data)
    os.replace(aside, path)
