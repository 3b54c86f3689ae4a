"""A preview that draws only what changed shows the same as one drawn anew."""

from pathlib import Path

import pytest
from tests.conftest import PROJECT, copy_project

from zhuanti.content.reading import RememberingReader
from zhuanti.settings.moment import parse_moment
from zhuanti.settings.options import BuildOptions
from zhuanti.site.generate import Site, check, generate
from zhuanti.site.writing import begin, finish

OPTIONS = BuildOptions(at=parse_moment("2026-11-25 12:00"), base_url="", preview=True, drafts=True)
ENTRY = "content/columns/xianchang/diyipian.md"


def found_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def write(site: Site, folder: Path, before: Site | None = None) -> None:
    finish(site, begin(site, folder), folder.parent / "nothing", folder, before)


def edit_body(project: Path) -> None:
    with (project / ENTRY).open("a", encoding="utf-8") as file:
        file.write("\n又写了一段。\n")


def edit_title(project: Path) -> None:
    path = project / ENTRY
    path.write_text(path.read_text("utf-8").replace("村口的路", "村口的大路"), "utf-8")


def edit_name(project: Path) -> None:
    path = project / "content/site.yml"
    path.write_text(path.read_text("utf-8").replace("湖畔", "湖岸"), "utf-8")


def break_entry(project: Path) -> None:
    path = project / ENTRY
    path.write_text(path.read_text("utf-8").replace("title:", "titel:"), "utf-8")


def remove_entry(project: Path) -> None:
    (project / ENTRY).unlink()


def change_nothing(project: Path) -> None:
    pass


@pytest.mark.parametrize("edit", [change_nothing, edit_body, edit_title, edit_name, break_entry, remove_entry])
def test_drawing_what_changed_gives_what_drawing_all_gives(tmp_path: Path, edit: object) -> None:
    project = copy_project(tmp_path / "project", PROJECT / "tests/sites/another_city")
    read = RememberingReader()
    before = generate(check(project, OPTIONS, None, read), OPTIONS, project)
    write(before, tmp_path / "preview")
    assert callable(edit)
    edit(project)
    after = generate(check(project, OPTIONS, None, read), OPTIONS, project)
    write(after, tmp_path / "preview", before)
    write(generate(check(project, OPTIONS, None), OPTIONS, project), tmp_path / "anew")
    assert found_in(tmp_path / "preview") == found_in(tmp_path / "anew")
    assert (found_in(tmp_path / "preview") != found_in_before(before, tmp_path)) == (edit is not change_nothing)


def found_in_before(before: Site, tmp_path: Path) -> dict[str, bytes]:
    write(before, tmp_path / "before")
    return found_in(tmp_path / "before")


def test_a_preview_goes_on_while_the_settings_cannot_be_read(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", PROJECT / "tests/sites/another_city")
    before = check(project, OPTIONS, None)
    (project / "content/site.yml").write_text("", "utf-8")
    after = check(project, OPTIONS, None, last_settings=before.content.settings)
    assert {page.url for page in before.pages} <= {page.url for page in after.pages}
    assert [problem.place.path for problem in after.problems if problem.is_error] == ["content/site.yml"]
