"""The command line as editors and CI meet it: exit codes, formats, sentences."""

import json
from pathlib import Path

import pytest

from tests.conftest import PROJECT, copy_project, run

ENTRY = "content/columns/xianchang/diyipian.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "small", PROJECT / "tests/sites/another_city")


def spoil(project: Path, old: str, new: str) -> None:
    path = project / ENTRY
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def test_check_is_quiet_about_good_content(project: Path) -> None:
    result = run(project, "zhuanti", "check")
    assert (result.returncode, result.stdout.strip()) == (0, "没有发现问题。")


def test_check_names_file_line_and_column(project: Path) -> None:
    spoil(project, "date: 2023-05-01 09:30", "date: 2023-02-30")
    result = run(project, "zhuanti", "check")
    assert result.returncode == 1
    assert f"{ENTRY}:4:7: 错误 V07" in result.stdout


def test_check_as_json_holds_every_part(project: Path) -> None:
    spoil(project, "form:", "fomr:")  # one field unknown, one missing
    result = run(project, "zhuanti", "check", "--format", "json")
    rows = json.loads(result.stdout)
    assert {row["code"] for row in rows} == {"V01", "V02"}
    assert set(rows[0]) == {"path", "line", "column", "severity", "code", "message", "hint"}


def test_check_as_github_annotations_escapes_lines(project: Path) -> None:
    spoil(project, "form:", "fomr:")
    lines = run(project, "zhuanti", "check", "--format", "github").stdout.strip().split("\n")
    assert all(line.startswith(f"::error file={ENTRY},line=") for line in lines) and len(lines) == 2


def test_check_looks_only_at_the_named_paths(project: Path) -> None:
    spoil(project, "form:", "fomr:")
    assert run(project, "zhuanti", "check", "content/taxonomy").returncode == 0
    assert run(project, "zhuanti", "check", ENTRY).returncode == 1


def test_check_of_a_path_that_is_not_there_is_wrong_usage(project: Path) -> None:
    result = run(project, "zhuanti", "check", "content/没有.md")
    assert result.returncode == 2 and "找不到" in result.stderr


def test_fix_mends_and_says_how_much(project: Path) -> None:
    spoil(project, 'title: "村口的路修通了"', "title：现场: 村口的路修通了")
    assert run(project, "zhuanti", "check").returncode == 1
    result = run(project, "zhuanti", "check", "--fix")
    assert result.returncode == 0, result.stdout
    assert f"{ENTRY}: 已改正" in result.stdout
    assert "现场: 村口的路修通了" in (project / ENTRY).read_text("utf-8")


def test_held_entries_are_listed_with_their_moment(project: Path) -> None:
    result = run(project, "zhuanti", "check", "--at", "2023-04-30")
    assert result.returncode == 0 and "2023年5月1日 09:30" in result.stdout


def test_a_day_no_calendar_has_is_said_not_to_exist(project: Path) -> None:
    result = run(project, "zhuanti", "build", "--at", "2023-02-30", at="")
    assert result.returncode == 2 and "2023-02-30" in result.stderr and "不存在" in result.stderr


def test_a_title_without_a_word_gives_no_entry(project: Path) -> None:
    before = sorted(project.rglob("*.md"))
    result = run(project, "zhuanti", "new", "article", "！！！")
    assert result.returncode == 2 and "没有字" in result.stderr
    assert sorted(project.rglob("*.md")) == before


def test_check_of_either_file_tells_of_an_address_both_want(project: Path) -> None:
    entry = project / ENTRY
    twin = entry.parent / "samples" / entry.name
    twin.parent.mkdir()
    twin.write_text(entry.read_text("utf-8").replace("status:", "sample: true\nstatus:", 1), "utf-8")
    for path in (entry, twin):
        name = path.relative_to(project).as_posix()
        result = run(project, "zhuanti", "check", name)
        assert result.returncode == 1 and f"{name}: 错误 U01" in result.stdout


def test_a_moment_that_is_none_is_wrong_usage(project: Path) -> None:
    result = run(project, "zhuanti", "build", "--at", "昨天", at="")
    assert result.returncode == 2 and "昨天" in result.stderr and "Traceback" not in result.stderr


