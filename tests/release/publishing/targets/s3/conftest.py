"""One storage for all tests; each has a prefix of its own."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.release.publishing.sites import Newsroom

from faults.swift import Swift, swift
from zhuanti.release.publishing.targets.s3 import S3Target


@pytest.fixture(scope="session")
def storage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Swift]:
    """A running Swift, whose keys stand in the environment."""
    with swift(tmp_path_factory.mktemp("swift") / "running") as running:
        before = dict(os.environ)
        os.environ.update(running.keys)
        yield running
        os.environ.clear()
        os.environ.update(before)


@pytest.fixture
def prefix(tmp_path: Path) -> str:
    """Where the test's site stands in the bucket."""
    return f"tests/{tmp_path.parent.name}-{tmp_path.name}"


@pytest.fixture
def target(storage: Swift, prefix: str) -> S3Target:
    """An empty place."""
    return S3Target(storage.place(prefix), attempts=3)


@pytest.fixture
def room(target: S3Target, tmp_path: Path) -> Newsroom:
    """A publisher to it."""
    return Newsroom(target, tmp_path / "site")
