"""The handbook explains everything an editor can meet: every command, field and problem code."""

from pathlib import Path

import pytest

from tests.conftest import PROJECT
from zhuanti.cli import main
from zhuanti.content.reading import MODELS
from zhuanti.problems.catalogue import ROOMS, RULES
from zhuanti.problems.report import as_handbook

HANDBOOK = (PROJECT / "docs/handbook.md").read_text("utf-8")
HEADINGS = [line for line in HANDBOOK.split("\n") if line.startswith("#")]


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_has_a_heading(command: str) -> None:
    assert any(command in heading for heading in HEADINGS)


@pytest.mark.parametrize("field", sorted({name for model in MODELS.values() for name in model.model_fields}))
def test_every_field_has_a_heading(field: str) -> None:
    assert any(field in heading for heading in HEADINGS)


def test_every_problem_code_has_a_heading_on_the_built_page(built_site: Path) -> None:
    page = (built_site / "codes/index.html").read_text("utf-8")
    for code in RULES:
        assert f'<h3 id="{code}">' in page, code


def test_codes_are_unique_and_say_what_to_do() -> None:
    for rule in RULES.values():
        assert rule.title and rule.message and rule.hint, rule.code
        assert rule.code in as_handbook([rule], ROOMS)
