"""``topic new``: drafts that pass their own check, and nothing ever overwritten."""

from pathlib import Path

import pytest
from tests.conftest import PROJECT, copy_project, run

from zhuanti.content.reading import MODELS, read_entry
from zhuanti.desk.scaffold import ScaffoldError, create, text_of

ANOTHER_CITY = PROJECT / "tests/sites/another_city"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "small", ANOTHER_CITY)


@pytest.mark.parametrize("kind", sorted(MODELS))
@pytest.mark.parametrize(
    "title", ["轴承小镇的早晨", '光岳时评: "小巨人" #1 再提速', "2023", "*重磅* [图解] 50% 'x' \\ 尾"]
)
def test_a_new_entry_of_any_kind_and_title_has_no_problem(project: Path, kind: str, title: str) -> None:
    path = create(project, kind, title)
    read = read_entry(project, path)
    assert read.problems == () and read.entry is not None
    assert read.entry.meta.title == title and read.entry.kind == kind


def test_new_entries_leave_the_whole_check_without_a_problem(project: Path) -> None:
    for kind in sorted(MODELS):
        create(project, kind, "轴承小镇的早晨")
    result = run(project, "zhuanti", "check")
    assert (result.returncode, result.stdout.strip()) == (0, "没有发现问题。")


@pytest.mark.parametrize("kind", sorted(MODELS))
def test_every_field_is_there_with_its_chinese_name(kind: str) -> None:
    text = text_of(kind, "标题")
    for name, field in MODELS[kind].model_fields.items():  # type: ignore[index]
        if name != "kind":
            assert f"{name}:" in text and str(field.title) in text


def test_a_file_that_is_there_is_never_overwritten(project: Path) -> None:
    path = create(project, "case", "一家厂")
    (project / path).write_text("已经写好的稿子", "utf-8")
    with pytest.raises(ScaffoldError, match="已经存在"):
        create(project, "case", "一家厂")
    assert (project / path).read_text("utf-8") == "已经写好的稿子"


def test_the_command_says_where_the_file_is_and_what_comes_next(project: Path) -> None:
    result = run(project, "zhuanti", "new", "article", "码头通车", "--column", "xianchang")
    assert result.returncode == 0
    assert "content/columns/xianchang/ma-tou-tong-che.md" in result.stdout and "check" in result.stdout


def test_an_unknown_column_is_a_sentence_not_a_traceback(project: Path) -> None:
    result = run(project, "zhuanti", "new", "article", "码头通车", "--column", "meiyou")
    assert result.returncode == 2 and "xianchang" in result.stderr and "Traceback" not in result.stderr
