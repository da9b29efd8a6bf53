"""One question beside each other: what all kabupaten/kota of a province, or all OPD of one of them, answer to it.

A line says the same as the sheet that it opens (`app/fill.py`); the records of all sheets are read in a few
statements, as for the overviews (`app/overview.py`).
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pug_desktop import errors
from pug_desktop.app import offices, regions
from pug_desktop.app.answer_sort import Amount, amount_of, sort_of, sorts_of
from pug_desktop.app.computed import counted_as, handed_in
from pug_desktop.app.facts import Facts, gather_scoped
from pug_desktop.app.form_source import form_of_sheet, forms_of
from pug_desktop.app.offices import OfficeRow
from pug_desktop.app.overview import without_collection
from pug_desktop.app.register_facts import gather_registers
from pug_desktop.app.review_state import Review, review_of, seen_of
from pug_desktop.app.sheets import OFFICE_FORM, REGENCY_FORM, answer_id, answer_state, checklist_id
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.checklist import AnswerState, applies
from pug_desktop.domain.indicators import Computed, OfficeSheet, compute
from pug_desktop.domain.kinds import RecordId
from pug_desktop.domain.words import label
from pug_desktop.forms.checks import check_value
from pug_desktop.forms.problems import is_empty
from pug_desktop.forms.schema import Form, Question, Section
from pug_desktop.forms.shelf import Shelf
from pug_desktop.forms.shown import shown_value
from pug_desktop.progress import Step, silent
from pug_desktop.replica import scope as scopes
from pug_desktop.storage import meetings as asked
from pug_desktop.storage import one_question as stored
from pug_desktop.storage.database import Connection
from pug_desktop.storage.one_question import Said, SheetOfYear

_NOTHING = Facts((), (), ())
_SAYS_LITTLE = ("proses", "tidak_relevan", "belum_ada")


@dataclass(frozen=True, slots=True)
class Line:
    """What one office or kabupaten/kota answers.

    `answer` is the answer in words, "" where nobody said anything: that is never a nought and never a "tidak". `sort`
    is one of the sorts of `app/answer_sort.py`. `state` is that of the sheet, None where none has come. `asked` is
    False where the sheet's own form has no such question, `there` whether there is anything to open.
    """

    key: str
    name: str
    scope: str
    answer: str = ""
    sort: str = "belum_diisi"
    amount: Amount | None = None
    value: object = None
    note: str = ""
    state: str | None = None
    proofs: int = 0
    reviews: tuple[Review, ...] = ()
    computed: str = ""
    """Where a computed answer comes from; "" for one that somebody typed."""
    changed_by: str = ""
    changed_on: datetime.date | None = None
    open: bool = False
    asked: bool = True
    there: bool = False


@dataclass(frozen=True, slots=True)
class OneQuestion:
    """One question of a form and the lines of a year; `of_regions` is whether the lines are kabupaten/kota."""

    year: int
    form: Form
    section: Section
    question: Question
    lines: tuple[Line, ...]
    of_regions: bool
    region: str = ""
    """The kabupaten/kota whose offices these are; "" for a whole province."""

    @property
    def answered(self) -> int:
        """How many lines say anything."""
        return sum(1 for each in self.lines if each.answer)


def one_question(
    ws: Workspace,
    year: int,
    item: str = "",
    *,
    region_code: str | None = None,
    lang: str = "id",
    step: Step = silent,
) -> OneQuestion:
    """The answers to a question beside each other.

    Args:
        ws: the profile of a kabupaten/kota or a province.
        year: of the sheets.
        item: the code of the question; "" for the first of the form.
        region_code: a kabupaten/kota below a province, whose offices are meant.
        lang: of the words.
        step: told before and after.

    Raises:
        WrongRole: nobody is below an OPD.
        UnknownName: no such question.
    """
    if ws.profile.role == "opd":
        raise errors.WrongRole(role="opd", needed="kabkota, provinsi")
    step(0, 1)
    code = region_code or ws.profile.region_code
    of_regions = len(code) == 2
    shelf, name = forms_of(ws), REGENCY_FORM if of_regions else OFFICE_FORM
    with without_collection(), ws.database.read() as connection:
        found = stored.sheets(connection, code, year, name)
        form = _form_of_most(shelf, name, found)
        section, question = _asked(form, item)
        known = _Known(connection, shelf, ws, code, year, name, question, found)
    listed = () if of_regions and not question.rollup and not question.auto_from else _listed(ws, code, of_regions)
    if of_regions:
        below = regions.regencies(code)
        lines = [known.regency(each, [row for row in listed if row.region_code == each.code], lang) for each in below]
    else:
        with_sheet = {each.office_id for each in found if each.answered}
        lines = [
            known.office(row, lang)
            for row in listed
            if row.id in with_sheet or (row.office_type == "opd" and not row.closed)
        ]
    step(1, 1)
    return OneQuestion(year, form, section, question, tuple(lines), of_regions, "" if of_regions else code)


def _listed(ws: Workspace, code: str, of_regions: bool) -> Sequence[OfficeRow]:
    """The offices of a kabupaten/kota; of a province those that "x of N OPD" counts."""
    if not of_regions:
        return offices.offices(ws, code)
    return [each for each in offices.offices(ws) if each.office_type == "opd" and not each.closed]


def _form_of_most(shelf: Shelf, name: str, found: Sequence[SheetOfYear]) -> Form:
    """The form that most sheets of the year were made with; the newest where there are none."""
    counted: dict[str, int] = {}
    for each in found:
        if each.form_sha256 and shelf.find(name, each.form_sha256) is not None:
            counted[each.form_sha256] = counted.get(each.form_sha256, 0) + 1
    if not counted:
        return form_of_sheet(shelf, name, None)[0]
    best = max(counted, key=lambda sha256: (counted[sha256], sha256))
    return form_of_sheet(shelf, name, {"form_sha256": best})[0]


def _asked(form: Form, item: str) -> tuple[Section, Question]:
    for section in form.sections:
        for question in section.questions:
            if item in ("", question.name):
                return section, question
    known = ", ".join(each.name for each in form.questions)
    raise errors.UnknownName(what="question", name=item, known=known)


class _Known:
    """Everything that the lines need, read once."""

    def __init__(
        self,
        connection: Connection,
        shelf: Shelf,
        ws: Workspace,
        code: str,
        year: int,
        form: str,
        question: Question,
        found: Sequence[SheetOfYear],
    ) -> None:
        self._shelf, self._year, self._form, self._question = shelf, year, form, question
        self._today = ws.today.isoformat()
        self._sheets = {each.id: each for each in found}
        items = [question.name, *([question.relevant.question] if question.relevant else [])]
        self._said: dict[RecordId, dict[str, Said]] = {}
        for each in stored.answers(connection, code, year, form, items):
            self._said.setdefault(each.sheet, {})[each.stored.text("item")] = each
        self._reviews = stored.reviews(connection, code, year, form, question.name)
        self._disagreeing = asked.conflicted(connection, "answer")
        self._facts: dict[str, Facts] = {}
        self._below: dict[str, list[OfficeSheet]] = {}
        of_regions = form == REGENCY_FORM
        if question.auto_from:
            self._facts = self._read_facts(connection, code, of_regions)
        if of_regions and question.rollup:
            self._read_below(connection, code)

    def _read_facts(self, connection: Connection, code: str, of_regions: bool) -> dict[str, Facts]:
        place = scopes.region_of if of_regions else str
        if (self._question.auto_from or "").startswith("register."):
            registers = gather_registers(connection, code).by(place)
            return {where: Facts((), (), (), found) for where, found in registers.items()}
        return gather_scoped(connection, code).by(place)

    def _read_below(self, connection: Connection, code: str) -> None:
        """The answers of the offices that a kabupaten/kota's answer is summed up from."""
        rollup = self._question.rollup
        if rollup is None:
            return
        names = [name for name in (rollup.source, rollup.detail) if name]
        said: dict[RecordId, dict[str, AnswerState]] = {}
        for each in stored.answers(connection, code, self._year, OFFICE_FORM, names):
            own = each.stored.id
            state = answer_state(each.stored, each.proofs, open_=own in self._disagreeing)
            said.setdefault(each.sheet, {})[each.stored.text("item")] = state
        small: dict[tuple[int | None, str | None], Form] = {}
        registers = None
        for sheet in stored.sheets(connection, code, self._year, OFFICE_FORM):
            office = sheet.office_id
            # Only an office itself answers for it.
            if not sheet.answered or not office or sheet.scope != scopes.of_office(sheet.region_code, office):
                continue
            version = sheet.form_version, sheet.form_sha256
            if version not in small:
                small[version] = _only(self._form_of(OFFICE_FORM, sheet), names)
            form = small[version]
            if registers is None and any((each.auto_from or "").startswith("register.") for each in form.questions):
                registers = gather_registers(connection, code).by(str)
            own_registers = (registers or {}).get(sheet.scope)
            handed = handed_in(form, self._year, said.get(sheet.id, {}), own_registers, today=self._today)
            self._below.setdefault(sheet.region_code, []).append(OfficeSheet(office, "", handed))

    def _form_of(self, name: str, sheet: SheetOfYear | None) -> Form:
        values = None
        if sheet is not None:
            values = {"form_version": sheet.form_version, "form_sha256": sheet.form_sha256}
        return form_of_sheet(self._shelf, name, values)[0]

    def regency(self, region: regions.Region, listed: Sequence[OfficeRow], lang: str) -> Line:
        """What a kabupaten/kota answers."""
        sheets = self._below.get(region.code, [])
        own = checklist_id(REGENCY_FORM, region.code, self._year, None)
        facts = self._facts.get(region.code, _NOTHING)
        line = Line(region.code, region.name, region.code, there=own in self._sheets)
        return self._line(line, own, facts, sheets, max(len(listed), len(sheets)), lang)

    def office(self, row: OfficeRow, lang: str) -> Line:
        """What an office answers."""
        own = checklist_id(OFFICE_FORM, row.region_code, self._year, row.id)
        scope = scopes.of_office(row.region_code, row.id)
        line = Line(row.id, row.name, scope, there=own in self._sheets)
        return self._line(line, own, self._facts.get(scope, _NOTHING), (), 0, lang)

    def _line(
        self, line: Line, own: RecordId, facts: Facts, sheets: Sequence[OfficeSheet], listed: int, lang: str
    ) -> Line:
        sheet = self._sheets.get(own)
        form = self._form_of(self._form, sheet)
        question = next((each for each in form.questions if each.name == self._question.name), None)
        line = replace(line, state=(sheet.state or "draf") if sheet else None)
        if question is None:
            return replace(line, asked=False)
        computed = self._compute(question, facts, sheets, listed)
        said = self._said.get(own, {})
        answer, reviews = said.get(question.name), self._reviews.get(answer_id(own, question.name), [])
        states = {name: answer_state(each.stored, each.proofs) for name, each in said.items()}
        state = states.get(question.name, AnswerState("belum_diisi"))
        counted = counted_as(state, computed)
        words = _words(question, state, computed, lang)
        sort, amount = "belum_diisi", None
        stands_in = computed is not None and state.value is None and state.status in ("belum_diisi", "ada")
        conflict = answer is not None and answer.stored.id in self._disagreeing
        seen = seen_of(answer.stored, answer.sha256) if answer is not None else {}
        value = computed.value if computed is not None and stands_in else state.value
        if words and _readable(question, value):
            sort, amount = sort_of(question, counted.status, value), amount_of(question, value, lang)
        elif words:
            sort = counted.status
        elif _does_not_apply(question, states):
            words, sort = label("answer_state", "tidak_relevan", lang), "tidak_relevan"
        return replace(
            line,
            answer=words,
            sort=sort,
            amount=amount,
            value=value,
            note=state.note or "",
            proofs=counted.evidence_count,
            reviews=tuple(review_of(each, seen) for each in reviews) if answer is not None else (),
            computed=computed.words(lang) if computed is not None and stands_in else "",
            changed_by=answer.changed_by if answer is not None else "",
            changed_on=_local_day(answer.changed_at) if answer is not None else None,
            open=conflict or (computed is not None and state.value is None and computed.open),
            there=line.there or bool(sheets) or computed is not None,
        )

    def _compute(self, question: Question, facts: Facts, sheets: Sequence[OfficeSheet], listed: int) -> Computed | None:
        if not question.auto_from and not (question.rollup and self._form == REGENCY_FORM):
            return None
        return compute(
            question,
            self._year,
            sheets=sheets,
            offices=listed,
            meetings=facts.meetings,
            follow_ups=facts.follow_ups,
            assignments=facts.assignments,
            registers=facts.registers,
            today=self._today,
        )


