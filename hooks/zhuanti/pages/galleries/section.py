"""Galleries: an index, and each gallery as a story of scenes."""

from collections.abc import Iterator
from typing import Literal

from ...content.entry import Entry
from ...content.models import GalleryMeta
from ...problems import Place
from ..shared.cards import cards, cover_of, cover_picture
from ..shared.heads import entry_page
from ..shared.indexes import index_pages
from ..shared.page import Link, PageInputs, SitePage
from ..shared.pictures import body_picture
from . import details
from .binding import bound_blocks
from .charts import chart, read_table
from .kinds import kind_of
from .reading import UNTITLED, Scene, read_scenes
from .scrim import scrim
from .views import Detail, EndView, GalleryView, SceneKind, SceneView

TITLE, URL = "图集", "galleries/"
_END = "接着看"
_HAVE_DETAIL = frozenset({"bars", "line", "video", "audio"})
_RELATED = 3


def pages(inputs: PageInputs) -> Iterator[SitePage]:
    """The index and every gallery."""
    yield from index_pages("gallery", TITLE, URL, inputs)
    for entry in inputs.library.of_kind("gallery"):
        yield entry_page(entry, inputs, "gallery.html", URL, (Link(TITLE, URL),), gallery_view(entry, inputs))


def gallery_view(entry: Entry, inputs: PageInputs) -> GalleryView:
    """A gallery's scenes: its cover, those of its body, and where it leads."""
    meta = entry.meta
    assert isinstance(meta, GalleryMeta)
    _, written = read_scenes(entry, inputs.prose[entry.path])
    scenes = [_cover(entry, meta, inputs)]
    for number, scene in enumerate(written, start=2):
        scenes.append(_scene(entry, meta, inputs, scene, number, last=number == len(written) + 1))
    if scenes[-1].kind != "end":
        scenes.append(_end(entry, meta, inputs, len(scenes) + 1))
    music = inputs.pictures.get((entry.path, meta.music)) if meta.music else None
    return GalleryView(meta.theme, music.url if music else "", tuple(scenes))


def _cover(entry: Entry, meta: GalleryMeta, inputs: PageInputs) -> SceneView:
    picture = cover_picture(entry, inputs.pictures)
    place = _place(meta.cover_focus or "")
    return SceneView(
        number=1,
        name=meta.title,
        kind="cover",
        transition=meta.transition,
        titled=True,
        picture=cover_of(entry, inputs.pictures),
        place=place,
        scrim=scrim(picture.tones, place) if picture else 0,
        body=None,
        source=None,
    )


def _end(entry: Entry, meta: GalleryMeta, inputs: PageInputs, number: int) -> SceneView:
    return SceneView(
        number, _END, "end", meta.transition, True, None, "bottom", 0, None, None, detail=_where_to(entry, inputs)
    )  # fmt: skip


def _where_to(entry: Entry, inputs: PageInputs) -> EndView:
    related = inputs.library.related[entry.url]
    policies = [other for other in related if other.kind.startswith("policy")]
    stories = [other for other in related if other not in policies]
    links = (*(Link(other.meta.title, other.url) for other in policies[:2]), Link("更多图集", URL))
    prints = inputs.prints.get(entry.url)
    poster = prints.poster.url if prints and prints.poster else ""
    return EndView(
        poster,
        prints.qr if prints else "",
        inputs.settings.root_url + entry.url,
        links,
        cards(stories[:_RELATED], inputs),
    )


def _scene(entry: Entry, meta: GalleryMeta, inputs: PageInputs, scene: Scene, number: int, last: bool) -> SceneView:
    kind, own, _ = kind_of(entry.path, scene)
    kind = "text" if kind == "end" and not last else kind
    detail = _detail(entry, inputs, scene, kind)
    kind = "text" if detail is None and kind in _HAVE_DETAIL else kind
    shown = [(image, found) for image in scene.pictures if (found := inputs.pictures.get((entry.path, image.target)))]
    several = kind in ("group", "before-after")
    behind = shown[0] if shown and not several else None
    place = _place(behind[0].focus) if behind else "bottom"
    return SceneView(
        number=number,
        name=scene.heading.text,
        kind=kind,
        transition=own or meta.transition,
        titled=UNTITLED not in scene.heading.settings,
        picture=body_picture(*behind) if behind else None,
        place=place,
        scrim=scrim(behind[1].tones, place) if behind else 0,
        body=bound_blocks(details.text_of(scene, kind)),
        source=scene.source,
        pictures=tuple(body_picture(*each) for each in shown) if several else (),
        detail=detail,
    )


def _detail(entry: Entry, inputs: PageInputs, scene: Scene, kind: SceneKind) -> Detail:
    if kind == "bars" or kind == "line":
        block = scene.of("table")[0]
        table, _ = read_table(block, kind, Place(entry.path))
        return chart(table, block, kind) if table else None
    if kind in ("video", "audio"):
        return details.media(entry, scene.media[0], inputs.pictures)
    if kind == "end":
        return _where_to(entry, inputs)
    return details.OF_WORDS[kind](scene) if kind in details.OF_WORDS else None


def _place(focus: str) -> Literal["top", "bottom"]:
    """Words stand at the end that does not hold the focus."""
    parts = focus.split()
    return "top" if len(parts) == 2 and float(parts[1].rstrip("%")) > 50 else "bottom"
