"""What a release consists of, what changed, what goes along."""

import contextlib
import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.release.publishing.sites import built, site_of, style, written

from zhuanti.release.publishing.manifest import (
    Changes,
    Manifest,
    ManifestFile,
    changes,
    is_hashed,
    is_page,
    to_carry,
    unpacked,
    with_files,
)
from zhuanti.release.publishing.reading import read_folder

FILES = st.builds(
    ManifestFile, st.text(min_size=1), st.just("0" * 64), st.integers(0, 9), st.sampled_from(["", "0" * 32]),
    st.integers(0, 3), st.text(),
)  # fmt: skip


@given(st.lists(FILES, unique_by=lambda file: file.path))
def test_a_manifest_is_read_as_it_was_written(files: list[ManifestFile]) -> None:
    assert unpacked(Manifest(tuple(files)).packed) == Manifest(tuple(files))


def test_a_manifest_of_the_first_version_is_still_read() -> None:
    row = ["a/index.html", "0" * 64, "", 9, "text/html; charset=utf-8", 3, "甲"]
    old = gzip.compress(json.dumps({"version": 1, "files": [row]}).encode())
    assert unpacked(old).files == (ManifestFile("a/index.html", "0" * 64, 9, carried=3, title="甲"),)


def packed(**told: object) -> bytes:
    return gzip.compress(json.dumps(told).encode())


def test_a_manifest_in_which_any_byte_is_another_is_none_or_the_same() -> None:
    whole = Manifest(tuple(ManifestFile(f"{number}/index.html", f"{number * number:064x}", 1) for number in range(50)))
    data = whole.packed
    for place in range(len(data)):
        # what gzip's head says besides, the system and the time, may differ without harm
        with contextlib.suppress(ValueError):
            assert unpacked(data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]) == whole


@pytest.mark.parametrize(
    "data",
    {
        "empty": b"", "plain": b"{}", "cut": Manifest().packed[:-9], "cut short": Manifest().packed[:20],
        "a list too short": packed(version=2, path=["a", "b"], sha256=["0", "0"], size=[1]),
        "a list missing": packed(version=2, path=["a"], size=[1]), "no list": packed(version=2, path=3),
        "a row too short": packed(version=1, files=[["a"]]), "a later version": packed(version=3), "no version": packed(),
    }.items(),
    ids=lambda case: case[0],
)  # fmt: skip
def test_what_is_no_manifest_says_so(data: tuple[str, bytes]) -> None:
    with pytest.raises(ValueError):
        unpacked(data[1])


def test_a_manifest_says_hash_size_type_and_title(tmp_path: Path) -> None:
    file = built(tmp_path, {"index.html": "<title>甲 &amp; 乙</title>"}).manifest.by_path["index.html"]
    assert (file.size, file.type, file.title) == (28, "text/html; charset=utf-8", "甲 & 乙")
    assert (len(file.sha256), len(file.md5)) == (64, 32)


def test_a_compressed_copy_is_no_file_of_its_own(tmp_path: Path) -> None:
    manifest, sources = read_folder(written(tmp_path / "a", {"x/index.html": "x", "x/index.html.gz": "z", "y.gz": "z"}))
    assert list(manifest.by_path) == ["x/index.html", "x/index.html.gz", "y.gz"]
    assert sources["y.gz"] == str(tmp_path / "a/y.gz")
    assert list(manifest.own) == ["x/index.html", "y.gz"]
    assert {file.md5 for file in manifest.files} == {""}


def test_changes_are_those_that_readers_find(tmp_path: Path) -> None:
    old = built(tmp_path / "old", {"index.html": "1", "a/index.html": "a", "b.txt": "b"}).manifest
    new = built(tmp_path / "new", {"index.html": "2", "b.txt": "b", "c/index.html": "c", "index.html.gz": "z"}).manifest
    assert changes(old, new) == Changes(("c/index.html",), ("index.html",), ("a/index.html",))
    assert not changes(new, new)


@pytest.mark.parametrize(
    ("path", "hashed", "page"),
    [
        ("index.html", False, True), ("columns/in-action/x/index.html", False, True), ("404.html", False, False),
        ("embed/v1/x/index.html", False, False), ("assets/site-e35b3119.css", True, False),
        ("assets/site-e35b3119.css.br", True, False), ("media/cover-e5f85ceb-360.webp", True, False),
        ("search/cc9943158436/i21.json", True, False), ("search/texts-cc9943158436.json", True, False), ("data/policies.json", False, False),
        ("assets/plain.css", False, False), ("index.html.gz", False, False),
    ],
)  # fmt: skip
def test_a_path_tells_what_it_is(path: str, hashed: bool, page: bool) -> None:
    assert (is_hashed(path), is_page(path)) == (hashed, page)


def test_hashed_files_of_what_readers_get_go_along_until_their_release_is_given_up(tmp_path: Path) -> None:
    first, second, third = (built(tmp_path / word, site_of(word)).manifest for word in ("一", "二", "三"))
    with_first = with_files(second, to_carry(second, first, number=1, oldest=1))
    assert with_first.by_path[style("一")].carried == 1
    both = to_carry(third, with_first, number=2, oldest=1)
    assert {file.path: file.carried for file in both} == {style("一"): 1, style("二"): 2}
    assert [file.path for file in to_carry(third, with_first, number=2, oldest=2)] == [style("二")]
    # what is carried is no part of the release: readers find nothing changed by it
    assert changes(second, with_first) == Changes()
