"""All sheets of a year at once, for overviews of many offices; each is one statement."""

from dataclasses import dataclass
from typing import TypeAlias

import msgspec
from sqlalchemy import Connection

from pug_desktop.domain.kinds import RecordId, Value
from pug_desktop.storage.database import driver_of
from pug_desktop.storage.scoped import given, in_scope


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One sheet: whose it is, and the form it was made with."""

    id: RecordId
    scope: str
    form: str
    form_version: int | None
    form_sha256: str | None
    office_id: RecordId | None
    region_code: str


AnswerRow: TypeAlias = tuple[bytes, str, str, Value]
"""What one answer says as far as completeness asks: id (as it is stored), question, status, value.

A province has 30,000 of them, and an object for each would take longer than to read them.
"""


def of_year(connection: Connection, scope: str, year: int) -> list[SheetRow]:
    """The sheets of a year in a scope and below it."""
    rows = driver_of(connection).execute(
        "SELECT id, scope, form, form_version, form_sha256, office_id, region_code FROM checklist "
        f"WHERE year = ? AND {in_scope()} ORDER BY id",
        (year, *given(scope)),
    )
    return [
        SheetRow(row[0].hex(), row[1], row[2] or "", row[3], row[4], row[5].hex() if row[5] else None, row[6] or "")
        for row in rows
    ]


def answers(connection: Connection, scope: str, year: int) -> dict[RecordId, list[AnswerRow]]:
    """The answers on the sheets of a year, by sheet."""
    rows = driver_of(connection).execute(
        "SELECT a.checklist_id, a.id, a.item, a.status, a.value FROM checklist AS c "
        f"JOIN answer AS a ON a.checklist_id = c.id WHERE c.year = ? AND {in_scope('c.scope')} ORDER BY a.id",
        (year, *given(scope)),
    )
    decode = msgspec.json.Decoder().decode
    found: dict[bytes, list[AnswerRow]] = {}
    for sheet, own, item, status, value in rows:
        read = (own, item or "", status or "belum_diisi", None if value is None else decode(value))
        found.setdefault(sheet, []).append(read)
    return {sheet.hex(): said for sheet, said in found.items()}


def years(connection: Connection, scope: str) -> list[int]:
    """The years of which there is a sheet in a scope or below it, oldest first."""
    rows = driver_of(connection).execute(
        f"SELECT DISTINCT year FROM checklist WHERE year IS NOT NULL AND {in_scope()} ORDER BY year", given(scope)
    )
    return [row[0] for row in rows]
