"""Files below a folder: what is right is left, what is wrong is replaced, what fails is said."""

import os
from pathlib import Path

import pytest

from zhuanti.outlets.asset import Asset
from zhuanti.site.files import FolderWriter

MANY = 300


def write(folder: Path, files: dict[str, bytes]) -> None:
    writer = FolderWriter(folder, files)
    writer.send([Asset(url, data) for url, data in files.items()])
    writer.close()


def found_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def some(count: int) -> dict[str, bytes]:
    return {f"a/{number}/index.html": b"x" * number for number in range(count)}


@pytest.mark.parametrize("count", [3, MANY])
def test_the_folder_holds_what_was_sent_and_nothing_else(tmp_path: Path, count: int) -> None:
    files = some(count)
    (tmp_path / "site/old/deep").mkdir(parents=True)
    (tmp_path / "site/old/deep/page.html").write_bytes(b"old")
    (tmp_path / "site/a/1/index.html").mkdir(parents=True)
    (tmp_path / "site/a/2").write_bytes(b"a file where a folder belongs")
    (tmp_path / "site/a/0").symlink_to(tmp_path)
    write(tmp_path / "site", files)
    assert found_in(tmp_path / "site") == files
    assert not (tmp_path / "site/old").exists()
    assert not (tmp_path / "site/a/0").is_symlink()


@pytest.mark.parametrize("count", [3, MANY])
def test_a_file_that_is_right_is_not_touched(tmp_path: Path, count: int) -> None:
    files = some(count)
    write(tmp_path, files)
    for path in tmp_path.rglob("index.html"):
        os.utime(path, (1, 1))
    write(tmp_path, files | {"a/2/index.html": b"yy"})
    touched = [path for path in tmp_path.rglob("index.html") if path.stat().st_mtime != 1]
    assert touched == [tmp_path / "a/2/index.html"]
    assert touched[0].read_bytes() == b"yy"


@pytest.mark.parametrize("count", [3, MANY])
def test_a_file_that_cannot_be_written_is_an_error_of_the_system(tmp_path: Path, count: int) -> None:
    with pytest.raises(OSError, match="x" * 300):
        write(tmp_path, some(count) | {f"a/{'x' * 300}": b""})


def test_stopped_writer_writes_no_further(tmp_path: Path) -> None:
    writer = FolderWriter(tmp_path, some(MANY))
    writer.stop()
    writer.send([Asset("a/1/index.html", b"x")])
    with pytest.raises(OSError, match="stopped"):
        writer.close()
