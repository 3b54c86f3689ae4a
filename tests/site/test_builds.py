"""What a build promises whatever happens: same bytes, whole folders, nothing lost."""

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from tests.conftest import AT, PROJECT, copy_project, run
from tests.processes import is_alive

ANOTHER_CITY = PROJECT / "tests/sites/another_city"


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Another city's small site."""
    return copy_project(tmp_path / "small", ANOTHER_CITY)


def test_the_same_content_at_the_same_moment_gives_the_same_bytes(built_site: Path, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "elsewhere" / "另一个文件夹")
    environment = {"PYTHONHASHSEED": "4242", "TZ": "America/New_York", "LC_ALL": "C", "PYTHONUTF8": "0"}
    result = run(project, "zhuanti", "build", **environment)
    assert result.returncode == 0, result.stderr
    assert snapshot(project / "site") == snapshot(built_site)


def test_mkdocs_alone_gives_the_same_site(built_site: Path, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "mkdocs")
    result = run(project, "mkdocs", "build", "--strict", "-q")
    assert result.returncode == 0, result.stdout + result.stderr
    assert snapshot(project / "site") == snapshot(built_site)


def test_another_citys_site_holds_no_word_of_this_campaign(small: Path) -> None:
    result = run(small, "zhuanti", "build")
    assert result.returncode == 0, result.stdout + result.stderr
    assert (small / "site/columns/xianchang/diyipian/index.html").is_file()
    for name, data in snapshot(small / "site").items():
        if name.endswith((".html", ".xml", ".txt")) and not name.startswith("assets/"):
            text = data.decode()
            for word in ("聊城", "制造业强市", "光岳", "zhizaoye", "链长"):
                assert word not in text, (name, word)


def test_a_build_with_errors_leaves_the_old_site_untouched(small: Path) -> None:
    assert run(small, "zhuanti", "build").returncode == 0
    before = snapshot(small / "site")
    (small / "content/columns/xianchang/diyipian.md").write_text("---\ntitel: 错\n---\n", "utf-8")
    result = run(small, "zhuanti", "build")
    assert result.returncode == 1
    assert "titel" in result.stdout and "title" in result.stdout and "Traceback" not in result.stderr
    assert snapshot(small / "site") == before
    assert [path.name for path in small.glob(".site*")] == []


def test_a_failure_inside_mkdocs_leaves_the_old_site_untouched(small: Path) -> None:
    assert run(small, "zhuanti", "build").returncode == 0
    before = snapshot(small / "site")
    with (small / "docs/about.md").open("a", encoding="utf-8") as file:
        file.write("\n[断了的链接](nowhere.md)\n")
    result = run(small, "zhuanti", "build", "--strict")
    assert result.returncode == 1 and "Traceback" not in result.stderr
    assert snapshot(small / "site") == before
    assert [path.name for path in small.glob(".site*")] == []


def test_a_build_killed_at_any_moment_leaves_a_whole_site(small: Path) -> None:
    """Twenty builds are killed at random moments; the folder is always the old site or the new one, whole."""
    assert run(small, "zhuanti", "build").returncode == 0
    entry = small / "content/columns/xianchang/diyipian.md"
    texts = [entry.read_text("utf-8"), entry.read_text("utf-8") + "\n后来补写的一段。\n"]
    whole, durations = [], []
    for text in texts:
        entry.write_text(text, "utf-8")
        started = time.monotonic()
        assert run(small, "zhuanti", "build").returncode == 0
        durations.append(time.monotonic() - started)
        whole.append(snapshot(small / "site"))
    chance = random.Random(20)
    killed = 0
    for number in range(20):
        entry.write_text(texts[number % 2], "utf-8")
        process = subprocess.Popen(
            [sys.executable, "-m", "zhuanti", "build"],
            cwd=small,
            env=os.environ | {"PYTHONPATH": str(small / "hooks"), "TOPIC_AT": AT},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(chance.uniform(0.2, 1.0) * min(durations))
        killed += process.poll() is None
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        assert snapshot(small / "site") in whole
    assert killed > 0
    assert run(small, "zhuanti", "build").returncode == 0
    assert snapshot(small / "site") == whole[1]
    assert [path.name for path in small.glob(".site*")] == []


@pytest.mark.parametrize("while_drawing", [False, True])
def test_no_process_of_a_killed_build_stays_behind(small: Path, while_drawing: bool) -> None:
    """Killed while others render bodies, or, when those have ended, while others write and make the search index."""
    entry = small / "content/columns/xianchang/diyipian.md"
    text = entry.read_text("utf-8").replace("aliases", "tags")
    for number in range(150):
        entry.with_name(f"piece-{number}.md").write_text(f"{text}\n第 {number} 篇。\n", "utf-8")
    command = [sys.executable, "-m", "zhuanti", "build"]
    environment = os.environ | {"PYTHONPATH": str(small / "hooks"), "TOPIC_AT": AT}
    with psutil.Popen(
        command,
        cwd=small,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as build:
        there = children_once(build, some=True)
        if while_drawing:
            children_once(build, some=False)
            there = children_once(build, some=True)
        build.kill()
    assert there
    end = time.monotonic() + 20
    while is_alive(build.pid):
        assert time.monotonic() < end
        time.sleep(0.05)


def children_once(build: psutil.Popen, some: bool) -> list[psutil.Process]:
    """The processes that a build has begun, once it has some, or none."""
    while build.poll() is None:
        there = build.children()
        if bool(there) is some:
            return there
    pytest.fail("the build came to its end")


def test_a_build_that_begins_from_a_replaced_site_gives_the_same_bytes(small: Path) -> None:
    """The first build starts from nothing, the third from the site that the second replaced."""
    entry = small / "content/columns/xianchang/diyipian.md"
    text = entry.read_text("utf-8")
    first = None
    for number in range(4):
        entry.write_text(text + "\n又一段。\n" * (number % 2), "utf-8")
        other = small / "content/columns/xianchang/another.md"
        if number % 2:
            other.write_text(text.replace("aliases", "tags"), "utf-8")
        else:
            other.unlink(missing_ok=True)
        assert run(small, "zhuanti", "build").returncode == 0
        assert (small / "site/columns/xianchang/another/index.html").exists() == bool(number % 2)
        if number % 2 == 0:
            first = first or snapshot(small / "site")
            assert snapshot(small / "site") == first
    assert (small / ".cache/replaced-site").is_dir()


def test_entries_wait_for_their_moment(small: Path) -> None:
    page = small / "site/columns/xianchang/diyipian/index.html"
    assert run(small, "zhuanti", "build", at="2022-01-01").returncode == 0
    assert not page.exists()
    assert run(small, "zhuanti", "build", at="2024-01-01").returncode == 0
    assert page.is_file()


def test_without_samples_none_is_left(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "plain")
    result = run(project, "zhuanti", "build", "--no-samples")
    assert result.returncode == 0, result.stdout + result.stderr
    pages = [path for path in (project / "site").rglob("index.html") if "handbook" not in path.parts]
    marked = [path for path in pages if "示例企业" in path.read_text("utf-8") or "示例县" in path.read_text("utf-8")]
    assert marked == []
