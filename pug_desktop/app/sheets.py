"""What a sheet of the seven prerequisites is: its questions, answers, evidence, and what of it is computed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pug_desktop.app import evidence
from pug_desktop.app.computed import counted_as
from pug_desktop.app.evidence import EvidenceRow
from pug_desktop.app.review_state import Review, review_of, seen_of
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.checklist import AnswerState, Completeness, completeness, is_answered
from pug_desktop.domain.identity import natural_id
from pug_desktop.domain.indicators import Computed
from pug_desktop.domain.kinds import RecordId, Value
from pug_desktop.forms.schema import Form, Question, Section
from pug_desktop.replica import scope as scopes
from pug_desktop.storage import records
from pug_desktop.storage.database import Connection
from pug_desktop.storage.records import Stored

OFFICE_FORM, REGENCY_FORM = "prasyarat-opd", "prasyarat-kabkota"


@dataclass(frozen=True, slots=True)
class SheetItem:
    """One question of a sheet and its answer.

    `value` is what a person entered; `computed` what the program knows; `effective` the one that counts. `filled` is
    whether it needs no more work. `answered` is whether anybody has touched it, `reviews` what offices above said.
    """

    question: Question
    status: str
    value: Value
    note: str | None
    override_reason: str | None
    computed: Computed | None
    evidence: tuple[EvidenceRow, ...]
    conflict: bool
    filled: bool
    answer_id: RecordId
    answered: bool = True
    reviews: tuple[Review, ...] = ()

    @property
    def sent_back(self) -> bool:
        """Whether an office above wants it done again, and nothing was changed since."""
        return any(each.sends_back for each in self.reviews)

    @property
    def open(self) -> bool:
        """Whether the answer that counts holds two values, or is computed from a record that does."""
        computed = self.computed is not None and self.computed.open and self.value is None
        return self.conflict or computed

    @property
    def effective(self) -> Value:
        """What a person entered, else what was computed."""
        return self.computed.value if self.computed is not None and self.stands_in else self.value

    @property
    def stands_in(self) -> bool:
        """Whether what was computed answers: not where somebody said that there is nothing yet, or no need."""
        return self.computed is not None and self.value is None and self.status in ("belum_diisi", "ada")


@dataclass(frozen=True, slots=True)
class SheetSection:
    """One prerequisite with its items."""

    section: Section
    items: tuple[SheetItem, ...]
    completeness: Completeness


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of one office or region and year; `mine` is whether this profile may edit it.

    `missing_version` is the version of its form when that is not here; `form` stands in for it then. `state` is one of
    domain.kinds.SHEET_STATES.
    """

    checklist_id: RecordId
    form: Form
    year: int
    office_id: RecordId | None
    office_name: str
    region_code: str
    sections: tuple[SheetSection, ...]
    mine: bool
    scope: str = ""
    missing_version: int | None = None
    state: str = "draf"

    @property
    def editable(self) -> bool:
        """Whether answers may be entered now: one's own, and not final."""
        return self.mine and self.state != "final"

    def item(self, name: str) -> SheetItem:
        """The item of that code; KeyError when there is none."""
        for section in self.sections:
            for each in section.items:
                if each.question.name == name:
                    return each
        raise KeyError(name)


def checklist_id(form: str, region_code: str, year: int, office_id: RecordId | None) -> RecordId:
    """The id of a sheet: the same wherever it is made."""
    return natural_id("checklist", form, region_code, office_id or "", year)


def answer_id(sheet_id: RecordId, item: str) -> RecordId:
    """The id of an answer: the same wherever it is made."""
    return natural_id("answer", sheet_id, item)


def answers_of(connection: Connection, sheet_id: RecordId) -> dict[str, Stored]:
    """The answers of a sheet by question."""
    return {each.text("item"): each for each in records.select(connection, "answer", {"checklist_id": sheet_id})}


def evidence_of(
    ws: Workspace, connection: Connection, answers: Mapping[str, Stored]
) -> dict[RecordId, tuple[EvidenceRow, ...]]:
    """The evidence of one sheet's answers."""
    found: dict[RecordId, tuple[EvidenceRow, ...]] = {}
    for answer in answers.values():
        where: dict[str, Value] = {"owner_kind": "answer", "owner_id": answer.id}
        if rows := records.select(connection, "evidence", where):
            found[answer.id] = tuple(evidence.row(ws, each) for each in rows)
    return found


def answer_state(stored: Stored, evidence_count: int, *, open_: bool = False) -> AnswerState:
    """An answer as the completeness counts it."""
    return AnswerState(
        status=stored.text("status") or "belum_diisi",
        value=stored.values["value"],
        note=stored.text("note") or None,
        override_reason=stored.text("override_reason") or None,
        evidence_count=evidence_count,
        open=open_,
    )


def build_sheet(
    ws: Workspace,
    form: Form,
    sheet_id: RecordId,
    year: int,
    office_id: RecordId | None,
    name: str,
    region_code: str,
    answers: Mapping[str, Stored],
    proofs: Mapping[RecordId, tuple[EvidenceRow, ...]],
    conflicted: frozenset[RecordId],
    computed: Mapping[str, Computed | None],
    reviews: Mapping[RecordId, Sequence[Stored]],
    missing_version: int | None,
    sheet_state: str = "draf",
) -> Sheet:
    """A sheet from its answers by question, evidence and reviews by answer, and what was computed by question."""
    items: dict[str, SheetItem] = {}
    counted: dict[str, AnswerState] = {}
    for question in form.questions:
        own_id = answer_id(sheet_id, question.name)
        files = proofs.get(own_id, ())
        stored = answers.get(question.name)
        state = answer_state(stored, len(files)) if stored else AnswerState("belum_diisi", evidence_count=len(files))
        known = computed.get(question.name)
        effective = counted_as(state, known)
        counted[question.name] = effective
        items[question.name] = SheetItem(
            question=question,
            status=state.status,
            value=state.value,
            note=state.note,
            override_reason=state.override_reason,
            computed=known,
            evidence=files,
            conflict=own_id in conflicted,
            filled=is_answered(question, effective) or effective.status == "tidak_relevan",
            answer_id=own_id,
            answered=stored is not None,
            reviews=_reviews(stored, files, reviews.get(own_id, ())),
        )
    how_far = completeness(form, counted)
    sections = tuple(
        SheetSection(section, tuple(items[each.name] for each in section.questions), how_far[section.name])
        for section in form.sections
    )
    scope = scopes.of_office(region_code, office_id) if office_id else region_code
    mine = scope == ws.profile.scope and missing_version is None
    return Sheet(
        sheet_id, form, year, office_id, name, region_code, sections, mine, scope, missing_version, sheet_state
    )


def _reviews(answer: Stored | None, files: Sequence[EvidenceRow], found: Sequence[Stored]) -> tuple[Review, ...]:
    if answer is None or not found:
        return ()
    seen = seen_of(answer, [each.sha256 for each in files])
    return tuple(review_of(each, seen) for each in found)
