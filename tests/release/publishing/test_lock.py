"""One publisher at a time; a dead one is no hindrance."""

import json
import multiprocessing
import os
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from tests.release.publishing.sites import FolderTarget, PublishError

from zhuanti.release.publishing import lock
from zhuanti.release.publishing.paths import LOCK
from zhuanti.settings.moment import parse_moment


def write(target: FolderTarget, owner: lock.Owner) -> None:
    target.write(LOCK, json.dumps(asdict(owner)).encode())


def dead_process() -> int:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return child.pid


def test_a_second_publisher_is_told_who_is_at_it(tmp_path: Path) -> None:
    target, first = FolderTarget(str(tmp_path)), lock.this_process()
    assert lock.take(target, first) is None
    with pytest.raises(PublishError, match=f"进程 {os.getpid()}.*正在发布，已经 0 分钟"):
        lock.take(target, lock.this_process())
    assert lock.is_held(target, first)
    lock.give_back(target, first)
    assert lock.take(target, lock.this_process()) is None


def test_the_lock_of_a_dead_process_is_taken_over(tmp_path: Path) -> None:
    target, mine = FolderTarget(str(tmp_path)), lock.this_process()
    dead = replace(mine, token="other", pid=dead_process())
    write(target, dead)
    assert lock.take(target, mine) == dead
    assert lock.is_held(target, mine)


def test_a_process_of_the_same_number_is_not_taken_for_the_owner(tmp_path: Path) -> None:
    target, mine = FolderTarget(str(tmp_path)), lock.this_process()
    write(target, replace(mine, token="other", started="1"))
    assert lock.take(target, mine) is not None


@pytest.mark.parametrize(
    ("since", "alive"), [("2026-11-26T08:30:00+08:00", True), ("2026-11-26T07:59:00+08:00", False)]
)
def test_of_another_machine_only_the_age_is_known(
    tmp_path: Path, since: str, alive: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "now", lambda: parse_moment("2026-11-26 09:00"))
    target, mine = FolderTarget(str(tmp_path)), lock.this_process()
    write(target, replace(mine, token="other", host="ci-7", since=since))
    if alive:
        with pytest.raises(PublishError, match=r"ci-7.*已经 30 分钟"):
            lock.take(target, mine)
    else:
        assert lock.take(target, mine) is not None


def test_a_lock_that_cannot_be_read_is_taken_over(tmp_path: Path) -> None:
    target = FolderTarget(str(tmp_path))
    target.write(LOCK, b"{")
    lock.take(target, mine := lock.this_process())
    assert lock.is_held(target, mine)


def test_who_lost_the_lock_does_not_give_back_another_ones(tmp_path: Path) -> None:
    target, first, second = FolderTarget(str(tmp_path)), lock.this_process(), lock.this_process()
    write(target, second)
    lock.give_back(target, first)
    assert lock.is_held(target, second)


def _try(folder: str, barrier: object, results: object) -> None:
    target = FolderTarget(folder)
    barrier.wait()  # type: ignore[attr-defined]
    try:
        lock.take(target, lock.this_process())
        results.put("taken")  # type: ignore[attr-defined]
    except PublishError:
        results.put("told")  # type: ignore[attr-defined]
    barrier.wait()  # type: ignore[attr-defined]


def test_of_many_at_once_one_alone_gets_it(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    barrier, results = context.Barrier(6), context.Queue()
    processes = [context.Process(target=_try, args=(str(tmp_path), barrier, results)) for _ in range(6)]
    for process in processes:
        process.start()
    outcomes = [results.get(timeout=60) for _ in processes]
    for process in processes:
        process.join()
    assert sorted(outcomes) == ["taken", *["told"] * 5]
