"""Hapus data peserta: what names the participants of old meetings goes for good, what is counted stays."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pug_desktop import errors
from pug_desktop.app import meet
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.dates import date_words
from pug_desktop.domain.kinds import RecordId, Value
from pug_desktop.progress import Step, silent
from pug_desktop.storage import erase, journal, records
from pug_desktop.storage.database import Connection
from pug_desktop.storage.records import Stored

_REMOVED = {"id": "(rapat yang sudah dihapus)", "en": "(a meeting that was removed)"}

NOBODY = "–"
"""Stands for the name of a participant of whom nothing else is left that would be counted."""

PERSONAL = {
    "attendance": ("name", "position", "person_id"),
    "attendance_contact": ("nip", "phone"),
    "invitation": ("name", "position", "person_id"),
    "person": ("name", "position", "rank", "office_name"),
    "person_contact": ("nip", "phone", "email"),
}
"""What goes. Sex, office and its sort, role, band of age, disability, and all head counts stay."""


@dataclass(frozen=True, slots=True)
class Old:
    """A meeting, also a removed one, whose participants' data may be removed."""

    id: RecordId
    date_text: str
    title: str
    persons: int


@dataclass(frozen=True, slots=True)
class Cleared:
    """What was removed, and what this program cannot reach.

    Attributes:
        meetings, persons: how many meetings, how many rows of lists.
        register: entries of the register that nothing names any more, and that went as well.
        papers: files in the profile's folder for papers, which may name participants.
        sent: whether bundles left this computer before: others have the names until the next one.
        rewritten: the file was written anew, so that not even its free places hold a name.
    """

    meetings: int
    persons: int
    register: int
    papers: int
    sent: bool
    rewritten: bool


def old_meetings(ws: Workspace, before: date, lang: str = "id") -> tuple[Old, ...]:
    """This office's meetings before a day that still name participants, the oldest first.

    A meeting counts by the last day that it can have been: of one without a day that of its month or year. Meetings
    that were removed are among them: what is removed keeps what it said.
    """
    with ws.database.read() as connection:
        found = [
            (each.id, each.values, each.text("title"), _naming(connection, each.id)) for each in _own(ws, connection)
        ]
        found += [
            (meeting, values, f"{values.get('title') or ''} {_REMOVED[lang]}".strip(), len(naming))
            for meeting, (values, naming) in _removed_meetings(connection, ws.profile.scope).items()
        ]
    rows = [
        Old(meeting, date_words(meet.partial_date(values), lang), title, persons)
        for meeting, values, title, persons in sorted(found, key=lambda each: _last_day(each[1]))
        if persons and _last_day(values) < before.isoformat()
    ]
    return tuple(rows)


def _removed_meetings(
    connection: Connection, scope: str
) -> dict[RecordId, tuple[dict[str, Value], list[tuple[str, RecordId]]]]:
    """The removed meetings of a scope: what they said, and which removed rows of theirs still name somebody."""
    gone = {each.id: erase.shown_fields(each) for each in erase.removed(connection, "meeting", scope)}
    naming: dict[RecordId, list[tuple[str, RecordId]]] = {each: [] for each in gone}
    for kind in ("attendance", "invitation") if gone else ():
        for each in erase.removed(connection, kind, scope):
            fields = erase.shown_fields(each)
            names = any(fields.get(name) not in (None, NOBODY) for name in PERSONAL[kind])
            if names and (rows := naming.get(str(fields.get("meeting_id")))) is not None:
                rows.append((kind, each.id))
    return {meeting: (values, naming[meeting]) for meeting, values in gone.items()}


def _own(ws: Workspace, connection: Connection) -> list[Stored]:
    return records.select(connection, "meeting", {"scope": ws.profile.scope})


def _last_day(values: dict[str, Value]) -> str:
    year, month, day = (values.get(name) for name in ("year", "month", "day"))
    if not isinstance(year, int):
        return "9999"
    return f"{year:04}-{month if isinstance(month, int) else 12:02}-{day if isinstance(day, int) else 31:02}"


def _naming(connection: Connection, meeting_id: RecordId) -> int:
    """Rows of lists and of invitations that name somebody."""
    contacts = {
        each.id
        for each in records.select_below(connection, "attendance_contact", "attendance", {"meeting_id": meeting_id})
        if each.text("nip") or each.text("phone")
    }
    rows = records.select(connection, "attendance", {"meeting_id": meeting_id})
    named = sum(
        each.id in contacts or any(each.values[field] not in (None, NOBODY) for field in PERSONAL["attendance"])
        for each in rows
    )
    asked = records.select(connection, "invitation", {"meeting_id": meeting_id})
    return named + sum(any(each.values[field] for field in PERSONAL["invitation"]) for each in asked)


