"""The audit itself: which pages it judges, when it passes, what it says. The judges are not run here."""

import io
import json
import re
import urllib.request
from dataclasses import replace
from pathlib import Path
from urllib.error import HTTPError

import pytest
from rich.console import Console

import run_audit
from audit import data
from audit.frames import CONTROL, Motion, share
from audit.kinds import PageKind, kinds_of, pages_of, root_url
from audit.lighthouse import CATEGORIES, Judgement, best
from audit.markup import is_mistaken
from audit.report import Report, as_json, show
from audit.server import served

ROOM = Path(run_audit.__file__).parent / "audit"
FRONT = PageKind("首页", "", True)
GOOD = Judgement(FRONT, {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}, 1, ())
SLOW = Judgement(FRONT, GOOD.scores | {"performance": 97}, 3, ("largest-contentful-paint 2.6 s",))
MARK = '<link rel="canonical" href="https://zhuanti.example.cn/zt/">'
NOT_INDEXED = '<meta name="robots" content="noindex">'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site by hand; ``s`` is a sample, ``b`` is longer than ``a``."""
    for url, text in {
        "": MARK,
        "cases/": "",
        "cases/a/": "甲",
        "cases/b/": "乙" * 9,
        "cases/s/": NOT_INDEXED + "丙" * 99,
        "cases/page/2/": "丁" * 99,
        "events/s/": NOT_INDEXED,
        "old/": '<meta http-equiv="refresh" content="0; url=../cases/">',
    }.items():
        (tmp_path / url).mkdir(parents=True, exist_ok=True)
        (tmp_path / url / "index.html").write_text(text, "utf-8")
    (tmp_path / "404.html").write_text(NOT_INDEXED, "utf-8")
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/site-01234567.css").write_text("a { color: red }" * 99)
    return tmp_path


def test_one_page_of_every_kind_is_judged_and_real_ones_come_first(site: Path) -> None:
    assert [(kind.name, kind.url, kind.indexed) for kind in kinds_of(site)] == [
        ("首页", "", True),
        ("案例列表", "cases/", True),
        ("案例", "cases/b/", True),
        ("活动", "events/s/", False),
        ("找不到", "404.html", False),
    ]
    assert len(pages_of(site)) == 9 and root_url(site) == "https://zhuanti.example.cn/zt/"


def test_the_repositorys_site_has_every_kind_that_is_built_today(built_site: Path) -> None:
    names = {kind.name for kind in kinds_of(built_site)}
    assert names >= {
        "首页",
        "专栏",
        "稿件",
        "案例",
        "政策原文",
        "政策解读",
        "图集",
        "活动",
        "通报",
        "分类",
        "标签",
        "说明页",
    }


def test_the_repositorys_data_has_no_fault(built_site: Path) -> None:
    assert list(data.faults(built_site, root_url(built_site))) == []


@pytest.mark.parametrize(
    ("sources", "message", "mistaken"),
    [
        ("'self' data:", "image “data:image/webp;base64,UklG...” blocked by “img-src” directive.", True),
        ("'self'", "image “data:image/webp;base64,UklG...” blocked by “img-src” directive.", False),
        ("'self' data:", "image “https://a.cn/data:x” blocked by “img-src” directive.", False),
        ("'self' data:", "external script “data:x” blocked by “script-src” directive.", False),
    ],
)
def test_only_a_data_picture_that_the_policy_allows_is_no_fault(
    sources: str, message: str, mistaken: bool, tmp_path: Path
) -> None:
    policy = f"default-src 'none'; img-src {sources}; script-src 'self'".replace("'", "&#39;")
    page = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text(page, "utf-8")
    said = f"Resource violates Content Security Policy (meta tag): {message}"
    assert is_mistaken(said, tmp_path, "a/") is mistaken


@pytest.mark.parametrize(
    ("report", "passed"),
    [
        (Report([GOOD], 9, [], []), True),
        (Report(None, 9, [], None), True),
        (Report([GOOD, SLOW], 9, [], []), False),
        (Report([GOOD], 9, ["a/:3 error: 坏"], []), False),
        (Report([GOOD], 9, [], ["sitemap.xml is missing"]), False),
        (Report(None, 9, None, None, [Motion(CONTROL, 600, 100.0), Motion("galleries/a/", 600, 95.0)]), True),
        (Report(None, 9, None, None, [Motion(CONTROL, 600, 100.0), Motion("galleries/a/", 600, 94.9)]), False),
        (Report(None, 9, None, None, [Motion(CONTROL, 600, 80.0), Motion("galleries/a/", 600, 96.0)]), False),
    ],
)
def test_one_fault_of_one_judge_is_enough(report: Report, passed: bool) -> None:
    assert report.passed == passed == as_json(report)["passed"]


def test_a_frame_counts_only_while_the_page_moves() -> None:
    frames = [(1000.0, 90.0), (2000.0, 16.7), (2017.0, 19.9), (2040.0, 20.0), (3000.0, 90.0)]
    assert share(frames, [1990.0, 2005.0, 2020.0]) == (3, 66.7)
    assert share(frames, []) == (0, 0.0)


def test_a_busy_machine_is_named_where_frames_are_late() -> None:
    shown = io.StringIO()
    late = [Motion(CONTROL, 600, 80.0), Motion("galleries/a/", 600, 79.0)]
    show(Report(None, 9, None, None, late), Console(file=shown, width=120))
    assert "✗ 79.0%" in shown.getvalue() and "机器太忙" in shown.getvalue()
    assert as_json(Report(None, 9, None, None, late))["frames"][1] == {
        "url": "galleries/a/",
        "frames": 600,
        "percent": 79.0,
    }


@pytest.mark.parametrize("name", CATEGORIES)
def test_a_category_that_was_not_judged_is_below(name: str) -> None:
    scores = {other: score for other, score in GOOD.scores.items() if other != name}
    assert Judgement(FRONT, scores, 1, ()).below == (name,)


UNMEASURED = Judgement(FRONT, dict.fromkeys(CATEGORIES, 0), 1, ("NO_FCP",), "NO_FCP")
POOR = Judgement(FRONT, GOOD.scores | {"seo": 90}, 1, ("meta-description",))


@pytest.mark.parametrize(
    ("runs", "judgement", "tries"),
    [
        ([GOOD], GOOD, 1),
        ([SLOW, GOOD], GOOD, 2),
        ([UNMEASURED, SLOW, UNMEASURED, GOOD], GOOD, 4),
        ([SLOW, UNMEASURED, SLOW, SLOW, UNMEASURED], SLOW, 5),
        ([UNMEASURED] * 5, UNMEASURED, 5),
        # what does not depend on the machine is not asked again
        ([POOR], POOR, 1),
        ([UNMEASURED, POOR], POOR, 2),
    ],
)
def test_a_page_that_was_slow_or_could_not_be_measured_is_tried_again(
    runs: list[Judgement], judgement: Judgement, tries: int
) -> None:
    left = iter(runs)
    assert best(next(left), lambda: next(left)) == replace(judgement, tries=tries)
    assert next(left, None) is None


def test_the_report_names_what_failed_and_how_often_it_was_tried() -> None:
    out = io.StringIO()
    show(Report([SLOW], 9, ["a/:3 error: 坏"], []), Console(file=out, width=120))
    text = out.getvalue()
    assert "✗ 97" in text and "largest-contentful-paint 2.6 s" in text and "取最好的一次" in text
    assert "HTML 检查（9 页）：1 个问题" in text and "体检没有通过" in text


def test_without_a_site_the_audit_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_audit.main(["--site", str(tmp_path / "nothing")]) == 2
    assert "topic.py build" in capsys.readouterr().err


def test_npm_packages_are_pinned_by_hash_and_no_host_is_named() -> None:
    wanted = json.loads((ROOM / "package.json").read_text())["dependencies"]
    assert wanted["lighthouse"] == "12.2.3" and all(re.fullmatch(r"[\d.]+", version) for version in wanted.values())
    packages = json.loads((ROOM / "package-lock.json").read_text())["packages"]
    assert {name: packages[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    for name, package in packages.items():
        assert "resolved" not in package, name
        assert not name or package["integrity"].startswith("sha512-"), name


def test_the_site_is_served_compressed_below_its_path_with_its_own_404(site: Path) -> None:
    with served(site, "/zt/") as address:
        css = urllib.request.Request(f"{address}assets/site-01234567.css", headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(css) as answer:
            assert answer.headers["Content-Encoding"] == "gzip" and "immutable" in answer.headers["Cache-Control"]
        with urllib.request.urlopen(f"{address}cases/b/") as answer:
            assert answer.read().decode() == "乙" * 9
        with pytest.raises(HTTPError) as missing:
            urllib.request.urlopen(f"{address}nothing/")
        assert missing.value.code == 404 and missing.value.read().decode() == NOT_INDEXED
