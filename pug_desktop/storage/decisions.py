"""Records that hold two values for a cell: counted, read, decided, and opened again while nobody else has seen it.

A decision is an ordinary write that replaces all siblings. What a person did to the row since the last capture is
written down first, so that a decision stands on what is shown and an untaken edit never gets lost.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from sqlalchemy import Connection

from pug_desktop.domain.kinds import KINDS, RecordId, Value
from pug_desktop.replica import capture as writing
from pug_desktop.replica.state import DELETED, Dot, Label, RecordState, is_deleted
from pug_desktop.storage.capture import capture_rows
from pug_desktop.storage.project import Parked, Projection
from pug_desktop.storage.records import Stored
from pug_desktop.storage.removal import remove_tree
from pug_desktop.storage.rows import json_text, to_bytes
from pug_desktop.storage.scoped import given, in_scope
from pug_desktop.storage.states import Layouts, decode_state, load, read_self, write_self
from pug_desktop.storage.tallies import HELD

_OPEN = f"conflict = 1 AND deleted = 0 AND (parked IS NULL OR parked = '{Parked.VALUE}')"
"""What waits unseen for its parent or a newer program cannot be judged by anybody yet.

Few records are open among hundreds of thousands: where a kind is asked for as well, a plus before it keeps SQLite from
walking through all records of that kind.
"""

Key = tuple[str, RecordId]


class Fate(Enum):
    """What shall become of a record that was deleted here and changed there."""

    KEEP = "simpan"
    REMOVE = "hapus"


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person decided for one cell; `seen` are the values looked at (as canonical JSON), None for all there are.

    A value that arrived since and that the person has not seen stays beside the decision: the cell is open again.
    """

    kind: str
    id: RecordId
    cell: str
    value: Value | Fate
    seen: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Turned:
    """One record before and after a decision; `removed` are the rows that went with it, parents before children."""

    before: RecordState
    after: RecordState
    removed: tuple[tuple[str, Stored], ...] = ()


def count_open(connection: Connection) -> int:
    """How many records wait for a decision."""
    return int(connection.exec_driver_sql(f"SELECT count(*) FROM sync_record WHERE {_OPEN}").scalar_one())


def open_keys(connection: Connection, scope: str | None = None) -> list[Key]:
    """Kind and id of the records that wait for a decision, in a scope or everywhere."""
    where, marks = (f" AND {in_scope()}", given(scope)) if scope else ("", ())
    rows = connection.exec_driver_sql(f"SELECT kind, id FROM sync_record WHERE {_OPEN}{where} ORDER BY kind, id", marks)
    return [(row[0], row[1].hex()) for row in rows]


def open_states(connection: Connection, scope: str | None = None) -> list[RecordState]:
    """The records that wait for a decision, with all their values."""
    layouts = Layouts(connection)
    where, marks = (f" AND {in_scope()}", given(scope)) if scope else ("", ())
    rows = connection.exec_driver_sql(
        f"SELECT kind, id, scope, layout, head, cells FROM sync_record WHERE {_OPEN}{where} ORDER BY kind, id", marks
    )
    return [decode_state(layouts, row[0], row[1].hex(), row[2], (row[3], row[4], row[5])) for row in rows]


def settle(connection: Connection, *, now: int, by: str) -> None:
    """Write down what happened to the rows of open records since the last capture: an edit may have closed one."""
    keys = open_keys(connection)
    _capture(connection, keys, now)
    me, layouts = read_self(connection), Layouts(connection)
    projection, dot = Projection(connection, me, layouts), Dot(me.n + 1, me.actor)
    gone = [key for key in keys if not _has_row(connection, key)]
    for kind, record_id in gone:
        found = load(connection, layouts, kind, record_id)
        if found is not None and found[1] is None and not is_deleted(found[0]):
            deleted = writing.delete(found[0], dot=dot, label=Label(by, now))
            if deleted is not None:
                projection.state(deleted)
                me.saw(dot.n)
    write_self(connection, me)


