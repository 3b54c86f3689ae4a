"""The harness that tries what a publish survives: it finds what must never be, and the folder survives all of it."""

import os
import time
from collections import Counter
from pathlib import Path

import pytest

from faults import distant, troubles
from faults.distant import DISTANT
from faults.made_up import PAGES, asset, page_url, write_site
from faults.places import distant_place, folder_place, small_folder_place
from faults.readers import Readers
from faults.report import table
from faults.trials import Outcome, in_a_row, killed, tried
from faults.troubles import TRIALS

DISKS = ("磁盘满", "磁盘只读")


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Less often than an operator would try it."""
    monkeypatch.setattr(troubles, "LEFT", (20_000, 180_000, 600_000))
    monkeypatch.setattr(troubles, "PAIRS", 3)
    monkeypatch.setattr(distant, "TIMES", 1)


def test_a_killed_publisher_leaves_readers_and_the_next_publish_whole() -> None:
    with folder_place() as place:
        outcome = killed(place, kills=2, seed=7)
    assert outcome.faults == []
    assert outcome.readers["pages"] > 100 and set(outcome.readers) == {"pages", "assets"}


def test_publishes_in_a_row_fail_no_request() -> None:
    with folder_place() as place:
        outcome = in_a_row(place, publishes=2, seconds=1, connections=4)
    assert outcome.faults == []
    assert "失败 0 个" in outcome.done


@pytest.mark.parametrize("name", [name for name in TRIALS if name not in DISKS])
def test_a_trouble_is_survived(name: str) -> None:
    with folder_place() as place:
        outcome = tried(place, name, TRIALS[name])
    assert outcome.faults == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a small file system")
@pytest.mark.parametrize("name", DISKS)
def test_a_disk_in_trouble_is_survived(name: str) -> None:
    with small_folder_place() as place:
        outcome = tried(place, name, TRIALS[name])
    assert outcome.faults == []


# the silent line is left to whoever runs the harness: half a minute passes before anybody notices
@pytest.mark.parametrize("name", [name for name in DISTANT if name != "网络无声"])
def test_a_trouble_on_the_way_to_a_server_is_survived(name: str) -> None:
    with distant_place() as place:
        outcome = tried(place, name, DISTANT[name])
    assert outcome.faults == []


def _older(page: Path) -> None:
    page.write_text(page.read_text("utf-8").replace("<!--7-->", "<!--6-->"), "utf-8")


@pytest.mark.parametrize(
    ("damage", "found"),
    [
        (lambda root: (root / asset("one", "css")).unlink(), "missing"),
        (lambda root: (root / asset("one", "js")).write_text("one half"), "truncated"),
        (lambda root: (root / asset("one", "svg")).write_text("two end"), "mixed"),
        (lambda root: (root / "index.html").write_text("<!--one-->"), "truncated"),
        (lambda root: (root / page_url(3) / "index.html").unlink(), "page 404"),
        (lambda root: _older(root / page_url(3) / "index.html"), "backwards"),
    ],
    ids=["missing", "cut asset", "another state's", "cut page", "no page", "an older state's"],
)
def test_a_reader_sees_what_must_never_be(damage: object, found: str) -> None:
    with folder_place() as place:
        root = write_site(place.root / "site", "one", number=7)
        (place.root / "current").symlink_to("site")
        damage(root)  # type: ignore[operator]
        with Readers(place.url) as readers:
            while not readers.counts[found] or readers.counts["pages"] < PAGES:
                time.sleep(0.05)
    assert set(readers.counts) == {"pages", "assets", found}
    assert readers.faults == readers.counts[found] > 0
    assert readers.examples


def test_the_table_names_what_was_not_survived() -> None:
    good = Outcome("甲", "folder", "做了", Counter(pages=2, assets=3))
    bad = Outcome("乙", "folder", "做了", Counter(pages=1, mixed=4), ["坏了"])
    text = table([good, bad])
    assert "| 甲 | folder | 做了 | 2 页、3 个文件 | 新旧混杂 0、又见旧版 0、缺文件 0、不完整 0 |" in text
    assert "新旧混杂 4" in text and text.endswith("没有挺过的：\n乙（folder）：坏了")
