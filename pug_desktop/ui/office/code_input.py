"""The field for the thirty digits of a Kode Keamanan: it groups them, and says nothing before the end."""

import re

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLineEdit, QWidget

from pug_desktop.ui import style

GROUPS, GROUP_DIGITS = 6, 5
DIGITS = GROUPS * GROUP_DIGITS


def grouped(text: str) -> str:
    """The digits of a text, at most thirty, in groups of five."""
    digits = "".join(re.findall(r"[0-9]", text))[:DIGITS]
    return " ".join(digits[start : start + GROUP_DIGITS] for start in range(0, len(digits), GROUP_DIGITS))


class CodeInput(QLineEdit):
    """Six groups of five digits; blanks come by themselves, all other characters are dropped.

    Signals:
        changed: the text is another one.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(" ".join(["00000"] * GROUPS))
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF())
        self.setFont(font)
        wide = self.fontMetrics().horizontalAdvance("0" * (DIGITS + GROUPS - 1))
        self.setMinimumWidth(wide + 4 * style.GRID)
        self.setMaximumWidth(wide + 8 * style.GRID)
        self.textEdited.connect(self._group)

    def code(self) -> str | None:
        """The code once all six groups are there, None before."""
        digits = self.text().replace(" ", "")
        return self.text() if len(digits) == DIGITS else None

    def _group(self, text: str) -> None:
        at_the_end = self.cursorPosition() == len(text)
        digits_before = len(re.findall(r"[0-9]", text[: self.cursorPosition()]))
        self.setText(grouped(text))
        if not at_the_end:
            # Where the cursor stood, counted in digits.
            place = digits_before + max(0, (digits_before - 1) // GROUP_DIGITS)
            self.setCursorPosition(min(place, len(self.text())))
        self.changed.emit()
