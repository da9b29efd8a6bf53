"""Bundles of an office that lies: made from an honest one by what a dishonest program could do.

The signature of such a bundle is good, since the liar has its own key. Each forgery says what must become of it: the
whole refused, or the part that lies left out (P11).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from pug_desktop.domain.kinds import Value
from pug_desktop.replica.state import DenseBlock, Dot, Label, RecordState, expand
from tests.exchange_machine.model import GONE, Key, Known, Write
from tests.exchange_machine.places import OFFICES, PROVINCE
from tests.exchange_machine.replica import Bundle, Replica

FAR = 1000
"""Numbers that a victim may reach in a year: no bound on numbers alone finds them out."""


@dataclass(slots=True)
class Draft:
    """A bundle in the hands of its forger."""

    bundle: Bundle
    states: dict[Key, RecordState]
    known: dict[Key, Known]
    victim: Replica
    number: int

    def pick(self, *kinds: str) -> RecordState | None:
        """One of the records of those kinds, or of any."""
        found = [state for key, state in sorted(self.states.items()) if not kinds or key[0] in kinds]
        return found[self.number % len(found)] if found else None

    def change(self, state: RecordState) -> None:
        self.states[state.kind, state.id] = state

    def write(self, state: RecordState, actor: str, n: int, cells: dict[str, Value], why: str) -> None:
        """Add a write to a record, and to what the model says must not be taken over."""
        key, dot = (state.kind, state.id), Dot(n, actor)
        added = {**state.cells, **{name: {**state.cells.get(name, {}), dot: value} for name, value in cells.items()}}
        vector = {**state.vector, actor: max(n, state.vector.get(actor, 0))}
        self.change(replace(state, cells=added, vector=vector, labels={**state.labels, dot: Label("palsu", 1)}))
        write = Write(self.bundle.sender.name, actor, key, dict(cells), n=n, forged=why)
        known = self.known.get(key, Known(state.scope))
        alive = {**known.alive, **{name: known.alive.get(name, frozenset()) | {write} for name in cells}}
        self.known[key] = Known(state.scope, known.seen | {write}, alive)

    def done(self, why: str, *, refused: bool = False) -> Bundle:
        given = replace(self.bundle.given, items=list(self.states.values()))
        return replace(self.bundle, given=given, known=self.known, forged=why, refused=refused)


def _own_n(draft: Draft) -> int:
    """A number that nobody has used."""
    return max([draft.victim.self_row()[1], *(n for state in draft.states.values() for n in state.vector.values())]) + 1


def word_of_the_victim(draft: Draft) -> Bundle | None:
    """A write under the victim's own actor, which it never made."""
    state = draft.pick("meeting", "checklist")
    if state is None:
        return None
    cell = "title" if state.kind == "meeting" else "form_sha256"
    draft.write(state, draft.victim.mind.actor, _own_n(draft), {cell: "palsu"}, "under our own actor")
    return draft.done("a write under the victim's actor")


def claim_to_have_seen(draft: Draft) -> Bundle | None:
    """The claim to have seen whatever the victim wrote, with nothing to show for it.

    Beside a later value that stands there already it would read as having been replaced by that one.
    """
    there = draft.victim.states()
    draft.states = {
        key: state
        for key, state in draft.states.items()
        if all(len(register) == 1 for register in there[key].cells.values())
    }
    state = draft.pick()
    if state is None:
        return None
    n = draft.victim.self_row()[1] + FAR
    draft.change(replace(state, vector={**state.vector, draft.victim.mind.actor: n}))
    return draft.done("a claim to have seen everything")


def claim_beyond_reason(draft: Draft) -> Bundle | None:
    """The same with a number that no clock of writes reaches."""
    state = draft.pick()
    if state is None:
        return None
    draft.change(replace(state, vector={**state.vector, draft.victim.mind.actor: 2**60}))
    return draft.done("a number beyond reason", refused=True)


def review_of_itself(draft: Draft) -> Bundle | None:
    """A review, which an OPD may not write."""
    answer = draft.pick("answer")
    if answer is None or draft.bundle.sender.role != "opd":
        return None
    key = ("review", f"{int(answer.id, 16) + 4:032x}")
    state = draft.states.get(key) or RecordState(*key, answer.scope, {}, {})
    if state.vector:
        draft.write(state, draft.bundle.given.actor, _own_n(draft), {"review": {"verdict": "diterima"}}, "by its role")
    else:
        cells = {"answer_id": answer.id, "review": {"verdict": "diterima"}}
        draft.write(state, draft.bundle.given.actor, _own_n(draft), cells, "by its role")
    return draft.done("a review by an OPD")


