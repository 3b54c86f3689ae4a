"""The ready pipelines: right by their public schemas, and their steps do what they say in a clean clone."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.conftest import PROJECT, copy_project

PIPELINES = PROJECT / "scripts/pipelines"
ENTRY = "content/columns/xianchang/diyipian.md"
GITHUB = yaml.safe_load((PIPELINES / "github.yml").read_text("utf-8"))
GITLAB = yaml.safe_load((PIPELINES / "gitlab-ci.yml").read_text("utf-8"))
GITEE = {name: yaml.safe_load((PIPELINES / f"gitee-go/{name}.yml").read_text("utf-8")) for name in ("check", "publish")}


def program(*command: str | Path) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False, env=os.environ | {"PATH": path}
    )


@pytest.mark.parametrize(("name", "schema"), [("github.yml", "github-workflows"), ("gitlab-ci.yml", "gitlab-ci")])
def test_a_pipeline_keeps_the_public_schema(name: str, schema: str, tmp_path: Path) -> None:
    found = program("check-jsonschema", "--builtin-schema", f"vendor.{schema}", PIPELINES / name)
    assert found.returncode == 0, found.stdout
    broken = tmp_path / name
    broken.write_text((PIPELINES / name).read_text("utf-8").replace("check:", "check: 7\nother:", 1), "utf-8")
    assert program("check-jsonschema", "--builtin-schema", f"vendor.{schema}", broken).returncode == 1


@pytest.mark.parametrize(
    "command",
    [
        ("shellcheck", PIPELINES / "plain/post-receive"),
        ("hadolint", PIPELINES / "Containerfile"),
        ("systemd-analyze", "verify", PIPELINES / "plain/topic-publish.service", PIPELINES / "plain/topic-publish.timer"),
    ],
    ids=["shellcheck", "hadolint", "systemd-analyze"],
)  # fmt: skip
def test_other_parts_pass_the_checker_of_their_kind(command: tuple[str | Path, ...]) -> None:
    found = program(*command)
    assert found.returncode == 0 and not found.stdout and not found.stderr, found.stdout + found.stderr


def test_the_steps_of_gitee_are_those_of_the_others() -> None:
    """Gitee Go has no public schema; what can be held is that it runs the same commands at the same occasions."""
    assert GITEE["publish"]["triggers"]["push"]["branches"]["prefix"] == ["main"]
    assert GITEE["publish"]["triggers"]["schedule"] == [{"cron": "0 */10 * * * ?"}]
    for pipeline in GITEE.values():
        (stage,) = pipeline["stages"]
        (step,) = stage["steps"]
        assert step["step"] == "build@python" and all(isinstance(line, str) for line in step["commands"])


class Clones:
    """An editors' repository with a target on this machine, and clean clones of it in which a script's lines run."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.web = folder, folder / "web"
        self.origin = copy_project(folder / "origin", PROJECT / "tests/sites/another_city")
        (self.origin / "deploy.yml").write_text(f"targets:\n  - name: online\n    folder: {self.web}\n", "utf-8")
        (self.origin / ".gitignore").write_text((PROJECT / ".gitignore").read_text("utf-8"), "utf-8")
        for words in (("init", "-q", "-b", "main"), ("add", "-A")):
            self.git(self.origin, *words)
        self.commit("begin")
        # what the first call would install stands beside these tests already
        shim = folder / "bin/python3"
        shim.parent.mkdir()
        shim.write_text(
            f'#!/bin/sh\n[ "$1" = scripts/topic.py ] || exit 9\nshift\nPYTHONPATH=hooks exec {sys.executable} -m zhuanti "$@"\n'
        )
        shim.chmod(0o755)
        self.environment = {
            "PATH": os.pathsep.join([str(shim.parent), os.environ["PATH"]]),
            "HOME": str(folder), "CI": "true", "TOPIC_AT": "2026-11-26", "PYTHONIOENCODING": "utf-8",
            "SSH_KEY": "key", "SSH_KNOWN_HOSTS": "hosts",
        }  # fmt: skip

    def git(self, where: Path, *words: str) -> str:
        command = ["git", "-c", "user.name=a", "-c", "user.email=a@b.cn", *words]
        done = subprocess.run(command, cwd=where, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr

    def commit(self, message: str) -> None:
        self.git(self.origin, "commit", "-qam", message)

    def edit(self, old: str, new: str) -> None:
        path = self.origin / ENTRY
        assert old in path.read_text("utf-8")
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
        self.commit(new)

    def run(self, script: str) -> tuple[int, str, Path]:
        """A job: its lines in a clone of its own; exit code, what was said, and the clone."""
        clone = self.folder / f"job{len(list(self.folder.glob('job*')))}"
        self.git(self.folder, "clone", "-q", str(self.origin), str(clone))
        done = subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", script],
            cwd=clone, env=self.environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        return done.returncode, done.stdout + done.stderr, clone

    def page(self) -> str:
        return (self.web / "current/columns/xianchang/diyipian/index.html").read_text("utf-8")


@pytest.fixture
def clones(tmp_path: Path) -> Clones:
    return Clones(tmp_path)


def test_the_jobs_of_github_check_preview_publish_and_wait(clones: Clones) -> None:
    jobs: dict[str, Any] = GITHUB["jobs"]
    check, preview, publish = (
        [step["run"] for step in jobs[name]["steps"] if "run" in step] for name in ("check", "preview", "publish")
    )
    now, when_due = publish.pop(1), publish.pop(1)
    keys = "\n".join(publish)
    assert clones.run("\n".join(check))[:2] == (0, "")
    code, _, clone = clones.run("\n".join(preview))
    assert code == 0 and (clone / "site/index.html").is_file()
    code, said, clone = clones.run(f"{keys}\n{now}")
    assert code == 0, said
    assert "已发布：0001-" in said and (clone / "changed-urls.txt").is_file()
    assert (clones.folder / ".ssh/id_ed25519").read_text() == "key\n"
    assert (clones.folder / ".ssh/id_ed25519").stat().st_mode & 0o777 == 0o600
    code, said, _ = clones.run(when_due)
    assert code == 0 and "现在不用发布" in said and "已发布" not in said


def test_a_fault_stands_on_its_line_and_nothing_is_published(clones: Clones) -> None:
    clones.edit("date: 2023-05-01 09:30", "date: 2023-02-30")
    code, said, _ = clones.run(GITHUB["jobs"]["check"]["steps"][1]["run"])
    assert code == 1 and said.startswith(f"::error file={ENTRY},line=4,col=7,title=V07::")
    code, _, clone = clones.run("\n".join(GITLAB["check"]["script"]))
    assert code == 1
    (row,) = json.loads((clone / "gl-code-quality-report.json").read_text("utf-8"))
    assert row["location"] == {"path": ENTRY, "lines": {"begin": 4}} and row["check_name"] == "V07"
    assert clones.run("\n".join(GITLAB["publish"]["script"]))[0] == 1
    assert not clones.web.exists()


def test_the_jobs_of_gitlab_and_gitee_publish_and_wait(clones: Clones) -> None:
    (clones.folder / "keys").mkdir()
    for name in ("SSH_KEY", "SSH_KNOWN_HOSTS"):
        (clones.folder / "keys" / name).write_text(name)
    keys = "\n".join(line for line in GITLAB[".publish"]["before_script"] if "apt-get" not in line)
    clones.environment |= {name: str(clones.folder / "keys" / name) for name in ("SSH_KEY", "SSH_KNOWN_HOSTS")}
    code, said, _ = clones.run(keys + "\n" + "\n".join(GITLAB["publish"]["script"]))
    assert code == 0 and "已发布：0001-" in said, said
    code, said, _ = clones.run("\n".join(GITLAB["publish-when-due"]["script"]))
    assert code == 0 and "现在不用发布" in said
    clones.edit("货车第一次开到了村口。", "货车又开到了村口。")
    clones.environment |= {"SSH_KEY": "key", "SSH_KNOWN_HOSTS": "hosts"}
    commands = GITEE["publish"]["stages"][0]["steps"][0]["commands"]
    code, said, _ = clones.run("\n".join(commands))
    assert code == 0 and "有新的提交" in said and "已发布：0002-" in said, said
    assert "货车又开到了村口" in clones.page()


def test_a_push_to_an_own_server_publishes_and_a_fault_comes_back_to_who_pushed(clones: Clones) -> None:
    bare, served = clones.folder / "zhuanti.git", clones.folder / "served"
    clones.git(clones.folder, "clone", "-q", "--bare", str(clones.origin), str(bare))
    clones.git(clones.folder, "clone", "-q", str(bare), str(served))
    clones.git(bare, "config", "topic.folder", str(served))
    hook = bare / "hooks/post-receive"
    hook.write_bytes((PIPELINES / "plain/post-receive").read_bytes())
    hook.chmod(0o755)
    clones.edit("货车第一次开到了村口。", "货车又开到了村口。")
    said = push(clones, bare)
    assert "已发布：0001-" in said and "货车又开到了村口" in clones.page()
    clones.edit("date: 2023-05-01 09:30", "date: 2023-02-30")
    said = push(clones, bare)
    assert f"{ENTRY}:4:7: 错误 V07" in said and "已发布" not in said
    assert "货车又开到了村口" in clones.page()
    # another branch is nobody's affair
    clones.git(clones.origin, "branch", "draft")
    assert "错误" not in push(clones, bare, "draft")


def push(clones: Clones, bare: Path, branch: str = "main") -> str:
    """What whoever pushes is told."""
    done = subprocess.run(
        ["git", "push", str(bare), branch], cwd=clones.origin, env=os.environ | clones.environment,
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout + done.stderr
