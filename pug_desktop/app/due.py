"""Follow-ups that are not done, by their due date.

Light on purpose: the first row that the window shows waits for this module, not for the sheets.
"""

from dataclasses import dataclass
from datetime import date

from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.kinds import RecordId
from pug_desktop.storage import records
from pug_desktop.storage.records import Stored

OPEN_STATES = ("belum", "proses")

CALLED_OFF = "batal"
"""A meeting in this state has nothing that is due: its follow-ups rest with it."""

NO_DAY = "9999"
"""Sorts what has no due date behind all that have one."""


@dataclass(frozen=True, slots=True)
class DueRow:
    """A follow-up that is not done; `due_on` is ISO, None when no day was set."""

    id: RecordId
    meeting_id: RecordId
    meeting_title: str
    text: str
    person: str
    due_on: str | None
    state: str
    overdue: bool


def due(ws: Workspace) -> tuple[DueRow, ...]:
    """What is not done yet, the earliest first; what has no due date stands last."""
    today = ws.today
    with ws.database.read() as connection:
        found = [
            each for each in records.select(connection, "follow_up") if each.values["state"] in (*OPEN_STATES, None)
        ]
        meetings = {each.id: each for each in records.select(connection, "meeting")} if found else {}
    rests = {each.id for each in meetings.values() if each.text("state") == CALLED_OFF}
    titles = {each.id: each.text("title") for each in meetings.values()}
    rows = (_row(each, titles, today) for each in found if each.text("meeting_id") not in rests)
    return tuple(sorted(rows, key=lambda row: row.due_on or NO_DAY))


def _row(each: Stored, titles: dict[RecordId, str], today: date) -> DueRow:
    due_on = each.text("due_on") or None
    meeting = each.text("meeting_id")
    return DueRow(
        id=each.id,
        meeting_id=meeting,
        meeting_title=titles.get(meeting, ""),
        text=each.text("text"),
        person=each.text("person_name"),
        due_on=due_on,
        state=each.text("state") or "belum",
        overdue=due_on is not None and due_on < today.isoformat(),
    )
