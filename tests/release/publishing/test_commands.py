"""The commands as an operator and a pipeline meet them."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock
from tests.conftest import AT, PROJECT, copy_project, run

ENTRY = "content/columns/xianchang/diyipian.md"
TARGET = """\
targets:
  - name: local
    folder: {folder}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = copy_project(tmp_path / "small", PROJECT / "tests/sites/another_city")
    (project / "deploy.yml").write_text(TARGET.format(folder=tmp_path / "web"), "utf-8")
    return project


def topic(project: Path, *words: str, **environment: str) -> tuple[int, str]:
    """A command's exit code and all that it said."""
    result = run(project, "zhuanti", *words, **{"CI": "", **environment})
    assert "Traceback" not in result.stderr
    return result.returncode, result.stdout + result.stderr


def edit(project: Path, old: str, new: str) -> None:
    path = project / ENTRY
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_an_operator_publishes_looks_goes_back_and_verifies(project: Path, tmp_path: Path) -> None:
    code, said = topic(project, "publish", "local")
    assert code == 0 and "已发布：0001-" in said
    urls = (project / "changed-urls.txt").read_text("utf-8").splitlines()
    assert "https://hupan.example.org/" in urls
    assert not any("/assets/site-" in url for url in urls)
    edit(project, "title:", "subtitle: 副题\ntitle:")
    code, said = topic(project, "diff", "local")
    assert code == 0 and "改动：" in said and "/columns/xianchang/diyipian/" in said
    code, said = topic(project, "publish", "local")
    assert code == 0 and "已发布：0002-" in said
    code, said = topic(project, "releases", "local")
    assert code == 0
    lines = said.splitlines()
    assert lines[1].startswith("→") and "0002-" in lines[1] and "0001-" in lines[2]
    code, said = topic(project, "rollback", "local")
    assert code == 0 and "读者现在看到的是 0001-" in said
    code, said = topic(project, "verify", "local")
    assert code == 0 and "都和发布时一样" in said
    (tmp_path / "web/current/index.html").write_text("flipped", "utf-8")
    code, said = topic(project, "verify", "local")
    assert code == 1 and "有 1 个文件和发布时不一样：\n  index.html" in said


def test_compressed_copies_are_published_and_diff_does_not_speak_of_them(project: Path, tmp_path: Path) -> None:
    topic(project, "publish", "local")
    assert (tmp_path / "web/current/index.html.gz").is_file()
    assert (tmp_path / "web/current/index.html.br").is_file()
    assert topic(project, "diff", "local") == (0, "和已发布的一样，没有变化。\n")


def test_a_schedule_publishes_when_a_moment_has_come_and_not_before(project: Path, tmp_path: Path) -> None:
    edit(project, "status: published", "status: published\npublish_at: 2030-01-01 08:00")
    code, said = topic(project, "publish", "local", "--if-due")
    assert code == 0 and "这个目标上还没有发布过" in said and "已发布：0001-" in said
    code, said = topic(project, "due", "local", "--format", "json")
    assert code == 0 and json.loads(said)["due"] is False and json.loads(said)["next"] == "2030-01-01T08:00:00+08:00"
    built = (project / ".cache/built.json").read_bytes()
    code, said = topic(project, "publish", "local", "--if-due")
    assert code == 0 and said.startswith("现在不用发布。\n网站下一次自己变化：2030年1月1日 08:00")
    assert (project / ".cache/built.json").read_bytes() == built and not (tmp_path / "web/lock.json").exists()
    code, said = topic(project, "due", "local", "--at", "2030-01-01 08:00")
    assert code == 0 and said.startswith("该发布了：\n  2030年1月1日 08:00 《村口的路修通了》发布")
    edit(project, "2030-01-01 08:00", "2026-11-25 08:00")
    # a receipt of the day before
    path = next((tmp_path / "web/receipts").iterdir())
    path.write_text(re.sub(r'"at": "[^"]*"', '"at": "2026-11-24T08:00:00+08:00"', path.read_text("utf-8")), "utf-8")
    code, said = topic(project, "publish", "local", "--if-due")
    assert code == 0 and "该发布了" in said and "已发布：0002-" in said
    assert (tmp_path / "web/current/columns/xianchang/diyipian/index.html").is_file()
    topic(project, "rollback", "local")
    code, said = topic(project, "publish", "local", "--if-due")
    assert code == 0 and "上次退回过" in said and "已发布" not in said


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("local", "--since", "2023-05-01"), "只写一个"),
        (("--since", "明天"), "认不出来"),
        (("--at", "2023-02-30"), "不存在"),
        (("elsewhere",), "没有叫“elsewhere”的目标"),
    ],
)
def test_a_question_for_the_schedule_that_makes_no_sense_is_said(
    project: Path, words: tuple[str, ...], says: str
) -> None:
    code, said = topic(project, "due", *words)
    assert code == 2 and says in said


