"""Files below one folder; what is there already and right is left as it is.

Making a file costs many times more than reading one, so a build begins from the folder that an earlier one left. And
it costs the system's time, not ours: a second process makes files while this one draws the next pages.
"""

import contextlib
import multiprocessing
import os
import shutil
import sys
import threading
from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from ..outlets.asset import Asset

_PARALLEL_FROM = 200


class FolderWriter:
    """Makes a folder hold the files it is sent. ``files`` are the addresses of all that are to come."""

    def __init__(self, folder: Path, files: Collection[str]) -> None:
        self._folder = str(folder)
        self._process: BaseProcess | None = None
        if len(files) < _PARALLEL_FROM or sys.platform != "linux":
            prepare(self._folder, files)
            return
        context = multiprocessing.get_context("fork")
        self._connection, theirs = context.Pipe()
        arguments = (theirs, self._connection, self._folder, files)
        self._process = context.Process(target=_serve, args=arguments, daemon=True)
        self._process.start()
        theirs.close()

    def send(self, assets: Sequence[Asset]) -> None:
        """Write these files, now or soon.

        Raises:
            OSError: a file could not be written; from a second process only with :meth:`close`.
        """
        if self._process is None:
            put_all(self._folder, assets)
            return
        with contextlib.suppress(BrokenPipeError):  # it has stopped; close() says why
            self._connection.send(assets)

    def close(self) -> None:
        """Wait until every file is written.

        Raises:
            OSError: a file could not be written.
        """
        if self._process is None:
            return
        with contextlib.suppress(BrokenPipeError):
            self._connection.send(None)
        try:
            fault = self._connection.recv()
        except EOFError:
            fault = OSError("the writing process was stopped")
        self._process.join()
        if fault is not None:
            raise fault

    def stop(self) -> None:
        """Write no further."""
        if self._process is not None:
            self._process.kill()
            self._process.join()


def _serve(connection: Connection, parents: Connection, folder: str, files: Collection[str]) -> None:
    parents.close()  # or else a parent that is killed would never be missed
    try:
        prepare(folder, files)
        while (assets := connection.recv()) is not None:
            put_all(folder, assets)
        connection.send(None)
    except EOFError:
        return
    except OSError as error:
        connection.send(error)


def prepare(folder: str, files: Collection[str]) -> None:
    """Remove what is not to be in a folder: other files, or anything of the wrong kind; make the folders of the rest."""
    folders = {"", *(part for file in files for part in accumulate(file.split("/")[:-1], "{}/{}".format))}
    pending = [(folder, "")] if os.path.isdir(folder) else []
    while pending:
        path, url = pending.pop()
        for found in os.scandir(path):
            inner = f"{url}{found.name}"
            if found.is_dir(follow_symlinks=False):
                if inner in folders:
                    pending.append((found.path, f"{inner}/"))
                else:
                    shutil.rmtree(found.path)
            elif inner not in files or not found.is_file(follow_symlinks=False):
                os.unlink(found.path)
    # folders before files, because file systems make both faster one kind at a time
    for name in sorted(folders):
        os.makedirs(f"{folder}/{name}", exist_ok=True)


def put_all(folder: str, assets: Sequence[Asset]) -> None:
    """Write files, but those that hold these bytes already."""
    for asset in assets:
        path = f"{folder}/{asset.url}"
        data = asset.content.read_bytes() if isinstance(asset.content, Path) else asset.content
        with contextlib.suppress(FileNotFoundError), open(path, "rb", buffering=0) as file:
            if os.fstat(file.fileno()).st_size == len(data) and file.read() == data:
                continue
        with open(path, "wb") as file:
            file.write(data)


def put_later(folder: Path, batches: Iterable[Sequence[Asset]]) -> threading.Thread:
    """Write files behind a preview: the page an editor waits for comes first.

    ``batches`` are made as they are written. A later build may have taken the folder away.
    """

    def write() -> None:
        with contextlib.suppress(OSError):
            for assets in batches:
                put_all(str(folder), assets)

    thread = threading.Thread(target=write, daemon=True)
    thread.start()
    return thread
