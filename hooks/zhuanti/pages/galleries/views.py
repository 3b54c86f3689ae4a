"""What the gallery template draws: one frozen view a scene, everything decided."""

from dataclasses import dataclass
from typing import Literal

from ...prose import Prose
from ..shared.page import Link
from ..shared.views import Card, PictureView

SceneKind = Literal[
    "cover",
    "picture",
    "text",
    "number",
    "before-after",
    "group",
    "quote",
    "timeline",
    "bars",
    "line",
    "steps",
    "video",
    "audio",
    "route",
    "quiz",
    "end",
]
Anchor = Literal["start", "middle", "end"]
Transition = Literal["slide", "fade", "rise", "zoom", "ken-burns"]


@dataclass(frozen=True, slots=True)
class NumberView:
    """One big number. ``before`` and ``after`` are what stands round it (约, 亿副); ``true`` is all of it as written.

    ``width`` is how many digits would be as wide as ``digits``. ``value`` is what a script may count up to, in machine
    form (12000, 8.8), empty where it may not (10～12); ``decimals`` of it are shown, and ``grouped`` says whether
    thousands are parted by commas. It ends at ``digits``, the figure as written.
    """

    true: str
    before: str
    digits: str
    after: str
    width: int
    value: str
    decimals: int
    grouped: bool


@dataclass(frozen=True, slots=True)
class StationView:
    """One station of a timeline, a way or a list of steps; ``label`` is its time or name, empty in plain steps."""

    label: str
    body: Prose


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quotation and who said it, where that is known."""

    body: Prose
    speaker: str


@dataclass(frozen=True, slots=True)
class BarView:
    """One bar, lying: units of the chart's view box. ``label_y`` and ``value_x`` are where its words stand."""

    label: str
    value: str
    series: int
    x: float
    y: float
    width: float
    height: float
    label_y: float
    value_x: float


@dataclass(frozen=True, slots=True)
class PointView:
    """One point of a line and its value as written, which stands at ``value_y``; ``anchor`` keeps it inside the chart."""

    x: float
    y: float
    value: str
    label: str
    anchor: Anchor
    value_y: float = 0.0


@dataclass(frozen=True, slots=True)
class LineView:
    """One line of a chart; ``points`` in the form of SVG's attribute of this name."""

    name: str
    series: int
    points: str
    marks: tuple[PointView, ...]


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart from a table: either ``bars`` or ``lines``. The table itself stands below it for those who listen.

    ``unit`` is said once; ``legend`` names the series where there are several.
    """

    width: float
    height: float
    unit: str
    legend: tuple[str, ...]
    bars: tuple[BarView, ...]
    lines: tuple[LineView, ...]
    axis: tuple[PointView, ...]
    table: Prose


@dataclass(frozen=True, slots=True)
class MediaView:
    """A film or a recording beside the text; ``captions`` is empty where there are none."""

    url: str
    type: str
    caption: str
    alt: str
    captions: str
    poster: PictureView | None


@dataclass(frozen=True, slots=True)
class OptionView:
    """One answer to choose."""

    body: Prose
    right: bool


@dataclass(frozen=True, slots=True)
class QuizView:
    """A question (the scene's name and text), its answers, and what is said once one is chosen."""

    options: tuple[OptionView, ...]
    answer: str
    explanation: Prose


@dataclass(frozen=True, slots=True)
class EndView:
    """Where a story leads: the picture to pass on, and what to read next."""

    poster: str
    qr: str
    address: str
    links: tuple[Link, ...]
    cards: tuple[Card, ...]


Detail = NumberView | tuple[StationView, ...] | QuoteView | ChartView | MediaView | QuizView | EndView | None


@dataclass(frozen=True, slots=True)
class SceneView:
    """One screen of a gallery.

    Attributes:
        number: from 1; the scene's address is ``#s{number}``.
        name: its heading, for the dots and for those who listen.
        titled: whether the heading is shown; a heading written as ``## ——`` or of a quotation may be silent.
        picture: the picture that fills the screen, if one does.
        place: where words stand over the picture: the end of it that does not hold the focus.
        scrim: opacity in hundredths of the dark ground that words need over this picture; 0 where there is none.
        body: what is plain text; None where there is none.
        detail: what the kind alone has.
        source: 来源, the last paragraph, small.
        pictures: of a group, or before and after.
    """

    number: int
    name: str
    kind: SceneKind
    transition: Transition
    titled: bool
    picture: PictureView | None
    place: Literal["top", "bottom"]
    scrim: int
    body: Prose | None
    source: Prose | None
    pictures: tuple[PictureView, ...] = ()
    detail: Detail = None


@dataclass(frozen=True, slots=True)
class GalleryView:
    """A gallery as its page takes it, as ``detail`` of the entry's view."""

    theme: str
    music: str
    scenes: tuple[SceneView, ...]
