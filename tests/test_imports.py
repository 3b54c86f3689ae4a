"""The import rule of the design: rooms use what lies below them, never what lies beside or above."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HOOKS = Path(__file__).parents[1] / "hooks"
ROOT = HOOKS / "zhuanti"
LEVELS = {
    "problems": 0, "settings": 0, "content": 1, "prose": 2, "images": 2, "pages": 3, "outlets": 4, "site": 5,
    "desk": 6, "release": 6, "cli": 7, "__main__": 8,
}  # fmt: skip
KNOW_MKDOCS = {HOOKS / "build.py", ROOT / "cli/building.py"}
FILES = sorted(ROOT.rglob("*.py"))


def imports(file: Path) -> Iterator[str]:
    """Full names of the modules a file imports, also inside functions; ``from m import n`` gives ``m`` and ``m.n``."""
    package = file.relative_to(HOOKS).with_suffix("").parts[:-1]
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) + 1 - node.level] if node.level else ()
            module = ".".join([*base, *([node.module] if node.module else [])])
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


def room(file: Path) -> str:
    return file.relative_to(ROOT).with_suffix("").parts[0]


def is_module(name: str) -> bool:
    path = HOOKS / name.replace(".", "/")
    return path.with_suffix(".py").is_file() or (path / "__init__.py").is_file()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_a_room_imports_only_what_lies_below(file: Path) -> None:
    here = room(file)
    used = {name.split(".")[1] for name in imports(file) if name.startswith("zhuanti.") and is_module(name)}
    assert here == "__init__" or here in LEVELS, f"{here} has no place in the import rule"
    above = {other for other in used if other != here and LEVELS[other] >= LEVELS.get(here, 9)}
    assert not above, f"{here} imports {above}"


@pytest.mark.parametrize("place", ["pages", "outlets"])
def test_modules_of_a_room_do_not_import_each_other(place: str) -> None:
    for file in (ROOT / place).glob("*.py"):
        beside = {
            name for name in imports(file)
            if name.startswith(f"zhuanti.{place}.") and is_module(name) and name.split(".")[2] not in ("shared", "asset", "characters", "identity")
        }  # fmt: skip
        assert not beside, f"{file.name} imports {beside}"


def test_only_two_files_know_mkdocs() -> None:
    knowing = {
        file for file in [*FILES, HOOKS / "build.py"]
        if any(name.split(".")[0] in ("mkdocs", "material") for name in imports(file))
    }  # fmt: skip
    assert knowing == KNOW_MKDOCS


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        ("zhuanti.content.loading", {"mkdocs", "PIL", "pypinyin", "markdown", "jinja2"}),
        ("zhuanti.site.generate", {"mkdocs", "pypinyin"}),
        ("zhuanti.cli", {"mkdocs", "PIL", "pypinyin"}),
    ],
)
def test_an_import_pulls_in_little(module: str, unwanted: set[str]) -> None:
    script = f"import {module}, sys; print(*{{name.split('.')[0] for name in sys.modules}})"
    environment = os.environ | {"PYTHONPATH": str(HOOKS)}
    result = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True
    )  # fmt: skip
    assert not unwanted & set(result.stdout.split())
