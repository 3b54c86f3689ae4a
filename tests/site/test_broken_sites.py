"""Sites that are broken by bytes, links or permissions; built here, because git cannot hold them all."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.site.cases import checked, lay_out

FOLDER = "content/columns/in-action"
TEXT = "---\ntitle: 甲\nform: 消息\n---\n轴承产业的正文第一段。\n"


def link_out(project: Path) -> None:
    (project / "secret.md").write_text(TEXT, "utf-8")
    (project / FOLDER / "a.md").symlink_to(project / "secret.md")


def folder_link_out(project: Path) -> None:
    (project / "outside").mkdir()
    (project / FOLDER / "photos").symlink_to(project / "outside")


def picture_link_out(project: Path) -> None:
    (project / "logo.png").write_bytes(b"")
    (project / FOLDER / "a.png").symlink_to("../../../logo.png")
    (project / FOLDER / "a.md").write_text(TEXT + "\n![标志](a.png)\n", "utf-8")


def dangling_link(project: Path) -> None:
    (project / FOLDER / "a.md").symlink_to("gone.md")


def link_to_itself(project: Path) -> None:
    (project / FOLDER / "a.md").symlink_to("a.md")


def loop_of_folders(project: Path) -> None:
    (project / FOLDER / "again").symlink_to(project / "content")
    (project / FOLDER / "a.md").write_text(TEXT, "utf-8")


def gbk(project: Path) -> None:
    (project / FOLDER / "a.md").write_text(TEXT, "gbk")


def gbk_settings(project: Path) -> None:
    (project / "content/site.yml").write_text("name: 聊城市制造业强市攻坚突破\n", "gbk")


def utf16(project: Path) -> None:
    (project / FOLDER / "a.md").write_text(TEXT, "utf-16")


def deep(project: Path) -> None:
    (project / FOLDER / "a.md").write_text(f"---\ntitle: {'[' * 10_000}{']' * 10_000}\n---\n正文。\n", "utf-8")


def folder_named_like_an_entry(project: Path) -> None:
    (project / FOLDER / "a.md").mkdir()


def inner_link(project: Path) -> None:
    (project / FOLDER / "a.md").write_text(TEXT, "utf-8")
    (project / FOLDER / "b.md").symlink_to("a.md")


def without_content(project: Path) -> None:
    (project / "content").rename(project / "neirong")


SITES: list[tuple[Callable[[Path], None], list[tuple[str, str]]]] = [
    (link_out, [(f"{FOLDER}/a.md", "U04")]),
    (folder_link_out, [(f"{FOLDER}/photos", "U04")]),
    (picture_link_out, [(f"{FOLDER}/a.md", "P01"), (f"{FOLDER}/a.png", "U04")]),
    (dangling_link, [(f"{FOLDER}/a.md", "U05")]),
    (link_to_itself, [(f"{FOLDER}/a.md", "U05")]),
    (loop_of_folders, []),
    (gbk, [(f"{FOLDER}/a.md", "F41")]),
    (gbk_settings, [("content/site.yml", "F41")]),
    (utf16, [(f"{FOLDER}/a.md", "F42")]),
    (deep, [(f"{FOLDER}/a.md", "F35")]),
    (folder_named_like_an_entry, []),
    (inner_link, []),
    (without_content, [("content", "U08"), ("content/site.yml", "S05")]),
]


@pytest.mark.parametrize(("broken", "expected"), SITES, ids=[site[0].__name__ for site in SITES])
def test_broken_site(broken: Callable[[Path], None], expected: list[tuple[str, str]], tmp_path: Path) -> None:
    project = lay_out(tmp_path / "project", {})
    (project / FOLDER).mkdir(parents=True)
    broken(project)
    found = checked(project).problems
    assert [(problem.place.path, problem.code) for problem in found] == expected
    assert all(problem.message and problem.hint for problem in found)


def test_a_file_that_may_not_be_read_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Modes mean nothing to root, so there the operating system's refusal is played."""
    project = lay_out(tmp_path, {f"{FOLDER}/a.md": TEXT})
    path = project / FOLDER / "a.md"
    path.chmod(0)
    if os.access(path, os.R_OK):
        real = Path.read_bytes

        def refuse(self: Path) -> bytes:
            if not stat.S_IMODE(self.stat().st_mode):
                raise PermissionError(13, "Permission denied")
            return real(self)

        monkeypatch.setattr(Path, "read_bytes", refuse)
    [problem] = checked(project).problems
    assert (problem.code, problem.message) == ("U05", "读不出这个文件：没有读取权限")
