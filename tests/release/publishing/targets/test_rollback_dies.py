"""A rollback that dies at any step can be done again."""

import os
from pathlib import Path
from typing import cast

import pytest
from tests.release.publishing.sites import Died, Dying, FolderTarget, Newsroom, release_of, shown, site_of, style

from zhuanti.release.publishing.paths import CURRENT, LOCK, release_path
from zhuanti.release.publishing.targets import Target

ONE, TWO = site_of("一", 3), site_of("二", 3)


def test_a_rollback_that_dies_at_any_step_is_done_by_the_next(target: Target, tmp_path: Path) -> None:
    web = tmp_path / "web"
    room = Newsroom(target, tmp_path / "site", keep=2)
    # a server takes its time: a third of the steps will do, that right behind the carrying among them
    for step in range(1, 100) if isinstance(target, FolderTarget) else range(3, 100, 3):
        old, new = site_of(f"{step} old", 2), site_of(f"{step} new", 2)
        wanted, given = (release_of(room.publish(site)) for site in (old, new))
        before, after = shown(web / CURRENT), {**old, style(f"{step} new"): f"{step} new"}.items()
        try:
            Newsroom(cast(Target, Dying(target, step)), tmp_path / "site").rollback()
        except Died:
            target.remove(LOCK)  # its process, which is this one, lives
        else:
            break
        if target.live() == given:
            assert shown(web / CURRENT) == before, step
            room.rollback()
        assert target.live() == wanted and shown(web / CURRENT).items() >= after, step
    else:
        pytest.fail("the rollback never ended")
    assert step > 8 and target.live() == wanted and shown(web / CURRENT).items() >= after


@pytest.fixture
def room(tmp_path: Path) -> Newsroom:
    return Newsroom(FolderTarget(str(tmp_path / "web")), tmp_path / "site")


def cannot_link(old: str, new: str) -> None:
    raise OSError(1, "Operation not permitted")


@pytest.mark.parametrize("links", [True, False])
def test_files_are_given_to_a_release_that_has_some_of_them(
    room: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    one, two = (room.publish(site) for site in (ONE, TWO))
    place = tmp_path / "web" / release_path(release_of(one))
    # a copy that broke off, on a file that has another name elsewhere
    (tmp_path / "elsewhere").write_text("half")
    (place / style("二")).hardlink_to(tmp_path / "elsewhere")
    if not links:
        monkeypatch.setattr(os, "link", cannot_link)
    files = tuple(file for file in two.new.files if file.path in (style("二"), style("一")))
    assert len(files) == 2
    for _ in range(2):
        assert room.target.carry(release_of(one), files, release_of(two)) == files
        assert (place / style("二")).read_text() == "二"
    assert (tmp_path / "elsewhere").read_text() == "half"
    assert not list((tmp_path / "web").glob(".carried*"))


def test_a_file_that_nobody_has_any_more_is_not_given(room: Newsroom, tmp_path: Path) -> None:
    one, two = (room.publish(site) for site in (ONE, TWO))
    files = tuple(file for file in two.new.files if file.path == style("二"))
    (tmp_path / "web" / release_path(release_of(two)) / style("二")).unlink()
    assert room.target.carry(release_of(one), files, release_of(two)) == ()
