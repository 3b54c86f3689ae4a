"""Moments as editors write them: China time unless a zone is written.

China has used UTC+08:00 without summer time since 1991, so a fixed offset serves every date the site can hold and
needs no time-zone database on the machine.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

CHINA = timezone(timedelta(hours=8), "Asia/Shanghai")

_DATE = r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})-|/(?P<month2>\d{1,2})/|\.(?P<month3>\d{1,2})\.|年(?P<month4>\d{1,2})月)(?P<day>\d{1,2})日?"
_CLOCK = r"(?P<hour>\d{1,2})(?:[:：](?P<minute>\d{2})(?:[:：](?P<second>\d{2})(?:\.\d+)?)?|[时点](?:(?P<minute2>\d{1,2})分)?)"
_ZONE = r"(?P<zone>Z|[+-]\d{2}:?\d{2})"
_MOMENT = re.compile(rf"{_DATE}(?:(?:[ T　]\s*|(?<=日))(?:{_CLOCK})(?:\s*{_ZONE})?)?")


class MomentError(ValueError):
    """A text that is no moment; ``impossible`` tells a date that no calendar has from a form not understood."""

    def __init__(self, text: str, impossible: bool) -> None:
        super().__init__(text)
        self.impossible = impossible


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A point in time, with whether the hour was written."""

    at: datetime
    has_clock: bool = False

    @property
    def day(self) -> date:
        """The calendar day in China."""
        return self.at.astimezone(CHINA).date()

    @property
    def iso(self) -> str:
        """ISO 8601: a date alone where no hour was written."""
        return self.at.astimezone(CHINA).isoformat() if self.has_clock else self.day.isoformat()

    @property
    def instant(self) -> str:
        """Date and time as RFC 3339 asks; a date alone begins at midnight in China."""
        return self.at.astimezone(CHINA).isoformat(timespec="seconds")

    @property
    def chinese(self) -> str:
        """``2023年5月1日`` or ``2023年5月1日 09:30``."""
        local = self.at.astimezone(CHINA)
        text = f"{local.year}年{local.month}月{local.day}日"
        return f"{text} {local:%H:%M}" if self.has_clock else text


def parse_moment(text: str) -> Moment:
    """Read a date or a date with a clock.

    Accepted: ``2023-05-01``, ``2023/5/1``, ``2023.5.1``, ``2023年5月1日``, each with ``09:30``, ``9时30分`` or
    seconds behind it, and a zone (``Z``, ``+08:00``) behind the clock. A bare date is 00:00.

    Raises:
        MomentError: the text is not one of these forms, or names a day no calendar has.
    """
    match = _MOMENT.fullmatch(text.strip())
    if match is None:
        raise MomentError(text, impossible=False)
    part = match.groupdict()
    month = part["month"] or part["month2"] or part["month3"] or part["month4"]
    minute = part["minute"] or part["minute2"] or 0
    try:
        moment = datetime(
            int(part["year"]), int(month), int(part["day"]),
            int(part["hour"] or 0), int(minute), int(part["second"] or 0),
            tzinfo=_zone(part["zone"]),
        )  # fmt: skip
        return Moment(moment.astimezone(CHINA), part["hour"] is not None)
    except (ValueError, OverflowError):
        raise MomentError(text, impossible=True) from None


def now() -> Moment:
    """The machine's present second; read once, at the edge of a run."""
    return Moment(datetime.now(UTC).replace(microsecond=0).astimezone(CHINA), has_clock=True)


def _zone(text: str | None) -> timezone:
    if text is None:
        return CHINA
    if text == "Z":
        return UTC
    sign = -1 if text[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(text[1:3]), minutes=int(text[-2:])))
