"""A folder is read once; what was touched since is read again."""

import os
import time
from pathlib import Path

import pytest
from tests.release.publishing.sites import written

from zhuanti.release.publishing import reading
from zhuanti.release.publishing.known_contents import KnownContents
from zhuanti.release.publishing.manifest import Manifest
from zhuanti.release.publishing.reading import read_folder

FILES = {"index.html": "<title>甲\n\t乙</title>", "a/index.html": "<title></title>", "a/b.txt": "一"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder whose files were written an hour ago."""
    return written(tmp_path / "site", FILES)


def read(site: Path, record: Path, etags: bool = False, later: float = 10) -> Manifest:
    """The manifest, so many seconds after the files were written."""
    moment = time.time() + later
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(time, "time", lambda: moment)
        known = KnownContents(record)
    manifest, _ = read_folder(site, etags, known)
    known.keep()
    return manifest


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of files that were read."""
    found: list[str] = []
    content = reading._content
    monkeypatch.setattr(reading, "_content", lambda path, *rest: (found.append(path), content(path, *rest))[1])
    return found


def test_what_was_not_touched_is_not_read_again(site: Path, tmp_path: Path, opened: list[str]) -> None:
    first = read(site, tmp_path / "record")
    assert sorted(opened) == sorted(FILES)
    opened.clear()
    assert read(site, tmp_path / "record") == first == read_folder(site)[0]
    assert first.by_path["index.html"].title == "甲 乙"


@pytest.mark.parametrize("kept", [True, False], ids=["same time", "other time"])
def test_what_was_touched_is_read_again(kept: bool, site: Path, tmp_path: Path, opened: list[str]) -> None:
    read(site, tmp_path / "record")
    opened.clear()
    file = site / "a/b.txt"
    before = file.stat()
    file.write_text("二", "utf-8")
    if kept:
        # who sets a file's time back does not hide that it was written
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert read(site, tmp_path / "record") == read_folder(site)[0]
    assert opened[0] == "a/b.txt"


def test_a_file_put_in_the_place_of_another_is_read(site: Path, tmp_path: Path, opened: list[str]) -> None:
    read(site, tmp_path / "record")
    opened.clear()
    (tmp_path / "other").write_text("三", "utf-8")
    (tmp_path / "other").replace(site / "a/b.txt")
    assert read(site, tmp_path / "record").by_path["a/b.txt"].sha256 == read_folder(site)[0].by_path["a/b.txt"].sha256
    assert opened[0] == "a/b.txt"


def test_what_was_written_a_moment_ago_is_not_trusted(site: Path, tmp_path: Path, opened: list[str]) -> None:
    read(site, tmp_path / "record", later=0)
    opened.clear()
    read(site, tmp_path / "record", later=0)
    assert sorted(opened) == sorted(FILES)


def test_two_folders_in_turn_are_both_known(site: Path, tmp_path: Path, opened: list[str]) -> None:
    other = written(tmp_path / "other", FILES)
    for folder in (site, other):
        read(folder, tmp_path / "record")
    opened.clear()
    for folder in (site, other, site):
        read(folder, tmp_path / "record")
    assert opened == []
    # nothing older is kept
    for _ in range(3):
        read(other, tmp_path / "record")
    read(site, tmp_path / "record")
    assert sorted(opened) == sorted(FILES)


def test_etags_are_made_when_they_are_asked_for_first(site: Path, tmp_path: Path) -> None:
    assert {file.md5 for file in read(site, tmp_path / "record").files} == {""}
    assert read(site, tmp_path / "record", etags=True) == read_folder(site, etags=True)[0]
    assert read(site, tmp_path / "record") == read_folder(site)[0]


@pytest.mark.parametrize("text", ["", "zhuanti contents 1", "zhuanti contents 1\n2\nx", "other 1\n0", "\xff\xfe"])
def test_a_record_that_cannot_be_read_counts_for_nothing(text: str, site: Path, tmp_path: Path) -> None:
    (tmp_path / "record").write_text(text, "latin-1")
    assert read(site, tmp_path / "record") == read_folder(site)[0]


def test_a_record_cut_short_counts_for_nothing(site: Path, tmp_path: Path) -> None:
    read(site, tmp_path / "record")
    whole = (tmp_path / "record").read_bytes()
    for length in range(0, len(whole), 7):
        (tmp_path / "record").write_bytes(whole[:length])
        assert read(site, tmp_path / "record") == read_folder(site)[0]
