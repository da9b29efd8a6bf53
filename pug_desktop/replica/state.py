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
from itertools import compress, repeat
from typing import Any, NamedTuple, TypeAlias

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


MAX_SIBLINGS = 256
"""Values of one cell: each is a person who had not seen the others."""

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


class DenseBlock:
    """Dense records of one kind with the same cells; `names` is the order of the values.

    It lies column by column, since what is done with thousands of records is done with one column after the other:
    a third of the time of one record after the other, and of the memory. `rows` are made when somebody asks for them.

    Attributes:
        texts: the values of each record as canonical JSON, where they are at hand (storage has them); else None.
    """

    __slots__ = (
        "_raw_ids",
        "_rows",
        "_values",
        "actors",
        "ats",
        "ids",
        "kind",
        "names",
        "ns",
        "scopes",
        "texts",
        "users",
    )

    def __init__(self, kind: str, names: tuple[str, ...], rows: Sequence[DenseRow]) -> None:
        columns: Sequence[Sequence[Any]] = tuple(zip(*rows, strict=True)) or ((),) * 7
        self.kind = kind
        self.names = names
        self.ids: Sequence[RecordId] = columns[0]
        self.scopes: Sequence[str] = columns[1]
        self.actors: Sequence[Actor] = columns[2]
        self.ns: Sequence[int] = columns[3]
        self.users: Sequence[str] = columns[4]
        self.ats: Sequence[int] = columns[5]
        self._values: Sequence[Sequence[Value]] | None = columns[6]
        self.texts: Sequence[str] | None = None
        self._rows: Sequence[DenseRow] | None = rows
        self._raw_ids: Sequence[bytes] | None = None

    @classmethod
    def of_columns(
        cls,
        kind: str,
        names: tuple[str, ...],
        columns: tuple[Sequence[RecordId], Sequence[str], Sequence[Actor], Sequence[int], Sequence[str], Sequence[int]],
        values: Sequence[Sequence[Value]] | None,
        texts: Sequence[str] | None = None,
    ) -> "DenseBlock":
        """A block from its columns: id, scope, actor, n, user, at; one of `values` and `texts` must be given."""
        made = cls.__new__(cls)
        made.kind, made.names = kind, names
        made.ids, made.scopes, made.actors, made.ns, made.users, made.ats = columns
        made._values, made.texts, made._rows, made._raw_ids = values, texts, None, None
        return made

    def __len__(self) -> int:
        return len(self.ids)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, DenseBlock):
            return NotImplemented
        return (self.kind, self.names, list(self.rows)) == (other.kind, other.names, list(other.rows))

    __hash__ = None  # type: ignore[assignment]  # its rows may hold lists

    @property
    def values(self) -> Sequence[Sequence[Value]]:
        """The values of each record."""
        if self._values is None:
            self._values = [json.loads(text) for text in self.texts or ()]
        return self._values

    @property
    def raw_ids(self) -> Sequence[bytes]:
        """The ids as 16 bytes, as storage keeps them."""
        if self._raw_ids is None:
            self._raw_ids = list(map(bytes.fromhex, self.ids))
        return self._raw_ids

    @property
    def rows(self) -> Sequence[DenseRow]:
        """The records one by one."""
        if self._rows is None:
            whole = zip(self.ids, self.scopes, self.actors, self.ns, self.users, self.ats, self.values, strict=True)
            self._rows = list(map(tuple.__new__, repeat(DenseRow), whole))
        return self._rows

    def row(self, position: int) -> DenseRow:
        """One of them."""
        return DenseRow(
            self.ids[position],
            self.scopes[position],
            self.actors[position],
            self.ns[position],
            self.users[position],
            self.ats[position],
            self.values[position],
        )

    def pick(self, chosen: Sequence[object]) -> "DenseBlock":
        """Those records whose place in `chosen` holds something true."""
        columns = (
            list(compress(self.ids, chosen)),
            list(compress(self.scopes, chosen)),
            list(compress(self.actors, chosen)),
            list(compress(self.ns, chosen)),
            list(compress(self.users, chosen)),
            list(compress(self.ats, chosen)),
        )
        values = None if self._values is None else list(compress(self._values, chosen))
        texts = None if self.texts is None else list(compress(self.texts, chosen))
        made = DenseBlock.of_columns(self.kind, self.names, columns, values, texts)
        made._raw_ids = None if self._raw_ids is None else list(compress(self._raw_ids, chosen))
        return made


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
    names = [
        name
        for name, register in state.cells.items()
        if len(register) > 1 and name != DELETED and _distinct(register) > 1
    ]
    if state.cells.get(DELETED) and not is_deleted(state):
        names.append(DELETED)
    return tuple(sorted(names))
