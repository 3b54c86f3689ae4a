"""The generated configurations in the real programs: every header of every class, and what a reader must never get."""

import gzip
from pathlib import Path
from typing import Any

import brotli
import pytest
import yaml
from tests.conftest import PROJECT
from tests.release.server_config.conftest import PACKED
from tests.release.server_config.servers import Server

CASES = yaml.safe_load((PROJECT / "tests/cases/server_config/answers.yml").read_text("utf-8"))
# what stands for a file that is not there, by the kind of its answer
MISSING = {
    "failed": "404.html",
    "no-embed": "embed/v1/gone/index.html",
    "no-fragment": "embed/v1/gone/fragment.html",
}
# Apache leaves these out where it says "not changed"; browsers then keep what they have (RFC 9111, section 4.3.4)
KEPT_BY_APACHE = ("cache-control",)


def expected(case: dict[str, Any]) -> dict[str, str | None]:
    return CASES["kinds"][case["kind"]] | ({"content-type": case["type"]} if "type" in case else {})


def found_in(project: Path, path: str) -> str:
    """A path whose star is the build's fingerprint."""
    name, mark, query = path.partition("?")
    if "*" in name:
        name = next(iter(sorted((project / "site").glob(name)))).relative_to(project / "site").as_posix()
    return name + mark + query


@pytest.mark.parametrize("case", CASES["answers"], ids=lambda case: case["path"] or "/")
def test_every_class_has_its_headers(server: Server, project: Path, case: dict[str, Any]) -> None:
    path = found_in(project, case["path"])
    answer = server.ask(path)
    assert answer.status == case.get("status", 200)
    wanted = expected(case)
    assert {name: answer.headers.get(name) for name in wanted} == wanted
    assert b"SECRET" not in answer.body
    if case["kind"] in MISSING:
        assert answer.body == (project / "site" / MISSING[case["kind"]]).read_bytes()
    head = server.ask(path, "HEAD")
    assert (head.status, head.body) == (answer.status, b"")
    assert {name: head.headers.get(name) for name in wanted} == wanted


