"""A folder on this machine: how deploy.yml may name it."""

import os
from pathlib import Path

import pytest
from tests.release.publishing.sites import FolderTarget, PublishError

from zhuanti.release.publishing.paths import LOCK


@pytest.mark.parametrize("folder", ["webrel", "./web", "../web", "~nobody-of-this-name/web"])
def test_a_folder_needs_its_whole_path(folder: str) -> None:
    with pytest.raises(PublishError, match=f"deploy.yml 里本机的文件夹要写完整路径.*现在是“{folder}”.*请改成"):
        FolderTarget(folder)


def test_a_home_folder_may_be_written_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert FolderTarget("~/web").where == str(tmp_path / "web")


@pytest.mark.parametrize("inside", ["site", "site/web", "content/../site/web", "link/web"])
def test_a_folder_that_the_next_build_would_take_away_is_refused(tmp_path: Path, inside: str) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_dir: site\n")
    (tmp_path / "content").mkdir()
    (tmp_path / "link").symlink_to("site")
    with pytest.raises(PublishError, match="下次生成时会被整个换掉。请改成项目之外的文件夹"):
        FolderTarget(str(tmp_path / inside))


def test_a_folder_called_site_elsewhere_is_fine(tmp_path: Path) -> None:
    assert FolderTarget(str(tmp_path / "site")).live() == ""


def test_who_creates_a_file_while_another_tidies_is_told_that_it_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = FolderTarget(str(tmp_path))
    target.write(LOCK, b"theirs")
    link = os.link

    def tidied(draft: Path, place: Path) -> None:
        draft.unlink()
        link(draft, place)

    monkeypatch.setattr(os, "link", tidied)
    assert target.create(LOCK, b"mine") is False
    assert target.read(LOCK) == b"theirs"
