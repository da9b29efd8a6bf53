"""Join what came in with what is here: new records thousands at a time, known ones by merging their states."""

from collections import Counter
from dataclasses import dataclass, field, replace
from operator import attrgetter

from sqlalchemy import Connection

from pug_desktop import errors
from pug_desktop.domain.kinds import RecordId
from pug_desktop.replica.merge import merge, same_dot_other_value
from pug_desktop.replica.state import DenseBlock, DenseRow, RecordState, conflicts, expand, is_deleted
from pug_desktop.storage.project import Parked, Projection
from pug_desktop.storage.states import (
    Layouts,
    decode_state,
    dense_texts,
    load,
    read_self,
    stored,
    write_self,
)

_id_of, _n_of = attrgetter("id"), attrgetter("n")


@dataclass(slots=True)
class Joined:
    """What a join did, in records; `merged_cells` counts cells brought in beside a change of our own."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    merged_cells: int = 0
    conflicts: int = 0
    parked: int = 0
    placed: int = 0
    by_kind: Counter[str] = field(default_factory=Counter)


class Join:
    """One bundle's records, within one transaction; call `capture` before it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._me = read_self(connection)
        self._layouts = Layouts(connection)
        self._projection = Projection(connection, self._me, self._layouts)
        self._deleted_there: set[RecordId] = set()
        self.done = Joined()

    def block(self, block: DenseBlock) -> None:
        """Take in dense records."""
        known = stored(self._connection, block.kind, [row.id for row in block.rows])
        fresh = [row for row in block.rows if row.id not in known] if known else block.rows
        if len(set(map(_id_of, fresh))) != len(fresh):
            self._one_by_one(block)
            return
        if fresh:
            self._me.saw(max(map(_n_of, fresh)))
            self.done.parked += self._projection.new_block(DenseBlock(block.kind, block.names, fresh))
            self.done.new += len(fresh)
            self.done.by_kind[block.kind] += len(fresh)
        if known:
            layout = self._layouts.number(block.kind, block.names)
            for row in block.rows:
                if (here := known.get(row.id)) is not None:
                    self._known_row(block, row, layout, here)

    def _one_by_one(self, block: DenseBlock) -> None:
        """A record twice in one block (no honest sender does it): each on its own, in order."""
        for row in block.rows:
            self.state(expand(block.kind, block.names, row))

    def _known_row(
        self, block: DenseBlock, row: DenseRow, layout: int, here: tuple[str, int | None, str, str, str | None]
    ) -> None:
        scope, known_layout, head, cells, _parked = here
        if known_layout == layout and (head, cells) == dense_texts(row):
            self.done.unchanged += 1
            return
        ours = decode_state(self._layouts, block.kind, row.id, scope, (known_layout, head, cells))
        self._merge(ours, expand(block.kind, block.names, row))

    def state(self, theirs: RecordState) -> None:
        """Take in one record."""
        if is_deleted(theirs):
            self._deleted_there.add(theirs.id)
        found = load(self._connection, self._layouts, theirs.kind, theirs.id)
        self._me.saw(max(theirs.vector.values(), default=0))
        if found is not None:
            self._merge(found[0], theirs)
            return
        if self._projection.state(theirs) not in (None, Parked.HIDDEN):
            self.done.parked += 1
        self.done.new += 1
        self.done.conflicts += bool(conflicts(theirs))
        self.done.by_kind[theirs.kind] += 1

    def _merge(self, ours: RecordState, theirs: RecordState) -> None:
        if (dot := same_dot_other_value(ours, theirs)) is not None:
            raise errors.CopiedDevice(path="", device=dot.actor)
        if ours.scope != theirs.scope:
            # A record's scope never changes: this is another one under the same id. Ours stays, the rest goes on.
            self.done.parked += 1
            return
        both = merge(ours, self._within_our_knowledge(ours, theirs))
        self._me.saw(max(theirs.vector.values(), default=0))
        if both.vector == ours.vector and both.cells == ours.cells:
            self.done.unchanged += 1
            return
        if self._projection.state(both) not in (None, Parked.HIDDEN):
            self.done.parked += 1
        self.done.changed += 1
        self.done.by_kind[ours.kind] += 1
        self.done.conflicts += bool(set(conflicts(both)) - set(conflicts(ours)))
        self.done.merged_cells += _brought(ours, theirs, both)

    def _within_our_knowledge(self, ours: RecordState, theirs: RecordState) -> RecordState:
        """Nobody knows more of our own writes than we do, unless they show it: a mere claim would wipe ours out.

        After our folder was put back from an older copy the others do hold writes of ours that we lost: those stay.
        """
        actor = self._me.actor
        shown_to_us = [dot.n for register in theirs.cells.values() for dot in register if dot.actor == actor]
        known = max(ours.vector.get(actor, 0), *shown_to_us, 0)
        if theirs.vector.get(actor, 0) <= known:
            return theirs
        return replace(theirs, vector={**theirs.vector, actor: known})

    def finish(self) -> Joined:
        """Give the parked ones another try and keep what was seen."""
        self.done.placed = self._projection.retry()
        # Added elsewhere to what was deleted here: it waits unseen, which somebody must be told.
        self.done.parked += sum(each not in self._deleted_there for each in self._projection.below_deleted)
        write_self(self._connection, self._me)
        return self.done


def _brought(ours: RecordState, theirs: RecordState, both: RecordState) -> int:
    """Cells that came from them although we had changed the record ourselves; 0 when they simply knew more."""
    if both.vector == theirs.vector:
        return 0
    return sum(1 for name, register in both.cells.items() if register != ours.cells.get(name))
