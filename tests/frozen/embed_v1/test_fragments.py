"""Fragments and oEmbed answers keep what was promised of version 1 (fragments.yml, fragment.schema.json).

These tests and their data are added to, never edited.
"""

import json
from pathlib import Path

import html5lib
import jsonschema
import pytest
import yaml

HERE = Path(__file__).parent
PROMISED = yaml.safe_load((HERE / "fragments.yml").read_text("utf-8"))


@pytest.mark.parametrize("address", PROMISED["addresses"])
def test_an_address_is_there(built_site: Path, address: str) -> None:
    assert (built_site / address).is_file()


@pytest.mark.parametrize("address", PROMISED["classes"])
def test_the_classes_of_a_fragment_are_there(built_site: Path, address: str) -> None:
    tree = html5lib.parseFragment((built_site / address).read_bytes().decode("ascii"))
    found = {name for element in tree.iter() for name in (element.get("class") or "").split()}
    assert set(PROMISED["classes"][address]) <= found


def test_data_of_today_follow_the_schema_of_then(built_site: Path) -> None:
    validator = jsonschema.Draft202012Validator(json.loads((HERE / "fragment.schema.json").read_text("utf-8")))
    for path in ("front", "columns/in-action", "policies", "cases/park-circuit"):
        validator.validate(json.loads((built_site / f"embed/v1/{path}/fragment.json").read_bytes()))


def test_an_answer_has_every_field_it_had(built_site: Path) -> None:
    for path in ("front", "columns/in-action", "cases/park-circuit"):
        assert set(PROMISED["answer"]) <= set(json.loads((built_site / f"oembed/{path}.json").read_bytes()))


def test_data_have_every_field_they_had(built_site: Path) -> None:
    for path in ("front", "front/numbers", "columns/in-action", "cases/park-circuit"):
        assert set(PROMISED["data"]) <= set(json.loads((built_site / f"embed/v1/{path}/fragment.json").read_bytes()))
