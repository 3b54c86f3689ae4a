"""The system's refusals in Chinese."""

import errno
import os

import pytest

from zhuanti.problems.system import reason_of


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "磁盘已满"),
        (errno.EACCES, "没有权限"),
        (errno.ENXIO, f"系统错误 {errno.ENXIO}"),
        (None, "原因不明"),
    ],
)
def test_a_reason_is_chinese_whatever_the_system_speaks(number: int | None, words: str) -> None:
    error = OSError("no number") if number is None else OSError(number, os.strerror(number))
    assert reason_of(error) == words
