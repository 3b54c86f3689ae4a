"""What can be learned from cases in which a policy was used: who, and the first things it did."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...content.entry import Entry
from ...content.library import Library
from ...content.models import CaseMeta
from .page import Link

_MEASURES = 3


@dataclass(frozen=True, slots=True)
class LessonView:
    """A case, whom it tells of, and its first measures; its summary where it names none."""

    case: Link
    case_type: str
    subject: str
    measures: tuple[str, ...]
    summary: str
    sample: bool


def lessons(documents: Iterable[Entry], library: Library) -> tuple[LessonView, ...]:
    """The cases that used any of these documents, each once, newest first."""
    cases = {case.url: case for document in documents for case in library.cases.get(document.url, ())}
    return tuple(
        LessonView(
            case=Link(case.meta.title, case.url),
            case_type=meta.case_type,
            subject=meta.subject or "",
            measures=meta.measures[:_MEASURES],
            summary="" if meta.measures else meta.summary or "",
            sample=meta.sample,
        )
        for case in sorted(cases.values(), key=lambda case: case.newest_first)
        if isinstance(meta := case.meta, CaseMeta)
    )
