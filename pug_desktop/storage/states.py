"""The replica's tables: states of records in and out, the layouts of dense ones, and who this replica is."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, repeat
from typing import TypeAlias, TypeVar

import msgspec
from sqlalchemy import Connection

from pug_desktop.domain.kinds import RecordId
from pug_desktop.replica.state import (
    DenseBlock,
    DenseRow,
    Dot,
    Label,
    RecordState,
    Vector,
    conflicts,
    dense,
    expand,
    is_deleted,
)
from pug_desktop.storage.database import driver_of
from pug_desktop.storage.rows import Upsert, to_bytes, to_hex
from pug_desktop.storage.scoped import named

T = TypeVar("T")

MAX_LEAD = 10**9
"""A number this far before ours comes from no honest clock of writes."""

CHUNK = 4096
"""Records handled at once: large enough that the statement costs nothing, small enough to stay in the cache."""

_upsert = Upsert(
    "sync_record",
    ("kind", "id", "scope", "lseq", "layout", "head", "cells", "deleted", "conflict", "parked"),
    ("kind", "id"),
)

_upsert_dense = Upsert(
    "sync_record",
    ("kind", "id", "scope", "lseq", "layout", "head", "cells"),
    ("kind", "id"),
    {"deleted": "0", "conflict": "0", "parked": "NULL"},
)

_encoder = msgspec.json.Encoder(order="sorted")
_encode, _encode_lines = _encoder.encode, _encoder.encode_lines


class _Full(msgspec.Struct):
    """The head of a state that is not dense."""

    vector: dict[str, int]
    labels: list[tuple[int, str, str, int]]


_decode_head = msgspec.json.Decoder(tuple[str, int, str, int]).decode
_decode_heads = msgspec.json.Decoder(list[tuple[str, int, str, int]]).decode
_decode_full = msgspec.json.Decoder(_Full).decode
_decode_cells = msgspec.json.Decoder(dict[str, list[tuple[int, str, object]]]).decode
_decode_values = msgspec.json.Decoder(list[object]).decode


def chunks(items: Iterable[T], size: int = CHUNK) -> Iterator[list[T]]:
    """The items in lists of at most `size`."""
    source = iter(items)
    while part := list(islice(source, size)):
        yield part


@dataclass(slots=True)
class Self:
    """Who this replica is: n is the largest it has seen, lseq the order of its last change."""

    device_id: str
    actor: str
    n: int
    lseq: int

    def saw(self, n: int) -> None:
        """Remember a number that came from elsewhere.

        One far before ours is no honest clock's: to follow it would make us such a clock for everybody else. Order
        comes from the vectors; n only chooses what is shown of several values.
        """
        if n <= self.n + MAX_LEAD:
            self.n = max(self.n, n)

    def next_lseq(self) -> int:
        """The order of the next change."""
        self.lseq += 1
        return self.lseq


def read_self(connection: Connection) -> Self:
    """The one row; made when the profile is."""
    row = connection.exec_driver_sql("SELECT device_id, actor, n, lseq FROM sync_self WHERE number = 1").one()
    return Self(*row)


def write_self(connection: Connection, me: Self) -> None:
    """Keep what was seen."""
    connection.exec_driver_sql("UPDATE sync_self SET n = ?, lseq = ? WHERE number = 1", (me.n, me.lseq))


class Layouts:
    """Which cells a dense record has, by number; new ones are written at once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._names: dict[int, tuple[str, tuple[str, ...]]] = {}
        self._numbers: dict[tuple[str, tuple[str, ...]], int] = {}
        for number, kind, names in connection.exec_driver_sql("SELECT number, kind, names FROM sync_layout"):
            self._keep(number, kind, tuple(msgspec.json.decode(names, type=list[str])))

    def _keep(self, number: int, kind: str, names: tuple[str, ...]) -> None:
        self._names[number] = (kind, names)
        self._numbers[kind, names] = number

    def names(self, number: int) -> tuple[str, ...]:
        """The cells of a layout, in the order of its values."""
        return self._names[number][1]

    def number(self, kind: str, names: tuple[str, ...]) -> int:
        """The layout's number, made when it is new."""
        if (found := self._numbers.get((kind, names))) is None:
            found = len(self._names) + 1
            self._connection.exec_driver_sql(
                "INSERT INTO sync_layout (number, kind, names) VALUES (?, ?, ?)", (found, kind, _text(list(names)))
            )
            self._keep(found, kind, names)
        return found


