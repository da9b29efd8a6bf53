"""What can be undone in this session: steps of changes, each of which can be turned round."""

from collections import deque
from dataclasses import dataclass, field
from typing import Literal

from pug_desktop.domain.kinds import RecordId, Value
from pug_desktop.replica.state import RecordState

STEPS = 200
"""Fifty are asked for; a pasted list is one step."""


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after; None where it was not there.."""

    kind: str
    id: RecordId
    scope: str
    before: dict[str, Value] | None
    after: dict[str, Value] | None


@dataclass(frozen=True, slots=True)
class Step:
    """What one act of a person changed, parents before children."""

    what: Literal["put", "create", "remove", "paste", "import", "decide", "restore"]
    kind: str
    changes: tuple[Change, ...]
    states: tuple[tuple[RecordState, RecordState], ...] = ()
    """Of a decision: each record with all its values, before and after."""
    sent: int = 0
    """Of a decision: the number of the last bundle that was begun before it."""


@dataclass(slots=True)
class History:
    """Steps done and steps undone."""

    done: deque[Step] = field(default_factory=lambda: deque(maxlen=STEPS))
    undone: list[Step] = field(default_factory=list)

    def forget(self) -> None:
        """Nothing can be undone any more: what came in from elsewhere may stand on what would be taken back."""
        self.done.clear()
        self.undone.clear()

    def add(self, step: Step) -> None:
        """A new act: what was undone before can no longer come back."""
        self.done.append(step)
        self.undone.clear()
