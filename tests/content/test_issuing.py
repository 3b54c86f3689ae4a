"""Issuers written together are parted; names that only look so are left whole."""

from pathlib import Path

import pytest
import yaml

from zhuanti.content.issuing import issuers_of, mended_number

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/issuers.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_an_issuer_is_parted_where_both_sides_are_authorities(case: list[str]) -> None:
    written, *parts = case
    assert issuers_of(written) == tuple(parts or [written])


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("示例政发（2026）3号", "示例政发〔2026〕3号"),
        ("示例政发(2026)3号", "示例政发〔2026〕3号"),
        ("示例政发[2026]3号", "示例政发〔2026〕3号"),
        ("示例政发［2026］3号", "示例政发〔2026〕3号"),
        ("示例政发【2026】第3号", "示例政发〔2026〕第3号"),
        ("示例政发 [ 2026 ] 3号", "示例政发〔2026〕3号"),
        ("《示例政发[2026]3号》", "示例政发〔2026〕3号"),
        ("《示例政发〔2026〕3号》", "示例政发〔2026〕3号"),
        ("示例政发〔2026〕3号", "示例政发〔2026〕3号"),
        ("（2026）示例民初3号", "（2026）示例民初3号"),  # a court's number begins with round ones
        ("2026年第3号", "2026年第3号"),
        ("《示例办法》", "《示例办法》"),
    ],
)
def test_a_number_is_mended_where_it_can_only_mean_one(written: str, mended: str) -> None:
    assert mended_number(written) == mended
