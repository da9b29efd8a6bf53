"""The answers of many sheets to one question; as few statements for 1,700 sheets as for one."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection

from pug_desktop.domain.kinds import RecordId, Value
from pug_desktop.storage.database import driver_of
from pug_desktop.storage.records import Stored
from pug_desktop.storage.scoped import given, in_scope


class SheetOfYear(NamedTuple):
    """One sheet; `answered` is whether anything at all was answered on it."""

    id: RecordId
    scope: str
    form_version: int | None
    form_sha256: str | None
    office_id: RecordId | None
    region_code: str
    state: str | None
    answered: bool


class Said(NamedTuple):
    """One answer with the files that back it; `changed_at` are seconds since 1970."""

    sheet: RecordId
    stored: Stored
    proofs: int
    sha256: tuple[str, ...]
    changed_at: int | None
    changed_by: str


def sheets(connection: Connection, scope: str, year: int, form: str) -> list[SheetOfYear]:
    """The sheets of a form and year in a scope and below it."""
    rows = driver_of(connection).execute(
        "SELECT c.id, c.scope, c.form_version, c.form_sha256, c.office_id, c.region_code, c.state, "
        "EXISTS (SELECT 1 FROM answer AS a WHERE a.checklist_id = c.id) "
        f"FROM checklist AS c WHERE c.year = ? AND c.form = ? AND {in_scope('c.scope')} ORDER BY c.id",
        (year, form, *given(scope)),
    )
    return [
        SheetOfYear(
            own.hex(), where, version, sha256, office.hex() if office else None, region or "", state, bool(any_)
        )
        for own, where, version, sha256, office, region, state, any_ in rows
    ]


def answers(connection: Connection, scope: str, year: int, form: str, items: Sequence[str]) -> list[Said]:
    """What the sheets of a form and year say to some questions."""
    rows = driver_of(connection).execute(
        "SELECT a.checklist_id, a.id, a.scope, a.item, a.status, a.value, a.note, a.override_reason, "
        "a.changed_at, a.changed_by, "
        "(SELECT count(*) FROM evidence AS e WHERE e.owner_id = a.id AND e.owner_kind = 'answer'), "
        "(SELECT group_concat(DISTINCT e.sha256) FROM evidence AS e "
        "WHERE e.owner_id = a.id AND e.owner_kind = 'answer') "
        "FROM checklist AS c JOIN answer AS a ON a.checklist_id = c.id "
        f"WHERE c.year = ? AND c.form = ? AND a.item IN ({', '.join('?' * len(items))}) AND {in_scope('c.scope')} "
        "ORDER BY a.id",
        (year, form, *items, *given(scope)),
    )
    decode = msgspec.json.Decoder().decode
    found = []
    for sheet, own, where, item, status, value, note, reason, at, by, proofs, files in rows:
        values: dict[str, Value] = {
            "item": item,
            "status": status,
            "value": None if value is None else decode(value),
            "note": note,
            "override_reason": reason,
        }
        sha256 = tuple(sorted(files.split(","))) if files else ()
        found.append(Said(sheet.hex(), Stored(own.hex(), where, values), proofs, sha256, at, by or ""))
    return found


def reviews(connection: Connection, scope: str, year: int, form: str, item: str) -> dict[RecordId, list[Stored]]:
    """What offices above said of the answers to one question, by answer."""
    rows = driver_of(connection).execute(
        "SELECT r.id, r.scope, r.answer_id, r.role, r.verdict, r.remark, r.seen, r.reviewed_on, r.reviewer "
        "FROM checklist AS c JOIN answer AS a ON a.checklist_id = c.id JOIN review AS r ON r.answer_id = a.id "
        f"WHERE c.year = ? AND c.form = ? AND a.item = ? AND {in_scope('c.scope')} ORDER BY r.role, r.id",
        (year, form, item, *given(scope)),
    )
    decode = msgspec.json.Decoder().decode
    found: dict[RecordId, list[Stored]] = {}
    for own, where, answer, role, verdict, remark, seen, on, reviewer in rows:
        values: dict[str, Value] = {
            "answer_id": answer.hex(),
            "role": role,
            "verdict": verdict,
            "remark": remark,
            "seen": None if seen is None else decode(seen),
            "reviewed_on": on,
            "reviewer": reviewer,
        }
        found.setdefault(answer.hex(), []).append(Stored(own.hex(), where, values))
    return found
