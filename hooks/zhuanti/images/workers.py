"""Several processes at once for what costs time: how they are started, how they end, how they leave files."""

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection
from pathlib import Path
from typing import Any, TypeVar

R = TypeVar("R")


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


def in_processes(
    work: Callable[..., R], jobs: Sequence[tuple[Any, ...]], count: int, preloaded: str, doing: str
) -> Iterator[tuple[int, R]]:
    """Yield (number of the job, result) as ``work(*job)`` gets done, in ``count`` processes, below two of them here.

    ``work`` is a function of a module, because workers are sent it by name; ``doing`` says in Chinese what they do.

    Raises:
        OSError: the system stopped a worker.
    """
    if count < 2:
        yield from ((number, work(*job)) for number, job in enumerate(jobs))
        return
    with ProcessPoolExecutor(count, context(preloaded), stop_with_parent) as pool:
        futures = {pool.submit(work, *job): number for number, job in enumerate(jobs)}
        try:
            for future in as_completed(futures):
                yield futures[future], future.result()
        except BrokenProcessPool:
            raise OSError(f"{doing}的进程被系统中止，可能是内存不够") from None
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def put(path: Path, data: bytes) -> None:
    """Write a file aside and rename it, so that it is never there half.

    Raises:
        OSError: it could not be written.
    """
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    aside.write_bytes(data)
    os.replace(aside, path)
