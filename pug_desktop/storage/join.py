"""Join what came in with what is here: new records thousands at a time, known ones by merging their states."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import repeat

import msgspec
from sqlalchemy import Connection

from pug_desktop import errors
from pug_desktop.domain.kinds import RecordId
from pug_desktop.replica.merge import merge, same_dot_other_value
from pug_desktop.replica.permit import Rights, permitted
from pug_desktop.replica.state import (
    MAX_SIBLINGS,
    NO_LABEL,
    Actor,
    DenseBlock,
    Dot,
    RecordState,
    conflicts,
    covers,
    expand,
    is_deleted,
)
from pug_desktop.storage import held, marks
from pug_desktop.storage.project import Parked, Projection
from pug_desktop.storage.states import (
    Here,
    Known,
    Layouts,
    block_texts,
    decode_state,
    load,
    read_self,
    write_self,
)

WORTH_A_PAUSE = 500
"""New records in one block that are more work to mark than the triggers are to take away."""

MAX_ACTORS = 10_000
"""Entries of one vector: each is a device in one of its lives."""

MAX_BYTES = 3 * 1024 * 1024
"""The values of one record: a line of a bundle has at most 4 MiB."""

TOUCHED = 1000
"""Records of each sort that are remembered by name; the numbers count all of them."""


@dataclass(slots=True)
class Joined:
    """What a join did, in records.

    `merged_cells` counts cells brought in beside a change of our own; `left_out` writes that the bearer may not carry;
    `returned` writes of our own that were lost here. `touched` names records by sort: new, changed, conflict, parked.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    merged_cells: int = 0
    conflicts: int = 0
    parked: int = 0
    placed: int = 0
    left_out: int = 0
    returned: int = 0
    is_clamped: bool = False
    by_kind: Counter[str] = field(default_factory=Counter)
    touched: dict[str, list[tuple[str, RecordId]]] = field(default_factory=dict)

    def touch(self, what: str, kind: str, ids: Sequence[RecordId]) -> None:
        """Remember records by name, the first ones of each sort."""
        named = self.touched.setdefault(what, [])
        named.extend((kind, each) for each in ids[: TOUCHED - len(named)])


