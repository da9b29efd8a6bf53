"""Single inputs: text, number, rupiah, decimal, choice. Dates are in `dates.py`.

All have `value()`, `set_value(value)`, the signal `edited` (a person changed it; not the program) and `problem()`, a
sentence when what is typed cannot be kept, else "". None stands for "left empty".
"""

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from pug_desktop.ui import style

MAX_NUMBER = 999_999_999_999_999
"""Fifteen digits: more than any budget in rupiah, less than SQLite's 63 bits."""


class TextInput(QLineEdit):
    """One line of text; blanks around it do not count.

    Signals:
        edited: a person changed it.
    """

    edited = Signal()

    def __init__(self, name: str = "", parent: QWidget | None = None, *, hint: str = "", limit: int = 500) -> None:
        """`name` is what a screen reader says; `hint` stands in the empty line."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setMaxLength(limit)
        self.textEdited.connect(self._typed)

    def value(self) -> str | None:
        """The text without blanks around it, None when empty."""
        return self.text().strip() or None

    def set_value(self, value: object) -> None:
        """Show a text; the cursor stays at the start, so that the beginning of a long one is seen."""
        if value != self.value() or self.text() != str(value or ""):
            self.setText("" if value is None else str(value))
            self.setCursorPosition(0)
        self._look()

    def problem(self) -> str:
        """Text is never wrong."""
        return ""

    def _typed(self, _text: str) -> None:
        self._look()
        self.edited.emit()

    def _look(self) -> None:
        wrong = bool(self.problem())
        if bool(self.property("wrong")) != wrong:
            style.mark(self, "wrong", wrong)


class LongTextInput(QPlainTextEdit):
    """Several lines of text; Tab goes on to the next input.

    Signals:
        edited: a person changed it.
    """

    edited = Signal()

    def __init__(self, name: str = "", parent: QWidget | None = None, *, lines: int = 3, hint: str = "") -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 24)
        self.textChanged.connect(self.edited)

    def value(self) -> str | None:
        """The text without blanks around it, None when empty."""
        return self.toPlainText().strip() or None

    def set_value(self, value: object) -> None:
        """Show a text."""
        text = "" if value is None else str(value)
        if text.strip() != self.toPlainText().strip():
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)

    def problem(self) -> str:
        """Text is never wrong."""
        return ""


class NumberInput(TextInput):
    """A whole number of 0 or more, shown with thousands dots, right aligned."""

    def __init__(
        self,
        name: str = "",
        parent: QWidget | None = None,
        *,
        smallest: int = 0,
        largest: int = MAX_NUMBER,
        grouped: bool = True,
    ) -> None:
        """`grouped`: with thousands dots; a year has none."""
        super().__init__(name, parent, limit=24)
        self._smallest, self._largest, self._grouped = smallest, largest, grouped
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * 24)

    def value(self) -> int | None:  # type: ignore[override]
        """The number; None when empty or wrong."""
        digits = self._digits()
        if not digits or self.problem():
            return None
        return int(digits)

    def set_value(self, value: object) -> None:
        """Show a number."""
        shown = "" if value is None else self._shown(int(str(value)))
        if shown != self.text():
            self.setText(shown)
        self._look()

    def problem(self) -> str:
        """Why what is typed is no number of the range."""
        digits = self._digits()
        if not digits:
            return ""
        if not re.fullmatch(r"[0-9]+", digits):
            return self.tr("Tulis angka bulat saja, misalnya 1.250.")
        if not self._smallest <= int(digits) <= self._largest:
            return self.tr("Tulis angka dari {smallest} sampai {largest}.").format(
                smallest=self._shown(self._smallest), largest=self._shown(self._largest)
            )
        return ""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: write the thousands dots when the input is left."""
        if self.text() and not self.problem():
            self.set_value(self.value())
        super().focusOutEvent(event)

    def _digits(self) -> str:
        # A dot only as a thousands dot: "1.5" is a mistake, not 15.
        text = self.text().strip().removeprefix("Rp").strip()
        return text.replace(".", "") if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{3})*", text) else text

    def _shown(self, number: int) -> str:
        return f"{number:,}".replace(",", ".") if self._grouped else str(number)


class RupiahInput(NumberInput):
    """An amount in whole rupiah, with "Rp" before it."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._prefix = QLabel("Rp", self)
        self._prefix.setProperty("muted", True)
        self._prefix.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._prefix.move(10, 7)
        self.setTextMargins(self.fontMetrics().horizontalAdvance("Rp "), 0, 0, 0)


class DecimalInput(TextInput):
    """A decimal number with a comma, such as 91,25; its value is text with a point, "91.25"."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent, limit=12)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * 16)

    def value(self) -> str | None:
        """The number as text with a point; None when empty or wrong."""
        text = self.text().strip().replace(",", ".")
        return None if not text or self.problem() else text

    def set_value(self, value: object) -> None:
        """Show a number given as text with a point."""
        shown = "" if value is None else str(value).replace(".", ",")
        if shown != self.text():
            self.setText(shown)
        self._look()

    def problem(self) -> str:
        """Why what is typed is no decimal number."""
        text = self.text().strip()
        if not text or re.fullmatch(r"[0-9]{1,6}([.,][0-9]{1,4})?", text):
            return ""
        return self.tr("Tulis angka dengan koma, misalnya 91,25.")


class ChoiceInput(QComboBox):
    """One of a list, or nothing; the mouse wheel does not change it while the page scrolls.

    Signals:
        edited: a person chose.
    """

    edited = Signal()

    def __init__(
        self, options: Sequence[tuple[str, str]], name: str = "", parent: QWidget | None = None, *, empty: str = "–"
    ) -> None:
        """`options` are (value, label); `empty` is the label of "nothing chosen"."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.addItem(empty, None)
        for value, text in options:
            self.addItem(text, value)
        self.activated.connect(self._chosen)

    def value(self) -> str | None:
        """The chosen value."""
        data = self.currentData()
        return None if data is None else str(data)

    def set_value(self, value: object) -> None:
        """Choose without telling anybody; an unknown value chooses nothing."""
        self.setCurrentIndex(max(0, self.findData(value)) if value is not None else 0)

    def problem(self) -> str:
        """A choice is never wrong."""
        return ""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt: let the page scroll instead."""
        event.ignore()

    def _chosen(self, _index: int) -> None:
        self.edited.emit()
