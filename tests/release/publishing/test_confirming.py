"""Behind the switch: what is wrong for readers is taken back, where there is something whole to go back to."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.release.publishing.sites import FolderTarget, Newsroom, PublishError, release_of, site_of, style
from tests.release.publishing.web import SAFE, Web

from zhuanti.release.publishing import probe as probing
from zhuanti.release.publishing.errors import ProbeFailed
from zhuanti.release.publishing.history import look
from zhuanti.release.publishing.paths import CURRENT
from zhuanti.release.publishing.tables import releases_table

BROKEN = f"{SAFE} location /columns/ {{ return 403; }}"


@pytest.fixture
def room(place: Path, tmp_path: Path, web: Web, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    monkeypatch.setattr(probing, "PATIENCE", 0.0)
    return Newsroom(FolderTarget(str(place / "web")), tmp_path / "site", probe=web.url)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (f"{SAFE} location /columns/ {{ return 403; }}", r"columns/in-action/story-\d+/：服务器答复 403"),
        (f"{SAFE} location /columns/ {{ rewrite ^ /404.html break; }}", r"story-\d+/：内容和发布的不一样"),
        (
            f"{SAFE} location /columns/ {{ types {{}} default_type application/octet-stream; }}",
            r"类型是“application/octet-stream”",
        ),
    ],
    ids=["refused", "another page", "a download"],
)
def test_what_readers_would_not_get_is_taken_back(
    room: Newsroom, web: Web, place: Path, settings: str, said: str
) -> None:
    first = release_of(room.publish(site_of("一")))
    web.serve(settings)
    with pytest.raises(PublishError, match=said) as told:
        room.publish(site_of("二"))
    assert f"探测没有通过，已经退回 {first}" in str(told.value)
    receipts, live, manifest = look(room.target)
    assert (live, receipts[-1].outcome) == (first, "reverted")
    # pages of the release that was taken back are open already
    assert (place / "web/current" / style("二")).read_text() == "二" and style("二") in manifest.by_path
    web.serve()
    room.publish(site_of("二"))
    room.rollback()
    # the release that was taken back is no release that readers had
    assert room.target.live() == first


def test_a_server_that_is_down_is_named_with_its_address(room: Newsroom, web: Web) -> None:
    web.stop()
    with pytest.raises(PublishError, match=rf"{web.url}：打不开（连接被拒绝）") as told:
        room.publish(site_of("一"))
    assert "这是第一次发布，没有上一版可退" in str(told.value)
    assert look(room.target)[0][-1].outcome == "failed"


def test_a_rollback_is_probed_but_never_taken_back(room: Newsroom, web: Web) -> None:
    first = release_of(room.publish(site_of("一")))
    room.publish(site_of("二"))
    web.serve(BROKEN)
    with pytest.raises(ProbeFailed, match="退回的版本不再自动换掉") as told:
        room.rollback()
    assert room.target.live() == first
    assert "index.html" in told.value.changes.changed
    receipts, live, _ = look(room.target)
    assert receipts[-1].outcome == "failed" and "探测没过" in releases_table(receipts, live, room.target.releases())


@pytest.mark.parametrize("lost", ["files", "manifest"])
def test_there_is_no_going_back_to_what_is_not_whole(room: Newsroom, web: Web, place: Path, lost: str) -> None:
    first = release_of(room.publish(site_of("一")))
    if lost == "files":
        shutil.rmtree(place / "web/releases" / first)
    else:
        (place / f"web/manifests/{first}.json.gz").unlink()
    web.serve(BROKEN)
    with pytest.raises(ProbeFailed, match=f"上一版 {first} 的文件不齐，没有退回") as told:
        room.publish(site_of("二"), allow_removals=True)
    assert "已经切换，但从" in str(told.value)
    assert (place / "web" / CURRENT / "index.html").read_text("utf-8") == site_of("二")["index.html"]


def test_a_link_of_somebody_else_is_no_release_to_go_back_to(room: Newsroom, web: Web, place: Path) -> None:
    (place / "web/releases/20231201093000").mkdir(parents=True)
    (place / "web" / CURRENT).symlink_to("releases/20231201093000")
    web.serve(BROKEN)
    with pytest.raises(ProbeFailed, match="这是第一次发布"):
        room.publish(site_of("一"), allow_removals=True)
    receipts, live, _ = look(room.target)
    assert [(each.release, each.previous) for each in receipts] == [(live, "")]


def test_who_cannot_be_taken_back_is_told_what_is_wrong_all_the_same(
    room: Newsroom, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = release_of(room.publish(site_of("一")))
    whole = FolderTarget.switch

    def refusing(self: FolderTarget, release: str, *more: Any) -> None:
        if release == first:
            raise PublishError("磁盘坏了。")
        whole(self, release, *more)

    monkeypatch.setattr(FolderTarget, "switch", refusing)
    web.serve(BROKEN)
    with pytest.raises(ProbeFailed, match="服务器答复 403") as told:
        room.publish(site_of("二"))
    assert "想退回上一版，没有做完：磁盘坏了。读者看到的是 0002-" in str(told.value)
    assert "index.html" in told.value.changes.changed
