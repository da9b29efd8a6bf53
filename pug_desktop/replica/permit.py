"""What the bearer of a bundle may carry: which writes of a record are taken over, and how far its vector is believed.

From an office above everything is believed but claims about ourselves. From below (or beside) a write that we do not
know yet is taken when its author's office lies in the scope of the bearer's card and its role may write that kind, or
when it is a write of our own that we lost. A record with any other write in it, or one that claims to have seen more
than we know, stays as we have it: a laptop that claims to have seen the district's writes up to 2^60 wipes out nothing.

For honest bearers that nothing happened to, all of this does nothing. Why a write is left out and the bundle not
refused: docs/decisions/0005-permissions.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from pug_desktop.domain.kinds import KINDS, Value
from pug_desktop.replica import scope as scopes
from pug_desktop.replica.state import DELETED, Actor, Dot, RecordState, Register, Vector, covers


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes under an actor: where its office's records lie, and its role (opd, kabkota, provinsi)."""

    scope: str
    role: str


@dataclass(frozen=True, slots=True)
class Rights:
    """What one bundle may carry.

    Attributes:
        above: the bearer vouches for us, directly or through others.
        scope: that of the bearer's card.
        role: that of the bearer's card.
        current: the actor under which we write now.
        own: our former actors, each with the largest n that it can have written (None: nobody knows).
        authors: what is known of the other actors; one that is missing counts as the bearer's.
        gone: of these, the former lives of devices that have sent all they know since they began another: what nobody
            above has any more comes back from below only, as the bearer's own.
    """

    above: bool
    scope: str
    role: str
    current: Actor = ""
    own: Mapping[Actor, int | None] = field(default_factory=dict)
    authors: Mapping[Actor, Author] = field(default_factory=dict)
    gone: frozenset[Actor] = frozenset()

    def author(self, actor: Actor) -> Author | None:
        """Whose an actor is; None when it counts as the bearer's."""
        return None if self._is_over(actor) else self.authors.get(actor)

    def _is_over(self, actor: Actor) -> bool:
        """Whether it is a life that is over, of an office which the bearer does not stand for."""
        known = self.authors.get(actor)
        return known is not None and actor in self.gone and not scopes.contains(self.scope, known.scope)

    def may_carry(self, kind: str, dot: Dot) -> bool:
        """Whether a write that we do not know is taken over."""
        if self.above:
            return True
        if dot.actor in self.own:
            upto = self.own[dot.actor]
            return upto is None or dot.n <= upto
        if dot.actor == self.current:
            return False
        author = self.author(dot.actor)
        if author is None:
            return may_write(kind, self.role)
        return scopes.contains(self.scope, author.scope) and may_write(kind, author.role)

    def may_judge(self, dot: Dot) -> bool:
        """Whether what was left out is ours to judge.

        It is not when it was written in a life that is over by an office which the bearer does not stand for: if that
        one lost it as well, it alone can tell what it wrote (`storage/held.py`).
        """
        return self.above or not self._is_over(dot.actor)

    def believes(self, actor: Actor) -> bool:
        """Whether the bearer may tell us how much of an actor a record has seen."""
        if actor == self.current:
            return False
        if actor in self.own:
            return True
        if self.above:
            return True
        author = self.author(actor)
        return author is None or scopes.contains(self.scope, author.scope)


def may_write(kind: str, role: str) -> bool:
    """Whether an office of that role may write records of that kind; of an unknown kind anybody may."""
    known = KINDS.get(kind)
    return known is None or role in known.writers


def permitted(theirs: RecordState, known: RecordState | None, rights: Rights) -> tuple[RecordState, set[Dot]]:
    """What of a record is taken over, and which of its writes may not be: then the whole of it waits.

    Args:
        theirs: as it came.
        known: the record as we have it; None when we have not.
        rights: the bearer's.
    """
    ours = known.vector if known else {}
    vector = {actor: _believed(actor, n, theirs, ours, rights) for actor, n in theirs.vector.items()}
    left_out: set[Dot] = set()
    cells: dict[str, Register] = {}
    for name in theirs.cells.keys() | (known.cells.keys() if known else set()):
        here = known.cells.get(name, {}) if known else {}
        register = _cell(replace(theirs, vector=vector), name, here, ours, rights, left_out)
        if register:
            cells[name] = register
    unheard = not rights.above and any(vector[actor] < n for actor, n in theirs.vector.items())
    if left_out or unheard:
        # What is missing may have been replaced by what is here, and a vector cannot say that one write in between is
        # not there: half a record would lose what stands between the halves. The same holds for a write that they only
        # say they have seen: if there is such a one, what is here may have replaced it.
        none = replace(theirs, vector=ours, cells=known.cells if known else {}, labels={})
        return none, left_out
    vector = {actor: n for actor, n in vector.items() if n}
    if vector == theirs.vector and cells == theirs.cells:
        return theirs, left_out
    return replace(theirs, vector=vector, cells=cells), left_out


