#!/usr/bin/env python3
"""Write the lock files anew from pyproject.toml: ``python3 scripts/lock.py [--upgrade]``.

Versions that still fit are kept; ``--upgrade`` takes the newest of everything. One lock serves every Python
and system listed below, and for each of them a wheel of every package has to exist: where one is missing, an
editor's machine would need a compiler. Needs uv (``pip install uv``).
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
RUNTIME = "requirements.lock"
DEV = "requirements-dev.lock"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SYSTEMS = (
    "x86_64-manylinux_2_28",
    "aarch64-manylinux_2_28",
    "x86_64-apple-darwin",
    "aarch64-apple-darwin",
    "x86_64-pc-windows-msvc",
)
HEADER = "# Written by scripts/lock.py from pyproject.toml. Do not edit.\n"
DEV_HEADER = HEADER + "# What developers need on top of requirements.lock; the two are installed together.\n"
COMPILE = ("pip", "compile", "--quiet", "--no-header", "--no-annotate", "--generate-hashes")
# One version for all Pythons: the same article has to become the same page on everybody's machine.
UNIVERSAL = ("--universal", "--python-version", PYTHONS[0], "--fork-strategy", "fewest")


def uv(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run uv in the project's folder."""
    program = shutil.which("uv")
    if program is None:
        sys.exit("找不到 uv。请先运行：pip install uv")
    return subprocess.run([program, *arguments], cwd=PROJECT, text=True, capture_output=True)


def packages(text: str) -> list[str]:
    """Split a lock file into its packages, each with its hashes."""
    body = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#"))
    return re.findall(r"^\S.*(?:\n[ \t].*)*\n", body, re.MULTILINE)


def compile_lock(name: str, header: str, *arguments: str) -> None:
    """Write one lock file; leave the old one alone when that fails."""
    draft = PROJECT / f".{name}.draft"
    if (PROJECT / name).exists():
        shutil.copy(PROJECT / name, draft)
    try:
        result = uv(*COMPILE, *UNIVERSAL, "pyproject.toml", "-o", draft.name, *arguments)
        if result.returncode != 0:
            sys.exit(f"无法生成 {name}：\n{result.stderr}")
        (PROJECT / name).write_text(header + draft.read_text("utf-8"), "utf-8", newline="\n")
    finally:
        draft.unlink(missing_ok=True)


def drop_runtime() -> None:
    """Leave in the developers' lock only what the other does not have."""
    have = set(packages((PROJECT / RUNTIME).read_text("utf-8")))
    added = [each for each in packages((PROJECT / DEV).read_text("utf-8")) if each not in have]
    (PROJECT / DEV).write_text(DEV_HEADER + "".join(added), "utf-8", newline="\n")


def missing_wheels(name: str) -> list[str]:
    """Return what uv says for each Python and system that lacks a wheel."""
    problems = []
    for python in PYTHONS:
        for system in SYSTEMS:
            target = ("--python-version", python, "--python-platform", system)
            command = (*COMPILE, *target, "--no-deps", "--only-binary", ":all:", name)
            # What the lock was just made from is still in uv's cache: asking the index again takes minutes.
            result = uv(*command, "--offline")
            if result.returncode != 0:
                result = uv(*command)
            if result.returncode != 0:
                problems.append(f"{name}，Python {python}，{system}：\n{result.stderr}")
    return problems


def main() -> None:
    """Write both lock files and check them."""
    upgrade = sys.argv[1:]
    if upgrade not in ([], ["--upgrade"]):
        sys.exit("用法：python3 scripts/lock.py [--upgrade]")
    compile_lock(RUNTIME, HEADER, *upgrade)
    compile_lock(DEV, DEV_HEADER, "--extra", "dev", "--constraints", RUNTIME, *upgrade)
    drop_runtime()
    problems = missing_wheels(RUNTIME) + missing_wheels(DEV)
    if problems:
        sys.exit("以下组合没有现成的 wheel：\n\n" + "\n".join(problems))
    counts = [len(packages((PROJECT / name).read_text("utf-8"))) for name in (RUNTIME, DEV)]
    print(f"{RUNTIME}：{counts[0]} 个软件包；{DEV}：另加 {counts[1]} 个。各系统、各版本都有现成的 wheel。")


if __name__ == "__main__":
    main()
