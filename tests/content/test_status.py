"""The status of a policy document at a moment: one table, kept as data."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from zhuanti.content.models import DocumentMeta
from zhuanti.content.status import status_of
from zhuanti.settings.moment import parse_moment

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "status.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_status(case: dict[str, Any]) -> None:
    dates = {name: case[name] for name in ("effective", "expires") if name in case}
    document = DocumentMeta.model_validate({"title": "甲办法", **dates})
    assert status_of(document, parse_moment(case["at"]), case.get("replaced", False)) == case["status"]
