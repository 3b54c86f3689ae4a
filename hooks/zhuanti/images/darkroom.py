"""Where pictures are made: several at once, kept by what they are made from, never twice.

The folder may be deleted at any time. Every file is written aside and renamed, and the note that says what a picture
turned out to be comes last, so a run that is killed leaves nothing half.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from ..problems.catalogue import pictures
from .developing import Undecodable, editions, is_transparent, opened, placeholder
from .originals import Original, Refused, look
from .recipe import formats_for, key_of
from .tones import tones
from .workers import context, cores, put, stop_with_parent

Report = Callable[[int, int], None]
_MEMORY = 1_200_000_000  # bytes that all workers together may take for decoded originals
_SPARE_FILES = 5_000


@dataclass(frozen=True, slots=True)
class Order:
    """One original to be developed: the file, what its header says, the widths wanted in pixels, the largest of all."""

    file: Path
    original: Original
    widths: tuple[int, ...]
    largest: int

    @property
    def key(self) -> str:
        """What everything made for this order is kept under."""
        return key_of(self.original.digest, self.largest)


@dataclass(frozen=True, slots=True)
class Note:
    """What a picture turned out to be when it was decoded; ``fault`` in Chinese where it could not be."""

    transparent: bool = False
    placeholder: str = ""
    fault: str = ""
    tones: tuple[int, ...] = ()


class Darkroom:
    """Makes and keeps the editions of pictures below one folder.

    With ``making`` off no edition is made; a picture that was never decoded is decoded once, to know what it is. ``report`` hears (done, all) while pictures
    are being made.
    """

    def __init__(
        self, folder: Path, making: bool = True, report: Report | None = None, workers: int | None = None
    ) -> None:
        self.folder = folder
        self._making = making
        self._report = report or (lambda done, total: None)
        self._workers = workers
        self._seen: dict[Path, tuple[tuple[int, ...], Original | Refused]] = {}

    def look(self, file: Path) -> Original | Refused:
        """What a file is; one that has not changed since it was looked at is not read again."""
        try:
            found = os.stat(file)
            state = (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)
            known = self._seen.get(file)
            if known is None or known[0] != state:
                known = self._seen[file] = (state, look(file.read_bytes(), file.name))
        except OSError:
            return Refused(pictures.UNREADABLE, {"reason": "没有读取权限"})
        return known[1]

    def develop(self, orders: Iterable[Order]) -> Mapping[str, Note]:
        """Have every order's editions below the folder; the notes by the orders' keys.

        Raises:
            OSError: a file could not be written.
        """
        wanted = _by_key(orders)
        names = self._names()
        notes = {key: note for key in wanted if (note := self._note(key, names))}
        missing = {
            key: rest
            for key, order in wanted.items()
            if (rest := self._missing(key, order, notes.get(key), names)) is not None
        }
        if not self._making:
            missing = {key: replace(order, widths=()) for key, order in missing.items() if key not in notes}
        if missing:
            self.folder.mkdir(parents=True, exist_ok=True)
            notes |= self._make(missing)
            self._forget(wanted)
        return notes

    def file(self, key: str, width: int, format: str) -> Path:
        """Where one edition is kept."""
        return self.folder / f"{key}-{width}.{format}"

    def _names(self) -> set[str]:
        try:
            with os.scandir(self.folder) as found:
                return {entry.name for entry in found if entry.is_file() and entry.stat().st_size}
        except FileNotFoundError:
            return set()

    def _note(self, key: str, names: set[str]) -> Note | None:
        if f"{key}.json" not in names:
            return None
        try:
            kept = json.loads((self.folder / f"{key}.json").read_bytes())
            return Note(**kept | {"tones": tuple(kept["tones"])})
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def _missing(self, key: str, order: Order, note: Note | None, names: set[str]) -> Order | None:
        """The order with the widths that are not kept; None where there is nothing to do."""
        if note is None:
            return order
        if note.fault:
            return None
        formats = formats_for((order.original.width, order.original.height), order.largest, note.transparent)
        lacking = tuple(
            width
            for width in order.widths
            if not names.issuperset(self.file(key, width, format).name for format in formats)
        )
        return replace(order, widths=lacking) if lacking else None

    def _make(self, orders: Mapping[str, Order]) -> dict[str, Note]:
        total, done = len(orders), 0
        self._report(done, total)
        notes: dict[str, Note] = {}
        workers = min(self._workers or cores(), total, _fitting(orders.values()))
        if workers < 2:
            for key, order in orders.items():
                notes[key] = develop(order, key, self.folder)
                self._report(done := done + 1, total)
            return notes
        with ProcessPoolExecutor(workers, context(__name__), stop_with_parent) as pool:
            # the largest first, so that no worker is left alone with one at the end
            by_size = sorted(orders.items(), key=lambda item: -item[1].original.width * item[1].original.height)
            futures = {pool.submit(develop, order, key, self.folder): key for key, order in by_size}
            try:
                for future in as_completed(futures):
                    notes[futures[future]] = future.result()
                    self._report(done := done + 1, total)
            except BrokenProcessPool:
                raise OSError("处理图片的进程被系统中止，可能是内存不够") from None
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
        return notes

    def _forget(self, used: Iterable[str]) -> None:
        """Drop what no order asks for, once it is by far the greater part."""
        keys = frozenset(used)
        names = self._names()
        unused = [name for name in names if name[:32] not in keys]
        if len(unused) > _SPARE_FILES + 2 * (len(names) - len(unused)):
            for name in unused:
                (self.folder / name).unlink(missing_ok=True)


def develop(order: Order, key: str, folder: Path) -> Note:
    """Make the editions of one order; module-level, because workers are sent it by name.

    Raises:
        OSError: a file could not be written.
    """
    data = order.file.read_bytes()
    if hashlib.sha256(data).hexdigest() != order.original.digest:
        return Note(fault="处理过程中文件被改动，请再运行一次")  # not kept: it says nothing of these bytes
    size = (order.original.width, order.original.height)
    try:
        image = opened(data, order.largest)
    except Undecodable as undecodable:
        note = Note(fault=str(undecodable))
    else:
        for width, format, content in editions(image, size, order.widths, order.largest):
            put(folder / f"{key}-{width}.{format}", content)
        note = Note(is_transparent(image), placeholder(image), tones=tones(image))
    put(folder / f"{key}.json", json.dumps(asdict(note), ensure_ascii=False).encode())
    return note


def _by_key(orders: Iterable[Order]) -> dict[str, Order]:
    """Equal originals once, with the widths that any of them is wanted in."""
    found: dict[str, Order] = {}
    for order in orders:
        other = found.get(order.key)
        widths = tuple(sorted({*order.widths, *other.widths})) if other else order.widths
        found[order.key] = replace(order, widths=widths)
    return found


def _fitting(orders: Iterable[Order]) -> int:
    """How many workers the largest original leaves memory for."""
    largest = max(order.original.width * order.original.height for order in orders)
    return max(1, _MEMORY // (6 * largest))
