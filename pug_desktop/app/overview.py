"""How far many sheets are at once: the offices of a kabupaten/kota, the kabupaten/kota of a province, one over years.

A row says the same as the sheet that opens when it is pressed (`app/fill.py`), counted by `domain/checklist.py`; the
records of all sheets are read in a few statements, so that 1,700 sheets take a fraction of a second.
"""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from pug_desktop.app import offices, regions
from pug_desktop.app.computed import Known, counted_as, handed_in, known_to_office, known_to_regency
from pug_desktop.app.facts import Facts, gather_scoped
from pug_desktop.app.form_source import SHEET_FORMS, form_of_sheet, forms_of
from pug_desktop.app.offices import OfficeRow
from pug_desktop.app.sheets import OFFICE_FORM, REGENCY_FORM, answer_id, checklist_id
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.checklist import AnswerState, completeness
from pug_desktop.domain.indicators import OfficeSheet
from pug_desktop.domain.kinds import RecordId
from pug_desktop.forms.schema import Form, Text
from pug_desktop.forms.shelf import Shelf
from pug_desktop.progress import Step, silent
from pug_desktop.replica import scope as scopes
from pug_desktop.storage import meetings as asked
from pug_desktop.storage import sheets as bulk
from pug_desktop.storage import tallies
from pug_desktop.storage.database import Connection
from pug_desktop.storage.sheets import SheetRow

_NOTHING = Facts((), (), ())


@dataclass(frozen=True, slots=True)
class Part:
    """One prerequisite of one row: how many questions are answered, apply, and are backed; `open` with two values."""

    filled: int
    asked: int
    backed: int
    open: bool = False

    @property
    def share(self) -> float | None:
        """Answered of those that apply; None when none applies."""
        return self.filled / self.asked if self.asked else None


@dataclass(frozen=True, slots=True)
class Row:
    """One office (`key` is its id) or one kabupaten/kota (its code).

    `started` is whether anything of the year is here: a sheet, or for a kabupaten/kota also a meeting. Of a
    kabupaten/kota `sheets` of its `offices` OPD have a sheet, and `below` adds up the parts of those when that was
    asked for.
    """

    key: str
    name: str
    parts: tuple[Part, ...]
    started: bool
    sheets: int = 0
    offices: int = 0
    below: tuple[Part, ...] = ()
    last_received: str | None = None
    """ISO time of the last bundle of an office."""
    office_type: str = "opd"
    under: tuple["Row", ...] = ()
    """The offices of a kabupaten/kota, where they were asked for."""


