"""Capture inside a transaction: every record table compared with what the replica showed last.

Invariant afterwards: each row equals its record's shown cells, and each record without a row is deleted or parked.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from sqlalchemy import Connection

from pug_desktop.domain.kinds import KINDS, Cell, RecordId, Value, Values
from pug_desktop.progress import Step, silent
from pug_desktop.replica import capture as compare
from pug_desktop.replica.state import DenseBlock, DenseRow, Dot, Label, RecordState, shown, shown_cells
from pug_desktop.storage import marks
from pug_desktop.storage.database import driver_of
from pug_desktop.storage.project import Parked
from pug_desktop.storage.rows import Misfit, RowCodec, codec, json_text, to_bytes
from pug_desktop.storage.states import (
    CHUNK,
    Layouts,
    Self,
    chunks,
    decode_state,
    insert_dense,
    read_self,
    write,
    write_self,
)

ROWS_NAMED_AT_ONCE = 500


def capture_rows(connection: Connection, rows: Mapping[str, Sequence[RecordId]], *, now: int) -> int:
    """Capture only some rows, by kind; for a moment that cannot wait for the whole comparison."""
    me = read_self(connection)
    run = _Run(connection, me, Layouts(connection), Dot(me.n + 1, me.actor), now)
    for kind, ids in rows.items():
        for part in chunks(ids, ROWS_NAMED_AT_ONCE):
            run.rows_of(kind, part)
    if run.written:
        me.saw(run.dot.n)
    write_self(connection, me)
    return run.written


def capture(connection: Connection, *, now: int, by: str = "", step: Step = silent, whole: bool = False) -> int:
    """Write down what changed since the last capture; returns how many records were written.

    All writes of one capture carry one number: a dot needs to be unique in its record only.

    Args:
        connection: in a write transaction.
        now: seconds since 1970, the label of writes whose row has none.
        by: who works here, the label of removals.
        step: told after each kind.
        whole: compare all rows, not only those that are marked as touched.
    """
    me = read_self(connection)
    run = _Run(connection, me, Layouts(connection), Dot(me.n + 1, me.actor), now, by)
    everything = whole or not marks.is_complete(connection)
    touched = dict.fromkeys(KINDS) if everything else dict(marks.marked(connection))
    for done, (kind, ids) in enumerate(touched.items()):
        step(done, len(touched))
        if ids is None:
            run.rows_of(kind)
            run.vanished(kind)
        else:
            for part in chunks(ids, ROWS_NAMED_AT_ONCE):
                run.rows_of(kind, part)
                run.vanished(kind, part)
    if run.written:
        me.saw(run.dot.n)
    if touched:
        marks.clear(connection)
    write_self(connection, me)
    return run.written


def unmarked(connection: Connection) -> list[tuple[str, RecordId]]:
    """What comparing everything would write down and no mark tells of; empty, or a trigger is not what it should be.

    In a write transaction, which is left as it was.
    """
    driver = driver_of(connection)
    marked = set(driver.execute("SELECT kind, id FROM sync_mark"))
    if any(kind == marks.EVERYTHING for kind, _ in marked):
        return []
    driver.execute("SAVEPOINT unmarked")
    try:
        (before,) = driver.execute(
            "SELECT max(n) FROM (SELECT lseq AS n FROM sync_self UNION ALL SELECT max(lseq) FROM sync_record)"
        ).fetchone()
        driver.execute("UPDATE sync_self SET lseq = ?", (before,))
        capture(connection, now=0, whole=True)
        found = driver.execute(
            "SELECT kind, id FROM sync_record WHERE lseq > ? ORDER BY kind, id", (before,)
        ).fetchall()
    finally:
        driver.execute("ROLLBACK TO unmarked")
        driver.execute("RELEASE unmarked")
    return [(kind, each.hex()) for kind, each in found if (kind, each) not in marked]


class _Run:
    """One capture."""

    def __init__(self, connection: Connection, me: Self, layouts: Layouts, dot: Dot, now: int, by: str = "") -> None:
        self.connection = connection
        self.me = me
        self.layouts = layouts
        self.dot = dot
        self.now = now
        self.by = by
        self.written = 0

    def rows_of(self, kind: str, ids: Sequence[RecordId] = ()) -> None:
        """New rows and changed ones; of all rows when no ids are given."""
        made = codec(kind)
        width = len(made.kind.fields)
        for part in chunks(self._compared(made, ids)):
            new: dict[tuple[str, ...], list[DenseRow]] = defaultdict(list)
            for row in part:
                record_id, scope, at, by = row[0].hex(), row[1], row[2], row[3]
                fields, (layout, head, cells, parked) = row[4 : 4 + width], row[4 + width :]
                now = made.cells(fields)
                label = Label(by or "", at or self.now)
                if head is None:
                    self._collect(new, kind, record_id, scope, now, label)
                elif parked is not None or not self._is_same(kind, now, layout, cells):
                    self._changed(kind, record_id, scope, now, label, (layout, head, cells), parked)
            for names, rows in new.items():
                insert_dense(self.connection, self.me, self.layouts, DenseBlock(kind, names, rows))
                self.written += len(rows)

    def _compared(self, made: RowCodec, ids: Sequence[RecordId]) -> Iterator[Any]:
        named = f"WHERE a.id IN ({', '.join('?' * len(ids))}) " if ids else ""
        result = driver_of(self.connection).execute(
            f"SELECT a.id, a.scope, a.changed_at, a.changed_by, {made.select}, s.layout, s.head, s.cells, s.parked "
            f'FROM "{made.kind.name}" AS a LEFT JOIN sync_record AS s ON s.kind = ? AND s.id = a.id '
            f"{named}ORDER BY a.id",
            (made.kind.name, *map(to_bytes, ids)),
        )
        # Writing between two chunks is safe: each record's state is looked up by its own row, once.
        while part := result.fetchmany(CHUNK):
            yield from part

    def _collect(
        self,
        new: dict[tuple[str, ...], list[DenseRow]],
        kind: str,
        record_id: RecordId,
        scope: str,
        now: Values,
        label: Label,
    ) -> None:
        names = tuple(sorted(now))
        if names:
            values = tuple(now[name] for name in names)
            new[names].append(DenseRow(record_id, scope, self.dot.actor, self.dot.n, label.user, label.at, values))
        else:
            state = compare.create(kind, record_id, scope, now, dot=self.dot, label=label)
            write(self.connection, self.me, self.layouts, state, parked=None)
            self.written += 1

    def _is_same(self, kind: str, now: Values, layout: int | None, cells: str) -> bool:
        if layout is None:
            return False
        names = tuple(sorted(now))
        return self.layouts.names(layout) == names and json_text([now[name] for name in names]) == cells

    def _changed(
        self,
        kind: str,
        record_id: RecordId,
        scope: str,
        now: Values,
        label: Label,
        stored: tuple[int | None, str, str],
        parked: str | None,
    ) -> None:
        state = decode_state(self.layouts, kind, record_id, scope, stored)
        unseen = parked in (Parked.PARENT, Parked.HIDDEN)
        # A cell that the row leaves empty is compared as well, so that emptying a field is a write; but what nobody
        # saw nobody has emptied: such a record had no row until somebody made it again.
        row = {
            cell.name: _with_unknown(cell, now.get(cell.name), state)
            for cell in KINDS[kind].cells
            if cell.name in now or not unseen
        }
        edited = compare.edit(state, row, dot=self.dot, label=label)
        if unseen:
            self._fill_up(edited or state, label)
        if edited is not None:
            write(self.connection, self.me, self.layouts, edited, parked=None)
            self.written += 1
        else:
            # Its row is here, so it waits for nothing any more.
            self.connection.exec_driver_sql(
                "UPDATE sync_record SET parked = NULL WHERE kind = ? AND id = ? AND parked IS NOT NULL",
                (kind, to_bytes(record_id)),
            )

    def _fill_up(self, state: RecordState, label: Label) -> None:
        """Give a row that somebody made again what its record held all the time."""
        made = codec(state.kind)
        # A value that fits no column stays in the record alone.
        with suppress(Misfit):
            made.upsert(self.connection, [made.row(state.id, state.scope, shown_cells(state), label.at, label.user)])

    def vanished(self, kind: str, ids: Sequence[RecordId] = ()) -> None:
        """Records whose row is gone; of all records when no ids are given."""
        named = f"AND s.id IN ({', '.join('?' * len(ids))}) " if ids else ""
        gone = self.connection.exec_driver_sql(
            "SELECT s.id, s.scope, s.layout, s.head, s.cells FROM sync_record AS s "
            f"WHERE s.kind = ? AND s.deleted = 0 AND s.parked IS NULL {named}"
            f'AND NOT EXISTS (SELECT 1 FROM "{kind}" AS a WHERE a.id = s.id)',
            (kind, *map(to_bytes, ids)),
        ).all()
        for record_id, scope, layout, head, cells in gone:
            state = decode_state(self.layouts, kind, record_id.hex(), scope, (layout, head, cells))
            deleted = compare.delete(state, dot=self.dot, label=Label(self.by, self.now))
            if deleted is not None:
                write(self.connection, self.me, self.layouts, deleted, parked=None)
                self.written += 1


def _with_unknown(cell: Cell, value: Value, state: RecordState) -> Value:
    """A group as the row has it, and with it the fields of a newer program that the row has no columns for."""
    register = state.cells.get(cell.name)
    if not cell.is_group or not register:
        return value
    known = {field.name for field in cell.fields}
    before = shown(register)
    unknown = {name: each for name, each in before.items() if name not in known} if isinstance(before, dict) else {}
    if not unknown:
        return value
    return {**unknown, **value} if isinstance(value, dict) else unknown
