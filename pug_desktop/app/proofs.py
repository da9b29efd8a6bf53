"""What proves each question of a sheet: the files attached to it, papers of registers, of meetings, of the offices."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pug_desktop.app import evidence, fill
from pug_desktop.app.evidence import EvidenceRow
from pug_desktop.app.facts import Facts, gather
from pug_desktop.app.origins import one_by_one
from pug_desktop.app.sheets import Sheet, SheetItem
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.activity import TRAININGS, from_meetings
from pug_desktop.domain.kinds import RecordId
from pug_desktop.forms.schema import Question


@dataclass(frozen=True, slots=True)
class Proof:
    """A file of one question, and the office below that it came from ("" for the sheet's own)."""

    row: EvidenceRow
    office: str = ""


def by_question(ws: Workspace, sheet: Sheet) -> dict[str, list[Proof]]:
    """The files by question; an answer that is computed is proved by the files of what it was computed from."""
    items = [item for section in sheet.sections for item in section.items]
    found = {item.question.name: [Proof(row) for row in item.evidence] for item in items}
    with ws.database.read() as connection:
        facts = gather(connection, sheet.scope)
    for item in items:
        has = {row.sha256 for row in item.evidence}
        for row in (*of_registers(ws, item), *_of_meetings(ws, sheet, item, facts)):
            if row.sha256 not in has:
                has.add(row.sha256)
                found[item.question.name].append(Proof(row))
    if sheet.office_id is None:
        _add_offices(ws, sheet, found)
    return found


def of_registers(ws: Workspace, item: SheetItem) -> tuple[EvidenceRow, ...]:
    """The papers that hang at the rows of the registers that answer a question."""
    if item.computed is None or not item.stands_in:
        return ()
    return tuple(row for kind, owner in item.computed.rests_on for row in evidence.of(ws, kind, owner))


def _of_meetings(ws: Workspace, sheet: Sheet, item: SheetItem, facts: Facts) -> tuple[EvidenceRow, ...]:
    question = item.question
    if item.computed is None or not item.stands_in or not question.auto_from:
        return ()
    today = ws.today.isoformat()
    whole = from_meetings(question, sheet.year, facts.meetings, facts.follow_ups, facts.assignments, today=today)
    # The offices' sheets go before what was recorded.
    if whole != item.computed:
        return ()
    owners = dict.fromkeys(_counted(question, sheet.year, facts, today))
    return tuple(row for kind, owner in owners for row in evidence.of(ws, kind, owner))


def _counted(question: Question, year: int, facts: Facts, today: str) -> Iterator[tuple[str, RecordId]]:
    """The records that add something to the answer, asked one by one."""
    source = question.auto_from or ""
    for kind, record_id, alone in one_by_one(facts, year, source):
        found = from_meetings(question, year, alone.meetings, alone.follow_ups, alone.assignments, today=today)
        if found is None or not _adds(found.value):
            continue
        yield kind, record_id
        if source == "attendance.type=pelatihan":
            people = {each.person_id for each in alone.assignments}
            for each in facts.meetings:
                in_time = each.held and (each.year or year + 1) <= year
                if in_time and each.kind in TRAININGS and each.person_ids & people:
                    yield "meeting", each.id


def _adds(value: object) -> bool:
    if isinstance(value, dict):
        return _adds(value["numerator"]) if "numerator" in value else any(map(_adds, value.values()))
    return isinstance(value, int) and value > 0


def _add_offices(ws: Workspace, sheet: Sheet, found: dict[str, list[Proof]]) -> None:
    for received in fill.received_sheets(ws, sheet.year, sheet.region_code):
        if not received.started:
            continue
        below = fill.sheet(ws, sheet.year, office_id=received.office_id)
        files = {item.question.name: item.evidence for section in below.sections for item in section.items}
        for question in sheet.form.questions:
            for name in _sources(question):
                found[question.name] += [Proof(row, received.office_name) for row in files.get(name, ())]


def _sources(question: Question) -> Sequence[str]:
    """The questions of the offices' form that this one is computed from."""
    if question.rollup is None:
        return ()
    names = (question.rollup.source, question.rollup.detail)
    return tuple(dict.fromkeys(name for name in names if name))
