"""What self-test and comparison are given of each explainer."""

import json
from typing import Any

from tests.entries import document, entry, inputs

from zhuanti.outlets.eligibility import policies_data


def policies(*entries: Any) -> Any:
    data = policies_data(inputs(*entries).library).content
    assert isinstance(data, bytes)
    return json.loads(data)["policies"]


def test_a_deadline_says_at_which_instant_it_has_passed() -> None:
    given = [("2026-12-31", "2027-01-01T00:00:00+08:00"), ("2026-12-31 17:00", "2026-12-31T17:00:00+08:00")]
    for deadline, over in given:
        (policy,) = policies(entry("policies/explainers/e.md", explains="甲发〔2023〕1号", deadline=deadline))
        assert policy["over"] == over
    (standing,) = policies(entry("policies/explainers/e.md", explains="甲发〔2023〕1号", deadline="常年受理"))
    assert "over" not in standing


def test_documents_come_with_finished_names() -> None:
    held = document("a", title="关于印发《甲办法》的通知", number="甲发〔2023〕1号", issued="2023-03-02")
    (policy,) = policies(held, entry("policies/explainers/e.md", explains=["a", "甲发〔2010〕9号", "乙办法"]))
    assert [each[0] for each in policy["documents"]] == [
        "《关于印发〈甲办法〉的通知》",
        "甲发〔2010〕9号",
        "《乙办法》",
    ]
