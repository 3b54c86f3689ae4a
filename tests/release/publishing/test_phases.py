"""A publish and a rollback from begin to end, into a folder."""

import os
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from tests.release.publishing.sites import Died, Dying, FolderTarget, Newsroom, PublishError, release_of, site_of, style
from tests.release.publishing.sites import shown as texts

from zhuanti.release.publishing import refusals
from zhuanti.release.publishing.errors import Refusal
from zhuanti.release.publishing.history import look
from zhuanti.release.publishing.paths import CURRENT, LOCK, receipt_path
from zhuanti.release.publishing.receipts import as_json, from_json
from zhuanti.release.publishing.targets import Target
from zhuanti.settings.moment import parse_moment

ONE, TWO, THREE = site_of("一"), site_of("二"), site_of("三")


@pytest.fixture
def room(tmp_path: Path) -> Newsroom:
    return Newsroom(FolderTarget(str(tmp_path / "web")), tmp_path / "site")


def shown(room: Newsroom) -> dict[str, str]:
    """What readers get: every file below the link."""
    return texts(Path(room.target.where, CURRENT))


def test_readers_get_the_site_and_a_receipt_says_what_was_done(room: Newsroom) -> None:
    known = room.publish(ONE)
    assert shown(room) == ONE
    receipts, live, manifest = look(room.target)
    assert [receipt.outcome for receipt in receipts] == ["live"]
    assert receipts[0] == known.receipt
    assert (receipts[0].pages, receipts[0].added, receipts[0].commit) == (12, len(ONE), "0123456789abcdef")
    assert receipts[0].sent == manifest.size
    assert live == release_of(known) == os.readlink(Path(room.target.where, CURRENT)).removeprefix("releases/")
    assert room.target.read(LOCK) is None


def test_only_what_differs_is_sent_and_the_rest_is_linked(room: Newsroom) -> None:
    room.publish(ONE)
    unchanged = Path(room.target.where, CURRENT, "404.html").stat().st_ino
    known = room.publish({**ONE, "sitemap.xml": "new"})
    assert known.receipt and known.receipt.sent == 3
    assert Path(room.target.where, CURRENT, "404.html").stat().st_ino == unchanged


def test_pages_opened_before_still_find_their_styles_after_a_publish_and_after_a_rollback(room: Newsroom) -> None:
    room.publish(ONE)
    room.publish(TWO)
    room.publish(THREE)
    assert shown(room) == {**THREE, style("一"): "一", style("二"): "二"}
    room.rollback()
    # a reader may have the third release open still
    assert shown(room) == {**TWO, style("一"): "一", style("三"): "三"}


def test_what_belonged_to_a_release_that_is_not_kept_any_more_goes(room: Newsroom) -> None:
    for word in "一二三四五":
        room.publish(site_of(word), grace=timedelta())
    assert {path for path in shown(room) if path.startswith("assets/")} == {style(word) for word in "二三四五"}
    assert len(room.target.releases()) == 3
    assert len(list(Path(room.target.where, "manifests").iterdir())) == 3


def test_files_of_pages_opened_a_moment_ago_stay_however_many_publishes_came_since(room: Newsroom) -> None:
    for word in "一二三四五六":
        room.publish(site_of(word))
    assert {path for path in shown(room) if path.startswith("assets/")} == {style(word) for word in "一二三四五六"}
    assert len(room.target.releases()) == 3


def test_what_must_not_be_seen_any_more_is_forgotten_when_asked(room: Newsroom) -> None:
    room.publish(ONE)
    room.publish(TWO, forget=True)
    assert shown(room) == TWO


def test_a_rollback_whose_publish_is_forgotten_still_has_a_moment(room: Newsroom) -> None:
    room.publish(ONE)
    room.publish(TWO)
    room.target.remove(receipt_path(1))
    first = next(name for name in room.target.releases() if name.startswith("0001"))
    room.rollback(first)
    receipts, live, _ = look(room.target)
    assert (live, [each.number for each in receipts]) == (first, [2, 3])
    assert parse_moment(receipts[-1].at)


