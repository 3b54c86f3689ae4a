"""All tests: what they need from the system first, then formatting, types and pytest.

Run by ``topic test``; arguments are handed to pytest, and then only pytest runs.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
# what a Debian machine may lack: program or file to look for → package that brings it
NEEDED = {
    "apache2": "apache2",
    "caddy": "caddy",
    "chromium": "chromium",
    "chromium-headless-shell": "chromium-headless-shell",
    "faketime": "faketime",
    "fc-list": "fontconfig",
    "git": "git",
    "nginx": "nginx-light",
    "openssl": "openssl",
    "pdftotext": "poppler-utils",
    "rsync": "rsync",
    "shellcheck": "shellcheck",
    "soffice": "libreoffice-calc",
    "ssh": "openssh-client",
    "sshd": "openssh-server",
    "swift-account-server": "swift-account",
    "swift-container-server": "swift-container",
    "swift-object-server": "swift-object",
    "swift-proxy-server": "swift-proxy",
    "systemd-analyze": "systemd",
    "wrk": "wrk",
}
# servers stand in a folder that only root's PATH names
PATH = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin"])
FONT = ("Noto Sans CJK SC", "fonts-noto-cjk")


def main(arguments: list[str]) -> int:
    """Run everything; the exit code is the first one that is not 0, or 2 where the system lacks a part."""
    missing = missing_packages()
    if missing and not install(missing):
        print(f"缺少测试需要的系统软件，请先运行：sudo apt-get install -y {' '.join(missing)}", file=sys.stderr)
        return 2
    environment = os.environ | {"PYTHONPATH": str(PROJECT / "hooks"), "PATH": PATH}
    python = sys.executable
    steps = [
        [python, "-m", "ruff", "check", "."],
        [python, "-m", "ruff", "format", "--check", "."],
        [python, "-m", "mypy"],
        [python, "-m", "pytest", "-n", "2"],
    ]
    for step in [[python, "-m", "pytest", *arguments]] if arguments else steps:
        print("·", " ".join(step[2:]), flush=True)
        code = subprocess.call(step, cwd=PROJECT, env=environment)
        if code:
            return code
    return 0


def missing_packages() -> list[str]:
    """Debian packages whose part is not on this machine."""
    packages = [package for program, package in NEEDED.items() if not shutil.which(program, path=PATH)]
    if not shutil.which("fc-list") or FONT[0] not in _output(["fc-list", ":", "family"]):
        packages.append(FONT[1])
    return packages


def install(packages: list[str]) -> bool:
    """Install with apt where this is root on Debian; False elsewhere."""
    if not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return False
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    commands = (["apt-get", "update", "-q"], ["apt-get", "install", "-qy", "--no-install-recommends", *packages])
    return all(subprocess.call(command, env=environment, stdout=subprocess.DEVNULL) == 0 for command in commands)


def _output(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
