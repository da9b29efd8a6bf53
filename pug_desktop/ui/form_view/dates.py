"""A date that may be empty: typed in several ways, or picked from a calendar."""

import re
from datetime import date

from PySide6.QtCore import QDate, QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from pug_desktop.domain.dates import MONTHS
from pug_desktop.ui import icons
from pug_desktop.ui.form_view.inputs import TextInput
from pug_desktop.ui.texts import language

_AROUND = 26
"""Padding and border of the style sheet, and the margin that Qt leaves beside the cursor."""


def read_date(text: str) -> date | None:
    """The date meant by "30/6/2022", "30-06-2022", "30 Juni 2022" or "2022-06-30"; None when it is none."""
    text = text.strip()
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text):
        year, month, day = (int(part) for part in found.groups())
    elif found := re.fullmatch(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})", text):
        day, month, year = (int(part) for part in found.groups())
    elif found := re.fullmatch(r"(\d{1,2})\s+([A-Za-z]{3,})\s+(\d{4})", text):
        day, month, year = int(found[1]), _month(found[2].lower()), int(found[3])
    else:
        return None
    try:
        return date(year, month, day) if 1900 <= year <= 2200 else None
    except ValueError:
        return None


def write_date(day: date) -> str:
    """The date as "30 Juni 2022", the month in the language of the window."""
    return f"{day.day} {MONTHS[language()][day.month - 1]} {day.year}"


def _month(word: str) -> int:
    for names in MONTHS.values():
        for number, name in enumerate(names, 1):
            if name.lower().startswith(word) or (len(word) > 3 and word.startswith(name.lower())):
                return number
    return 0


class _DateLine(TextInput):
    """The line in which a date is typed; writes it out when left."""

    def problem(self) -> str:
        """Why what is typed is no date."""
        if not self.text().strip() or read_date(self.text()):
            return ""
        return self.tr("Tulis tanggal seperti 30/06/2022 atau 30 Juni 2022.")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: write the date out when the line is left."""
        if (day := read_date(self.text())) is not None:
            self.setText(write_date(day))
        super().focusOutEvent(event)


class DateInput(QWidget):
    """A date as ISO text, or None.

    Signals:
        edited: a person changed it.
    """

    edited = Signal()

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = _DateLine(name, self, hint=self.tr("tgl/bln/tahun"), limit=30)
        self._line.edited.connect(self.edited)
        self._pick = QToolButton(self)
        self._pick.setIcon(icons.icon("calendar"))
        self._pick.setToolTip(self.tr("Pilih dari kalender"))
        self._name_pick(name)
        self._pick.clicked.connect(self._open)
        self._popup: QFrame | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._line, 1)
        layout.addWidget(self._pick)
        self._fit()
        self.setFocusProxy(self._line)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: room for the longest date in whatever size of letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        longest = max(self.fontMetrics().horizontalAdvance(write_date(date(2000, month, 30))) for month in range(3, 13))
        self._line.setMinimumWidth(longest + _AROUND)

    def setAccessibleName(self, name: str) -> None:
        """Qt: the name belongs to the line that is typed in."""
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)
        self._name_pick(name)

    def _name_pick(self, name: str) -> None:
        self._pick.setAccessibleName(": ".join(part for part in (self.tr("Pilih dari kalender"), name) if part))

    def setReadOnly(self, on: bool) -> None:
        """As for a line edit."""
        self._line.setReadOnly(on)
        self._pick.setVisible(not on)

    def value(self) -> str | None:
        """ISO text; None when empty or wrong."""
        day = read_date(self._line.text())
        return day.isoformat() if day else None

    def set_value(self, value: object) -> None:
        """Show a date given as ISO text."""
        day = read_date(str(value)) if value else None
        self._line.set_value(write_date(day) if day else None)

    def problem(self) -> str:
        """Why what is typed is no date."""
        return self._line.problem()

    def _open(self) -> None:
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(popup)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        if (day := read_date(self._line.text())) is not None:
            calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        layout = QVBoxLayout(popup)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(calendar)
        calendar.clicked.connect(self._picked)
        calendar.activated.connect(self._picked)
        popup.move(self.mapToGlobal(QPoint(0, self.height())))
        self._popup = popup
        popup.show()
        calendar.setFocus()

    def _picked(self, day: QDate) -> None:
        if self._popup is not None:
            self._popup.close()
            self._popup = None
        self._line.set_value(write_date(date(day.year(), day.month(), day.day())))
        self._line.setFocus()
        self.edited.emit()
