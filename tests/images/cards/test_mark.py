"""The mark on cards is the mark of the site."""

import re
from pathlib import Path

import pytest
from tests.conftest import PROJECT

from zhuanti.images.cards import mark

SVG = Path(PROJECT, "hooks/theme/components/header/mark.svg").read_text("utf-8")


def test_its_geometry_is_that_of_the_header() -> None:
    rings = re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)" stroke-width="([\d.]+)"/>', SVG)
    assert [(float(x), float(y)) for x, y, _, _ in rings] == [mark.CENTRE] * 2
    assert tuple((float(radius), float(width)) for _, _, radius, width in rings) == mark.RINGS
    ball = re.search(r'<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)" fill', SVG)
    assert ball and [float(part) for part in ball.groups()] == [*mark.BALL, mark.BALL_RADIUS]
    line = re.search(r'd="M([\d.]+) ([\d.]+)V([\d.]+)" stroke="var\(--line\)" stroke-width="([\d.]+)"', SVG)
    assert line and [float(part) for part in line.groups()] == pytest.approx(
        [mark.CENTRE[0], mark.SIDE, mark.LINE_TOP, mark.LINE_WIDTH]
    )
