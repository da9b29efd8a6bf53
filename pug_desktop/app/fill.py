"""Filling in the seven prerequisites: one office's sheet, one district's with what is computed, what was received."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from pug_desktop import errors
from pug_desktop.app import edit, offices
from pug_desktop.app.computed import handed_in, known_to_office, known_to_regency
from pug_desktop.app.facts import gather
from pug_desktop.app.form_source import form_of_sheet, forms_of, remember_use
from pug_desktop.app.offices import counted_offices
from pug_desktop.app.register_facts import gather_registers
from pug_desktop.app.review_state import by_answer
from pug_desktop.app.sheets import (
    OFFICE_FORM,
    REGENCY_FORM,
    Sheet,
    SheetItem,
    SheetSection,
    answer_id,
    answer_state,
    answers_of,
    build_sheet,
    checklist_id,
    evidence_of,
)
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.checklist import AnswerState, completeness
from pug_desktop.domain.indicators import OfficeSheet
from pug_desktop.domain.kinds import ANSWER_STATES, RecordId, Value
from pug_desktop.forms.checks import check_value
from pug_desktop.forms.schema import Form
from pug_desktop.forms.shelf import Shelf
from pug_desktop.replica import scope as scopes
from pug_desktop.storage import meetings as asked
from pug_desktop.storage import records, tallies
from pug_desktop.storage.database import Connection

__all__ = [
    "KEEP",
    "OFFICE_FORM",
    "REGENCY_FORM",
    "Keep",
    "ReceivedSheet",
    "Sheet",
    "SheetItem",
    "SheetSection",
    "answer_id",
    "attach_evidence_target",
    "checklist_id",
    "received_sheets",
    "regency_sheet",
    "regions_with_data",
    "save_answer",
    "sheet",
    "years",
]


class Keep(Enum):
    """Says that a field of an answer stays as it is."""

    KEEP = "keep"


KEEP = Keep.KEEP


@dataclass(frozen=True, slots=True)
class ReceivedSheet:
    """How far one office's sheet is; `last_received` is the ISO time of its last bundle."""

    office_id: RecordId
    office_name: str
    office_type: str
    started: bool
    filled: int
    total: int
    backed: int
    shares: tuple[float | None, ...]
    parts: tuple[tuple[int, int], ...]
    """(filled, to be filled) of each prerequisite."""
    last_received: str | None
    open: tuple[bool, ...] = ()
    """Of each prerequisite, whether an answer holds two values."""


def regions_with_data(ws: Workspace, year: int) -> tuple[str, ...]:
    """The kabupaten/kota of which any sheet or meeting of the year is here, by code."""
    with ws.database.read() as connection:
        found = {
            scopes.region_of(each.scope)
            for kind in ("checklist", "meeting")
            for each in records.select(connection, kind, {"year": year})
        }
    return tuple(sorted(found))


def sheet(ws: Workspace, year: int, *, office_id: RecordId | None = None) -> Sheet:
    """The profile's own sheet, or the one of an office.

    Raises:
        WrongRole: a province has no sheet of its own; see `regency_sheet`.
        NoSuchRecord: no such office.
    """
    profile = ws.profile
    if office_id is not None and not (profile.role == "opd" and office_id == profile.office_id):
        return _office_sheet(ws, year, office_id)
    if profile.role == "opd":
        return _office_sheet(ws, year, profile.office_id)
    if profile.role == "provinsi":
        raise errors.WrongRole(role=profile.role, needed="opd, kabkota")
    return regency_sheet(ws, year, profile.region_code)


def _office_sheet(ws: Workspace, year: int, office_id: RecordId) -> Sheet:
    name, scope = _office(ws, office_id)
    region = scopes.region_of(scope)
    made = checklist_id(OFFICE_FORM, region, year, office_id)
    shelf = forms_of(ws)
    with ws.database.read() as connection:
        stored = _made_with(connection, made)
        form, missing = form_of_sheet(shelf, OFFICE_FORM, stored)
        answers = answers_of(connection, made)
        proofs = evidence_of(ws, connection, answers)
        reviews = by_answer(connection, scope)
        conflicted = asked.conflicted(connection, "answer")
        facts = gather(connection, scope)
    return build_sheet(
        ws,
        form,
        made,
        year,
        office_id,
        name,
        region,
        answers,
        proofs,
        conflicted,
        known_to_office(form, year, facts, today=ws.today.isoformat()),
        reviews,
        missing,
        sheet_state=_state(stored),
    )