def test_going_back_twice_goes_back_two_and_a_name_goes_anywhere(room: Newsroom) -> None:
    names = [release_of(room.publish(site)) for site in (ONE, TWO, THREE)]
    room.rollback()
    room.rollback()
    assert room.target.live() == names[0]
    room.rollback(names[2])
    assert shown(room)["index.html"] == THREE["index.html"]
    with pytest.raises(PublishError, match="不用退回"):
        room.rollback(names[2])
    receipts, _, _ = look(room.target)
    assert [receipt.action for receipt in receipts] == ["publish"] * 3 + ["rollback"] * 3


def test_there_is_no_way_back_from_the_first_nor_to_what_is_gone(room: Newsroom) -> None:
    first = release_of(room.publish(ONE))
    with pytest.raises(PublishError, match="没有可以退回的上一版"):
        room.rollback()
    second = release_of(room.publish(TWO))
    shutil.rmtree(Path(room.target.where, "releases", first))
    with pytest.raises(PublishError, match=f"版本 {first} 不在目标上"):
        room.rollback(first)
    with pytest.raises(PublishError, match="没有可以退回的上一版"):
        room.rollback()
    assert room.target.live() == second


def test_a_release_deleted_by_hand_even_the_one_that_readers_get_does_not_stop_a_publish(room: Newsroom) -> None:
    room.publish(ONE)
    shutil.rmtree(Path(room.target.where, "releases"))
    room.publish(TWO)
    assert shown(room) == TWO


def test_a_publish_after_a_rollback_begins_from_what_readers_get(room: Newsroom) -> None:
    room.publish(ONE)
    room.publish(TWO)
    room.rollback()
    known = room.publish({**ONE, "sitemap.xml": "new"})
    assert known.changes.changed == ("sitemap.xml",)
    assert known.receipt and known.receipt.sent == 3


def test_nothing_is_sent_where_nothing_changed_but_the_moment_is_noted(room: Newsroom) -> None:
    first = release_of(room.publish(ONE))
    assert room.publish(ONE, at="2026-11-27T09:00:00+08:00").same
    receipts, live, _ = look(room.target)
    assert (live, [each.release for each in receipts]) == (first, [first, first])
    assert receipts[-1].at == "2026-11-27T09:00:00+08:00"
    room.publish(TWO)
    room.rollback()
    assert room.target.live() == first


def test_a_damaged_file_is_found_and_replaced_though_nothing_changed(room: Newsroom) -> None:
    room.publish(ONE)
    file = Path(room.target.where, CURRENT, "index.html")
    file.write_text("flipped", "utf-8")
    _, live, manifest = look(room.target)
    assert room.target.faults(live, manifest) == ("index.html",)
    room.publish(ONE)
    assert shown(room) == ONE


def test_a_damaged_file_is_not_linked_into_the_next_release(room: Newsroom) -> None:
    room.publish(ONE)
    Path(room.target.where, CURRENT, "404.html").write_text("flipped", "utf-8")
    room.publish(TWO)
    assert shown(room)["404.html"] == "404"
    # it is found while the release is laid out, and sent at once
    assert not any("重新发送" in line for line in room.said)


