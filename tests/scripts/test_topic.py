"""scripts/topic.py as it is used: real environments, real pip, wheels made here, no network."""

import ast
import base64
import hashlib
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
STUB = """
import importlib.metadata, os, sys
names = ("tiny", "tiny-dev")
have = {d.metadata["Name"]: d.version for d in importlib.metadata.distributions()}
print([have.get(name) for name in names], sys.argv[1:])
sys.exit(int(os.environ.get("STUB_EXIT", "0")))
"""
PREPARING = "正在准备运行环境（"
UPDATING = "正在更新运行环境"
WAITING = "另一个命令正在准备运行环境"


def record_line(name: str, data: bytes) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
    return f"{name},sha256={digest},{len(data)}\n"


def make_wheel(folder: Path, name: str, version: str, padding: int = 0) -> str:
    """Make a wheel; return its line for a lock file."""
    module, info = name.replace("-", "_"), f"{name.replace('-', '_')}-{version}.dist-info"
    files = {
        f"{module}.py": b"",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n".encode(),
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    if padding:
        files[f"{module}.bin"] = bytes(padding)
    record = "".join(record_line(*item) for item in files.items()) + f"{info}/RECORD,,\n"
    path = folder / f"{module}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as wheel:
        for file, data in {**files, f"{info}/RECORD": record.encode()}.items():
            wheel.writestr(file, data)
    return f"{name}=={version} --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


class Project:
    """A project folder with nothing in it but the scripts, two lock files and a command that prints."""

    def __init__(self, folder: Path, wheels: Path) -> None:
        self.folder, self.wheels = folder, wheels
        shutil.copytree(SCRIPTS, folder / "scripts", ignore=lambda _, names: {"drawings", "__pycache__"})
        (folder / "hooks" / "zhuanti").mkdir(parents=True)
        (folder / "hooks" / "zhuanti" / "__init__.py").touch()
        (folder / "hooks" / "zhuanti" / "__main__.py").write_text(STUB)
        wheels.mkdir(exist_ok=True)
        self.lock = folder / "requirements.lock"
        self.lock.write_text(make_wheel(wheels, "tiny", "1.0"))
        (folder / "requirements-dev.lock").write_text(make_wheel(wheels, "tiny-dev", "1.0"))

    @property
    def venv(self) -> Path:
        return self.folder / ".venv"

    @property
    def python(self) -> Path:
        return self.venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def marker(self) -> Path:
        return self.venv / ".installed"

    def start(self, *arguments: str, **variables: str) -> "subprocess.Popen[str]":
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
        environment |= {
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.wheels),
        }
        environment |= {"PYTHONUTF8": "1", **variables}
        return subprocess.Popen(
            [sys.executable, str(self.folder / "scripts" / "topic.py"), *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env=environment,
            cwd=self.folder.parent,
            start_new_session=True,
        )

    def run(self, *arguments: str, **variables: str) -> "subprocess.CompletedProcess[str]":
        process = self.start(*arguments, **variables)
        output, errors = process.communicate(timeout=300)
        return subprocess.CompletedProcess(process.args, process.returncode, output, errors)

    def works(self, *arguments: str, **variables: str) -> str:
        """Run a command that has to succeed; return what it said on standard error."""
        result = self.run(*arguments, **variables)
        assert (result.returncode, result.stdout) == (0, f"{['1.0', None]} {list(arguments)}\n"), result.stderr
        return result.stderr

    def fails(self, *arguments: str, **variables: str) -> str:
        """Run a command that has to be refused before it starts; return the message."""
        result = self.run(*arguments, **variables)
        assert result.returncode == 2 and result.stdout == "" and "Traceback" not in result.stderr, result
        return result.stderr


@pytest.fixture
def project(tmp_path: Path) -> Project:
    folder = tmp_path / "一个 项目"
    folder.mkdir()
    return Project(folder, tmp_path / "wheels")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """One project for many tests: making an environment takes seconds."""
    folder = tmp_path_factory.mktemp("shared") / "项目"
    folder.mkdir()
    project = Project(folder, folder.parent / "wheels")
    assert PREPARING in project.works("build")
    return project


@pytest.fixture
def ready(shared: Project) -> Iterator[Project]:
    """A project whose environment is current, whatever the test before did to it."""
    locks = {path: path.read_bytes() for path in shared.folder.glob("*.lock")}
    shared.works("build")
    yield shared
    for path, data in locks.items():
        path.write_bytes(data)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Mounts a folder that is a disk of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()

    def mount(options: str) -> Path:
        if sys.platform != "linux" or os.geteuid() != 0:
            pytest.skip("only root can mount a small disk")
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], capture_output=True)
        if done.returncode != 0:
            pytest.skip("this machine does not let root mount a small disk")
        return folder

    yield mount
    while os.path.ismount(folder):
        subprocess.run(["umount", folder], check=True)


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 120
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.002)


