"""What ``check --fix`` writes: the mends that change how a text is written, never what it says."""

from pathlib import PurePosixPath

from . import fences
from .issuing import mended_number
from .yaml_lines import read_lines
from .yaml_scalars import quoted

__all__ = ["mend", "quoted"]

_ROUNDS = 10  # a mended line may show the next one to be off; each round mends more, so few are enough


def mend(text: str, path: str) -> tuple[str, int]:
    """The text with its front matter (or a whole YAML file) mended where that is safe, and the number of mends."""
    count = 0
    for _ in range(_ROUNDS):
        text, mends = _mend_once(text, path)
        if not mends:
            break
        count += mends
    return text, count


def _mend_once(text: str, path: str) -> tuple[str, int]:
    if PurePosixPath(path).suffix in (".yml", ".yaml"):
        return _mend_fields(text, path)
    frame, _ = fences.cut(text, path)
    if frame is None:
        return text, 0
    lines, mends = text.split("\n"), 0
    if frame.fields_count:
        fields, mends = _mend_fields(frame.fields, path)
        before = frame.fields_line - 1
        lines[before : before + frame.fields_count] = fields.split("\n")
    for line in frame.fences:
        lines[line] = fences.FENCE
    return "\n".join(lines[frame.blank_lines :]), mends + len(frame.fences) + bool(frame.blank_lines)


def _mend_fields(text: str, path: str) -> tuple[str, int]:
    lines = text.split("\n")
    mends = 0
    for finding in read_lines(lines, path, 1).findings:
        if finding.safe and lines[finding.line] != finding.mended:
            lines[finding.line] = finding.mended
            mends += 1
    for index, line in enumerate(lines):
        if line.startswith("number:") and (mended := mended_number(line)) != line:
            lines[index] = mended
            mends += 1
    return "\n".join(lines), mends
