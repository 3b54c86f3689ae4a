"""The index in parts: only what changed is made anew, and the same entries always give the same bytes."""

import hashlib
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from zhuanti.outlets.search.documents import Document
from zhuanti.outlets.search.parts import Part, index, parts, shard_of
from zhuanti.outlets.search.root import root
from zhuanti.outlets.search.units import folded, runs
from zhuanti.site.search import SearchIndex
from zhuanti.site.store import Store


def documents(count: int) -> list[Document]:
    return [
        Document(f"cases/{n}/", f"第{n}篇", "摘要", f"正文{n}，轴承小镇。" * 9, "case", "案例", "某社", (), "2025-01-01", "", (), (), False, "")
        for n in range(count)
    ]  # fmt: skip


def made(found: tuple[Part, ...], store: Path) -> dict[str, bytes]:
    search = SearchIndex(found, store)
    search.begin()
    files = {asset.url: asset.content for assets in search.assets() for asset in assets}
    assert tuple(files) == search.files
    return {name: data for name, data in files.items() if isinstance(data, bytes)}


def test_one_edit_makes_one_part_anew(tmp_path: Path) -> None:
    before = documents(200)
    after = [replace(one, body="改过了。") if one.url == "cases/77/" else one for one in before]
    old, new = parts(before, 30), parts(after, 30)
    assert len(old) == 8
    kept = {part.path for part in old} & {part.path for part in new}
    assert len(kept) == 7
    store = tmp_path / "store.sqlite"
    made(old, store)
    # what the store says of a kept part is taken as it is, so it was not made again
    forged = {part.path: b"\n".join(b"{}" for _ in part.files) for part in new if part.path in kept}
    held = Store(store, "search")
    held.keep({path.encode(): data for path, data in forged.items()}, [part.path.encode() for part in old])
    held.close()
    again = made(new, store)
    (changed,) = (part for part in new if part.path not in kept)
    assert {name for name, data in again.items() if data != b"{}"} == set(changed.files)


def test_one_edit_gives_one_file_of_texts_a_new_name() -> None:
    before = documents(200)
    after = [replace(one, body="改过了。") if one.url == "cases/77/" else one for one in before]
    old, new = ({name for part in parts(each, 30) for name in part.texts} for each in (before, after))
    assert len(new - old) == len(old - new) == 1 and len(new) > 50


def test_a_file_of_texts_is_named_by_what_it_holds() -> None:
    for part in parts(documents(50), 30):
        files = index(part)
        for name in part.texts:
            assert hashlib.sha256(files[f"search/texts-{name}.json"]).hexdigest().startswith(name)


def test_a_new_entry_moves_no_other_out_of_its_part() -> None:
    before, after = parts(documents(200), 30), parts(documents(201), 30)
    assert len({part.path for part in before} & {part.path for part in after}) == 7


def test_no_run_differs_from_another(tmp_path: Path) -> None:
    """Made in other processes, from the store, and here: the same bytes."""
    found = parts(documents(250), 40)
    store = tmp_path / "store.sqlite"
    first, second = made(found, store), made(found, store)
    here = {name: data for part in found for name, data in index(part).items()}
    assert first == second == here
    assert root(found) == root(parts(documents(250), 40))


def test_the_store_keeps_no_part_that_is_long_gone(tmp_path: Path) -> None:
    store = tmp_path / "store.sqlite"
    everything: list[bytes] = []
    for number in range(6):
        found = parts([replace(one, body=f"第{number}版") for one in documents(20)])
        made(found, store)
        everything += [part.path.encode() for part in found]
    held = Store(store, "search")
    assert 1 <= len(held.find(everything)) <= 2
    held.close()


def test_a_preview_gets_its_index_behind_its_pages(tmp_path: Path) -> None:
    found = parts(documents(5))
    for file in found[0].files:
        (tmp_path / "site" / file).parent.mkdir(parents=True, exist_ok=True)
    SearchIndex(found, None).write_later(tmp_path / "site").join()
    written = {name: (tmp_path / "site" / name).read_bytes() for name in found[0].files}
    assert written == index(found[0])
    SearchIndex(found, None).write_later(tmp_path / "taken away").join()


def test_a_site_without_entries_has_an_index() -> None:
    assert parts(()) == () and b'"parts":[]' in bytes(root(()).content)  # type: ignore[arg-type]


@given(st.text(alphabet="强市制造aB9，（〔2〕） \n/.", max_size=60))
def test_runs_keep_every_unit_in_order(text: str) -> None:
    said = "".join(units for units, _, _ in runs(folded(text)))
    assert said == "".join(sign for sign in text.lower() if sign.isalnum())


@given(st.text(max_size=8), st.integers(0, 9))
def test_every_key_has_its_place(key: str, bits: int) -> None:
    assert 0 <= shard_of(key, 2**bits) < 2**bits
