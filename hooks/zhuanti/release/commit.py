"""What git says of the project: which commit it is, and whether anything in it differs from it."""

import subprocess
from pathlib import Path


def commit_of(project: Path) -> str:
    """The full hash of the commit that is checked out; empty outside of git."""
    return _ask(project, "rev-parse", "HEAD").strip()


def uncommitted(project: Path) -> tuple[str, ...]:
    """Paths that differ from the commit, new files included; none outside of git."""
    return tuple(line[3:] for line in _ask(project, "status", "--porcelain").splitlines())


def _ask(project: Path, *words: str) -> str:
    try:
        told = subprocess.run(
            ["git", *words], cwd=project, capture_output=True, text=True, encoding="utf-8", check=False
        )
    except OSError:
        return ""
    return told.stdout if told.returncode == 0 else ""
