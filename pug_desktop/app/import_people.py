"""A list of participants from a file onto the attendance list of a meeting: read, corrected, imported, undone.

`Draft` (people_draft.py) is what a person sees; `run` writes what it shows in one transaction, which is one step to
undo. What became of each row can be kept as a workbook.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from pug_desktop import errors
from pug_desktop.app import attend
from pug_desktop.app.import_words import (
    placed_words,
    remark_words,
    skipped_words,
    target_words,
)
from pug_desktop.app.people_columns import TARGETS
from pug_desktop.app.people_draft import Draft, DraftRow
from pug_desktop.app.workspace import Workspace, errors_of
from pug_desktop.domain.kinds import RecordId
from pug_desktop.intake.tables import read_tables
from pug_desktop.progress import Step, silent
from pug_desktop.storage import journal, records

_COLUMNS = "import_columns"
"""The setting that keeps what a heading was taken as."""

_MOST_REMEMBERED = 500

Outcome = Literal["masuk", "dilewati", "gagal"]

OUTCOMES: Mapping[Outcome, tuple[str, str]] = {
    "masuk": ("masuk", "imported"),
    "dilewati": ("dilewati", "left out"),
    "gagal": ("gagal", "failed"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one row of the file; `why` in both languages, "" where all is well."""

    row: int
    name: str
    outcome: Outcome
    why: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did."""

    lines: tuple[Line, ...]
    added: tuple[RecordId, ...]

    def count(self, outcome: Outcome) -> int:
        """How many rows came to that."""
        return sum(line.outcome == outcome for line in self.lines)


def open_list(ws: Workspace, meeting_id: RecordId, path: Path, step: Step = silent) -> Draft:
    """Read a file and compare it with the list of the meeting; nothing is written.

    Raises:
        FileUnreadable
        ListRefused: no list can be read from it.
        NoSuchRecord: the meeting is not there.
        WrongRole: it is another office's, which alone writes its list.
    """
    step(0, 3)
    with ws.database.read() as connection:
        meeting = records.get(connection, "meeting", meeting_id)
        remembered = journal.read_setting(connection, _COLUMNS)
    if meeting is None:
        raise errors.NoSuchRecord(kind="meeting", id=meeting_id)
    if meeting.scope != ws.profile.scope:
        raise errors.WrongRole(role=ws.profile.role, needed=meeting.scope)
    tables = read_tables(path)
    step(1, 3)
    there = attend.rows(ws, meeting_id)
    known = {heading: str(target) for heading, target in remembered.items() if target in TARGETS or target == ""}
    draft = Draft(tables, there=there, remembered=known, on=_day_of(meeting))
    step(3, 3)
    return draft


def _day_of(meeting: records.Stored) -> date | None:
    """The day of the meeting, the middle of what is known of it; None when not even the year is."""
    year, month, day = (meeting.values[name] for name in ("year", "month", "day"))
    if not isinstance(year, int):
        return None
    try:
        return date(year, month if isinstance(month, int) else 7, day if isinstance(day, int) else 1)
    except ValueError:
        return date(year, 7, 1)


def run(ws: Workspace, meeting_id: RecordId, draft: Draft, step: Step = silent) -> Imported:
    """Write the rows that are ready, as one step that can be undone; remember what the headings were taken as.

    Raises:
        NoSuchRecord: the meeting is not there any more; nothing was written.
    """
    step(0, 2)
    people = draft.people()
    added = attend.add_many(ws, meeting_id, people, what="import") if people else ()
    step(1, 2)
    if draft.header.last is not None:
        _remember(ws, draft.mapping())
    step(2, 2)
    return outcome_of(draft, added)


def outcome_of(draft: Draft, added: tuple[RecordId, ...] = ()) -> Imported:
    """What became of each row, or would."""
    return Imported(tuple(_line(draft, row) for row in draft.rows), added)


def _remember(ws: Workspace, mapping: Mapping[str, str]) -> None:
    with ws.database.write() as connection:
        known = {**journal.read_setting(connection, _COLUMNS)}
        for heading, target in mapping.items():
            # What was taken anew stands last; the oldest go when there are too many.
            known.pop(heading, None)
            known[heading] = target
        kept = dict(list(known.items())[-_MOST_REMEMBERED:])
        journal.write_setting(connection, _COLUMNS, kept)


def _line(draft: Draft, row: DraftRow) -> Line:
    outcome: Outcome = "dilewati" if row.skipped else "gagal" if row.read.problems else "masuk"
    why = tuple(_why(draft, row, lang) for lang in ("id", "en"))
    return Line(row.place, row.name or row.read.texts.get("name", ""), outcome, (why[0], why[1]))


def _why(draft: Draft, row: DraftRow, lang: str) -> str:
    if row.skipped:
        return skipped_words(row, lang)
    if row.read.problems:
        return "; ".join(placed_words(draft, row, each, lang) for each in row.read.problems)
    return "; ".join(remark_words(draft, row, lang))


def write_result(out: Path, draft: Draft, imported: Imported, lang: str = "id") -> None:
    """Keep what became of each row as a workbook; rows that are not in stand on a sheet that can be imported again.

    Raises:
        DiskFull, FolderNotWritable: nothing was written.
    """
    from pug_desktop.reports.workbook import Sheet, write_workbook

    english = lang == "en"
    headings = (("Baris", "Nama", "Hasil", "Keterangan"), ("Row", "Name", "Outcome", "Remark"))[english]
    rows = [(line.row, line.name, OUTCOMES[line.outcome][english], line.why[english]) for line in imported.lines]
    targets = draft.targets
    outside = [
        (*(row.read.texts.get(target, "") for target in targets), line.why[english])
        for row, line in zip(draft.rows, imported.lines, strict=True)
        if line.outcome != "masuk"
    ]
    sheets = [Sheet(("Hasil impor", "Import result")[english], headings, rows)]
    if outside:
        named = (*(target_words(target, lang) for target in targets), headings[3])
        sheets.append(Sheet(("Belum masuk", "Not imported")[english], named, outside))
    write_workbook(out, sheets, title=headings[2])


def write_template(ws: Workspace, out: Path, meeting_id: RecordId | None = None) -> None:
    """Write the workbook that reads back exactly: empty, or with the attendance list of a meeting.

    Raises:
        DiskFull, FolderNotWritable: nothing was written.
    """
    from pug_desktop.app.people_template import template

    with errors_of(ws.folder):
        template(out, attend.rows(ws, meeting_id) if meeting_id else ())
