"""What every kind of place promises; a folder and a server keep it in the same way, an object storage in its own."""

import os
import shutil
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.release.publishing.sites import Newsroom, PublishError, release_of, shown, site_of, style

from zhuanti.release.publishing.history import look
from zhuanti.release.publishing.paths import CURRENT, INCOMING, LOCK, MANIFESTS, RECEIPTS, RELEASES, REMOVED
from zhuanti.release.publishing.targets.target import Target

ONE, TWO, THREE = site_of("一"), site_of("二"), site_of("三")


def test_small_files_are_read_as_they_were_written(every_target: Target) -> None:
    target = every_target
    data = bytes(range(256)) * 3
    assert target.read("receipts/a.json") is None and target.read_all("receipts") == {}
    target.write("receipts/a.json", b"before")
    target.write("receipts/a.json", data)
    target.write("receipts/b.json", b"")
    assert target.read("receipts/a.json") == data
    assert target.read_all("receipts") == {"a.json": data, "b.json": b""}
    target.remove("receipts/a.json")
    target.remove("receipts/a.json")
    assert target.read_all("receipts") == {"b.json": b""}


def test_folders_among_small_files_are_passed_over(target: Target, web: Path) -> None:
    target.write("receipts/a.json", b"{}")
    (web / "receipts/old").mkdir()
    (web / "receipts/old/b.json").write_text("{}")
    assert target.read_all("receipts") == {"a.json": b"{}"}


def test_of_several_that_create_a_file_at_once_one_alone_succeeds(target: Target, web: Path) -> None:
    won: list[bool] = []
    threads = [
        threading.Thread(target=lambda word=word: won.append(target.create(LOCK, word.encode()))) for word in "abcde"
    ]
    target.room()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(won) == [False] * 4 + [True]
    assert target.read(LOCK) in {b"a", b"b", b"c", b"d", b"e"}
    assert [place.name for place in web.iterdir()] == [LOCK]


def test_it_says_what_time_it_is_and_how_much_room_there_is(target: Target, web: Path) -> None:
    there = target.clock()
    assert there and abs(there - datetime.now(UTC)) < timedelta(minutes=1)
    room = target.room()
    assert room and abs(room - shutil.disk_usage(web).free) < 1 << 30


def test_readers_get_each_release_whole_and_old_pages_keep_their_styles(room: Newsroom, web: Path) -> None:
    known = room.publish(ONE)
    assert shown(web / CURRENT) == ONE
    assert os.readlink(web / CURRENT) == f"{RELEASES}/{release_of(known)}"
    unchanged = (web / CURRENT / "404.html").stat().st_ino
    known = room.publish(TWO)
    assert shown(web / CURRENT) == {**TWO, style("一"): "一"}
    assert (web / CURRENT / "404.html").stat().st_ino == unchanged
    assert room.rollback().receipt
    assert shown(web / CURRENT) == {**ONE, style("二"): "二"}
    assert [receipt.outcome for receipt in look(room.target)[0]] == ["live"] * 3
    assert sorted(place.name for place in web.iterdir()) == sorted([CURRENT, MANIFESTS, RECEIPTS, RELEASES])


def test_everybody_may_read_what_is_published(room: Newsroom, web: Path) -> None:
    room.publish(ONE)
    for place in (web / CURRENT / "").rglob("*"):
        assert place.stat().st_mode & 0o777 == (0o755 if place.is_dir() else 0o644), place


def test_names_of_every_kind_arrive(room: Newsroom, web: Path) -> None:
    names = {"a b/it's.txt": "1", '文件/"引号".txt': "2", "-r/$HOME.txt": "3", "a;b/c&d*.txt": "4"}
    room.publish({**ONE, **names})
    room.publish({**TWO, **names})
    assert {path: text for path, text in shown(web / CURRENT).items() if path in names} == names


def test_bytes_that_were_flipped_there_are_found_and_sent_anew(room: Newsroom, web: Path) -> None:
    known = room.publish(ONE)
    assert room.target.faults(release_of(known), known.new) == ()
    page = web / CURRENT / "404.html"
    page.write_text("304")
    (web / CURRENT / "sitemap.xml").unlink()
    assert room.target.faults(release_of(known), known.new) == ("404.html", "sitemap.xml")
    # they are found while the release is laid out, and sent at once
    known = room.publish(TWO)
    assert shown(web / CURRENT) == {**TWO, style("一"): "一"}
    assert room.target.faults(release_of(known), known.new) == ()


