"""What goes out: the states of a scope, parents before children, and the sum that tells two replicas apart."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import xor
from typing import TypeAlias

from sqlalchemy import Connection

from pug_desktop.domain.kinds import EVIDENCE_OWNERS, KINDS, Level
from pug_desktop.replica import scope as scopes
from pug_desktop.replica.state import DenseBlock, RecordState, Vector
from pug_desktop.storage.database import driver_of
from pug_desktop.storage.scoped import given, in_scope
from pug_desktop.storage.states import Layouts, decode_state, decode_vector, stored_block


@dataclass(frozen=True, slots=True)
class Selection:
    """What an addressee may know: a scope, the kinds that travel to its level, and what concerns everybody below.

    `above` are the wider scopes whose records of `down` kinds go with it; empty on the way up.
    """

    scope: str
    kinds: tuple[str, ...]
    above: tuple[str, ...] = ()

    @classmethod
    def of(cls, connection: Connection, scope: str, level: Level, *, down: bool = False) -> "Selection":
        """The selection for a level; `down` when the addressee stands below."""
        return cls(scope, tuple(_kinds(connection, level)), scopes.above(scope) if down else ())

    def condition(self, kind: str) -> tuple[str, tuple[str, ...]]:
        """The condition that a state of a kind belongs to it, and what its marks stand for."""
        known = KINDS.get(kind)
        if not self.above or known is None or not known.down:
            return in_scope(), given(self.scope)
        marks = ", ".join("?" for _ in self.above)
        return f"({in_scope()} OR scope IN ({marks}))", (*given(self.scope), *self.above)


_Row: TypeAlias = tuple[bytes, str, int | None, str, str]

AT_ONCE = 4096
"""Records read at once: their layouts are mixed, and a block of one layout should be long."""

STRIPS_A_PIECE = 64
"""How finely the changes are counted when they must be cut into several bundles."""


class Outgoing:
    """The records of one bundle, read in one transaction.

    Attributes:
        kinds: which kinds may go.
        counts: records by kind, once they were read.
        digest: what `state_digest` tells of the records that were read, once they all were.
    """

    def __init__(
        self,
        connection: Connection,
        selection: Selection,
        *,
        start: int = 0,
        upto: int | None = None,
        before: Mapping[str, tuple[int, str]] | None = None,
    ) -> None:
        """Only records that changed here after `start` and up to `upto`, counted in `lseq`.

        `before` is the digest of what goes in the pieces before this one.
        """
        self._connection = connection
        self._selection = selection
        self._start = start
        self._upto = upto
        self._layouts = Layouts(connection)
        self.kinds = selection.kinds
        self.counts: Counter[str] = Counter()
        self.digest: dict[str, tuple[int, str]] = {**dict.fromkeys(selection.kinds, (0, "0" * 64)), **(before or {})}

    def total(self) -> int:
        """How many records will come."""
        return sum(self.counted().values())

    def counted(self) -> dict[str, int]:
        """How many records of each kind will come, those without any left out."""
        counts = {}
        for kind in self._selection.kinds:
            where, marks = self._where(kind)
            found = self._connection.exec_driver_sql(f"SELECT count(*) FROM sync_record WHERE {where}", marks)
            if count := int(found.scalar_one()):
                counts[kind] = count
        return counts

    def _where(self, kind: str) -> tuple[str, tuple[object, ...]]:
        condition, marks = self._selection.condition(kind)
        where = f"kind = ? AND {condition}"
        all_marks: list[object] = [kind, *marks]
        if self._start:
            where += " AND lseq > ?"
            all_marks.append(self._start)
        if self._upto is not None:
            where += " AND lseq <= ?"
            all_marks.append(self._upto)
        return where, tuple(all_marks)

    def items(self) -> Iterator[DenseBlock | RecordState]:
        """Kind by kind in the order of the ids: of some thousands the dense records in blocks, then the others."""
        for kind in self._selection.kinds:
            count, text = self.digest[kind]
            value = int(text, 16)
            for part in self._parts(kind):
                self.counts[kind] += len(part)
                for item in self._items(kind, part):
                    value = _joined(value, _to_sum(item))
                    yield item
            self.digest[kind] = (count + self.counts[kind], f"{value:064x}")

    def _items(self, kind: str, part: Sequence[_Row]) -> Iterator[DenseBlock | RecordState]:
        for number in sorted({row[2] for row in part if row[2] is not None}):
            rows = [row for row in part if row[2] == number]
            ids, scopes, _layouts, heads, texts = zip(*rows, strict=True)
            yield stored_block(kind, self._layouts.names(number), ids, scopes, heads, texts)
        for record_id, scope, layout, head, cells in part:
            if layout is None:
                yield decode_state(self._layouts, kind, record_id.hex(), scope, (None, head, cells))

    def _parts(self, kind: str) -> Iterator[list[_Row]]:
        """Read by the driver, in the order in which they lie: sorting half a million of them would hold them all."""
        where, marks = self._where(kind)
        cursor = driver_of(self._connection).execute(
            f"SELECT id, scope, layout, head, cells FROM sync_record WHERE {where} ORDER BY id", marks
        )
        while part := cursor.fetchmany(AT_ONCE):
            yield part


def last_change(connection: Connection, selection: Selection) -> int:
    """The `lseq` of the newest change in a selection; 0 when it is empty."""
    newest = 0
    for kind in selection.kinds:
        where, marks = selection.condition(kind)
        found = connection.exec_driver_sql(
            f"SELECT max(lseq) FROM sync_record WHERE kind = ? AND {where}", (kind, *marks)
        ).scalar_one()
        newest = max(newest, found or 0)
    return newest


def changed_since(connection: Connection, selection: Selection, start: int) -> int:
    """How many records of a selection changed here after a number."""
    return Outgoing(connection, selection, start=start).total()


def ends(connection: Connection, selection: Selection, start: int, limit: int) -> list[int]:
    """Where to cut the changes after `start` so that each piece has at most `limit` records; the last end is open.

    Returns:
        The `lseq` with which each piece but the last ends; empty when all fit into one.
    """
    # Counted in strips of numbers: to put half a million of them in order takes longer than to write them.
    width = max(1, limit // STRIPS_A_PIECE)
    strips: Counter[int] = Counter()
    for kind in selection.kinds:
        where, marks = selection.condition(kind)
        rows = driver_of(connection).execute(
            f"SELECT lseq / ?, count(*) FROM sync_record WHERE kind = ? AND {where} AND lseq > ? GROUP BY 1",
            (width, kind, *marks, start),
        )
        for strip, count in rows:
            strips[strip] += count
    found: list[int] = []
    held = last = 0
    for strip, count in sorted(strips.items()):
        if held + count > limit:
            found.append(last * width + width - 1)
            held = 0
        held, last = held + count, strip
    return found


def state_digest(connection: Connection, selection: Selection) -> dict[str, tuple[int, str]]:
    """By kind: how many records of a selection, and the exclusive or of SHA-256(kind|id|vector) as 64 hex digits.

    It finds that two replicas differ, and proves nothing.
    """
    return {kind: _kind_digest(connection, selection, kind) for kind in selection.kinds}


def _kind_digest(connection: Connection, selection: Selection, kind: str) -> tuple[int, str]:
    count = value = 0
    condition, given_marks = selection.condition(kind)
    driver, marks = driver_of(connection), (kind, *given_marks)
    # The head of a dense record begins ["actor",n: what is hashed is cut out of it without reading half a million.
    dense = driver.execute(
        "SELECT kind || '|' || lower(hex(id)) || '|' || substr(head, 3, 16) || ':' "
        f"|| CAST(substr(head, 21) AS INTEGER) FROM sync_record WHERE kind = ? AND layout IS NOT NULL AND {condition}",
        marks,
    )
    while part := dense.fetchmany(AT_ONCE):
        count += len(part)
        value = _joined(value, [text for (text,) in part])
    others = driver.execute(
        f"SELECT id, head FROM sync_record WHERE kind = ? AND layout IS NULL AND {condition}", marks
    )
    while part := others.fetchmany(AT_ONCE):
        count += len(part)
        value = _joined(value, [_state_text(kind, each.hex(), decode_vector(None, head)) for each, head in part])
    return count, f"{value:064x}"


def _to_sum(item: DenseBlock | RecordState) -> list[str]:
    if isinstance(item, RecordState):
        return [_state_text(item.kind, item.id, item.vector)]
    start = item.kind + "|"
    return [f"{start}{each}|{actor}:{n}" for each, actor, n in zip(item.ids, item.actors, item.ns, strict=True)]


def _state_text(kind: str, record_id: str, vector: Vector) -> str:
    seen = ",".join(f"{actor}:{n}" for actor, n in sorted(vector.items()))
    return f"{kind}|{record_id}|{seen}"


def _joined(value: int, texts: Sequence[str]) -> int:
    sha256, number = hashlib.sha256, int.from_bytes
    return reduce(xor, [number(sha256(text.encode()).digest()) for text in texts], value)


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
