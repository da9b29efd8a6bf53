"""Taking personal values out of records for good: of the row, of the record's state, of the bin.

An ordinary write leaves the old value in the bin and beside other values of the cell; a removed record keeps what it
said. Here each such cell gets one write without a value in place of all that it held, so that the next bundle takes it
away elsewhere as well. Nothing brings it back but a copy that was made before.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from pug_desktop.domain.kinds import KINDS, RecordId, Value
from pug_desktop.replica.state import DELETED, Dot, Label, RecordState, is_deleted, shown_cells
from pug_desktop.storage.capture import capture
from pug_desktop.storage.rows import to_bytes
from pug_desktop.storage.states import Layouts, decode_state, load, read_self, write, write_self

Cells = Mapping[str, Value]
"""What cells hold afterwards: None, or what stands in their place."""


class Eraser:
    """Erases in one transaction.

    Attributes:
        erased: how many records lost something.
    """

    def __init__(self, connection: Connection, *, now: int, by: str) -> None:
        """What was written since the last capture is written down first."""
        capture(connection, now=now, by=by)
        self._connection = connection
        self._me = read_self(connection)
        self._layouts = Layouts(connection)
        self._dot = Dot(self._me.n + 1, self._me.actor)
        self._label = Label(by, now)
        self.erased = 0

    def finish(self) -> None:
        """Keep the count of writes."""
        self._me.saw(self._dot.n)
        write_self(self._connection, self._me)

    def erase(self, kind: str, record_id: RecordId, cells: Cells) -> None:
        """Take what these cells hold out of a record, whether it has a row, waits or was removed."""
        known = load(self._connection, self._layouts, kind, record_id)
        if known is not None:
            state, parked = known
            emptied = self._emptied(state, cells)
            if emptied is not None:
                write(self._connection, self._me, self._layouts, emptied, parked=parked)
                self.erased += 1
        if cells:
            columns = ", ".join(f'"{name}" = ?' for name in cells)
            self._connection.exec_driver_sql(
                f'UPDATE "{kind}" SET {columns} WHERE id = ?', (*cells.values(), to_bytes(record_id))
            )
        self._connection.exec_driver_sql("DELETE FROM bin WHERE kind = ? AND id = ?", (kind, to_bytes(record_id)))

    def remove(self, kind: str, record_id: RecordId, cells: Cells) -> None:
        """The same, and remove the record. What hangs from it must be gone before."""
        self.erase(kind, record_id, cells)
        known = load(self._connection, self._layouts, kind, record_id)
        if known is not None and not is_deleted(known[0]):
            write(self._connection, self._me, self._layouts, self._deleted(known[0]), parked=None)
        self._connection.exec_driver_sql(f'DELETE FROM "{kind}" WHERE id = ?', (to_bytes(record_id),))

    def _emptied(self, state: RecordState, cells: Cells) -> RecordState | None:
        told = {
            name: value
            for name, value in cells.items()
            if any(held != value for held in state.cells.get(name, {}).values())
        }
        if not told:
            return None
        made = replace(state, cells={**state.cells, **{name: {self._dot: value} for name, value in told.items()}})
        return self._deleted(made) if is_deleted(state) else self._labelled(made)

    def _deleted(self, state: RecordState) -> RecordState:
        """A tombstone that has seen this write as well: it does not bring the record back."""
        made = self._labelled(state)
        return replace(made, cells={**made.cells, DELETED: {self._dot: dict(made.vector)}})

    def _labelled(self, state: RecordState) -> RecordState:
        alive = {dot for register in state.cells.values() for dot in register} | {self._dot}
        labels = {dot: label for dot, label in state.labels.items() if dot in alive}
        vector = {**state.vector, self._dot.actor: self._dot.n}
        return replace(state, vector=vector, labels={**labels, self._dot: self._label})


def rowless(connection: Connection, kind: str, scope: str) -> list[RecordState]:
    """The records of a kind and exactly this scope that have no row: removed, or waiting."""
    layouts = Layouts(connection)
    rows = connection.exec_driver_sql(
        "SELECT id, scope, layout, head, cells FROM sync_record "
        "WHERE kind = ? AND scope = ? AND (deleted = 1 OR parked IS NOT NULL)",
        (kind, scope),
    )
    return [decode_state(layouts, kind, row[0].hex(), row[1], tuple(row[2:])) for row in rows]


def removed(connection: Connection, kind: str, scope: str) -> list[RecordState]:
    """The records of a kind and exactly this scope that have no row, also since the last capture; none that waits."""
    layouts = Layouts(connection)
    rows = connection.exec_driver_sql(
        "SELECT id, scope, layout, head, cells FROM sync_record AS s WHERE kind = ? AND scope = ? "
        # What hung from a removed record is hidden with it.
        "AND (parked IS NULL OR parked = 'hidden') "
        f'AND NOT EXISTS (SELECT 1 FROM "{kind}" AS r WHERE r.id = s.id)',
        (kind, scope),
    )
    return [decode_state(layouts, kind, row[0].hex(), row[1], tuple(row[2:])) for row in rows]


def shown_fields(state: RecordState) -> dict[str, Value]:
    """The fields of a record without a row, those of groups among them."""
    found: dict[str, Value] = {}
    cells = shown_cells(state)
    for cell in KINDS[state.kind].cells:
        value = cells.get(cell.name)
        if cell.is_group and isinstance(value, dict):
            found |= value
        elif not cell.is_group:
            found[cell.name] = value
    return found


def ids_below(connection: Connection, kind: str, column: str, parents: Iterable[RecordId]) -> list[RecordId]:
    """The rows of a kind that name one of these in a column."""
    found: list[RecordId] = []
    for parent in parents:
        rows = connection.exec_driver_sql(
            f'SELECT id FROM "{kind}" WHERE "{column}" = ? ORDER BY id', (to_bytes(parent),)
        )
        found += [row[0].hex() for row in rows]
    return found


def unused_persons(connection: Connection, scope: str, persons: Sequence[RecordId]) -> list[RecordId]:
    """Those of these entries of the register (of exactly this scope) that nothing names any more."""
    free: list[RecordId] = []
    for person in persons:
        given = to_bytes(person)
        named = " OR ".join(
            f'EXISTS (SELECT 1 FROM "{kind.name}" WHERE "{field.name}" = ?)'
            for kind in KINDS.values()
            for field in kind.fields
            if field.parent == "person" and kind.name != "person_link"
        )
        marks = [given] * named.count("?")
        row = connection.exec_driver_sql(
            f"SELECT 1 FROM person WHERE id = ? AND scope = ? AND NOT ({named})", (given, scope, *marks)
        ).first()
        if row is not None:
            free.append(person)
    return free