def test_base_url_reaches_canonical_addresses_and_the_page_not_found(project: Path) -> None:
    assert run(project, "zhuanti", "build", "--base-url", "https://news.example.com/zt/x/").returncode == 0
    page = (project / "site" / "columns/xianchang/index.html").read_text("utf-8")
    assert 'href="https://news.example.com/zt/x/columns/xianchang/"' in page
    assert "/zt/x/" in (project / "site/404.html").read_text("utf-8")


def test_outside_a_project_a_sentence_says_so(tmp_path: Path, project: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run(tmp_path / "empty", "zhuanti", "check", PYTHONPATH=str(project / "hooks"))
    assert result.returncode == 2 and "mkdocs.yml" in result.stderr


def test_schemas_are_json_with_chinese_titles(project: Path) -> None:
    for kind in ("article", "policy-explainer", "site"):
        schema = json.loads(run(project, "zhuanti", "schema", kind).stdout)
        assert schema["properties"] and any("一" <= sign <= "鿿" for sign in json.dumps(schema, ensure_ascii=False))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("build", "--bogus"), "没有“--bogus”这个选项。"),
        (("biuld",), "没有“biuld”这条命令。"),
        (("new", "artcle", "标题"), "“artcle”不在可选的值里"),
        (("server-config", "nginx", "--behind-proxy", "99999"), "99999 不在范围 1<=x<=65535 里"),
        (("server-config", "nginx", "--behind-proxy", "八"), "“八”不是数字"),
        (("new", "article"), "缺少参数"),
        (("build", "--at"), "选项“--at”后面要写一个值。"),
        (("build", "多余"), "多写了参数：多余"),
    ],
)
def test_wrong_usage_is_said_in_chinese(project: Path, arguments: tuple[str, ...], said: str) -> None:
    result = run(project, "zhuanti", *arguments)
    assert result.returncode == 2
    assert said in result.stderr
    assert not [word for word in ("Usage", "Error", "Try", "Missing", "No such", "Traceback") if word in result.stderr]


def test_check_of_a_path_with_a_way_back_finds_the_same(project: Path) -> None:
    spoil(project, "date: 2023-05-01 09:30", "date: 2023-02-30")
    result = run(project, "zhuanti", "check", "content/columns/../columns/xianchang/diyipian.md")
    assert result.returncode == 1


@pytest.mark.parametrize("path", ["docs/about.md", "mkdocs.yml"])
def test_check_says_what_it_does_not_check(project: Path, path: str) -> None:
    result = run(project, "zhuanti", "check", path)
    assert result.returncode == 2 and "只检查 content 文件夹" in result.stderr


@pytest.mark.parametrize("address", ["nonsense", ":8000", "127.0.0.1:99999", "127.0.0.1:", "127.0.0.1:八千"])
def test_serve_says_how_an_address_is_written(project: Path, address: str) -> None:
    result = run(project, "zhuanti", "serve", "--address", address)
    assert result.returncode == 2 and "127.0.0.1:8000" in result.stderr and "预览地址" not in result.stdout


def test_new_case_has_no_column(project: Path) -> None:
    result = run(project, "zhuanti", "new", "case", "一家厂", "--column", "xianchang")
    assert result.returncode == 2 and "--column" in result.stderr


def test_the_servers_configuration_stands_where_the_address_says(project: Path) -> None:
    result = run(project, "zhuanti", "server-config", "nginx")
    assert result.returncode == 0 and not result.stderr
    assert "server_name hupan.example.org;" in result.stdout and '"/var/www/hupan-example-org"' in result.stdout
    assert '"/srv/hupan"' in run(project, "zhuanti", "server-config", "caddy", "--root", "/srv/hupan/").stdout


def test_a_servers_configuration_is_not_written_from_faulty_settings(project: Path) -> None:
    path = project / "content/site.yml"
    path.write_text(path.read_text("utf-8") + 'embed_hosts: ["https://www.example.com/a"]\n', "utf-8")
    result = run(project, "zhuanti", "server-config", "nginx")
    assert (result.returncode, result.stdout) == (1, "")
    assert "content/site.yml" in result.stderr and "V11" in result.stderr and "不带路径" in result.stderr


@pytest.mark.parametrize("arguments", [("lighttpd",), ("nginx", "--root", "site"), ()])
def test_a_servers_configuration_asked_for_wrongly_says_so_in_chinese(
    project: Path, arguments: tuple[str, ...]
) -> None:
    result = run(project, "zhuanti", "server-config", *arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert any("一" <= sign <= "鿿" for sign in result.stderr) and "Traceback" not in result.stderr
