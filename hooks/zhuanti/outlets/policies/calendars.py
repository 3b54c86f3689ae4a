"""Deadlines as iCalendar (RFC 5545), each with two alarms; all of them, and those of each area.

A day without an hour is a whole day and rings at nine; a written hour is the end itself. The self-test's own calendar
(theme/alone/match/30-calendar.js) follows the same rule, under the same ids.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from ...content.entry import Entry
from ...content.library import Library
from ...pages.shared.policy_facets import Finder, dated_explainers, open_deadlines
from ...settings.moment import Moment
from ...settings.site import SiteSettings
from ..asset import Asset
from ..characters import allowed
from ..identity import deadline_id

if TYPE_CHECKING:
    from icalendar import Event

URL = "calendars/deadlines.ics"
_ALARMS = (timedelta(days=-7), timedelta(days=-1))
_MORNING = timedelta(hours=9)


def calendars(finder: Finder, library: Library, settings: SiteSettings) -> Iterator[Asset]:
    """The calendar of all deadlines that have not passed, and one for each area that has policies."""
    dated = dated_explainers(library)
    yield Asset(URL, _calendar(f"{settings.name}：申报截止", dated, settings, library))
    for area in finder.values["area"]:
        members = [entry for entry in dated if area.id in entry.terms("policy_areas")]
        name = f"{settings.name}：{area.name}申报截止"
        yield Asset(f"calendars/policies/area/{area.id}.ics", _calendar(name, members, settings, library))


def _calendar(name: str, entries: Iterable[Entry], settings: SiteSettings, library: Library) -> bytes:
    from icalendar import Calendar  # costs a tenth of a second to load, which only a build should wait for

    calendar = Calendar()
    calendar.add("prodid", "-//zhuanti//topic site generator//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval;value=duration", "P1D")
    for entry in entries:
        (deadline,) = open_deadlines((entry,), library.at)
        calendar.add_component(_event(entry, deadline, settings))
    return bytes(calendar.to_ical())


def _event(entry: Entry, deadline: Moment, settings: SiteSettings) -> "Event":
    from icalendar import Alarm, Event

    event = Event()
    changed = entry.modified or deadline
    sample = entry.meta.sample
    title = allowed(f"{'示例：' if sample else ''}申报截止：{entry.meta.title}")
    event.add("uid", deadline_id(entry))
    event.add("dtstamp", changed.at.astimezone(UTC))
    if deadline.has_clock:
        event.add("dtstart", deadline.at.astimezone(UTC))
    else:
        event.add("dtstart", deadline.day)
        event.add("dtend", deadline.day + timedelta(days=1))
    event.add("summary", title)
    said = ("这是示例，不是真实的政策。" if sample else "", entry.meta.summary or "", "是否适用，以发文机关原文为准。")
    event.add("description", allowed("\n".join(filter(None, said))))
    event.add("url", settings.root_url + entry.url)
    event.add("transp", "TRANSPARENT")
    for before in _ALARMS:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", title)
        alarm.add("trigger", before if deadline.has_clock else before + _MORNING)
        event.add_component(alarm)
    return event
