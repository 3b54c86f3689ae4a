"""What is kept: the same bytes for any number of workers, nothing made twice, nothing half, nothing taken on trust."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from PIL import Image
from tests.conftest import PROJECT
from tests.images.originals import noise, saved
from tests.processes import is_alive

from zhuanti.images import darkroom as darkroom_module
from zhuanti.images.darkroom import Darkroom, Note, Order
from zhuanti.images.originals import Original

WIDTHS = (240, 360)


def orders(folder: Path, count: int = 4) -> list[Order]:
    """Photographs on disk and what is to be made of them."""
    folder.mkdir(parents=True, exist_ok=True)
    found = []
    for number in range(count):
        file = folder / f"{number}.jpg"
        if not file.exists():
            file.write_bytes(saved(noise((480, 320), number), "JPEG", quality=90))
        found.append(order(file))
    return found


def order(file: Path, widths: tuple[int, ...] = WIDTHS) -> Order:
    original = Darkroom(file.parent).look(file)
    assert isinstance(original, Original)
    return Order(file, original, widths, WIDTHS[-1])


def kept(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def times(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}


def test_one_worker_and_three_give_the_same_bytes(tmp_path: Path) -> None:
    wanted = orders(tmp_path / "originals")
    for workers in (1, 3):
        Darkroom(tmp_path / str(workers), workers=workers).develop(wanted)
    assert kept(tmp_path / "1") == kept(tmp_path / "3")
    assert len(kept(tmp_path / "1")) == 4 * (2 * 3 + 1)


def test_what_is_kept_is_not_made_again(tmp_path: Path) -> None:
    wanted = orders(tmp_path / "originals", 2)
    first = Darkroom(tmp_path / "kept").develop(wanted)
    before = times(tmp_path / "kept")
    heard: list[tuple[int, int]] = []
    again = Darkroom(tmp_path / "kept", report=lambda done, total: heard.append((done, total))).develop(wanted)
    assert (again, times(tmp_path / "kept"), heard) == (first, before, [])


def test_progress_is_told_picture_by_picture(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    room = Darkroom(tmp_path / "kept", report=lambda done, total: heard.append((done, total)), workers=2)
    room.develop(orders(tmp_path / "originals", 3))
    assert heard == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_a_lost_or_emptied_file_is_made_again_and_nothing_else(tmp_path: Path) -> None:
    [wanted] = orders(tmp_path / "originals", 1)
    room = Darkroom(tmp_path / "kept")
    room.develop([wanted])
    whole = kept(tmp_path / "kept")
    room.file(wanted.key, 360, "avif").unlink()
    room.file(wanted.key, 360, "jpg").write_bytes(b"")
    before = times(tmp_path / "kept")
    room.develop([wanted])
    assert kept(tmp_path / "kept") == whole
    unchanged = room.file(wanted.key, 240, "avif").name
    assert times(tmp_path / "kept")[unchanged] == before[unchanged]


@pytest.mark.parametrize("note", [b"{", b"[]", b'{"unknown": 1}'])
def test_a_note_that_cannot_be_read_is_written_anew(tmp_path: Path, note: bytes) -> None:
    [wanted] = orders(tmp_path / "originals", 1)
    room = Darkroom(tmp_path / "kept")
    first = room.develop([wanted])
    (tmp_path / "kept" / f"{wanted.key}.json").write_bytes(note)
    assert room.develop([wanted]) == first


def test_a_wider_edition_is_added_to_what_is_kept(tmp_path: Path) -> None:
    [wanted] = orders(tmp_path / "originals", 1)
    Darkroom(tmp_path / "whole").develop([wanted])
    room = Darkroom(tmp_path / "kept")
    for widths in ((240,), (360,)):
        room.develop([order(wanted.file, widths)])
    assert kept(tmp_path / "kept") == kept(tmp_path / "whole")


def test_other_code_or_another_encoder_is_another_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from zhuanti.images import recipe

    [wanted] = orders(tmp_path / "originals", 1)
    key = wanted.key
    monkeypatch.setattr(recipe, "pillow_version", "99.0")
    recipe._version.cache_clear()
    assert wanted.key != key
    monkeypatch.undo()
    recipe._version.cache_clear()
    assert wanted.key == key


def test_a_broken_picture_is_known_without_being_decoded_again(tmp_path: Path) -> None:
    data = saved(noise((480, 320)), "JPEG")
    file = tmp_path / "a.jpg"
    file.write_bytes(data[: len(data) // 2])
    wanted = order(file)
    fault = Note(fault="文件不完整，像是没有传完")
    assert Darkroom(tmp_path / "kept").develop([wanted]) == {wanted.key: fault}
    assert Darkroom(tmp_path / "kept", making=False).develop([wanted]) == {wanted.key: fault}
    assert [path.suffix for path in (tmp_path / "kept").iterdir()] == [".json"]


def test_a_check_decodes_once_and_makes_no_edition(tmp_path: Path) -> None:
    """So that it knows of a broken picture what a build would say."""
    heard: list[tuple[int, int]] = []
    room = Darkroom(tmp_path / "kept", making=False, report=lambda done, total: heard.append((done, total)))
    wanted = orders(tmp_path / "originals", 1)
    first = room.develop(wanted)
    assert heard and list(first) == [wanted[0].key] and first[wanted[0].key].placeholder
    heard.clear()
    assert room.develop(wanted) == first and not heard
    assert [path.suffix for path in (tmp_path / "kept").iterdir()] == [".json"]
    built = Darkroom(tmp_path / "kept").develop(wanted)
    assert built == first and len(kept(tmp_path / "kept")) > 1


def test_a_file_that_changes_meanwhile_leaves_nothing_under_the_old_key(tmp_path: Path) -> None:
    [wanted] = orders(tmp_path / "originals", 1)
    wanted.file.write_bytes(saved(noise((480, 320), 99), "JPEG"))
    notes = Darkroom(tmp_path / "kept").develop([wanted])
    assert "再运行一次" in notes[wanted.key].fault
    assert kept(tmp_path / "kept") == {}


def test_a_changed_file_is_looked_at_again(tmp_path: Path) -> None:
    room = Darkroom(tmp_path / "kept")
    file = tmp_path / "a.jpg"
    file.write_bytes(saved(noise((480, 320)), "JPEG"))
    assert room.look(file) is room.look(file)
    file.write_bytes(saved(noise((320, 480)), "JPEG"))
    found = room.look(file)
    assert isinstance(found, Original) and (found.width, found.height) == (320, 480)


def test_what_nobody_asks_for_is_dropped_once_it_is_the_greater_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(darkroom_module, "_SPARE_FILES", 3)
    one, *others = orders(tmp_path / "originals", 4)
    room = Darkroom(tmp_path / "kept", workers=1)
    room.develop(others)
    room.develop([one])
    assert {name[:32] for name in kept(tmp_path / "kept")} == {one.key}


MAKE = """
import sys
from pathlib import Path
from tests.images.test_darkroom import orders
from zhuanti.images.darkroom import Darkroom

