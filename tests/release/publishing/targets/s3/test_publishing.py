"""A release reaches a real storage's readers whole, in order, and can be taken back."""

import http.client
import json
import threading
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from urllib.parse import quote, urlsplit

import pytest
from tests.release.publishing.sites import Newsroom, PublishError, release_of, site_of, style

from faults.swift import Swift
from zhuanti.release.publishing import lock
from zhuanti.release.publishing.history import look
from zhuanti.release.publishing.manifest import Manifest
from zhuanti.release.publishing.paths import LOCK, OBJECTS, OWN
from zhuanti.release.publishing.targets import open_target
from zhuanti.release.publishing.targets.s3 import S3Target
from zhuanti.settings.deploy import TargetSettings

ONE, TWO = site_of("一", 4), site_of("二", 4)
Fetch = Callable[[str], tuple[int, str, http.client.HTTPMessage]]


@pytest.fixture
def fetch(storage: Swift, prefix: str) -> Fetch:
    """What a reader gets at a path."""
    place = urlsplit(storage.url(prefix))

    def got(path: str) -> tuple[int, str, http.client.HTTPMessage]:
        connection = http.client.HTTPConnection(str(place.hostname), place.port, timeout=20)
        connection.request("GET", place.path + quote(path))
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, text, answer.headers

    return got


def shown(target: S3Target) -> dict[str, str]:
    """Everything that readers can get."""
    return {name: (target.store.get(name) or b"").decode() for name in target.store.listed(but=OWN)}


def counted(target: S3Target, operation: str) -> list[str]:
    """The names that requests of one kind are about, as they are made."""
    names: list[str] = []
    target.store.client.meta.events.register(
        f"before-parameter-build.s3.{operation}", lambda params, **_: names.append(params["Key"])
    )
    return names


