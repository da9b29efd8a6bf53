"""Meetings and follow-ups as a calendar file, for the calendars that people carry."""

from datetime import time
from pathlib import Path

from pug_desktop import errors
from pug_desktop.app import follow_ups, meet
from pug_desktop.app.follow_ups import FollowUpRow
from pug_desktop.app.meet import MeetingView
from pug_desktop.app.report import Wish
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.dates import date_words, parse_date
from pug_desktop.domain.kinds import Value
from pug_desktop.reports.calendar_file import CalendarEntry, write_calendar


def meeting_calendar(ws: Workspace, out: Path, wish: Wish) -> None:
    """The meeting itself and its open follow-ups.

    Raises:
        MeetingHasNoDay: its day is not known, and no follow-up has one either.
    """
    view = meet.meeting(ws, str(wish.meeting_id))
    rows = [row for row in follow_ups.follow_ups(ws, wish.lang) if row.meeting_id == view.id]
    entries = [*_of_meeting(view), *_of_follow_ups(rows)]
    if not entries:
        raise errors.MeetingHasNoDay(day=f"{date_words(view.date)} / {date_words(view.date, 'en')}")
    write_calendar(out, entries, name=_text(view.values["title"]) or "Rapat PUG", made_at=ws.clock())


def follow_up_calendar(ws: Workspace, out: Path, wish: Wish) -> None:
    """The open follow-ups of all meetings that have a due date."""
    del wish
    entries = _of_follow_ups(follow_ups.follow_ups(ws))
    write_calendar(out, entries, name="Tindak lanjut PUG", made_at=ws.clock())


def _of_meeting(view: MeetingView) -> list[CalendarEntry]:
    day = view.date.complete
    if day is None:
        return []
    values = view.values
    agenda = "\n".join(f"{number}. {each['text'] or ''}" for number, each in enumerate(view.agenda, 1))
    facts = (
        ("Tema", _text(values["theme"])),
        ("Penyelenggara", _text(values["organiser"])),
        ("Pimpinan", _text(values["chair_name"])),
        ("Acara", f"\n{agenda}" if agenda else None),
    )
    return [
        CalendarEntry(
            id=view.id,
            title=_text(values["title"]) or "Rapat PUG",
            day=day,
            starts=_time(values["start_time"]),
            ends=_time(values["end_time"]),
            place=_text(values["place"]),
            notes="\n".join(f"{name}: {text}" for name, text in facts if text),
            called_off=values["state"] == "batal",
        )
    ]


def _of_follow_ups(rows: "list[FollowUpRow] | tuple[FollowUpRow, ...]") -> list[CalendarEntry]:
    return [
        CalendarEntry(
            id=row.id,
            title=f"Tindak lanjut: {row.text}",
            day=day,
            notes="\n".join(
                f"{name}: {text}"
                for name, text in (
                    ("Penanggung jawab", row.person),
                    ("Instansi", row.office),
                    ("Rapat", row.meeting_title),
                )
                if text
            ),
            remind=True,
        )
        for row in rows
        if row.open and (day := parse_date(row.due_on)) is not None
    ]


def _text(value: Value) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _time(value: Value) -> time | None:
    try:
        # An hour with a zone is read as the hour that is written: all times here are floating.
        return time.fromisoformat(value).replace(tzinfo=None) if isinstance(value, str) else None
    except ValueError:
        return None
