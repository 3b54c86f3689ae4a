"""How problems are shown: to people, and as data to programs."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from .problem import Problem, Rule

_WORDS = {"error": "错误", "warning": "提醒"}


def as_text(problems: Iterable[Problem]) -> str:
    """Place, severity, code, what; then what to do, indented."""
    lines: list[str] = []
    for problem in problems:
        lines.append(f"{position(problem)}: {_WORDS[problem.severity]} {problem.code} {problem.message}")
        if problem.hint:
            lines += [f"    → {line}" for line in problem.hint.split("\n")]
    return "\n".join(lines)


def as_json(problems: Iterable[Problem]) -> str:
    """A list of flat objects."""
    rows: list[dict[str, Any]] = [
        {
            "path": problem.place.path,
            "line": problem.place.line,
            "column": problem.place.column,
            "severity": problem.severity,
            "code": problem.code,
            "message": problem.message,
            "hint": problem.hint,
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_handbook(rules: Iterable[Rule], rooms: Mapping[str, str]) -> str:
    """The catalogue as Markdown for its handwritten page: a heading a code, why it is a problem, what to do; above them a
    heading for each room, whose name ``rooms`` gives by the letter of its codes."""
    parts: list[str] = []
    for letter, rule in ((rule.code[0], rule) for rule in rules):
        heading = f"## {letter}：{rooms[letter]} {{#{letter}}}"
        parts += [heading] if heading not in parts else []
        parts.append(f"### {rule.code} {rule.title} {{#{rule.code}}}")
        parts += [_as_text(rule.why)] if rule.why else []
        parts.append(f"检查时显示：{_in_words(rule.message)}")
        parts += [f"怎么改：{_in_words(rule.hint)}"] if _in_words(rule.hint).strip("…。 ") else []
    return "\n\n".join(parts)


def _in_words(pattern: str) -> str:
    """A message's pattern with an ellipsis for each fact, safe inside Markdown."""
    return _as_text(re.sub(r"(?<!{){[^{}]*}(?!})", "…", pattern).replace("{{", "{").replace("}}", "}"))


def _as_text(text: str) -> str:
    return re.sub(r"([\\`*_<>\[\]#|])", r"\\\1", text)


def position(problem: Problem) -> str:
    """``path:line:column``, without the parts that are not known."""
    place = problem.place
    return ":".join([place.path, *(str(number) for number in (place.line, place.column) if number)])


def summary(problems: Iterable[Problem]) -> str:
    """One line: how many errors, how many reminders."""
    severities = [problem.severity for problem in problems]
    return f"共 {severities.count('error')} 处错误，{severities.count('warning')} 处提醒"
