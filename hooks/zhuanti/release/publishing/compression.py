"""Compressed copies beside the files they stand for, so that a server sends what was compressed once, and well.

They are kept between publishes, laid out as the site is; ``index.json`` says of which content each was made.
"""

import contextlib
import gzip
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from ..server_config.types import TEXTS
from .manifest import Manifest, ManifestFile

# below this, and without winning a tenth, a second file costs more than it spares
LEAST = 1024
_WORTH = 0.9
_GZIP_LEVEL = 9
# brotli's highest level takes thirty times as long for a few percent; a window wider than the text needs makes it
# clear megabytes of memory for every file
_BROTLI_QUALITY = 9
_SMALL_WINDOW, _WINDOW = 16, 22
_INDEX = "index.json"
_ELSEWHERE = ("embed/v1/", "oembed/")


def make_siblings(manifest: Manifest, sources: Mapping[str, str], folder: Path) -> Path:
    """Bring the compressed copies below ``folder`` up to date, and return the folder that holds them alone.

    Raises:
        OSError: a copy could not be written.
    """
    tree, index = folder / "files", folder / _INDEX
    known = _read_index(index)
    wanted = {file.path: file.sha256 for file in manifest.files if _is_wanted(file)}
    gone = known.keys() - wanted.keys()
    stale = [path for path, sha in wanted.items() if known.get(path) != sha]
    # a run that dies here finds no index, and begins anew
    index.unlink(missing_ok=True)
    for path in gone:
        for ending in ("gz", "br"):
            (tree / f"{path}.{ending}").unlink(missing_ok=True)
    if not known:
        shutil.rmtree(tree, ignore_errors=True)
    tree.mkdir(parents=True, exist_ok=True)
    _drop_empty(tree, {path.rpartition("/")[0] for path in gone})
    _compress_all([(sources[path], str(tree / path)) for path in stale])
    draft = index.with_suffix(".draft")
    draft.write_text(json.dumps(wanted), "utf-8")
    draft.replace(index)
    return tree


def compress(source: str, beside: str) -> None:
    """Write ``beside`` with ``.gz`` and ``.br``, each where it is worth a file of its own."""
    import brotli

    data = Path(source).read_bytes()
    Path(beside).parent.mkdir(parents=True, exist_ok=True)
    packed = {
        "gz": gzip.compress(data, _GZIP_LEVEL, mtime=0),
        "br": brotli.compress(data, quality=_BROTLI_QUALITY, lgwin=_window(len(data))),
    }
    for ending, smaller in packed.items():
        place = Path(f"{beside}.{ending}")
        place.unlink(missing_ok=True)
        if len(smaller) < len(data) * _WORTH:
            place.write_bytes(smaller)


def _window(size: int) -> int:
    return _SMALL_WINDOW if size < 1 << _SMALL_WINDOW else _WINDOW


def _is_wanted(file: ManifestFile) -> bool:
    """Texts that readers ask for. What other sites' pages show is small and comes from many entries at once: there a
    copy of each would make twice as many files as the site has."""
    if file.path.startswith(_ELSEWHERE):
        return False
    return file.size >= LEAST and file.path.rpartition(".")[2] in TEXTS


def _read_index(index: Path) -> dict[str, str]:
    try:
        read = json.loads(index.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return read if isinstance(read, dict) else {}


def _compress_all(jobs: Iterable[tuple[str, str]]) -> None:
    # both libraries work outside the interpreter's lock; processes would copy what the build left in memory
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        for done in [pool.submit(compress, source, beside) for source, beside in jobs]:
            done.result()


def _drop_empty(tree: Path, folders: Iterable[str]) -> None:
    """Remove the folders below ``tree`` that hold nothing any more, and those above them that held only these."""
    for folder in folders:
        with contextlib.suppress(OSError):
            while folder:
                (tree / folder).rmdir()
                folder = folder.rpartition("/")[0]
