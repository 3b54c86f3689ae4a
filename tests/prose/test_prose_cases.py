"""Every rule of the prose room as a single-file case: an input and its whole outcome."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from zhuanti.prose import ImageRef, LinkRef, Prose, render

CASES = Path(__file__).parent.parent / "cases" / "prose"
FILES = sorted(CASES.glob("**/*.yml"))


def joined(prose: Prose) -> str:
    """The HTML with what a later stage puts in shown as it was written."""
    return "".join(shown(segment) for segment in prose.segments)


def shown(segment: str | LinkRef | ImageRef) -> str:
    if isinstance(segment, str):
        return segment
    if isinstance(segment, LinkRef):
        return segment.target
    marks = [
        *segment.classes,
        *(["decorative"] if segment.decorative else []),
        *([] if segment.standalone else ["inline"]),
    ]
    return f"{{image {segment.target}|{segment.alt}|{segment.caption}{'|' if marks else ''}{' '.join(marks)}}}"


def outcome(case: dict[str, Any]) -> dict[str, Any]:
    prose = render(case["input"], path="文.md", note_prefix=case.get("note_prefix", ""))
    return {
        "html": joined(prose),
        "text": prose.text,
        "headings": [f"{heading.level} {heading.id} {heading.text}" for heading in prose.headings],
        "references": [f"{s.line} {s.target}" for s in prose.segments if not isinstance(s, str)],
        "problems": [
            {
                "place": f"{problem.place.line}:{problem.place.column}",
                "code": problem.code,
                "severity": problem.severity,
                "message": problem.message,
                "hint": problem.hint,
            }
            for problem in prose.problems
        ],
    }


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(CASES).with_suffix("").as_posix())
def test_case(file: Path) -> None:
    case = yaml.safe_load(file.read_text(encoding="utf-8"))
    expected = {key: value for key, value in case.items() if key not in ("name", "input", "note_prefix")}
    expected.setdefault("problems", [])
    got = outcome(case)
    assert {key: got[key] for key in expected} == expected


def test_every_code_has_a_case() -> None:
    from zhuanti.problems.catalogue import markdown

    seen = {
        problem["code"] for file in FILES for problem in yaml.safe_load(file.read_text("utf-8")).get("problems", [])
    }
    unreachable = {markdown.UNREADABLE.code}  # needs nesting no small case can hold; test_prose_laws forces it
    assert {rule.code for rule in markdown.RULES} - seen == unreachable
