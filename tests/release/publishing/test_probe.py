"""What readers get is asked of a real server, behind a real switch; what is wrong is taken back."""

import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.release.publishing.sites import FolderTarget, Newsroom, PublishError, built, release_of, site_of

from faults.network import free_port
from zhuanti.release.publishing import probe as probing
from zhuanti.release.publishing.history import look

CONFIG = """\
daemon off; pid {folder}/pid; error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    types {{ text/html html; text/css css; text/javascript js; application/xml xml; }}
    {temp}
    server {{ listen 127.0.0.1:{port}; root {root}; {more} error_page 404 /404.html; }}
}}
"""
TEMP = " ".join(f"{name}_temp_path {{folder}}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
SAFE = "add_header X-Content-Type-Options nosniff; add_header Cache-Control no-cache;"


class Web:
    """nginx on a folder; ``serve`` starts it anew with other settings."""

    def __init__(self, folder: Path, root: Path) -> None:
        self.folder, self.root, self.port = folder, root, free_port()
        self.url = f"http://127.0.0.1:{self.port}/"
        self.process: subprocess.Popen[bytes] | None = None

    def serve(self, more: str = SAFE) -> None:
        self.stop()
        self.folder.mkdir(exist_ok=True)
        temp = TEMP.format(folder=self.folder)
        config = CONFIG.format(folder=self.folder, temp=temp, port=self.port, root=self.root, more=more)
        (self.folder / "nginx.conf").write_text(config, "utf-8")
        self.process = subprocess.Popen(
            ["nginx", "-c", str(self.folder / "nginx.conf"), "-e", str(self.folder / "error.log")]
        )
        end = time.monotonic() + 20
        while not (self.folder / "pid").exists():
            assert time.monotonic() < end and self.process.poll() is None
            time.sleep(0.02)

    def stop(self) -> None:
        if self.process:
            self.process.terminate()
            self.process.wait()
            (self.folder / "pid").unlink(missing_ok=True)


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that a server's own user may read."""
    with tempfile.TemporaryDirectory(prefix="topic-published-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture
def web(place: Path) -> Iterator[Web]:
    server = Web(place / "nginx", place / "web/current")
    server.serve()
    yield server
    server.stop()


@pytest.fixture
def room(place: Path, tmp_path: Path, web: Web) -> Newsroom:
    return Newsroom(FolderTarget(str(place / "web")), tmp_path / "site", probe=web.url)


def test_a_good_release_stays(room: Newsroom) -> None:
    room.publish(site_of("一"))
    known = room.publish(site_of("二"))
    assert known.probed == probing.Probed(13)
    assert "探测：13 个网址都正常。" in room.said


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (f"{SAFE} location /columns/ {{ return 403; }}", r"columns/in-action/story-\d+/：服务器答复 403"),
        (f"{SAFE} location /columns/ {{ rewrite ^ /404.html break; }}", r"story-\d+/：内容和发布的不一样"),
        (
            f"{SAFE} location /columns/ {{ types {{}} default_type application/octet-stream; }}",
            r"类型是“application/octet-stream”",
        ),
    ],
    ids=["refused", "another page", "a download"],
)
def test_what_readers_would_not_get_is_taken_back(
    room: Newsroom, web: Web, settings: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(probing, "PATIENCE", 0.0)
    first = release_of(room.publish(site_of("一")))
    web.serve(settings)
    with pytest.raises(PublishError, match=said) as told:
        room.publish(site_of("二"))
    assert f"探测没有通过，已经退回 {first}" in str(told.value)
    receipts, live, _ = look(room.target)
    assert (live, receipts[-1].outcome) == (first, "reverted")
    web.serve()
    room.publish(site_of("二"))
    room.rollback()
    # the release that was taken back is no release that readers had
    assert room.target.live() == first


def test_a_server_that_is_down_is_named_with_its_address(
    room: Newsroom, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(probing, "PATIENCE", 0.0)
    web.stop()
    with pytest.raises(PublishError, match=rf"{web.url}：打不开（连接被拒绝）") as told:
        room.publish(site_of("一"))
    assert "这是第一次发布，没有上一版可退" in str(told.value)


def test_a_rollback_is_probed_but_never_taken_back(
    room: Newsroom, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(probing, "PATIENCE", 0.0)
    first = release_of(room.publish(site_of("一")))
    room.publish(site_of("二"))
    web.serve(f"{SAFE} location /columns/ {{ return 403; }}")
    with pytest.raises(ProbeFailed, match="退回的版本不再自动换掉") as told:
        room.rollback()
    assert room.target.live() == first
    assert "index.html" in told.value.changes.changed


def test_a_server_that_takes_a_moment_is_waited_for(room: Newsroom, web: Web) -> None:
    room.publish(site_of("一"))
    web.serve(f"{SAFE} open_file_cache max=1000; open_file_cache_valid 2s; open_file_cache_min_uses 1;")
    for _ in range(2):
        room.publish(site_of("二"))
        room.publish(site_of("三"))


def test_headers_that_are_missing_are_advice_not_a_fault(room: Newsroom, web: Web) -> None:
    web.serve("add_header X-Frame-Options SAMEORIGIN;")
    known = room.publish({**site_of("一"), "embed/v1/x/index.html": "<p>"})
    assert len(known.probed.advice) == 2
    assert known.receipt and known.receipt.outcome == "live"


def test_the_sample_is_the_same_every_time_and_from_all_over(tmp_path: Path) -> None:
    manifest = built(tmp_path / "site", {**site_of("一", pages=60), "embed/v1/x/index.html": "<p>"}).manifest
    paths = [file.path for file in probing.sample(manifest)]
    assert paths == [file.path for file in probing.sample(manifest)]
    assert paths[0] == "index.html"
    assert paths[-2:] == ["embed/v1/x/index.html", "embed/v1/embed.js"]
    assert len(paths) == len(set(paths)) == 15
