"""A publisher that dies, a storage that refuses or goes away: readers never get half of anything, and each has a sentence."""

import math
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.release.publishing.sites import Newsroom, PublishError, built, release_of, site_of, style

from faults.bursts import Bursts, bursts
from faults.network import free_port
from faults.swift import Swift
from zhuanti.release.publishing.paths import LOCK, OWN, manifest_path
from zhuanti.release.publishing.standing import what_readers_have
from zhuanti.release.publishing.targets import Release
from zhuanti.release.publishing.targets.s3 import S3Target

ONE, TWO = site_of("一", 3), site_of("二", 3, {"columns/in-action/new/index.html": f"<link href=/{style('二')}>"})
CHANGING = ("PutObject", "CopyObject", "DeleteObject")
# what readers get is copied; nothing else is
SHOWING = ("CopyObject",)
_NAMED = re.compile(r"href=/(\S+?)>")


class Died(BaseException):
    """The publisher is no more."""


def dies_at(target: S3Target, request: int, operations: tuple[str, ...] = CHANGING) -> None:
    """The publisher dies instead of making its n-th request of these kinds from now on, and makes none after that."""
    count = [0]

    def die(**_: object) -> None:
        count[0] += 1
        if count[0] > request:
            raise Died

    for operation in operations:
        target.store.client.meta.events.register(f"before-call.s3.{operation}", die)


def pages_are_whole(target: S3Target) -> bool:
    """Whether every page that readers can get finds the files that it names."""
    there = target.store.listed(but=OWN)
    pages = [(target.store.get(name) or b"").decode() for name in there if name.endswith("index.html")]
    return len(pages) >= 3 and all(name in there for page in pages for name in _NAMED.findall(page))


def shown(target: S3Target) -> dict[str, str]:
    return {name: (target.store.get(name) or b"").decode() for name in target.store.listed(but=OWN)}


def test_a_switch_that_dies_at_any_request_harms_no_page_and_is_finished_by_the_next(
    storage: Swift, prefix: str, tmp_path: Path
) -> None:
    target = S3Target(storage.place(prefix), attempts=3)
    site = {"columns/in-action/old/index.html": f"<link href=/{style('一')}>", **ONE}
    old, new = (
        built(tmp_path / name, files)
        for name, files in (("old", {**site, style("三"): "三"}), ("new", {**TWO, style("一"): "一"}))
    )
    for name, each in (("0001-20261126-0900", old), ("0002-20261126-0901", new)):
        target.upload(Release(name, each.manifest, each.sources), None)
        target.write(manifest_path(name), each.manifest.packed)
    target.switch("0001-20261126-0900", old.manifest)
    after = {**TWO, style("一"): "一", style("三"): "三"}
    for request in range(40):
        dying = S3Target(storage.place(prefix), attempts=3)
        dies_at(dying, request)
        try:
            dying.switch("0002-20261126-0901", new.manifest)
        except Died:
            assert pages_are_whole(target), request
            if request % 3 == 0:
                target.switch("0002-20261126-0901", new.manifest)
                assert shown(target) == after, request
            # whoever comes next may also give the one before
            target.switch("0001-20261126-0900", old.manifest)
            assert "columns/in-action/new/index.html" not in target.store.listed(), request
        else:
            break
    else:
        pytest.fail("the switch never ended")
    assert request > 8 and target.live() == "0002-20261126-0901"
    assert shown(target) == after


@pytest.mark.parametrize("request_", [5, 14])
def test_a_publish_that_dies_is_taken_over(storage: Swift, prefix: str, tmp_path: Path, request_: int) -> None:
    room = Newsroom(S3Target(storage.place(prefix), attempts=3), tmp_path / "site")
    room.publish(ONE)
    dying = S3Target(storage.place(prefix), attempts=3)
    dies_at(dying, request_)
    with pytest.raises(Died):
        Newsroom(dying, tmp_path / "site").publish(TWO)
    assert pages_are_whole(S3Target(storage.place(prefix)))
    # its process, which is this one, lives
    room.target.remove(LOCK)
    room.publish(TWO)
    assert shown(S3Target(storage.place(prefix))) == {**TWO, style("一"): "一"}


@pytest.mark.parametrize("undo", ["rollback", "publish"])
def test_a_switch_that_stopped_halfway_is_undone_by_going_back_or_by_publishing_what_was_there(
    storage: Swift, prefix: str, tmp_path: Path, undo: str
) -> None:
    room = Newsroom(S3Target(storage.place(prefix), attempts=3), tmp_path / "site")
    room.publish(ONE)
    live = release_of(room.publish({**ONE, "404.html": "second"}))
    for request in range(1, 60):
        dying = S3Target(storage.place(prefix), attempts=3)
        dies_at(dying, request, SHOWING)
        with pytest.raises(Died):
            Newsroom(dying, tmp_path / "site").publish(TWO)
        room.target.remove(LOCK)  # its process, which is this one, lives
        if "columns/in-action/new/index.html" in room.target.store.listed():  # type: ignore[attr-defined]
            break
    assert not room.target.settled() and room.target.live() == live
    known = room.rollback() if undo == "rollback" else room.publish({**ONE, "404.html": "second"})
    assert room.target.settled() and room.target.live() == release_of(known)
    assert (release_of(known) == live) is (undo == "rollback")
    pages = {path: text for path, text in shown(S3Target(storage.place(prefix))).items() if path.endswith(".html")}
    assert pages == {path: text for path, text in {**ONE, "404.html": "second"}.items() if path.endswith(".html")}


