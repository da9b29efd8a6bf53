"""Indicators that are computed, not typed: which source stands first, and the names that other parts use.

A question with a `rollup` is computed from the offices' sheets (`rollup.py`); one with `auto_from` from meetings,
attendance, follow-ups and assignments (`activity.py`). Two questions have both: the sheets stand first, since an office
knows its own people best, and the recorded assignments fill in while no sheet says anything. An `auto_from` that
names a register is answered by that (`register_answers.py`).
docs/indicators.md describes each.
"""

from collections.abc import Sequence

from pug_desktop.domain.activity import (
    AssignmentFacts,
    FollowUpFacts,
    MeetingFacts,
    from_meetings,
    is_top_leadership,
)
from pug_desktop.domain.register_answers import from_registers
from pug_desktop.domain.registers import Registers
from pug_desktop.domain.rollup import Computed, OfficeSheet, roll_up
from pug_desktop.forms.schema import Question

__all__ = [
    "AssignmentFacts",
    "Computed",
    "FollowUpFacts",
    "MeetingFacts",
    "OfficeSheet",
    "Registers",
    "compute",
    "from_meetings",
    "from_registers",
    "is_top_leadership",
    "roll_up",
]


def compute(
    question: Question,
    year: int,
    *,
    sheets: Sequence[OfficeSheet] = (),
    offices: int = 0,
    meetings: Sequence[MeetingFacts] = (),
    follow_ups: Sequence[FollowUpFacts] = (),
    assignments: Sequence[AssignmentFacts] = (),
    registers: Registers | None = None,
    today: str | None = None,
) -> Computed | None:
    """The computed answer, from the sheets first, then from what was recorded; None when nothing is known."""
    computed = roll_up(question, sheets, offices)
    if computed is not None:
        return computed
    if (question.auto_from or "").startswith("register."):
        return from_registers(question, year, registers or Registers(), offices=offices, today=today)
    return from_meetings(question, year, meetings, follow_ups, assignments, today=today)
