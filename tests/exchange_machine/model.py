"""What ought to be: writes with their exact causes, in plain Python sets. No vectors, no SQL, nothing of the product.

A *write* knows which record and cells it wrote, under which actor, and which tombstones saw what. What a replica knows
of a record is two sets: the writes it has *seen*, and for each cell those still *alive*. The product says the same with
numbers; the sets cannot confuse two writes that got one number.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

Key: TypeAlias = tuple[str, str]
"""Kind and id of a record."""

Cells: TypeAlias = dict[str, Any]
Rows: TypeAlias = dict[Key, tuple[str, Cells]]
"""Scope and cells of every row; a cell without a value is not there."""

GONE = "_del"


@dataclass(eq=False, slots=True)
class Write:
    """One write; `n` is filled in once the product gave it its number.

    `replaced` are the writes that its writer saw in each cell and replaced, `seen` all that a deleter had seen;
    `forged` says why nobody may take it over.
    """

    by: str
    actor: str
    key: Key
    cells: Cells
    replaced: Mapping[str, frozenset["Write"]] = field(default_factory=dict)
    seen: frozenset["Write"] = frozenset()
    n: int = 0
    forged: str = ""

    @property
    def order(self) -> tuple[int, str]:
        return self.n, self.actor

    def __repr__(self) -> str:
        return f"<{self.by} {self.actor[:4]}:{self.n} {self.key[0]} {self.key[1][-2:]} {self.cells}>"


Alive: TypeAlias = Mapping[str, frozenset[Write]]


@dataclass(frozen=True, slots=True)
class Known:
    """What a replica knows of one record."""

    scope: str
    seen: frozenset[Write] = frozenset()
    alive: Alive = field(default_factory=dict)

    @property
    def deleted(self) -> bool:
        """One tombstone saw every other write that is alive (P3)."""
        others = {write for name, writes in self.alive.items() if name != GONE for write in writes}
        return any(others <= tomb.seen for tomb in self.alive.get(GONE, ()))

    @property
    def shown(self) -> Cells:
        """The value of the latest write of each cell."""
        return {
            name: max(writes, key=lambda each: each.order).cells[name]
            for name, writes in self.alive.items()
            if name != GONE and writes
        }

    def only(self, writes: frozenset[Write]) -> "Known":
        """The part that is about some writes: what the others replaced was not replaced then."""
        part = survivors(self.scope, self.seen & writes)
        # What stands beside its successor because that was forgotten goes on standing there.
        names = part.alive.keys() | self.alive.keys()
        none: frozenset[Write] = frozenset()
        alive = {name: part.alive.get(name, none) | (self.alive.get(name, none) & writes) for name in names}
        return Known(part.scope, part.seen, {name: kept for name, kept in alive.items() if kept})


def survivors(scope: str, seen: frozenset[Write]) -> Known:
    """What remains of some writes: those that none of them replaced (P2), be it by way of one that is lost."""
    replaced: dict[str, set[Write]] = {}
    for write in seen:
        for name, writes in write.replaced.items():
            gone = replaced.setdefault(name, set())
            found = set(writes) - gone
            while found:
                gone |= found
                found = {each for one in found for each in one.replaced.get(name, ())} - gone
    alive: dict[str, set[Write]] = {}
    for write in seen:
        for name in write.cells:
            if write not in replaced.get(name, ()):
                alive.setdefault(name, set()).add(write)
    return Known(scope, seen, {name: frozenset(writes) for name, writes in alive.items()})


def same(a: object, b: object) -> bool:
    """Equal, and of one type: True is not 1."""
    return type(a) is type(b) and a == b


def join(a: Known | None, b: Known) -> Known:
    """Both together: what one has seen and no longer holds was replaced there."""
    if a is None:
        return b
    alive = {}
    for name in a.alive.keys() | b.alive.keys():
        here, there = a.alive.get(name, frozenset()), b.alive.get(name, frozenset())
        kept = (here & there) | (here - b.seen) | (there - a.seen)
        if kept:
            alive[name] = kept
    return Known(a.scope, a.seen | b.seen, alive)


@dataclass(slots=True)
class Mind:
    """What one replica ought to know, and what its people did since the last capture.

    Attributes:
        known: the records.
        removed: records whose row somebody took away.
        hidden: records that had no row although they are not deleted, when it was last looked.
        held: what is kept aside for the office above, which alone can judge it.
    """

    name: str
    actor: str
    known: dict[Key, Known] = field(default_factory=dict)
    removed: set[Key] = field(default_factory=set)
    hidden: set[Key] = field(default_factory=set)
    held: dict[Key, Known] = field(default_factory=dict)

    def copy(self) -> "Mind":
        sets = {"removed": set(self.removed), "hidden": set(self.hidden)}
        return replace(self, known=dict(self.known), held=dict(self.held), **sets)

    def capture(self, rows: Rows, cells_of: Mapping[str, Mapping[str, tuple[str, ...]]], only: Iterable[Key] = ()):
        """The writes that a comparison of the rows must find, applied.

        Args:
            rows: the rows as they lie there now.
            cells_of: kind to cell to the fields that this program knows of it (empty when it is no group).
            only: just these records.
        """
        found: list[Write] = []
        wanted = set(only)
        for key, (scope, cells) in rows.items():
            if key[0] in cells_of and (not wanted or key in wanted):
                found.extend(self._row(key, scope, cells, cells_of[key[0]]))
        for key in sorted(self.removed - rows.keys()):
            if not wanted or key in wanted:
                found.extend(self._removed(key))
        if not wanted:
            self.removed.clear()
        return found

    def _row(self, key: Key, scope: str, cells: Cells, names: Mapping[str, tuple[str, ...]]) -> list[Write]:
        known = self.known.get(key)
        if known is None:
            write = Write(self.name, self.actor, key, dict(cells))
            self.known[key] = Known(scope, frozenset([write]), {name: frozenset([write]) for name in cells})
            return [write]
        shown, back = known.shown, known.deleted
        changed = {}
        for name, fields in names.items():
            if key in self.hidden and name not in cells:
                # Nobody saw what lay there, so nobody emptied it.
                continue
            value = _with_unknown(cells.get(name), shown.get(name), fields)
            if not same(value, shown.get(name)):
                changed[name] = value
        if not changed and not back:
            return []
        replaced = {
            name: frozenset(each for each in known.alive.get(name, ()) if same(each.cells[name], shown.get(name)))
            for name in changed
        }
        if back:
            replaced[GONE] = known.alive[GONE]
        return [self._write(known, Write(self.name, self.actor, key, changed, replaced))]

    def _write(self, known: Known, write: Write) -> Write:
        alive = {
            name: kept for name, each in known.alive.items() if (kept := each - write.replaced.get(name, frozenset()))
        }
        for name in write.cells:
            alive[name] = alive.get(name, frozenset()) | {write}
        self.known[write.key] = Known(known.scope, known.seen | {write}, alive)
        return write

    def _removed(self, key: Key) -> list[Write]:
        known = self.known.get(key)
        if known is None or known.deleted:
            return []
        replaced = {GONE: known.alive.get(GONE, frozenset())}
        return [self._write(known, Write(self.name, self.actor, key, {GONE: None}, replaced, known.seen))]

    def decide(self, key: Key, cell: str, value: object) -> Write:
        """A person chose: the value replaces every sibling."""
        known = self.known[key]
        return self._write(known, Write(self.name, self.actor, key, {cell: value}, {cell: known.alive[cell]}))

    def rows(self, known_kinds: Mapping[str, Mapping[str, tuple[str, ...]]], parents: Mapping[str, str]) -> Rows:
        """The rows that ought to be there: not deleted, of a kind that the program knows, below a row (P13)."""
        made: Rows = {}
        placed: dict[Key, bool] = {}

        def has_row(key: Key) -> bool:
            if key not in placed:
                known = self.known.get(key)
                placed[key] = known is not None and key[0] in known_kinds and not known.deleted and below(key, known)
            return placed[key]

        def below(key: Key, known: Known) -> bool:
            parent = parents.get(key[0])
            if parent is None:
                return True
            kind, cell = parent.split(".")
            named = key[1] if cell == "id" else known.shown.get(cell)
            return isinstance(named, str) and has_row((kind, named))

        for key, known in self.known.items():
            if has_row(key):
                made[key] = (known.scope, _as_row(known.shown, known_kinds[key[0]]))
        return made


def _as_row(shown: Cells, names: Mapping[str, tuple[str, ...]]) -> Cells:
    """What a row can say of the shown cells: only what its columns hold."""
    row = {}
    for name, fields in names.items():
        value = shown.get(name)
        if fields and isinstance(value, dict):
            value = {each: value[each] for each in fields if value.get(each) is not None} or None
        if value is not None:
            row[name] = value
    return row


def _with_unknown(value: Any, before: Any, fields: tuple[str, ...]) -> Any:
    """A group as a row says it, with the fields of a newer program that it showed before."""
    if not fields or not isinstance(before, dict):
        return value
    unknown = {name: each for name, each in before.items() if name not in fields}
    return {**unknown, **(value or {})} if unknown else value
