"""Figures with their sources, as editors give them in site.yml and on terms."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...settings.site import Figure
from .cards import clock
from .page import PageInputs
from .views import Clock


@dataclass(frozen=True, slots=True)
class FigureView:
    """One figure with its source."""

    value: str
    unit: str
    label: str
    publisher: str
    date: Clock | None
    url: str


def figure_views(figures: Iterable[Figure], inputs: PageInputs) -> tuple[FigureView, ...]:
    """The figures in the given order; one leads to the entry it names where that is public."""
    return tuple(
        FigureView(
            value=figure.value,
            unit=figure.unit,
            label=figure.label,
            publisher=figure.publisher,
            date=clock(figure.date),
            url=_url(figure, inputs),
        )
        for figure in figures
    )


def _url(figure: Figure, inputs: PageInputs) -> str:
    url = figure.entry.strip("/") + "/" if figure.entry else ""
    return url if url in inputs.library.by_url else figure.url or ""
