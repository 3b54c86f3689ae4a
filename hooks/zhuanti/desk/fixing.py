"""``check --fix``: safe mends written back to the files."""

import os
from collections.abc import Iterator
from pathlib import Path

from ..content.encoding import decode
from ..content.files import read_bytes, walk
from ..content.mending import mend


def fix_files(project: Path, wanted: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """Mend the entries below the wanted paths (all when empty); yields each changed file and the number of mends.

    A file is replaced whole, so a run that is cut off leaves the old or the new text.
    """
    for path in walk(project).texts:
        if wanted and not any(f"{path}/".startswith(prefix.rstrip("/") + "/") for prefix in wanted):
            continue
        data, _ = read_bytes(project, path)
        text, problems = decode(data, path) if data is not None else (None, ())
        if text is None or any(problem.is_error for problem in problems):
            continue
        mended, count = mend(text, path)
        if count:
            aside = (project / path).with_suffix(".md.new")
            aside.write_text(mended, "utf-8", newline="\n")
            os.replace(aside, project / path)
            yield path, count
