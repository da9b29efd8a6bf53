"""The replica's tables: states of records in and out, the layouts of dense ones, and who this replica is."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, repeat
from typing import TypeVar

import msgspec
from sqlalchemy import Connection

from pug_desktop.domain.kinds import RecordId
from pug_desktop.replica.state import (
    DenseBlock,
    DenseRow,
    Dot,
    Label,
    RecordState,
    conflicts,
    dense,
    expand,
    is_deleted,
)
from pug_desktop.storage.rows import Upsert, to_bytes

T = TypeVar("T")

CHUNK = 4096
"""Records handled at once: large enough that the statement costs nothing, small enough to stay in the cache."""

_upsert = Upsert(
    "sync_record",
    ("kind", "id", "scope", "lseq", "layout", "head", "cells", "deleted", "conflict", "parked"),
    ("kind", "id"),
)

_encoder = msgspec.json.Encoder(order="sorted")
_encode, _encode_lines = _encoder.encode, _encoder.encode_lines


class _Full(msgspec.Struct):
    """The head of a state that is not dense."""

    vector: dict[str, int]
    labels: list[tuple[int, str, str, int]]


_decode_head = msgspec.json.Decoder(tuple[str, int, str, int]).decode
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
        """Remember a number that came from elsewhere."""
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


def insert_dense(
    connection: Connection, me: Self, layouts: Layouts, block: DenseBlock, *, parked: str | None = None
) -> None:
    """Write new dense records."""
    if not block.rows:
        return
    layout = layouts.number(block.kind, block.names)
    start = me.lseq + 1
    me.lseq += len(block.rows)
    ids, scopes, actors, ns, users, ats, values = zip(*block.rows, strict=True)
    # All columns at once: a third of the time of one row after the other.
    rows = zip(
        repeat(block.kind),
        map(to_bytes, ids),
        scopes,
        range(start, me.lseq + 1),
        repeat(layout),
        _texts(zip(actors, ns, users, ats, strict=True)),
        _texts(values),
        repeat(0),
        repeat(0),
        repeat(parked),
        strict=False,
    )
    _upsert(connection, list(rows))


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
    labels = [(dot.n, dot.actor, label.user, label.at) for dot, label in sorted(state.labels.items())]
    cells = {
        name: [(dot.n, dot.actor, value) for dot, value in sorted(register.items())]
        for name, register in state.cells.items()
    }
    return None, _text({"vector": state.vector, "labels": labels}), _text(cells)


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


def dense_row(record_id: RecordId, scope: str, head: str, cells: str) -> DenseRow:
    """A dense record from its texts."""
    return DenseRow(record_id, scope, *_decode_head(head), _decode_values(cells))


def load(
    connection: Connection, layouts: Layouts, kind: str, record_id: RecordId
) -> tuple[RecordState, str | None] | None:
    """One state and why it is parked; None when the record is not known."""
    row = connection.exec_driver_sql(
        "SELECT scope, layout, head, cells, parked FROM sync_record WHERE kind = ? AND id = ?",
        (kind, to_bytes(record_id)),
    ).one_or_none()
    if row is None:
        return None
    scope, layout, head, cells, parked = row
    return decode_state(layouts, kind, record_id, scope, (layout, head, cells)), parked


def stored(
    connection: Connection, kind: str, ids: Sequence[RecordId]
) -> dict[RecordId, tuple[str, int | None, str, str, str | None]]:
    """Scope, layout, head, cells and parked of those ids that are known."""
    wanted = list(map(to_bytes, ids))
    # Ids rise with time: what a sender brings for the first time mostly lies where nothing is known yet.
    if not _any_between(connection, kind, min(wanted, default=b""), max(wanted, default=b"")):
        return {}
    marks = ", ".join("?" for _ in ids)
    rows = connection.exec_driver_sql(
        f"SELECT id, scope, layout, head, cells, parked FROM sync_record WHERE kind = ? AND id IN ({marks})",
        (kind, *wanted),
    )
    return {row[0].hex(): (row[1], row[2], row[3], row[4], row[5]) for row in rows}


def _any_between(connection: Connection, kind: str, lowest: bytes, highest: bytes) -> bool:
    sql = "SELECT 1 FROM sync_record WHERE kind = ? AND id BETWEEN ? AND ? LIMIT 1"
    return connection.exec_driver_sql(sql, (kind, lowest, highest)).first() is not None


def record_conflicts(connection: Connection, kind: str, record_id: RecordId) -> tuple[str, ...]:
    """The cells of a record that hold two values; empty when it is not known or agrees."""
    marked = connection.exec_driver_sql(
        "SELECT conflict FROM sync_record WHERE kind = ? AND id = ?", (kind, to_bytes(record_id))
    ).scalar_one_or_none()
    if not marked:
        return ()
    found = load(connection, Layouts(connection), kind, record_id)
    return conflicts(found[0]) if found else ()
