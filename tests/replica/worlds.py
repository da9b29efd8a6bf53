"""A small world of replicas for properties: writers that edit, delete and merge one record in any order."""

from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from pug_desktop.replica.capture import create, delete, edit
from pug_desktop.replica.merge import merge
from pug_desktop.replica.state import Dot, Label, RecordState

ACTORS = ("a" * 16, "b" * 16, "c" * 16)
CELLS = ("title", "place", "theme")
RECORD = "0" * 32


@dataclass(frozen=True)
class Act:
    """One thing that happens at one replica: what is write, delete or merge (with `other`)."""

    at: int
    what: str
    cell: str = "title"
    other: int = 0


acts = st.lists(
    st.builds(
        Act,
        at=st.integers(0, 2),
        what=st.sampled_from(["write", "write", "write", "merge", "merge", "delete"]),
        cell=st.sampled_from(CELLS),
        other=st.integers(0, 2),
    ),
    max_size=14,
)


class World:
    """Three replicas of one record; every write has a value of its own."""

    def __init__(self) -> None:
        dot = Dot(1, ACTORS[0])
        first = create("meeting", RECORD, "36.71", {"title": 0}, dot=dot, label=Label("", 0))
        self.states = [first, first, first]
        self.writes = 0
        self.replaced: set[tuple[str, int]] = set()
        self.written: dict[tuple[str, int], Dot] = {("title", 0): dot}

    def run(self, story: Sequence[Act]) -> None:
        for act in story:
            getattr(self, act.what)(act)

    def _dot(self, at: int) -> Dot:
        highest = max(n for state in self.states for n in state.vector.values())
        return Dot(highest + 1, ACTORS[at])

    def write(self, act: Act) -> None:
        state = self.states[act.at]
        self.writes += 1
        before = state.cells.get(act.cell, {})
        if before:
            self.replaced.add((act.cell, before[max(before)]))
        dot = self._dot(act.at)
        self.written[act.cell, self.writes] = dot
        made = edit(state, {act.cell: self.writes}, dot=dot, label=Label("", self.writes))
        assert made is not None
        self.states[act.at] = made

    def delete(self, act: Act) -> None:
        made = delete(self.states[act.at], dot=self._dot(act.at), label=Label("", 0))
        self.states[act.at] = made or self.states[act.at]

    def merge(self, act: Act) -> None:
        self.states[act.at] = merge(self.states[act.at], self.states[act.other])

    def together(self) -> RecordState:
        joined = self.states[0]
        for state in self.states[1:]:
            joined = merge(joined, state)
        return joined