def _made_with(connection: Connection, sheet_id: RecordId) -> dict[str, Value] | None:
    """What a sheet says of its form; None while it has not been made."""
    found = records.get(connection, "checklist", sheet_id)
    return found.values if found is not None else None


def _state(stored: Mapping[str, Value] | None) -> str:
    """A sheet is a draft until somebody says otherwise."""
    return str((stored or {}).get("state") or "draf")


def _office(ws: Workspace, office_id: RecordId) -> tuple[str, str]:
    """Name and scope; the profile's own office is known even when somebody took it off the list."""
    profile = ws.profile
    if profile.role == "opd" and office_id == profile.office_id:
        return profile.office_name, profile.scope
    found = edit.get(ws, "office", office_id)
    if found is None:
        raise errors.NoSuchRecord(kind="office", id=office_id)
    return str(found["name"] or ""), str(found["scope"])


def regency_sheet(ws: Workspace, year: int, region_code: str) -> Sheet:
    """The sheet of one kabupaten/kota with what is computed from its offices' sheets and its meetings."""
    from pug_desktop.app import regions

    made = checklist_id(REGENCY_FORM, region_code, year, None)
    listed = offices.offices(ws, region_code)
    shelf, today = forms_of(ws), ws.today.isoformat()
    with ws.database.read() as connection:
        stored = _made_with(connection, made)
        form, missing = form_of_sheet(shelf, REGENCY_FORM, stored)
        answers = answers_of(connection, made)
        proofs = evidence_of(ws, connection, answers)
        reviews = by_answer(connection, region_code)
        conflicted = asked.conflicted(connection, "answer")
        facts = gather(connection, region_code)
        sheets = [each for each, _form in office_sheets(connection, shelf, region_code, year, today=today)]
    computed = known_to_regency(form, year, facts, sheets=sheets, offices=counted_offices(listed), today=today)
    name = regions.region(region_code).name
    return build_sheet(
        ws,
        form,
        made,
        year,
        None,
        name,
        region_code,
        answers,
        proofs,
        conflicted,
        computed,
        reviews,
        missing,
        sheet_state=_state(stored),
    )


def office_sheets(
    connection: Connection, shelf: Shelf, region_code: str, year: int, *, today: str | None = None
) -> list[tuple[OfficeSheet, Form]]:
    """The offices' sheets of a region and year on which something was answered, each with its form."""
    found = []
    names = {each.id: each.text("name") for each in records.select(connection, "office")}
    proofs = tallies.evidence_counts(connection, region_code)
    disagreeing = asked.conflicted(connection, "answer")
    registers = gather_registers(connection, region_code).by(str)
    where: dict[str, Value] = {"form": OFFICE_FORM, "year": year, "region_code": region_code}
    for each in records.select(connection, "checklist", where):
        answers = {
            item: answer_state(stored, proofs.get(stored.id, 0), open_=stored.id in disagreeing)
            for item, stored in answers_of(connection, each.id).items()
        }
        office = each.text("office_id")
        # Only an office itself answers for it.
        if answers and office and each.scope == scopes.of_office(region_code, office):
            form, _missing = form_of_sheet(shelf, OFFICE_FORM, each.values)
            answers = handed_in(form, year, answers, registers.get(each.scope), today=today)
            found.append((OfficeSheet(office, names.get(office, ""), answers), form))
    return found


