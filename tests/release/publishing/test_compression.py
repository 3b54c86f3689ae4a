"""Compressed copies are made once, are right, and go when their originals do."""

import gzip
from pathlib import Path

import brotli
from tests.release.publishing.sites import written

from zhuanti.release.publishing.compression import make_siblings
from zhuanti.release.publishing.reading import read_folder

LONG = "聊城" * 2000


def siblings(tmp_path: Path, files: dict[str, str]) -> dict[str, bytes]:
    manifest, sources = read_folder(written(tmp_path / "site", files))
    tree = make_siblings(manifest, sources, tmp_path / "siblings")
    return {place.relative_to(tree).as_posix(): place.read_bytes() for place in tree.rglob("*") if place.is_file()}


def test_texts_that_gain_by_it_get_both_copies(tmp_path: Path) -> None:
    made = siblings(
        tmp_path,
        {
            "index.html": LONG,
            "short.txt": "短",
            "media/x-01234567.png": LONG,
            "a/b.json": LONG,
            "embed/v1/x/index.html": LONG,
        },
    )
    assert sorted(made) == ["a/b.json.br", "a/b.json.gz", "index.html.br", "index.html.gz"]
    assert gzip.decompress(made["index.html.gz"]).decode() == LONG
    assert brotli.decompress(made["index.html.br"]).decode() == LONG


def test_the_same_content_gives_the_same_bytes_and_is_not_compressed_again(tmp_path: Path) -> None:
    first = siblings(tmp_path, {"index.html": LONG})
    mark = tmp_path / "siblings/files/index.html.gz"
    mark.write_bytes(b"as it was")
    assert siblings(tmp_path, {"index.html": LONG})["index.html.gz"] == b"as it was"
    changed = siblings(tmp_path, {"index.html": LONG + "。"})
    assert gzip.decompress(changed["index.html.gz"]).decode() == LONG + "。"
    assert siblings(tmp_path, {"index.html": LONG}) == first


def test_copies_of_what_is_gone_go(tmp_path: Path) -> None:
    siblings(tmp_path, {"a/index.html": LONG, "a/old/b/index.html": LONG, "a/old/index.html": LONG, "c/d.txt": LONG})
    assert sorted(siblings(tmp_path, {"a/index.html": LONG})) == ["a/index.html.br", "a/index.html.gz"]
    folders = [place.name for place in (tmp_path / "siblings/files").rglob("*") if place.is_dir()]
    assert folders == ["a"]


def test_a_file_that_becomes_a_folder_is_no_trouble(tmp_path: Path) -> None:
    siblings(tmp_path, {"a.txt": LONG})
    assert "a.txt/index.html.gz" in siblings(tmp_path, {"a.txt/index.html": LONG})
    siblings(tmp_path, {"b.txt.gz/c.txt": LONG})
    assert "b.txt.gz" in siblings(tmp_path, {"b.txt": LONG})


def test_what_an_interrupted_run_left_is_made_anew(tmp_path: Path) -> None:
    siblings(tmp_path, {"index.html": LONG})
    (tmp_path / "siblings/index.json").write_text("{", "utf-8")
    (tmp_path / "siblings/files/index.html.gz").write_bytes(b"half")
    made = siblings(tmp_path, {"index.html": LONG})
    assert gzip.decompress(made["index.html.gz"]).decode() == LONG


def test_many_files_are_compressed_in_several_processes_alike(tmp_path: Path) -> None:
    made = siblings(tmp_path, {f"{number}/index.html": f"{number}{LONG}" for number in range(60)})
    assert len(made) == 120
    assert gzip.decompress(made["59/index.html.gz"]).decode() == f"59{LONG}"
