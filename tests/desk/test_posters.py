"""``topic export poster``: files for printing, and sentences where there are none."""

from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from tests.conftest import run
from tests.site.cases import lay_out
from tests.site.test_printing import HELD, event

FILES = {
    "mkdocs.yml": "site_name: x\n",
    "content/events/a.md": event("一场活动"),
    "content/events/b.md": HELD,
    "content/notices/n.md": event("一则通报").replace("date:", 'issuer: "甲局"\nlegal_basis: "乙法"\ndate:'),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return lay_out(tmp_path / "project", FILES)


def export(project: Path, *arguments: str) -> tuple[int, str]:
    hooks = str(Path(__file__).parents[2] / "hooks")
    result = run(project, "zhuanti", "export", "poster", *arguments, PYTHONPATH=hooks)
    return result.returncode, result.stdout + result.stderr


def test_two_posters_are_written_whose_codes_lead_to_the_entry(project: Path) -> None:
    code, said = export(project, "content/events/a.md", "--out", "out", "--base-url", "https://news.example.com/zt/")
    assert code == 0, said
    sizes = {}
    for path in (project / "out").iterdir():
        assert path.name in said
        with Image.open(path) as image:
            sizes[path.name] = (image.size, round(image.info.get("dpi", (0, 0))[0]))
            small = image.convert("RGB").resize((image.width // 3, image.height // 3))
        assert [found.text for found in zxingcpp.read_barcodes(small)] == ["https://news.example.com/zt/events/a/"]
    assert sizes == {"a-1080x1920.png": ((1080, 1920), 0), "a-a3.png": ((3508, 4961), 300)}


def test_a_folder_stands_for_all_that_is_public_in_it(project: Path) -> None:
    code, said = export(project, "content/events")
    assert code == 0, said
    assert sorted(path.name for path in (project / "haibao").iterdir()) == ["a-1080x1920.png", "a-a3.png"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("content/events/b.md", "不是能发布的稿件"),
        ("content/notices/n.md", "没有海报"),
        ("content/notices", "没有能做海报的稿件"),
    ],
)
def test_what_has_no_poster_is_said(project: Path, path: str, said: str) -> None:
    code, output = export(project, path)
    assert code == 1 and said in output and "Traceback" not in output


def test_without_a_path_the_command_asks_for_one(project: Path) -> None:
    code, output = export(project)
    assert code == 2 and "缺少参数" in output
