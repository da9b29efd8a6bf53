"""Calendar files (.ics, RFC 5545) that Outlook, Google Calendar and phones take in.

Times are "floating": the hour as it was written, wherever the file is opened. A meeting in Jayapura at 9 is at 9 there,
and no office asks in which zone it lies. Follow-ups are whole-day events with a reminder the day before: tasks (VTODO)
are ignored by most programs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from pug_desktop import __version__
from pug_desktop.reports.file import save
from pug_desktop.reports.plain_text import clean, one_line

if TYPE_CHECKING:
    from icalendar import Event

_NAME_LIMIT = 200


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One event; without `starts` it lasts the whole day.

    `id` is the record's: the same file read twice moves the event instead of doubling it.
    """

    id: str
    title: str
    day: date
    starts: time | None = None
    ends: time | None = None
    place: str | None = None
    notes: str | None = None
    remind: bool = False
    """The day before."""
    called_off: bool = False


def write_calendar(out: Path, entries: Sequence[CalendarEntry], *, name: str, made_at: datetime) -> None:
    """Writes the file.

    Args:
        out: the .ics.
        entries: the events.
        name: of the calendar.
        made_at: with its zone.

    Raises:
        DiskFull, FolderNotWritable
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//PUG Desktop//{__version__}//ID")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", one_line(name)[:_NAME_LIMIT])
    for entry in entries:
        calendar.add_component(_event(entry, made_at))
    save(out, calendar.to_ical())


def _event(entry: CalendarEntry, made_at: datetime) -> "Event":
    from icalendar import Alarm, Event

    event = Event()
    event.add("uid", f"{entry.id}@pug-desktop")
    event.add("dtstamp", made_at)
    event.add("summary", one_line(entry.title)[:_NAME_LIMIT])
    if entry.starts is None:
        event.add("dtstart", entry.day)
        if entry.day < date.max:  # without an end it lasts that one day as well
            event.add("dtend", entry.day + timedelta(days=1))
    else:
        event.add("dtstart", datetime.combine(entry.day, entry.starts))
        if entry.ends is not None and entry.ends > entry.starts:
            event.add("dtend", datetime.combine(entry.day, entry.ends))
    if place := one_line(entry.place):
        event.add("location", place)
    if notes := clean(entry.notes).strip():
        event.add("description", notes)
    if entry.called_off:
        event.add("status", "CANCELLED")
    if entry.remind:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", one_line(entry.title)[:_NAME_LIMIT])
        alarm.add("trigger", timedelta(days=-1))
        event.add_component(alarm)
    return event
