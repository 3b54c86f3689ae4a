"""Rules of values, links, pictures, files and settings: each case is a file with its input and the whole outcome."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.site.cases import AT, checked, lay_out, shown

from zhuanti.problems.catalogue import eligibility, files, galleries, links, pictures, site, values
from zhuanti.settings.moment import Moment

CASES = Path(__file__).parents[1] / "cases" / "site"
FILES = sorted(CASES.rglob("*.yml"))
# Held by the tests of broken sites, where links and permissions matter, and by those of foreign links (which need a
# server); NO_CONTENT cannot be met with a project at hand.
ELSEWHERE = {files.SYMLINK_OUT.code, files.CANNOT_READ.code, files.NO_CONTENT.code, links.FOREIGN_DEAD.code}


def read(file: Path) -> dict[str, Any]:
    case: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    return case


def lines_of(value: Any) -> list[str]:
    text: str = yaml.safe_dump(value, allow_unicode=True, width=1000, sort_keys=False)
    return text.splitlines()


def plain(value: Any) -> Any:
    """A value of a model as a case file has it."""
    if isinstance(value, Moment):
        return value.iso
    return [plain(inner) for inner in value] if isinstance(value, tuple) else value


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_case(file: Path, tmp_path: Path) -> None:
    case = read(file)
    found = checked(lay_out(tmp_path, case["files"]), case.get("at", AT), case.get("samples", True))
    assert lines_of([shown(problem) for problem in found.problems]) == lines_of(case["problems"]), case["name"]
    metas = {entry.path: entry.meta for entry in found.content.entries}
    for path, fields in case.get("values", {}).items():
        assert {name: plain(getattr(metas[path], name)) for name in fields} == fields, case["name"]


def test_every_code_has_a_case() -> None:
    told = {problem["code"] for file in FILES for problem in read(file)["problems"]}
    codes = {
        rule.code for module in (values, links, pictures, files, site, galleries, eligibility) for rule in module.RULES
    }
    assert codes - told == ELSEWHERE
