"""How far a sheet is filled in: completeness per prerequisite, never a score.

completeness(form, {"P1.06": AnswerState("ada", {...}, None, None, evidence_count=1)})["P1"].share
"""

from collections.abc import Mapping
from dataclasses import dataclass

from pug_desktop.forms.rules import is_filled, is_relevant
from pug_desktop.forms.schema import AnswerKind, Form, Question

_ASKS_WHETHER = (
    AnswerKind.BOOLEAN,
    AnswerKind.BOOLEAN_WITH_REFERENCE,
    AnswerKind.BOOLEAN_WITH_VALUE,
    AnswerKind.DOCUMENT,
)


@dataclass(frozen=True, slots=True)
class AnswerState:
    """One answer as it stands; `status` is one of domain.kinds.ANSWER_STATES."""

    status: str
    value: object = None
    note: str | None = None
    override_reason: str | None = None
    evidence_count: int = 0
    open: bool = False
    """Whether it holds two values of which nobody has chosen one."""


@dataclass(frozen=True, slots=True)
class Completeness:
    """How much of a section is answered, and how much of that is backed by evidence."""

    total: int
    filled: int
    backed: int
    not_relevant: int

    @property
    def share(self) -> float | None:
        """Answered of those that apply; None when none applies."""
        asked = self.total - self.not_relevant
        return self.filled / asked if asked else None


def is_answered(question: Question, answer: AnswerState | None) -> bool:
    """Whether the question needs no more work.

    "Belum ada" answers every question, "proses" those that ask whether something is there; any other answer must hold
    all that its kind needs.
    """
    if answer is None:
        return False
    if answer.status == "belum_ada" or (answer.status == "proses" and question.kind in _ASKS_WHETHER):
        return True
    return is_filled(question, answer.value)


def applies(question: Question, answers: Mapping[str, AnswerState]) -> bool:
    """Whether the question is asked at all: nobody marked it as not relevant, and its condition holds."""
    own = answers.get(question.name)
    if own is not None and own.status == "tidak_relevan":
        return False
    # Most questions have no condition, and 1,700 sheets are counted at once.
    return question.relevant is None or is_relevant(question, {name: each.value for name, each in answers.items()})


def completeness(form: Form, answers: Mapping[str, AnswerState]) -> dict[str, Completeness]:
    """Completeness of each section, by its name, in the order of the form."""
    return {section.name: _completeness_of(section.questions, answers) for section in form.sections}


def _completeness_of(questions: tuple[Question, ...], answers: Mapping[str, AnswerState]) -> Completeness:
    asked = [question for question in questions if applies(question, answers)]
    filled = [question for question in asked if is_answered(question, answers.get(question.name))]
    backed = [question for question in filled if answers[question.name].evidence_count > 0]
    return Completeness(len(questions), len(filled), len(backed), len(questions) - len(asked))
