"""What receipts tell of what was done before."""

import pytest
from tests.release.test_schedule import receipt

from zhuanti.release.publishing.history import newest, overtaken

AT = "2023-05-01T09:00:00+08:00"


@pytest.mark.parametrize(
    ("seen", "outcomes", "is_overtaken"),
    [
        ((0, ""), [], False),
        ((0, ""), ["live"], True),
        ((1, "live"), ["live"], False),
        ((1, "live"), ["live", "live"], True),
        # somebody was at it when it was decided, and came to an end
        ((2, "switching"), ["live", "live"], True),
        ((2, "switching"), ["live", "reverted"], True),
        ((2, "switching"), ["live", "failed"], True),
        # or had died, and is closed by whoever comes next
        ((2, "switching"), ["live", "abandoned"], False),
        ((2, "switching"), ["live", "unconfirmed"], False),
        ((2, "switching"), ["live", "abandoned", "live"], True),
        ((2, "switching"), ["live", "live", "abandoned"], True),
    ],
)
def test_a_decision_is_overtaken_by_whatever_was_done_since(
    seen: tuple[int, str], outcomes: list[str], is_overtaken: bool
) -> None:
    receipts = [receipt(number, AT, outcome=outcome) for number, outcome in enumerate(outcomes, 1)]
    assert overtaken(seen, receipts) is is_overtaken
    assert not overtaken(newest(receipts), receipts)
