"""What goes out: the states of a scope, parents before children, and the sum that tells two replicas apart."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from sqlalchemy import Connection

from pug_desktop.domain.kinds import EVIDENCE_OWNERS, KINDS, Level, RecordId
from pug_desktop.replica.state import DenseBlock, DenseRow, RecordState, Vector
from pug_desktop.storage.scoped import given, in_scope
from pug_desktop.storage.states import CHUNK, Layouts, chunks, decode_state, dense_row


class Outgoing:
    """The records of one bundle, read in one transaction.

    Attributes:
        counts: records by kind, once they were read.
    """

    def __init__(self, connection: Connection, scope: str, level: Level) -> None:
        self._connection = connection
        self._scope = scope
        self._kinds = _kinds(connection, level)
        self._layouts = Layouts(connection)
        self.counts: Counter[str] = Counter()
        self._sums: dict[str, tuple[int, int]] = {}

    def total(self) -> int:
        """How many records will come."""
        return sum(
            self._connection.exec_driver_sql(
                f"SELECT count(*) FROM sync_record WHERE kind = ? AND {in_scope()}", (kind, *given(self._scope))
            ).scalar_one()
            for kind in self._kinds
        )

    def items(self) -> Iterator[DenseBlock | RecordState]:
        """Dense records in blocks, then the others, kind by kind."""
        for kind in self._kinds:
            for part in chunks(self._rows(kind)):
                for layout, rows in groupby(part, key=lambda row: row[2]):
                    yield from self._items(kind, layout, list(rows))

    def _rows(self, kind: str) -> Iterator[tuple[bytes, str, int | None, str, str]]:
        result = self._connection.exec_driver_sql(
            f"SELECT id, scope, layout, head, cells FROM sync_record WHERE kind = ? AND {in_scope()} "
            "ORDER BY layout IS NULL, layout, id",
            (kind, *given(self._scope)),
            execution_options={"yield_per": CHUNK},
        )
        for row in result:
            yield row[0], row[1], row[2], row[3], row[4]

    def _items(
        self, kind: str, layout: int | None, rows: list[tuple[bytes, str, int | None, str, str]]
    ) -> Iterator[DenseBlock | RecordState]:
        self.counts[kind] += len(rows)
        if layout is None:
            for record_id, scope, _, head, cells in rows:
                state = decode_state(self._layouts, kind, record_id.hex(), scope, (None, head, cells))
                self._sum(kind, state.id, scope, state.vector)
                yield state
            return
        made: list[DenseRow] = []
        for record_id, scope, _, head, cells in rows:
            row = dense_row(record_id.hex(), scope, head, cells)
            self._sum(kind, row.id, scope, {row.actor: row.n})
            made.append(row)
        yield DenseBlock(kind, self._layouts.names(layout), made)

    def _sum(self, kind: str, record_id: RecordId, scope: str, vector: Vector) -> None:
        seen = ",".join(f"{actor}:{n}" for actor, n in sorted(vector.items()))
        number = int.from_bytes(hashlib.sha256(f"{kind}|{record_id}|{seen}".encode()).digest())
        count, value = self._sums.get(scope, (0, 0))
        self._sums[scope] = (count + 1, value ^ number)

    def digest(self) -> dict[str, tuple[int, str]]:
        """By scope: how many records, and the exclusive or of SHA-256(kind|id|vector).

        It finds that two replicas differ, and proves nothing.
        """
        return {scope: (count, f"{value:064x}") for scope, (count, value) in sorted(self._sums.items())}


def _kinds(connection: Connection, level: Level) -> list[str]:
    """The kinds that may travel to a level, parents first.

    A kind of a newer program goes on inside the district and no further: we cannot know whether it may leave it.
    """
    known = [name for name, kind in KINDS.items() if level is Level.REGENCY or kind.level is Level.PROVINCE]
    if level is not Level.REGENCY:
        return known
    rows = connection.exec_driver_sql("SELECT DISTINCT kind FROM sync_record ORDER BY kind")
    return [*known, *(row[0] for row in rows if row[0] not in KINDS)]


def count_rows(connection: Connection, scope: str, level: Level) -> dict[str, int]:
    """How many records of each kind are in a scope now, those without any left out."""
    counted = {}
    for name, kind in KINDS.items():
        if level is Level.REGENCY or kind.level is Level.PROVINCE:
            found = connection.exec_driver_sql(f'SELECT count(*) FROM "{name}" WHERE {in_scope()}', given(scope))
            if count := found.scalar_one():
                counted[name] = count
    return counted


def evidence_in(connection: Connection, scope: str) -> list[tuple[str, int, str]]:
    """SHA-256, size and shown name of the evidence files of a scope whose owner is there, once each, smallest first."""
    owned = " OR ".join(
        f"(owner_kind = '{kind}' AND owner_id IN (SELECT id FROM \"{kind}\"))" for kind in EVIDENCE_OWNERS
    )
    rows = connection.exec_driver_sql(
        "SELECT sha256, max(size), max(file_name) FROM evidence WHERE sha256 IS NOT NULL AND size IS NOT NULL "
        f"AND ({owned}) AND {in_scope()} GROUP BY sha256 ORDER BY max(size), sha256",
        given(scope),
    )
    return [(row[0], row[1], row[2] or "") for row in rows]


def letterhead_logos(connection: Connection, scope: str) -> list[str]:
    """SHA-256 of the pictures in the letterheads of a scope."""
    rows = connection.exec_driver_sql(
        f"SELECT DISTINCT logo_sha256 FROM letterhead WHERE logo_sha256 IS NOT NULL AND {in_scope()}", given(scope)
    )
    return [row[0] for row in rows]
