"""Whether a meeting is planned, was held, or was called off; with a word where that does not fit its day."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pug_desktop.app.meet import HELD, MeetingView
from pug_desktop.domain.words import labels
from pug_desktop.ui.binder import Binder
from pug_desktop.ui.form_view.inputs import ChoiceInput
from pug_desktop.ui.meeting.facts_tab import Save
from pug_desktop.ui.texts import language

PLANNED = "rencana"


class _States(ChoiceInput):
    """The three states; a meeting of which nobody said anything was held."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(labels("meeting_state", language()), name, parent)
        self.removeItem(0)

    def set_value(self, value: object) -> None:
        """Choose without telling anybody."""
        self.setCurrentIndex(max(0, self.findData(value or HELD)))


class StateInput(QWidget):
    """The state in the head of a meeting's page.

    Attributes:
        hint: a question where the state does not fit the day of the meeting.

    Signals:
        saved, failed: of the state.
    """

    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, save: Save, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        self._save, self._today = save, today
        self._meeting_id = ""
        self.choice = _States(self.tr("Keadaan rapat"), self)
        self.hint = ""
        self.binder = Binder(self._write, self)
        self.binder.saved.connect(self.saved)
        self.binder.failed.connect(self.failed)
        self.binder.tie("state", self.choice)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.choice)

    def show_meeting(self, view: MeetingView) -> None:
        """Show the state of a meeting."""
        self._meeting_id = view.id
        self.binder.load(view.values)
        self.binder.set_read_only(not view.mine)
        self.hint = self._hint_words(view) if view.mine else ""

    def _hint_words(self, view: MeetingView) -> str:
        day, state = view.date.complete, str(view.values.get("state") or HELD)
        if day is not None and state == HELD and day > self._today():
            return self.tr("Tanggal rapat ini belum tiba: pilih “Direncanakan” di atas, supaya belum dihitung.")
        if day is not None and state == PLANNED and day < self._today():
            return self.tr("Tanggal rapat ini sudah lewat: pilih “Terlaksana” atau “Batal” di atas.")
        return ""

    def _write(self, field: str, value: object) -> object:
        return self._save("meeting", self._meeting_id, {field: value})
