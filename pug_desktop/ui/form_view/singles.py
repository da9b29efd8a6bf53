"""Answers of a single number or date."""

from pug_desktop.ui import parts
from pug_desktop.ui.form_view.answer import AnswerField, as_int
from pug_desktop.ui.form_view.dates import DateInput
from pug_desktop.ui.form_view.inputs import DecimalInput, NumberInput


class CountField(AnswerField):
    """A whole number, with what it counts beside it."""

    def build(self) -> None:
        """One number."""
        self._count = NumberInput(self.question.label.of(self.lang), self)
        self.listen(self._count)
        self.body.addLayout(parts.row(self._count, self.unit(), None))

    def value(self) -> object:
        """Int or None."""
        return self._count.value()

    def show_value(self, value: object) -> None:
        """Show the number."""
        self._count.set_value(as_int(value))


class DecimalField(AnswerField):
    """A number with decimals."""

    def build(self) -> None:
        """One number."""
        self._number = DecimalInput(self.question.label.of(self.lang), self)
        self.listen(self._number)
        self.body.addLayout(parts.row(self._number, self.unit(), None))

    def value(self) -> object:
        """Text with a decimal point, or None."""
        return self._number.value()

    def show_value(self, value: object) -> None:
        """Show the number; what is no text is none."""
        self._number.set_value(value if isinstance(value, str) else None)


class DateField(AnswerField):
    """One day."""

    def build(self) -> None:
        """One date."""
        self._day = DateInput(self.question.label.of(self.lang), self)
        self.listen(self._day)
        self.body.addLayout(parts.row(self._day, None))

    def value(self) -> object:
        """ISO text, or None."""
        return self._day.value()

    def show_value(self, value: object) -> None:
        """Show the day; what is no text is none."""
        self._day.set_value(value if isinstance(value, str) else None)
