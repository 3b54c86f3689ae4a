"""From what an editor wrote for a picture to the file, its size in pixels and the addresses it is published under."""

import hashlib
import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote

from ..content.addresses import slug_from
from ..content.files import PICTURES
from ..problems import Place, Problem
from ..problems.catalogue import pictures
from ..problems.nearest import meant
from .darkroom import Darkroom, Note, Order
from .originals import Original, Refused, look
from .recipe import STEPS, Use, formats_for, widths_for

_SAFE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True)
class Picture:
    """What is published of one file of the editors.

    Attributes:
        path: the file, project-relative.
        url: the address of the file itself, or of a picture's largest edition in the format every browser reads.
        width: pixels of the original as seen upright; 0 for what is no picture, and so is ``height``.
        stem: what the addresses of all editions begin with: ``{stem}-{width}.{format}``.
        widths: of the editions, in pixels.
        formats: of the editions as file extensions, the best first.
        placeholder: a data address that lies below the picture until it is there; empty where there is none.
        tones: how light it is from top to bottom, as :func:`tones.tones` says; empty until it was decoded.
        files: everything to be written: address and file on this machine.
    """

    path: str
    url: str
    width: int = 0
    height: int = 0
    stem: str = ""
    widths: tuple[int, ...] = ()
    formats: tuple[str, ...] = ()
    placeholder: str = ""
    tones: tuple[int, ...] = ()
    files: tuple[tuple[str, Path], ...] = ()

    @property
    def published_size(self) -> tuple[int, int]:
        """Width and height of what ``url`` names, in pixels."""
        width = self.widths[-1] if self.widths else self.width
        return width, round(self.height * width / self.width) if self.width else 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """A reference to a media file: who refers, the text as written, where it stands, and what it is used for."""

    entry_path: str
    target: str
    place: Place
    use: Use


Found = Mapping[tuple[str, str], Picture]


def find_pictures(
    project: Path, wanted: Iterable[Wanted], media: tuple[str, ...], darkroom: Darkroom | None = None
) -> tuple[Found, tuple[Problem, ...]]:
    """Look every reference up; the key of the result is (path of the text, target as written).

    Without a darkroom nothing is made, and pictures are judged by their headers alone.

    Raises:
        OSError: an edition could not be written.
    """
    located, problems = _located(wanted, media)
    looked: dict[str, Original | Refused] = {}
    steps: dict[str, set[int]] = {}
    for path, want in located:
        if want.use != "file":
            steps.setdefault(path, set()).update(STEPS[want.use])
            if path not in looked:
                looked[path] = darkroom.look(project / path) if darkroom else _look(project / path)
    orders = {
        path: _order(project / path, original, tuple(sorted(steps[path])))
        for path, original in looked.items()
        if isinstance(original, Original)
    }
    notes = darkroom.develop(orders.values()) if darkroom else {}
    published: dict[str, Picture] = {
        path: _picture(path, order, notes.get(order.key), darkroom) for path, order in orders.items()
    }
    found: dict[tuple[str, str], Picture] = {}
    for path, want in located:
        if want.use == "file" and path not in published:
            published[path] = _as_it_is(project, path)
        problem = _fault(want, looked.get(path), notes.get(orders[path].key) if path in orders else None)
        if problem:
            problems.append(problem)
        if path in published and not (problem and problem.is_error):
            found[want.entry_path, want.target] = published[path]
    return MappingProxyType(found), tuple(problems)


def _located(wanted: Iterable[Wanted], media: tuple[str, ...]) -> tuple[list[tuple[str, Wanted]], list[Problem]]:
    known = frozenset(media)
    folded = {path.casefold(): path for path in media}
    located: list[tuple[str, Wanted]] = []
    problems: list[Problem] = []
    for want in wanted:
        path, problem = _locate(want, known, folded)
        if problem:
            problems.append(problem)
        if path is not None and (problem := _wrong_kind(want, path)):
            problems.append(problem)
        elif path is not None:
            located.append((path, want))
    return located, problems


