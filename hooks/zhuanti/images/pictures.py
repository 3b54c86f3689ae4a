"""From what an editor wrote for a picture to the file, its size in pixels and its published address."""

import hashlib
import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote

from PIL import Image

from ..content.addresses import slug_from
from ..problems import Place, Problem
from ..problems.catalogue import pictures
from ..problems.nearest import meant

_SAFE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True)
class Picture:
    """A file to be published: project-relative path, address, size in pixels (0 × 0 for what has none)."""

    path: str
    url: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """A reference to a media file: who refers, the text as written, and where it stands."""

    entry_path: str
    target: str
    place: Place


def find_pictures(
    project: Path, wanted: Iterable[Wanted], media: tuple[str, ...]
) -> tuple[Mapping[tuple[str, str], Picture], tuple[Problem, ...]]:
    """Look every reference up; the key of the result is (path of the text, target as written)."""
    known = frozenset(media)
    folded = {path.casefold(): path for path in media}
    measured: dict[str, Picture | str] = {}
    found: dict[tuple[str, str], Picture] = {}
    problems: list[Problem] = []
    for want in wanted:
        path, problem = _locate(want, known, folded)
        if problem:
            problems.append(problem)
        if path is None:
            continue
        if path not in measured:
            measured[path] = _measure(project, path)
        picture = measured[path]
        if isinstance(picture, Picture):
            found[want.entry_path, want.target] = picture
        else:
            problems.append(pictures.UNREADABLE.at(want.place, target=want.target, reason=picture))
    return MappingProxyType(found), tuple(problems)


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


def _measure(project: Path, path: str) -> Picture | str:
    """The picture, or the reason in Chinese why it is none."""
    try:
        data = (project / path).read_bytes()
    except OSError:
        return "没有读取权限"
    stem, extension = posixpath.splitext(posixpath.basename(path))
    url = f"media/{slug_from(stem)}-{hashlib.sha256(data).hexdigest()[:8]}{extension.lower()}"
    if extension.lower() in (".mp4", ".webm", ".mp3", ".m4a", ".vtt", ".pdf", ".svg"):
        return Picture(path, url, 0, 0)
    try:
        with Image.open(BytesIO(data)) as image:
            width, height = image.size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return "不是能识别的图片格式，或文件已损坏"
    return Picture(path, url, width, height)
