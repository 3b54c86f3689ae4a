"""What only one kind of scene has: a number taken apart, stations, answers, a film with what lies beside it."""

import posixpath
import re
from collections.abc import Callable, Collection, Mapping

from ...content.entry import Entry
from ...images.pictures import Picture
from ...prose import ImageRef, Prose
from ..shared.pictures import picture_view
from .binding import bound, bound_blocks
from .blocks import Block
from .figures import figure
from .kinds import CHOICE, TIMED, choices, number_in, timed
from .reading import Scene
from .views import MediaView, NumberView, OptionView, QuizView, QuoteView, SceneKind, StationView

Found = Mapping[tuple[str, str], Picture]
POSTERS = (".webp", ".jpg", ".jpeg", ".png")
TYPES = {".mp4": "video/mp4", ".webm": "video/webm", ".mp3": "audio/mpeg", ".m4a": "audio/mp4"}
_NAMED = re.compile(r"\s*([^：。，；]{1,16})：\s*")
_SPEAKER = re.compile(r"(?:<p>\s*|(?<=[。！？”…])\s*)——\s*([^<]{1,60}?)\s*(?=</p>\s*$)")
_SHOWN: Mapping[SceneKind, tuple[str, ...]] = {
    "quote": ("blockquote",),
    "bars": ("table",),
    "line": ("table",),
}
_TAG = re.compile(r"<[^>]*>")


def number(scene: Scene) -> NumberView:
    """The scene's figure; the scene must have one."""
    block = number_in(scene)
    found = figure(block.text) if block else None
    assert found
    return found


def stations(scene: Scene) -> tuple[StationView, ...]:
    """The items of the scene's list; a time or a short name before a colon is the label."""
    pattern = TIMED if timed(scene) else _NAMED
    return tuple(_station(item, pattern) for item in _list(scene).children)


def _list(scene: Scene) -> Block:
    """The list that gives the scene its kind; the scene must have one."""
    return choices(scene) or timed(scene) or (scene.of("ol") or scene.of("ul"))[0]


def _station(item: Block, pattern: re.Pattern[str]) -> StationView:
    match = pattern.match(item.text)
    if not match:
        return StationView("", bound(item.inner, item.references))
    before, _, rest = item.inner.partition("：")
    return StationView(match[1].strip(), bound("".join(_TAG.findall(before)) + rest.lstrip(), item.references))


def quotation(scene: Scene) -> QuoteView:
    """The quotation's words, and who said them; the scene must have one."""
    block = scene.of("blockquote")[0]
    match = _SPEAKER.search(block.inner)
    if not match:
        return QuoteView(bound(block.inner, block.references), "")
    words = block.inner[: match.start()].rstrip()
    words = words if words.endswith("</p>") or not words else f"{words}</p>"
    return QuoteView(bound(words, block.references), match[1])


def quiz(scene: Scene) -> QuizView:
    """The question's answers; what follows the list explains."""
    asked = _list(scene)
    options: list[OptionView] = []
    for item in asked.children:
        found = CHOICE.match(item.text)
        assert found
        inner = item.inner
        inner = inner[: inner.index("[")] + inner[inner.index("]") + 1 :].lstrip()
        options.append(OptionView(bound(inner, item.references), found[1] != " "))
    explanation = bound_blocks(scene.blocks[scene.blocks.index(asked) + 1 :]) or Prose((), (), "", ())
    right = next((option.body.text for option in options if option.right), "")
    return QuizView(tuple(options), right, explanation)


def text_of(scene: Scene, kind: SceneKind) -> tuple[Block, ...]:
    """The blocks that are plain text in a scene of this kind: all but what its detail shows."""
    if kind == "quiz":
        return scene.blocks[: scene.blocks.index(_list(scene))]
    if kind in ("timeline", "steps", "route"):
        shown: Block | None = _list(scene)
    else:
        shown = number_in(scene) if kind == "number" else next(iter(scene.of(*_SHOWN.get(kind, ()))), None)
    return tuple(block for block in scene.blocks if block is not shown)


def poster_of(entry: Entry, film: ImageRef, pictures: Found) -> Picture | None:
    """The picture of the same name that lies beside a film."""
    keys = ((entry.path, beside(film.target, extension)) for extension in POSTERS)
    return next((found for key in keys if (found := pictures.get(key))), None)


def media(entry: Entry, image: ImageRef, pictures: Found) -> MediaView | None:
    """The film or recording, with the captions and the poster of the same name that lie beside it."""
    file = pictures.get((entry.path, image.target))
    if file is None:
        return None
    captions = pictures.get((entry.path, beside(image.target, ".vtt")))
    poster = poster_of(entry, image, pictures)
    return MediaView(
        url=file.url,
        type=TYPES.get(posixpath.splitext(image.target)[1].lower(), ""),
        caption=image.caption,
        alt=image.alt,
        captions=captions.url if captions else "",
        poster=picture_view(poster, "") if poster else None,
    )


def beside(target: str, extension: str) -> str:
    """The file of the same name with another extension."""
    return posixpath.splitext(target)[0] + extension


def lies_beside(entry: Entry, target: str, extension: str, media: Collection[str]) -> bool:
    """Whether that file is there; ``media`` are the paths of all media files."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(entry.path), beside(target, extension))) in media


OF_WORDS: Mapping[SceneKind, Callable[[Scene], NumberView | tuple[StationView, ...] | QuoteView | QuizView]] = {
    "number": number,
    "quote": quotation,
    "timeline": stations,
    "steps": stations,
    "route": stations,
    "quiz": quiz,
}
