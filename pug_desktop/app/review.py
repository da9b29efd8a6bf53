"""Reviewing: a kabupaten/kota or a province says of an answer that came up whether it is accepted or sent back.

One review for each answer and level of offices; it lies in the scope of the answer and so travels down to its office.
"""

from dataclasses import dataclass

from pug_desktop import errors
from pug_desktop.app import edit
from pug_desktop.app.form_source import form_of_sheet, forms_of
from pug_desktop.app.review_state import Review, evidence_of_answer, review_of, seen_of
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.identity import natural_id
from pug_desktop.domain.kinds import VERDICTS, RecordId, Value
from pug_desktop.forms.schema import Text
from pug_desktop.forms.shelf import Shelf
from pug_desktop.replica import scope as scopes
from pug_desktop.storage import records
from pug_desktop.storage.database import Connection
from pug_desktop.storage.records import Stored

__all__ = [
    "Review",
    "Reviewed",
    "Waiting",
    "corrected",
    "may_review",
    "returned",
    "review",
    "reviews_of",
    "values_of",
    "waiting",
]

NEEDS_REMARK = ("dikembalikan", "catatan")


@dataclass(frozen=True, slots=True)
class Waiting:
    """An answer with its place: `scope` says whose it is, `question` what was asked (None for an unknown one)."""

    answer_id: RecordId
    scope: str
    year: int
    item: str
    question: Text | None


@dataclass(frozen=True, slots=True)
class Reviewed(Waiting):
    """The same with what was said of it."""

    review: Review


def may_review(ws: Workspace, scope: str) -> bool:
    """Whether this office reviews what lies in a scope: a kabupaten/kota or province whatever lies below it."""
    mine = ws.profile.scope
    return ws.profile.role != "opd" and scope != mine and scopes.contains(mine, scope)


def review(ws: Workspace, answer_id: RecordId, verdict: str, remark: str = "") -> edit.Saved:
    """Say what this office thinks of an answer; saying it again replaces what was said.

    Args:
        ws: the profile.
        answer_id: an answer of an office below.
        verdict: one of domain.kinds.VERDICTS.
        remark: what the office shall read; needed to send an answer back.

    Raises:
        NoSuchRecord: no such answer here.
        WrongRole: an OPD reviews nothing, and nobody its own answers.
        WrongValue: no such verdict, or no remark where one is needed.
    """
    if ws.profile.role == "opd":
        raise errors.WrongRole(role="opd", needed="kabkota, provinsi")
    said = remark.strip()
    if verdict not in VERDICTS:
        raise errors.WrongValue(field="review.verdict", value=verdict, expected=", ".join(VERDICTS))
    if verdict in NEEDS_REMARK and not said:
        expected = "tulis alasannya, supaya kantor itu tahu apa yang perlu diperbaiki / a remark that says what to do"
        raise errors.WrongValue(field="review.remark", value="", expected=expected)
    with ws.database.read() as connection:
        answer = records.get(connection, "answer", answer_id)
        if answer is None:
            raise errors.NoSuchRecord(kind="answer", id=answer_id)
        if not may_review(ws, answer.scope):
            raise errors.WrongRole(role=ws.profile.role, needed="provinsi")
        values = values_of(ws, connection, answer, verdict, said)
    edit.create(ws, "review", values, id=natural_id("review", answer_id, ws.profile.role), scope=answer.scope)
    return edit.Saved(ws.clock())


def values_of(ws: Workspace, connection: Connection, answer: Stored, verdict: str, said: str) -> dict[str, Value]:
    """The fields of a review that this office writes now."""
    profile = ws.profile
    return {
        "answer_id": answer.id,
        "role": profile.role,
        "verdict": verdict,
        "remark": said or None,
        "seen": seen_of(answer, evidence_of_answer(connection, answer.id)),
        "reviewed_on": ws.today.isoformat(),
        "reviewer": ", ".join(part for part in (profile.holder, profile.office_name) if part),
    }


def reviews_of(ws: Workspace, answer_id: RecordId) -> tuple[Review, ...]:
    """What was said of an answer, the nearer level first."""
    with ws.database.read() as connection:
        answer = records.get(connection, "answer", answer_id)
        if answer is None:
            return ()
        seen = seen_of(answer, evidence_of_answer(connection, answer_id))
        found = records.select(connection, "review", {"answer_id": answer_id}, order=("role",))
    return tuple(review_of(each, seen) for each in found)


def returned(ws: Workspace) -> tuple[Reviewed, ...]:
    """What came back to this office, newest first; what was changed since then says so (`review.changed`)."""
    return _sent_back(ws, {"scope": ws.profile.scope})


def corrected(ws: Workspace) -> tuple[Reviewed, ...]:
    """What this office sent back and has come up changed: to be looked at again, newest first."""
    found = _sent_back(ws, {"role": ws.profile.role})
    return tuple(each for each in found if each.review.changed and may_review(ws, each.scope))


def waiting(ws: Workspace) -> tuple[Waiting, ...]:
    """The answers from below that this office has not said anything of, or that changed since then."""
    shelf = forms_of(ws)
    with ws.database.read() as connection:
        said = {each.text("answer_id"): each for each in records.select(connection, "review", _by(ws.profile.role))}
        sheets = {each.id: each for each in records.select(connection, "checklist")}
        found = []
        for answer in records.select(connection, "answer", order=("item",)):
            known = said.get(answer.id)
            if not may_review(ws, answer.scope) or _is_empty(answer):
                continue
            if known is None or _current(connection, known, answer).changed:
                found.append(Waiting(*_place(shelf, answer, sheets.get(answer.text("checklist_id")))))
    return tuple(sorted(found, key=lambda each: (each.scope, -each.year)))


def _by(role: str) -> dict[str, Value]:
    return {"role": role}


def _is_empty(answer: Stored) -> bool:
    return answer.values["value"] is None and answer.text("status") in ("", "belum_diisi")


def _sent_back(ws: Workspace, where: dict[str, Value]) -> tuple[Reviewed, ...]:
    with ws.database.read() as connection:
        rows = records.select(connection, "review", {**where, "verdict": "dikembalikan"})
    if not rows:
        return ()
    shelf = forms_of(ws)
    found = []
    with ws.database.read() as connection:
        for each in rows:
            answer = records.get(connection, "answer", each.text("answer_id"))
            if answer is None:
                continue
            sheet = records.get(connection, "checklist", answer.text("checklist_id"))
            found.append(Reviewed(*_place(shelf, answer, sheet), _current(connection, each, answer)))
    return tuple(sorted(found, key=lambda each: each.review.reviewed_on or "", reverse=True))


def _current(connection: Connection, stored: Stored, answer: Stored) -> Review:
    return review_of(stored, seen_of(answer, evidence_of_answer(connection, answer.id)))


def _place(shelf: Shelf, answer: Stored, sheet: Stored | None) -> tuple[RecordId, str, int, str, Text | None]:
    """What a Waiting is made of."""
    item = answer.text("item")
    year = sheet.values["year"] if sheet is not None else None
    question = None
    if sheet is not None and shelf.versions(sheet.text("form")):
        form, _missing = form_of_sheet(shelf, sheet.text("form"), sheet.values)
        question = next((each.label for each in form.questions if each.name == item), None)
    return answer.id, answer.scope, year if isinstance(year, int) else 0, item, question
