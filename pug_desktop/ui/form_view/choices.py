"""Answers that are chosen: yes or no, one of a list, several of a list, several with dates."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QGridLayout, QRadioButton, QWidget

from pug_desktop.forms.schema import Option
from pug_desktop.ui import parts
from pug_desktop.ui.form_view.answer import AnswerField, as_int, as_names, as_parts, given
from pug_desktop.ui.form_view.dates import DateInput
from pug_desktop.ui.form_view.inputs import ChoiceInput, NumberInput, TextInput


class CheckBoxes(QWidget):
    """Several of a list, in two columns when there are many.

    Signals:
        edited: a person ticked or unticked one.
    """

    edited = Signal()

    def __init__(self, options: Sequence[Option], lang: str, parent: QWidget) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(2)
        columns = 2 if len(options) > 4 else 1
        self._boxes: dict[str, QCheckBox] = {}
        for number, option in enumerate(options):
            box = QCheckBox(option.label.of(lang), self)
            box.setAccessibleName(option.label.of(lang))
            box.clicked.connect(self.edited)
            self._boxes[option.name] = box
            grid.addWidget(box, number // columns, number % columns)
        grid.setColumnStretch(columns, 1)

    def chosen(self) -> tuple[str, ...]:
        """The names that are ticked, in the order of the form."""
        return tuple(name for name, box in self._boxes.items() if box.isChecked())

    def choose(self, names: Sequence[str]) -> None:
        """Tick these and no others."""
        for name, box in self._boxes.items():
            box.setChecked(name in names)

    def value(self) -> object:
        """As `chosen`."""
        return list(self.chosen())

    def set_value(self, value: object) -> None:
        """As `choose`."""
        self.choose(as_names(value))

    def problem(self) -> str:
        """A choice is never wrong."""
        return ""


class YesNo(parts.Segments):
    """Ya or Tidak, or neither yet."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__((("yes", self.tr("Ya")), ("no", self.tr("Tidak"))), name, parent)

    def answer(self) -> bool | None:
        """The choice as a truth value."""
        return {"yes": True, "no": False}.get(self.value() or "")

    def show_answer(self, answer: object) -> None:
        """Choose without telling anybody."""
        self.set_value("yes" if answer is True else "no" if answer is False else None)


class YesNoField(AnswerField):
    """Yes or no."""

    def build(self) -> None:
        """Two buttons in a strip."""
        self._yes = YesNo(self.question.label.of(self.lang), self)
        self._yes.edited.connect(self._edited)
        self.body.addWidget(self._yes)

    def value(self) -> object:
        """True, False or None."""
        return self._yes.answer()

    def show_value(self, value: object) -> None:
        """Show the choice."""
        self._yes.show_answer(value)


class YesNoDetailField(AnswerField):
    """Yes or no, and a line that says where or how much."""

    detail = "reference"

    def build(self) -> None:
        """Two buttons and a line."""
        self._yes = YesNo(self.question.label.of(self.lang), self)
        self._yes.edited.connect(self._edited)
        self._detail = TextInput("", self, hint=self.hint(), limit=1000)
        self.listen(self._detail)
        self.body.addWidget(self._yes)
        self.body.addLayout(parts.field(self.name(), self._detail))

    def name(self) -> str:
        """What the line is called."""
        return self.tr("Bab, halaman, nomor surat, atau alamat laman")

    def hint(self) -> str:
        """An example in the empty line."""
        return self.tr("misalnya Bab IV halaman 112")

    def value(self) -> object:
        """{"yes", detail} of what was entered, or None."""
        return given(**{"yes": self._yes.answer(), self.detail: self._detail.value()}) or None

    def show_value(self, value: object) -> None:
        """Show both."""
        self._yes.show_answer(as_parts(value).get("yes"))
        self._detail.set_value(as_parts(value).get(self.detail))


class YesNoValueField(YesNoDetailField):
    """Yes or no, and the value that goes with it."""

    detail = "value"

    def name(self) -> str:
        """What the line is called."""
        return self.tr("Nilai atau target")

    def hint(self) -> str:
        """An example in the empty line."""
        return self.tr("misalnya IPG 91,5")