def clear(ws: Workspace, meeting_ids: Sequence[RecordId], step: Step = silent) -> Cleared:
    """Remove what names the participants of these meetings, for good: no undo, nothing in the bin.

    What was removed of these meetings before is emptied as well. Entries of the register that then stand on no list, in
    no decree and in no task go too. Everything that can be undone in this session is forgotten.

    Raises:
        NoSuchRecord: a meeting is gone.
        WrongRole: a meeting is another office's.
    """
    scope = ws.profile.scope
    with ws.database.write() as connection:
        gone = _removed_meetings(connection, scope)
        for each in meeting_ids:
            found = records.get(connection, "meeting", each)
            if found is None and each not in gone:
                raise errors.NoSuchRecord(kind="meeting", id=each)
            if found is not None and found.scope != scope:
                raise errors.WrongRole(role=ws.profile.role, needed=found.scope)
        eraser = erase.Eraser(connection, now=ws.now_s, by=ws.profile.holder)
        removed = _removed(connection, scope, set(meeting_ids))
        persons: set[RecordId] = set()
        rows = 0
        for done, each in enumerate(meeting_ids):
            step(done, len(meeting_ids))
            if each in gone:
                rows += len(gone[each][1])
                continue
            rows += _clear_list(connection, eraser, each, persons)
            _clear_invited(connection, eraser, each, persons)
            records.update(
                connection, "meeting", each, {"cleared_on": ws.today.isoformat()}, ws.now_s, ws.profile.holder
            )
        for kind, record_id in removed:
            eraser.erase(kind, record_id, dict.fromkeys(PERSONAL[kind]))
        unused = erase.unused_persons(connection, scope, sorted(persons))
        for person in unused:
            _remove_person(connection, eraser, person)
        eraser.finish()
        sent = bool(journal.all_sent(connection))
    # What stood there could be brought back by it.
    ws.history.forget()
    rewritten = _rewritten(ws)
    papers = sum(each.is_file() for each in (ws.folder / "cetak").glob("*"))
    return Cleared(len(meeting_ids), rows, len(unused), papers, sent, rewritten)


def _rewritten(ws: Workspace) -> bool:
    try:
        ws.database.rewrite()
    except errors.PugError:
        # No room for a second copy of the file, or somebody reads it: the names are gone from all records already.
        return False
    return True


def _clear_list(connection: Connection, eraser: erase.Eraser, meeting_id: RecordId, persons: set[RecordId]) -> int:
    found = records.select(connection, "attendance", {"meeting_id": meeting_id})
    for each in found:
        persons |= {each.text("person_id")} - {""}
        # A row that names nobody was never counted, and is not from now on.
        counted = each.values["sex"] or each.text("office_name").strip() or not each.text("name").strip()
        eraser.erase("attendance", each.id, {"name": None if counted else NOBODY, "position": None, "person_id": None})
        eraser.erase("attendance_contact", each.id, {"nip": None, "phone": None})
    return len(found)


def _clear_invited(connection: Connection, eraser: erase.Eraser, meeting_id: RecordId, persons: set[RecordId]) -> None:
    for each in records.select(connection, "invitation", {"meeting_id": meeting_id}):
        persons |= {each.text("person_id")} - {""}
        cells = dict.fromkeys(PERSONAL["invitation"])
        if each.text("office_name") or each.text("office_id"):
            eraser.erase("invitation", each.id, cells)
        else:
            eraser.remove("invitation", each.id, cells)


def _removed(connection: Connection, scope: str, meetings: set[Value]) -> list[tuple[str, RecordId]]:
    """What was taken off these meetings' lists before: it has no row, but its record and the bin know it."""
    found: list[tuple[str, RecordId]] = []
    for kind in ("attendance", "invitation"):
        gone = [
            each
            for each in erase.rowless(connection, kind, scope)
            if erase.shown_fields(each).get("meeting_id") in meetings
        ]
        found += [(kind, each.id) for each in gone]
        if kind == "attendance":
            found += [("attendance_contact", each.id) for each in gone]
    return found


def _remove_person(connection: Connection, eraser: erase.Eraser, person: RecordId) -> None:
    for column in ("person_id", "kept_id"):
        for link in erase.ids_below(connection, "person_link", column, [person]):
            eraser.remove("person_link", link, {})
    eraser.remove("person_contact", person, dict.fromkeys(PERSONAL["person_contact"]))
    eraser.remove("person", person, dict.fromkeys(PERSONAL["person"]))