def _only(form: Form, names: Sequence[str]) -> Form:
    """The form with no more than those questions."""
    kept = tuple(each for each in form.questions if each.name in names)
    return replace(form, sections=(replace(form.sections[0], questions=kept),))


def _words(question: Question, state: AnswerState, computed: Computed | None, lang: str) -> str:
    """The answer as a table shows it; "" where nobody said anything."""
    status = label("answer_state", state.status, lang)
    value = state.value
    if value is None and computed is not None and state.status in ("belum_diisi", "ada"):
        value = computed.value
    shown = shown_value(question, value, lang) if value is not None else ""
    if state.status not in _SAYS_LITTLE:
        return shown or (status if state.status == "ada" else "")
    if not shown or _says_no(value):
        return shown or status
    return f"{status}: {shown}"


def _does_not_apply(question: Question, states: Mapping[str, AnswerState]) -> bool:
    """Whether an earlier answer says that it is not asked; silence there says nothing here either."""
    earlier = states.get(question.relevant.question) if question.relevant else None
    return earlier is not None and not is_empty(earlier.value) and not applies(question, states)


def _readable(question: Question, value: object) -> bool:
    """Whether the question allows the value; it may come from an office with another version of the form."""
    try:
        check_value(question, value)
    except errors.WrongValue:
        return False
    return True


