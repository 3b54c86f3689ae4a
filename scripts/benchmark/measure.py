"""One build in a fresh process: seconds, peak memory of the process tree, pages."""

import os
import subprocess
import tempfile
import time
from dataclasses import dataclass

import psutil

from .peers import Peer

_INTERVAL = 0.2


class BuildFailed(Exception):
    """A build that ended with an error; the text is what it said."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one build took."""

    seconds: float
    peak_bytes: int
    pages: int


def clean(peer: Peer) -> None:
    """Take output and caches away, so that the next build is cold.

    They are moved and deleted only with the whole bench: file systems are slow to make files while they remember
    having just deleted others (ext4 looks at every inode freed in the last seconds), and no fresh machine does.
    """
    for folder in (peer.output, *peer.cache):
        if folder.exists():
            folder.rename(tempfile.mkdtemp(prefix=f".{peer.name}-", dir=peer.project.parent) + f"/{folder.name}")


def build(peer: Peer) -> Run:
    """Build once and watch the process and its children."""
    if hasattr(os, "sync"):
        os.sync()  # what the build before this one wrote must not be written at this one's cost
    with tempfile.TemporaryFile() as log:
        started = time.perf_counter()
        process = subprocess.Popen(
            peer.command, cwd=peer.project, env={**os.environ, **peer.environment}, stdout=log, stderr=log
        )
        peak = 0
        while True:
            peak = max(peak, _memory(process.pid))
            try:
                process.wait(_INTERVAL)
                break
            except subprocess.TimeoutExpired:
                continue
        seconds = time.perf_counter() - started
        if process.returncode:
            log.seek(0)
            raise BuildFailed(log.read().decode("utf-8", "replace")[-2000:])
    return Run(seconds, peak, sum(1 for _ in peer.output.rglob("*.html")))


def _memory(pid: int) -> int:
    try:
        root = psutil.Process(pid)
        tree = [root, *root.children(recursive=True)]
    except psutil.Error:
        return 0
    return sum(map(_resident, tree))


def _resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0
