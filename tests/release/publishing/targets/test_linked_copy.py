"""A release is laid out as a copy of the one before it, which may be made while the site is being built."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.release.publishing.sites import Newsroom, built, release_of, shown, site_of, style

from zhuanti.release.publishing.manifest import Manifest, ManifestFile
from zhuanti.release.publishing.paths import CURRENT, INCOMING, RELEASES, release_path
from zhuanti.release.publishing.targets.linked_copy import LinkedCopy, rework
from zhuanti.release.publishing.targets.target import Release, Target

ONE, TWO, THREE = site_of("一"), site_of("二"), site_of("三")


@pytest.fixture
def other(target: Target, place_of: Callable[[str], Target], tmp_path: Path) -> Newsroom:
    """Another publisher to the same place."""
    return Newsroom(place_of(type(target).__name__.removesuffix("Target").lower()), tmp_path / "other")


def left(web: Path) -> list[str]:
    """What stands in the folder of releases on their way."""
    return [each.name for each in (web / INCOMING).iterdir()] if (web / INCOMING).is_dir() else []


def begun(web: Path) -> str:
    """The copy that is being made."""
    end = time.monotonic() + 20
    while not left(web) and time.monotonic() < end:
        time.sleep(0.01)
    (name,) = left(web)
    return name


@pytest.mark.parametrize("commit", ["", "0123456789abcdef"])
def test_a_copy_made_during_the_build_becomes_the_release(room: Newsroom, web: Path, commit: str) -> None:
    room.publish(ONE, commit=commit)
    with room.target.copying():
        folder = (web / INCOMING / begun(web)).stat().st_ino
        known = room.publish(TWO)
    assert (web / CURRENT).resolve().stat().st_ino == folder
    assert shown(web / CURRENT) == {**TWO, style("一"): "一"}
    assert room.target.faults(release_of(known), known.new) == ()
    assert left(web) == []


def test_what_was_hashed_while_it_was_laid_out_is_trusted_once(room: Newsroom, web: Path, tmp_path: Path) -> None:
    release = release_of(room.publish(ONE))
    site = built(tmp_path / "two", TWO)
    again = Release(release.replace("0001", "0002"), site.manifest, site.sources)
    room.target.upload(again, (built(tmp_path / "one", ONE).manifest, release))
    (web / release_path(again.id) / "404.html").write_text("flipped")
    (web / release_path(again.id) / "index.html").write_text("flipped")
    (web / release_path(again.id) / "embed/v1/embed.js").unlink()
    # the first look hashes what was sent, and asks whether the rest is there
    assert room.target.faults(again.id, again.manifest) == ("embed/v1/embed.js", "index.html")
    assert room.target.faults(again.id, again.manifest) == ("404.html", "embed/v1/embed.js", "index.html")


def test_only_what_differs_is_sent_and_the_rest_is_one_file_with_the_release_before(room: Newsroom, web: Path) -> None:
    one = room.publish(ONE)
    edited = {**ONE, "columns/in-action/story-3/index.html": "<title>改</title>"}
    two = room.publish(edited)
    old, new = (web / release_path(release_of(known)) for known in (one, two))
    assert shown(old) == ONE and shown(new) == edited
    assert [path for path in edited if not (old / path).samefile(new / path)] == [
        "columns/in-action/story-3/index.html"
    ]
    assert two.receipt and 0 < two.receipt.sent < 2000


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"a/b/c/index.html": "1", "a/x.txt": "2"}, {"a/x.txt": "2"}),
        ({"a/b/c/index.html": "1"}, {"a": "a file now"}),
        ({"a": "1"}, {"a/b/c/index.html": "a folder now"}),
        ({"a/b.txt": "1"}, {"a/b.txt/c.txt": "1"}),
        ({"“引号”/it's & $x.txt": "1", "- n.txt": "2"}, {"“引号”/it's & $x.txt": "3", "-- n.txt": "2"}),
    ],
)
def test_folders_and_files_come_and_go(
    room: Newsroom, web: Path, before: dict[str, str], after: dict[str, str]
) -> None:
    room.publish({**ONE, **before})
    room.publish({**ONE, **after})
    assert shown(web / CURRENT) == {**ONE, **after}
    # an empty folder would be answered with 403 instead of 404
    assert all(any(place.iterdir()) for place in (web / CURRENT).resolve().rglob("*") if place.is_dir())


def test_what_others_put_into_a_release_does_not_come_along(room: Newsroom, web: Path, tmp_path: Path) -> None:
    room.publish(ONE)
    (tmp_path / "secret").write_text("secret")
    there = web / CURRENT
    (there / "stray").mkdir()
    (there / "stray/note.txt").write_text("note")
    (there / "elsewhere.txt").symlink_to(tmp_path / "secret")
    (there / "embed/elsewhere").symlink_to(tmp_path)
    room.publish(TWO)
    assert shown(web / CURRENT) == {**TWO, style("一"): "一"}
    assert not (web / CURRENT / "stray").exists()
    assert not any(place.is_symlink() for place in (web / CURRENT).resolve().rglob("*"))


@pytest.mark.parametrize("name", ["a\\b.txt", "a\nb.txt", "a\u2028b.txt", "-rf", " x ", "*"])
def test_nor_do_files_of_strange_names(room: Newsroom, web: Path, name: str) -> None:
    room.publish(ONE)
    (web / CURRENT / name).write_text("stray")
    room.publish(TWO)
    assert shown(web / CURRENT) == {**TWO, style("一"): "一"}


def test_what_is_wrong_with_a_release_is_not_handed_on(room: Newsroom, web: Path) -> None:
    room.publish(ONE)
    there = web / CURRENT
    (there / "404.html").chmod(0o600)
    (there / "columns").chmod(0o700)
    (there / "empty/inside").mkdir(parents=True)
    (there / "robots.txt").mkdir()
    room.publish({**TWO, "robots.txt": "now a file"})
    new = (web / CURRENT).resolve()
    assert shown(new) == {**TWO, "robots.txt": "now a file", style("一"): "一"}
    assert not (new / "empty").exists()
    modes = {place.is_dir(): place.stat().st_mode & 0o777 for place in new.rglob("*")}
    assert modes == {True: 0o755, False: 0o644}
    assert {place.stat().st_mode & 0o777 for place in new.rglob("*") if place.is_file()} == {0o644}


def test_a_copy_of_what_readers_no_longer_get_is_not_used(room: Newsroom, other: Newsroom, web: Path) -> None:
    room.publish(ONE)
    with room.target.copying():
        other.publish(TWO)
        known = room.publish(THREE)
    assert shown(web / CURRENT) == {**THREE, style("一"): "一", style("二"): "二"}
    assert room.target.faults(release_of(known), known.new) == ()
    assert left(web) == []


def test_a_copy_that_another_publisher_cleaned_away_is_noticed(room: Newsroom, other: Newsroom, web: Path) -> None:
    room.publish(ONE)
    with room.target.copying():
        begun(web)
        # it sends nothing, and tidies
        assert other.publish(ONE).same
        for name in left(web):
            shutil.rmtree(web / INCOMING / name, ignore_errors=True)
        known = room.publish(TWO)
    assert shown(web / CURRENT) == {**TWO, style("一"): "一"}
    assert room.target.faults(release_of(known), known.new) == ()
    assert not any("重新发送" in line for line in room.said)
    old, new = sorted((web / RELEASES).iterdir())
    assert (old / "404.html").samefile(new / "404.html")


def test_a_copy_that_nobody_used_is_removed(room: Newsroom, web: Path) -> None:
    room.publish(ONE)
    with pytest.raises(ZeroDivisionError), room.target.copying():
        raise ZeroDivisionError
    assert left(web) == []
    with room.target.copying():
        assert room.publish(ONE).same
    assert left(web) == []
    assert len(list((web / RELEASES).iterdir())) == 1


def test_where_nothing_was_published_nothing_is_copied(room: Newsroom, web: Path) -> None:
    with room.target.copying():
        pass
    assert not web.exists()
    with room.target.copying():
        room.publish(ONE)
    assert shown(web / CURRENT) == ONE


def test_a_file_damaged_after_it_was_laid_out_is_found_by_the_next_look(room: Newsroom, web: Path) -> None:
    room.publish(ONE)
    known = room.publish(TWO)
    (web / CURRENT / "404.html").write_text("flipped")
    assert room.target.faults(release_of(known), known.new) == ("404.html",)


PATHS = st.lists(st.sampled_from("abc"), min_size=1, max_size=3).map("/".join)


def files_of(site: dict[str, str]) -> tuple[ManifestFile, ...]:
    return tuple(ManifestFile(path, digest, 1) for path, digest in sorted(site.items()))


def could_be(site: dict[str, str]) -> bool:
    """No path is both a file and a folder."""
    return not any(other.startswith(f"{path}/") for path in site for other in site)


SITES = st.dictionaries(PATHS, st.sampled_from("12"), max_size=6).filter(could_be)


@given(SITES, SITES)
def test_a_reworked_copy_is_the_release(before: dict[str, str], after: dict[str, str]) -> None:
    work = rework(LinkedCopy("", "", before), Release("", Manifest(files_of(after)), {}))
    kept = {
        path: digest
        for path, digest in before.items()
        if not any(path == gone or path.startswith(f"{gone}/") for gone in work.dropped)
    }
    # what is sent never meets a file where its folder must be, or the other way round
    assert could_be(kept | {path: after[path] for path in work.sent})
    assert kept | {path: after[path] for path in work.sent} == after
    assert work.right == {path: digest for path, digest in after.items() if before.get(path) == digest}
    assert set(work.sent) == after.keys() - work.right.keys()
