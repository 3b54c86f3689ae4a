"""What the system refuses, as sentences for the operator."""

import os
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from .....problems.system import reason_of
from ...errors import PublishError
from ..wording import advice

P = ParamSpec("P")
T = TypeVar("T")


def in_words(act: Callable[P, T]) -> Callable[P, T]:
    """The system's refusals of a target's method as a sentence."""

    @wraps(act)
    def told(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return act(*args, **kwargs)
        except OSError as error:
            where = str(getattr(args[0], "where", ""))
            inside = os.path.relpath(str(error.filename), where) if error.filename else ""
            place = f"{where} 里的 {inside}" if inside and not inside.startswith(".") else where
            raise PublishError(f"发布到 {place} 时出错：{reason_of(error)}。{advice(error.errno)}") from None

    return told