def test_later_calls_go_straight_to_the_command(ready: Project) -> None:
    before = ready.marker.stat().st_mtime_ns
    assert ready.works("build") == ""
    assert ready.marker.stat().st_mtime_ns == before


def test_arguments_arrive_unchanged(ready: Project) -> None:
    ready.works("new", "article", "机床 之城", "--at", "2026-01-01 08:00", "", "*", "-x=“引号”")


def test_exit_code_is_the_commands(ready: Project) -> None:
    assert ready.run("check", STUB_EXIT="1").returncode == 1
    assert ready.run("check", STUB_EXIT="77").returncode == 77


def test_variables_of_another_python_do_no_harm(ready: Project, tmp_path: Path) -> None:
    (tmp_path / "zhuanti").mkdir()
    (tmp_path / "zhuanti" / "__main__.py").write_text("print('the wrong one')")
    home = sys.base_prefix
    assert ready.works("build", PYTHONHOME=home, PYTHONPATH=str(tmp_path), VIRTUAL_ENV=str(tmp_path)) == ""


def test_folder_in_which_it_is_called_is_not_imported_from(ready: Project) -> None:
    stray = ready.folder.parent / "zhuanti"
    stray.mkdir()
    (stray / "__main__.py").write_text("print('the wrong one')")
    try:
        ready.works("build")
    finally:
        shutil.rmtree(stray)


