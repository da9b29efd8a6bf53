"""Projection: what a record shows becomes its row, or the record is parked with the reason.

Merging never fails and projecting never blocks: a record whose parent is missing, whose kind is unknown or whose value
cannot lie in its column waits in `sync_record.parked` and is tried again after each import.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from sqlalchemy import Connection

from pug_desktop.domain.kinds import KINDS, Kind, RecordId, Value
from pug_desktop.replica.state import (
    DenseBlock,
    Label,
    RecordState,
    is_deleted,
    shown_cells,
)
from pug_desktop.storage import bin
from pug_desktop.storage.database import driver_of
from pug_desktop.storage.rows import Misfit, codec, to_bytes
from pug_desktop.storage.scoped import named
from pug_desktop.storage.states import Layouts, Self, chunks, decode_state, insert_dense, write


class Parked(StrEnum):
    """Why a record has no row."""

    PARENT = "parent"
    """What it hangs from has not arrived."""
    HIDDEN = "hidden"
    """What it hangs from was deleted: it comes back with it."""
    KIND = "kind"
    VALUE = "value"
    RETRY = "retry"
    """Waited for a newer program, which this one may be: left by a migration."""


def children_of(kind: str) -> tuple[tuple[str, str], ...]:
    """The kinds that hang from a kind, each with the column that says so."""
    found = [
        (each.name, field.name)
        for each in KINDS.values()
        for field in each.fields
        if field.parent == kind and field.required
    ]
    return (*found, *((each.name, "id") for each in KINDS.values() if each.id_of == kind))


def parent_of(kind: Kind) -> tuple[str, str] | None:
    """The kind that a kind hangs from and the cell that names it (`id` when the id is shared); None at the top."""
    if kind.id_of:
        return kind.id_of, "id"
    for field in kind.fields:
        if field.parent and field.required:
            return field.parent, field.name
    return None


class Projection:
    """Writes rows within one transaction."""

    def __init__(self, connection: Connection, me: Self, layouts: Layouts) -> None:
        self._connection = connection
        self._me = me
        self._layouts = layouts
        self.below_deleted: list[RecordId] = []
        """The parents, deleted here, of records that came in new: nobody who deletes them had seen these."""

    def new_block(self, block: DenseBlock) -> int:
        """Write records that were not known before, and their rows; returns how many were parked."""
        if block.kind not in KINDS:
            return self._park(block, Parked.KIND)
        here, orphans = self._with_parent(block)
        parked = self._park_orphans(orphans) if orphans is not None else 0
        if not len(here):
            return parked
        made = codec(block.kind)
        try:
            rows = made.columns_of(here)
        except (Misfit, TypeError, ValueError):
            return parked + self._one_by_one(here)
        made.upsert(self._connection, rows)
        insert_dense(self._connection, self._me, self._layouts, here)
        return parked

    def _one_by_one(self, block: DenseBlock) -> int:
        parked = 0
        for row in block.rows:
            one = DenseBlock(block.kind, block.names, [row])
            try:
                made = codec(block.kind).columns_of(one)
            except (Misfit, TypeError, ValueError):
                parked += self._park(one, Parked.VALUE)
            else:
                codec(block.kind).upsert(self._connection, made)
                insert_dense(self._connection, self._me, self._layouts, one)
        return parked

    def _park(self, block: DenseBlock, why: Parked) -> int:
        insert_dense(self._connection, self._me, self._layouts, block, parked=why)
        return len(block)

    def _park_orphans(self, block: DenseBlock) -> int:
        """Park records without a parent; only those that wait for something are counted."""
        parent = parent_of(KINDS[block.kind])
        hidden = [
            self._why(parent, row.id, dict(zip(block.names, row.values, strict=True))) is Parked.HIDDEN
            for row in block.rows
        ]
        self._park(block.pick(hidden), Parked.HIDDEN)
        return self._park(block.pick([not each for each in hidden]), Parked.PARENT)

    def _why(self, parent: tuple[str, str] | None, record_id: RecordId, cells: Mapping[str, Value]) -> Parked:
        """Why a record whose parent has no row cannot have one."""
        if parent is not None:
            kind, cell = parent
            named = record_id if cell == "id" else cells.get(cell)
            try:
                asked = to_bytes(named) if isinstance(named, str) else b""
            except ValueError:
                asked = b""
            found = self._connection.exec_driver_sql(
                "SELECT deleted, parked FROM sync_record WHERE kind = ? AND id = ?", (kind, asked)
            ).one_or_none()
            if found is not None and found[0]:
                self.below_deleted.append(asked.hex())
            if found is not None and (found[0] or found[1] == Parked.HIDDEN):
                return Parked.HIDDEN
        return Parked.PARENT

    def _with_parent(self, block: DenseBlock) -> tuple[DenseBlock, DenseBlock | None]:
        """Those whose parent has a row, and the others; None when there are no others."""
        parent = parent_of(KINDS[block.kind])
        if parent is None:
            return block, None
        kind, cell = parent
        if cell == "id":
            wanted: Sequence[object] = block.ids
        elif cell in block.names:
            position = block.names.index(cell)
            wanted = [values[position] for values in block.values]
        else:
            return block.pick(()), block
        try:
            # Children stand together: there are far fewer parents.
            asked = set(wanted)
        except TypeError:
            asked = {each for each in wanted if isinstance(each, str)}
        present = self._present(kind, {each for each in asked if isinstance(each, str)})
        if present.issuperset(asked):
            return block, None
        has = [isinstance(each, str) and each in present for each in wanted]
        return block.pick(has), block.pick([not each for each in has])

    def _present(self, kind: str, ids: Iterable[RecordId]) -> set[RecordId]:
        found: set[RecordId] = set()
        for marks, part in named(_readable(ids)):
            rows = driver_of(self._connection).execute(f'SELECT id FROM "{kind}" WHERE id IN ({marks})', part)
            found.update(row[0].hex() for row in rows)
        return found

    def _gone(self, kind: str, ids: Iterable[RecordId]) -> set[RecordId]:
        """Those that were deleted, or went with one that was."""
        found: set[RecordId] = set()
        for marks, part in named(_readable(ids)):
            rows = driver_of(self._connection).execute(
                f"SELECT id FROM sync_record WHERE kind = ? AND (deleted OR parked = ?) AND id IN ({marks})",
                (kind, Parked.HIDDEN, *part),
            )
            found.update(row[0].hex() for row in rows)
        return found

    def state(self, state: RecordState) -> str | None:
        """Write the state and bring its row in line; returns why it is parked, None when it is not."""
        why = self._row(state)
        write(self._connection, self._me, self._layouts, state, parked=why)
        return why

    def _row(self, state: RecordState) -> str | None:
        if state.kind not in KINDS:
            return Parked.KIND
        if is_deleted(state):
            self.hide(state.kind, state.id, by=_newest(state).user)
            return None
        cells = shown_cells(state)
        parent = parent_of(KINDS[state.kind])
        if parent is not None:
            kind, cell = parent
            named = state.id if cell == "id" else cells.get(cell)
            if not isinstance(named, str) or not self._present(kind, (named,)):
                self.hide(state.kind, state.id)
                return self._why(parent, state.id, cells)
        label = _newest(state)
        made = codec(state.kind)
        try:
            row = made.row(state.id, state.scope, cells, label.at, label.user)
        except Misfit:
            self.hide(state.kind, state.id)
            return Parked.VALUE
        made.upsert(self._connection, [row])
        return None

    def hide(self, kind: str, record_id: RecordId, *, by: str = "", batch: RecordId = "") -> None:
        """Take a row away and those of its children with it; the children wait for their parent's return.

        What stood there goes into the bin; `by` is who removed it, `batch` the record that all of them went with.
        """
        for child, column in children_of(kind):
            rows = self._connection.exec_driver_sql(
                f'SELECT id FROM "{child}" WHERE "{column}" = ?', (to_bytes(record_id),)
            ).all()
            for row in rows:
                self.hide(child, row[0].hex(), by=by, batch=batch or record_id)
                self._connection.exec_driver_sql(
                    "UPDATE sync_record SET parked = ? WHERE kind = ? AND id = ?", (Parked.HIDDEN, child, row[0])
                )
        bin.keep(self._connection, kind, record_id, batch=batch or record_id, by=by)
        self._connection.exec_driver_sql(f'DELETE FROM "{kind}" WHERE id = ?', (to_bytes(record_id),))

    def retry(self) -> int:
        """Try again what waits for its parent, as long as one finds its place; returns how many did.

        Only those whose parent has a row by now are touched. What waits for a newer program cannot have become
        possible.
        """
        placed = self._retry_all()
        while True:
            found = 0
            for kind in KINDS:
                for record_id, stored in self._possible(kind):
                    state = decode_state(self._layouts, kind, record_id, stored[0], stored[1:])
                    why = self._row(state)
                    found += why is None
                    self._connection.exec_driver_sql(
                        "UPDATE sync_record SET parked = ? WHERE kind = ? AND id = ?", (why, kind, to_bytes(record_id))
                    )
            placed += found
            if not found:
                return placed

    def _retry_all(self) -> int:
        """Those that a migration marked: whether they fit now is only known by trying."""
        placed = 0
        rows = self._connection.exec_driver_sql(
            "SELECT kind, id, scope, layout, head, cells FROM sync_record WHERE parked = ?", (Parked.RETRY,)
        ).all()
        for kind, record_id, scope, layout, head, cells in sorted(rows, key=lambda row: _place_of(row[0])):
            why = self._row(decode_state(self._layouts, kind, record_id.hex(), scope, (layout, head, cells)))
            placed += why is None
            self._connection.exec_driver_sql(
                "UPDATE sync_record SET parked = ? WHERE kind = ? AND id = ?", (why, kind, record_id)
            )
        return placed

    def _possible(self, kind: str) -> list[tuple[RecordId, tuple[str, int | None, str, str]]]:
        """The waiting records of a kind whose parent has a row.

        Those whose parent came deleted after them wait hidden from here on, as if it had come first.
        """
        parent = parent_of(KINDS[kind])
        waiting = self._connection.exec_driver_sql(
            "SELECT id, scope, layout, head, cells, parked FROM sync_record WHERE kind = ? AND parked IN (?, ?)",
            (kind, Parked.PARENT, Parked.HIDDEN),
        ).all()
        if parent is None or not waiting:
            return []
        above, cell = parent
        named: dict[RecordId, Value] = {}
        for record_id, scope, layout, head, cells, _parked in waiting:
            state = decode_state(self._layouts, kind, record_id.hex(), scope, (layout, head, cells))
            named[state.id] = state.id if cell == "id" else shown_cells(state).get(cell)
        present: set[RecordId] = set()
        for part in chunks({each for each in named.values() if isinstance(each, str)}):
            present |= self._present(above, part)
        orphans = {row[0].hex() for row in waiting if row[5] == Parked.PARENT}
        for part in chunks({each for name, each in named.items() if name in orphans and isinstance(each, str)}):
            gone = self._gone(above, part)
            for name in sorted(name for name in orphans if named[name] in gone):
                self._connection.exec_driver_sql(
                    "UPDATE sync_record SET parked = ? WHERE kind = ? AND id = ?", (Parked.HIDDEN, kind, to_bytes(name))
                )
        return [
            (row[0].hex(), (row[1], row[2], row[3], row[4]))
            for row in waiting
            if (each := named[row[0].hex()]) is not None and isinstance(each, str) and each in present
        ]


def _readable(ids: Iterable[RecordId]) -> list[bytes]:
    """As they lie in the tables; what is no id is no record's."""
    found = []
    for each in ids:
        try:
            found.append(to_bytes(each))
        except ValueError:
            continue
    return found


def _place_of(kind: str) -> int:
    """Parents before their children."""
    return list(KINDS).index(kind) if kind in KINDS else len(KINDS)


def _newest(state: RecordState) -> Label:
    return max(state.labels.items(), default=(None, Label("", 0)))[1]
