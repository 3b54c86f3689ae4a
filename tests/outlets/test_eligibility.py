"""What self-test and comparison are given of each explainer."""

import json
from typing import Any

from tests.entries import document, entry, inputs

from zhuanti.outlets.eligibility import policies_data


def policies(*entries: Any) -> Any:
    data = policies_data(inputs(*entries).library).content
    assert isinstance(data, bytes)
    return json.loads(data)["policies"]


def test_documents_come_with_finished_names() -> None:
    held = document("a", title="关于印发《甲办法》的通知", number="甲发〔2023〕1号", issued="2023-03-02")
    (policy,) = policies(held, entry("policies/explainers/e.md", explains=["a", "甲发〔2010〕9号", "乙办法"]))
    assert [each[0] for each in policy["documents"]] == ["《关于印发〈甲办法〉的通知》", "甲发〔2010〕9号", "《乙办法》"]
