"""Foreign addresses asked at a real server: what answers, what does not, and what is never visited."""

import contextlib
import threading
import time
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import pytest
from tests.site.cases import checked, lay_out

from zhuanti.cli.editing import _foreign_links
from zhuanti.content.link_record import PATH, REACHED, LinkRecord, as_text, read_links
from zhuanti.desk.links.addresses import foreign_addresses
from zhuanti.desk.links.asking import INNER, NO_NAME, Manners, ask, is_public
from zhuanti.desk.links.checking import Limits, answers, chosen, recorded
from zhuanti.desk.links.run import check_links
from zhuanti.settings.moment import now, parse_moment

QUICK = Manners(patience=1.0)
TODAY = parse_moment("2026-11-25 10:00")


class _Site(BaseHTTPRequestHandler):
    asked: list[str]

    def do_HEAD(self) -> None:
        self._answer("HEAD")

    def do_GET(self) -> None:
        self._answer("GET")

    def _answer(self, method: str) -> None:
        self.asked.append(f"{method} {self.path}")
        name = self.path.strip("/").partition("?")[0]
        if name == "slow":
            time.sleep(8)
        if name == "trickle":
            with contextlib.suppress(OSError):
                for _ in range(100):
                    self.wfile.write(b"HTTP/1.0 200 OK\r\n"[:1])
                    self.wfile.flush()
                    time.sleep(0.1)
            return
        if name == "broken":
            return
        if name.startswith("to-"):
            self.send_response(302)
            goals = {
                "to-ok": "/ok",
                "to-itself": "/to-itself",
                "to-private": "http://10.1.2.3/",
                "to-mail": "mailto:a@b",
            }
            self.send_header("Location", goals[name])
        elif name == "no-head":
            self.send_response(200 if method == "GET" else 405)
        else:
            self.send_response(int(name) if name.isdigit() else 200)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[tuple[str, list[str]]]:
    """The address of a server of our own, and what it was asked."""
    asked: list[str] = []
    with ThreadingHTTPServer(("127.0.0.1", 0), type("Site", (_Site,), {"asked": asked})) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()


def here(address: str) -> bool:
    return address == "127.0.0.1"


@pytest.mark.parametrize(
    ("path", "answer", "asked"),
    [
        ("/ok", REACHED, ["HEAD /ok"]),
        ("/原文?页=1", REACHED, ["HEAD /%E5%8E%9F%E6%96%87?%E9%A1%B5=1"]),
        ("/to-ok", REACHED, ["HEAD /to-ok", "HEAD /ok"]),
        ("/no-head", REACHED, ["HEAD /no-head", "GET /no-head"]),
        ("/404", "404 找不到网页", ["HEAD /404", "GET /404"]),
        ("/418", "418 打不开", ["HEAD /418", "GET /418"]),
        ("/503", "503 网站出错", ["HEAD /503", "GET /503"]),
        ("/to-itself", "一直在跳转", ["HEAD /to-itself"] * 6),
        ("/to-private", "指向内部网络，没有访问", ["HEAD /to-private"]),
        ("/to-mail", "跳转到了不是网页的地方", ["HEAD /to-mail"]),
        ("/broken", "连不上这个网站", ["HEAD /broken"]),
        ("/slow", "等了 1 秒没有回应", ["HEAD /slow"]),
        ("/trickle", "等了 1 秒没有回应", ["HEAD /trickle"]),
    ],
)
def test_what_an_address_answers(site: tuple[str, list[str]], path: str, answer: str, asked: list[str]) -> None:
    started = time.monotonic()
    assert (ask(site[0] + path, QUICK, here), site[1]) == (answer, asked)
    assert time.monotonic() - started < 6


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]", "169.254.169.254"]
)
def test_what_is_inside_is_never_visited(site: tuple[str, list[str]], host: str) -> None:
    port = site[0].rpartition(":")[2]
    assert ask(f"http://{host}:{port}/ok", QUICK) == "指向内部网络，没有访问"
    assert site[1] == []


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True), ("2400:3200::1", True), ("10.0.0.1", False), ("172.16.0.1", False), ("192.168.1.1", False),
        ("100.64.0.1", False), ("224.0.0.1", False), ("fe80::1%eth0", False), ("fd00::1", False),
        ("::ffff:10.0.0.1", False), ("2002:0a00:0001::1", False), ("64:ff9b::a00:1", False),
    ],
)  # fmt: skip
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_a_name_nobody_has_and_a_door_that_is_shut() -> None:
    assert ask("http://no-such-host.invalid/", QUICK) == NO_NAME
    assert ask("http://127.0.0.1:1/", QUICK, here) == "连不上这个网站"


def test_a_run_asks_each_host_slowly_and_stops_in_time() -> None:
    seen: list[tuple[float, str]] = []

    def note(url: str) -> str:
        seen.append((time.monotonic(), url))
        return REACHED

    limits = Limits(pause=0.2, hosts=2, seconds=0.5)
    urls = [f"http://{host}.example/{number}" for host in "ab" for number in range(9)]
    found = answers(urls, note, limits)
    times = [at for at, url in seen if url.startswith("http://a.")]
    assert all(later - earlier >= 0.19 for earlier, later in pairwise(times))
    assert 1 <= len(times) <= 4 and len(found) == len(seen)


