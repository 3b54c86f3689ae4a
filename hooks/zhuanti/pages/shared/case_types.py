"""The five types of cases and their lists."""

from typing import get_args

from ...content.entry import Entry
from ...content.library import Library
from ...content.models import CaseMeta, CaseType
from .page import Link, PageInputs

TYPE_SLUGS = {
    "典型人物": "person",
    "典型企业": "enterprise",
    "典型行业": "industry",
    "典型园区": "park",
    "典型县市区": "county",
}
URL = "cases/"


def type_url(case_type: str) -> str:
    """The address of the list of one type."""
    return f"{URL}type/{TYPE_SLUGS[case_type]}/"


def cases_of(case_type: str, library: Library) -> tuple[Entry, ...]:
    """The cases of one type, newest first."""
    return tuple(entry for entry in library.of_kind("case") if case_type_of(entry.meta) == case_type)


def type_links(inputs: PageInputs, current: str) -> tuple[Link, ...]:
    """All types with counts, for the tabs; types without a case are left out unless current."""
    entries = inputs.library.of_kind("case")
    counts = {case_type: 0 for case_type in get_args(CaseType)}
    for entry in entries:
        counts[case_type_of(entry.meta)] += 1
    links = [Link("全部", URL, len(entries), current == "")]
    links += [
        Link(name, type_url(name), count, name == current) for name, count in counts.items() if count or name == current
    ]
    return tuple(links)


def case_type_of(meta: object) -> str:
    """The type of a case's front matter."""
    assert isinstance(meta, CaseMeta)
    return str(meta.case_type)