def _has_row(connection: Connection, key: Key) -> bool:
    kind, record_id = key
    return (
        connection.exec_driver_sql(f'SELECT 1 FROM "{kind}" WHERE id = ?', (to_bytes(record_id),)).first() is not None
    )


def _capture(connection: Connection, keys: Iterable[Key], now: int) -> None:
    by_kind: dict[str, list[RecordId]] = defaultdict(list)
    for kind, record_id in keys:
        by_kind[kind].append(record_id)
    if by_kind:
        capture_rows(connection, by_kind, now=now)


def decide(connection: Connection, rulings: Sequence[Ruling], *, now: int, by: str) -> list[Turned]:
    """Write decisions; all of them carry one number, as the writes of a capture do.

    What is no longer there is left out: it needs no decision.
    """
    by_record: dict[Key, list[Ruling]] = defaultdict(list)
    for each in rulings:
        by_record[each.kind, each.id].append(each)
    _capture(connection, by_record, now)
    removed = {
        key: tuple(remove_tree(connection, *key, now=now, by=by))
        for key, found in by_record.items()
        if any(each.value is Fate.REMOVE for each in found)
    }
    me, layouts = read_self(connection), Layouts(connection)
    projection, dot, label = Projection(connection, me, layouts), Dot(me.n + 1, me.actor), Label(by, now)
    turned: list[Turned] = []
    waiting = False
    for key, found in by_record.items():
        known = load(connection, layouts, *key)
        if known is None or key[0] not in KINDS or is_deleted(known[0]):
            continue
        before, parked = known
        after = _decided(before, found, dot, label)
        projection.state(after)
        waiting = waiting or parked is not None
        turned.append(Turned(before, after, removed.get(key, ())))
    if waiting:
        projection.retry()
    if turned:
        me.saw(dot.n)
    write_self(connection, me)
    return turned


def _decided(state: RecordState, rulings: Sequence[Ruling], dot: Dot, label: Label) -> RecordState:
    if any(each.value is Fate.REMOVE for each in rulings):
        return writing.delete(state, dot=dot, label=label) or state
    for each in rulings:
        if each.value is Fate.KEEP:
            cells = {name: register for name, register in state.cells.items() if name != DELETED}
            state = replace(state, cells=cells, vector={**state.vector, dot.actor: dot.n})
        else:
            value = _with_unknown(state, each)
            unseen = _unseen(state, each)
            decided = writing.decide(state, each.cell, value, dot=dot, label=label)
            if unseen:
                labels = {one: known for one, known in state.labels.items() if one in unseen}
                cells = {**decided.cells, each.cell: {**unseen, dot: value}}
                decided = replace(decided, cells=cells, labels={**labels, **decided.labels})
            state = decided
    return state


def _unseen(state: RecordState, ruling: Ruling) -> dict[Dot, Value]:
    if ruling.seen is None:
        return {}
    register = state.cells.get(ruling.cell, {})
    return {dot: value for dot, value in register.items() if json_text(value) not in ruling.seen}


def _with_unknown(state: RecordState, ruling: Ruling) -> Value:
    """A group as it was written here, and with it the parts of a newer program that nobody here can see."""
    register = state.cells.get(ruling.cell)
    value: Value = ruling.value
    if not register or not isinstance(value, dict) or any(json_text(value) == json_text(e) for e in register.values()):
        return value
    cell = next((each for each in KINDS[ruling.kind].cells if each.name == ruling.cell), None)
    if cell is None or not cell.is_group:
        return value
    known = {field.name for field in cell.fields}
    before = register[max(register)]
    hidden = {name: each for name, each in before.items() if name not in known} if isinstance(before, dict) else {}
    return {**hidden, **value}


def scope_of(connection: Connection, kind: str, record_id: RecordId) -> str | None:
    """Where a record belongs, also one without a row; None when it is not known."""
    row = connection.exec_driver_sql(
        "SELECT scope FROM sync_record WHERE kind = ? AND id = ?", (kind, to_bytes(record_id))
    ).one_or_none()
    return row[0] if row else None


