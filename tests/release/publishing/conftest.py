"""Targets that a real web server shows."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.release.publishing.web import Web


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that a server's own user may read."""
    with tempfile.TemporaryDirectory(prefix="topic-published-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture
def web(place: Path) -> Iterator[Web]:
    server = Web(place / "nginx", place / "web/current")
    server.serve()
    yield server
    server.stop()
