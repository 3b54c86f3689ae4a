"""What can be shown on somebody else's page: a view, its address, and how much room it takes."""

from dataclasses import dataclass
from math import ceil

from ...pages.shared.figures import FigureView
from ...pages.shared.heads import VideoView
from ...pages.shared.page import Link
from ...pages.shared.views import Card

ROOT = "embed/v1/"
# stands for every view that is not there: the server shows it wherever a code asks for one
MISSING = "gone"
# looks that tell of something else than the view of their path does: they have fragments of their own
_TELLING = ("lead", "numbers", "search")


@dataclass(frozen=True, slots=True)
class Tier:
    """How a view stands below one width: ``rows × (ratio × width + row) + share × width + fixed``.

    Attributes:
        below: the frame's width in pixels from which the next tier holds; None for the last.
        columns: items side by side.
        ratio: height of one row's pictures as a share of the frame's width.
        row: the rest of one row, in rems.
        share: height of what stands once, as a share of the width.
        fixed: head and foot, in rems.
    """

    below: int | None
    columns: int = 1
    ratio: float = 0.0
    row: float = 0.0
    share: float = 0.0
    fixed: float = 0.0

    def parts(self, count: int) -> tuple[float, float]:
        """The height for so many items: the share of the width, and the rems that come on top."""
        rows = ceil(count / self.columns)
        return rows * self.ratio + self.share, rows * self.row + self.fixed


@dataclass(frozen=True, slots=True)
class Embed:
    """One view. What its shape does not use is empty.

    Attributes:
        path: of the page it shows something of, without the slash at the end; ``front`` for the front page.
        style: the look beside the view's own, which names its file: ``cards``, ``bar``, ``full``; else empty.
        shape: the template that draws it, and the row of the table of heights.
        page: site-relative address of the page it leads to.
        lead: the one entry that is told of at length.
        count: how many of ``cards`` or ``figures`` it shows unless asked for another number.
        facets: names by which its address may ask for other policies than the newest.
        total: of all entries there are behind it.
        old: paths of the same page under which an embedded code may still ask for it.
        updated: when what it tells of last said something else, in ISO 8601; empty where that is not known.
    """

    path: str
    shape: str
    title: str
    page: str
    style: str = ""
    lead: Card | None = None
    cards: tuple[Card, ...] = ()
    count: int = 1
    total: int = 0
    figures: tuple[FigureView, ...] = ()
    links: tuple[Link, ...] = ()
    film: VideoView | None = None
    facets: tuple[str, ...] = ()
    old: tuple[str, ...] = ()
    updated: str = ""

    @property
    def urls(self) -> tuple[str, ...]:
        """Site-relative addresses of its files, the one that counts first."""
        file = f"{self.style or 'index'}.html"
        return tuple(f"{ROOT}{path}/{file}" for path in (self.path, *self.old))

    @property
    def fragment(self) -> str:
        """Site-relative address of the fragment that tells what it does; looks of the same lines share one."""
        return f"{ROOT}{self.path}/{self._folder}fragment.html"

    @property
    def fragments(self) -> tuple[str, ...]:
        """The addresses of the fragments it has itself, without ``html`` and ``json``: there is one a path and telling."""
        if self.style and not self._folder:
            return ()
        return tuple(f"{ROOT}{path}/{self._folder}fragment." for path in (self.path, *self.old))

    @property
    def _folder(self) -> str:
        return f"{self.style}/" if self.style in _TELLING else ""