def review_taken_away(draft: Draft) -> Bundle | None:
    """One of the values of a review left out, as if it had been replaced."""
    state = draft.pick("review")
    if state is None or draft.bundle.sender.role != "opd" or "review" not in state.cells:
        return None
    register = dict(sorted(state.cells["review"].items())[1:])
    draft.change(replace(state, cells={**state.cells, "review": register}))
    return draft.done("a review left out")


def deletion_taken_back(draft: Draft) -> Bundle | None:
    """A review that an office deleted, without its tombstone."""
    state = draft.pick("review")
    if state is None or draft.bundle.sender.role != "opd" or GONE not in state.cells:
        return None
    draft.change(replace(state, cells={name: each for name, each in state.cells.items() if name != GONE}))
    return draft.done("a deletion taken back")


def deletion_of_what_comes(draft: Draft) -> Bundle | None:
    """A tombstone that claims to have seen what the victim has not written yet."""
    state = draft.pick("meeting", "checklist", "evidence")
    if state is None:
        return None
    actor, n = draft.bundle.given.actor, _own_n(draft)
    seen = {**state.vector, draft.victim.mind.actor: n + FAR}
    draft.write(state, actor, n, {GONE: seen}, "sees what is not written yet")
    return draft.done("a tombstone that claims too much")


def foreign_record(draft: Draft) -> Bundle | None:
    """A record of another office."""
    other = OFFICES[1] if draft.bundle.sender.scope != OFFICES[1] else OFFICES[0]
    outside = other if draft.bundle.sender.role == "opd" else "37.01"
    state = RecordState("meeting", f"{0xFEED:032x}", outside, {}, {})
    draft.write(state, draft.bundle.given.actor, _own_n(draft), {"title": "palsu"}, "of another office")
    return draft.done("a record outside the scope", refused=True)


def edited_instrument(draft: Draft) -> Bundle | None:
    """Another wording of an instrument that the province issued."""
    state = RecordState("instrument", f"{1:032x}", PROVINCE, {}, {})
    draft.write(state, draft.bundle.given.actor, _own_n(draft), {"instrument": {"form": "palsu"}}, "an instrument")
    return draft.done("an edited instrument", refused=True)


def other_value(draft: Draft) -> Bundle | None:
    """A write of somebody else that the victim has, with another value: what a copied device would send."""
    # Of its own, in this life or a former one, the victim cannot tell who is right: it takes another name.
    own = {row[0] for row in draft.victim.raw.execute("SELECT actor FROM sync_incarnation")}
    for key, state in sorted(draft.states.items()):
        here = draft.victim.states().get(key)
        for name, register in sorted(state.cells.items()):
            for dot in sorted(register):
                known = here is not None and tuple(dot) in here.cells.get(name, {})
                if name != GONE and known and dot.actor not in own:
                    cells = {**state.cells, name: {**register, dot: "lain" if register[dot] != "lain" else "beda"}}
                    draft.change(replace(state, cells=cells))
                    return draft.done("one write with two values", refused=True)
    return None


def under_our_name(draft: Draft) -> Bundle | None:
    """A whole bundle under the actor of the victim."""
    given = replace(draft.bundle.given, actor=draft.victim.mind.actor)
    return replace(draft, bundle=replace(draft.bundle, given=given)).done("under the victim's actor", refused=True)


FORGERIES: Mapping[str, Callable[[Draft], Bundle | None]] = {
    each.__name__: each
    for each in (
        word_of_the_victim,
        claim_to_have_seen,
        claim_beyond_reason,
        review_of_itself,
        review_taken_away,
        deletion_taken_back,
        deletion_of_what_comes,
        foreign_record,
        edited_instrument,
        other_value,
        under_our_name,
    )
}


def forge(name: str, bundle: Bundle, victim: Replica, number: int) -> Bundle | None:
    """The forgery of that name, made from an honest bundle; None when there is nothing to make it from."""
    states: dict[Key, RecordState] = {}
    for item in bundle.items:
        if isinstance(item, DenseBlock):
            states.update(((item.kind, row.id), expand(item.kind, item.names, row)) for row in item.rows)
        else:
            states[item.kind, item.id] = item
    # It asks for nothing to be acknowledged: whoever lies about that only cheats himself.
    honest = replace(bundle, given=replace(bundle.given, start=0, upto=0, receipts=(), digest={}))
    # Only records that the victim knows: with a new value to show, a claim to have seen the old one is a replacement,
    # which is the right of whoever may write there; and what it replaced beside a lie stays open until decided.
    there = victim.states()
    states = {
        key: state
        for key, state in states.items()
        if key in there and all(there[key].vector.get(actor, 0) >= n for actor, n in state.vector.items())
    }
    draft = Draft(honest, states, {key: bundle.known[key] for key in states}, victim, number)
    return FORGERIES[name](draft)
