"""A publisher to the storage, below a prefix of the test's own."""

from pathlib import Path

import pytest
from tests.release.publishing.sites import Newsroom

from faults.swift import Swift
from zhuanti.release.publishing.targets.s3 import S3Target


@pytest.fixture
def target(storage: Swift, prefix: str) -> S3Target:
    """An empty place."""
    return S3Target(storage.place(prefix), attempts=3)


@pytest.fixture
def room(target: S3Target, tmp_path: Path) -> Newsroom:
    """A publisher to it."""
    return Newsroom(target, tmp_path / "site")
