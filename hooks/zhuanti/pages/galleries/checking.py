"""What is wrong with a gallery, placed where the editor wrote it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from ...content.entry import Entry
from ...images.pictures import Picture
from ...problems import Place, Problem
from ...problems.catalogue import galleries as rules
from ...prose import ImageRef, Prose
from ...prose.tags import shortened
from .charts import read_table
from .details import POSTERS, beside, lies_beside, poster_of
from .kinds import kind_of, long_number_in, untimed_in
from .reading import KINDS, Scene, read_scenes
from .space import space_problem
from .views import SceneKind

_FULL = frozenset({"picture", "cover", "number", "quote", "text", "end", "steps", "timeline", "route", "quiz"})
_CLAIMS = frozenset({"number", "bars", "line"})
_LEAST = 720  # pixels of a picture's width that a phone's screen shows: two thirds of 1080 still look sharp
_SHAPE = 9 / 16


@dataclass(frozen=True, slots=True)
class Gallery:
    """A gallery with all that its check looks at; ``media`` are the paths of all media files."""

    entry: Entry
    prose: Prose
    pictures: Mapping[tuple[str, str], Picture]
    media: Collection[str]


def problems(gallery: Gallery) -> Iterator[Problem]:
    """Every mistake in a gallery's scenes."""
    entry = gallery.entry
    outside, scenes = read_scenes(entry, gallery.prose)
    if not scenes:
        yield rules.NO_SCENES.at(Place(entry.path, entry.body_line))
    elif any(block.text or block.images for block in outside):
        yield rules.OUTSIDE.at(Place(entry.path, _first_line(entry)))
    for scene in scenes:
        kind, _, found = kind_of(entry.path, scene)
        yield from found
        if kind == "end" and scene is not scenes[-1]:
            place = Place(entry.path, scene.heading.line, scene.heading.settings_column or scene.heading.column)
            yield rules.END_EARLY.at(place, name=scene.heading.text)
        if not scene.is_empty:
            yield from _of_scene(gallery, scene, kind)


def _of_scene(gallery: Gallery, scene: Scene, kind: SceneKind) -> Iterator[Problem]:
    path = gallery.entry.path
    heading = Place(path, scene.heading.line, scene.heading.column)
    if kind == "bars" or kind == "line":
        yield from read_table(scene.of("table")[0], kind, _table_place(gallery.entry, scene))[1]
    if not _kind_named(scene) and (long := long_number_in(scene)):
        yield rules.LONG_NUMBER.at(heading, text=long.text)
    if kind != "timeline" and not _kind_named(scene) and (item := untimed_in(scene)):
        yield rules.TIME_MISSING.at(heading, text=shortened(item.text))
    if kind in _CLAIMS and not scene.source:
        yield rules.NO_SOURCE.at(heading, name=scene.heading.text)
    if kind in _FULL and len(scene.pictures) == 1:
        yield from _small_picture(gallery, scene.pictures[0])
    if kind == "video" and (path, scene.media[0].target) in gallery.pictures:
        yield from _film(gallery, scene.media[0])
    if too_long := space_problem(path, scene, kind, _width_of_film(gallery, scene) if kind == "video" else 0):
        yield too_long


def _kind_named(scene: Scene) -> bool:
    return any(kind in scene.heading.settings for kind in KINDS)


def _small_picture(gallery: Gallery, image: ImageRef) -> Iterator[Problem]:
    picture = gallery.pictures.get((gallery.entry.path, image.target))
    if picture is None or not picture.width:
        return
    shown = round(min(picture.width, picture.height * _SHAPE))
    if shown < _LEAST:
        yield rules.SMALL_PICTURE.at(
            Place(gallery.entry.path, image.line), target=image.target, width=picture.width, height=picture.height,
            shown=shown,
        )  # fmt: skip


def _film(gallery: Gallery, image: ImageRef) -> Iterator[Problem]:
    entry, target, media = gallery.entry, image.target, gallery.media
    place = Place(entry.path, image.line)
    if not lies_beside(entry, target, ".vtt", media):
        yield rules.NO_CAPTIONS.at(place, target=target, captions=beside(target, ".vtt"))
    if not any(lies_beside(entry, target, extension, media) for extension in POSTERS):
        yield rules.NO_POSTER.at(place, target=target, poster=beside(target, ".webp"))


def _width_of_film(gallery: Gallery, scene: Scene) -> float:
    """How many times as wide as high its cover says that a film is; 0 where there is none."""
    poster = poster_of(gallery.entry, scene.media[0], gallery.pictures)
    return poster.width / poster.height if poster and poster.height else 0.0


def _table_place(entry: Entry, scene: Scene) -> Place:
    """Where the scene's table begins."""
    lines = entry.body.split("\n")
    for number in range(scene.lines[0], scene.lines[1] + 1):
        index = number - entry.body_line
        if 0 <= index < len(lines) and lines[index].lstrip().startswith(("|", "｜")):
            return Place(entry.path, number, len(lines[index]) - len(lines[index].lstrip()) + 1)
    return Place(entry.path, *scene.lines[:1])


def _first_line(entry: Entry) -> int:
    for index, line in enumerate(entry.body.split("\n")):
        if line.strip():
            return entry.body_line + index
    return entry.body_line
