"""Deadlines as iCalendar (RFC 5545): all of them, and those of each area.

Each is one event with two alarms; where no hour is written it takes the whole day.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from ...content.entry import Entry
from ...content.library import Library
from ...content.models import ExplainerMeta
from ...pages.shared.policy_facets import Finder
from ...settings.moment import Moment
from ...settings.site import SiteSettings
from ..asset import Asset
from ..characters import allowed
from ..identity import identity_of

if TYPE_CHECKING:
    from icalendar import Event

URL = "calendars/deadlines.ics"
_ALARMS = (timedelta(days=-7), timedelta(days=-1))
_MORNING = timedelta(hours=9)


def calendars(finder: Finder, library: Library, settings: SiteSettings) -> Iterator[Asset]:
    """The calendar of all deadlines that have not passed, and one for each area that has policies."""
    dated = sorted(
        (entry for entry in library.of_kind("policy-explainer") if _deadline(entry, library.at)),
        key=lambda entry: (str(_deadline(entry, library.at)), entry.url),
    )
    yield Asset(URL, _calendar(f"{settings.name}：申报截止", dated, settings, library))
    for area in finder.values["area"]:
        members = [entry for entry in dated if area.id in entry.terms("policy_areas")]
        name = f"{settings.name}：{area.name}申报截止"
        yield Asset(f"calendars/policies/area/{area.id}.ics", _calendar(name, members, settings, library))


def _deadline(entry: Entry, at: Moment) -> Moment | None:
    meta = entry.meta
    found = meta.deadline if isinstance(meta, ExplainerMeta) and isinstance(meta.deadline, Moment) else None
    return found if found and found.day >= at.day else None


def _calendar(name: str, entries: Iterable[Entry], settings: SiteSettings, library: Library) -> bytes:
    from icalendar import Calendar  # costs a tenth of a second to load, which only a build should wait for

    calendar = Calendar()
    calendar.add("prodid", "-//zhuanti//topic site generator//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval;value=duration", "P1D")
    for entry in entries:
        deadline = _deadline(entry, library.at)
        if deadline:
            calendar.add_component(_event(entry, deadline, settings))
    return bytes(calendar.to_ical())


def _event(entry: Entry, deadline: Moment, settings: SiteSettings) -> "Event":
    from icalendar import Alarm, Event

    event = Event()
    changed = entry.modified or deadline
    title = allowed(f"{'示例：' if entry.meta.sample else ''}申报截止：{entry.meta.title}")
    event.add("uid", f"{identity_of(entry)}@deadline")
    event.add("dtstamp", changed.at.astimezone(UTC))
    if deadline.has_clock:
        event.add("dtstart", deadline.at.astimezone(UTC))
    else:
        event.add("dtstart", deadline.day)
        event.add("dtend", deadline.day + timedelta(days=1))
    event.add("summary", title)
    said = "以发文机关原文为准。" + (f"截止时间：{deadline.chinese}。" if deadline.has_clock else "")
    event.add("description", allowed(f"{entry.meta.summary or ''}\n{said}".strip()))
    event.add("url", settings.root_url + entry.url)
    event.add("transp", "TRANSPARENT")
    for before in _ALARMS:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", title)
        alarm.add("trigger", before if deadline.has_clock else before + _MORNING)
        event.add_component(alarm)
    return event