@pytest.mark.parametrize("coding", ["identity", "gzip"])
@pytest.mark.parametrize(
    "path",
    ["columns/xianchang/", "embed/v1/columns/xianchang/", "assets/site-*.css", "feeds/site.rss.xml", "packed/",
     "assets/packed-01234567.css", "media/hupan-01234567-360.avif"],
)  # fmt: skip
def test_what_has_not_changed_is_not_sent_again(server: Server, project: Path, path: str, coding: str) -> None:
    path = found_in(project, path)
    first = server.ask(path, Accept_Encoding=coding)
    again = server.ask(path, Accept_Encoding=coding, If_None_Match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    assert again.headers["etag"].removeprefix("W/") == first.headers["etag"].removeprefix("W/")
    names = [
        name for name in first.headers
        if name in KEPT_BY_APACHE or (server.program != "apache" and name in CASES["kinds"]["page"] and name != "content-type")
    ]  # fmt: skip
    assert {name: again.headers.get(name) for name in names} == {name: first.headers[name] for name in names}


def test_a_part_of_a_file_has_the_headers_of_the_whole(server: Server) -> None:
    part = server.ask("media/hupan-2023-wide-01234567.png", Range="bytes=3-5")
    assert (part.status, part.body, part.headers["content-range"]) == (206, b"png", "bytes 3-5/300")
    wanted = CASES["kinds"]["hashed"]
    assert {name: part.headers.get(name) for name in wanted} == wanted


def test_a_part_that_no_file_has_is_never_kept(server: Server) -> None:
    none = server.ask("media/hupan-2023-wide-01234567.png", Range="bytes=900-")
    assert none.status == 416
    if server.program != "caddy":  # it writes this answer past its own settings; since Go 1.23 without Cache-Control
        assert "no-store" in none.headers["cache-control"]


@pytest.mark.parametrize("path", ["columns/xianchang", "embed/v1/columns/xianchang"])
def test_a_folder_without_its_slash_leads_to_the_one_with_it(server: Server, path: str) -> None:
    answer = server.ask(path)
    assert answer.status in (301, 308)
    assert answer.headers["location"].removeprefix(f"http://127.0.0.1:{server.port}") == f"{server.root}{path}/"


def test_only_the_site_lies_below_its_path(server: Server) -> None:
    if server.root == "/":
        pytest.skip("the site is all that this host has")
    for path, status, location in (("/", 302, server.root), (server.root[:-1], 301, server.root)):
        answer = server.ask(path)
        assert answer.status == status
        assert answer.headers["location"].removeprefix(f"http://127.0.0.1:{server.port}") == location
    for path in ("/index.html", "/zt/", "/zt/hupanx/", "/zt/hupan../project/content/site.yml", "/zt/hupan.env"):
        assert server.ask(path).status == 404


@pytest.mark.parametrize(
    "path",
    ["../content/site.yml", "%2e%2e/content/site.yml", "..%2fcontent/site.yml", "assets/../../content/site.yml",
     "assets/..%2f..%2fcontent/site.yml", "assets/%2e%2e%5c%2e%2e/content/site.yml", "//../content/site.yml",
     "../../../../../../etc/passwd", "%252e%252e/content/site.yml", "assets/..;/..;/content/site.yml"],
)  # fmt: skip
def test_nothing_outside_the_site_can_be_reached(server: Server, path: str) -> None:
    answer = server.ask(server.root + path)
    assert 400 <= answer.status < 500
    assert b"base_url" not in answer.body and b"root:" not in answer.body
    assert answer.headers.get("cache-control", "no-store") == "no-store"


@pytest.mark.parametrize("name", PACKED)
def test_a_compressed_sibling_is_sent_with_the_type_of_what_it_holds(server: Server, name: str) -> None:
    path = name.removesuffix("index.html")
    plain = server.ask(path)
    assert "content-encoding" not in plain.headers
    packed = server.ask(path, Accept_Encoding="gzip")
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body).decode() == f"gz of {name}"
    assert "accept-encoding" in packed.headers["vary"].lower()
    for header in ("content-type", "cache-control", "content-security-policy", "access-control-allow-origin"):
        assert packed.headers.get(header) == plain.headers.get(header)
    if server.program != "nginx":  # its Debian package reads no .br without another one
        best = server.ask(path, Accept_Encoding="gzip, deflate, br, zstd")
        assert best.headers["content-encoding"] == "br"
        assert brotli.decompress(best.body).decode() == f"br of {name}"
        assert best.headers["content-type"] == plain.headers["content-type"]


@pytest.mark.parametrize(
    "path", ["", "embed/v1/columns/xianchang/", "assets/site-*.css", "feeds/site.rss.xml", "sitemap.xml"]
)
def test_a_text_without_a_sibling_is_compressed_as_it_is_sent(server: Server, project: Path, path: str) -> None:
    path = found_in(project, path)
    plain, packed = server.ask(path), server.ask(path, Accept_Encoding="gzip")
    assert packed.headers["content-encoding"] == "gzip" and gzip.decompress(packed.body) == plain.body
    assert "accept-encoding" in packed.headers["vary"].lower()


def test_what_is_compressed_already_is_left_alone(server: Server) -> None:
    assert "content-encoding" not in server.ask("media/hupan-2023-wide-01234567.png", Accept_Encoding="gzip").headers


def test_logs_hold_what_was_asked_but_not_who_asked(server: Server) -> None:
    for path in ("about/?q=geheim", "nothing/?q=geheim", ".env"):
        server.ask(path, User_Agent="geheim", Referer="http://127.0.0.1/?q=geheim", Cookie="geheim")
    text = "".join(file.read_text("utf-8", "replace") for file in server.logs.iterdir())
    assert f"{server.root}about/" in text and f"{server.root}nothing/" in text
    assert "127.0.0.9" not in text and "geheim" not in text
