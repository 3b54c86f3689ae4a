"""Cards are made once, whole, and alike however they are made."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.images.cards.sheets import BILL, SHEET, with_cover

from zhuanti.images.cards.press import Form, Order, Press

SHEETS = [replace(SHEET, title=f"第{number}张卡片的标题") for number in range(6)]
ORDERS = [
    *(Order(form, sheet) for sheet in SHEETS for form in ("wide", "square")),
    Order("poster", BILL),
    Order("code", BILL.address),
]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_several_workers_in_any_order_make_the_same_files_as_one(tmp_path: Path) -> None:
    assert Press(tmp_path / "one", workers=1).print(ORDERS) == len(ORDERS)
    assert Press(tmp_path / "two", workers=2).print(reversed(ORDERS)) == len(ORDERS)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_nothing_is_made_twice(tmp_path: Path) -> None:
    orders = ORDERS[:3]
    press = Press(tmp_path, workers=1)
    assert press.print([*orders, *orders]) == 3
    assert press.print(orders) == Press(tmp_path, workers=1).print(orders) == 0
    press.file(orders[0]).unlink()
    assert press.print(orders) == 1


def test_a_file_that_was_cut_short_is_made_again(tmp_path: Path) -> None:
    press = Press(tmp_path, workers=1)
    press.print(ORDERS[:1])
    whole = press.file(ORDERS[0]).read_bytes()
    press.file(ORDERS[0]).write_bytes(b"")
    assert press.print(ORDERS[:1]) == 1
    assert press.file(ORDERS[0]).read_bytes() == whole


@pytest.mark.parametrize(
    "change",
    [{"title": "别的"}, {"kicker": "别的"}, {"sample": True}, {"serif": True}, {"ground": "deep"}, {"foot": ()}],
)
def test_whatever_a_card_shows_is_part_of_its_key(change: dict[str, object]) -> None:
    assert Order("wide", replace(SHEET, **change)).key != Order("wide", SHEET).key  # type: ignore[arg-type]


def test_form_and_campaign_are_part_of_the_key_and_the_machine_is_not(tmp_path: Path) -> None:
    forms: tuple[Form, ...] = ("wide", "square")
    assert len({Order(form, SHEET).key for form in forms}) == 2
    other = replace(SHEET, campaign=replace(SHEET.campaign, forge="#7a1f5c"))
    assert Order("wide", other).key != Order("wide", SHEET).key
    here = with_cover(SHEET, tmp_path)
    assert here.cover
    there = replace(here, cover=replace(here.cover, file=Path("/elsewhere/cover.png")))
    assert Order("wide", here).key == Order("wide", there).key


def test_the_report_hears_of_every_card_and_of_the_end(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    Press(tmp_path, lambda done, total: heard.append((done, total)), workers=1).print(ORDERS[:3])
    assert heard == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OSError):
        Press(tmp_path / "file" / "cards", workers=1).print(ORDERS[:1])
