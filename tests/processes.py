"""What is left of a run that was killed."""

import os

import psutil


def is_alive(group: int) -> bool:
    """Whether any process of a group still works; one that has ended and that nobody has asked for does not."""
    return any(_works(process) for process in psutil.process_iter() if _group_of(process.pid) == group)


def _group_of(process: int) -> int:
    try:
        return os.getpgid(process)
    except ProcessLookupError:
        return 0


def _works(process: psutil.Process) -> bool:
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
