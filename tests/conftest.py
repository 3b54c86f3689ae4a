"""Fixtures that are dear and shared: the repository's own site, built once as a user would."""

import contextlib
import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from zhuanti.settings.moment import parse_moment
from zhuanti.settings.options import BuildOptions
from zhuanti.site.generate import check, generate
from zhuanti.site.writing import begin, finish

# a busy machine is no fault of the code: nothing here is timed
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

# published contracts are tried in the browser too, so its fixtures are for all
pytest_plugins = ("tests.browser.serving",)

PROJECT = Path(__file__).resolve().parents[1]
AT = "2026-11-25 12:00"
PARTS = ("mkdocs.yml", "docs", "content", "hooks")


def pytest_configure(config: pytest.Config) -> None:
    """One run makes the site's pictures once: every build of it, in every process of the run, keeps them here."""
    if "TOPIC_PICTURES" not in os.environ:
        folder = tempfile.mkdtemp(prefix="topic-pictures-")
        os.environ["TOPIC_PICTURES"] = folder
        config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
        config.add_cleanup(lambda: Path(f"{folder}.lock").unlink(missing_ok=True))


def copy_project(target: Path, content: Path | None = None) -> Path:
    """A working copy of the generator; ``content`` replaces mkdocs.yml, docs and content by another site's."""
    ignore = shutil.ignore_patterns("__pycache__")
    for name in PARTS:
        source = (content or PROJECT) / name if name != "hooks" else PROJECT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=ignore)
        else:
            target.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target / name)
    return target


def run(project: Path, *command: str, at: str = AT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a module of this Python in a project: ``run(project, "zhuanti", "build")``."""
    env = os.environ | {"PYTHONPATH": str(project / "hooks"), "PYTHONIOENCODING": "utf-8"} | environment
    if at:
        env["TOPIC_AT"] = at
    with _pictures_made_once(project) if "build" in command else contextlib.nullcontext():
        return subprocess.run(
            [sys.executable, "-m", *command], cwd=project, env=env, capture_output=True, text=True, check=False
        )


@contextlib.contextmanager
def _pictures_made_once(project: Path) -> Iterator[None]:
    """While one process of a test run builds the repository's site for the first time, the others wait."""
    folder = os.environ["TOPIC_PICTURES"]
    made = Path(folder, "made")
    if made.exists() or not (project / "content/galleries").is_dir():
        yield
        return
    with Path(f"{folder}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
        made.touch()


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's site at one moment."""
    project = copy_project(tmp_path_factory.mktemp("repository") / "project")
    result = run(project, "zhuanti", "build", "--strict")
    assert result.returncode == 0, result.stdout + result.stderr
    return project / "site"


@pytest.fixture(scope="session")
def preview_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our part of what a preview of the repository's content shows, the style guide included."""
    folder, handwritten = tmp_path_factory.mktemp("preview"), tmp_path_factory.mktemp("handwritten")
    options = BuildOptions(parse_moment(AT), drafts=True, preview=True)
    site = generate(check(PROJECT, options, None), options, PROJECT)
    finish(site, begin(site, folder), handwritten, folder)
    return folder
