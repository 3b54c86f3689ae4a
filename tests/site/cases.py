"""A case's files as a project on disk, and the problems of a check in the form a case file has them."""

import base64
import shutil
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from zhuanti.problems import Problem
from zhuanti.settings.moment import parse_moment
from zhuanti.settings.options import BuildOptions
from zhuanti.site.generate import Checked, check

BACKGROUND = Path(__file__).parent / "background"
AT = "2024-01-01"


def lay_out(project: Path, files: dict[str, Any]) -> Path:
    """The background with a case's files on top; a file without a value is taken away."""
    shutil.copytree(BACKGROUND, project, dirs_exist_ok=True)
    for name, value in files.items():
        path = project / name
        if value is None:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_bytes(value))
    return project


def checked(project: Path, at: str = AT, samples: bool = True) -> Checked:
    return check(project, BuildOptions(parse_moment(at), samples=samples), None)


def shown(problem: Problem) -> dict[str, Any]:
    return {
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message,
        "hint": problem.hint,
    }


def _bytes(value: Any) -> bytes:
    if isinstance(value, str):
        return value.encode()
    if "base64" in value:
        return base64.b64decode(value["base64"])
    stream = BytesIO()
    Image.new("RGB", tuple(value["picture"]), "#2F5D8A").save(stream, "PNG")
    return stream.getvalue()
