"""Keranjang: the rows that were removed here or elsewhere, for 90 days.

Rows are kept by the projection at the moment they go (`project.py`), without a time: whoever began the transaction
says when it is (`stamp`). What has no time yet is never thrown away.
"""

from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection

from pug_desktop.domain.kinds import KINDS, RecordId, Value
from pug_desktop.storage import journal
from pug_desktop.storage.rows import codec, json_text, to_bytes

KEPT_S = 90 * 24 * 3600
"""90 days."""

_NOT_YET = 0

_CLOCK = "bin_clock"
"""The setting that says what time it was when somebody last looked at the days."""

_DAY_S = 24 * 3600


@dataclass(frozen=True, slots=True)
class Kept:
    """A removed row; `batch` is the record that it went with, its own id when it went for itself."""

    kind: str
    id: RecordId
    scope: str
    values: dict[str, Value]
    removed_at: int
    removed_by: str
    batch: RecordId


def keep(connection: Connection, kind: str, record_id: RecordId, *, batch: RecordId, by: str) -> None:
    """Keep the row that is about to go; nothing happens where there is none."""
    made = codec(kind)
    row = connection.exec_driver_sql(
        f'SELECT a.scope, {made.select} FROM "{kind}" AS a WHERE a.id = ?', (to_bytes(record_id),)
    ).one_or_none()
    if row is None:
        return
    connection.exec_driver_sql(
        "INSERT OR REPLACE INTO bin (kind, id, scope, fields, removed_at, removed_by, batch) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (kind, to_bytes(record_id), row[0], json_text(made.values(row[1:])), _NOT_YET, by, batch),
    )


def stamp(connection: Connection, now: int) -> None:
    """Say when what was kept in this transaction went, and let go of what has lain here for more than 90 days."""
    _follow_clock(connection, now)
    connection.exec_driver_sql("UPDATE bin SET removed_at = ? WHERE removed_at = ?", (now, _NOT_YET))
    connection.exec_driver_sql("DELETE FROM bin WHERE removed_at < ? AND removed_at <> ?", (now - KEPT_S, _NOT_YET))


def _follow_clock(connection: Connection, now: int) -> None:
    """Where the clock was set, what lies here stays as old as it was: a day in 2099 must not empty the bin.

    A computer that nobody used for longer than 90 days looks the same; what lies in its bin stays longer.
    """
    last = journal.read_setting(connection, _CLOCK).get("at")
    if isinstance(last, int) and not -_DAY_S <= now - last <= KEPT_S:
        connection.exec_driver_sql(
            "UPDATE bin SET removed_at = max(1, removed_at + ?) WHERE removed_at <> ?", (now - last, _NOT_YET)
        )
    journal.write_setting(connection, _CLOCK, {"at": now})


def kept(connection: Connection, batch: RecordId | None = None) -> list[Kept]:
    """What lies in the bin and has no row now, of one batch or all; parents before children, the newest first."""
    where, given = ("WHERE batch = ?", (batch,)) if batch is not None else ("", ())
    rows = connection.exec_driver_sql(
        f"SELECT kind, id, scope, fields, removed_at, removed_by, batch FROM bin {where} ORDER BY removed_at DESC, id",
        given,
    ).all()
    places = {kind: number for number, kind in enumerate(KINDS)}
    found = [
        Kept(row[0], row[1].hex(), row[2], msgspec.json.decode(row[3], type=dict[str, object]), *row[4:])
        for row in rows
        if row[0] in places and not _is_there(connection, row[0], row[1])
    ]
    return sorted(found, key=lambda each: (-each.removed_at, places[each.kind], each.id))


def values_of(connection: Connection, kind: str, record_id: RecordId) -> dict[str, Value]:
    """What a removed row said; empty when it does not lie here."""
    row = connection.exec_driver_sql(
        "SELECT fields FROM bin WHERE kind = ? AND id = ?", (kind, to_bytes(record_id))
    ).one_or_none()
    return msgspec.json.decode(row[0], type=dict[str, object]) if row else {}


def _is_there(connection: Connection, kind: str, record_id: bytes) -> bool:
    found = connection.exec_driver_sql(f'SELECT 1 FROM "{kind}" WHERE id = ?', (record_id,)).first()
    return found is not None