def save_answer(
    ws: Workspace,
    on: Sheet,
    item: str,
    *,
    status: str | Keep = KEEP,
    value: Value | Keep = KEEP,
    note: str | Keep | None = KEEP,
    override_reason: str | Keep | None = KEEP,
) -> edit.Saved:
    """Save parts of an answer; the first one makes the sheet.

    A value on an item that was not filled in sets its status to "ada".

    Raises:
        WrongRole: the sheet is another office's.
        WrongValue: a value that the question does not allow; nothing was saved.
    """
    if not on.mine:
        raise errors.WrongRole(role=ws.profile.role, needed="opd" if on.office_id else "kabkota")
    question = on.form.question(item)
    fields: dict[str, Value] = {}
    if not isinstance(value, Keep):
        if value is not None:
            check_value(question, value)
        fields["value"] = value
    if not isinstance(status, Keep):
        if status not in ANSWER_STATES:
            raise errors.WrongValue(field=item, value=status, expected=", ".join(ANSWER_STATES))
        fields["status"] = status
    if not isinstance(note, Keep):
        fields["note"] = note or None
    if not isinstance(override_reason, Keep):
        fields["override_reason"] = override_reason or None
    own_id = answer_id(on.checklist_id, item)
    there = edit.get(ws, "answer", own_id)
    if "status" not in fields and fields.get("value") is not None:
        before = there["status"] if there else None
        if before in (None, "belum_diisi"):
            fields["status"] = "ada"
    _ensure(ws, on)
    if there is None:
        fields = {"status": "belum_diisi", **fields, "checklist_id": on.checklist_id, "item": item}
    edit.create(ws, "answer", fields, id=own_id, scope=ws.profile.scope)
    return edit.Saved(ws.clock())


def _ensure(ws: Workspace, on: Sheet) -> None:
    """The sheet's own record; it is no step to undo."""
    values: dict[str, Value] = {
        "form": on.form.form,
        "form_version": on.form.version,
        "form_sha256": on.form.sha256,
        "year": on.year,
        "office_id": on.office_id,
        "region_code": on.region_code,
    }
    with ws.database.write() as connection:
        if records.get(connection, "checklist", on.checklist_id) is None:
            edit.make(ws, connection, "checklist", values, on.checklist_id, ws.profile.scope)
            remember_use(connection, on.form)


def attach_evidence_target(ws: Workspace, on: Sheet, item: str) -> RecordId:
    """The id of the answer that evidence is attached to; the answer is made when it is not there yet."""
    own_id = answer_id(on.checklist_id, item)
    if edit.get(ws, "answer", own_id) is None:
        save_answer(ws, on, item, status="belum_diisi")
    return own_id


def years(ws: Workspace) -> tuple[int, ...]:
    """The years of all sheets and meetings, newest first, this one and the two before always among them.

    Two data years are evaluated at once, the year after (domain guide 2.2).
    """
    offered = {ws.today.year - back for back in range(3)}
    with ws.database.read() as connection:
        found = {each.values["year"] for kind in ("checklist", "meeting") for each in records.select(connection, kind)}
    return tuple(sorted({year for year in found if isinstance(year, int)} | offered, reverse=True))


def received_sheets(ws: Workspace, year: int, region_code: str | None = None) -> tuple[ReceivedSheet, ...]:
    """How far each office of the list is with its sheet."""
    region = region_code or ws.profile.region_code
    shelf, today = forms_of(ws), ws.today.isoformat()
    form, _missing = form_of_sheet(shelf, OFFICE_FORM, None)
    with ws.database.read() as connection:
        sheets = {
            each.office_id: (each, made) for each, made in office_sheets(connection, shelf, region, year, today=today)
        }
    found = []
    for office in offices.offices(ws, region):
        if office.office_type != "opd" or office.closed:
            continue
        known, its_form = sheets.get(office.id, (None, form))
        parts = tuple(completeness(its_form, known.answers if known else {}).values())
        found.append(
            ReceivedSheet(
                office_id=office.id,
                office_name=office.name,
                office_type=office.office_type,
                started=known is not None,
                filled=sum(part.filled for part in parts),
                total=sum(part.total - part.not_relevant for part in parts),
                backed=sum(part.backed for part in parts),
                shares=tuple(part.share for part in parts),
                parts=tuple((part.filled, part.total - part.not_relevant) for part in parts),
                last_received=office.last_received,
                open=_open_sections(its_form, known.answers if known else {}),
            )
        )
    return tuple(found)


def _open_sections(form: Form, answers: Mapping[str, AnswerState]) -> tuple[bool, ...]:
    return tuple(
        any(question.name in answers and answers[question.name].open for question in section.questions)
        for section in form.sections
    )
