"""The first page: what is due, what is incomplete, what was sent and received."""

from dataclasses import dataclass
from datetime import date

from pug_desktop.app import fill, receive, send
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.kinds import RecordId
from pug_desktop.storage import records, tallies
from pug_desktop.storage.records import conflicts as conflicted

OPEN_STATES = ("belum", "proses")
DUE_SHOWN = 8


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


@dataclass(frozen=True, slots=True)
class SectionRow:
    """One prerequisite of the profile's own sheet."""

    code: str
    name: str
    filled: int
    total: int
    backed: int


@dataclass(frozen=True, slots=True)
class ExchangeRow:
    """One bundle: `at` is ISO, `detail` its number and size or records in words."""

    at: str
    office_name: str
    seq: int
    records: int


@dataclass(frozen=True, slots=True)
class Home:
    """What the first page shows; a province has no sheet, so that `incomplete` is empty there."""

    year: int
    due_follow_ups: tuple[DueRow, ...]
    due_total: int
    overdue_total: int
    incomplete: tuple[SectionRow, ...]
    last_sent: tuple[ExchangeRow, ...]
    last_received: tuple[ExchangeRow, ...]
    meetings: int
    attendance: int
    offices: int
    conflicts: int


def home(ws: Workspace, year: int | None = None, lang: str = "id") -> Home:
    """The profile at a glance."""
    year = year or ws.clock().year
    today = ws.clock().date()
    with ws.database.read() as connection:
        titles = {each.id: each.text("title") for each in records.select(connection, "meeting")}
        open_ones = [
            each for each in records.select(connection, "follow_up") if each.values["state"] in (*OPEN_STATES, None)
        ]
        counts = tallies.rows_by_kind(connection, ("meeting", "attendance", "office"))
        disagreeing = len(conflicted(connection))
    due = sorted((_due(each, titles, today) for each in open_ones), key=lambda row: row.due_on or "9999")
    return Home(
        year=year,
        due_follow_ups=tuple(due[:DUE_SHOWN]),
        due_total=len(due),
        overdue_total=sum(1 for each in due if each.overdue),
        incomplete=_sections(ws, year, lang),
        last_sent=tuple(
            ExchangeRow(each.made_at, each.addressee_name, each.seq, 0)
            for each in send.sent_log(ws)
            if each.state == "dikirim"
        )[:5],
        last_received=tuple(
            ExchangeRow(each.taken_at, each.sender_name, each.seq, each.new + each.changed)
            for each in receive.received_log(ws)
        )[:5],
        meetings=counts["meeting"],
        attendance=counts["attendance"],
        offices=counts["office"],
        conflicts=disagreeing,
    )


def _due(each: records.Stored, titles: dict[RecordId, str], today: date) -> DueRow:
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


def _sections(ws: Workspace, year: int, lang: str) -> tuple[SectionRow, ...]:
    if ws.profile.role == "provinsi":
        return ()
    return tuple(
        SectionRow(
            each.section.name,
            each.section.label.of(lang),
            each.completeness.filled,
            each.completeness.total - each.completeness.not_relevant,
            each.completeness.backed,
        )
        for each in fill.sheet(ws, year).sections
    )
