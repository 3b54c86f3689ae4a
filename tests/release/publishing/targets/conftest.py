"""Places of every kind, with the real servers behind them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from faults.sshd import Sshd, sshd
from zhuanti.release.publishing.targets.folder import FolderTarget
from zhuanti.release.publishing.targets.ssh import SshTarget
from zhuanti.release.publishing.targets.target import Target


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sshd]:
    """A running sshd."""
    with sshd(tmp_path_factory.mktemp("sshd")) as running:
        yield running


@pytest.fixture(params=["folder", "ssh"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Target:
    """An empty place of each kind whose files can also be seen at ``tmp_path / "web"``."""
    if request.param == "folder":
        return FolderTarget(str(tmp_path / "web"))
    running: Sshd = request.getfixturevalue("server")
    return SshTarget(running.place(tmp_path / "web"))