def test_nothing_is_sent_twice_nor_again_later_on_the_day(project: Path) -> None:
    topic(project, "publish", "local", TOPIC_AT="2026-11-26 09:00")
    code, said = topic(project, "publish", "local", TOPIC_AT="2026-11-26 23:59")
    assert code == 0 and "内容和已发布的一样，没有要发送的。" in said


@pytest.mark.parametrize(
    ("old", "new", "code", "says"),
    [
        ("title:", "sample: true\ntitle:", 1, "稿件里有 1 篇示例，如 content/columns/xianchang/diyipian.md"),
        ('second: "乙岗", ', "", 1, "V15"),
        ("date: 2023-05-01 09:30", "date: 2023-02-30", 1, "V07"),
    ],
    ids=["sample", "two signatures", "error"],
)
def test_a_site_that_is_not_fit_for_readers_is_not_published(
    project: Path, tmp_path: Path, old: str, new: str, code: int, says: str
) -> None:
    edit(project, old, new)
    found, said = topic(project, "publish", "local")
    assert (found, says in said) == (code, True), said
    assert not (tmp_path / "web/current").exists()


def test_a_warning_stops_a_publish_too(project: Path, tmp_path: Path) -> None:
    (project / ENTRY).write_text((project / ENTRY).read_text("utf-8") + "\n产量__增长__了。\n", "utf-8")
    checked, said = topic(project, "check")
    assert checked == 0 and "提醒" in said
    assert topic(project, "publish", "local")[0] == 1
    assert not (tmp_path / "web/current").exists()


def test_samples_are_left_out_where_that_is_asked_for(project: Path, tmp_path: Path) -> None:
    second = project / "content/columns/xianchang/shili.md"
    second.write_text((project / ENTRY).read_text("utf-8").replace("title:", "sample: true\ntitle:"), "utf-8")
    assert topic(project, "publish", "local")[0] == 1
    assert topic(project, "publish", "local", "--no-samples")[0] == 0
    assert (tmp_path / "web/current/columns/xianchang/diyipian/index.html").is_file()
    assert not (tmp_path / "web/current/columns/xianchang/shili").exists()


def test_the_address_of_the_target_is_that_of_its_site(project: Path, tmp_path: Path) -> None:
    (project / "deploy.yml").write_text(
        TARGET.format(folder=tmp_path / "web") + "    base_url: https://neu.example.cn/\n", "utf-8"
    )
    assert topic(project, "publish", "local")[0] == 0
    assert "https://neu.example.cn/" in (tmp_path / "web/current/sitemap.xml").read_text("utf-8")
    (project / "deploy.yml").write_text(TARGET.format(folder=tmp_path / "web"), "utf-8")
    code, said = topic(project, "publish", "local")
    assert code == 1 and "可能发错了地方" in said


def test_a_pipeline_publishes_what_was_committed_alone(project: Path) -> None:
    for words in (["init", "-q"], ["add", "-A"], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "a"]):
        subprocess.run(["git", *words], cwd=project, check=True)
    (project / ".gitignore").write_text(".cache\nsite\nchanged-urls.txt\n__pycache__\n", "utf-8")
    code, said = topic(project, "publish", "local", CI="true")
    assert code == 2 and "没有提交的改动：.gitignore" in said
    subprocess.run(["git", "add", "-A"], cwd=project, check=True)
    subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "b"], cwd=project, check=True)
    code, said = topic(project, "publish", "local", CI="true")
    assert code == 0, said
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=project, capture_output=True, text=True, check=True).stdout
    assert f"-{head[:8]}" in said
    # a pipeline that had to queue, or was run once more
    subprocess.run(["git", "checkout", "-q", "HEAD~1"], cwd=project, check=True)
    subprocess.run(["git", "clean", "-qfd"], cwd=project, check=True)
    code, said = topic(project, "publish", "local", CI="true")
    assert code == 2 and f"比已发布的 {head[:8]} 旧，没有发布。要换回旧的内容，请用 rollback" in said
    code, said = topic(project, "publish", "local", CI="")
    assert code == 0, said
    # who is no pipeline may publish what is not committed; that is noted
    edit(project, "status: published", "status: published\nsubtitle: 改过")
    code, said = topic(project, "publish", "local", CI="")
    assert code == 0, said
    newest, older = topic(project, "releases", "local")[1].splitlines()[1:3]
    assert "＋改动" in newest and "＋改动" not in older


def test_what_was_published_stays_published_though_its_addresses_cannot_be_listed(
    project: Path, tmp_path: Path
) -> None:
    (project / "changed-urls.txt").mkdir()
    code, said = topic(project, "publish", "local")
    assert code == 0 and "提醒：changed-urls.txt 没有写成" in said and "已发布：0001-" in said
    assert (tmp_path / "web/current/index.html").is_file()


