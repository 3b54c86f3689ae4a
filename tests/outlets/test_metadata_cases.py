"""The head of a page, kind by kind: each case is a file with its input and the whole outcome."""

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.site.cases import AT, checked, lay_out

from audit.structured_data import faults
from zhuanti.outlets.metadata import Metadata, metadata_of
from zhuanti.settings.moment import parse_moment
from zhuanti.settings.options import BuildOptions
from zhuanti.site.generate import generate

CASES = Path(__file__).parents[1] / "cases" / "metadata"
# what a picture's address says of the code and the encoders that made it is no part of a head's outcome
_HASH = re.compile(r"(/media/[\w-]+?)-[0-9a-f]{8}(?=[-.])")
FILES = sorted(CASES.glob("*.yml"))


def outcome(case: dict[str, Any], project: Path) -> dict[str, Any]:
    """What the head of the case's page says, as the case file has it."""
    return shown(head(case, project))


def head(case: dict[str, Any], project: Path) -> Metadata:
    found = checked(lay_out(project, case["files"]), AT)
    assert [str(problem) for problem in found.problems if problem.is_error] == []
    site = generate(found, BuildOptions(parse_moment(AT)), project)
    page = next(page for page in found.pages if page.url == case["page"])
    return metadata_of(page, site.facts)


def shown(metadata: Metadata) -> dict[str, Any]:
    graph = json.loads(_HASH.sub(r"\1-HASH", metadata.json_ld))["@graph"] if metadata.json_ld else []
    parts = {
        "title": metadata.title,
        "description": metadata.description,
        "canonical": metadata.canonical,
        "robots": metadata.robots,
        "properties": [[name, _HASH.sub(r"\1-HASH", value)] for name, value in metadata.properties],
        "names": [list(pair) for pair in metadata.names],
        "graph": graph,
    }
    return {name: value for name, value in parts.items() if value}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_case(file: Path, tmp_path: Path) -> None:
    case = yaml.safe_load(file.read_text("utf-8"))
    metadata = head(case, tmp_path)
    assert dump(shown(metadata)) == dump(case["metadata"]), case["name"]
    if metadata.json_ld:
        assert list(faults(json.loads(metadata.json_ld))) == []
        assert html.escape(metadata.json_ld, quote=False) == metadata.json_ld


def dump(value: Any) -> list[str]:
    text: str = yaml.safe_dump(value, allow_unicode=True, width=1000, sort_keys=False)
    return text.splitlines()
