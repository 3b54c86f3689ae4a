"""The check's estimate of a scene's height against a browser's, over scenes of every kind from short to too long."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from tests.browser.galleries import shown
from tests.browser.serving import served
from tests.conftest import PROJECT, run
from tests.pages.galleries.scenes import PATH, scenes_of
from tests.site.cases import lay_out

from zhuanti.pages.galleries.kinds import kind_of
from zhuanti.pages.galleries.space import SCREEN, SLACK, space_problem

_SAID = (
    "第二段钢丝进炉退火，温度一格一格升上去，班组隔十分钟看一次表，记一次数，换班时把本子交给下一位；"
    "表上的数和炉里的火对得上，才算这一班没有白过。"
)
_PICTURE, _SOURCE = "![示意画：灰](tall.png)\n\n", "\n\n来源：示例单位，2024年示例数据"
_HEAD = (
    "---\ntitle: 甲\nstatus: published\ndate: 2023-01-01\nsource: {name: 大众日报}\n"
    "review: {first: 甲岗, second: 乙岗, final: 丙岗}\n---\n\n"
)
_WIDE_FILM = 16 / 9


def said(length: int) -> str:
    return (_SAID * 9)[:length]


def rows(head: str, numbers: int, count: int) -> str:
    lines = [f"| {head} |" + " 数（吨） |" * numbers, "| --- |" + " --- |" * numbers]
    return "\n".join([*lines, *(f"| {2020 + at}年 |" + f" {at + 3} |" * numbers for at in range(count))])


def written() -> Iterator[tuple[str, str]]:
    """Names and bodies."""
    for length in (60, 100, 130, 150, 170, 200):
        yield f"图{length}", _PICTURE + said(length) + _SOURCE
        yield f"标题这样长的一屏，图上再写{length}个字够不够", _PICTURE + said(length) + _SOURCE
    for length in (100, 120, 140, 160, 180, 200):
        yield f"文{length}", said(length)
        yield f"列{length}", "\n".join(f"- {said(length // 4)}" for _ in range(4))
    for length in (20, 80, 140):
        yield f"数{length}", "**735 ℃**\n\n" + said(length) + _SOURCE
        yield f"数图{length}", "**约10～12家**\n\n" + _PICTURE + said(length) + _SOURCE
    for length in (40, 60, 70, 80, 100):
        yield f"引图{length}", _PICTURE + f"> {said(length)}\n>\n> ——示例企业 巡检岗" + _SOURCE
        yield f"引{length}", f"> {said(length)}" + _SOURCE
    for count in range(3, 9):
        yield f"步{count}", "\n".join(f"{at}. {said(18)}" for at in range(1, count + 1)) + _SOURCE
        yield f"路{count} {{.route}}", "\n".join(f"{at}. 清水镇：{said(8)}" for at in range(1, count + 1)) + _SOURCE
        yield f"站{count} {{.route}}", "\n".join(f"{at}. {said(6)}" for at in range(1, count + 1))
    for count in range(2, 7):
        yield f"时{count}", "\n".join(f"- 202{at}年5月：{said(22)}" for at in range(count)) + _SOURCE
        yield f"短时{count}", "\n".join(f"- 202{at}年：{said(10)}" for at in range(count)) + _SOURCE
        yield f"条{count} {{.bars}}", rows("年", 1, count) + "\n\n" + said(30) + _SOURCE
        yield f"双条{count} {{.bars}}", rows("年", 2, count) + "\n\n" + said(30) + _SOURCE
    for length in (20, 60, 100):
        yield f"线{length}", rows("年", 1, 5) + "\n\n" + said(length) + _SOURCE
    for length in (10, 30, 50, 70):
        pair = '![前](tall.png "之前")\n\n![后](tall.png "之后")\n\n'
        yield f"前后{length} {{.before-after}}", pair + said(length) + _SOURCE
    for count in range(2, 7):
        for length in (0, 20, 40):
            pictures = "".join(f'![图{at}](tall.png "第{at}张")\n\n' for at in range(count))
            yield f"组{count}字{length}", pictures + said(length) + (_SOURCE if length else "")
    for count in range(2, 7):
        options = "\n".join(f"- [{'x' if at == 1 else ' '}] 选项的内容第{at}个" for at in range(count))
        yield f"测{count}", options + "\n\n" + said(50) + _SOURCE
        yield f"测题{count}", said(40) + "\n\n" + options
    for length in (10, 40, 80, 120, 170):
        yield f"视{length}", "![动画：圆环](film.mp4)\n\n" + said(length)
        yield f"宽视{length}", "![动画：圆环](wide.mp4)\n\n" + said(length)
    for length in (10, 60, 80, 100, 120):
        yield f"音{length}", "![录音：声](sound.mp3)\n\n" + said(length)


BODY = "\n\n".join(f"## {name}\n\n{body}" for name, body in written())


@pytest.fixture(scope="module")
def every_length(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with one gallery of all these scenes."""
    project = tmp_path_factory.mktemp("space") / "project"
    shutil.copytree(PROJECT / "hooks", project / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(PROJECT / "docs", project / "docs")
    shutil.copy(PROJECT / "mkdocs.yml", project)
    pictures = {"tall.png": [1080, 1920], "film.png": [720, 1280], "wide.png": [1280, 720]}
    files = {f"content/galleries/g/{name}": {"picture": size} for name, size in pictures.items()}
    lay_out(project, {"content/galleries/g/index.md": _HEAD + BODY + "\n", **files})
    films = sorted((PROJECT / "content").rglob("*.mp4")), sorted((PROJECT / "content").rglob("*.mp3"))
    for name, sources in (("film.mp4", films[0]), ("wide.mp4", films[0]), ("sound.mp3", films[1])):
        shutil.copy(sources[0], project / "content/galleries/g" / name)
    built = run(project, "zhuanti", "build")
    assert built.returncode == 0, built.stdout
    with served(project / "site", tmp_path_factory.mktemp("served")) as url:
        yield url + "galleries/g/"


def test_what_is_said_to_be_too_long_is_too_long_on_the_smallest_phone(browser: Browser, every_length: str) -> None:
    """Up to ``SLACK`` pixels either is right: nobody has to scroll for them."""
    with shown(browser, every_length, "small", reduced_motion="reduce") as page:
        heights: list[int] = page.evaluate(
            """[...document.querySelectorAll("[data-scene]")].map((each) => each.offsetHeight)"""
        )
    wrong = []
    for scene, height in zip(scenes_of(BODY), heights[1:], strict=False):
        kind = kind_of(PATH, scene)[0]
        told = space_problem(PATH, scene, kind, _WIDE_FILM if scene.heading.text.startswith("宽视") else 0) is not None
        if (told and height <= SCREEN) or (not told and height > SCREEN + SLACK):
            wrong.append((scene.heading.text, kind, height, "said" if told else "not said"))
    assert wrong == []
