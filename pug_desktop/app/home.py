"""The first page: what is due, what is incomplete, what was sent and received."""

from dataclasses import dataclass

from pug_desktop.app import fill, receive, send
from pug_desktop.app.due import DueRow, due
from pug_desktop.app.workspace import Workspace
from pug_desktop.storage import decisions, tallies

DUE_SHOWN = 8


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
    year = year or ws.today.year
    waiting = due(ws)
    with ws.database.read() as connection:
        counts = tallies.rows_by_kind(connection, ("meeting", "attendance", "office"))
        disagreeing = decisions.count_open(connection)
    return Home(
        year=year,
        due_follow_ups=waiting[:DUE_SHOWN],
        due_total=len(waiting),
        overdue_total=sum(1 for each in waiting if each.overdue),
        incomplete=_sections(ws, year, lang),
        last_sent=tuple(
            ExchangeRow(each.made_at, each.addressee_name, each.seq, 0)
            for each in send.sent_log(ws)
            if each.state in ("dikirim", "diterima")
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
