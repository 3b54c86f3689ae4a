"""What the site in the ``site`` folder was made of, written down beside it for those who publish it."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from ..content.entry import Entry
from ..settings.options import BuildOptions

_PLACE = ".cache/built.json"


@dataclass(frozen=True, slots=True)
class BuildRecord:
    """``at`` is the moment in RFC 3339; ``samples`` are the paths of entries that are made up."""

    at: str
    base_url: str
    drafts: bool
    samples: tuple[str, ...]


def record_of(options: BuildOptions, base_url: str, entries: Iterable[Entry]) -> BuildRecord:
    """The record of a build of these entries."""
    samples = tuple(sorted(entry.path for entry in entries if entry.meta.sample))
    return BuildRecord(options.at.instant, base_url, options.drafts, samples)


def write_record(project: Path, record: BuildRecord) -> None:
    """Keep it.

    Raises:
        OSError: it cannot be written.
    """
    place = project / _PLACE
    place.parent.mkdir(exist_ok=True)
    draft = place.with_suffix(".draft")
    draft.write_text(json.dumps(asdict(record), ensure_ascii=False), "utf-8")
    draft.replace(place)


def read_record(project: Path) -> BuildRecord | None:
    """The record of the last build; None where there is none."""
    try:
        read = json.loads((project / _PLACE).read_text("utf-8"))
        return BuildRecord(**{**read, "samples": tuple(read["samples"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None
