"""One publisher at a time; a dead one is no hindrance."""

import contextlib
import itertools
import json
import multiprocessing
import os
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path
from typing import cast

import pytest
from tests.release.publishing.sites import Died, Dying, FolderTarget, PublishError

from zhuanti.release.publishing import lock
from zhuanti.release.publishing.paths import LOCK
from zhuanti.release.publishing.targets import Target
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


def test_a_process_that_ended_and_was_not_asked_for_is_dead(tmp_path: Path) -> None:
    target, mine = FolderTarget(str(tmp_path)), lock.this_process()
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    theirs = replace(mine, token="other", pid=child.pid, started=lock._started(child.pid))
    write(target, theirs)
    with pytest.raises(PublishError, match="正在发布"):
        lock.take(target, mine)
    child.communicate()
    assert lock.take(target, mine) == theirs


def test_a_process_whose_start_is_not_told_lives_as_long_as_it_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, mine = FolderTarget(str(tmp_path)), lock.this_process()
    monkeypatch.setattr(lock, "_started", lambda pid: "")
    write(target, replace(mine, token="other"))
    with pytest.raises(PublishError, match="正在发布"):
        lock.take(target, mine)


@pytest.mark.parametrize(
    ("since", "minutes"),
    [
        ("2026-11-26T08:30:00+08:00", 30),
        ("2026-11-26T07:59:00+08:00", None),
        # clocks differ a little
        ("2026-11-26T09:15:00+08:00", 0),
        # or one of them is wrong
        ("2026-11-26T09:40:00+08:00", 40),
        ("2026-11-26T10:01:00+08:00", None),
        ("2030-01-01T00:00:00+08:00", None),
    ],
)
@pytest.mark.parametrize("there", [{"host": "ci-7"}, {"machine": "another of the same name"}, {"machine": ""}], ids=str)
def test_of_another_machine_only_the_age_is_known(
    tmp_path: Path, since: str, minutes: int | None, there: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "now", lambda: parse_moment("2026-11-26 09:00"))
    target, mine = FolderTarget(str(tmp_path)), lock.this_process()
    # there is no such process here, and it may live there
    write(target, replace(mine, token="other", pid=dead_process(), since=since, **there))
    if minutes is not None:
        with pytest.raises(PublishError, match=f"正在发布，已经 {minutes} 分钟"):
            lock.take(target, mine)
    else:
        assert lock.take(target, mine) is not None
    assert lock.is_held(target, mine) is (minutes is None)


def test_a_machine_is_told_from_others_of_its_name() -> None:
    boot = Path("/proc/sys/kernel/random/boot_id")
    assert not boot.exists() or boot.read_text().strip() in lock.this_process().machine


@pytest.mark.parametrize(
    "change",
    [{"pid": "1"}, {"pid": -1}, {"since": "soon"}, {"claim": "current"}, {"claim": 1}, {"host": None}],
    ids=str,
)
def test_a_lock_that_cannot_be_read_is_taken_over(tmp_path: Path, change: dict[str, object]) -> None:
    for data in (b"{", b"[]", b"\xff", json.dumps(asdict(lock.this_process()) | change).encode()):
        target = FolderTarget(str(tmp_path))
        target.write(LOCK, data)
        lock.take(target, mine := lock.this_process())
        assert lock.is_held(target, mine)
        assert [place.name for place in tmp_path.iterdir()] == [LOCK]


def test_what_a_later_version_adds_to_a_lock_does_not_make_it_a_dead_one(tmp_path: Path) -> None:
    target, mine = FolderTarget(str(tmp_path)), lock.this_process()
    target.write(LOCK, json.dumps(asdict(replace(mine, token="other")) | {"mood": "good"}).encode())
    with pytest.raises(PublishError, match="正在发布"):
        lock.take(target, mine)


def test_who_lost_the_lock_does_not_give_back_another_ones(tmp_path: Path) -> None:
    target, first, second = FolderTarget(str(tmp_path)), lock.this_process(), lock.this_process()
    write(target, second)
    lock.give_back(target, first)
    assert lock.is_held(target, second)


def test_a_lock_that_is_given_back_while_it_is_looked_at_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, mine, other = FolderTarget(str(tmp_path)), lock.this_process(), lock.this_process()
    lock.take(target, other)
    create = FolderTarget.create

    def slow(self: FolderTarget, path: str, data: bytes) -> bool:
        done = create(self, path, data)
        if lock.is_held(self, other):
            lock.give_back(self, other)
        return done

    monkeypatch.setattr(FolderTarget, "create", slow)
    assert lock.take(target, mine) is None
    assert lock.is_held(target, mine)


def test_whoever_dies_while_taking_over_is_no_hindrance_and_leaves_nothing(tmp_path: Path) -> None:
    for first, second in itertools.product(range(1, 14), repeat=2):
        target, mine = FolderTarget(str(tmp_path)), lock.this_process()
        write(target, gone(mine, "dead"))
        for step in (first, second):
            with contextlib.suppress(Died):
                lock.take(cast(Target, Dying(target, step)), gone(mine, f"taker-{step}"))
        lock.take(target, mine)
        assert lock.is_held(target, mine), (first, second)
        assert [place.name for place in tmp_path.iterdir()] == [LOCK], (first, second)


def gone(owner: lock.Owner, token: str) -> lock.Owner:
    """Another process of this machine, which is no more."""
    return replace(owner, token=token, started=f"0{owner.started}")


def _try(folder: str, barrier: object, results: object) -> None:
    target = FolderTarget(folder)
    barrier.wait()  # type: ignore[attr-defined]
    try:
        lock.take(target, lock.this_process())
        results.put("taken")  # type: ignore[attr-defined]
    except PublishError:
        results.put("told")  # type: ignore[attr-defined]
    barrier.wait()  # type: ignore[attr-defined]


@pytest.mark.parametrize("dead", [False, True])
def test_of_many_at_once_one_alone_gets_it(tmp_path: Path, dead: bool) -> None:
    if dead:
        write(FolderTarget(str(tmp_path)), gone(lock.this_process(), "dead"))
    context = multiprocessing.get_context("spawn")
    barrier, results = context.Barrier(6), context.Queue()
    processes = [context.Process(target=_try, args=(str(tmp_path), barrier, results)) for _ in range(6)]
    for process in processes:
        process.start()
    outcomes = [results.get(timeout=60) for _ in processes]
    for process in processes:
        process.join()
    assert sorted(outcomes) == ["taken", *["told"] * 5]
