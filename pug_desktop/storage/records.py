"""One record at a time: what the pages read and every field that is saved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from pug_desktop.domain.kinds import KINDS, RecordId, Value, Values
from pug_desktop.storage.database import driver_of
from pug_desktop.storage.rows import codec, to_bytes, to_column


@dataclass(frozen=True, slots=True)
class Stored:
    """A record as it lies in its table; fields without a value are None."""

    id: RecordId
    scope: str
    values: Values

    def text(self, field: str) -> str:
        """A text field; "" when it has no value."""
        value = self.values[field]
        return value if isinstance(value, str) else ""


def get(connection: Connection, kind: str, record_id: RecordId) -> Stored | None:
    """One record; None when it has no row."""
    found = select(connection, kind, {"id": record_id})
    return found[0] if found else None


def select(
    connection: Connection, kind: str, where: Mapping[str, Value] | None = None, *, order: Sequence[str] = ()
) -> list[Stored]:
    """The records of a kind whose fields (or `id`, or `scope`) equal the given ones, in the order of those fields.

    Records that are equal in the order come in the order they were made.
    """
    made = codec(kind)
    conditions, given = [], []
    for name, value in (where or {}).items():
        conditions.append(f'a."{name}" IS ?')
        given.append(value if name == "scope" else _stored(kind, name, value))
    by = ", ".join([*(f'a."{name}"' for name in order), "a.id"])
    where_text = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    rows = driver_of(connection).execute(
        f'SELECT a.id, a.scope, {made.select} FROM "{kind}" AS a{where_text} ORDER BY {by}', given
    )
    return [_read(kind, row) for row in rows]


def select_below(connection: Connection, kind: str, above: str, where: Mapping[str, Value]) -> list[Stored]:
    """The records of a kind that share the id of a record of another kind whose fields equal the given ones."""
    made = codec(kind)
    conditions = " AND ".join(f'b."{name}" IS ?' for name in where)
    rows = connection.exec_driver_sql(
        f'SELECT a.id, a.scope, {made.select} FROM "{above}" AS b JOIN "{kind}" AS a ON a.id = b.id '
        f"WHERE {conditions} ORDER BY a.id",
        tuple(_stored(above, name, value) for name, value in where.items()),
    )
    return [_read(kind, row) for row in rows]


def _read(kind: str, row: Sequence[Any]) -> Stored:
    return Stored(row[0].hex(), row[1], codec(kind).values(row[2:]))


def _stored(kind: str, name: str, value: Value) -> object:
    if name == "id":
        return to_bytes(str(value))
    return to_column(KINDS[kind].field(name), value)


def insert(
    connection: Connection, kind: str, record_id: RecordId, scope: str, values: Mapping[str, Value], at: int, by: str
) -> None:
    """Write a new record; fields that are not given have no value."""
    fields = KINDS[kind].fields
    row = (to_bytes(record_id), scope, *(to_column(field, values.get(field.name)) for field in fields), at, by)
    codec(kind).upsert(connection, [row])


def update(
    connection: Connection, kind: str, record_id: RecordId, values: Mapping[str, Value], at: int, by: str
) -> None:
    """Write some fields of a record that is there."""
    columns = ", ".join(f'"{name}" = ?' for name in values)
    driver_of(connection).execute(
        f'UPDATE "{kind}" SET {columns}, changed_at = ?, changed_by = ? WHERE id = ?',
        (*(_stored(kind, name, value) for name, value in values.items()), at, by, to_bytes(record_id)),
    )


def delete(connection: Connection, kind: str, record_id: RecordId) -> None:
    """Take one row away; the next capture makes a tombstone of it."""
    connection.exec_driver_sql(f'DELETE FROM "{kind}" WHERE id = ?', (to_bytes(record_id),))
