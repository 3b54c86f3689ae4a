"""What may be removed from a target: the publisher's own alone."""

import pytest

from zhuanti.release.publishing.paths import (
    CURRENT,
    LOCK,
    carried_draft,
    draft_path,
    incoming_path,
    is_left_over,
    is_takeover,
    manifest_path,
    number_of,
    receipt_path,
    release_path,
    removed_path,
    takeover_path,
)

KEPT, OLD = "0002-20261126-0900-0123abcd", "0001-20261125-0900"


@pytest.mark.parametrize(
    "path",
    [
        f"{release_path(OLD)}/",
        f"{incoming_path(KEPT)}/",
        f"{incoming_path(OLD)}/",
        f"{removed_path(OLD)}/",
        manifest_path(OLD),
        draft_path(CURRENT),
        draft_path(LOCK),
        draft_path(receipt_path(7)),
        draft_path(manifest_path(KEPT)),
        takeover_path(LOCK, b"{}"),
        draft_path(takeover_path(LOCK, b"{}")),
        carried_draft(),
    ],
    # drafts have names of chance, and all workers must know a case by one name
    ids=range(12),
)
def test_what_a_publisher_left_is_left_over(path: str) -> None:
    assert is_left_over(path, (KEPT,))


@pytest.mark.parametrize(
    "path",
    [
        # in use
        f"{release_path(KEPT)}/",
        manifest_path(KEPT),
        receipt_path(7),
        CURRENT,
        LOCK,
        # the operator's
        "releases/my-backup/",
        "releases/0001-20261125-0900-old/",
        "releases/0001-20261125-0900",
        "releases/０００１-20261125-0900/",
        "releases/0001-20261125-0900/index.html",
        "incoming/0001-20261125-0900/",
        "incoming/from-the-printer/",
        "removed/0001-20261125-0900/",
        "removed/by-hand/",
        "manifests/my-notes.json.gz",
        "manifests/.my-notes.json.gz-20260101",
        "receipts/.notes.json-20260101",
        ".backup-20260101/",
        ".current-20260101/",
        ".htpasswd-20260101",
        ".lock.json-2026",
        "lock.json-20260101",
        "other/.lock.json-20260101",
        "takeover-plan.json",
        "",
    ],
)
def test_what_is_in_use_or_somebody_elses_is_not(path: str) -> None:
    assert not is_left_over(path, (KEPT,))


def test_each_dead_owner_of_each_lock_has_a_claim_of_its_own() -> None:
    claims = {takeover_path(path, dead) for path in (LOCK, "takeover-0123456789abcdef.json") for dead in (b"a", b"b")}
    assert len(claims) == 4 and all(is_takeover(claim) for claim in claims)


def test_a_number_is_written_in_plain_digits() -> None:
    assert number_of("0012-20261126-0900") == 12
    assert number_of("００１２-20261126-0900") == 0
