"""Capture by comparison: what a row says now against what the record showed last; each difference is a new write.

Nobody can forget it: however a row was changed, the comparison sees it. It runs inside the transaction of every
export and import, before anything is merged.
"""

from collections.abc import Mapping

from pug_desktop.domain.kinds import RecordId, Value
from pug_desktop.replica.state import DELETED, Dot, Label, RecordState, Register, is_deleted, shown


def create(
    kind: str, record_id: RecordId, scope: str, row: Mapping[str, Value], *, dot: Dot, label: Label
) -> RecordState:
    """The state of a row never seen before.

    A cell without a value gets no write: two people who make the same record offline, each filling in a part,
    would otherwise contradict each other with emptiness.
    """
    cells: dict[str, Register] = {name: {dot: value} for name, value in row.items() if value is not None}
    return RecordState(kind, record_id, scope, {dot.actor: dot.n}, cells, {dot: label})


def edit(state: RecordState, row: Mapping[str, Value], *, dot: Dot, label: Label) -> RecordState | None:
    """The state after the row's differences were written; None when there is no difference.

    Cells that the row does not have (an older program's table) stay as they are. A row that is here although the
    record is deleted brings it back.
    """
    changed = {
        name: value for name, value in row.items() if not _same(value, _shown_or_none(state.cells.get(name, {})))
    }
    back = is_deleted(state)
    if not changed and not back:
        return None
    cells = {name: register for name, register in state.cells.items() if not (back and name == DELETED)}
    for name, value in changed.items():
        cells[name] = _replace_shown(cells.get(name, {}), value, dot)
    return _written(state, cells, dot, label)


def delete(state: RecordState, *, dot: Dot, label: Label) -> RecordState | None:
    """The state after its row vanished: a tombstone that remembers what the deleter had seen; None if it has one."""
    if is_deleted(state):
        return None
    tombstone: Register = {dot: dict(state.vector)}
    cells = {**state.cells, DELETED: tombstone}
    return _written(state, cells, dot, label)


def decide(state: RecordState, cell: str, value: Value, *, dot: Dot, label: Label) -> RecordState:
    """The state after a person chose: the value replaces every sibling."""
    return _written(state, {**state.cells, cell: {dot: value}}, dot, label)


def _written(state: RecordState, cells: dict[str, Register], dot: Dot, label: Label) -> RecordState:
    alive = {each for register in cells.values() for each in register}
    labels = {each: known for each, known in state.labels.items() if each in alive}
    if dot in alive:
        labels[dot] = label
    return RecordState(state.kind, state.id, state.scope, {**state.vector, dot.actor: dot.n}, cells, labels)


def _replace_shown(register: Register, value: Value, dot: Dot) -> Register:
    """Only what the writer saw is replaced: a sibling with another value stays until somebody decides."""
    if not register:
        return {dot: value}
    seen = shown(register)
    kept = {each: known for each, known in register.items() if not _same(known, seen)}
    return {**kept, dot: value}


def _shown_or_none(register: Register) -> Value:
    return shown(register) if register else None


def _same(a: Value, b: Value) -> bool:
    """Equal in type too: True is not 1."""
    return type(a) is type(b) and a == b
