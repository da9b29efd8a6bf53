"""The inputs for "tulis lain": what stands on the page of the record, or an input for each field of a group."""

from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from pug_desktop.app.decide import Conflict
from pug_desktop.app.text_difference import is_long
from pug_desktop.app.value_words import OPTIONS
from pug_desktop.domain.field_words import field_label
from pug_desktop.domain.kinds import KINDS, Field, Type
from pug_desktop.domain.words import label
from pug_desktop.forms.schema import Question
from pug_desktop.ui import parts, style
from pug_desktop.ui.binder import Input
from pug_desktop.ui.checklist.states import state_options
from pug_desktop.ui.form_view.choices import YesNo
from pug_desktop.ui.form_view.dates import DateInput
from pug_desktop.ui.form_view.fields import field_for
from pug_desktop.ui.form_view.inputs import ChoiceInput, DecimalInput, LongTextInput, NumberInput, TextInput
from pug_desktop.ui.meeting.inputs import HeldInput, LinesInput, TimeInput
from pug_desktop.ui.texts import language

_LONG = {"opening", "discussion", "closing", "source_note", "note", "text", "remark", "about", "address"}
_PLAIN_NUMBERS = {"year", "form_version", "month", "day", "number"}


class Editor(Protocol):
    """What all of these have, beside being a widget with the signal `edited`."""

    def value(self) -> object:
        """The value of the cell."""

    def set_value(self, value: object) -> None:
        """Show a value."""

    def problem(self) -> str:
        """Why what is typed cannot be kept."""


def editor_for(conflict: Conflict, question: Question | None, parent: QWidget) -> QWidget | None:
    """The widget for another value; None where one of those that are there must be taken."""
    if not conflict.writable or not conflict.may_decide:
        return None
    cell = next((each for each in KINDS[conflict.kind].cells if each.name == conflict.cell), None)
    if cell is None:
        return None
    if conflict.cell == "answer":
        return AnswerEditor(question, parent) if question is not None else None
    if conflict.cell == "held":
        return HeldInput(parent)
    if not cell.is_group:
        return _single(conflict.kind, cell.fields[0], conflict, parent)
    if any(each.type is Type.JSON for each in cell.fields):
        return None
    return GroupEditor(conflict, cell.fields, parent)


def _single(kind: str, field: Field, conflict: Conflict | None, parent: QWidget) -> QWidget | None:
    name = field_label(kind, field.name, language())
    if field.options:
        group = OPTIONS.get((kind, field.name))
        words = [(code, label(group, code, language()) if group else code) for code in field.options]
        return ChoiceInput(words, name, parent)
    match field.type:
        case Type.BOOL:
            return BoolEditor(name, parent)
        case Type.INT:
            return NumberInput(name, parent, grouped=field.name not in _PLAIN_NUMBERS)
        case Type.DATE:
            return DateInput(name, parent)
        case Type.DECIMAL:
            return DecimalInput(name, parent)
        case Type.JSON:
            lists = conflict is not None and all(isinstance(e.value, list | None) for e in conflict.versions)
            return LinesInput(name, parent, lines=4) if lists else None
    if field.name.endswith("_time"):
        return TimeInput(name, parent)
    long = conflict is not None and any(is_long(each.words) for each in conflict.versions)
    if long or field.name in _LONG:
        return LongTextInput(name, parent, lines=5)
    return TextInput(name, parent, limit=2000)


class BoolEditor(QWidget):
    """Yes or no; nothing chosen is no value.

    Signals:
        edited: a person chose.
    """

    edited = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._choice = YesNo(name, self)
        self._choice.edited.connect(self.edited)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._choice)

    def value(self) -> bool | None:
        """The answer."""
        return self._choice.answer()

    def set_value(self, value: object) -> None:
        """Show an answer."""
        self._choice.show_answer(value)

    def problem(self) -> str:
        """A choice is never wrong."""
        return ""


class GroupEditor(QWidget):
    """An input for each part of a group, such as L, P and total.

    Signals:
        edited: a person changed a part.
    """

    edited = Signal()

    def __init__(self, conflict: Conflict, fields: tuple[Field, ...], parent: QWidget) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * style.GRID)
        grid.setVerticalSpacing(style.GRID)
        grid.setColumnStretch(1, 1)
        self._inputs: dict[str, Input] = {}
        for row, field in enumerate(fields):
            editor = _single(conflict.kind, field, None, self)
            if editor is None:
                continue
            named = parts.label(field_label(conflict.kind, field.name, language()), "muted", self)
            named.setBuddy(editor)
            grid.addWidget(named, row, 0)
            grid.addWidget(editor, row, 1)
            editor.edited.connect(self.edited)  # type: ignore[attr-defined]
            self._inputs[field.name] = editor  # type: ignore[assignment]

    def value(self) -> object:
        """The parts that were filled in; None when none was."""
        filled = {name: part for name, each in self._inputs.items() if (part := each.value()) is not None}
        return filled or None

    def set_value(self, value: object) -> None:
        """Show the parts."""
        for name, each in self._inputs.items():
            each.set_value(value.get(name) if isinstance(value, dict) else None)

    def problem(self) -> str:
        """What is wrong in the first part that is."""
        return next((said for each in self._inputs.values() if (said := each.problem())), "")


class AnswerEditor(QWidget):
    """State and value of an answer, as on the page Prasyarat.

    Signals:
        edited: a person changed one of them.
    """

    edited = Signal()

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = parts.Segments(state_options(), self.tr("Status"), self)
        self._field = field_for(question, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.GRID)
        layout.addWidget(self._state)
        layout.addWidget(self._field)
        self._state.edited.connect(self.edited)
        self._field.edited.connect(self.edited)

    def value(self) -> object:
        """Both together, as they are merged."""
        value = self._field.value()
        made: dict[str, object] = {"status": self._state.value() or "belum_diisi"}
        return made if value is None else {**made, "value": value}

    def set_value(self, value: object) -> None:
        """Show both."""
        parts_of = value if isinstance(value, dict) else {}
        self._state.set_value(str(parts_of.get("status") or "belum_diisi"))
        self._field.set_value(parts_of.get("value"))

    def problem(self) -> str:
        """What is wrong with the value."""
        return self._field.problem()
