"""Which media files the content refers to, where, and what for."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from ..content.entry import Entry
from ..content.loading import SETTINGS_PATH, Content, settings_place
from ..content.models import Meta
from ..images.pictures import Wanted
from ..images.recipe import Use
from ..pages.galleries.details import POSTERS, beside, lies_beside
from ..pages.galleries.reading import FILMS, is_media
from ..problems import Place
from ..prose import ImageRef, Prose

_HERO_PLACES = ("image", "image_dark", "image_phone", "image_phone_dark")


def wanted_media(project: Path, content: Content, prose: Mapping[str, Prose]) -> Iterator[Wanted]:
    """Every reference to a media file: in front matter, in texts, in site.yml."""
    fronts, media = {read.path: read.front for read in content.reads}, frozenset(content.media)
    for entry in content.entries:
        front = fronts[entry.path]
        for location, target, use in _media_fields(entry.meta):
            place = front.place(location) if front else Place(entry.path)
            yield Wanted(entry.path, target, place, use)
        for segment in prose[entry.path].segments:
            if isinstance(segment, ImageRef):
                yield from _in_text(entry, segment, media)
    if content.settings:
        for name in _HERO_PLACES:
            target = getattr(content.settings.hero, name)
            if target:
                yield Wanted(SETTINGS_PATH, target, settings_place(project, target), "hero")


def _in_text(entry: Entry, image: ImageRef, media: Collection[str]) -> Iterator[Wanted]:
    """A picture; or in a gallery a film or a recording, with what lies beside it under the same name."""
    place = Place(entry.path, image.line)
    if entry.kind != "gallery":
        yield Wanted(entry.path, image.target, place, "figure")
        return
    if not is_media(image.target):
        yield Wanted(entry.path, image.target, place, "scene")
        return
    yield Wanted(entry.path, image.target, place, "file")
    uses: list[tuple[str, Use]] = [(".vtt", "file")]
    if image.target.lower().endswith(FILMS):
        uses += [(extension, "scene") for extension in POSTERS]
    for extension, use in uses:
        if lies_beside(entry, image.target, extension, media):
            yield Wanted(entry.path, beside(image.target, extension), place, use)


def _media_fields(meta: Meta) -> Iterator[tuple[tuple[str | int, ...], str, Use]]:
    if meta.cover:
        yield ("cover",), meta.cover, "cover"
    uses: tuple[tuple[str, Use], ...] = (("file", "file"), ("poster", "poster"), ("captions", "file"))
    for name, use in uses:
        target = getattr(meta.video, name) if meta.video else None
        if target:
            yield ("video", name), target, use
    music = getattr(meta, "music", None)
    if music:
        yield ("music",), music, "file"
