"""How wide a picture stands in each place of the layout, and from that what a browser may choose from.

The boxes here say again what the style sheets do (``card-lead``, ``entry``, ``figure`` and so on); a browser test
compares both. A cut picture is needed wider than its box where it is flatter than the box, so its own shape counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ...images.pictures import Picture
from ...images.recipe import MIME_TYPES
from ...prose import ImageRef
from .views import PictureView

_WIDE = "(min-width: 1328px)"  # the page has its full 1200 pixels between two gutters of 64
_DESK = "(min-width: 1000px)"
_TABLET = "(min-width: 720px)"
_FULL_BELOW_DESK = ((_TABLET, "100vw - 64px"), ("", "100vw - 32px"))


@dataclass(frozen=True, slots=True)
class Layout:
    """A place for pictures.

    Attributes:
        boxes: media condition and width of the box in CSS lengths, the first that holds counts.
        shapes: width by height of the box where it cuts, one for all boxes or one each; empty where nothing is cut.
        widths: smallest and largest edition worth naming, in pixels: markup is weight too.
    """

    boxes: tuple[tuple[str, str], ...]
    shapes: tuple[float, ...] = ()
    widths: tuple[int, int] = (540, 1600)


_LEAD_ROW = ((_WIDE, "679px"), (_DESK, "58.33vw - 96px"), *_FULL_BELOW_DESK)
_COVER = ((_WIDE, "952px"), (_DESK, "100vw - 376px"), (_TABLET, "100vw - 32px"), ("", "100vw - 16px"))
_TEXT = ((_DESK, "648px"), ("(min-width: 644px)", "612px"), ("", "100vw - 32px"))

LAYOUTS = {
    "lead-block": Layout(((_WIDE, "615px"), (_DESK, "54.17vw - 104px"), *_FULL_BELOW_DESK), (3 / 2,)),
    "lead-row": Layout(_LEAD_ROW, (3 / 2,)),
    "lead-side": Layout(((_WIDE, "872px"), (_DESK, "100vw - 456px"), *_FULL_BELOW_DESK), (2 / 1, 2 / 1, 3 / 2, 3 / 2)),
    "lead-wide": Layout(((_WIDE, "1200px"), (_DESK, "100vw - 128px"), *_FULL_BELOW_DESK), (3 / 2,)),
    "pictured": Layout(
        ((_WIDE, "384px"), (_TABLET, "33.33vw - 59px"), ("", "96px")), (3 / 2, 3 / 2, 1 / 1), (240, 800)
    ),
    "term-lead": Layout(((_WIDE, "514px"), (_DESK, "61.54vw - 302px"), *_FULL_BELOW_DESK), (3 / 2,)),
    "timeline": Layout(((_TABLET, "240px"), ("", "100vw - 80px")), (3 / 2,), (240, 1200)),
    "embed-story": Layout((("(min-width: 480px)", "42vw"), ("", "100vw")), (16 / 9,)),
    "embed-tile": Layout(
        (("(min-width: 900px)", "25vw"), ("(min-width: 420px)", "50vw"), ("", "104px")),
        (16 / 9, 16 / 9, 4 / 3),
        (240, 800),
    ),
    "side": Layout(((_TABLET, "168px"), ("", "96px")), (3 / 2, 1 / 1), (240, 540)),
    "cover": Layout(_COVER, (3 / 2,)),
    "gallery-row": Layout((("(min-width: 446px)", "276px"), ("", "62vw")), (3 / 4,), (360, 800)),
    "gallery-grid": Layout(
        (
            (_WIDE, "282px"),
            (_DESK, "25vw - 50px"),
            (_TABLET, "33.33vw - 37px"),
            ("", "50vw - 24px"),
        ),
        (3 / 4,),
        (360, 800),
    ),
    "figure": Layout(_TEXT),
    "figure-wide": Layout(((_WIDE, "952px"), ("(min-width: 1280px)", "100vw - 376px"), *_TEXT)),
    "figure-bleed": Layout(((_WIDE, "50vw + 384px"), (_DESK, "100vw - 280px"), ("", "100vw")), (2 / 1, 2 / 1, 3 / 2)),
    "figure-group": Layout(
        (
            ("(min-width: 1280px)", "312px"),
            (_DESK, "320px"),
            ("(min-width: 644px)", "302px"),
            ("", "50vw - 20px"),
        ),
        (4 / 3,),
        (360, 800),
    ),
    "figure-beside": Layout(((_DESK, "298px"), ("(min-width: 720px)", "282px"), ("", "100vw - 32px"))),
    "figure-long": Layout((("(min-width: 720px)", "680px"), ("", "100vw - 32px"))),
    # a gallery's screens: as high as the screen and cut at the sides, or as wide and cut above and below
    "scene": Layout(
        (
            ("(min-aspect-ratio: 4/5) and (max-height: 599px)", "50vw"),
            ("(min-aspect-ratio: 4/5)", "56.25vh"),
            ("(min-aspect-ratio: 9/16)", "100vw"),
            ("", "56.25vh"),
        ),
        (1.0, 9 / 16, 0.7, 9 / 16),
        (360, 1600),
    ),
    "scene-compare": Layout(
        (("(min-aspect-ratio: 4/5)", "63.6vw - 170px"), (_TABLET, "100vw - 128px"), ("", "100vw - 48px")),
        (1.4, 1.2, 0.85),
        (360, 1600),
    ),
    # high pictures keep their shape where the screen has the room
    "scene-compare-tall": Layout(
        (
            ("(min-aspect-ratio: 4/5) and (max-height: 599px)", "41.25vh"),
            ("(min-aspect-ratio: 4/5)", "50vh"),
            (_TABLET, "38vh"),
            ("", "100vw - 48px"),
        ),
        (0.75, 0.76, 0.73, 0.85),
        (360, 1600),
    ),
    "scene-group": Layout(
        (
            ("(min-aspect-ratio: 4/5) and (min-width: 1400px)", "352px"),
            ("(min-aspect-ratio: 4/5)", "31.8vw - 93px"),
            (_TABLET, "50vw - 68px"),
            ("", "50vw - 28px"),
        ),
        (1.0, 1.0, 1.3, 1.0),
        (240, 1200),
    ),
    "hero": Layout(
        (
            ("(min-width: 1904px)", "1560px"),
            (_WIDE, "50vw + 608px"),
            (_DESK, "100vw - 56px"),
            (_TABLET, "100vw - 44px"),
            ("", "100vw - 22px"),
        ),
        widths=(540, 2400),
    ),
}


_LONG = 1.8  # height by width from which a picture is read like a page


def figure_place(picture: Picture, classes: Sequence[str], voice: str, grouped: bool) -> tuple[str, tuple[str, ...]]:
    """The layout of a picture in a body, and the classes of its figure: the given ones, and what its shape asks for."""
    if grouped:
        return "figure-group", (*classes,)
    if picture.height > _LONG * picture.width:
        return "figure-long", (*classes, "long")
    if "full-bleed" in classes:
        return "figure-bleed", (*classes,)
    if "wide" in classes or (voice == "feature" and not classes):
        return "figure-wide", tuple(dict.fromkeys((*classes, "wide")))
    if "left" in classes or "right" in classes:
        return "figure-beside", (*classes,)
    return "figure", (*classes,)


@dataclass(frozen=True, slots=True)
class Candidates:
    """What ``<picture>`` offers: (type, srcset) of the sources, srcset of the image itself, sizes of all."""

    sources: tuple[tuple[str, str], ...]
    srcset: str
    sizes: str


def candidates(
    stem: str, widths: Sequence[int], formats: Sequence[str], width: int, height: int, layout: str, root: str
) -> Candidates:
    """The offer for a picture of this size in a place of the layout; addresses begin with ``root``.

    Empty where there are no editions.
    """
    if not widths:
        return Candidates((), "", "")
    place = LAYOUTS[layout]
    smallest, largest = place.widths
    named = [edition for edition in widths if smallest <= edition <= largest] or [
        min(widths, key=lambda edition: abs(edition - smallest))
    ]
    sets = {format: ", ".join(f"{root}{stem}-{edition}.{format} {edition}w" for edition in named) for format in formats}
    *better, plain = formats
    sources = tuple((MIME_TYPES[format], sets[format]) for format in better)
    return Candidates(sources, sets[plain], _sizes(place, width / height))


def _sizes(place: Layout, ratio: float) -> str:
    parts: list[str] = []
    for index, (media, box) in enumerate(place.boxes):
        shape = place.shapes[min(index, len(place.shapes) - 1)] if place.shapes else ratio
        factor = round(max(1.0, ratio / shape), 3)
        parts.append(f"{media} {_length(box, factor)}".strip())
    return ", ".join(parts)


def _length(box: str, factor: float) -> str:
    simple = " " not in box
    if simple and box.endswith("px"):
        return f"{round(float(box.removesuffix('px')) * factor)}px"
    if factor == 1:
        return box if simple else f"calc({box})"
    return f"calc(({box}) * {factor:g})"


def picture_view(picture: Picture, alt: str, credit: str = "", caption: str = "", focus: str = "") -> PictureView:
    """A picture as templates take it."""
    return PictureView(
        url=picture.url,
        width=picture.width,
        height=picture.height,
        alt=alt,
        credit=credit,
        caption=caption,
        focus=focus,
        stem=picture.stem,
        widths=picture.widths,
        formats=picture.formats,
        placeholder=picture.placeholder,
    )


def body_picture(image: ImageRef, picture: Picture) -> PictureView:
    """A picture of a body, as its editor wrote it."""
    alt = "" if image.decorative else image.alt
    return picture_view(picture, alt, caption=image.caption, focus=focus_classes(image.focus))


def focus_classes(focus: str) -> str:
    """``33% 40%`` → ``fx-30 fy-40``: steps of ten, for markup may carry no style; the middle needs no class."""
    steps = (round(float(value.rstrip("%")) / 10) * 10 for value in focus.split())
    return " ".join(f"{axis}-{step}" for axis, step in zip(("fx", "fy"), steps, strict=False) if step != 50)