def test_a_moment_that_has_passed_is_published_with_a_reminder(project: Path) -> None:
    result = run(project, "zhuanti", "publish", "local", at="2024-01-01", CI="")
    assert result.returncode == 0 and "按环境变量 TOPIC_AT 的 2024年1月1日" in result.stdout


def test_a_repository_that_git_does_not_read_is_no_clean_one(project: Path) -> None:
    (project / ".git").mkdir()
    (project / ".git/HEAD").write_text("ref: refs/heads/main\n")
    (project / ".git/config").write_text("[core]\n\trepositoryformatversion = 99\n")
    for folder in ("objects", "refs"):
        (project / ".git" / folder).mkdir()
    code, said = topic(project, "publish", "local", CI="true")
    assert code == 2 and "git 说不出要发布的是什么" in said and "fetch-depth: 0" in said
    code, said = topic(project, "publish", "local", "--if-due")
    assert code == 2 and "不知道有没有新的提交" in said
    # who is no pipeline may publish; the receipt then names no commit
    code, said = topic(project, "publish", "local")
    assert code == 0 and "提醒：git 说不出现在是哪次提交" in said


def test_a_moment_that_has_not_come_is_not_published_and_drafts_never_are(project: Path, tmp_path: Path) -> None:
    result = run(project, "zhuanti", "publish", "local", at="2099-01-01", CI="", TOPIC_DRAFTS="true")
    assert result.returncode == 1 and "按 2099年1月1日" in result.stderr and "TOPIC_AT" in result.stderr
    draft = project / "content/columns/xianchang/caogao.md"
    draft.write_text((project / ENTRY).read_text("utf-8").replace("status: published", "status: draft"), "utf-8")
    code, said = topic(project, "publish", "local", TOPIC_DRAFTS="true")
    assert code == 0, said
    assert not (tmp_path / "web/current/columns/xianchang/caogao").exists()


def test_a_diff_says_what_a_publish_would_be_refused_for(project: Path) -> None:
    topic(project, "publish", "local")
    edit(project, "status: published", "status: draft")
    code, said = topic(project, "diff", "local", TOPIC_BASE_URL="https://anders.example.cn/")
    assert code == 0
    assert "现在发布会停下：目标上的网站是给" in said and "现在发布会停下：这次发布会撤掉" in said
    assert topic(project, "publish", "local", "--allow-removals", TOPIC_BASE_URL="https://anders.example.cn/")[0] == 1
    code, said = topic(
        project, "publish", "local", "--allow-removals", "--new-address", TOPIC_BASE_URL="https://anders.example.cn/"
    )
    assert code == 0 and "https://anders.example.cn/" in (project / "changed-urls.txt").read_text("utf-8")
    assert topic(project, "rollback", "local", "1")[0] == 0


def test_a_second_command_waits_for_the_site_folder(project: Path) -> None:
    (project / ".cache").mkdir(exist_ok=True)
    with FileLock(project / ".cache/site.lock"):
        command = [sys.executable, "-m", "zhuanti", "publish", "local"]
        environment = os.environ | {"PYTHONPATH": str(project / "hooks"), "TOPIC_AT": AT, "CI": ""}
        waiting = subprocess.Popen(command, cwd=project, env=environment, stdout=subprocess.PIPE, text=True)
        assert waiting.stdout is not None
        assert waiting.stdout.readline() == "另一个命令正在用 site 文件夹，等它做完……\n"
    said, _ = waiting.communicate(timeout=120)
    assert waiting.returncode == 0 and "已发布：0001-" in said


@pytest.mark.parametrize("command", ["publish", "releases", "rollback", "diff", "verify"])
def test_every_command_says_what_is_wrong_with_deploy_yml(project: Path, command: str) -> None:
    (project / "deploy.yml").write_text("targets:\n  - name: local\n", "utf-8")
    code, said = topic(project, command, "local")
    assert code == 2 and "deploy.yml:2：目标“local”要在 folder、ssh、s3 里写一种" in said


@pytest.mark.parametrize("command", ["releases", "rollback", "verify"])
def test_before_the_first_publish_every_command_has_a_sentence(project: Path, command: str) -> None:
    code, said = topic(project, command, "local")
    assert said.strip().endswith("。") and code in (0, 2)


def test_a_folder_that_cannot_be_written_is_said(project: Path, tmp_path: Path) -> None:
    (tmp_path / "web").write_text("a file", "utf-8")
    code, said = topic(project, "publish", "local")
    assert code == 2 and f"发布到 {tmp_path / 'web'} 时出错：已经有同名的文件或文件夹" in said, said
