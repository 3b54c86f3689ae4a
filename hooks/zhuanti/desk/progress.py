"""A bar while pictures or cards are being made; nothing where nobody watches or there is nothing to make."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class PictureProgress:
    """Hears how many pictures of how many are done, and draws that on standard error."""

    def __init__(self, doing: str) -> None:
        self._doing = doing
        self._progress: Progress | None = None
        self._task: TaskID | None = None

    def __call__(self, done: int, total: int) -> None:
        """Draw; the last picture takes the bar away."""
        if not sys.stderr.isatty():
            return
        if self._progress is None or self._task is None:
            self._begin(total)
        assert self._progress is not None and self._task is not None
        self._progress.update(self._task, completed=done)
        if done == total:
            self._progress.stop()
            self._progress = self._task = None

    def _begin(self, total: int) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._progress = Progress(*columns, console=Console(stderr=True), transient=True)
        self._task = self._progress.add_task(self._doing, total=total)
        self._progress.start()
