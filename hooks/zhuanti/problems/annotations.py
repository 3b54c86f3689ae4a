"""Problems for machines that show them on their line: GitHub Actions, SARIF 2.1.0, GitLab Code Quality."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from .problem import Place, Problem

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_SEVERITY = {"error": "major", "warning": "minor"}


def as_github(problems: Iterable[Problem]) -> str:
    """Workflow commands that put each problem on its line (GitHub Actions: ``::error file=…``)."""
    lines = []
    for problem in problems:
        place = problem.place
        parts = [f"file={_property(place.path)}"]
        if place.line:
            parts.append(f"line={place.line}")
        if place.column:
            parts.append(f"col={place.column}")
        parts.append(f"title={_property(problem.code)}")
        lines.append(f"::{problem.severity} {','.join(parts)}::{_data(_text(problem))}")
    return "\n".join(lines)


def as_sarif(problems: Iterable[Problem]) -> str:
    """One run of the OASIS standard SARIF 2.1.0; columns count characters."""
    given = tuple(problems)
    codes = list(dict.fromkeys(problem.code for problem in given))
    results = [
        {
            "ruleId": problem.code,
            "ruleIndex": codes.index(problem.code),
            "level": problem.severity,
            "message": {"text": _text(problem)},
            "locations": [{"physicalLocation": _location(problem.place)}],
            "partialFingerprints": {"topic/v1": fingerprint},
        }
        for problem, fingerprint in zip(given, _fingerprints(given), strict=True)
    ]
    driver = {"name": "zhuanti", "rules": [{"id": code} for code in codes]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def as_gitlab(problems: Iterable[Problem]) -> str:
    """The list that GitLab shows on a merge request (its Code Quality report, after Code Climate)."""
    given = tuple(problems)
    rows = [
        {
            "description": _text(problem),
            "check_name": problem.code,
            "fingerprint": fingerprint,
            "severity": _SEVERITY[problem.severity],
            # it wants a line even of what is about a whole file
            "location": {"path": problem.place.path, "lines": {"begin": problem.place.line or 1}},
        }
        for problem, fingerprint in zip(given, _fingerprints(given), strict=True)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def _location(place: Place) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": quote(place.path), "uriBaseId": "%SRCROOT%"}}
    if place.line:
        location["region"] = {"startLine": place.line, **({"startColumn": place.column} if place.column else {})}
    return location


def _fingerprints(problems: Iterable[Problem]) -> Iterable[str]:
    """The same for a problem whose line has moved; equal ones in a file are told apart by their order."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for problem in problems:
        key = (problem.place.path, problem.code, problem.message)
        yield hashlib.sha256("\0".join([*key, str(seen[key])]).encode()).hexdigest()[:32]
        seen[key] += 1


def _text(problem: Problem) -> str:
    return problem.message + (f"\n{problem.hint}" if problem.hint else "")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