def register(connection: Connection, kind: str, record_id: RecordId, cell: str) -> list[Value]:
    """The values of one cell, as of the last capture."""
    found = load(connection, Layouts(connection), kind, record_id)
    return list(found[0].cells.get(cell, {}).values()) if found else []


def bundles_begun(connection: Connection) -> int:
    """The number of the last bundle that was begun: what was decided before it may be known elsewhere."""
    return int(connection.exec_driver_sql("SELECT sent_seq FROM sync_self WHERE number = 1").scalar_one())


def turn(connection: Connection, pairs: Sequence[tuple[RecordState, RecordState]], *, now: int) -> bool:
    """Put records from the one state exactly into the other, all or none; whether it was done.

    Only for states that nobody else has seen: a write that left this device can be answered, never unwritten. The
    number of the write that is taken back is never given again.
    """
    _capture(connection, [(now_is.kind, now_is.id) for now_is, _ in pairs], now)
    layouts = Layouts(connection)
    for expected, _then in pairs:
        found = load(connection, layouts, expected.kind, expected.id)
        if found is None or found[0] != expected:
            return False
    me = read_self(connection)
    projection = Projection(connection, me, layouts)
    for _expected, then in pairs:
        if is_deleted(then):
            write_self(connection, me)
            remove_tree(connection, then.kind, then.id, now=now)
            me = read_self(connection)
            projection = Projection(connection, me, layouts)
        projection.state(then)
    projection.retry()
    write_self(connection, me)
    return True


def open_parts(connection: Connection, scope: str | None = None) -> Mapping[RecordId, frozenset[str]]:
    """The meetings of which parts wait for a decision, each with the kinds of those parts."""
    found: dict[RecordId, set[str]] = defaultdict(set)
    for kind in MEETING_PARTS:
        where, marks = (f" AND {in_scope('s.scope')}", given(scope)) if scope else ("", ())
        rows = connection.exec_driver_sql(
            f'SELECT DISTINCT a.meeting_id FROM sync_record AS s JOIN "{kind}" AS a ON a.id = s.id '
            f"WHERE s.conflict = 1 AND +s.kind = '{kind}' AND a.meeting_id IS NOT NULL{where}",
            marks,
        )
        for row in rows:
            found[row[0].hex()].add(kind)
    return {meeting: frozenset(kinds) for meeting, kinds in found.items()}


def open_types(connection: Connection, scope: str, year: int | None) -> frozenset[str]:
    """The institution types, "" where none was entered, of participants who hold two values, in a scope (and year)."""
    rows = connection.exec_driver_sql(
        "SELECT DISTINCT coalesce(a.office_type, '') FROM sync_record AS s JOIN attendance AS a ON a.id = s.id "
        "JOIN meeting AS m ON m.id = a.meeting_id "
        f"WHERE s.conflict = 1 AND +s.kind = 'attendance' AND {in_scope('m.scope')} AND (? IS NULL OR m.year = ?) "
        f"AND {HELD}",
        (*given(scope), year, year),
    )
    return frozenset(row[0] for row in rows)


MEETING_PARTS = ("meeting_role", "agenda_item", "attendance", "headcount", "output", "follow_up", "regulation")
"""The kinds that hang from a meeting and stand on its page."""


def open_ids(connection: Connection, kind: str) -> frozenset[RecordId]:
    """The records of a kind that wait for a decision."""
    rows = connection.exec_driver_sql(f"SELECT id FROM sync_record WHERE {_OPEN} AND +kind = ?", (kind,))
    return frozenset(row[0].hex() for row in rows)


def device_names(connection: Connection) -> tuple[frozenset[str], dict[str, tuple[str | None, str]]]:
    """The actors under which this device writes or wrote, and device and scope of every other one that is known."""
    own = {row[0] for row in connection.exec_driver_sql("SELECT actor FROM sync_incarnation")}
    own.add(read_self(connection).actor)
    rows = connection.exec_driver_sql("SELECT actor, device_id, scope FROM sync_actor")
    return frozenset(own), {row[0]: (row[1], row[2]) for row in rows}
