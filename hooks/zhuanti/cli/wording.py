"""What goes wrong on the way to a target, as a sentence and an exit code."""

from collections.abc import Iterator
from contextlib import contextmanager

from .asking import ContentProblems, Stop


@contextmanager
def in_words() -> Iterator[None]:
    """Refusals of a publish end the command: 1 where the site itself speaks against it, 2 for all else."""
    from ..problems.system import reason_of
    from ..release.publishing.errors import PublishError, Refusal

    try:
        yield
    except Refusal as error:
        raise ContentProblems(str(error)) from None
    except PublishError as error:
        raise Stop(str(error)) from None
    except OSError as error:
        raise Stop(f"读写 {error.filename or '文件'} 时出错：{reason_of(error)}。") from None
