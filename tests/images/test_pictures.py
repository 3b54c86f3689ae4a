"""From references to what is published: widths, addresses, faults at their places, nothing that is held back."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.images.originals import noise, png_header, saved, talkative
from tests.site.cases import AT, lay_out

from zhuanti.images.darkroom import Darkroom
from zhuanti.images.originals import Refused, look
from zhuanti.images.recipe import STEPS, formats_for, widths_for
from zhuanti.problems.catalogue import pictures
from zhuanti.settings.moment import parse_moment
from zhuanti.settings.options import BuildOptions
from zhuanti.site.generate import Checked, check, generate

FOLDER = "content/columns/in-action"
ENTRY = """---
title: 甲
form: 消息
cover: a.jpg
cover_alt: 车间
date: 2023-06-01
source: {{name: 示例单位}}
review: {{first: 甲, second: 乙, final: 丙}}
status: {status}
{more}
---
正文第一段。

![车间](a.jpg)
"""
PUBLISHED = ENTRY.format(status="published", more="")


def made(project: Path, text: str, data: bytes, making: bool = True) -> Checked:
    lay_out(project, {f"{FOLDER}/a.md": text})
    (project / FOLDER / "a.jpg").write_bytes(data)
    darkroom = Darkroom(project / ".cache/pictures", making)
    return check(project, BuildOptions(parse_moment(AT)), None, darkroom=darkroom)


def media(project: Path, checked: Checked) -> dict[str, bytes]:
    site = generate(checked, BuildOptions(parse_moment(AT)), project)
    return {
        asset.url: asset.content.read_bytes() if isinstance(asset.content, Path) else asset.content
        for asset in site.assets
        if asset.url.startswith("media/")
    }


@given(st.sampled_from(["cover", "figure", "hero"]), st.integers(1, 30_000), st.integers(160, 1600))
def test_there_is_always_an_edition_that_is_not_much_too_wide(use: str, original: int, needed: int) -> None:
    steps = STEPS[use]  # type: ignore[index]
    widths = widths_for(original, steps)
    assert widths and max(widths) <= original and list(widths) == sorted(set(widths))
    chosen = min((width for width in widths if width >= needed), default=max(widths))
    if needed >= steps[0] / 1.5:
        assert chosen <= 1.5 * needed
    assert chosen >= min(needed, original / 1.15)


def test_a_picture_too_high_for_webp_goes_without_it() -> None:
    assert formats_for((1080, 16_000), 1080, False) == ("avif", "webp", "jpg")
    assert formats_for((1080, 20_000), 1080, True) == ("avif", "png")


def test_everything_published_is_an_edition_and_holds_no_metadata(tmp_path: Path) -> None:
    files = media(tmp_path, made(tmp_path, PUBLISHED, talkative()))
    assert sorted(name.split("-")[2] for name in files) == [
        f"{width}.{format}" for width in (240, 360, 540) for format in ("avif", "jpg", "webp")
    ]
    assert not [name for name, data in files.items() if b"SECRET" in data or b"GPS" in data]


def test_the_address_for_previews_is_a_jpeg_of_about_1200_pixels(tmp_path: Path) -> None:
    checked = made(tmp_path, PUBLISHED, saved(noise((2000, 1200)), "PNG"), making=False)
    picture = checked.pictures[f"{FOLDER}/a.md", "a.jpg"]
    assert picture.url == f"{picture.stem}-1600.jpg"


@pytest.mark.parametrize(
    ("status", "more"),
    [("draft", ""), ("published", "publish_at: 2030-01-01"), ("published", "withdraw_at: 2023-12-01")],
)
def test_pictures_of_what_is_held_back_are_not_published(tmp_path: Path, status: str, more: str) -> None:
    assert media(tmp_path, made(tmp_path, ENTRY.format(status=status, more=more), talkative())) == {}


def test_a_file_that_cannot_be_decoded_is_told_wherever_it_is_used(tmp_path: Path) -> None:
    whole = saved(noise((600, 400)), "JPEG")
    text = PUBLISHED
    for making in (False, True, False):  # a check says what a build would say, before it and after
        checked = made(tmp_path, text, whole[: len(whole) // 2], making)
        found = [(p.place.line, p.message) for p in checked.problems if p.code == pictures.UNREADABLE.code]
        assert found == [(line, "图片“a.jpg”打不开：文件不完整，像是没有传完") for line in (4, 14)]
        assert media(tmp_path, checked) == {}


@pytest.mark.parametrize("size", [(9000, 9000), (30_001, 100), (20_000, 20_000), (65_000, 65_000)])
def test_what_would_exhaust_memory_is_refused_by_its_header(size: tuple[int, int]) -> None:
    found = look(png_header(*size), "a.png")
    assert isinstance(found, Refused) and found.rule is pictures.TOO_LARGE


@pytest.mark.parametrize(
    ("data", "name", "rule"),
    [
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "a.jpg", pictures.HEIC),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "a.heic", pictures.HEIC),
        (b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "a.png", pictures.SVG),
        (b"\xef\xbb\xbf<svg/>", "a.svg", pictures.SVG),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "a.jpg", pictures.UNREADABLE),
        (b"", "a.jpg", pictures.UNREADABLE),
        (b"GIF89a", "a.gif", pictures.UNREADABLE),
    ],
)
def test_the_bytes_decide_and_the_name_does_not(data: bytes, name: str, rule: object) -> None:
    found = look(data, name)
    assert isinstance(found, Refused) and found.rule is rule
