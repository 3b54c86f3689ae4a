"""Whether a publish on a schedule is due, from receipts as they are left on a target."""

import subprocess
from pathlib import Path

import pytest
from tests.conftest import PROJECT, copy_project

from zhuanti.release.commit import GitFailed
from zhuanti.release.publishing.receipts import Receipt
from zhuanti.release.schedule import of_target
from zhuanti.settings.moment import parse_moment

NOW = parse_moment("2023-05-02 12:00")
HEAD, OTHER = "a" * 40, "b" * 40


def receipt(number: int, at: str, action: str = "publish", outcome: str = "live", commit: str = HEAD) -> Receipt:
    return Receipt(number, action, f"{number:04d}-20230501-0900", "", outcome, "x", commit, at, "", "")  # type: ignore[arg-type]


BEFORE, AFTER = "2023-05-01T09:00:00+08:00", "2023-05-01T10:00:00+08:00"
# the one entry appears at 09:30 of that day


@pytest.mark.parametrize(
    ("receipts", "live", "head", "due", "says"),
    [
        ([], "", HEAD, True, "还没有发布过"),
        ([receipt(1, BEFORE, outcome="abandoned")], "", HEAD, True, "还没有发布过"),
        ([receipt(1, BEFORE)], "0001", HEAD, True, "2023年5月1日 09:30 《村口的路修通了》发布"),
        ([receipt(1, AFTER)], "0001", HEAD, False, ""),
        ([receipt(1, AFTER)], "0001", OTHER, True, f"有新的提交 {OTHER[:8]}"),
        ([receipt(1, AFTER, commit=""), receipt(2, AFTER, commit="")], "0001", "", False, ""),
        # what died on its way is no publish; what readers got although it died is one
        ([receipt(1, BEFORE), receipt(2, AFTER, outcome="abandoned")], "0001", HEAD, True, "发布"),
        # and what was not finished is to be finished
        ([receipt(1, AFTER), receipt(2, AFTER, outcome="abandoned", commit=OTHER)], "0001", OTHER, True, "没有做完"),
        ([receipt(1, AFTER), receipt(2, AFTER, outcome="switching", commit=OTHER)], "0001", OTHER, True, "没有做完"),
        ([receipt(1, BEFORE), receipt(2, AFTER, outcome="unconfirmed")], "0002", HEAD, True, "没有做完"),
        ([receipt(1, AFTER), receipt(2, AFTER, outcome="unconfirmed"), receipt(3, AFTER)], "0002", HEAD, False, ""),
        # the clock of the one that published was wrong
        ([receipt(1, "2099-01-01T00:00:00+08:00")], "0001", HEAD, True, "时钟比现在还晚"),
        # who went back did it on purpose, though much has turned since the release was made
        ([receipt(1, BEFORE), receipt(2, AFTER), receipt(3, BEFORE, "rollback")], "0001", HEAD, False, "上次退回过"),
        ([receipt(1, BEFORE), receipt(2, AFTER), receipt(3, BEFORE, "rollback")], "0001", OTHER, True, "新的提交"),
        ([receipt(1, BEFORE, commit=OTHER), receipt(2, AFTER), receipt(3, BEFORE, "rollback", commit=OTHER)], "0001", HEAD, False, "上次退回过"),
        # even if he is still at it, or died behind the switch or before it
        ([receipt(1, BEFORE), receipt(2, AFTER), receipt(3, BEFORE, "rollback", "switching")], "0001", HEAD, False, "上次退回过"),
        ([receipt(1, BEFORE), receipt(2, AFTER), receipt(3, BEFORE, "rollback", "unconfirmed")], "0001", HEAD, False, "上次退回过"),
        ([receipt(1, BEFORE), receipt(2, AFTER), receipt(3, BEFORE, "rollback", "abandoned")], "0002", HEAD, False, "上次退回过"),
        ([receipt(1, BEFORE), receipt(2, AFTER), receipt(3, BEFORE, "rollback", "switching")], "0001", OTHER, True, "新的提交"),
        # where git does not say which commit this is, that is no new one
        ([receipt(1, BEFORE), receipt(2, AFTER), receipt(3, BEFORE, "rollback")], "0001", "", False, "上次退回过"),
        # who publishes after that means it
        ([receipt(1, AFTER), receipt(2, AFTER, "rollback"), receipt(3, AFTER, outcome="abandoned")], "0001", HEAD, True, "没有做完"),
        ([receipt(1, AFTER, outcome="failed")], "0001", HEAD, True, "没有做完"),
        ([receipt(1, BEFORE), receipt(2, AFTER, outcome="reverted")], "0001", HEAD, False, "探测没有通过"),
        ([receipt(1, BEFORE), receipt(2, AFTER, outcome="reverted")], "0001", OTHER, True, "新的提交"),
        ([receipt(1, BEFORE), receipt(2, BEFORE, "rollback"), receipt(3, BEFORE)], "0001", HEAD, True, "《村口的路修通了》"),
    ],
)  # fmt: skip
def test_a_publish_is_due(project: Path, receipts: list[Receipt], live: str, head: str, due: bool, says: str) -> None:
    answer = of_target(project, receipts, live, head, NOW, samples=True)
    assert answer.due is due
    assert says in "；".join(answer.why)


def test_an_older_commit_is_no_news(project: Path, tmp_path: Path) -> None:
    copy = copy_project(tmp_path / "site", project)

    def git(*words: str) -> str:
        command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.cn", *words]
        return subprocess.run(command, cwd=copy, check=True, capture_output=True, text=True).stdout.strip()

    git("init", "-q")
    commits = []
    for word in ("older", "newer"):
        (copy / "word.txt").write_text(word)
        git("add", "-A")
        git("commit", "-qm", word)
        commits.append(git("rev-parse", "HEAD"))
    older, newer = commits
    answer = of_target(copy, [receipt(1, AFTER, commit=newer)], "0001", older, NOW, samples=True)
    assert not answer.due and f"这里的提交 {older[:8]} 比已发布的 {newer[:8]} 旧" in answer.why[0]
    assert of_target(copy, [receipt(1, AFTER, commit=older)], "0001", newer, NOW, samples=True).due
    # a commit that is in no branch any more is older than what came instead of it
    assert of_target(copy, [receipt(1, AFTER, commit=OTHER)], "0001", newer, NOW, samples=True).due
    # a shallow copy does not know
    shallow = tmp_path / "shallow"
    git("clone", "-q", "--depth=1", copy.as_uri(), str(shallow))
    with pytest.raises(GitFailed, match=f"不知道它和已发布的 {older[:8]} 哪个新"):
        of_target(shallow, [receipt(1, AFTER, commit=older)], "0001", newer, NOW, samples=True)


def test_the_next_turn_is_told_with_its_moment(project: Path) -> None:
    answer = of_target(project, [receipt(1, AFTER)], "0001", HEAD, NOW, samples=True)
    assert answer.next_at == "2023-05-03T09:30:01+08:00"
    assert answer.coming == "2023年5月3日 09:30 《村口的路修通了》不再列入新闻站点地图"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("due") / "site", PROJECT / "tests/sites/another_city")
