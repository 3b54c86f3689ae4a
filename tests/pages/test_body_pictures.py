import pytest

from zhuanti.images.pictures import Picture
from zhuanti.pages.shared.pictures import body_picture
from zhuanti.prose import ImageRef, render

PICTURE = Picture("content/a/b.webp", "media/b.jpg", 1800, 1200)


@pytest.mark.parametrize(
    ("written", "alt", "caption", "focus"),
    [
        ('![车间](b.webp "夜里的车间 focus 50% 33%")', "车间", "夜里的车间", "fy-30"),
        ('![车间](b.webp "focus 20% 100%")', "车间", "", "fx-20 fy-100"),
        ("![车间](b.webp)", "车间", "", ""),
        ("![](b.webp){.decorative}", "", "", ""),
    ],
)
def test_a_picture_of_a_body_is_as_its_editor_wrote_it(written: str, alt: str, caption: str, focus: str) -> None:
    (image,) = (part for part in render(written, path="a.md").segments if isinstance(part, ImageRef))
    view = body_picture(image, PICTURE)
    assert (view.alt, view.caption, view.focus) == (alt, caption, focus)
