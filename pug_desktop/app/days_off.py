"""The days on which nobody works here, and what is said of a due date that falls on one."""

from dataclasses import dataclass
from datetime import date

from pug_desktop import errors
from pug_desktop.app import edit
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain import working_days
from pug_desktop.domain.dates import parse_date
from pug_desktop.domain.identity import natural_id
from pug_desktop.domain.kinds import RecordId
from pug_desktop.domain.working_days import OwnDay, OwnDays
from pug_desktop.storage import records


@dataclass(frozen=True, slots=True)
class OffDay:
    """A day on which nobody works, and the next one on which somebody does (ISO)."""

    name: str
    next_on: str


@dataclass(frozen=True, slots=True)
class DayRow:
    """One line of the list: a national holiday (without `id`), or a day of this office's own."""

    day_on: str
    name: str
    working: bool = False
    id: RecordId | None = None


def own_days(ws: Workspace) -> OwnDays:
    """What this office says of single days; those of offices below it count there only."""
    with ws.database.read() as connection:
        found = records.select(connection, "holiday", {"scope": ws.profile.scope})
    return {
        day: OwnDay(each.text("name"), bool(each.values["working"]))
        for each in found
        if (day := parse_date(each.text("day_on"))) is not None
    }


def off_day(ws: Workspace, day_on: str | None, lang: str = "id") -> OffDay | None:
    """What to say of a due date (ISO); None when it is a working day, or no day at all."""
    day = parse_date(day_on)
    return judged(day, own_days(ws), lang) if day is not None else None


def judged(day: date, own: OwnDays, lang: str = "id") -> OffDay | None:
    """As `off_day`, for many days at once."""
    name = working_days.off_name(day, own, lang)
    return OffDay(name, working_days.next_working_day(day, own).isoformat()) if name else None


def days(ws: Workspace, year: int, lang: str = "id") -> tuple[DayRow, ...]:
    """The national holidays of a year and this office's own days, by day; an own day stands instead of a national one.

    A day that an office declared a working day is in the list too.
    """
    with ws.database.read() as connection:
        found = records.select(connection, "holiday", {"scope": ws.profile.scope})
    names = working_days.national(year, lang)
    own = {
        day: DayRow(day.isoformat(), each.text("name") or names.get(day, ""), bool(each.values["working"]), each.id)
        for each in found
        if (day := parse_date(each.text("day_on"))) is not None and day.year == year
    }
    known = {day: DayRow(day.isoformat(), name) for day, name in names.items()}
    made = known | own
    return tuple(made[day] for day in sorted(made))


def save_day(ws: Workspace, day_on: str, name: str = "", *, working: bool = False) -> RecordId:
    """Enter a holiday of the office, or a working day where the calendar has a holiday; once for each day.

    Raises:
        WrongValue: no such day.
    """
    if parse_date(day_on) is None:
        raise errors.WrongValue(field="holiday.day_on", value=day_on, expected="YYYY-MM-DD")
    made = natural_id("holiday", ws.profile.scope, day_on)
    return edit.create(ws, "holiday", {"day_on": day_on, "name": name.strip() or None, "working": working}, id=made)


def remove_day(ws: Workspace, record_id: RecordId) -> edit.Saved:
    """Take back what the office said of a day; the national calendar counts again."""
    return edit.remove(ws, "holiday", record_id)
