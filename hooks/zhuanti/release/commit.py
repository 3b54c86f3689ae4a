"""What git says of the project: which commit it is, and whether anything in it differs from it."""

import os
import subprocess
from pathlib import Path

# what a site is made from
SOURCES = ("mkdocs.yml", "docs", "content", "hooks")


class GitFailed(Exception):
    """git could not say it; the text is its own."""


def commit_of(project: Path) -> str:
    """The full hash of the commit that is checked out; empty outside of git, and before the first commit.

    Raises:
        GitFailed: there is a repository, but git does not read it.
    """
    try:
        return _ask(project, "rev-parse", "--verify", "--quiet", "HEAD").strip()
    except GitFailed as failed:
        if str(failed):
            raise
        return ""


def uncommitted(project: Path, *within: str) -> tuple[str, ...]:
    """Paths that differ from the commit, new files included, ``within`` some files and folders of the project or in all
    of it; none outside of git.

    Raises:
        GitFailed: there is a repository, but git does not read it.
    """
    told = _ask(project, "-c", "core.quotePath=false", "status", "--porcelain", "--", *within)
    return tuple(line[3:] for line in told.splitlines())


def is_older(project: Path, commit: str, other: str) -> bool:
    """Whether a commit is an ancestor of another one; of one that is in no branch any more nothing is.

    Raises:
        GitFailed: the repository is a shallow copy, which lacks what would tell.
    """
    if not commit or not other or commit == other:
        return False
    try:
        return _ask(project, "merge-base", commit, other).strip() == commit
    except GitFailed:
        if _ask(project, "rev-parse", "--is-shallow-repository").strip() == "true":
            raise GitFailed(f"取下来的代码只有最近的提交，不知道它和已发布的 {other[:8]} 哪个新") from None
        return False


def _ask(project: Path, *words: str) -> str:
    environment = os.environ | {"LC_ALL": "C"}
    try:
        told = subprocess.run(
            ["git", *words], cwd=project, capture_output=True, text=True, encoding="utf-8", env=environment, check=False
        )
    except OSError:
        return ""
    if told.returncode and "not a git repository" not in told.stderr:
        raise GitFailed(told.stderr.strip().partition("\n")[0])
    return told.stdout if told.returncode == 0 else ""