@dataclass(frozen=True, slots=True)
class Overview:
    """The rows of one year beside each other; `sections` are the prerequisites, code and name."""

    year: int
    sections: tuple[tuple[str, Text], ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class YearPoint:
    """How far the sheets of one year are, each prerequisite; `started` as in Row."""

    year: int
    parts: tuple[Part, ...]
    started: bool


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet as it lies in the database, with its form."""

    scope: str
    office_id: RecordId | None
    form: Form
    answers: dict[str, AnswerState]


@contextmanager
def without_collection() -> Iterator[None]:
    """A third of the time would go into looking for garbage among 60,000 records, where there is none."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class _Year:
    """Everything that the overviews of one year need, read once."""

    def __init__(self, ws: Workspace, connection: Connection, shelf: Shelf, scope: str, year: int) -> None:
        self.year, self._shelf = year, shelf
        self._today = ws.today.isoformat()
        self._proofs = tallies.evidence_counts(connection, scope)
        proofs = {bytes.fromhex(answer): number for answer, number in self._proofs.items()}
        disagreeing = {bytes.fromhex(answer) for answer in asked.conflicted(connection, "answer")}
        said = bulk.answers(connection, scope, year)
        self._forms: dict[tuple[str, int | None, str | None], Form] = {}
        self.by_id: dict[RecordId, _Sheet] = {}
        self._in_region: dict[str, list[_Sheet]] = {}
        for each in bulk.of_year(connection, scope, year):
            if each.form not in SHEET_FORMS:
                continue
            form = self._form(each)
            answers = {
                item: AnswerState(status, value, None, None, proofs.get(own, 0), own in disagreeing)
                for own, item, status, value in said.get(each.id, ())
            }
            read = self.by_id[each.id] = _Sheet(each.scope, each.office_id, form, answers)
            if each.form == OFFICE_FORM:
                self._in_region.setdefault(each.region_code, []).append(read)
        facts = gather_scoped(connection, scope)
        self.regions, self._offices = facts.by(scopes.region_of), facts.by(str)

    def _form(self, sheet: SheetRow) -> Form:
        """Looked for once: 1,700 sheets name a handful of forms."""
        key = sheet.form, sheet.form_version, sheet.form_sha256
        if (known := self._forms.get(key)) is None:
            named = {"form_version": sheet.form_version, "form_sha256": sheet.form_sha256}
            known = self._forms[key] = form_of_sheet(self._shelf, sheet.form, named)[0]
        return known

    def office_sheets(self, region: str) -> list[_Sheet]:
        """Those on which something was answered; only an office itself answers for it."""
        return [
            each
            for each in self._in_region.get(region, ())
            if each.answers and each.office_id and each.scope == scopes.of_office(region, each.office_id)
        ]

    def of_office(self, region: str, office_id: RecordId) -> tuple[tuple[Part, ...], bool]:
        """The parts of an office's sheet, and whether it answered anything."""
        own_id = checklist_id(OFFICE_FORM, region, self.year, office_id)
        form, answers = self._sheet(OFFICE_FORM, own_id)
        facts = self._offices.get(scopes.of_office(region, office_id), _NOTHING)
        return self._parts(form, own_id, answers, known_to_office(form, self.year, facts, today=self._today)), bool(
            answers
        )

    def of_regency(self, region: str, listed: int) -> tuple[Part, ...]:
        """The parts of a kabupaten/kota's sheet, with what is computed from its offices'."""
        own_id = checklist_id(REGENCY_FORM, region, self.year, None)
        form, answers = self._sheet(REGENCY_FORM, own_id)
        sheets = [OfficeSheet(each.office_id or "", "", self._handed_in(each)) for each in self.office_sheets(region)]
        facts = self.regions.get(region, _NOTHING)
        known = known_to_regency(form, self.year, facts, sheets=sheets, offices=listed, today=self._today)
        return self._parts(form, own_id, answers, known)

    def _handed_in(self, sheet: _Sheet) -> dict[str, AnswerState]:
        registers = self._offices.get(sheet.scope, _NOTHING).registers
        return handed_in(sheet.form, self.year, sheet.answers, registers, today=self._today)

    def has_meeting(self, region: str) -> bool:
        """Whether a meeting of the year is recorded there."""
        return any(each.year == self.year for each in self.regions.get(region, _NOTHING).meetings)

    def has_sheet(self, region: str) -> bool:
        """Whether the kabupaten/kota or one of its offices has a sheet."""
        own = self.by_id.get(checklist_id(REGENCY_FORM, region, self.year, None))
        return own is not None or region in self._in_region

    def _sheet(self, name: str, own_id: RecordId) -> tuple[Form, dict[str, AnswerState]]:
        if (there := self.by_id.get(own_id)) is not None:
            return there.form, there.answers
        return form_of_sheet(self._shelf, name, None)[0], {}

    def _parts(
        self, form: Form, own_id: RecordId, answers: Mapping[str, AnswerState], known: Known
    ) -> tuple[Part, ...]:
        """As `sheets.build_sheet` counts them."""
        counted = {name: counted_as(state, known.get(name)) for name, state in answers.items()}
        for name, computed in known.items():
            if computed is not None and name not in counted:
                proofs = self._proofs.get(answer_id(own_id, name), 0)
                counted[name] = counted_as(AnswerState("belum_diisi", evidence_count=proofs), computed)
        found, open_ = completeness(form, counted), _open_items(answers, known)
        return tuple(
            Part(
                (how := found[section.name]).filled,
                how.total - how.not_relevant,
                how.backed,
                bool(open_) and any(each.name in open_ for each in section.questions),
            )
            for section in form.sections
        )


def _open_items(answers: Mapping[str, AnswerState], known: Known) -> set[str]:
    """The questions whose answer holds two values, or counts as computed from a record that does."""
    found = {name for name, answer in answers.items() if answer.open}
    for name, computed in known.items():
        if computed is not None and computed.open and (name not in answers or answers[name].value is None):
            found.add(name)
    return found


def overview(
    ws: Workspace, year: int, region_code: str | None = None, *, with_below: bool = False, step: Step = silent
) -> Overview:
    """The OPD of a kabupaten/kota, or without one at a province its kabupaten/kota.

    An OPD has nobody below: its overview is its own sheet.

    Args:
        ws: the profile.
        year: of the sheets.
        region_code: a kabupaten/kota below a province.
        with_below: count the OPD's own sheets of each kabupaten/kota as well, which takes as long again.
        step: told of each kabupaten/kota.
    """
    shelf = forms_of(ws)
    code = region_code or ws.profile.region_code
    listed = offices.offices(ws, None if len(code) == 2 else code)
    with without_collection(), ws.database.read() as connection:
        found = _Year(ws, connection, shelf, _read_scope(ws, code), year)
    if ws.profile.role == "opd":
        return Overview(year, _sections(shelf, OFFICE_FORM), (_own_row(ws, found),))
    if len(code) > 2:
        return Overview(year, _sections(shelf, OFFICE_FORM), _office_rows(listed, found))
    made, below = [], regions.regencies(code)
    for number, region in enumerate(below):
        step(number, len(below))
        made.append(_regency_row(region, _counted(listed), found, with_below=with_below))
    return Overview(year, _sections(shelf, REGENCY_FORM), tuple(made))


def whole_province(ws: Workspace, year: int, *, step: Step = silent) -> Overview:
    """The kabupaten/kota of a province, each with the rows of its offices in `under`."""
    shelf, code = forms_of(ws), ws.profile.region_code
    listed = offices.offices(ws)
    with without_collection(), ws.database.read() as connection:
        found = _Year(ws, connection, shelf, code, year)
    made, below = [], regions.regencies(code)
    for number, region in enumerate(below):
        step(number, len(below))
        here = [each for each in listed if each.region_code == region.code]
        made.append(replace(_regency_row(region, _counted(here), found), under=_office_rows(here, found)))
    return Overview(year, _sections(shelf, REGENCY_FORM), tuple(made))


def over_years(ws: Workspace, region_code: str | None = None, *, step: Step = silent) -> tuple[YearPoint, ...]:
    """How far the sheet of a profile (or of a kabupaten/kota below a province) was in each year, oldest first.

    A province without a kabupaten/kota named adds up all of them that have anything of the year.
    """
    code = region_code or ws.profile.region_code
    scope, role = _read_scope(ws, code), ws.profile.role
    shelf = forms_of(ws)
    listed = offices.offices(ws, None if len(code) == 2 else code)
    counted = _counted(listed)
    with ws.database.read() as connection:
        known = [each for each in bulk.years(connection, scope) if 1945 <= each <= ws.today.year + 1]
    points = []
    for number, year in enumerate(known):
        step(number, len(known))
        with without_collection(), ws.database.read() as connection:
            found = _Year(ws, connection, shelf, scope, year)
        if role == "opd":
            rows = [_own_row(ws, found)]
        else:
            asked_for = regions.regencies(code) if len(code) == 2 else (regions.region(code),)
            rows = [row for each in asked_for if (row := _regency_row(each, counted, found)).started]
        points.append(YearPoint(year, _added([row.parts for row in rows]), any(row.started for row in rows)))
    step(len(known), len(known))
    return tuple(points)


def _read_scope(ws: Workspace, code: str) -> str:
    return ws.profile.scope if ws.profile.role == "opd" else code


def _sections(shelf: Shelf, form: str) -> tuple[tuple[str, Text], ...]:
    return tuple((section.name, section.label) for section in form_of_sheet(shelf, form, None)[0].sections)


def _own_row(ws: Workspace, found: _Year) -> Row:
    parts, started = found.of_office(ws.profile.region_code, ws.profile.office_id)
    return Row(ws.profile.office_id, ws.profile.office_name, parts, started)


def _counted(listed: Sequence[OfficeRow]) -> list[OfficeRow]:
    """Those that "x of N OPD" counts."""
    return [each for each in listed if each.office_type == "opd" and not each.closed]


def _office_rows(listed: Sequence[OfficeRow], found: _Year) -> tuple[Row, ...]:
    """The OPD, and any other office that has a sheet: closed ones, parts of a secretariat."""
    kept = {each.id for each in _counted(listed)}
    rows = [_office_row(each, found) for each in listed]
    return tuple(row for row in rows if row.started or row.key in kept)


def _office_row(office: OfficeRow, found: _Year) -> Row:
    parts, started = found.of_office(office.region_code, office.id)
    return Row(
        office.id, office.name, parts, started, last_received=office.last_received, office_type=office.office_type
    )


def _regency_row(region: regions.Region, listed: Sequence[OfficeRow], found: _Year, *, with_below: bool = False) -> Row:
    here = [each for each in listed if each.region_code == region.code]
    sheets = found.office_sheets(region.code)
    parts = [found.of_office(region.code, each.office_id or "")[0] for each in sheets] if with_below else []
    return Row(
        key=region.code,
        name=region.name,
        parts=found.of_regency(region.code, len(here)),
        started=found.has_sheet(region.code) or found.has_meeting(region.code),
        sheets=len(sheets),
        offices=max(len(here), len(sheets)),
        below=_added(parts),
    )


def _added(rows: Sequence[Sequence[Part]]) -> tuple[Part, ...]:
    """The sums of each prerequisite; nothing of nothing."""
    return tuple(
        Part(
            sum(each.filled for each in parts),
            sum(each.asked for each in parts),
            sum(each.backed for each in parts),
            any(each.open for each in parts),
        )
        for parts in zip(*rows, strict=False)
    )


def years_with_sheets(ws: Workspace) -> tuple[int, ...]:
    """The years of which any sheet is here, oldest first."""
    with ws.database.read() as connection:
        return tuple(bulk.years(connection, _read_scope(ws, ws.profile.region_code)))
