#!/usr/bin/env python3
"""Start the command line: ``python3 scripts/topic.py COMMAND …`` on a machine with nothing but Python 3.11+.

Makes ``.venv`` from the lock files when it is missing, out of date or broken (see environment.py), then hands
over to ``python -m zhuanti COMMAND …`` inside it. Only the standard library is used here, and the file has to
be parsed by any Python 3, so that an old one can say that it is too old.
"""

import os
import sys

OLDEST = (3, 11)
PROJECT = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
DEV_COMMANDS = ("test", "bench", "audit")
# Variables of someone else's Python or pip that would lead the environment's own Python astray.
FOREIGN = (
    "PYTHONHOME",
    "PYTHONPATH",
    "PYTHONSTARTUP",
    "VIRTUAL_ENV",
    "__PYVENV_LAUNCHER__",
    "PIP_PREFIX",
    "PIP_PYTHON",
    "PIP_ROOT",
    "PIP_TARGET",
    "PIP_USER",
)


def say(message: str) -> None:
    """Write one line to standard error, as UTF-8 where the terminal's own encoding has no Chinese."""
    try:
        message.encode(sys.stderr.encoding or "ascii")
        sys.stderr.write(message + "\n")
    except UnicodeEncodeError:
        sys.stderr.buffer.write((message + "\n").encode("utf-8"))
    sys.stderr.flush()


def too_old(version: "tuple[int, ...]") -> "str | None":
    """Return what to tell somebody who runs Python ``version``, or None when it is new enough."""
    if tuple(version[:2]) >= OLDEST:
        return None
    return (
        "这个 Python 太旧：需要 3.11 或更高版本，当前是 {}。"
        "请安装新版 Python，再用它运行，例如：python3.11 scripts/topic.py"
    ).format(".".join(str(part) for part in version[:3]))


def wants_dev(arguments: "list[str]") -> bool:
    """Tell whether the command needs the developers' packages too."""
    commands = [argument for argument in arguments if not argument.startswith("-")]
    return bool(commands) and commands[0] in DEV_COMMANDS


def lock_files(dev: bool) -> "list[str]":
    """Return the paths of the lock files that have to be installed."""
    names = ["requirements.lock"] + (["requirements-dev.lock"] if dev else [])
    return [os.path.join(PROJECT, name) for name in names]


def venv_python() -> str:
    """Return the path of the environment's Python."""
    parts = ("Scripts", "python.exe") if sys.platform == "win32" else ("bin", "python")
    return os.path.join(PROJECT, ".venv", *parts)


def marker(dev: bool) -> str:
    """Return the path of the file that is written when everything is installed."""
    return os.path.join(PROJECT, ".venv", ".installed-dev" if dev else ".installed")


def place() -> str:
    """Return what an environment is bound to: the Python it was made with, and the folder it stands in."""
    return "{}-{}.{} {}".format(sys.implementation.name, sys.version_info[0], sys.version_info[1], PROJECT)


def expected(dev: bool) -> str:
    """Return what the marker of a current environment says; OSError when a file it is about is missing."""
    import hashlib

    digest = hashlib.sha256()
    for path in lock_files(dev):
        with open(path, "rb") as file:
            digest.update(file.read().replace(b"\r\n", b"\n") + b"\0")
    binary = os.stat(venv_python())
    return "{}\n{}\n{} {}\n".format(place(), digest.hexdigest(), binary.st_size, binary.st_mtime_ns)


def read_marker(dev: bool) -> str:
    """Return what the marker says; nothing when there is none."""
    try:
        with open(marker(dev), encoding="utf-8", errors="surrogateescape") as file:
            return file.read()
    except OSError:
        return ""


def is_current(dev: bool) -> bool:
    """Tell whether the environment holds exactly what the lock files say."""
    try:
        return os.access(venv_python(), os.X_OK) and read_marker(dev) == expected(dev)
    except OSError:
        return False


def clean_environment() -> "dict[str, str]":
    """Return the process's variables without those that belong to another Python."""
    return {name: value for name, value in os.environ.items() if name not in FOREIGN}


def hand_over(arguments: "list[str]") -> int:
    """Run the command inside the environment. On POSIX the process becomes it and this does not return."""
    # -P: the folder in which the command is called is not a place to import from.
    command = [venv_python(), "-P", "-m", "zhuanti", *arguments]
    if sys.platform != "win32":
        os.execve(command[0], command, clean_environment())
    import subprocess

    process = subprocess.Popen(command, env=clean_environment())
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:  # the command got the same Ctrl-C and ends by itself
            continue


def cannot_start(error: OSError) -> str:
    """Return what to tell the user when even a new environment's Python cannot be started."""
    return "无法启动 {}（{}）。请检查这个文件能否执行、所在磁盘是否禁止运行程序。".format(venv_python(), error.strerror)


def prepare(dev: bool, rebuild: bool = False) -> "str | None":
    """Make the environment; return what to tell the user when that is impossible."""
    sys.path.insert(0, os.path.join(PROJECT, "scripts"))
    import environment

    try:
        environment.prepare(dev, rebuild)
    except environment.Trouble as trouble:
        return str(trouble)
    return None


def run(arguments: "list[str]") -> int:
    """Prepare where needed, then hand over; rebuild once when the environment's Python cannot be started."""
    dev = wants_dev(arguments)
    trouble = None if is_current(dev) else prepare(dev)
    for rebuilt in (False, True):
        if trouble is not None:
            break
        try:
            return hand_over(arguments)
        except OSError as error:
            trouble = cannot_start(error) if rebuilt else prepare(dev, rebuild=True)
    say(str(trouble))
    return 2


def main() -> int:
    """Check the Python version and run the command; return its exit code."""
    trouble = too_old(sys.version_info[:3])
    if trouble is not None:
        say(trouble)
        return 2
    sys.modules.setdefault("topic", sys.modules[__name__])  # environment.py imports this very module
    try:
        return run(sys.argv[1:])
    except KeyboardInterrupt:
        say("已取消。下次运行时会接着准备运行环境。")
        return 130


if __name__ == "__main__":
    sys.exit(main())
