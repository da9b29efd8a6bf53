"""What all answer widgets have in common: value in, value out, one line that says what is wrong."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from pug_desktop.forms.problems import Problem
from pug_desktop.forms.schema import Question
from pug_desktop.ui import parts, style
from pug_desktop.ui.form_view.said import SaidBeside
from pug_desktop.ui.texts import language


class Input(Protocol):
    """A single input of `inputs.py` or `dates.py`."""

    def value(self) -> object:
        """What was entered."""

    def set_value(self, value: object) -> None:
        """Show it."""

    def problem(self) -> str:
        """Why it cannot be kept."""


class AnswerField(QWidget):
    """The widget of one question; a subclass for each kind of answer draws its inputs and puts the value together.

    Attributes:
        body: the vertical layout in which the inputs stand.
        said: what the rules of the form say of the answer; it can be kept all the same.

    Signals:
        edited: a person changed something; the value may be incomplete or wrong.
    """

    edited = Signal()

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self.lang = language()
        self.setAccessibleName(question.label.of(self.lang))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(style.GRID)
        self.body = QVBoxLayout()
        self.body.setSpacing(style.GRID)
        outer.addLayout(self.body)
        self._summary = parts.label("", "muted small", self)
        self._problem = parts.label("", "bad small", self)
        outer.addWidget(self._summary)
        outer.addWidget(self._problem)
        self.said = SaidBeside(self)
        outer.addWidget(self.said)
        self._judge: Callable[[object], Sequence[Problem]] | None = None
        self._inputs: list[Input] = []
        self.build()
        self._tell()

    def build(self) -> None:
        """Draw the inputs and `listen` to each."""
        raise NotImplementedError

    def value(self) -> object:
        """The JSON of the answer (forms/schema.py, AnswerKind); None when nothing was entered."""
        raise NotImplementedError

    def set_value(self, value: object) -> None:
        """Show an answer without telling anybody; parts that do not fit are shown as empty."""
        self.show_value(value)
        self._tell()

    def show_value(self, value: object) -> None:
        """Put the answer into the inputs."""
        raise NotImplementedError

    def problem(self) -> str:
        """Why what was entered cannot be kept; empty when it can."""
        for each in self._inputs:
            if said := each.problem():
                return said
        return self.check()

    def judge_with(self, judge: Callable[[object], Sequence[Problem]]) -> None:
        """Say beside the inputs what `judge` finds in the answer, whenever it changes."""
        self._judge = judge
        self._tell()

    def good_parts(self, kept: object) -> object:
        """The answer without the inputs that hold something wrong; of those, what was kept before.

        `kept` itself when the answer is no collection of parts, or when its parts contradict each other.
        """
        value = self.value()
        if self.check() or not isinstance(value, dict):
            return kept
        return {**kept, **value} if isinstance(kept, dict) else value

    def check(self) -> str:
        """What does not fit between the inputs."""
        return ""

    def too_large(self, part: int | None, whole: int | None) -> str:
        """What to say when a part is larger than the whole; empty when it is not."""
        if part is None or whole is None or part <= whole:
            return ""
        return self.tr("Angka pertama lebih besar daripada seluruhnya. Periksa kedua angka.")

    def summary(self) -> str:
        """A line computed from what was entered, such as a percentage."""
        return ""

    def listen(self, editor: QWidget) -> None:
        """Pass an input's edits on."""
        self._inputs.append(editor)  # type: ignore[arg-type]
        editor.edited.connect(self._edited)  # type: ignore[attr-defined]

    def grid(self) -> QGridLayout:
        """A grid for inputs beside their labels, added to `body`."""
        made = QGridLayout()
        made.setHorizontalSpacing(2 * style.GRID)
        made.setVerticalSpacing(style.GRID)
        self.body.addLayout(made)
        return made

    def unit(self) -> QLabel | None:
        """What the number counts, to stand beside it; None where the question does not say."""
        unit = self.question.unit
        return parts.label(unit.of(self.lang), "muted", self, wrap=False) if unit else None

    def label(self, text: str) -> QLabel:
        """The label of an input in a grid."""
        return parts.label(text, parent=self)

    def _edited(self) -> None:
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        problem, summary = self.problem(), self.summary()
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self._summary.setText(summary)
        self._summary.setVisible(bool(summary) and not problem)
        if self._judge is not None:
            # What cannot be kept at all is told first, and alone.
            self.said.show_problems(self._judge(self.value()) if not problem else ())


def as_parts(value: object) -> Mapping[str, object]:
    """An answer that is made of parts; empty when it is none."""
    return value if isinstance(value, dict) else {}


def as_names(value: object) -> tuple[str, ...]:
    """An answer that is a list of names."""
    return tuple(str(each) for each in value) if isinstance(value, list | tuple) else ()


def as_int(value: object) -> int | None:
    """A whole number, or None."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def given(**named: object) -> dict[str, object]:
    """Only the parts that were entered."""
    return {name: part for name, part in named.items() if part is not None}