def test_of_several_that_create_a_file_at_once_one_alone_succeeds(target: S3Target) -> None:
    won: list[bool] = []
    threads = [
        threading.Thread(target=lambda word=word: won.append(target.create(LOCK, word.encode()))) for word in "abcde"
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(won) == [False] * 4 + [True]
    assert not target.create(LOCK, b"f") and target.read(LOCK) in {b"a", b"b", b"c", b"d", b"e"}


def test_it_says_what_time_it_is(target: S3Target) -> None:
    there = target.clock()
    assert there and abs(there - datetime.now(UTC)) < timedelta(minutes=1)
    assert target.room() is None


def test_readers_get_each_release_and_old_pages_keep_their_styles(room: Newsroom, target: S3Target) -> None:
    first = release_of(room.publish(ONE))
    assert shown(target) == ONE and target.live() == first
    second = release_of(room.publish(TWO))
    assert shown(target) == {**TWO, style("一"): "一"} and target.live() == second
    assert target.releases() == (first, second)
    room.rollback()
    assert shown(target) == {**ONE, style("二"): "二"} and target.live() == first
    assert [receipt.outcome for receipt in look(target)[0]] == ["live"] * 3


def test_nothing_is_sent_twice_and_nothing_copied_that_readers_have(room: Newsroom, target: S3Target) -> None:
    room.publish(ONE)
    sent, copied = counted(target, "PutObject"), counted(target, "CopyObject")
    edited = {**ONE, "404.html": "405"}
    known = room.publish(edited)
    assert known.receipt and known.receipt.sent == 3
    assert len([name for name in sent if f"/{OWN}{OBJECTS}" in name]) == 1
    assert [name.rpartition("/")[2] for name in copied] == ["404.html"]
    assert room.publish(edited).same


def test_files_come_before_pages_and_pages_before_what_names_them(room: Newsroom, target: S3Target) -> None:
    room.publish(ONE)
    copied = counted(target, "CopyObject")
    room.publish(site_of("二", 5))
    ends = [name.rpartition("tests/")[2].split("/", 2)[-1] for name in copied]
    kinds = ["css" if name.endswith(".css") else name.rpartition("/")[2] for name in ends]
    pages = [name for name in ends if name.endswith("story-4/index.html")]
    assert kinds[0] == "css" and kinds[-1] == "index.html" and kinds[-2] == "sitemap.xml"
    new, known = copied[1:2], copied[2:-2]
    assert pages and new[0].endswith("story-4/index.html") and all("/story-" in name for name in known)


def test_what_editors_withdraw_is_gone_at_once_and_its_style_after_a_while(
    room: Newsroom, target: S3Target, storage: Swift, prefix: str
) -> None:
    room.publish({**ONE, "media/old-0123abcd.jpg": "picture", "columns/in-action/gone/index.html": "gone"})
    (target.store.put)("verify.txt", b"somebody else's")
    room.keep = 1
    room.publish(ONE, allow_removals=True)
    assert shown(target) == {**ONE, "media/old-0123abcd.jpg": "picture", "verify.txt": "somebody else's"}
    for number in range(2):
        room.publish({**ONE, "404.html": str(number)}, grace=timedelta())
    assert "media/old-0123abcd.jpg" in shown(target)
    room.target = S3Target(storage.place(prefix), attempts=3, grace=timedelta())
    room.publish({**ONE, "404.html": "last"}, grace=timedelta())
    assert shown(target) == {**ONE, "404.html": "last", "verify.txt": "somebody else's"}


def test_what_must_not_be_seen_any_more_is_gone_with_the_publish_that_forgets_it(
    room: Newsroom, target: S3Target, storage: Swift, prefix: str
) -> None:
    room.publish({**ONE, "media/old-0123abcd.jpg": "picture"})
    settings = TargetSettings(name="s3", s3=storage.place(prefix))
    room.target = open_target(settings, forget=True)
    room.publish(ONE, forget=True)
    assert shown(target) == ONE


def test_it_goes_though_the_site_is_the_same(room: Newsroom, target: S3Target, storage: Swift, prefix: str) -> None:
    room.publish({**ONE, "media/old-0123abcd.jpg": "picture"})
    room.publish(ONE)
    assert "media/old-0123abcd.jpg" in shown(target)
    room.target = open_target(TargetSettings(name="s3", s3=storage.place(prefix)), forget=True)
    room.publish(ONE, forget=True)
    assert shown(target) == ONE


def test_nothing_is_never_given_to_readers(room: Newsroom, target: S3Target) -> None:
    live = release_of(room.publish(ONE))
    with pytest.raises(PublishError, match=r"清单是空的.*没有切换"):
        target.switch(live, Manifest())
    assert shown(target) == ONE


def test_only_the_contents_of_kept_releases_stay(room: Newsroom, target: S3Target) -> None:
    room.keep = 2
    names = [release_of(room.publish({"index.html": str(number)})) for number in range(4)]
    assert list(target.releases()) == names[-2:]
    assert len(target.store.listed(OWN + OBJECTS)) == 2


def test_headers_are_those_of_each_class_of_paths(room: Newsroom, fetch: Fetch) -> None:
    room.publish({**ONE, "feeds/all.rss.xml": "<rss/>"})
    for path, kind, cache in (
        ("", "text/html; charset=utf-8", "public, max-age=60, must-revalidate"),
        (style("一"), "text/css; charset=utf-8", "public, max-age=31536000, immutable"),
        ("feeds/all.rss.xml", "application/rss+xml; charset=utf-8", "public, max-age=300"),
        ("columns/in-action/story-1/", "text/html; charset=utf-8", "public, max-age=60, must-revalidate"),
    ):
        status, text, headers = fetch(path)
        assert (status, headers["Content-Type"], headers["Cache-Control"]) == (200, kind, cache), path
        assert text == {**ONE, "feeds/all.rss.xml": "<rss/>"}[path if "." in path else f"{path}index.html"]


def test_names_of_every_kind_arrive(room: Newsroom, fetch: Fetch) -> None:
    names = {"a b/it's.txt": "1", '文件/"引号".txt': "2", "-r/$HOME.txt": "3", "a;b/c&d+*.txt": "4", "%41/x.txt": "5"}
    room.publish({**ONE, **names})
    assert {path: fetch(path)[1] for path in names} == names


@pytest.mark.parametrize("damage", ["stored", "shown", "removed"])
def test_bytes_that_were_changed_there_are_found_and_sent_anew(room: Newsroom, target: S3Target, damage: str) -> None:
    known = room.publish(ONE)
    assert target.faults(release_of(known), known.new) == ()
    stored = f"{OWN}{OBJECTS}{known.new.by_path['404.html'].sha256}"
    {
        "stored": lambda: target.store.put(stored, b"304"),
        "shown": lambda: target.store.put("404.html", b"304"),
        "removed": lambda: target.store.delete("404.html"),
    }[damage]()
    assert target.faults(release_of(known), known.new) == ("404.html",)
    room.publish(ONE)
    assert shown(target)["404.html"] == "404" and target.store.get(stored) == b"404"


def test_two_at_once_do_one_after_the_other_or_are_told(room: Newsroom, target: S3Target) -> None:
    room.publish(ONE)
    elsewhere = replace(lock.this_process(), token="x", host="elsewhere")
    target.create(LOCK, json.dumps(asdict(elsewhere)).encode())
    with pytest.raises(PublishError, match="正在发布"):
        room.publish(TWO)
    assert shown(target) == ONE
