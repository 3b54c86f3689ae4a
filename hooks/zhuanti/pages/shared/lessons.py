"""What a company can learn from cases in which a policy was used: who, and the first things it did."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...content.entry import Entry
from ...content.library import Library
from ...content.models import CaseMeta
from .page import Link

_MEASURES = 3


@dataclass(frozen=True, slots=True)
class LessonView:
    """A case, whom it tells of, and its first measures."""

    case: Link
    case_type: str
    subject: str
    measures: tuple[str, ...]
    sample: bool


def lessons(documents: Iterable[Entry], library: Library) -> tuple[LessonView, ...]:
    """The cases that used any of these documents, each once, newest first."""
    cases = {case.url: case for document in documents for case in library.cases.get(document.url, ())}
    return tuple(
        LessonView(
            Link(case.meta.title, case.url), meta.case_type, meta.subject or "", meta.measures[:_MEASURES], meta.sample
        )
        for case in sorted(cases.values(), key=lambda case: case.newest_first)
        if isinstance(meta := case.meta, CaseMeta)
    )