def record(url: str, tried: str, answer: str = REACHED, reached: str | None = None) -> LinkRecord:
    given = {"url": url, "tried": tried, "answer": answer, "reached": reached}
    return LinkRecord.model_validate({name: value for name, value in given.items() if value})


def test_who_was_asked_longest_ago_comes_first_and_limits_hold() -> None:
    urls = [f"http://a.example/{name}" for name in "abc"] + ["http://b.example/x"]
    records = {
        url: record(url, day) for url, day in zip(urls, ("2026-03-01", "2026-01-01", "2026-02-01"), strict=False)
    }
    assert chosen(urls, records, Limits()) == (urls[3], urls[1], urls[2], urls[0])
    assert chosen(urls, records, Limits(of_a_host=1)) == (urls[3], urls[1])
    assert chosen(urls, records, Limits(total=2)) == (urls[3], urls[1])


def test_the_last_day_on_which_it_could_be_opened_is_kept() -> None:
    old = {
        "http://a/": record("http://a/", "2026-10-01", reached="2026-10-01"),
        "http://c/": record("http://c/", "2026-10-01"),
    }
    new = recorded(old, {"http://a/": "404 找不到网页", "http://b/": REACHED}, ["http://a/", "http://b/"], TODAY)
    assert [(r.url, r.tried.day.isoformat(), r.answer, r.reached and r.reached.day.isoformat()) for r in new] == [
        ("http://a/", "2026-11-25", "404 找不到网页", "2026-10-01"),
        ("http://b/", "2026-11-25", REACHED, "2026-11-25"),
    ]


def test_the_record_is_read_as_it_was_written(tmp_path: Path) -> None:
    records = [
        record('http://a.example/?q="甲"#b', "2026-11-25", "404 找不到网页", "2026-10-01"),
        record("http://b.example/", "2026-11-25"),
    ]
    (tmp_path / "content").mkdir()
    (tmp_path / PATH).write_text(as_text(records), "utf-8")
    found, problems = read_links(tmp_path)
    assert (list(found.values()), problems) == (records, ())


ENTRY = """\
---
title: 甲办法
official_url: {site}/ok
source: {{name: 甲局, url: {site}/404}}
data_sources: [{{says: 一, publisher: 乙, url: {site}/ok}}]
---
见[旧网页]({site}/404)和[站内](#a)。

## 甲 {{#a}}

第二段。
"""


def test_a_whole_run(tmp_path: Path, site: tuple[str, list[str]]) -> None:
    sample = ENTRY.format(site=site[0] + "/sample").replace("title: 甲办法", "title: 乙办法\nsample: true")
    project = lay_out(
        tmp_path,
        {
            "content/policies/documents/a.md": ENTRY.format(site=site[0]),
            "content/policies/documents/samples/b.md": sample,
        },
    )
    content = checked(project)
    assert set(foreign_addresses(content.content, content.prose)) == {site[0] + "/ok", site[0] + "/404"}
    limits = Limits(pause=0)
    report = check_links(project, content, TODAY, limits=limits, asking=lambda url: ask(url, QUICK, here))
    assert (report.reached, report.dead, report.waiting) == (1, 1, 0)
    assert [(p.place.line, p.code, p.severity) for p in report.problems] == [
        (4, "L15", "warning"),
        (7, "L15", "warning"),
    ]
    assert "1 个可以打开，1 个打不开" in report.sentence
    links = checked(project).content.library.links
    assert {url.rpartition("/")[2]: each.answer for url, each in links.items()} == {
        "ok": REACHED,
        "404": "404 找不到网页",
    }


def test_without_a_network_nothing_is_written(tmp_path: Path, site: tuple[str, list[str]]) -> None:
    project = lay_out(tmp_path, {"content/policies/documents/a.md": ENTRY.format(site=site[0])})
    inner = site[0] + "/404"  # what would never be asked proves no way out
    report = check_links(
        project, checked(project), TODAY, limits=Limits(pause=0), asking=lambda url: INNER if url == inner else NO_NAME
    )
    assert report.offline and not (project / PATH).exists() and "没有连上网络" in report.sentence


def test_the_day_of_a_check_is_the_real_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A build may be of any moment, an answer is of today."""
    days: list[date] = []
    monkeypatch.setenv("TOPIC_AT", "2020-01-01")
    monkeypatch.setattr("zhuanti.desk.links.run.check_links", lambda project, checked, at, wanted: days.append(at.day))
    _foreign_links(tmp_path, None, ())
    assert days == [now().day]


def test_a_check_of_some_files_asks_for_theirs_alone(tmp_path: Path, site: tuple[str, list[str]]) -> None:
    project = lay_out(tmp_path, {"content/policies/documents/a.md": ENTRY.format(site=site[0])})
    report = check_links(project, checked(project), TODAY, lambda path: path.endswith("b.md"), Limits(pause=0))
    assert (report.reached, report.dead, site[1]) == (0, 0, [])