def _text(value: object) -> str:
    return _encode(value).decode()


def _texts(values: Iterable[object]) -> list[str]:
    """Each as `_text` writes it; no text of JSON holds a line end."""
    return _encode_lines(list(values)).decode().split("\n")[:-1]


def dense_texts(row: DenseRow) -> tuple[str, str]:
    """Head and cells of a dense record as they lie in the table."""
    return _text((row.actor, row.n, row.user, row.at)), _text(row.values)


def block_texts(block: DenseBlock) -> tuple[Sequence[str], Sequence[str]]:
    """Heads and cells of all its records as they lie in the table."""
    heads = _texts(zip(block.actors, block.ns, block.users, block.ats, strict=True))
    if block.texts is None:
        # Written once: whoever compares them first spares the next one the work.
        block.texts = _texts(block.values)
    return heads, block.texts


def insert_dense(
    connection: Connection, me: Self, layouts: Layouts, block: DenseBlock, *, parked: str | None = None
) -> None:
    """Write new dense records."""
    if not len(block):
        return
    layout = layouts.number(block.kind, block.names)
    start = me.lseq + 1
    me.lseq += len(block)
    heads, cells = block_texts(block)
    # All columns at once: a third of the time of one row after the other.
    columns = (block.raw_ids, block.scopes, range(start, me.lseq + 1), repeat(layout), heads, cells)
    if parked is None:
        _upsert_dense(connection, list(zip(repeat(block.kind), *columns, strict=False)))
    else:
        rest = (repeat(0), repeat(0), repeat(parked))
        _upsert(connection, list(zip(repeat(block.kind), *columns, *rest, strict=False)))


def write(connection: Connection, me: Self, layouts: Layouts, state: RecordState, *, parked: str | None) -> None:
    """Write one state, new or known."""
    layout, head, cells = encode_state(layouts, state)
    marks = (is_deleted(state), bool(conflicts(state)), parked)
    row = (state.kind, to_bytes(state.id), state.scope, me.next_lseq(), layout, head, cells, *marks)
    _upsert(connection, [row])


def encode_state(layouts: Layouts, state: RecordState) -> tuple[int | None, str, str]:
    """Layout, head and cells as they lie in the table."""
    if made := dense(state):
        names, row = made
        return layouts.number(state.kind, names), *dense_texts(row)
    return None, *full_texts(state)


def full_texts(state: RecordState) -> tuple[str, str]:
    """Head and cells of a state that lies in no layout."""
    labels = [(dot.n, dot.actor, label.user, label.at) for dot, label in sorted(state.labels.items())]
    cells = {
        name: [(dot.n, dot.actor, value) for dot, value in sorted(register.items())]
        for name, register in state.cells.items()
    }
    return _text({"vector": state.vector, "labels": labels}), _text(cells)


def decode_state(
    layouts: Layouts, kind: str, record_id: RecordId, scope: str, stored: tuple[int | None, str, str]
) -> RecordState:
    """The state from layout, head and cells."""
    layout, head, cells = stored
    if layout is not None:
        row = DenseRow(record_id, scope, *_decode_head(head), _decode_values(cells))
        return expand(kind, layouts.names(layout), row)
    full = _decode_full(head)
    registers = {
        name: {Dot(n, actor): value for n, actor, value in register} for name, register in _decode_cells(cells).items()
    }
    labels = {Dot(n, actor): Label(user, at) for n, actor, user, at in full.labels}
    return RecordState(kind, record_id, scope, full.vector, registers, labels)


def decode_vector(layout: int | None, head: str) -> Vector:
    """The vector alone, from the head."""
    if layout is None:
        return _decode_full(head).vector
    actor, n, _user, _at = _decode_head(head)
    return {actor: n}


