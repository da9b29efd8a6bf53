"""The attendance list of a meeting: rows, cells, a pasted block, totals."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pug_desktop import errors
from pug_desktop.app import edit
from pug_desktop.app.history import Change, Step
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain import attendance as counting
from pug_desktop.domain.attendance import Totals, sex_from_nip
from pug_desktop.domain.kinds import OFFICE_TYPES, RecordId, Value
from pug_desktop.domain.words import labels
from pug_desktop.storage import meetings as asked
from pug_desktop.storage import records
from pug_desktop.storage.database import Connection

FIELDS = ("name", "nip", "sex", "position", "office_name", "office_type")
"""The columns of the grid in their order; `nip` and `phone` lie in a record of their own that stays in the district."""

CONTACT_FIELDS = ("nip", "phone")


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """One person on the list; None where nothing was entered."""

    id: RecordId
    number: int
    name: str | None
    nip: str | None
    sex: str | None
    position: str | None
    office_name: str | None
    office_type: str | None


@dataclass(frozen=True, slots=True)
class PasteProblem:
    """A pasted cell that was left out: row and column count from 0 in the pasted block."""

    row: int
    column: int
    text: str
    expected: str


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a paste did."""

    added: int
    changed: int
    problems: tuple[PasteProblem, ...]


def rows(ws: Workspace, meeting_id: RecordId) -> tuple[AttendanceRow, ...]:
    """The list of one meeting in its order."""
    with ws.database.read() as connection:
        found = records.select(connection, "attendance", {"meeting_id": meeting_id}, order=("number",))
        contacts = {each.id: each.text("nip") for each in _contacts(connection, meeting_id)}
    return tuple(
        AttendanceRow(
            id=each.id,
            number=number,
            nip=contacts.get(each.id) or None,
            **{field: each.text(field) or None for field in FIELDS if field != "nip"},
        )
        for number, each in enumerate(found, 1)
    )


def _contacts(connection: Connection, meeting_id: RecordId) -> list[records.Stored]:
    return records.select_below(connection, "attendance_contact", "attendance", {"meeting_id": meeting_id})


def totals(ws: Workspace, meeting_id: RecordId) -> Totals:
    """Men, women, institutions on the list."""
    return counting.totals(rows(ws, meeting_id))


def add(ws: Workspace, meeting_id: RecordId, **fields: Value) -> RecordId:
    """Add a person at the end of the list."""
    with ws.database.write() as connection:
        made, changes = _add(ws, connection, meeting_id, fields, _last_number(connection, meeting_id) + 1)
    ws.history.add(Step("create", "attendance", tuple(changes)))
    return made


def save(ws: Workspace, attendance_id: RecordId, field: str, value: str | None) -> edit.Saved:
    """Save one cell of the grid; what was typed is read as `read_cell` reads it.

    Raises:
        WrongValue: the text does not fit the column; nothing was saved.
    """
    read = read_cell(field, value)
    with ws.database.write() as connection:
        changes = _save(ws, connection, attendance_id, {field: read})
    if changes:
        ws.history.add(Step("put", "attendance", tuple(changes)))
    return edit.Saved(ws.clock())


def clear(ws: Workspace, cells: Sequence[tuple[RecordId, str]]) -> edit.Saved:
    """Empty cells of the grid, each given as a person and a column, as one step."""
    changes: list[Change] = []
    with ws.database.write() as connection:
        for attendance_id, field in cells:
            changes.extend(_save(ws, connection, attendance_id, {field: None}))
    if changes:
        ws.history.add(Step("put", "attendance", tuple(changes)))
    return edit.Saved(ws.clock())


def remove(ws: Workspace, attendance_ids: Sequence[RecordId]) -> edit.Saved:
    """Take persons off the list, as one step."""
    return edit.remove_many(ws, "attendance", attendance_ids)


def paste(
    ws: Workspace, meeting_id: RecordId, start_row: int, start_field: str, cells: Sequence[Sequence[str]]
) -> Pasted:
    """Write a block of cells from a row and column on, as one step; rows are added as they are needed.

    A cell that does not fit its column is left out and told; the rest goes in. Columns beyond the last are left out.
    """
    fields = FIELDS[FIELDS.index(start_field) :]
    there = rows(ws, meeting_id)
    changes: list[Change] = []
    problems: list[PasteProblem] = []
    added = changed = 0
    with ws.database.write() as connection:
        number = _last_number(connection, meeting_id)
        for offset, line in enumerate(cells):
            values, wrong = _read_line(offset, fields, line)
            problems.extend(wrong)
            if not any(value is not None for value in values.values()):
                continue
            position = start_row + offset
            if position < len(there):
                made = _save(ws, connection, there[position].id, values)
                changed += bool(made)
            else:
                number += 1
                _, made = _add(ws, connection, meeting_id, values, number)
                added += 1
            changes.extend(made)
    if changes:
        ws.history.add(Step("paste", "attendance", tuple(changes)))
    return Pasted(added, changed, tuple(problems))