class Join:
    """One bundle's records, within one transaction; call `capture` before it.

    Attributes:
        done: what was done so far.
        lost_by: actors of our own whose writes came back that we do not have.
    """

    def __init__(self, connection: Connection, rights: Rights | None = None, *, new_actor: Actor = "") -> None:
        """Without `rights` everything may be carried: records of our own, from our own papers.

        `new_actor` is what we become when it turns out that we are a copy of ourselves; without it such a bundle is
        refused.
        """
        self._connection = connection
        self._me = read_self(connection)
        self._rights = rights
        self._new_actor = new_actor
        self._ours = {self._me.actor, *(rights.own if rights else ())}
        self._layouts = Layouts(connection)
        self._projection = Projection(connection, self._me, self._layouts)
        self._deleted_there: set[RecordId] = set()
        self._here = Known(connection)
        self._marks = marks.Paused(connection)
        self.done = Joined()
        self.lost_by: set[Actor] = set()
        self._to_hold: list[RecordState] = []

    def block(self, block: DenseBlock) -> None:
        """Take in dense records."""
        if len(set(block.ids)) != len(block):
            self._one_by_one(block)
            return
        known = self._here.of(block)
        fresh = block.pick([each not in known for each in block.raw_ids]) if known else block
        if len(fresh):
            self._fresh(self._permitted_block(fresh))
        if known:
            self._known(block, known)

    def _fresh(self, fresh: DenseBlock) -> None:
        if not len(fresh):
            return
        self._me.saw(max(fresh.ns))
        if len(fresh) >= WORTH_A_PAUSE:
            self._marks.begin(fresh.kind)
        parked = self._projection.new_block(fresh)
        self.done.parked += parked
        self.done.new += len(fresh)
        self.done.by_kind[fresh.kind] += len(fresh)
        self.done.touch("new", fresh.kind, fresh.ids[:TOUCHED])
        if parked:
            self.done.touch("parked", fresh.kind, [each for each in fresh.ids if self._is_parked(fresh.kind, each)])

    def _known(self, block: DenseBlock, known: Mapping[bytes, Here]) -> None:
        """Those that are here already: nearly all of them as they come, which their texts tell without being read."""
        layout = self._layouts.number(block.kind, block.names)
        rows = zip(block.raw_ids, block.scopes, repeat(layout), *block_texts(block), strict=False)
        differing = [(position, known[row[0]]) for position, row in enumerate(rows) if known.get(row[0], row) != row]
        self.done.unchanged += len(known) - len(differing)
        for position, (_id, scope, known_layout, head, texts) in differing:
            row = block.row(position)
            ours = decode_state(self._layouts, block.kind, row.id, scope, (known_layout, head, texts))
            self._merge(ours, expand(block.kind, block.names, row))

    def _permitted_block(self, block: DenseBlock) -> DenseBlock:
        """New records that the bearer may carry; who wrote is looked at once for all of them."""
        actors = set(block.actors)
        rights = self._rights
        if rights is None:
            return block
        if not actors & self._ours and all(rights.may_carry(block.kind, Dot(1, actor)) for actor in actors):
            return block
        dots = map(Dot, block.ns, block.actors)
        may = [rights.may_carry(block.kind, dot) for dot in dots]
        kept = block.pick(may)
        self.done.left_out += len(block) - len(kept)
        if len(kept) < len(block):
            for row in block.pick([not each for each in may]).rows:
                self._hold(expand(block.kind, block.names, row), {Dot(row.n, row.actor)})
        back = [actor for actor in kept.actors if actor in self._ours]
        self.done.returned += len(back)
        self.lost_by.update(back)
        return kept

    def _is_parked(self, kind: str, record_id: RecordId) -> bool:
        found = load(self._connection, self._layouts, kind, record_id)
        return found is not None and found[1] not in (None, Parked.HIDDEN)

    def _one_by_one(self, block: DenseBlock) -> None:
        """A record twice in one block (no honest sender does it): each on its own, in order."""
        for row in block.rows:
            self.state(expand(block.kind, block.names, row))

    def state(self, theirs: RecordState) -> None:
        """Take in one record."""
        if is_deleted(theirs):
            self._deleted_there.add(theirs.id)
        found = load(self._connection, self._layouts, theirs.kind, theirs.id)
        if found is not None:
            self._merge(found[0], theirs)
            return
        theirs = self._permitted(theirs, None)
        if not theirs.vector:
            return
        self._me.saw(max(theirs.vector.values()))
        if self._projection.state(theirs) not in (None, Parked.HIDDEN):
            self.done.parked += 1
            self.done.touch("parked", theirs.kind, [theirs.id])
        self.done.new += 1
        self.done.touch("new", theirs.kind, [theirs.id])
        if conflicts(theirs):
            self.done.conflicts += 1
            self.done.touch("conflict", theirs.kind, [theirs.id])
        self.done.by_kind[theirs.kind] += 1

    def _permitted(self, theirs: RecordState, ours: RecordState | None) -> RecordState:
        """The part that the bearer may carry; counts what is left out and what comes back to us."""
        dots = {dot for register in theirs.cells.values() for dot in register}
        if self._rights is None:
            return theirs
        taken, left_out = permitted(theirs, ours, self._rights)
        self.done.left_out += len(left_out)
        self._hold(theirs, left_out)
        # A claim about writes that we do not know may be true: it is believed once their author brought them.
        self.done.is_clamped |= taken.vector != theirs.vector
        seen = ours.vector if ours else {}
        kept = {dot for register in taken.cells.values() for dot in register if dot in dots}
        back = [dot.actor for dot in kept if dot.actor in self._ours and not covers(seen, dot)]
        self.done.returned += len(back)
        self.lost_by.update(back)
        me = self._me.actor
        if self._rights.above and theirs.vector.get(me, 0) > taken.vector.get(me, 0):
            # Above they have seen writes of ours that we do not have, and that were replaced since.
            self.lost_by.add(me)
        return taken

    def _hold(self, theirs: RecordState, left_out: set[Dot]) -> None:
        if left_out and self._rights and not any(map(self._rights.may_judge, left_out)):
            self._to_hold.append(theirs)

    def _merge(self, ours: RecordState, theirs: RecordState) -> None:
        if (dot := same_dot_other_value(ours, theirs)) is not None:
            above = self._rights is None or self._rights.above
            # From below it would only show that somebody there changed it: our own twin is told by the receipts.
            if dot.actor not in self._ours or not self._new_actor or not above:
                raise errors.CopiedDevice(path="", device=dot.actor)
            ours = self._apart(ours, theirs)
        if ours.scope != theirs.scope:
            # A record's scope never changes: this is another one under the same id. Ours stays, the rest goes on.
            self.done.parked += 1
            return
        theirs = self._permitted(theirs, ours)
        both = merge(ours, theirs)
        _check_size(both)
        self._me.saw(max(theirs.vector.values(), default=0))
        if both.vector == ours.vector and both.cells == ours.cells:
            self.done.unchanged += 1
            return
        if self._projection.state(both) not in (None, Parked.HIDDEN):
            self.done.parked += 1
            self.done.touch("parked", ours.kind, [ours.id])
        self.done.changed += 1
        self.done.touch("changed", ours.kind, [ours.id])
        self.done.by_kind[ours.kind] += 1
        if set(conflicts(both)) - set(conflicts(ours)):
            self.done.conflicts += 1
            self.done.touch("conflict", ours.kind, [ours.id])
        self.done.merged_cells += _brought(ours, theirs, both)

    def _apart(self, ours: RecordState, theirs: RecordState) -> RecordState:
        """Two values of ours under one name: this profile was put back, and both were written by it.

        The one that is here gets a name of its own, the other comes beside it.
        """
        name = Dot(self._me.n + 1, self._new_actor)
        self._me.saw(name.n)
        self.lost_by.add(self._me.actor)
        here, labels = dict(ours.cells), dict(ours.labels)
        for cell in ours.cells.keys() & theirs.cells.keys():
            for dot, value in ours.cells[cell].items():
                other = theirs.cells[cell].get(dot, value)
                if other != value:
                    here[cell] = {**here[cell], dot: other, name: value}
                    labels[name] = ours.labels.get(dot, NO_LABEL)
        vector = {**ours.vector, name.actor: name.n}
        return replace(ours, cells=here, vector=vector, labels=labels)

    def finish(self) -> Joined:
        """Give the parked ones another try and keep what was seen."""
        self.done.placed = self._projection.retry()
        # Added elsewhere to what was deleted here: it waits unseen, which somebody must be told.
        self.done.parked += sum(each not in self._deleted_there for each in self._projection.below_deleted)
        self._marks.end()
        held.hold(self._connection, self._to_hold)
        held.settle(self._connection)
        write_self(self._connection, self._me)
        return self.done


def _brought(ours: RecordState, theirs: RecordState, both: RecordState) -> int:
    """Cells that came from them although we had changed the record ourselves; 0 when they simply knew more."""
    if both.vector == theirs.vector:
        return 0
    return sum(1 for name, register in both.cells.items() if register != ours.cells.get(name))


def _check_size(state: RecordState) -> None:
    """Many bundles, each as it may be, must not add up to a record that no other office can read."""
    most = max(map(len, state.cells.values()), default=0)
    if most > MAX_SIBLINGS or len(state.vector) > MAX_ACTORS:
        raise errors.MalformedRecords(path="", line=0, problem="more values in one cell than people could write")
    if most > 1 and len(msgspec.json.encode([list(each.values()) for each in state.cells.values()])) > MAX_BYTES:
        raise errors.MalformedRecords(path="", line=0, problem="a record larger than a bundle may carry")
