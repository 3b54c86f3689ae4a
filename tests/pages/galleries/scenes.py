"""A body as its scenes, for tests."""

from zhuanti import prose
from zhuanti.content.entry import Entry
from zhuanti.content.models import GalleryMeta
from zhuanti.pages.galleries.reading import Scene, read_scenes

PATH = "content/galleries/g/index.md"


def entry_of(body: str) -> Entry:
    meta = GalleryMeta.model_validate({"title": "甲"})
    return Entry(PATH, "gallery", "g", "galleries/g/", None, meta, body, 1)


def scenes_of(body: str) -> tuple[Scene, ...]:
    """The scenes of a body that has no front matter."""
    return read_scenes(entry_of(body), prose.render(body, path=PATH, scenes=True))[1]


def scene_of(body: str) -> Scene:
    """The one scene with this content."""
    (scene,) = scenes_of(f"## 甲\n\n{body}")
    return scene