class OneField(AnswerField):
    """One of a list."""

    def build(self) -> None:
        """Radio buttons: all choices are seen at once."""
        self._group = QButtonGroup(self)
        self._names = [option.name for option in self.question.options]
        for number, option in enumerate(self.question.options):
            each = QRadioButton(option.label.of(self.lang), self)
            each.setAccessibleName(option.label.of(self.lang))
            self._group.addButton(each, number)
            self.body.addWidget(each)
        self.body.setSpacing(2)
        self._group.idClicked.connect(self._clicked)

    def value(self) -> object:
        """The name of the choice, or None."""
        return self._names[self._group.checkedId()] if self._group.checkedId() >= 0 else None

    def show_value(self, value: object) -> None:
        """Show the choice."""
        self._group.setExclusive(False)
        for number, name in enumerate(self._names):
            self._group.button(number).setChecked(name == value)
        self._group.setExclusive(True)

    def _clicked(self, _number: int) -> None:
        self._edited()


class OneWithYearField(AnswerField):
    """One of a list, and the year of it."""

    def build(self) -> None:
        """A list and a year beside it."""
        self._option = ChoiceInput([(each.name, each.label.of(self.lang)) for each in self.question.options], "", self)
        self._year = NumberInput("", self, smallest=1990, largest=2100, grouped=False)
        self._year.setMaximumWidth(self.fontMetrics().averageCharWidth() * 12)
        for each in (self._option, self._year):
            self.listen(each)
        self.body.addLayout(
            parts.row(
                parts.field(self.tr("Predikat"), self._option),
                parts.field(self.tr("Tahun"), self._year),
                None,
                spacing=16,
            )
        )

    def value(self) -> object:
        """{"option", "year"} of what was entered, or None."""
        return given(option=self._option.value(), year=self._year.value()) or None

    def show_value(self, value: object) -> None:
        """Show both."""
        self._option.set_value(as_parts(value).get("option"))
        self._year.set_value(as_int(as_parts(value).get("year")))


class SeveralField(AnswerField):
    """Several of a list of options or items; nothing ticked is "not answered"."""

    def build(self) -> None:
        """Check boxes."""
        self._boxes = CheckBoxes(self.question.options or self.question.items, self.lang, self)
        self.listen(self._boxes)
        self.body.addWidget(self._boxes)

    def value(self) -> object:
        """The names that are ticked, or None."""
        return list(self._boxes.chosen()) or None

    def show_value(self, value: object) -> None:
        """Tick them."""
        self._boxes.choose(as_names(value))

    def summary(self) -> str:
        """How many of how many."""
        return self.tr("{n} dari {total} dipilih").format(
            n=len(self._boxes.chosen()), total=len(self.question.options or self.question.items)
        )


class DatedItemsField(AnswerField):
    """A list to tick off, each with the date on which it happened."""

    def build(self) -> None:
        """A check box and a date in each row."""
        grid = self.grid()
        self._rows: dict[str, tuple[QCheckBox, DateInput]] = {}
        for line, item in enumerate(self.question.items):
            name = item.label.of(self.lang)
            box, day = QCheckBox(name, self), DateInput(self.tr("Tanggal {name}").format(name=name), self)
            box.setAccessibleName(name)
            box.clicked.connect(self._ticked)
            self.listen(day)
            self._rows[item.name] = (box, day)
            grid.addWidget(box, line, 0)
            grid.addWidget(day, line, 1)
        grid.setColumnStretch(2, 1)

    def value(self) -> object:
        """{item: ISO date or None} of the ticked ones, or None."""
        made = {name: day.value() for name, (box, day) in self._rows.items() if box.isChecked() or day.value()}
        return made or None

    def show_value(self, value: object) -> None:
        """Tick and date them."""
        dates = as_parts(value)
        for name, (box, day) in self._rows.items():
            box.setChecked(name in dates)
            day.set_value(dates.get(name))

    def summary(self) -> str:
        """How many of how many; a date ticks its box."""
        for box, day in self._rows.values():
            if day.value() and not box.isChecked():
                box.setChecked(True)
        done = sum(box.isChecked() for box, _ in self._rows.values())
        return self.tr("{n} dari {total} sudah dilakukan").format(n=done, total=len(self._rows))

    def _ticked(self, on: bool) -> None:
        for box, day in self._rows.values():
            if box is self.sender() and not on:
                day.set_value(None)
        self._edited()
