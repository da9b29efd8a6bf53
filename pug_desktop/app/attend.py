"""The attendance list of a meeting: rows, cells, a pasted block, totals."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pug_desktop import errors
from pug_desktop.app import edit
from pug_desktop.app.attend_cells import CONTACT_FIELDS, FIELDS, TRAIT_FIELDS, read_cell
from pug_desktop.app.history import Change, Step
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain import attendance as counting
from pug_desktop.domain import names
from pug_desktop.domain.attendance import Totals, office_key, sex_from_nip
from pug_desktop.domain.kinds import RecordId, Value
from pug_desktop.storage import meetings as asked
from pug_desktop.storage import records
from pug_desktop.storage.database import Connection

__all__ = [
    "CONTACT_FIELDS",
    "FIELDS",
    "TRAIT_FIELDS",
    "AttendanceRow",
    "PasteProblem",
    "Pasted",
    "add",
    "add_many",
    "clear",
    "fill",
    "known_types",
    "office_suggestions",
    "paste",
    "read_cell",
    "remove",
    "rows",
    "save",
    "totals",
    "write_cells",
]

_APART = {"attendance_contact": CONTACT_FIELDS, "attendance_trait": TRAIT_FIELDS}
"""The kinds that share the id of their row and stay in the district."""


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
    role: str | None = None
    phone: str | None = None
    age_band: str | None = None
    disability: str | None = None
    person_id: RecordId | None = None
    """The entry of the register that a person said this is."""


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
        return _rows(connection, meeting_id)


def _rows(connection: Connection, meeting_id: RecordId) -> tuple[AttendanceRow, ...]:
    found = records.select(connection, "attendance", {"meeting_id": meeting_id}, order=("number",))
    apart: dict[RecordId, dict[str, Value]] = {each.id: {} for each in found}
    for kind in _APART:
        for stored in records.select_below(connection, kind, "attendance", {"meeting_id": meeting_id}):
            apart[stored.id].update(stored.values)
    made = []
    for number, each in enumerate(found, 1):
        values = {**each.values, **apart[each.id]}
        shown = {field: _text(values.get(field)) for field in FIELDS}
        made.append(AttendanceRow(id=each.id, number=number, person_id=_text(values["person_id"]), **shown))
    return tuple(made)


def _text(value: Value) -> str | None:
    return value if isinstance(value, str) and value else None


def totals(ws: Workspace, meeting_id: RecordId) -> Totals:
    """Men, women, institutions on the list."""
    return counting.totals(rows(ws, meeting_id))


def add(ws: Workspace, meeting_id: RecordId, **fields: Value) -> RecordId:
    """Add a person at the end of the list.

    `fields` are columns of the grid, `person_id` and `office_id`, as they are kept.
    """
    with ws.database.write() as connection:
        made, changes = _add_all(ws, connection, meeting_id, [fields])
    ws.history.add(Step("create", "attendance", tuple(changes)))
    return made[0]


def add_many(
    ws: Workspace,
    meeting_id: RecordId,
    people: Sequence[Mapping[str, Value]],
    *,
    what: Literal["paste", "import"] = "paste",
) -> tuple[RecordId, ...]:
    """Add persons at the end of the list, as one step; each as `add` takes them. `what` the step is called."""
    with ws.database.write() as connection:
        made, changes = _add_all(ws, connection, meeting_id, people)
    if changes:
        ws.history.add(Step(what, "attendance", tuple(changes)))
    return made


def save(ws: Workspace, attendance_id: RecordId, field: str, value: str | None) -> edit.Saved:
    """Save one cell of the grid; what was typed is read as `read_cell` reads it.

    Raises:
        WrongValue: the text does not fit the column; nothing was saved.
    """
    return write_cells(ws, [(attendance_id, {field: read_cell(field, value)})])


def write_cells(ws: Workspace, cells: Sequence[tuple[RecordId, Mapping[str, Value]]]) -> edit.Saved:
    """Save cells of several persons as they are kept, as one step."""
    changes: list[Change] = []
    with ws.database.write() as connection:
        for attendance_id, fields in cells:
            changes.extend(_save(ws, connection, attendance_id, fields))
    if changes:
        ws.history.add(Step("put", "attendance", tuple(changes)))
    return edit.Saved(ws.clock())


def fill(ws: Workspace, attendance_id: RecordId, name: str, known: Mapping[str, Value]) -> edit.Saved:
    """Take a known person into a row, as one step: the name is set, the rest goes only where nothing stands."""
    with ws.database.read() as connection:
        there = dict(_found(connection, attendance_id).values)
        for kind in _APART:
            there.update(apart.values if (apart := records.get(connection, kind, attendance_id)) else {})
    missing = {field: value for field, value in known.items() if not there.get(field)}
    if "person_id" in known:
        # Another person was chosen in the same row: the link follows the name.
        missing["person_id"] = known["person_id"]
    return write_cells(ws, [(attendance_id, {"name": name, **missing})])


def clear(ws: Workspace, cells: Sequence[tuple[RecordId, str]]) -> edit.Saved:
    """Empty cells of the grid, each given as a person and a column, as one step."""
    return write_cells(ws, [(attendance_id, {field: None}) for attendance_id, field in cells])


def remove(ws: Workspace, attendance_ids: Sequence[RecordId]) -> edit.Saved:
    """Take persons off the list, as one step."""
    return edit.remove_many(ws, "attendance", attendance_ids)


def paste(
    ws: Workspace,
    meeting_id: RecordId,
    start_row: int,
    start_field: str,
    cells: Sequence[Sequence[str]],
    columns: Sequence[str] = FIELDS,
) -> Pasted:
    """Write a block of cells from a row and column on, as one step; rows are added as they are needed.

    A cell that does not fit its column is left out and told; the rest goes in. `columns` are those that the grid
    shows; what stands beyond the last of them is left out. An office that is known brings its type, as in typing.
    """
    fields = columns[columns.index(start_field) :]
    changes: list[Change] = []
    new: list[dict[str, Value]] = []
    problems: list[PasteProblem] = []
    changed = 0
    with ws.database.write() as connection:
        there = _rows(connection, meeting_id)
        read = [_read_line(offset, fields, line) for offset, line in enumerate(cells)]
        offices = {name for values, _ in read if (name := _text(values.get("office_name")))}
        types = known_types(connection, offices) if offices else {}
        for offset, (values, wrong) in enumerate(read):
            problems.extend(wrong)
            if not any(value is not None for value in values.values()):
                continue
            old = there[start_row + offset].office_type if start_row + offset < len(there) else None
            if not (values.get("office_type") or old) and (kind := types.get(str(values.get("office_name")))):
                values["office_type"] = kind
            if start_row + offset < len(there):
                made = _save(ws, connection, there[start_row + offset].id, values)
                changed += bool(made)
                changes.extend(made)
            else:
                new.append(values)
        changes.extend(_add_all(ws, connection, meeting_id, new)[1])
    if changes:
        ws.history.add(Step("paste", "attendance", tuple(changes)))
    return Pasted(len(new), changed, tuple(problems))


def _read_line(row: int, fields: Sequence[str], line: Sequence[str]) -> tuple[dict[str, Value], list[PasteProblem]]:
    values: dict[str, Value] = {}
    problems: list[PasteProblem] = []
    for column, (field, text) in enumerate(zip(fields, line, strict=False)):
        try:
            values[field] = read_cell(field, text)
        except errors.WrongValue as error:
            problems.append(PasteProblem(row, column, text, str(error.fields["expected"])))
    return values, problems


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


def known_types(connection: Connection, names: Collection[str]) -> dict[str, str]:
    """The usual type of those of these offices that are on the list of offices or were written before, by name."""
    written = {name.casefold(): kind for name, kind in asked.office_types(connection, names)}
    keys = {office_key(each.text("name")): each.text("office_type") for each in records.select(connection, "office")}
    found = {name: keys.get(office_key(name)) or written.get(name.casefold()) for name in names}
    return {name: kind for name, kind in found.items() if kind}


def _found(connection: Connection, attendance_id: RecordId) -> records.Stored:
    if (found := records.get(connection, "attendance", attendance_id)) is None:
        raise errors.NoSuchRecord(kind="attendance", id=attendance_id)
    return found


def _add_all(
    ws: Workspace, connection: Connection, meeting_id: RecordId, people: Sequence[Mapping[str, Value]]
) -> tuple[tuple[RecordId, ...], list[Change]]:
    """Write new persons behind the last one; what belongs apart goes into records of the same id."""
    meeting = records.get(connection, "meeting", meeting_id)
    if meeting is None:
        raise errors.NoSuchRecord(kind="meeting", id=meeting_id)
    made: list[RecordId] = []
    changes: list[Change] = []
    last = asked.last_number(connection, meeting_id) if people else 0
    for number, fields in enumerate(people, last + 1):
        made.append(ws.new_id())
        values = {name: value for name, value in _with_sex(fields).items() if value is not None}
        for kind, part in _parted(values):
            if kind == "attendance":
                part = {"meeting_id": meeting_id, "number": number, **part}
            records.insert(connection, kind, made[-1], meeting.scope, part, ws.now_s, ws.profile.holder)
            changes.append(Change(kind, made[-1], meeting.scope, None, part))
    return tuple(made), changes


def _parted(values: Mapping[str, Value]) -> list[tuple[str, dict[str, Value]]]:
    """The fields of a row by the record that keeps them: the row itself first, then what belongs apart, if any."""
    apart = {field for fields in _APART.values() for field in fields}
    parts = [("attendance", {name: value for name, value in values.items() if name not in apart})]
    for kind, fields in _APART.items():
        if part := {name: value for name, value in values.items() if name in fields}:
            parts.append((kind, part))
    return parts


def _save(ws: Workspace, connection: Connection, attendance_id: RecordId, fields: Mapping[str, Value]) -> list[Change]:
    found = _found(connection, attendance_id)
    if found.values["sex"] is None and "sex" not in fields:
        fields = _with_sex(fields)
    renamed = found.values["person_id"] is not None and "name" in fields and "person_id" not in fields
    if renamed and names.likeness(_text(fields["name"]), found.text("name")) < names.LIKELY:
        # Who is written there now is somebody else than the entry of the register that was chosen before.
        fields = {**fields, "person_id": None}
    named = found.values["office_id"] is not None and "office_name" in fields and "office_id" not in fields
    if named and office_key(_text(fields["office_name"])) != office_key(found.text("office_name")):
        # The same of the office that came with an invitation: another one is written there now.
        fields = {**fields, "office_id": None}
    changes: list[Change | None] = []
    for kind, part in _parted(fields):
        if kind == "attendance":
            if part:
                changes.append(edit.change_fields(ws, connection, kind, attendance_id, part))
        elif any(value is not None for value in part.values()) or records.get(connection, kind, attendance_id):
            changes.append(edit.make(ws, connection, kind, part, attendance_id, found.scope))
    return [change for change in changes if change is not None]


def _with_sex(fields: Mapping[str, Value]) -> Mapping[str, Value]:
    """A NIP proposes the sex where none was entered; what a person enters goes before it."""
    nip = fields.get("nip")
    if isinstance(nip, str) and fields.get("sex") is None and (sex := sex_from_nip(nip)):
        return {**fields, "sex": sex}
    return fields
