"""What readers get is asked of a real server, behind a real switch."""

import socket
import threading
from pathlib import Path

import pytest
from tests.release.publishing.sites import FolderTarget, Newsroom, PublishError, built, release_of, site_of, style
from tests.release.publishing.web import SAFE, Web

from zhuanti.release.publishing import probe as probing
from zhuanti.release.publishing.answers import checked_address
from zhuanti.release.publishing.errors import ProbeFailed
from zhuanti.release.publishing.manifest import Changes


@pytest.fixture
def room(place: Path, tmp_path: Path, web: Web) -> Newsroom:
    return Newsroom(FolderTarget(str(place / "web")), tmp_path / "site", probe=web.url)


def test_a_good_release_stays(room: Newsroom) -> None:
    room.publish(site_of("一"))
    known = room.publish(site_of("二"))
    assert known.probed == probing.Probed(14)
    assert "探测：14 个网址都正常。" in room.said


def test_a_server_that_takes_a_moment_is_waited_for(room: Newsroom, web: Web) -> None:
    room.publish(site_of("一"))
    web.serve(f"{SAFE} open_file_cache max=1000; open_file_cache_valid 2s; open_file_cache_min_uses 1;")
    for _ in range(2):
        room.publish(site_of("二"))
        room.publish(site_of("三"))


def test_headers_that_are_missing_are_advice_not_a_fault(room: Newsroom, web: Web) -> None:
    web.serve("add_header X-Frame-Options SAMEORIGIN;")
    known = room.publish({**site_of("一"), "embed/v1/x/index.html": "<p>"})
    assert [each.partition("，")[0] for each in known.probed.advice] == [
        "网页没有缓存和安全方面的头",
        "图片和样式没有让浏览器长久保存",
        "嵌入页带有 X-Frame-Options",
    ]
    assert known.receipt and known.receipt.outcome == "live"


def test_the_sample_is_the_same_every_time_and_from_all_over(tmp_path: Path) -> None:
    manifest = built(tmp_path / "site", {**site_of("一", pages=60), "embed/v1/x/index.html": "<p>"}).manifest
    paths = [file.path for file in probing.sample(manifest)]
    assert paths == [file.path for file in probing.sample(manifest)]
    assert paths[0] == "index.html"
    assert paths[-3:] == ["embed/v1/x/index.html", "embed/v1/embed.js", style("一")]
    assert len(paths) == len(set(paths)) == 16


def test_what_changed_is_in_the_sample(tmp_path: Path) -> None:
    manifest = built(tmp_path / "site", site_of("一", pages=200)).manifest
    usual = {file.path for file in probing.sample(manifest)}
    other = sorted(path for path in manifest.pages if path not in usual)[0]
    assert other in {file.path for file in probing.sample(manifest, Changes(changed=(other,)))}


def test_a_missing_style_sheet_is_a_fault(room: Newsroom, web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probing, "PATIENCE", 0.0)
    room.publish(site_of("一"))
    web.serve(f"{SAFE} location /assets/ {{ return 404; }}")
    with pytest.raises(ProbeFailed, match=rf"{style('二')}：服务器答复 404"):
        room.publish(site_of("二"))


def test_a_cache_that_still_holds_the_old_release_is_told_from_a_wrong_page(
    room: Newsroom, web: Web, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(probing, "PATIENCE", 0.0)
    first = release_of(room.publish(site_of("一")))
    web.serve(f"{SAFE} location / {{ root {place}/web/releases/{first}; }}")
    with pytest.raises(ProbeFailed, match=r"还是上一版的内容.*请探测源站的网址"):
        room.publish(site_of("二"))


def test_made_up_addresses_that_answer_and_records_that_anybody_reads_are_advised_against(
    room: Newsroom, web: Web
) -> None:
    web.serve(f"{SAFE} location /no-such-page-0123456789/ {{ return 200; }} location /.zhuanti/ {{ return 200; }}")
    known = room.publish(site_of("一"))
    assert [each.partition("，")[0] for each in known.probed.advice] == [
        "不存在的网址得到的答复是 200",
        "发布记录（.zhuanti/）谁都能读",
    ]


@pytest.mark.parametrize("trickling", [False, True])
def test_a_server_that_says_nothing_or_never_ends_is_given_up_for_all_addresses_at_once(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch, trickling: bool
) -> None:
    monkeypatch.setattr(probing, "PATIENCE", 0.0)
    monkeypatch.setattr(probing, "LONGEST", 1.0)
    ended = threading.Event()

    def trickle(connection: socket.socket) -> None:
        with connection:
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
            while not ended.wait(0.1):
                connection.sendall(b"x")

    def serve(server: socket.socket) -> None:
        while not ended.is_set():
            threading.Thread(target=trickle, args=(server.accept()[0],), daemon=True).start()

    with socket.create_server(("127.0.0.1", 0), backlog=128) as server:
        if trickling:
            threading.Thread(target=serve, args=(server,), daemon=True).start()
        room.probe = f"http://127.0.0.1:{server.getsockname()[1]}/"
        with pytest.raises(ProbeFailed, match="打不开（超时）"):
            room.publish(site_of("一", pages=60))
        ended.set()


@pytest.mark.parametrize("url", ["www.example.cn/zt/", "ftp://a.cn/", "https://", "https://a.cn/?x=1", "http://[::1", "http://a.cn:port/", "https://" + "长" * 80 + ".cn/"])  # fmt: skip
def test_an_address_that_cannot_be_asked_is_said_before_anything_is_sent(room: Newsroom, url: str) -> None:
    room.probe = url
    with pytest.raises(PublishError, match="请写网站首页的完整网址"):
        room.publish(site_of("一"))
    assert room.target.releases() == ()


def test_chinese_addresses_are_encoded() -> None:
    assert checked_address("http://www.例子.cn/专题") == "http://www.xn--fsqu00a.cn/%E4%B8%93%E9%A2%98/"
    assert checked_address("https://[::1]:8080/a%20b/") == "https://[::1]:8080/a%20b/"
