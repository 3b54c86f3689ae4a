"""The galleries' own pictures: each drawn, each named by its gallery, no two of a gallery alike, the accent rare."""

import re
from itertools import combinations
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from drawings.palette import FORGE, FORGE_LIT
from drawings.scenes.catalogue import SCENES, draw_scene

GALLERIES = Path(__file__).parents[2] / "content/galleries"
BODIES = {path.parent: path.read_text(encoding="utf-8") for path in GALLERIES.rglob("index.md")}
FIGURE = re.compile(r"!\[([^\]]+)\]\(([\w-]+\.\w+)(?: \"[^\"]+\")?\)")
KILOBYTES = {".webp": 120, ".mp4": 900, ".mp3": 400}


def small(key: str) -> Image.Image:
    """A scene at thumbnail size in its own ratio."""
    wide, high = SCENES[key][2]
    return draw_scene(key, (wide // 10, high // 10), ss=2)


def accent_share(picture: Image.Image) -> float:
    """The share of pixels near the forge colours."""
    pixels = list(picture.get_flattened_data())
    near = [
        p for p in pixels if any(max(abs(a - b) for a, b in zip(p, f, strict=True)) < 24 for f in (FORGE, FORGE_LIT))
    ]
    return len(near) / len(pixels)


@pytest.mark.parametrize("key", sorted(SCENES))
def test_every_scene_is_drawn_in_its_ratio_with_a_rare_accent(key: str) -> None:
    assert accent_share(small(key)) < 0.06


def test_every_gallery_has_the_forge_accent_in_its_cover() -> None:
    assert all(accent_share(small(f"{folder.name}/cover")) > 0.001 for folder in BODIES)


def test_no_two_pictures_of_one_gallery_are_alike() -> None:
    for folder in BODIES:
        pictures = [small(key) for key in SCENES if key.startswith(f"{folder.name}/")]
        for one, other in combinations(pictures, 2):
            if one.size == other.size:
                assert max(ImageStat.Stat(ImageChops.difference(one, other)).mean) > 1.5


def test_the_catalogue_holds_exactly_the_pictures_that_galleries_name() -> None:
    named = {
        f"{folder.name}/{Path(name).stem}"
        for folder, text in BODIES.items()
        for name in [*(name for _, name in FIGURE.findall(text)), "cover.webp"]
        if name.endswith(".webp")
    }
    assert named == set(SCENES)


def test_every_named_file_lies_beside_its_gallery_within_its_weight() -> None:
    for folder, text in BODIES.items():
        names = [name for _, name in FIGURE.findall(text)] + re.findall(
            r'^(?:music|cover): "(.+)"$', text, re.MULTILINE
        )
        assert len(names) == len(set(names))
        for name in names:
            file = folder / name
            assert 0 < file.stat().st_size <= KILOBYTES[file.suffix] * 1000, file


def test_every_file_beside_a_gallery_is_used() -> None:
    for folder, text in BODIES.items():
        companions = {Path(name).stem for _, name in FIGURE.findall(text) if name.endswith(("mp3", "mp4"))}
        for file in folder.iterdir():
            assert file.name == "index.md" or file.name in text or file.stem in companions, file


def test_a_film_lies_with_captions_and_a_poster_that_fills_the_screen() -> None:
    films = [
        folder / name for folder, text in BODIES.items() for _, name in FIGURE.findall(text) if name.endswith("mp4")
    ]
    assert films
    for film in films:
        assert film.with_suffix(".vtt").read_text(encoding="utf-8").startswith("WEBVTT\n")
        with Image.open(film.with_suffix(".webp")) as poster:
            assert poster.size == (1080, 1920)
