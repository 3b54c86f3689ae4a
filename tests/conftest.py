"""Fixtures that are dear and shared: the repository's own site, built once as a user would."""

import os
import shutil
import subprocess
import sys
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

PROJECT = Path(__file__).resolve().parents[1]
AT = "2026-11-25 12:00"
PARTS = ("mkdocs.yml", "docs", "content", "hooks")


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
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=project, env=env, capture_output=True, text=True, check=False
    )


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
