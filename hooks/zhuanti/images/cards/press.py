"""Where cards and posters are made: several at once, kept by all they show, never twice.

The folder may be deleted at any time. A key holds the whole sheet, this code and the versions of fonts and encoders, so
nothing kept is ever stale, and an address that was published never changes what it shows.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from threading import Lock
from typing import Literal

from PIL import features

from ..workers import cores, in_processes, put
from .sheet import Bill, Sheet

Form = Literal["wide", "square", "poster", "code"]
Report = Callable[[int, int], None]
SIZES: dict[Form, tuple[int, int]] = {  # pixels; a code is as large as it is shown
    "wide": (1200, 630),
    "square": (500, 500),
    "poster": (1080, 1920),
    "code": (0, 0),
}
_PACKAGES = ("pillow", "manimgx-fonts-cjk", "pylopdf-fonts-zh-cn", "rjieba", "segno")
_CODECS = ("freetype2", "libjpeg_turbo", "webp")
_SPARE = 3_000
_CHUNK = 4  # orders a worker takes at once


@dataclass(frozen=True, slots=True)
class Order:
    """One card or poster, or the code alone of a full address."""

    form: Form
    content: Sheet | Bill | str

    @property
    def key(self) -> str:
        """What it is kept under: 32 hexadecimal digits, the same on every machine."""
        return hashlib.sha256(f"{_version()} {self.form} {self.content!r}".encode()).hexdigest()[:32]

    @property
    def format(self) -> str:
        """Its file's extension."""
        if isinstance(self.content, str):
            return "svg"
        sheet = self.content.sheet if isinstance(self.content, Bill) else self.content
        return "jpg" if sheet.cover else "png"

    @property
    def name(self) -> str:
        """The name it is kept under."""
        return f"{self.key}.{self.format}"


@dataclass(frozen=True, slots=True)
class Printed:
    """A card or poster as it is published: site-relative address, width and height in pixels."""

    url: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Prints:
    """All that travels for one page; ``qr`` is the address of the code alone."""

    wide: Printed
    square: Printed
    poster: Printed | None = None
    qr: str = ""


class Press:
    """Makes and keeps cards and posters below one folder; ``report`` hears (done, all) while it does."""

    def __init__(self, folder: Path, report: Report | None = None, workers: int | None = None) -> None:
        self.folder = folder
        self._report = report or (lambda done, total: None)
        self._workers = workers
        self._lock = Lock()

    def file(self, order: Order) -> Path:
        """Where one is kept."""
        return self.folder / order.name

    def print(self, orders: Iterable[Order]) -> int:
        """Have every order's file below the folder; how many had to be made.

        Raises:
            OSError: a file could not be written.
        """
        with self._lock:  # a preview asks again while it is still at work
            wanted = {order.name: order for order in orders}
            kept = self._kept()
            missing = [(name, order) for name, order in wanted.items() if name not in kept]
            if missing:
                self.folder.mkdir(parents=True, exist_ok=True)
                self._make(missing)
                self._forget(wanted.keys(), kept)
            return len(missing)

    def _kept(self) -> set[str]:
        if not self.folder.is_dir():
            return set()
        return {path.name for path in self.folder.glob("[0-9a-f]*") if path.stat().st_size}

    def _make(self, missing: list[tuple[str, Order]]) -> None:
        total, done = len(missing), 0
        self._report(done, total)
        workers = min(self._workers or cores(), -(-total // _CHUNK))
        size = _CHUNK if workers > 1 else 1
        jobs = [(self.folder, missing[start : start + size]) for start in range(0, total, size)]
        for number, _ in in_processes(_print_all, jobs, workers, __name__, "制作分享图"):
            self._report(done := done + len(jobs[number][1]), total)

    def _forget(self, used: Iterable[str], kept: set[str]) -> None:
        """Drop what no order asks for, once it is by far the greater part."""
        unused = kept.difference(used)
        if len(unused) > _SPARE + 2 * len(kept & set(used)):
            for name in unused:
                (self.folder / name).unlink(missing_ok=True)


def printed(order: Order) -> bytes:
    """The file of a card, poster or code.

    Raises:
        OSError: its picture could not be read.
    """
    from .encoding import as_jpeg, as_png
    from .poster import draw_poster
    from .qr import qr_svg
    from .square import draw_square
    from .wide import draw_wide

    if isinstance(order.content, str):
        return qr_svg(order.content)
    if isinstance(order.content, Bill):
        image = draw_poster(order.content).image
    else:
        image = (draw_square if order.form == "square" else draw_wide)(order.content).image
    return as_jpeg(image, order.form) if order.format == "jpg" else as_png(image)


def _print_all(folder: Path, orders: list[tuple[str, Order]]) -> None:
    """Module-level, because workers are sent it by name."""
    for name, order in orders:
        put(folder / name, printed(order))


@cache
def _version() -> str:
    digest = hashlib.sha256()
    for path in sorted((*Path(__file__).parent.glob("*.py"), *Path(__file__).parent.glob("*.txt"))):
        digest.update(path.read_bytes())
    for part in (*map(version, _PACKAGES), *(str(features.version(codec)) for codec in _CODECS)):
        digest.update(part.encode())
    return digest.hexdigest()
