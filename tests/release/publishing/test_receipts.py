"""Receipts alone say what was before."""

import json

import pytest

from zhuanti.release.publishing.receipts import Receipt, as_json, before, from_json, kept_releases, next_number


def publish(number: int, previous: int = 0, outcome: str = "live") -> Receipt:
    return Receipt(
        number, "publish", name(number), name(previous) if previous else "", outcome, "ed", "c",
        "2026-11-26T09:00:00+08:00", "u", "2026-11-26T09:00:00+08:00",  # type: ignore[arg-type]
    )  # fmt: skip


def name(number: int) -> str:
    return f"{number:04d}-20261126-0900"


def test_a_receipt_is_read_as_it_was_written_and_fields_of_later_versions_are_left_out() -> None:
    receipt = publish(7, 6)
    assert from_json(as_json(receipt)) == receipt
    assert from_json(as_json(receipt).replace(b'"number"', b'"mood": "good", "number"')) == receipt


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'"text"', b'{"number": 1}'])
def test_what_is_no_receipt_says_so(data: bytes) -> None:
    with pytest.raises(ValueError):
        from_json(data)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("number", "1"), ("number", 0), ("number", True), ("number", 1.0), ("number", None),
        ("pages", -1), ("sent", "many"),
        ("action", "delete"), ("outcome", "paused"), ("outcome", ["live"]), ("outcome", None),
        ("release", ""), ("release", "../../etc"), ("release", 7), ("previous", "x"),
        ("who", None), ("commit", 7), ("base_url", []),
        ("at", "soon"), ("begun", 20261126), ("ended", "2026-13-01"),
    ],
)  # fmt: skip
def test_a_receipt_with_a_wrong_value_is_none(field: str, value: object) -> None:
    told = json.loads(as_json(publish(7, 6))) | {field: value}
    with pytest.raises(ValueError):
        from_json(json.dumps(told).encode())


def test_numbers_go_on_from_the_highest() -> None:
    assert next_number([], []) == 1
    assert next_number([publish(9), publish(3)], []) == 10
    # a receipt was lost, or a publisher died before it wrote one
    assert next_number([publish(3)], [name(11), name(4)]) == 12


def test_going_back_twice_goes_back_two_releases() -> None:
    receipts = [publish(1), publish(2, 1), publish(3, 2)]
    there = [name(1), name(2), name(3)]
    assert before(receipts, name(3), there) == name(2)
    assert before(receipts, name(2), there) == name(1)
    assert before(receipts, name(1), there) == ""


def test_a_release_that_was_deleted_is_passed_over() -> None:
    receipts = [publish(1), publish(2, 1), publish(3, 2)]
    assert before(receipts, name(3), [name(1), name(3)]) == name(1)
    assert before(receipts, name(3), [name(3)]) == ""


def test_the_newest_are_kept_and_always_the_one_that_readers_get() -> None:
    receipts = [publish(1), publish(2, 1), publish(3, 2, "reverted"), publish(4, 2), publish(5, 4)]
    assert kept_releases(receipts, name(5), 2) == (name(5), name(4))
    # readers never got the third, so it does not count
    assert kept_releases(receipts, name(5), 3) == (name(5), name(4), name(2))
    assert kept_releases(receipts, name(1), 2) == (name(5), name(4), name(1))
    assert kept_releases([], "", 3) == ()
