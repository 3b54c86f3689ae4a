"""The content folder as found on disk: every file once, in one order, nothing outside the folder."""

import os
from dataclasses import dataclass
from pathlib import Path

from ..problems import Place, Problem
from ..problems.catalogue import files
from ..problems.system import reason_of

# also what is refused, so that the message can say why and not that the file is missing
PICTURES = frozenset(
    {".jpg", ".jpeg", ".jfif", ".png", ".webp", ".gif", ".avif", ".tif", ".tiff", ".bmp", ".heic", ".heif", ".svg"}
)
MEDIA = PICTURES | frozenset({".mp4", ".webm", ".mp3", ".m4a", ".vtt", ".pdf"})
_NEARLY_MARKDOWN = {
    ".markdown": "请把扩展名改为 .md",
    ".txt": "请把扩展名改为 .md，并在开头加上文首信息；不是稿件就移到 content 文件夹外面",
    ".doc": "请在 Word 里另存为 .docx，再整理成 Markdown 稿件",
    ".docx": "Word 稿件要先整理成 Markdown（.md），原件移到 content 文件夹外面",
    ".wps": "请在 WPS 里另存为 .docx，再整理成 Markdown 稿件",
}


@dataclass(frozen=True, slots=True)
class Found:
    """Paths are project-relative POSIX paths, sorted."""

    texts: tuple[str, ...]
    media: tuple[str, ...]
    problems: tuple[Problem, ...]


def walk(project: Path, folder: str = "content") -> Found:
    """Find every text and media file below a folder of the project. Hidden files are none of ours."""
    texts: list[str] = []
    media: list[str] = []
    problems: list[Problem] = []
    root = project / folder
    if not root.is_dir():
        return Found((), (), (files.NO_CONTENT.at(Place(folder), folder=folder),))
    inside = os.path.realpath(root)
    for parent, folders, names in os.walk(root, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        linked = [name for name in folders if os.path.islink(os.path.join(parent, name))]
        for name in sorted([*names, *linked]):
            if name.startswith("."):
                continue
            full = os.path.join(parent, name)
            path = os.path.relpath(full, project).replace(os.sep, "/")
            if os.path.islink(full) and not _is_inside(os.path.realpath(full), inside):
                problems.append(files.SYMLINK_OUT.at(Place(path)))
                continue
            extension = os.path.splitext(name)[1]
            if extension == ".md":
                texts.append(path)
            elif extension.lower() in MEDIA:
                media.append(path)
            elif extension.lower() == ".md":
                problems.append(files.WRONG_EXTENSION.at(Place(path), name=name, suggestion="请把扩展名改为小写的 .md"))
            elif extension.lower() in _NEARLY_MARKDOWN:
                suggestion = _NEARLY_MARKDOWN[extension.lower()]
                problems.append(files.WRONG_EXTENSION.at(Place(path), name=name, suggestion=suggestion))
    return Found(tuple(sorted(texts)), tuple(sorted(media)), tuple(problems))


def read_bytes(project: Path, path: str) -> tuple[bytes | None, tuple[Problem, ...]]:
    """A file's bytes, or the placed reason why there are none."""
    try:
        return (project / path).read_bytes(), ()
    except OSError as error:
        reason = "没有读取权限" if isinstance(error, PermissionError) else reason_of(error)
        return None, (files.CANNOT_READ.at(Place(path), reason=reason),)


def _is_inside(path: str, folder: str) -> bool:
    return os.path.commonpath([path, folder]) == folder
