"""A folder on this machine as a manifest."""

import hashlib
import os
import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from types import MappingProxyType

from .known_contents import Content, KnownContents
from .manifest import Manifest, ManifestFile, is_page
from .walking import files_below

_TITLE = re.compile(rb"<title>(.*?)</title>", re.DOTALL)


def read_folder(
    folder: Path, etags: bool = False, known: KnownContents | None = None
) -> tuple[Manifest, Mapping[str, str]]:
    """The manifest of all files below a folder, and the whole path of each; ``etags`` also computes their MD5.

    What ``known`` holds of a file that was not touched since is taken from there, and what is read is noted there. One
    after the other: threads that hash small files wait for each other longer than they work.

    Raises:
        OSError: a file cannot be read.
    """
    files, sources = [], {}
    for path, place in files_below(folder, links=True):
        stat = os.stat(place)
        content = known.of(stat) if known else None
        if content is None or (etags and not content.md5):
            content = _content(path, place, etags)
            if known:
                known.note(stat, content)
        sources[path] = place
        md5 = content.md5 if etags else ""
        files.append(ManifestFile(path, content.sha256, stat.st_size, md5, title=content.title))
    return Manifest(tuple(sorted(files, key=lambda file: file.path))), MappingProxyType(sources)


def _content(path: str, place: str, etags: bool) -> Content:
    with open(place, "rb") as file:
        data = file.read()
    md5 = hashlib.md5(data, usedforsecurity=False).hexdigest() if etags else ""
    found = _TITLE.search(data) if is_page(path) else None
    title = " ".join(unescape(found[1].decode("utf-8", "replace")).split()) if found else ""
    return Content(hashlib.sha256(data).hexdigest(), md5, title)