def test_what_must_not_be_seen_any_more_goes_though_the_site_is_the_same(room: Newsroom, web: Path) -> None:
    room.publish(ONE)
    room.publish(TWO)
    assert style("一") in shown(web / CURRENT)
    assert not room.publish(TWO, forget=True).same
    assert shown(web / CURRENT) == TWO
    assert room.publish(TWO, forget=True).same


def test_a_release_that_is_not_there_lacks_every_file(room: Newsroom) -> None:
    known = room.publish(ONE)
    assert len(room.target.faults("0009-20261126-1200", known.new)) == len(ONE)


def test_what_an_interrupted_upload_left_is_cleaned_away(room: Newsroom, web: Path) -> None:
    room.publish(ONE)
    half = web / INCOMING / "0002-20261126-1200-0123abcd"
    half.mkdir(parents=True)
    (half / "index.html").write_text("half")
    (web / f".{CURRENT}-0123abcd").symlink_to("nowhere")
    (web / "takeover-0123456789abcdef.json").write_text("{}")
    (web / RECEIPTS / ".000002.json-0123abcd").write_text("half")
    room.publish(TWO)
    assert shown(web / CURRENT) == {**TWO, style("一"): "一"}
    assert sorted(place.name for place in web.iterdir()) == sorted([CURRENT, MANIFESTS, RECEIPTS, RELEASES])
    assert sorted(place.name for place in (web / RECEIPTS).iterdir()) == ["000001.json", "000002.json"]


def test_tidying_leaves_the_operators_own_files(room: Newsroom, web: Path) -> None:
    room.keep = 1
    room.publish(ONE)
    own = (
        f"{RELEASES}/my-backup/a", f"{RELEASES}/0001-20261126-0900.tar", f"{MANIFESTS}/my-notes.json.gz",
        ".backup-20260101/a", ".htpasswd-20260101", ".current-20260101/a", f"{RECEIPTS}/.a.json-20260101",
        f"{INCOMING}/from-the-printer/a", "takeover-plan.json",
    )  # fmt: skip
    for path in own:
        (web / path).parent.mkdir(parents=True, exist_ok=True)
        (web / path).write_text("mine")
    for site in (TWO, THREE):
        room.publish(site)
    assert [path for path in own if not (web / path).is_file()] == []
    assert len(room.target.releases()) == 2


def test_only_so_many_releases_are_kept(target: Target, tmp_path: Path, web: Path) -> None:
    room = Newsroom(target, tmp_path / "site", keep=2)
    kept = [release_of(room.publish(site_of(str(number), pages=2), allow_removals=True)) for number in range(3)][-2:]
    assert sorted(place.name for place in (web / RELEASES).iterdir()) == kept == list(room.target.releases())
    assert sorted(place.name for place in (web / MANIFESTS).iterdir()) == [f"{name}.json.gz" for name in kept]


@pytest.mark.parametrize("commit", ["", "-01234567"])
def test_a_release_that_is_given_up_goes_while_the_next_site_is_built(
    target: Target, tmp_path: Path, web: Path, commit: str
) -> None:
    room = Newsroom(target, tmp_path / "site", keep=1)
    for number in range(3):
        room.publish(site_of(str(number), pages=2), allow_removals=True, commit=commit.strip("-"))
    mine = {"by-hand", "2024-backups1-2024-whatever", "20240101-20240102-0900-database"}
    for name in mine:
        (web / REMOVED / name).mkdir()
    given_up = [place.name for place in (web / REMOVED).iterdir() if place.name not in mine]
    assert [name[:4] for name in given_up] == ["0001"] and len(given_up[0]) == len(
        f"0001-20261126-0900{commit}-01234567"
    )
    with target.copying():
        pass
    assert {place.name for place in (web / REMOVED).iterdir()} == mine
    for name in mine:
        (web / REMOVED / name).rmdir()
    target.tidy((target.live(),))
    # without a copy it goes with the next tidying
    target.tidy((target.live(),))
    assert not (web / REMOVED).exists()


def test_where_room_is_needed_releases_go_at_once(room: Newsroom, web: Path) -> None:
    room.publish(ONE)
    room.publish(TWO)
    room.target.tidy((room.target.live(),), freeing=True)
    assert len(list((web / RELEASES).iterdir())) == 1 and not (web / REMOVED).exists()


def test_a_folder_in_the_links_place_is_left_alone_and_said(room: Newsroom, web: Path) -> None:
    (web / CURRENT).mkdir(parents=True)
    (web / CURRENT / "index.html").write_text("mine")
    with pytest.raises(PublishError, match="应是指向某个版本的链接"):
        room.publish(ONE)
    assert shown(web / CURRENT) == {"index.html": "mine"}