def _believed(actor: Actor, n: int, theirs: RecordState, ours: Vector, rights: Rights) -> int:
    known = ours.get(actor, 0)
    if n <= known:
        return n
    if actor in rights.own and not rights.above:
        # How far a former self of ours wrote is known; beyond it there is nothing to have been seen.
        upto = rights.own[actor]
        return n if upto is None else max(known, min(n, upto))
    if rights.believes(actor):
        return n
    if rights.above and actor == rights.current:
        # A mere claim would wipe our writes out; writes of ours that are shown to us we lost ourselves.
        return max(known, *(dot.n for dot in _dots(theirs) if dot.actor == actor), 0)
    return known


def _dots(state: RecordState) -> list[Dot]:
    return [dot for register in state.cells.values() for dot in register]


def _cell(theirs: RecordState, name: str, here: Register, ours: Vector, rights: Rights, left_out: set[Dot]) -> Register:
    """One cell as it is taken over."""
    register = theirs.cells.get(name, {})
    if _is_immutable(theirs.kind) and (here or name == DELETED):
        # Not counted as left out: it would come again with every bundle, and it is never taken.
        return here
    kept = {
        dot: value
        for dot, value in register.items()
        if dot in here
        or covers(ours, dot)
        or (rights.may_carry(theirs.kind, dot) and _is_sound(name, value, theirs.vector))
    }
    dropped = register.keys() - kept.keys()
    left_out |= dropped
    if dropped or _tells_nothing(theirs, name, kept, here, ours, rights):
        return {**here, **kept}
    return {**_protected(theirs, name, kept, here, ours, rights), **kept}


def _tells_nothing(
    theirs: RecordState, name: str, kept: Register, here: Register, ours: Vector, rights: Rights
) -> bool:
    """Who may not write a kind cannot say that a write of ours was replaced: only a write that is shown can."""
    may_say = rights.above or may_write(theirs.kind, rights.role)
    return not may_say and not _is_new(kept, here, ours)


def _is_new(kept: Register, here: Register, ours: Vector) -> bool:
    """Whether there is a write that we have not seen."""
    return any(dot not in here and not covers(ours, dot) for dot in kept)


def _protected(
    theirs: RecordState, name: str, kept: Register, here: Register, ours: Vector, rights: Rights
) -> Register:
    """Writes of ours that do not go because the bearer merely claims to have seen them.

    Who replaces a value leaves a write of its own in the cell; who brings back a deleted record at least one in the
    vector. A bearer whose word does not count for an author has to show it.
    """
    mine = {
        dot: value
        for dot, value in here.items()
        if not rights.believes(dot.actor) or (dot.actor in rights.own.keys() | rights.gone and not rights.above)
    }
    if not mine:
        return {}
    if name == DELETED:
        shown = any(n > ours.get(actor, 0) and rights.believes(actor) for actor, n in theirs.vector.items())
        return {} if shown else mine
    # Who replaces a value has seen its number, so that the write which is left there carries a larger one; that one may
    # have been replaced here since.
    latest = max((dot.n for dot in kept), default=0)
    return {dot: value for dot, value in mine.items() if dot.n >= latest}


def _is_immutable(kind: str) -> bool:
    known = KINDS.get(kind)
    return known is not None and known.immutable


def _is_sound(name: str, value: Value, believed: Vector) -> bool:
    """A tombstone must not claim to have seen more than its record is believed to: it would delete what comes."""
    if name != DELETED or not isinstance(value, dict):
        return True
    return all(type(n) is int and n <= believed.get(actor, 0) for actor, n in value.items())