def _read_line(row: int, fields: Sequence[str], line: Sequence[str]) -> tuple[dict[str, Value], list[PasteProblem]]:
    values: dict[str, Value] = {}
    problems: list[PasteProblem] = []
    for column, (field, text) in enumerate(zip(fields, line, strict=False)):
        try:
            values[field] = read_cell(field, text)
        except errors.WrongValue as error:
            problems.append(PasteProblem(row, column, text, str(error.fields["expected"])))
    return values, problems


def read_cell(field: str, text: str | None) -> str | None:
    """A typed or pasted text as the column keeps it; None for an empty one.

    "perempuan", "pr", "w" are P; an office type may be written as its word. A NIP that a spreadsheet turned into a
    number has lost its last digits for good, and is refused rather than kept wrong.

    Raises:
        WrongValue: the text does not fit the column.
    """
    plain = " ".join((text or "").split())
    if not plain:
        return None
    match field:
        case "sex":
            return _sex(plain)
        case "nip":
            return _nip(plain)
        case "office_type":
            return _office_type(plain)
        case _:
            return plain


def _sex(text: str) -> str:
    word = re.sub(r"[^a-z]", "", text.casefold())
    if word in ("l", "lk", "laki", "lakilaki", "pria", "m", "male"):
        return "L"
    if word in ("p", "pr", "perempuan", "wanita", "w", "f", "female"):
        return "P"
    raise errors.WrongValue(field="attendance.sex", value=text, expected="L / P")


def _nip(text: str) -> str:
    if re.fullmatch(r"\d[.,]\d+e\+?\d+", text.casefold()) or re.fullmatch(r"\d{15}0{3}", text):
        raise errors.WrongValue(
            field="attendance_contact.nip", value=text, expected="NIP sebagai teks / as text, 18 angka / digits"
        )
    digits = re.sub(r"[\s.\-']", "", text)
    return digits if digits.isdigit() else text


def _office_type(text: str) -> str:
    word = text.casefold().replace(" ", "_")
    if word in OFFICE_TYPES:
        return word
    for code, shown in (*labels("office_type", "id"), *labels("office_type", "en")):
        if text.casefold() == shown.casefold():
            return code
    expected = ", ".join(shown for _code, shown in labels("office_type", "id"))
    raise errors.WrongValue(field="attendance.office_type", value=text, expected=expected)


def office_suggestions(ws: Workspace, start: str) -> tuple[tuple[str, str | None], ...]:
    """Offices whose name contains the text, each with its usual type: those of the list first, then those written."""
    with ws.database.read() as connection:
        written = asked.office_names(connection, start)
        listed = [
            (each.text("name"), each.text("office_type") or None) for each in records.select(connection, "office")
        ]
    found = {name: kind for name, kind in listed if start.casefold() in name.casefold()}
    for name, kind in written:
        found.setdefault(name, kind)
    return tuple(found.items())[:20]


def _last_number(connection: Connection, meeting_id: RecordId) -> int:
    numbers = (each.values["number"] for each in records.select(connection, "attendance", {"meeting_id": meeting_id}))
    return max((each for each in numbers if isinstance(each, int)), default=0)


def _add(
    ws: Workspace, connection: Connection, meeting_id: RecordId, fields: dict[str, Value], number: int
) -> tuple[RecordId, list[Change]]:
    meeting = records.get(connection, "meeting", meeting_id)
    if meeting is None:
        raise errors.NoSuchRecord(kind="meeting", id=meeting_id)
    fields = _with_sex(fields)
    made = ws.new_id()
    values = {name: value for name, value in fields.items() if name not in CONTACT_FIELDS and value is not None}
    whole = {"meeting_id": meeting_id, "number": number, **values}
    changes = [edit.make(ws, connection, "attendance", whole, made, meeting.scope)]
    contact = {name: value for name, value in fields.items() if name in CONTACT_FIELDS and value is not None}
    if contact:
        changes.append(edit.make(ws, connection, "attendance_contact", contact, made, meeting.scope))
    return made, [change for change in changes if change is not None]


def _save(ws: Workspace, connection: Connection, attendance_id: RecordId, fields: dict[str, Value]) -> list[Change]:
    found = records.get(connection, "attendance", attendance_id)
    if found is None:
        raise errors.NoSuchRecord(kind="attendance", id=attendance_id)
    if found.values["sex"] is None and "sex" not in fields:
        fields = _with_sex(fields)
    changes: list[Change | None] = []
    plain = {name: value for name, value in fields.items() if name not in CONTACT_FIELDS}
    if plain:
        changes.append(edit.change_fields(ws, connection, "attendance", attendance_id, plain))
    contact = {name: value for name, value in fields.items() if name in CONTACT_FIELDS}
    there = records.get(connection, "attendance_contact", attendance_id)
    if contact and (there is not None or any(value is not None for value in contact.values())):
        changes.append(edit.make(ws, connection, "attendance_contact", contact, attendance_id, found.scope))
    return [change for change in changes if change is not None]


def _with_sex(fields: dict[str, Value]) -> dict[str, Value]:
    """A NIP proposes the sex where none was entered; what a person enters goes before it."""
    nip = fields.get("nip")
    if isinstance(nip, str) and fields.get("sex") is None and (sex := sex_from_nip(nip)):
        return {**fields, "sex": sex}
    return fields
