"""Where lines of titles end on the very cards and posters, in their own sizes and typefaces."""

from collections.abc import Callable
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

import pytest
import yaml
from tests.conftest import PROJECT
from tests.images.cards.sheets import BILL, SHEET, with_cover

from zhuanti.images.cards import parts
from zhuanti.images.cards.plate import Plate
from zhuanti.images.cards.poster import draw_poster
from zhuanti.images.cards.setting import Fitted, fit
from zhuanti.images.cards.sheet import Sheet
from zhuanti.images.cards.square import draw_square
from zhuanti.images.cards.wide import draw_wide

TABLE = yaml.safe_load((PROJECT / "tests/cases/cards/titles.yml").read_text("utf-8"))
FORMS: dict[str, Callable[[Sheet], Plate]] = {
    "wide": draw_wide,
    "square": draw_square,
    "poster": lambda sheet: draw_poster(replace(BILL, sheet=sheet)),
}


class Set(Exception):
    """Thrown once a title is set: what is drawn behind that is of no interest here."""

    def __init__(self, found: Fitted) -> None:
        self.found = found


@pytest.fixture
def stopping(monkeypatch: pytest.MonkeyPatch) -> None:
    def set_and_stop(*given: object) -> Fitted:
        raise Set(fit(*given))  # type: ignore[arg-type]

    monkeypatch.setattr(parts, "fit", set_and_stop)
    monkeypatch.setattr(Plate, "picture", lambda *given: None)


@pytest.mark.usefixtures("stopping")
@pytest.mark.parametrize("marked", [*TABLE["mended"], *TABLE["right"]])
def test_lines_end_only_where_the_table_allows(marked: str, tmp_path: Path) -> None:
    pieces = marked.split("|")
    title, allowed = "".join(pieces), set(accumulate(map(len, pieces)))
    plain = replace(SHEET, title=title, names=tuple(name for name in TABLE["names"] if name in title))
    wrong = []
    for form, draw in FORMS.items():
        for sheet in (plain, with_cover(plain, tmp_path)):
            for serif in (False, True):
                with pytest.raises(Set) as stopped:
                    draw(replace(sheet, serif=serif))
                found = stopped.value.found
                ends = set(accumulate(len(line) for line in found.texts))
                if found.cut or not ends <= allowed:
                    wrong.append((form, sheet.cover is not None, serif, "|".join(found.texts)))
    assert not wrong