def test_a_rollback_that_stopped_halfway_is_finished_by_going_back_again(
    storage: Swift, prefix: str, tmp_path: Path
) -> None:
    room = Newsroom(S3Target(storage.place(prefix), attempts=3), tmp_path / "site")
    first = release_of(room.publish(ONE))
    live = release_of(room.publish(TWO))
    for request in range(1, 60):
        dying = S3Target(storage.place(prefix), attempts=3)
        dies_at(dying, request, SHOWING)
        with pytest.raises(Died):
            Newsroom(dying, tmp_path / "site").rollback()
        room.target.remove(LOCK)  # its process, which is this one, lives
        if not room.target.settled():
            break
    assert room.target.live() == live
    assert "请马上再退回一次，会接着做完" in what_readers_have(room.target, "rollback", live)
    room.rollback()
    assert room.target.settled() and room.target.live() == first
    pages = {path: text for path, text in shown(S3Target(storage.place(prefix))).items() if path.endswith(".html")}
    assert pages == {path: text for path, text in ONE.items() if path.endswith(".html")}


@pytest.fixture
def way(storage: Swift) -> Iterator[Bursts]:
    with bursts(storage.port) as made:
        yield made


def test_bursts_of_errors_and_answers_that_break_off_are_outlasted(
    storage: Swift, way: Bursts, prefix: str, tmp_path: Path
) -> None:
    room = Newsroom(S3Target(storage.place(prefix, way.port)), tmp_path / "site")
    way.harm = lambda number: (500, 503, "cut")[number // 20 % 3] if number % 20 == 7 else None
    room.publish(ONE)
    room.publish(TWO)
    assert way.done > 3 and shown(S3Target(storage.place(prefix))) == {**TWO, style("一"): "一"}


@pytest.mark.parametrize(
    ("harm", "says"), [(500, "内部错误"), (503, "太忙"), ("cut", "连接断了"), ("silent", "没有回应")]
)
def test_what_does_not_end_is_said(storage: Swift, way: Bursts, prefix: str, harm: Any, says: str) -> None:
    target = S3Target(storage.place(prefix, way.port), attempts=2, timeout=1 if harm == "silent" else 30)
    S3Target(storage.place(prefix)).write("receipts/a.json", b"0123456789")
    way.harm = lambda number: harm
    with pytest.raises(PublishError, match=says) as found:
        target.read("receipts/a.json")
    assert "读者" not in str(found.value)


@pytest.mark.parametrize(
    ("refused", "says"), [(math.inf, "不知道读者看到的是哪一版"), (2, "切换做到一半")], ids=["for good", "for a while"]
)
def test_a_switch_that_is_refused_halfway_says_so(
    storage: Swift, way: Bursts, prefix: str, tmp_path: Path, refused: float, says: str
) -> None:
    room = Newsroom(S3Target(storage.place(prefix, way.port), attempts=2), tmp_path / "site")
    room.publish(ONE)
    left = [refused]

    def refusing(number: int) -> int | None:
        left[0] -= 1
        return 503 if left[0] >= 0 else None

    room.target.store.client.meta.events.register(  # type: ignore[attr-defined]
        "before-call.s3.CopyObject", lambda **_: setattr(way, "harm", refusing)
    )
    with pytest.raises(PublishError, match=says):
        room.publish(TWO)
    way.harm = lambda number: None
    room.target = S3Target(storage.place(prefix), attempts=3)
    room.target.remove(LOCK)
    room.publish(TWO)
    assert shown(room.target)["index.html"] == TWO["index.html"]


def no_bucket(place: Any) -> Any:
    return place.model_copy(update={"bucket": "nothing"})


def no_server(place: Any) -> Any:
    return place.model_copy(update={"endpoint": f"http://127.0.0.1:{free_port()}"})


def no_name(place: Any) -> Any:
    return place.model_copy(update={"endpoint": "http://no-such-host.invalid"})


def encrypted(place: Any) -> Any:
    return place.model_copy(update={"endpoint": place.endpoint.replace("http:", "https:")})


def bad_name(place: Any) -> Any:
    return place.model_copy(update={"bucket": "a b/c"})


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (no_bucket, "没有存储桶 nothing"),
        (no_server, "连不上对象存储"),
        (no_name, "连不上对象存储"),
        (encrypted, "加密连接没有建立"),
        (bad_name, "名字不合规"),
    ],
)
def test_a_storage_that_is_not_there_is_said(
    storage: Swift, prefix: str, tmp_path: Path, damage: Callable[[Any], Any], says: str
) -> None:
    with pytest.raises(PublishError, match=says) as found:
        Newsroom(S3Target(damage(storage.place(prefix)), attempts=1), tmp_path / "site").publish(ONE)
    assert "读者" not in str(found.value)


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("AWS_ACCESS_KEY_ID", "topic:nobody", "AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY"),
        ("AWS_SECRET_ACCESS_KEY", "wrong", "AWS_SECRET_ACCESS_KEY"),
        ("AWS_SECRET_ACCESS_KEY", "", "没有对象存储的密钥"),
    ],
)
def test_keys_that_are_wrong_or_missing_are_said(
    storage: Swift, prefix: str, monkeypatch: pytest.MonkeyPatch, name: str, value: str, says: str
) -> None:
    monkeypatch.setenv("HOME", "/nonexistent")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv(name, value)
    with pytest.raises(PublishError, match=says) as found:
        S3Target(storage.place(prefix), attempts=3).live()
    assert "读者" not in str(found.value)