def _wrong_kind(want: Wanted, path: str) -> Problem | None:
    is_picture = posixpath.splitext(path)[1].lower() in PICTURES
    if is_picture != (want.use == "file"):
        return None
    meant_here = "视频、音频或字幕文件" if is_picture else "图片（JPG、PNG 或 WebP）"
    return pictures.WRONG_KIND.at(want.place, target=want.target, meant=meant_here)


def _look(file: Path) -> Original | Refused:
    try:
        return look(file.read_bytes(), file.name)
    except OSError:
        return Refused(pictures.UNREADABLE, {"reason": "没有读取权限"})


def _fault(want: Wanted, looked: Original | Refused | None, note: Note | None) -> Problem | None:
    if isinstance(looked, Refused):
        return looked.rule.at(want.place, target=want.target, **looked.facts)
    if note and note.fault:
        return pictures.UNREADABLE.at(want.place, target=want.target, reason=note.fault)
    if looked and looked.frames > 1:
        return pictures.ONLY_FIRST_FRAME.at(want.place, target=want.target, frames=looked.frames)
    return None


def _order(file: Path, original: Original, steps: tuple[int, ...]) -> Order:
    widths = widths_for(original.width, steps)
    return Order(file, original, widths, widths[-1])


def _picture(path: str, order: Order, note: Note | None, darkroom: Darkroom | None) -> Picture:
    original, widths = order.original, order.widths
    transparent = note.transparent if note else original.transparent
    formats = formats_for((original.width, original.height), order.largest, transparent)
    stem = f"media/{_slug(path)}-{order.key[:8]}"
    return Picture(
        path=path,
        url=f"{stem}-{widths[-1]}.{formats[-1]}",
        width=original.width,
        height=original.height,
        stem=stem,
        widths=widths,
        formats=formats,
        placeholder=note.placeholder if note else "",
        tones=note.tones if note else (),
        files=tuple(
            (f"{stem}-{width}.{format}", darkroom.file(order.key, width, format))
            for width in widths
            for format in formats
        )
        if darkroom
        else (),
    )


def _as_it_is(project: Path, path: str) -> Picture:
    """Video, sound and captions are published as they are."""
    extension = posixpath.splitext(path)[1].lower()
    digest = hashlib.sha256((project / path).read_bytes()).hexdigest()[:8]
    url = f"media/{_slug(path)}-{digest}{extension}"
    return Picture(path, url, files=((url, project / path),))


def _slug(path: str) -> str:
    return slug_from(posixpath.splitext(posixpath.basename(path))[0])


def _locate(want: Wanted, known: frozenset[str], folded: Mapping[str, str]) -> tuple[str | None, Problem | None]:
    target = unquote(want.target)
    if "://" in target or target.startswith("//"):
        return None, pictures.REMOTE.at(want.place, target=target)
    path = posixpath.normpath(posixpath.join(posixpath.dirname(want.entry_path), target))
    if target.startswith("/") or not path.startswith("content/"):
        return None, pictures.OUTSIDE.at(want.place, target=target)
    if path in known:
        return path, _name_problem(want, path)
    if path.casefold() in folded:
        actual = posixpath.basename(folded[path.casefold()])
        return None, pictures.CASE_DIFFERS.at(want.place, target=target, actual=actual)
    beside = [posixpath.basename(other) for other in known if posixpath.dirname(other) == posixpath.dirname(path)]
    offer = meant(posixpath.basename(path), beside) or "请核对文件名，并确认图片已和稿件放在同一个文件夹"
    return None, pictures.MISSING_FILE.at(want.place, target=target, suggestion=offer)


def _name_problem(want: Wanted, path: str) -> Problem | None:
    name = posixpath.basename(path)
    if _SAFE_NAME.fullmatch(name):
        return None
    stem, extension = posixpath.splitext(name)
    what = "空格" if any(map(str.isspace, name)) and name.isascii() else "中文或不能用的符号"
    return pictures.BAD_NAME.at(want.place, target=name, what=what, better=slug_from(stem) + extension.lower())
