"""Inputs that only the meeting page has: time of day, yes or no as two words, a date known in part."""

import re
from collections.abc import Callable

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from pug_desktop.domain.dates import MONTHS, WEEKDAYS, date_words
from pug_desktop.ui import parts, style
from pug_desktop.ui.form_view.dates import DateInput
from pug_desktop.ui.form_view.inputs import ChoiceInput, LongTextInput, NumberInput, TextInput
from pug_desktop.ui.meeting.held import Held, held_of, held_on, needs_parts, partial_date, whole_day
from pug_desktop.ui.texts import language

_AS_NEEDED = Qt.ScrollBarPolicy.ScrollBarAsNeeded
_PADDING = 12


class TimeInput(TextInput):
    """A time of day; typed as 9, 9.30 or 09:30, kept as "09:30", shown as "09.30"."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent, hint=self.tr("jam, mis. 09.00"), limit=8)
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * 18)
        self.editingFinished.connect(self._write_out)

    def value(self) -> str | None:
        """HH:MM; None when empty or wrong."""
        read = _read_time(self.text())
        return f"{read[0]:02}:{read[1]:02}" if read else None

    def set_value(self, value: object) -> None:
        """Show a time; one that another program wrote in its own way is shown as it is."""
        super().set_value(str(value).replace(":", ".") if value else None)

    def problem(self) -> str:
        """Why what is typed is no time."""
        if not self.text().strip() or _read_time(self.text()):
            return ""
        return self.tr("Tulis jam seperti 09.00 atau 13.30.")

    def _write_out(self) -> None:
        if self.value():
            self.set_value(self.value())


def _read_time(text: str) -> tuple[int, int] | None:
    found = re.fullmatch(r"(\d{1,2})(?:[.:](\d{2}))?(?:\s*(?:wib|wita|wit))?", text.strip().lower())
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return (hour, minute) if hour < 24 and minute < 60 else None


class TwoWords(ChoiceInput):
    """A yes or no that reads as two words, such as "Disepakati" and "Diharapkan"."""

    def __init__(self, no: str, yes: str, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__([("yes", yes)], name, parent, empty=no)

    def value(self) -> bool:  # type: ignore[override]
        """Whether the second word is chosen."""
        return super().value() == "yes"

    def set_value(self, value: object) -> None:
        """Choose without telling anybody."""
        super().set_value("yes" if value else None)


class GrowingText(LongTextInput):
    """Text that is as high as what stands in it, from one line to six."""

    MOST_LINES = 6

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent, lines=1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self, *_: object) -> None:
        # The layout of a plain text counts in lines, not in pixels.
        lines = max(1, round(self.document().size().height()))
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if lines <= self.MOST_LINES else _AS_NEEDED
        self.setVerticalScrollBarPolicy(policy)
        # Around the lines: the padding and border of the style sheet and the margin of the document.
        around = 2 * round(self.document().documentMargin()) + _PADDING
        self.setFixedHeight(self.fontMetrics().lineSpacing() * min(lines, self.MOST_LINES) + around)


class LinesInput(LongTextInput):
    """A list of short texts, one a line."""

    def value(self) -> list[str] | None:  # type: ignore[override]
        """The lines that hold something; None when none does."""
        return [line.strip() for line in self.toPlainText().splitlines() if line.strip()] or None

    def set_value(self, value: object) -> None:
        """Show a list of texts."""
        super().set_value("\n".join(str(each) for each in value) if isinstance(value, list | tuple) else value)


class OfficeInput(TextInput):
    """The name of an office, completed from those already known."""

    def __init__(self, name: str, parent: QWidget, suggest: Callable[[str], list[str]]) -> None:
        """`suggest` gives the known names that fit what is typed so far."""
        super().__init__(name, parent)
        complete_with(self, suggest)


class Suggester(QCompleter):
    """Offers names while somebody types; asks for them anew at each key."""

    def __init__(self, line: TextInput, suggest: Callable[[str], list[str]]) -> None:
        self._names = QStringListModel()
        super().__init__(self._names, line)
        self._names.setParent(self)
        self._line = line
        self._suggest = suggest
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(8)
        line.textEdited.connect(self._typed)
        self.activated.connect(line.edited)

    def _typed(self, text: str) -> None:
        self._names.setStringList(self._suggest(text) if len(text.strip()) > 1 else [])


def complete_with(line: TextInput, suggest: Callable[[str], list[str]]) -> None:
    """Let a line offer names."""
    line.setCompleter(Suggester(line, suggest))


class HeldInput(QWidget):
    """The day of a meeting: a whole date, or the parts that a source tells.

    Signals:
        edited: a person changed it.
    """

    edited = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        lang = language()
        self._mode = parts.Segments(
            [("whole", self.tr("Tanggal lengkap")), ("parts", self.tr("Sebagian saja"))],
            self.tr("Tanggal diketahui"),
            self,
        )
        self._mode.edited.connect(self._switched)
        self.whole = DateInput(self.tr("Tanggal rapat"), self)
        self.weekday = ChoiceInput(
            [(str(number), name) for number, name in enumerate(WEEKDAYS[lang])],
            self.tr("Hari"),
            empty=self.tr("hari ?"),
        )
        self.day = NumberInput(self.tr("Tanggal"), smallest=1, largest=31, grouped=False)
        self.day.setPlaceholderText(self.tr("tgl ?"))
        self.month = ChoiceInput(
            [(str(number), name) for number, name in enumerate(MONTHS[lang], 1)],
            self.tr("Bulan"),
            empty=self.tr("bulan ?"),
        )
        self.year = NumberInput(self.tr("Tahun"), smallest=1945, largest=2200, grouped=False)
        self.year.setPlaceholderText(self.tr("tahun ?"))
        self._words = parts.label("", "muted small", self)
        self._stack = QStackedWidget(self)
        self._build()
        for each in (self.whole, self.weekday, self.day, self.month, self.year):
            each.edited.connect(self._changed)
        self._kept: Held = held_of({})
        self.set_value(self._kept)

    def value(self) -> Held:
        """Year, month, day and weekday; while something typed cannot be kept, what was there before."""
        if self.problem():
            return dict(self._kept)
        told = self._told_parts()
        # Going over to "whole date" without typing one must not forget the parts that a source tells.
        if self._mode.value() == "parts" or (self.whole.value() is None and needs_parts(told)):
            return told
        return held_on(self.whole.value())

    def set_value(self, value: object) -> None:
        """Show the four parts, as a whole date when they make one."""
        held = held_of(value) if isinstance(value, dict) else held_of({})
        self._kept = held
        day = whole_day(held)
        self._mode.set_value("parts" if needs_parts(held) else "whole")
        self._stack.setCurrentIndex(1 if needs_parts(held) else 0)
        self.whole.set_value(day.isoformat() if day else None)
        self._fill_parts(held)
        self._say()

    def problem(self) -> str:
        """Why what is typed is no date."""
        inputs = (self.whole,) if self._mode.value() == "whole" else (self.day, self.year)
        return next((text for each in inputs if (text := each.problem())), "")

    def setReadOnly(self, on: bool) -> None:
        """As for a line edit."""
        self._mode.setEnabled(not on)
        self._stack.setEnabled(not on)

    def _build(self) -> None:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(style.GRID)
        for each, width in ((self.weekday, 10), (self.day, 7), (self.month, 13), (self.year, 9)):
            each.setMinimumWidth(each.fontMetrics().averageCharWidth() * width)
            if isinstance(each, ChoiceInput):
                each.setMinimumContentsLength(7)
            line.addWidget(each, 2 if isinstance(each, ChoiceInput) else 1)
        self._stack.addWidget(self.whole)
        self._stack.addWidget(row)
        self._stack.setFixedHeight(max(self.whole.sizeHint().height(), row.sizeHint().height()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.GRID)
        layout.addWidget(self._mode)
        layout.addWidget(self._stack)
        layout.addWidget(self._words)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: the cursor goes on to the date; a focus proxy would hide the buttons above it from Tab."""
        self._stack.currentWidget().setFocus(event.reason())

    def _fill_parts(self, held: Held) -> None:
        self.year.set_value(held["year"])
        self.day.set_value(held["day"])
        self.month.set_value(None if held["month"] is None else str(held["month"]))
        self.weekday.set_value(None if held["weekday"] is None else str(held["weekday"]))

    def _switched(self) -> None:
        to_parts = self._mode.value() == "parts"
        if to_parts:
            self._fill_parts(held_on(self.whole.value()))
        else:
            day = whole_day(self._told_parts())
            self.whole.set_value(day.isoformat() if day else None)
        self._stack.setCurrentIndex(1 if to_parts else 0)
        self._stack.currentWidget().setFocus()
        self._changed()

    def _told_parts(self) -> Held:
        weekday, month = self.weekday.value(), self.month.value()
        return {
            "year": self.year.value(),
            "month": int(month) if month else None,
            "day": self.day.value(),
            "weekday": int(weekday) if weekday else None,
        }

    def _changed(self) -> None:
        self._say()
        self.edited.emit()

    def _say(self) -> None:
        problem = self.problem()
        style.mark(self._words, "bad", bool(problem))
        held = self.value()
        empty = all(part is None for part in held.values())
        words = self.tr("Tanggal belum diisi.") if empty else date_words(partial_date(held), language())
        self._words.setText(problem or words)