def test_what_cannot_be_made_right_is_not_shown(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    room.publish(ONE)
    whole = FolderTarget.upload

    def flipping(self: FolderTarget, release: Any, *more: Any) -> int:
        sent = whole(self, release, *more)
        Path(self.where, "releases", release.id, "index.html").write_bytes(b"flipped")
        return sent

    monkeypatch.setattr(FolderTarget, "upload", flipping)
    with pytest.raises(PublishError, match=r"1 个文件和原件不一样，如 index.html。没有切换"):
        room.publish(TWO)
    assert shown(room) == ONE
    monkeypatch.undo()
    room.publish(TWO)
    assert shown(room)["index.html"] == TWO["index.html"]
    assert len(room.target.releases()) == 2


def test_a_publish_that_dies_at_any_step_is_made_up_for_by_the_next(room: Newsroom, tmp_path: Path) -> None:
    room.publish(ONE)
    for step in range(1, 100):
        new = site_of(f"{step}")
        before = shown(room)["index.html"]
        try:
            Newsroom(cast(Target, Dying(room.target, step)), tmp_path / "dying").publish(new)
        except Died:
            room.target.remove(LOCK)  # its process, which is this one, lives
        else:
            break
        assert shown(room)["index.html"] in (before, new["index.html"]), step
        known = room.publish(new)
        receipts, live, _ = look(room.target)
        assert shown(room)["index.html"] == new["index.html"] and live == release_of(known), step
        assert not known.same or receipts[-2].outcome == "live", step
        assert receipts[-1].outcome == "live" and "switching" not in [receipt.outcome for receipt in receipts]
        # caches are told of what changed, by the one or by the other
        assert known.same or "index.html" in known.changes.changed, step
        names = {path.name for path in Path(room.target.where).iterdir()}
        assert names - {"removed"} == {"current", "manifests", "receipts", "releases"}, step
        assert set(room.target.releases()) <= {receipt.release for receipt in receipts if receipt.given}
    else:
        pytest.fail("the publish never ended")
    assert step > 15


def test_a_publish_that_would_take_away_a_tenth_of_the_pages_is_refused(room: Newsroom) -> None:
    room.publish(site_of("一", pages=30))
    room.publish(site_of("二", pages=27))
    with pytest.raises(Refusal, match=r"现有 27 页里的 第\d+篇、.* 等 6 页，超过一成.*--allow-removals"):
        room.publish(site_of("三", pages=21))
    with pytest.raises(Refusal, match=r"共 3 页，超过一成"):
        room.publish(site_of("三", pages=24))
    room.publish(site_of("三", pages=22), allow_removals=True)


def test_another_address_is_refused_unless_the_target_is_meant_to_have_it(room: Newsroom) -> None:
    room.publish(ONE)
    with pytest.raises(Refusal, match=r"给 https://example.cn/zt/ 生成的，这次是给 https://other.cn/ 生成的"):
        room.publish(TWO, base_url="https://other.cn/")
    room.publish(TWO, base_url="https://other.cn/", new_address=True)
    with pytest.raises(Refusal, match="--new-address"):
        room.publish(THREE)


def test_a_target_whose_clock_is_wrong_is_refused(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    true = FolderTarget.clock
    monkeypatch.setattr(FolderTarget, "clock", lambda self: (true(self) or pytest.fail()) - timedelta(minutes=7))
    with pytest.raises(PublishError, match="时钟差了 7 分钟（目标慢）"):
        room.publish(ONE)


def test_a_target_without_room_is_refused_before_anything_is_sent(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FolderTarget, "room", lambda self: 5000)
    with pytest.raises(PublishError, match=r"只剩 0.0 MB，这次要写 0.0 MB"):
        room.publish(ONE)
    assert room.target.releases() == ()
    assert refusals.MOST_REMOVED == 0.1


def test_old_releases_go_where_room_is_short_and_a_smaller_number_is_to_be_kept(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    for site in (ONE, TWO, THREE):
        room.publish(site)
    monkeypatch.setattr(FolderTarget, "room", lambda self: 10**9 if len(self.releases()) < 3 else 0)
    with pytest.raises(PublishError, match="keep 改小"):
        room.publish(site_of("四"))
    room.keep = 2
    room.publish(site_of("四"))
    assert len(room.target.releases()) == 2


def test_a_lost_manifest_is_said_before_anything_vanishes(room: Newsroom) -> None:
    first = release_of(room.publish(site_of("一", pages=30)))
    Path(room.target.where, "manifests", f"{first}.json.gz").unlink()
    with pytest.raises(Refusal, match=rf"{first} 的清单不见了.*--allow-removals"):
        room.publish(site_of("二", pages=2))
    room.publish(site_of("二", pages=2), allow_removals=True)


def test_a_way_back_whose_manifest_is_broken_is_said_with_those_that_are_open(room: Newsroom) -> None:
    first, second = (release_of(room.publish(site)) for site in (ONE, TWO))
    live = release_of(room.publish(THREE))
    manifest = Path(room.target.where, "manifests", f"{second}.json.gz")
    data = manifest.read_bytes()
    manifest.write_bytes(data[:-40] + bytes(40))
    says = f"版本 {second} 的清单不见了，或者坏了，不能退回到它。可以退回的版本：{first}；写在目标后面，如 rollback 目标 {first}。"
    with pytest.raises(PublishError, match=says):
        room.rollback()
    assert room.target.live() == live
    room.rollback(first)
    assert room.target.live() == first


def test_a_publish_of_what_readers_have_is_noted_with_what_they_have(room: Newsroom) -> None:
    first = room.publish(ONE).receipt
    same = room.publish(ONE).receipt
    assert first and same and (same.pages, same.files, same.size) == (first.pages, first.files, first.size)
    assert (same.added, same.changed, same.removed) == (0, 0, 0)


def test_what_was_decided_before_somebody_else_published_or_went_back_is_dropped(room: Newsroom) -> None:
    room.publish(ONE)
    room.publish(TWO)
    room.rollback()
    assert room.publish(TWO, seen=(2, "live")).same
    assert "刚刚有人发布或退回过，这次定时发布不做什么。" in room.said
    assert shown(room)["index.html"] == ONE["index.html"]
    assert not room.publish(TWO, seen=(3, "live")).same


def test_what_fails_says_what_readers_have(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    room.publish(ONE)

    def failing(*_: Any) -> Any:
        raise PublishError("磁盘已满。")

    whole = FolderTarget.switch

    def failing_behind(self: FolderTarget, *args: Any) -> None:
        whole(self, *args)
        failing()

    for name, act, said in (
        ("upload", failing, "磁盘已满。读者看到的网站没有变。"),
        ("switch", failing, "磁盘已满。读者看到的网站没有变。"),
        ("switch", failing_behind, "磁盘已满。读者看到的是 0003-"),
    ):
        with monkeypatch.context() as patch, pytest.raises(PublishError) as told:
            patch.setattr(FolderTarget, name, act)
            room.publish(TWO)
        assert str(told.value).startswith(said)
    with monkeypatch.context() as patch:
        patch.setattr(FolderTarget, "tidy", failing)
        assert room.publish(THREE).receipt
    assert any(said.startswith("已经做完，只是旧版本没有清理干净：磁盘已满。") for said in room.said)


def test_a_folder_in_the_place_of_the_link_is_left_alone_and_said(room: Newsroom) -> None:
    room.publish(ONE)
    link = Path(room.target.where, CURRENT)
    link.unlink()
    (link / "own").mkdir(parents=True)
    with pytest.raises(PublishError, match=r"应是指向某个版本的链接.*改名"):
        room.publish(TWO)
    assert (link / "own").is_dir()
    link.rename(link.with_name("current.old"))
    room.publish(TWO)
    assert shown(room)["index.html"] == TWO["index.html"]


def test_who_lost_the_lock_on_the_way_does_not_switch(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    room.publish(ONE)
    carry = FolderTarget.carry

    def taken(self: FolderTarget, *args: Any) -> Any:
        self.write(LOCK, b'{"token": "another"}')
        return carry(self, *args)

    monkeypatch.setattr(FolderTarget, "carry", taken)
    with pytest.raises(PublishError, match="锁被别人接手了。没有切换"):
        room.publish(TWO)
    assert shown(room) == ONE


def test_order_comes_from_numbers_not_from_clocks(room: Newsroom) -> None:
    first = room.publish(ONE)
    assert first.receipt
    ahead = replace(first.receipt, begun="2099-01-01T00:00:00+08:00", ended="2099-01-01T00:00:00+08:00")
    room.target.write(receipt_path(1), as_json(ahead))
    second = release_of(room.publish(TWO))
    room.publish(THREE)
    room.rollback()
    assert room.target.live() == second


def test_a_receipt_that_cannot_be_read_is_passed_over_and_its_number_not_given_again(room: Newsroom) -> None:
    first = release_of(room.publish(ONE))
    room.target.write(receipt_path(1), b"{")
    known = room.publish(TWO)
    assert known.receipt and from_json(room.target.read(receipt_path(known.receipt.number)) or b"").outcome == "live"
    assert shown(room)["index.html"] == TWO["index.html"]
    assert first in room.target.releases()
