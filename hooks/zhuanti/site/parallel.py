"""Work over many items on all cores."""

import gc
import multiprocessing
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from os import cpu_count
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_worker: Callable[..., object] | None = None


def spread(function: Callable[[Item], Result], items: Sequence[Item], least: int) -> list[Result]:
    """``function`` of every item, in order; from ``least`` items on by forked workers.

    A forked worker sees all that this process has read, so only items and results travel. Where the platform does
    not fork safely (Windows, macOS) the work is done here.
    """
    workers = cpu_count() or 1
    if len(items) < least or workers == 1 or sys.platform != "linux":
        return [function(item) for item in items]
    # what is there already is never looked at again by the collector: looking would copy it into every worker
    gc.freeze()
    try:
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(workers, context, initializer=_inherit, initargs=(function,)) as pool:
            done: Iterator[Any] = pool.map(_call, items, chunksize=max(1, min(50, len(items) // (4 * workers))))
            return list(done)
    finally:
        gc.unfreeze()


def _inherit(function: Callable[..., object]) -> None:
    global _worker
    _worker = function


def _call(item: object) -> object:
    assert _worker is not None
    return _worker(item)