def _says_no(value: object) -> bool:
    return value is False or (isinstance(value, dict) and value.get("yes") is False)


def _local_day(seconds: int | None) -> datetime.date | None:
    if not seconds:
        return None
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).astimezone().date()


def verdict_words(review: Review, lang: str = "id", *, with_role: bool = False) -> str:
    """What an office above said, in a few words."""
    said = label("verdict", review.verdict, lang)
    if review.changed:
        said += " (changed since)" if lang == "en" else " (berubah sesudahnya)"
    return f"{label('role', review.role, lang)}: {said}" if with_role else said


def counts(found: OneQuestion, lang: str = "id") -> Mapping[str, int]:
    """How many lines give each sort of answer, in words; sorts that nobody gave are left out but for yes and no."""
    made = dict.fromkeys(sorts_of(found.question), 0)
    for each in found.lines:
        made[each.sort] = made.get(each.sort, 0) + 1
    # Silence stands last.
    made["belum_diisi"] = made.pop("belum_diisi", 0)
    return {_sort_words(found.question, name, lang): number for name, number in made.items()}


def _sort_words(question: Question, name: str, lang: str) -> str:
    if name in ("ya", "tidak"):
        return {"ya": ("Ya", "Yes"), "tidak": ("Tidak", "No")}[name][lang == "en"]
    choice = question.choice(name)
    return choice.label.of(lang) if choice else label("answer_state", name, lang)
