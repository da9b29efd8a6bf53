"""Accepting many answers at once: those that somebody has accepted already and that did not change since.

Never what was sent back, what holds two values, or what nobody has looked at.
"""

from pug_desktop import errors
from pug_desktop.app import edit
from pug_desktop.app.history import Change, Step
from pug_desktop.app.review import may_review, values_of
from pug_desktop.app.review_state import evidence_of_answer, review_of, seen_of
from pug_desktop.app.sheets import Sheet, SheetItem, answer_id, checklist_id
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.identity import natural_id
from pug_desktop.domain.kinds import RecordId, Value
from pug_desktop.storage import records
from pug_desktop.storage.database import Connection
from pug_desktop.storage.rows import json_text

ACCEPTED = "diterima"


def acceptable(ws: Workspace, sheet: Sheet) -> tuple[str, ...]:
    """The questions whose answers can be accepted unseen: nothing about them changed since they were accepted.

    Either another level of offices accepted this very answer, or this office accepted the same one the year before:
    the same state, value and note, backed by the same files.
    """
    if not may_review(ws, sheet.scope):
        return ()
    items = [item for section in sheet.sections for item in section.items if _is_waiting(ws, item)]
    if not items:
        return ()
    last_year = checklist_id(sheet.form.form, sheet.region_code, sheet.year - 1, sheet.office_id)
    with ws.database.read() as connection:
        return tuple(
            item.question.name
            for item in items
            if _elsewhere(ws, item) or _last_year(ws, connection, item, answer_id(last_year, item.question.name))
        )


def _is_waiting(ws: Workspace, item: SheetItem) -> bool:
    own = next((each for each in item.reviews if each.role == ws.profile.role), None)
    if not item.answered or item.conflict or item.sent_back or (item.value is None and item.status == "belum_diisi"):
        return False
    # What this office sent back and came up changed was changed for its sake: it wants to be looked at.
    return own is None or (own.changed and own.verdict == ACCEPTED)


def _elsewhere(ws: Workspace, item: SheetItem) -> bool:
    others = [each for each in item.reviews if each.role != ws.profile.role]
    return any(each.verdict == ACCEPTED and not each.changed for each in others)


def _last_year(ws: Workspace, connection: Connection, item: SheetItem, former_id: RecordId) -> bool:
    former, now = (records.get(connection, "answer", each) for each in (former_id, item.answer_id))
    said = records.get(connection, "review", natural_id("review", former_id, ws.profile.role))
    if former is None or now is None or said is None:
        return False
    then = seen_of(former, evidence_of_answer(connection, former.id))
    looked_at = review_of(said, then)
    same = json_text(then) == json_text(seen_of(now, evidence_of_answer(connection, now.id)))
    return same and looked_at.verdict == ACCEPTED and not looked_at.changed


def accept_unchanged(ws: Workspace, sheet: Sheet) -> int:
    """Accept all of `acceptable`, as one step that can be undone; returns how many.

    Raises:
        WrongRole: this office does not review that sheet.
    """
    if not may_review(ws, sheet.scope):
        raise errors.WrongRole(role=ws.profile.role, needed="kabkota, provinsi")
    names = acceptable(ws, sheet)
    changes: list[Change] = []
    with ws.database.write() as connection:
        for name in names:
            answer = records.get(connection, "answer", answer_id(sheet.checklist_id, name))
            if answer is None:
                continue
            values: dict[str, Value] = values_of(ws, connection, answer, ACCEPTED, "")
            made = natural_id("review", answer.id, ws.profile.role)
            if (change := edit.make(ws, connection, "review", values, made, answer.scope)) is not None:
                changes.append(change)
    if changes:
        ws.history.add(Step("create", "review", tuple(changes)))
    return len(changes)
