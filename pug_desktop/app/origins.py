"""Where a computed answer comes from: down to the office, its answer and its file; or to the meeting, the decree.

An office counts when its sheet alone gives something: the rule itself is asked (`domain/rollup.py`), so that what is
shown here is what was summed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pug_desktop.app import evidence, fill, offices
from pug_desktop.app.evidence import EvidenceRow
from pug_desktop.app.facts import Facts, gather
from pug_desktop.app.form_source import forms_of
from pug_desktop.app.record_words import subject
from pug_desktop.app.register_facts import gather_registers
from pug_desktop.app.sheets import OFFICE_FORM, Sheet, SheetItem, answer_id, checklist_id
from pug_desktop.app.value_words import Words
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.activity import from_meetings
from pug_desktop.domain.checklist import AnswerState
from pug_desktop.domain.indicators import OfficeSheet, compute, roll_up
from pug_desktop.domain.kinds import RecordId
from pug_desktop.domain.registers import Registers
from pug_desktop.domain.words import label
from pug_desktop.forms.rules import shown_value
from pug_desktop.forms.schema import Form, Question
from pug_desktop.progress import Step, silent
from pug_desktop.replica import scope as scopes
from pug_desktop.storage import records
from pug_desktop.storage.database import Connection


@dataclass(frozen=True, slots=True)
class Origin:
    """One source of a computed answer.

    Attributes:
        name: the office, the meeting, the person, the paper.
        says: what it says, in words; "" when it says nothing.
        counted: whether it went into the answer.
        sent: whether anything of it is here; False for an office without a sheet.
        files: its evidence.
        page: where it can be looked at ("checklist", "meeting", ...), "" where no page shows it.
        target: what that page shall open; of an office the scope and the question of its sheet.
    """

    name: str
    says: str
    counted: bool
    sent: bool = True
    files: tuple[EvidenceRow, ...] = ()
    page: str = ""
    target: object = None


@dataclass(frozen=True, slots=True)
class Origins:
    """All sources of an answer, those that count first; `explanation` is the sentence of the answer."""

    question: Question
    explanation: str
    rows: tuple[Origin, ...]
    left_out: int = 0
    """How many records of the year were looked at and say nothing to it; they are not among the rows."""


def origins(ws: Workspace, sheet: Sheet, item: SheetItem, lang: str = "id", *, step: Step = silent) -> Origins:
    """Where the computed answer of an item comes from; no rows when nothing was computed."""
    question, computed = item.question, item.computed
    if computed is None:
        return Origins(question, "", ())
    if question.rollup is not None:
        rows = _from_offices(ws, sheet, question, lang, step)
        # Where no sheet says anything the records fill in.
        if any(row.counted for row in rows) or question.auto_from is None:
            return Origins(question, computed.words(lang), rows)
    if computed.rests_on or (question.auto_from or "").startswith("register."):
        rows = _registers(ws, computed.rests_on, lang)
        return Origins(question, computed.words(lang), rows)
    return _activity(ws, sheet, question, computed.words(lang), lang)


# --- offices ----------------------------------------------------------------------------------------------------------


def _from_offices(ws: Workspace, sheet: Sheet, question: Question, lang: str, step: Step) -> tuple[Origin, ...]:
    assert question.rollup is not None
    names = [name for name in (question.rollup.source, question.rollup.detail) if name]
    region, today = sheet.region_code, ws.today.isoformat()
    listed = {each.id: each for each in offices.offices(ws, region)}
    with ws.database.read() as connection:
        sheets = fill.office_sheets(connection, forms_of(ws), region, sheet.year, today=today)
        registers = gather_registers(connection, region).by(str)
        rows = []
        for number, (each, form) in enumerate(sheets):
            step(number, len(sheets))
            alone = roll_up(question, [each], 1)
            scope = scopes.of_office(region, each.office_id)
            made = checklist_id(OFFICE_FORM, region, sheet.year, each.office_id)
            files = [row for name in names for row in _evidence(ws, connection, "answer", answer_id(made, name))]
            own = registers.get(scope, Registers())
            for kind, row in _register_rows(form, sheet.year, each, own, names, today):
                files += _evidence(ws, connection, kind, row)
            says = "; ".join(_said(form, name, each.answers.get(name), lang) for name in names)
            office_name = listed[each.office_id].name if each.office_id in listed else each.office_name
            counted = alone is not None and alone.counted > 0
            rows.append(
                Origin(office_name, says, counted, True, tuple(files), "checklist", (scope, sheet.year, names[0]))
            )
    sent = {each.office_id for each, _form in sheets}
    waiting = [
        Origin(each.name, "", counted=False, sent=False)
        for each in listed.values()
        if each.office_type == "opd" and not each.closed and each.id not in sent
    ]
    return (*_counted_first(rows), *waiting)


def _said(form: Form, name: str, answer: AnswerState | None, lang: str) -> str:
    """The answer of an office in words; its state where it gave no value."""
    if answer is None or not any(question.name == name for question in form.questions):
        return label("answer_state", "belum_diisi", lang)
    shown = shown_value(form.question(name), answer.value, lang) if answer.value is not None else ""
    return shown or label("answer_state", answer.status, lang)


def _register_rows(
    form: Form, year: int, sheet: OfficeSheet, registers: Registers, names: Sequence[str], today: str
) -> list[tuple[str, RecordId]]:
    """The rows of the office's registers that stand in for what it did not type."""
    if registers.empty:
        return []
    found: list[tuple[str, RecordId]] = []
    for asked in form.questions:
        answer = sheet.answers.get(asked.name)
        if asked.name not in names or answer is None or not (asked.auto_from or "").startswith("register."):
            continue
        known = compute(asked, year, registers=registers, today=today)
        if known is not None and known.value == answer.value:
            found += known.rests_on
    return found