if __name__ == "__main__":
    wanted = orders(Path(sys.argv[1]))
    print("begin", flush=True)
    Darkroom(Path(sys.argv[2]), workers=2).develop(wanted)
"""


def test_a_killed_run_leaves_nothing_half_and_no_process(tmp_path: Path) -> None:
    """Killed as soon as some files, but not all, are there; then the rest is made and all is as from one run."""
    wanted = orders(tmp_path / "originals")
    Darkroom(tmp_path / "whole", workers=1).develop(wanted)
    (tmp_path / "make.py").write_text(MAKE, "utf-8")
    folder = tmp_path / "kept"
    process = subprocess.Popen(
        [sys.executable, str(tmp_path / "make.py"), str(tmp_path / "originals"), str(folder)],
        env=os.environ | {"PYTHONPATH": f"{PROJECT}/hooks{os.pathsep}{PROJECT}"},
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdout is not None and process.stdout.readline() == b"begin\n"
    while process.poll() is None and not (folder.exists() and any(folder.glob("*-240.avif"))):
        time.sleep(0.001)
    process.kill()  # the run alone: its workers have to notice
    process.wait()
    assert process.returncode == -signal.SIGKILL
    while is_alive(process.pid):
        time.sleep(0.01)
    for name, data in kept(folder).items():
        assert name.startswith(".") or data == kept(tmp_path / "whole")[name]
    Darkroom(folder, workers=2).develop(wanted)
    assert kept(folder).items() >= kept(tmp_path / "whole").items()


PEAK = """
import resource, sys
from pathlib import Path
from tests.images.test_darkroom import order
from zhuanti.images.darkroom import Darkroom

wanted = order(Path(sys.argv[1]))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
Darkroom(Path(sys.argv[2]), workers=1).develop([wanted])
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


@pytest.mark.parametrize(
    ("name", "mode", "bytes_a_pixel"),
    [("a.jpg", "RGB", 0.5), ("a.png", "RGB", 4.5), ("b.png", "P", 2), ("c.png", "RGBA", 4.5)],
)
def test_memory_is_bounded_by_one_decoded_original(tmp_path: Path, name: str, mode: str, bytes_a_pixel: float) -> None:
    size = (6000, 4000)
    image = noise((600, 400)).resize(size, Image.Resampling.NEAREST)
    image = image.quantize(64) if mode == "P" else image.convert(mode)
    image.save(tmp_path / name, **({"quality": 80} if name.endswith("jpg") else {"compress_level": 1}))
    if mode == "RGBA":
        image.putalpha(128)
        image.save(tmp_path / name, compress_level=1)
    (tmp_path / "peak.py").write_text(textwrap.dedent(PEAK), "utf-8")
    result = subprocess.run(
        [sys.executable, str(tmp_path / "peak.py"), str(tmp_path / name), str(tmp_path / "kept")],
        env=os.environ | {"PYTHONPATH": f"{PROJECT}/hooks{os.pathsep}{PROJECT}"},
        capture_output=True,
        text=True,
        check=True,
    )
    allowed = 60 + bytes_a_pixel * size[0] * size[1] / 2**20  # encoders and strips, then what is decoded
    assert int(result.stdout) < allowed, (result.stdout, allowed)
