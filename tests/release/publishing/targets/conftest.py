"""Places of every kind, with the real servers behind them."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.release.publishing.sites import Newsroom

from faults.sshd import Sshd, sshd
from faults.swift import Swift, swift
from zhuanti.release.publishing.targets.folder import FolderTarget
from zhuanti.release.publishing.targets.s3 import S3Target
from zhuanti.release.publishing.targets.ssh import SshTarget
from zhuanti.release.publishing.targets.target import Target


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sshd]:
    """A running sshd."""
    with sshd(tmp_path_factory.mktemp("sshd")) as running:
        yield running


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
def place_of(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], Target]:
    """An empty place of a kind; the files of a folder and of a server can also be seen at ``tmp_path / "web"``."""

    def made(kind: str) -> Target:
        if kind == "folder":
            return FolderTarget(str(tmp_path / "web"))
        if kind == "ssh":
            server: Sshd = request.getfixturevalue("server")
            return SshTarget(server.place(tmp_path / "web"))
        storage: Swift = request.getfixturevalue("storage")
        return S3Target(storage.place(request.getfixturevalue("prefix")), attempts=3)

    return made


@pytest.fixture(params=["folder", "ssh"])
def target(request: pytest.FixtureRequest, place_of: Callable[[str], Target]) -> Target:
    """A place whose releases are folders."""
    return place_of(request.param)


@pytest.fixture(params=["folder", "ssh", "s3"])
def every_target(request: pytest.FixtureRequest, place_of: Callable[[str], Target]) -> Target:
    """A place of any kind."""
    return place_of(request.param)


@pytest.fixture
def room(target: Target, tmp_path: Path) -> Newsroom:
    """A publisher to a place whose releases are folders."""
    return Newsroom(target, tmp_path / "site")


@pytest.fixture
def web(tmp_path: Path) -> Path:
    """Where such a place can be seen."""
    return tmp_path / "web"
