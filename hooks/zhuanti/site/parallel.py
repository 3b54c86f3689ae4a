"""Work over many items on all cores."""

import gc
import multiprocessing
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from os import cpu_count
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def spread(function: Callable[[Item], Result], items: Sequence[Item], least: int) -> list[Result]:
    """``function`` of every item, in order; from ``least`` items on by worker processes.

    A forked worker inherits what is loaded. Where the platform does not fork safely (Windows, macOS) the work is done
    here: new processes would take longer to load than they save.
    """
    workers = cpu_count() or 1
    if len(items) < least or workers == 1 or sys.platform != "linux":
        return [function(item) for item in items]
    # what is there already is never looked at again by the collector: looking would copy it into every worker
    gc.freeze()
    try:
        with ProcessPoolExecutor(workers, multiprocessing.get_context("fork")) as pool:
            return list(pool.map(function, items, chunksize=max(1, min(50, len(items) // (4 * workers)))))
    finally:
        gc.unfreeze()
