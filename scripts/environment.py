"""Make ``.venv``: the slow half of topic.py, imported only when there is something to install.

One process at a time works on the environment. A marker written last says that it is complete; a note written
before pip starts and removed when pip has ended says that an installation was cut short, so that the next
call builds everything anew. Only the standard library is used.
"""

import collections.abc
import contextlib
import errno
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time

import topic

VENV = os.path.join(topic.PROJECT, ".venv")
UNFINISHED = os.path.join(VENV, ".installing")
LOCK = os.path.join(topic.PROJECT, ".venv.lock")
LOG = os.path.join(topic.PROJECT, ".venv.log")
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
DENIED = (errno.EACCES, errno.EPERM, errno.EROFS)
DENIED_FILE = re.compile(r"\[Errno (?:{})\] [^:\n]+: '".format("|".join(str(number) for number in DENIED)))
WAITING = "另一个命令正在准备运行环境，等它完成……"
FULL_DISK = "磁盘空间不足，无法准备运行环境：请在 {} 和临时文件夹 {} 所在的磁盘各腾出至少 1 GB，再运行一次。"
# What pip says (it says it in English whatever the language of the machine) and what that means for the user.
PIP_FAILURES = (
    (
        ("DO NOT MATCH THE HASHES", "Hashes are required in --require-hashes"),
        "下载的软件包与锁文件记录的校验值不符，没有安装。请先再运行一次；如果仍然这样，"
        "请检查 pip 使用的软件源是否完整，不要跳过校验。",
    ),
    (
        ("CERTIFICATE_VERIFY_FAILED", "SSLError", "Could not find a suitable TLS CA"),
        "连接软件源时证书验证失败。请检查本机时间，以及 pip 配置里的证书（cert）设置，再运行一次。",
    ),
    (
        (
            "NewConnectionError",
            "NameResolutionError",
            "ConnectTimeout",
            "ReadTimeout",
            "Max retries exceeded",
            "ProxyError",
            "Connection aborted",
            "Connection broken",
            "Network is unreachable",
            "after connection broken by",
            "HTTP error 5",
        ),
        "下载软件包时网络不通。请检查网络和代理；如果单位有内部软件源，"
        "请用 pip config set global.index-url 设好地址，再运行一次。",
    ),
    (
        ("No matching distribution found", "Could not find a version that satisfies"),
        "软件源里找不到锁文件要求的软件包或版本。请检查 pip 使用的软件源是否同步到最新，再运行一次。",
    ),
)


class Trouble(Exception):
    """The environment cannot be made; the message tells the user in Chinese what to do."""


class NothingInstalled(Trouble):
    """pip gave up before it wrote anything: the environment is what it was."""


def explain_os_error(error: OSError) -> str:
    """Return what to tell the user about a file operation that failed."""
    path = error.filename or VENV
    if error.errno in FULL:
        return FULL_DISK.format(topic.PROJECT, tempfile.gettempdir())
    if error.errno in DENIED and sys.platform == "win32":
        return "无法写入 {}。请先关闭正在使用它的其他命令和编辑器，再运行一次。".format(path)
    if error.errno in DENIED:
        return "没有权限写入 {}。请换用有权限的账号运行，或把项目放到自己的文件夹里。".format(path)
    return "无法准备运行环境，处理 {} 时出错（{}）。请检查这个位置，必要时把它移走，再运行一次。".format(
        path, error.strerror
    )


def keep_log(output: bytes) -> str:
    """Keep what a program printed; return where, in words for the end of a message."""
    for path in (LOG, os.path.join(tempfile.gettempdir(), "zhuanti-{}.log".format(os.getpid()))):
        try:
            with open(path, "wb") as file:
                file.write(output)
        except OSError:
            continue
        return "完整输出：{}".format(path)
    return "完整输出：\n" + output.decode("utf-8", "replace")


def disk_is_full() -> bool:
    """Tell whether too little is left to go on, for programs that fail without saying why."""
    return any(shutil.disk_usage(folder).free < 1 << 20 for folder in (topic.PROJECT, tempfile.gettempdir()))


def explain_output(what: str, output: bytes) -> str:
    """Return what to tell the user about a program that failed, from what it printed."""
    text = output.decode("utf-8", "replace")
    if any("[Errno {}]".format(number) in text for number in FULL) or disk_is_full():
        return FULL_DISK.format(topic.PROJECT, tempfile.gettempdir())
    if DENIED_FILE.search(text):
        return "{}时没有写入权限。请检查 {} 的权限，或换用有权限的账号运行。".format(what, VENV)
    for signs, message in PIP_FAILURES:
        if any(sign in text for sign in signs):
            return message
    return "{}失败。请把下面的日志交给技术人员；删除 {} 后可以从头再试。".format(what, VENV)


def call(what: str, command: "list[str]", lock: int) -> None:
    """Run a program to its end; Trouble with its output in a log when it fails.

    It inherits the lock, so that the lock outlives this process when only this process is killed.
    """
    inherited = {} if sys.platform == "win32" else {"pass_fds": (lock,)}
    settings = dict(topic.clean_environment(), PIP_USER="0", PYTHONIOENCODING="utf-8")
    result = subprocess.run(  # type: ignore[call-overload]
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=settings,
        cwd=topic.PROJECT,
        **inherited,
    )
    if result.returncode != 0:
        harmless = result.returncode > 0 and b"Installing collected packages" not in result.stdout
        kind = NothingInstalled if harmless else Trouble
        raise kind("{}{}".format(explain_output(what, result.stdout), keep_log(result.stdout)))


