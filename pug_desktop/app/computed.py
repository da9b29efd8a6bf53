"""What the program knows of the questions of a sheet without anybody typing it, by question.

One sheet that is opened and the overview of 1,700 ask the same here, so that both count the same.
"""

from collections.abc import Mapping, Sequence

from pug_desktop.app.facts import Facts
from pug_desktop.domain.checklist import AnswerState
from pug_desktop.domain.indicators import Computed, OfficeSheet, Registers, compute
from pug_desktop.forms.schema import Form

Known = dict[str, Computed | None]


def known_to_office(form: Form, year: int, facts: Facts, *, today: str) -> Known:
    """What an office's own meetings, assignments and registers say; `today` as YYYY-MM-DD."""
    return {
        question.name: compute(
            question,
            year,
            meetings=facts.meetings,
            follow_ups=facts.follow_ups,
            assignments=facts.assignments,
            registers=facts.registers,
            today=today,
        )
        for question in form.questions
        if question.auto_from
    }


def known_to_regency(
    form: Form, year: int, facts: Facts, *, sheets: Sequence[OfficeSheet], offices: int, today: str
) -> Known:
    """What the sheets of the offices and the records of a kabupaten/kota say.

    Args:
        form: of the kabupaten/kota.
        year: of the sheet.
        facts: of the kabupaten/kota and its offices.
        sheets: of the offices, those on which something was answered.
        offices: how many the list has; never taken as fewer than those that sent a sheet.
        today: as YYYY-MM-DD.
    """
    return {
        question.name: compute(
            question,
            year,
            sheets=sheets,
            offices=max(offices, len(sheets)),
            meetings=facts.meetings,
            follow_ups=facts.follow_ups,
            assignments=facts.assignments,
            registers=facts.registers,
            today=today,
        )
        for question in form.questions
        if question.auto_from or question.rollup
    }


def handed_in(
    form: Form, year: int, answers: Mapping[str, AnswerState], registers: Registers | None, *, today: str | None
) -> dict[str, AnswerState]:
    """An office's answers as its regency sums them: its own registers stand in where it typed nothing itself."""
    made = dict(answers)
    if registers is None or registers.empty:
        return made
    for question in form.questions:
        if (question.auto_from or "").startswith("register."):
            state = made.get(question.name, AnswerState("belum_diisi"))
            counted = counted_as(state, compute(question, year, registers=registers, today=today))
            if counted is not state:
                made[question.name] = counted
    return made


def counted_as(state: AnswerState, known: Computed | None) -> AnswerState:
    """The answer as it counts: what is known stands in where nobody has said anything; two values stay two values."""
    if known is None or state.value is not None or state.status != "belum_diisi":
        return state
    open_ = state.open or known.open
    return AnswerState("ada", known.value, state.note, None, state.evidence_count + known.proofs, open_)
