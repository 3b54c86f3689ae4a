"""What operators see of the releases of a target."""

from zhuanti.release.publishing.receipts import Receipt
from zhuanti.release.publishing.tables import releases_table


def receipt(number: int, outcome: str) -> Receipt:
    release = f"{number:04d}-20261126-0900"
    return Receipt(number, "publish", release, "", outcome, "ed", "c", "", "", "2026-11-26T09:00:00+08:00")  # type: ignore[arg-type]


def lines(receipts: list[Receipt], live: str) -> list[str]:
    return releases_table(receipts, live, [each.release for each in receipts]).splitlines()[1:]


def test_a_switch_that_is_not_confirmed_has_the_arrow_where_readers_get_it() -> None:
    receipts = [receipt(1, "live"), receipt(2, "switching")]
    newest, before = lines(receipts, receipts[1].release)
    assert newest.startswith("→") and newest.endswith("已切换，还没有确认")
    assert not before.startswith("→")


def test_a_switch_that_is_not_done_is_shown_as_under_way_or_stopped() -> None:
    receipts = [receipt(1, "live"), receipt(2, "switching")]
    newest, before = lines(receipts, receipts[0].release)
    assert newest.endswith("正在切换，或停在了这一步") and not newest.startswith("→")
    assert before.startswith("→")
