"""Many records of one kind at once: compared with what lies here, written, read out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from pug_desktop.domain.kinds import KINDS, RecordId, Value, Values
from pug_desktop.storage.records import Stored
from pug_desktop.storage.rows import codec, from_column, to_bytes, to_column
from pug_desktop.storage.states import CHUNK, chunks

IDS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Given:
    """A record from outside: the fields that it names, checked to fit their types."""

    id: RecordId
    scope: str
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Difference:
    """One that is new (`before` None), changes something or names another scope; `after` is the whole record."""

    position: int
    before: Stored | None
    after: Stored


def find(connection: Connection, kind: str, ids: Sequence[RecordId]) -> dict[RecordId, Stored]:
    """The records with those ids that are here."""
    made = codec(kind)
    found = {}
    for part in chunks(ids, IDS_AT_ONCE):
        rows = connection.exec_driver_sql(
            f'SELECT a.id, a.scope, {made.select} FROM "{kind}" AS a WHERE a.id IN ({", ".join("?" * len(part))})',
            tuple(map(to_bytes, part)),
        )
        found.update({row[0].hex(): _stored(kind, row) for row in rows})
    return found


def present(connection: Connection, kind: str, ids: Sequence[RecordId]) -> set[RecordId]:
    """Those of the ids that have a record here."""
    found: set[RecordId] = set()
    for part in chunks(ids, IDS_AT_ONCE):
        marks = ", ".join("?" * len(part))
        rows = connection.exec_driver_sql(f'SELECT id FROM "{kind}" WHERE id IN ({marks})', tuple(map(to_bytes, part)))
        found.update(row[0].hex() for row in rows)
    return found


def known_scopes(connection: Connection, kind: str, ids: Sequence[RecordId]) -> dict[RecordId, str]:
    """The scopes of those ids that are known here, rows and removed ones alike; a scope never changes."""
    found: dict[RecordId, str] = {}
    for part in chunks(ids, IDS_AT_ONCE):
        marks = ", ".join("?" * len(part))
        given = tuple(map(to_bytes, part))
        rows = connection.exec_driver_sql(
            f"SELECT id, scope FROM sync_record WHERE kind = ? AND id IN ({marks}) "
            f'UNION SELECT id, scope FROM "{kind}" WHERE id IN ({marks})',
            (kind, *given, *given),
        )
        found.update((row[0].hex(), row[1]) for row in rows)
    return found


def every(connection: Connection, kind: str) -> Iterator[Stored]:
    """All records of a kind, by id."""
    rows = connection.exec_driver_sql(
        f'SELECT a.id, a.scope, {codec(kind).select} FROM "{kind}" AS a ORDER BY a.id',
        execution_options={"yield_per": CHUNK},
    )
    return (_stored(kind, row) for row in rows)


def count(connection: Connection, kind: str) -> int:
    """How many records of a kind are here."""
    return int(connection.exec_driver_sql(f'SELECT count(*) FROM "{kind}"').scalar_one())


def differences(connection: Connection, kind: str, given: Sequence[Given]) -> list[Difference]:
    """Those of the given records that are new or change something, in their order."""
    here = find(connection, kind, [each.id for each in given])
    found = []
    for position, each in enumerate(given):
        before = here.get(each.id)
        after = Stored(each.id, before.scope if before else each.scope, _after(kind, before, each.values))
        if before is None or before.scope != each.scope or _row(kind, before.values) != _row(kind, after.values):
            found.append(Difference(position, before, after))
    return found


def write(connection: Connection, kind: str, records: Sequence[Stored], at: int, by: str) -> None:
    """Write whole records; what they hang from must lie here already."""
    codec(kind).upsert(
        connection, [(to_bytes(each.id), each.scope, *_row(kind, each.values), at, by) for each in records]
    )


def _after(kind: str, before: Stored | None, values: Mapping[str, Value]) -> Values:
    old = before.values if before else {}
    return {field.name: values.get(field.name, old.get(field.name)) for field in KINDS[kind].fields}


def _row(kind: str, values: Mapping[str, Value]) -> tuple[object, ...]:
    return tuple(to_column(field, values.get(field.name)) for field in KINDS[kind].fields)


def _stored(kind: str, row: Sequence[object]) -> Stored:
    fields = KINDS[kind].fields
    values = {field.name: from_column(field, item) for field, item in zip(fields, row[2:], strict=True)}
    return Stored(row[0].hex(), str(row[1]), values)  # type: ignore[attr-defined]