def wait_for(lock: int) -> None:
    """Take the lock; say so in one line when another process has it. The system frees it with its process."""
    if sys.platform == "win32":
        import msvcrt

        taken = False
        while True:
            try:
                msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
                return
            except PermissionError:
                if not taken:
                    topic.say(WAITING)
                taken = True
                time.sleep(0.5)
    import fcntl

    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        topic.say(WAITING)
        fcntl.flock(lock, fcntl.LOCK_EX)


@contextlib.contextmanager
def locked() -> "collections.abc.Iterator[int]":
    """Hold the lock that lets one process at a time work on the environment."""
    lock = os.open(LOCK, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        wait_for(lock)
        yield lock
    finally:
        os.close(lock)


def check_modules() -> None:
    """Make sure that this Python can make an environment (Debian ships the means as a package of its own)."""
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        if sys.platform == "win32" or not os.path.exists("/etc/debian_version"):
            raise Trouble(
                "这个 Python（{}）缺少 venv 或 ensurepip 模块。请安装完整的 Python 3.11 或更高版本。".format(
                    sys.executable
                )
            ) from None
        raise Trouble(
            "这个 Python 缺少 venv 模块。请先运行：{}apt install python{}.{}-venv".format(
                "" if os.geteuid() == 0 else "sudo ", *sys.version_info[:2]
            )
        ) from None


def runs() -> bool:
    """Tell whether the environment's Python starts, is of this version and has pip."""
    probe = "import sys, pip; sys.exit(sys.version_info[:2] != ({}, {}))".format(*sys.version_info[:2])
    try:
        result = subprocess.run(
            [topic.venv_python(), "-I", "-c", probe],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=topic.clean_environment(),
        )
    except OSError:
        return False
    return result.returncode == 0


def is_intact() -> bool:
    """Tell whether an environment is there that was complete once, stands where it was made and runs."""
    made_here = any(topic.read_marker(dev).split("\n")[0] == topic.place() for dev in (False, True))
    return made_here and not os.path.exists(UNFINISHED) and runs()


def discard() -> None:
    """Remove the old environment; renamed first, so that a removal cut short leaves nothing half whole."""
    if os.path.lexists(VENV):
        if not os.path.isdir(VENV):
            raise Trouble("{} 不是文件夹，无法在这里建立运行环境。请把它移走，再运行一次。".format(VENV))
        os.rename(VENV, "{}.old-{}".format(VENV, os.getpid()))
    for name in os.listdir(topic.PROJECT):
        path = os.path.join(topic.PROJECT, name)
        if name.startswith(".venv.old-"):
            os.unlink(path) if os.path.islink(path) else shutil.rmtree(path)


def build(lock: int) -> None:
    """Make a new environment with pip in it and the way to the generator's own code."""
    check_modules()
    discard()
    call("建立运行环境", [sys.executable, "-I", "-m", "venv", "--without-pip", VENV], lock)
    # pip is added in a step of its own: venv would keep the reason of a failure to itself.
    call("安装 pip ", [topic.venv_python(), "-I", "-m", "ensurepip", "--upgrade", "--default-pip"], lock)
    packages = sysconfig.get_path("purelib", "venv", {"base": VENV, "platbase": VENV})
    # A relative path is plain ASCII whatever the project's folder is called, and so read rightly everywhere.
    with open(os.path.join(packages, "zhuanti.pth"), "w", encoding="ascii") as file:
        file.write(os.path.relpath(os.path.join(topic.PROJECT, "hooks"), packages) + "\n")


def install(dev: bool, lock: int) -> None:
    """Install the lock files and write the markers."""
    command = [topic.venv_python(), "-I", "-m", "pip", "install"]
    command += ["--disable-pip-version-check", "--no-input", "--require-hashes"]
    for path in topic.lock_files(dev):
        command += ["-r", path]
    with open(UNFINISHED, "w"):
        pass
    try:
        call("安装软件包", command, lock)
    except NothingInstalled:
        os.unlink(UNFINISHED)
        raise
    for each in (False, True) if dev else (False,):
        text = topic.expected(each)
        with open(topic.marker(each), "w", encoding="utf-8", errors="surrogateescape", newline="\n") as file:
            file.write(text)
    os.unlink(UNFINISHED)


def check_lock_files(dev: bool) -> None:
    """Make sure that the files that say what to install are there."""
    for path in topic.lock_files(dev):
        if not os.path.isfile(path):
            raise Trouble("缺少 {}。请重新取得完整的项目文件，再运行一次。".format(path))


def prepare(dev: bool, rebuild: bool) -> None:
    """Bring the environment up to date; Trouble when that is impossible."""
    check_lock_files(dev)
    try:
        with locked() as lock:
            if topic.is_current(dev) and not rebuild:  # another process did it meanwhile
                return
            intact = not rebuild and is_intact()
            topic.say("正在更新运行环境……" if intact else "正在准备运行环境（只需一次，约一两分钟）……")
            if not intact:
                build(lock)
            install(dev, lock)
    except OSError as error:
        raise Trouble(explain_os_error(error)) from None
