"""Posters for printing and for passing on by hand: ``topic export poster``."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..content.entry import Entry
from ..content.library import Library
from ..images.cards.encoding import A3_DPI, as_png
from ..images.cards.poster import A3, SCREEN, draw_poster
from ..images.darkroom import Darkroom
from ..outlets.prints import WITH_POSTER, bill_of, desk
from ..settings.options import BuildOptions
from ..site.generate import check, with_base_url


class PosterError(Exception):
    """What keeps a poster from being made, in Chinese."""


@dataclass(frozen=True, slots=True)
class Poster:
    """A finished poster: the file's name and its bytes."""

    name: str
    data: bytes


def posters(
    project: Path, paths: Sequence[str], options: BuildOptions, darkroom: Darkroom, store: Path
) -> Iterator[Poster]:
    """Two posters for each text at these project-relative paths: 1080 × 1920 pixels, and A3 at 300 dots an inch.

    A folder stands for all texts below it that can have posters. ``store`` is the store of rendered bodies.

    Raises:
        PosterError: a text is missing, faulty or of a kind without posters.
        OSError: a picture could not be read.
    """
    checked = check(project, options, store, darkroom=darkroom)
    if checked.content.settings is None:
        raise PosterError("content/site.yml 有错误，做不了海报。请先运行 check，按提示改正。")
    settings = with_base_url(checked.content.settings, options)
    where = desk(checked.content.library, settings, checked.pictures, originals=project)
    found = {entry.path: entry for path in paths for entry in _entries(project, path, checked.content.library)}
    for entry in found.values():
        bill = bill_of(entry, where)
        yield Poster(f"{entry.slug}-1080x1920.png", as_png(draw_poster(bill, SCREEN).image))
        yield Poster(f"{entry.slug}-a3.png", as_png(draw_poster(bill, A3).image, A3_DPI))


def _entries(project: Path, path: str, library: Library) -> tuple[Entry, ...]:
    if (project / path).is_dir():
        start = "" if path == "." else f"{path}/"
        below = tuple(e for e in library.entries if e.path.startswith(start) and e.kind in WITH_POSTER)
        if not below:
            raise PosterError(f"“{path}”里没有能做海报的稿件：只有政策原文、政策解读、图集和活动有海报。")
        return below
    entry = next((entry for entry in library.entries if entry.path == path), None)
    if entry is None:
        raise PosterError(f"“{path}”不是能发布的稿件。请先运行 check，改正错误、确认已到发布时间后再试。")
    if entry.kind not in WITH_POSTER:
        raise PosterError(f"“{path}”没有海报：只有政策原文、政策解读、图集和活动有海报。")
    return (entry,)
