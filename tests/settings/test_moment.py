"""Moments as editors write them."""

import contextlib
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhuanti.settings.moment import CHINA, Moment, MomentError, parse_moment

ACCEPTED = [
    ("2023-05-01", "2023-05-01"), ("2023-5-1", "2023-05-01"), ("2023/5/1", "2023-05-01"), ("2023.05.01", "2023-05-01"),
    ("2023年5月1日", "2023-05-01"), (" 2023-05-01 ", "2023-05-01"), ("2024-02-29", "2024-02-29"),
    ("2023-05-01 09:30", "2023-05-01T09:30:00+08:00"), ("2023-05-01T09:30:15", "2023-05-01T09:30:15+08:00"),
    ("2023-05-01 9:30", "2023-05-01T09:30:00+08:00"), ("2023-05-01　09：30", "2023-05-01T09:30:00+08:00"),
    ("2023年5月1日9时30分", "2023-05-01T09:30:00+08:00"), ("2023年5月1日 9点", "2023-05-01T09:00:00+08:00"),
    ("2023-05-01 01:30Z", "2023-05-01T09:30:00+08:00"), ("2023-05-01 09:30+08:00", "2023-05-01T09:30:00+08:00"),
    ("2023-04-30T20:30:00-0500", "2023-05-01T09:30:00+08:00"), ("2023-05-01 00:00", "2023-05-01T00:00:00+08:00"),
]  # fmt: skip
NOT_UNDERSTOOD = [
    "", "今天", "2023", "2023-05", "2023年5月", "5月1日", "23-5-1", "20230501", "2023-05/01", "01/05/2023", "2023-05-01 上午",
    "2023-05-01至2023-05-03", "2023-05-01 9", "2023-05-01Z", "二〇二三年五月一日", "-2023-05-01", "2023-05-0109:30",
]  # fmt: skip
IMPOSSIBLE = ["2023-02-29", "2023-02-30", "2023-13-01", "2023-00-10", "2023-05-32", "0000-01-01", "2023-05-01 24:00",
              "2023-05-01 09:60", "2023年4月31日", "2023-05-01 09:30+25:00"]  # fmt: skip


@pytest.mark.parametrize(("text", "iso"), ACCEPTED)
def test_accepted(text: str, iso: str) -> None:
    assert parse_moment(text).iso == iso


@pytest.mark.parametrize("text", NOT_UNDERSTOOD)
def test_not_understood(text: str) -> None:
    with pytest.raises(MomentError) as error:
        parse_moment(text)
    assert not error.value.impossible


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_impossible(text: str) -> None:
    with pytest.raises(MomentError) as error:
        parse_moment(text)
    assert error.value.impossible


TIMES = st.datetimes(min_value=datetime(1000, 1, 2), max_value=datetime(9999, 12, 30)).map(
    lambda at: at.replace(microsecond=0, tzinfo=CHINA)
)


@given(TIMES)
def test_moments_read_back_as_written(at: datetime) -> None:
    moment = Moment(at, has_clock=True)
    assert parse_moment(moment.iso) == moment
    day = Moment(at.replace(hour=0, minute=0, second=0))
    assert parse_moment(day.iso) == parse_moment(day.chinese) == day


@given(TIMES, st.integers(-14 * 60, 14 * 60))
def test_the_zone_never_changes_the_moment(at: datetime, minutes: int) -> None:
    elsewhere = at.astimezone(timezone(timedelta(minutes=minutes)))
    assert parse_moment(elsewhere.isoformat()).at == at


@given(st.text(max_size=30))
def test_any_text_is_a_moment_or_refused(text: str) -> None:
    with contextlib.suppress(MomentError):
        assert parse_moment(text).at.utcoffset() == timedelta(hours=8)