def test_call_through_a_link_finds_the_same_environment(ready: Project, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(ready.folder)
    alias = object.__new__(Project)
    alias.folder, alias.wheels = link, ready.wheels
    assert alias.works("build") == ""


def test_current_environment_is_used_on_a_disk_that_cannot_be_written(
    small_disk: Callable[[str], Path], tmp_path: Path
) -> None:
    disk = small_disk("size=200m")
    project = Project(disk / "项目" if (disk / "项目").mkdir() is None else disk, tmp_path / "wheels")
    project.works("build")
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    assert project.works("build") == ""


def test_developers_packages_come_with_developers_commands(project: Project) -> None:
    for command in ("test", "bench", "audit"):
        result = project.run(command)
        assert result.stdout == f"{['1.0', '1.0']} {[command]}\n"
        assert (PREPARING in result.stderr) == (command == "test")
    assert project.run("build").stderr == ""


def test_half_made_environment_is_made_anew(project: Project) -> None:
    (project.venv / "bin").mkdir(parents=True)
    (project.venv / "pyvenv.cfg").touch()
    (project.venv / "leftover").touch()
    assert PREPARING in project.works("build")
    assert not (project.venv / "leftover").exists()
    assert not list(project.folder.glob(".venv.old-*"))


def test_environment_without_its_marker_is_made_anew(ready: Project) -> None:
    ready.marker.unlink()
    assert PREPARING in ready.works("build")


def test_deleted_python_is_replaced(ready: Project) -> None:
    ready.python.unlink()
    assert PREPARING in ready.works("build")


def test_python_that_does_not_start_is_replaced(ready: Project) -> None:
    ready.python.unlink()
    ready.python.write_text("#!/bin/sh\nexit 127\n")
    ready.python.chmod(0o755)
    assert PREPARING in ready.works("build")


def test_python_that_was_only_replaced_by_its_like_is_kept(ready: Project) -> None:
    text = ready.marker.read_text("utf-8").splitlines()
    ready.marker.write_text("\n".join([*text[:2], "1 1"]) + "\n", "utf-8")
    assert UPDATING in ready.works("build")
    assert ready.works("build") == ""


def test_changed_lock_is_installed(ready: Project) -> None:
    ready.lock.write_text(make_wheel(ready.wheels, "tiny", "2.0"))
    result = ready.run("build")
    assert result.stdout == f"{['2.0', None]} ['build']\n"
    assert UPDATING in result.stderr


def test_lock_with_other_line_ends_is_the_same_lock(ready: Project) -> None:
    ready.lock.write_bytes(ready.lock.read_bytes().replace(b"\n", b"\r\n"))
    assert ready.works("build") == ""


def test_moved_project_gets_a_new_environment(project: Project) -> None:
    project.works("build")
    project.folder = project.folder.rename(project.folder.with_name("搬走"))
    assert PREPARING in project.works("build")
    assert project.works("build") == ""


def test_two_calls_at_once_make_one_environment(project: Project, tmp_path: Path) -> None:
    log = tmp_path / "pip.log"
    calls = [project.start("build", PIP_LOG=str(log)) for _ in range(3)]
    results = [call.communicate(timeout=300) for call in calls]
    assert [call.returncode for call in calls] == [0, 0, 0]
    assert {output for output, _ in results} == {f"{['1.0', None]} ['build']\n"}
    said = "".join(errors for _, errors in results)
    assert said.count(PREPARING) == 1
    assert said.count(WAITING) == 2
    assert log.read_text("utf-8").count("Successfully installed tiny-1.0") == 1


@pytest.mark.skipif(os.name == "nt", reason="process groups")
def test_installation_cut_short_is_begun_anew(project: Project) -> None:
    process = project.start("build")
    wait_until((project.venv / ".installing").exists)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    assert not project.marker.exists()
    assert PREPARING in project.works("build")


@pytest.mark.skipif(not os.path.isdir("/proc/self/task"), reason="inherited lock; children are found in /proc")
def test_pip_that_outlives_its_parent_keeps_the_lock(project: Project) -> None:
    process = project.start("build")
    wait_until(lambda: (project.venv / ".installing").exists() and bool(children_of(process.pid)))
    (pip,) = children_of(process.pid)
    os.kill(pip, signal.SIGSTOP)  # so that it surely outlives both
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    second = project.start("build")
    assert second.stderr is not None
    said = second.stderr.readline()
    os.kill(pip, signal.SIGCONT)
    second.communicate()
    process.communicate()
    assert WAITING in said and second.returncode == 0


def children_of(process: int) -> list[int]:
    """The children of a process that runs, by the system's own list."""
    return [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def test_wrong_hash_is_refused_and_pips_words_are_kept(project: Project) -> None:
    project.lock.write_text("tiny==1.0 --hash=sha256:" + "0" * 64 + "\n")
    message = project.fails("build")
    assert "校验值不符" in message
    log = project.folder / ".venv.log"
    assert str(log) in message
    assert "DO NOT MATCH THE HASHES" in log.read_text("utf-8")


def test_missing_package_is_named_as_such(ready: Project) -> None:
    ready.lock.write_text("absent==1.0 --hash=sha256:" + "0" * 64 + "\n")
    assert "软件源里找不到" in ready.fails("build")


def test_no_network_is_named_as_such(ready: Project) -> None:
    ready.lock.write_text("absent==1.0 --hash=sha256:" + "0" * 64 + "\n")
    unreachable = {"PIP_NO_INDEX": "0", "PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "1"}
    assert "网络不通" in ready.fails("build", **unreachable)


def test_failed_update_leaves_the_environment_usable(ready: Project) -> None:
    good = ready.lock.read_text()
    ready.lock.write_text("absent==1.0 --hash=sha256:" + "0" * 64 + "\n")
    assert UPDATING in ready.fails("build")
    ready.lock.write_text(good)
    assert ready.works("build") == ""


def test_failed_developers_installation_leaves_other_commands_alone(ready: Project) -> None:
    (ready.folder / "requirements-dev.lock").write_text("absent==1.0 --hash=sha256:" + "0" * 64 + "\n")
    ready.fails("test")
    assert ready.works("build") == ""


def test_missing_lock_file_is_named(project: Project) -> None:
    project.lock.unlink()
    assert "缺少" in project.fails("build")


def test_file_in_place_of_the_environment_is_not_touched(project: Project) -> None:
    project.venv.write_text("mine")
    assert "不是文件夹" in project.fails("build")
    assert project.venv.read_text() == "mine"


def test_folder_in_place_of_the_lock_is_named(project: Project) -> None:
    (project.folder / ".venv.lock").mkdir()
    assert ".venv.lock" in project.fails("build")


def test_folder_that_cannot_be_written_is_named(small_disk: Callable[[str], Path], tmp_path: Path) -> None:
    disk = small_disk("size=10m")
    project = Project(disk, tmp_path / "wheels")
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    assert "没有权限写入" in project.fails("build")


@pytest.mark.parametrize("size", ["1m", "60m"], ids=["while pip is put in", "while pip installs"])
def test_full_disk_is_named_and_the_next_call_starts_anew(
    small_disk: Callable[[str], Path], tmp_path: Path, size: str
) -> None:
    disk = small_disk(f"size={size}")
    project = Project(disk, tmp_path / "wheels")
    project.lock.write_text(make_wheel(project.wheels, "tiny", "1.0", padding=100_000_000))
    assert "磁盘空间不足" in project.fails("build")
    subprocess.run(["mount", "-o", "remount,size=300m", disk], check=True)
    assert PREPARING in project.works("build")


def load_topic(monkeypatch: pytest.MonkeyPatch) -> object:
    spec = importlib.util.spec_from_file_location("topic", SCRIPTS / "topic.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "topic", module)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("version", "fits"),
    [((3, 6, 15), False), ((3, 10, 13), False), ((3, 11, 0), True), ((3, 14, 2), True), ((4, 0, 0), True)],
)
def test_old_python_is_told_so(monkeypatch: pytest.MonkeyPatch, version: tuple[int, int, int], fits: bool) -> None:
    message = load_topic(monkeypatch).too_old(version)  # type: ignore[attr-defined]
    assert (message is None) == fits
    assert fits or ("3.11" in message and "{}.{}.{}".format(*version) in message)


def test_old_python_can_read_the_script() -> None:
    source = (SCRIPTS / "topic.py").read_text("utf-8")
    tree = ast.parse(source, feature_version=(3, 4))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr | ast.AnnAssign)]


def test_python_without_venv_is_told_what_to_install(project: Project) -> None:
    program = (
        "import runpy, sys; sys.modules['ensurepip'] = None; "
        "sys.argv = [sys.argv[1], 'build']; runpy.run_path(sys.argv[0], run_name='__main__')"
    )
    script = str(project.folder / "scripts" / "topic.py")
    result = subprocess.run([sys.executable, "-X", "utf8", "-c", program, script], capture_output=True)
    message = result.stderr.decode("utf-8")
    assert result.returncode == 2 and "Traceback" not in message
    debian = f"apt install python3.{sys.version_info[1]}-venv"
    assert (debian if os.path.exists("/etc/debian_version") else "请安装完整的 Python") in message
