"""Front matter as editors write it: each case is a file with its input and the whole outcome."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from zhuanti.content.encoding import decode
from zhuanti.content.frontmatter import FrontMatter, read_front_matter, read_yaml
from zhuanti.content.mending import mend
from zhuanti.content.yaml_nodes import FAST_PARSER, PURE_PARSER
from zhuanti.problems import Problem
from zhuanti.problems.catalogue import encoding, front_matter

CASES = Path(__file__).parents[1] / "cases" / "content" / "front_matter"
FILES = sorted(CASES.glob("*.yml"))


def source_of(given: dict[str, Any]) -> bytes:
    """The bytes of a case: ``hex``; or ``text``, ``lines`` (for what a block would hide) or ``repeat``, encoded."""
    if "hex" in given:
        return bytes.fromhex(given["hex"])
    if "lines" in given:
        text = "\n".join(given["lines"]) + "\n"
    elif "repeat" in given:
        text = "".join(part * times for part, times in given["repeat"])
    else:
        text = given["text"]
    return str(text).encode(given.get("encoding", "utf-8"))


def plain(value: object) -> Any:
    """A value with lists in place of tuples, as a case file has them."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, tuple) else value


def shown(problem: Problem) -> dict[str, Any]:
    return {
        "line": problem.place.line,
        "column": problem.place.column,
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message,
        "hint": problem.hint,
    }


def outcome_of(case: dict[str, Any], parser: type[Any]) -> dict[str, Any]:
    """What reading and mending the input of a case gives, in the form a case file has it."""
    path = "a.yml" if case.get("reads") == "yaml" else "a.md"
    outcome: dict[str, Any] = {}
    document = None
    text, problems = decode(source_of(case["input"]), path)
    if text is not None:
        read = read_yaml if path == "a.yml" else read_front_matter
        document, found = read(text, path, parser=parser)
        problems += found
        mended, mends = mend(text, path)
        if mends:
            outcome |= {"mends": mends, "mended": mended}
    if document is not None:
        outcome["data"] = plain(document.data)
        outcome["places"] = [
            {
                "of": wanted["of"],
                "value": "{0.line}:{0.column}".format(document.place(tuple(wanted["of"]))),
                "key": "{0.line}:{0.column}".format(document.key_place(tuple(wanted["of"]))),
                "quoted": document.is_quoted(tuple(wanted["of"])),
            }
            for wanted in case.get("places", ())
        ]
    if isinstance(document, FrontMatter):
        outcome |= {"body": document.body, "body_line": document.body_line}
    outcome["problems"] = [shown(problem) for problem in problems]
    return outcome


def expected_of(case: dict[str, Any]) -> dict[str, Any]:
    expected = {key: value for key, value in case.items() if key not in ("name", "input", "reads")}
    if "data" in expected:
        expected.setdefault("places", [])
    return expected


def dumped(outcome: dict[str, Any]) -> list[str]:
    text: str = yaml.safe_dump(outcome, allow_unicode=True, width=1000)
    return text.splitlines()


@pytest.mark.parametrize("parser", [FAST_PARSER, PURE_PARSER], ids=["fast", "pure"])
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_case(file: Path, parser: type[Any]) -> None:
    case = yaml.safe_load(file.read_text("utf-8"))
    assert dumped(outcome_of(case, parser)) == dumped(expected_of(case)), case["name"]


def test_every_code_has_a_case() -> None:
    shown_codes = {problem["code"] for file in FILES for problem in yaml.safe_load(file.read_text("utf-8"))["problems"]}
    codes = {rule.code for rule in front_matter.RULES}
    assert codes == shown_codes
    assert {rule.code for rule in encoding.RULES} <= codes


def test_codes_are_given_once() -> None:
    codes = [rule.code for rule in front_matter.RULES]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("rule", front_matter.RULES, ids=lambda rule: rule.code)
def test_every_rule_says_what_and_why_and_what_to_do(rule: Any) -> None:
    assert rule.title and rule.message and rule.hint and rule.why