def stored_block(
    kind: str,
    names: tuple[str, ...],
    ids: Sequence[bytes],
    scopes: Sequence[str],
    heads: Sequence[str],
    cells: Sequence[str],
) -> DenseBlock:
    """Dense records of one layout from their columns in the table; their values stay texts until somebody asks."""
    actors, ns, users, ats = zip(*_decode_heads(f"[{','.join(heads)}]"), strict=True)
    return DenseBlock.of_columns(kind, names, (list(map(to_hex, ids)), scopes, actors, ns, users, ats), None, cells)


def dense_row(record_id: RecordId, scope: str, head: str, cells: str) -> DenseRow:
    """A dense record from its texts."""
    return DenseRow(record_id, scope, *_decode_head(head), _decode_values(cells))


def load(
    connection: Connection, layouts: Layouts, kind: str, record_id: RecordId
) -> tuple[RecordState, str | None] | None:
    """One state and why it is parked; None when the record is not known."""
    sql = "SELECT scope, layout, head, cells, parked FROM sync_record WHERE kind = ? AND id = ?"
    row = driver_of(connection).execute(sql, (kind, to_bytes(record_id))).fetchone()
    if row is None:
        return None
    scope, layout, head, cells, parked = row
    return decode_state(layouts, kind, record_id, scope, (layout, head, cells)), parked


def stored(
    connection: Connection, kind: str, ids: Sequence[RecordId]
) -> dict[RecordId, tuple[str, int | None, str, str, str | None]]:
    """Scope, layout, head, cells and parked of those ids that are known."""
    found: dict[RecordId, tuple[str, int | None, str, str, str | None]] = {}
    for marks, part in named(list(map(to_bytes, ids))):
        rows = driver_of(connection).execute(
            f"SELECT id, scope, layout, head, cells, parked FROM sync_record WHERE kind = ? AND id IN ({marks})",
            (kind, *part),
        )
        found.update((row[0].hex(), row[1:]) for row in rows)
    return found


Here: TypeAlias = tuple[bytes, str, int | None, str, str]
"""What lies here of a record: id, scope, layout, head, cells."""


class Known:
    """Finds which records of a block are known."""

    def __init__(self, connection: Connection) -> None:
        self._driver = driver_of(connection)
        self._scattered: set[tuple[str, tuple[str, ...]]] = set()

    def of(self, block: DenseBlock) -> dict[bytes, Here]:
        """Those that are here, by id."""
        wanted = block.raw_ids
        if not wanted:
            return {}
        lowest, highest = min(wanted), max(wanted)
        sort = (block.kind, block.names)
        if sort not in self._scattered:
            # Ids rise with time: what a sender wrote mostly lies side by side here as well, or nothing lies there.
            most = len(wanted) * 3 // 2 + 16
            rows = self._select(f"{_HERE} AND id BETWEEN ? AND ? LIMIT ?", block.kind, lowest, highest, most)
            if len(rows) < most:
                among = set(wanted)
                return {row[0]: row for row in rows if row[0] in among}
            self._scattered.add(sort)
        elif not self._select(f"{_HERE} AND id BETWEEN ? AND ? LIMIT 1", block.kind, lowest, highest):
            return {}
        found: dict[bytes, Here] = {}
        for marks, part in named(wanted):
            found.update((row[0], row) for row in self._select(f"{_HERE} AND id IN ({marks})", block.kind, *part))
        return found

    def _select(self, sql: str, *given: object) -> list[Here]:
        return self._driver.execute(sql, given).fetchall()


_HERE = "SELECT id, scope, layout, head, cells FROM sync_record WHERE kind = ?"


def record_conflicts(connection: Connection, kind: str, record_id: RecordId) -> tuple[str, ...]:
    """The cells of a record that hold two values; empty when it is not known or agrees."""
    marked = connection.exec_driver_sql(
        "SELECT conflict FROM sync_record WHERE kind = ? AND id = ?", (kind, to_bytes(record_id))
    ).scalar_one_or_none()
    if not marked:
        return ()
    found = load(connection, Layouts(connection), kind, record_id)
    return conflicts(found[0]) if found else ()