def _evidence(ws: Workspace, connection: Connection, kind: str, own: RecordId) -> list[EvidenceRow]:
    found = records.select(connection, "evidence", {"owner_kind": kind, "owner_id": own})
    return [evidence.row(ws, each) for each in found]


def _counted_first(rows: Iterable[Origin]) -> list[Origin]:
    return sorted(rows, key=lambda row: (not row.counted, row.name.casefold()))


# --- records ----------------------------------------------------------------------------------------------------------


def _activity(ws: Workspace, sheet: Sheet, question: Question, explanation: str, lang: str) -> Origins:
    """Each record is asked alone; those that give nothing are only counted."""
    today = ws.today.isoformat()
    rows, asked = [], 0
    with ws.database.read() as connection:
        words = Words(connection, lang, forms_of(ws))
        facts = gather(connection, sheet.scope)
        for kind, record_id, alone in one_by_one(facts, sheet.year, question.auto_from or ""):
            asked += 1
            found = from_meetings(
                question, sheet.year, alone.meetings, alone.follow_ups, alone.assignments, today=today
            )
            if found is None or found.counted == 0:
                continue
            says = shown_value(question, found.value, lang)
            rows.append(_record(ws, connection, words, kind, record_id, says))
    return Origins(question, explanation, tuple(rows), asked - len(rows))


def one_by_one(facts: Facts, year: int, source: str) -> list[tuple[str, RecordId, Facts]]:
    """Each record that a source of answers may count, with the facts that it alone gives."""
    nothing = Facts((), (), ())
    if source == "followups":
        return [("follow_up", each.id, replace(nothing, follow_ups=(each,))) for each in facts.follow_ups]
    if source == "people.role=focal_point":
        return [("assignment", each.id, replace(nothing, assignments=(each,))) for each in facts.assignments]
    if source == "attendance.type=pelatihan":
        # Whether somebody was trained is told by assignment and attendance lists together.
        return [
            ("assignment", each.id, replace(nothing, assignments=(each,), meetings=facts.meetings))
            for each in facts.assignments
        ]
    return [("meeting", each.id, replace(nothing, meetings=(each,))) for each in facts.meetings if each.year == year]


def _registers(ws: Workspace, rests_on: Sequence[tuple[str, RecordId]], lang: str) -> tuple[Origin, ...]:
    with ws.database.read() as connection:
        words = Words(connection, lang, forms_of(ws))
        return tuple(_record(ws, connection, words, kind, own, "") for kind, own in rests_on)


def _record(ws: Workspace, connection: Connection, words: Words, kind: str, record_id: RecordId, says: str) -> Origin:
    stored = records.get(connection, kind, record_id)
    if stored is None:
        return Origin(label("kind", kind, words.lang), says, counted=True, sent=False)
    about = subject(words, kind, record_id, stored.values)
    files = tuple(_evidence(ws, connection, kind, record_id))
    return Origin(about.title, says, True, True, files, about.page, about.target)
