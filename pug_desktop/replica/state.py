"""The state of one record: which writes made it, and what each of them put into which cell.

A *dot* names a write: (n, actor), n a Lamport number, actor the device in its present incarnation. A *cell* is a
multi-value register: it holds the value of every write that no later write replaced. The *vector* says which writes
this state has seen, so that a dot which is covered by the vector but not in the cell was replaced.

    record = {kind, id, scope, vector: {actor: n}, cells: {cell: {dot: value}}, labels: {dot: (user, at)}}

Wall clocks decide nothing: `at` is a label for people. The design is docs/bundle-format.md, section "Merge".
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from pug_desktop.domain.kinds import RecordId, Value

Actor: TypeAlias = str
"""64 random bits as 16 hex digits: a device in one incarnation."""

Vector: TypeAlias = dict[Actor, int]

DELETED = "_del"
"""The cell that holds tombstones; the value of each is the vector that the deleter had seen."""


class Dot(NamedTuple):
    """The name of one write; the larger one is shown where a cell holds several."""

    n: int
    actor: Actor


class Label(NamedTuple):
    """Who wrote and when (seconds since 1970, by the writer's clock): shown to people, decides nothing."""

    user: str
    at: int


NO_LABEL = Label("", 0)

Register: TypeAlias = dict[Dot, Value]


@dataclass(slots=True)
class RecordState:
    """One record as a replica knows it; never changed in place once it was handed out."""

    kind: str
    id: RecordId
    scope: str
    vector: Vector
    cells: dict[str, Register]
    labels: dict[Dot, Label] = field(default_factory=dict)

    @property
    def dots(self) -> Iterator[Dot]:
        """The dots of all cells but the tombstones, some of them more than once."""
        return (dot for name, register in self.cells.items() if name != DELETED for dot in register)


class DenseRow(NamedTuple):
    """A record whose cells all carry one dot: nearly every record is written once and never touched again.

    A flat tuple, since hundreds of thousands of them pass through an import.
    """

    id: RecordId
    scope: str
    actor: Actor
    n: int
    user: str
    at: int
    values: Sequence[Value]

    @property
    def dot(self) -> Dot:
        """The one write that made it."""
        return Dot(self.n, self.actor)

    @property
    def label(self) -> Label:
        """Who made it and when."""
        return Label(self.user, self.at)


@dataclass(frozen=True, slots=True)
class DenseBlock:
    """Dense records of one kind with the same cells; `names` is the order of the values."""

    kind: str
    names: tuple[str, ...]
    rows: Sequence[DenseRow]


def expand(kind: str, names: Sequence[str], row: DenseRow) -> RecordState:
    """The full state of a dense record."""
    dot = row.dot
    cells: dict[str, Register] = {name: {dot: value} for name, value in zip(names, row.values, strict=True)}
    return RecordState(kind, row.id, row.scope, {row.actor: row.n}, cells, {dot: row.label})


def dense(state: RecordState) -> tuple[tuple[str, ...], DenseRow] | None:
    """The names and row when all cells carry one dot and nothing else was ever seen; else None."""
    if len(state.vector) != 1 or DELETED in state.cells or not state.cells:
        return None
    ((actor, n),) = state.vector.items()
    dot = Dot(n, actor)
    if any(len(register) != 1 or dot not in register for register in state.cells.values()):
        return None
    names = tuple(sorted(state.cells))
    values = tuple(state.cells[name][dot] for name in names)
    label = state.labels.get(dot, NO_LABEL)
    return names, DenseRow(state.id, state.scope, actor, n, label.user, label.at, values)


def covers(vector: Vector, dot: Dot) -> bool:
    """Whether the vector has seen that write."""
    return vector.get(dot.actor, 0) >= dot.n


def is_deleted(state: RecordState) -> bool:
    """Whether one tombstone covers every other write: an edit that the deleter had not seen keeps the record alive."""
    others = list(state.dots)
    return any(
        isinstance(seen, dict) and all(seen.get(dot.actor, 0) >= dot.n for dot in others)
        for seen in state.cells.get(DELETED, {}).values()
    )


def shown(register: Register) -> Value:
    """The value that is displayed: the one of the largest dot. ValueError when the register is empty."""
    return register[max(register)]


def shown_cells(state: RecordState) -> dict[str, Value]:
    """The displayed value of each cell, tombstones left out."""
    return {name: shown(register) for name, register in state.cells.items() if name != DELETED and register}


def _distinct(register: Register) -> int:
    # As text with sorted keys: true is not 1, and hundreds of values take no longer than their reading.
    return len({json.dumps(value, sort_keys=True) for value in register.values()})


def conflicts(state: RecordState) -> tuple[str, ...]:
    """The cells that hold two or more distinct values, sorted; `_del` when it was deleted here and changed there."""
    names = [name for name, register in state.cells.items() if name != DELETED and _distinct(register) > 1]
    if state.cells.get(DELETED) and not is_deleted(state):
        names.append(DELETED)
    return tuple(sorted(names))
