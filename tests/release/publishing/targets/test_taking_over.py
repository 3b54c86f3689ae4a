"""Two who find one dead lock, on every kind of place: whatever the moment, one alone gets it."""

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any, cast

import pytest
from tests.release.publishing.sites import PublishError

from zhuanti.release.publishing import lock
from zhuanti.release.publishing.paths import LOCK
from zhuanti.release.publishing.targets import Target
from zhuanti.release.publishing.targets.s3 import store


class Interrupted:
    """A target that does something else before it is asked for the n-th time."""

    def __init__(self, target: Target, asked: int, other: Callable[[], None]) -> None:
        self._target, self.left, self._other = target, asked, other

    def __getattr__(self, name: str) -> Any:
        def ask(*args: Any) -> Any:
            self.left -= 1
            if not self.left:
                self._other()
            return getattr(self._target, name)(*args)

        return ask


def has_taken(target: Target, owner: lock.Owner) -> bool:
    try:
        lock.take(target, owner)
    except PublishError as error:
        assert "正在发布" in str(error)
        return False
    return True


@pytest.mark.parametrize("gives_back", [False, True])
def test_of_two_who_find_a_dead_lock_one_alone_gets_it(
    every_target: Target, gives_back: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    # nobody writes while another waits: all happens in this process
    monkeypatch.setattr(store, "_SETTLED", 0)
    target = every_target
    for step in range(1, 30):
        first, second = lock.this_process(), lock.this_process()
        target.write(LOCK, json.dumps(asdict(replace(first, token="dead", started="0"))).encode())
        taken: list[bool] = []

        def rival(owner: lock.Owner = second, taken: list[bool] = taken) -> None:
            taken.append(has_taken(target, owner))
            if gives_back and taken[0]:
                lock.give_back(target, owner)

        interrupted = Interrupted(target, step, rival)
        mine = has_taken(cast(Target, interrupted), first)
        if interrupted.left > 0:
            break
        assert lock.is_held(target, first) is mine, step
        assert lock.is_held(target, second) is (taken[0] and not gives_back), step
        assert mine is not taken[0] or (gives_back and mine), step
        target.remove(LOCK)
    else:
        pytest.fail("it was never taken without a rival")
    assert step > 6 and mine
