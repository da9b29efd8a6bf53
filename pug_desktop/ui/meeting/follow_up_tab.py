"""What is still to be done after a meeting: the fourth tab."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pug_desktop.app.meet import MeetingView
from pug_desktop.domain.dates import number_words, parse_date, short_date_words
from pug_desktop.ui import parts, style
from pug_desktop.ui.form_view.dates import DateInput
from pug_desktop.ui.form_view.inputs import ChoiceInput, TextInput
from pug_desktop.ui.meeting.entries import EntryList, Remark, Slot
from pug_desktop.ui.meeting.facts_tab import Save
from pug_desktop.ui.meeting.inputs import GrowingText, OfficeInput
from pug_desktop.ui.meeting.remarks import overdue_days
from pug_desktop.ui.texts import language


class FollowUpTab(QWidget):
    """Who does what until when, and how far it is.

    Signals:
        saved, failed: of a field.
        add_pressed: one more.
        remove_pressed: an id.
    """

    saved = Signal(object)
    failed = Signal(object)
    add_pressed = Signal()
    remove_pressed = Signal(str)

    def __init__(
        self, save: Save, suggest_offices: Callable[[str], list[str]], today: Callable[[], date], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._save = save
        self._suggest = suggest_offices
        self._today = today
        self.entries = EntryList(
            [
                Slot("text", self.tr("Tindak lanjut"), self._text, 6),
                Slot("person_name", self.tr("Penanggung jawab"), TextInput, 3),
                Slot("office_name", self.tr("Instansi"), self._office, 3),
                Slot("due_on", self.tr("Batas waktu"), DateInput, 3),
                Slot("state", self.tr("Keadaan"), self._state, 2),
            ],
            self._write,
            self.tr("Tambah tindak lanjut"),
            self.tr("Belum ada tindak lanjut. Tulis siapa mengerjakan apa sampai kapan; Beranda akan mengingatkan."),
            self,
            ordered=False,
            remark=self._remark,
        )
        self.entries.saved.connect(self.saved)
        self.entries.failed.connect(self.failed)
        self.entries.add_pressed.connect(self.add_pressed)
        self.entries.remove_pressed.connect(self.remove_pressed)
        scroll = parts.ScrollColumn(self)
        scroll.body.setContentsMargins(0, parts.GAP, style.GRID, parts.GAP)
        card = parts.Card(self, self.tr("Tindak lanjut rapat"))
        card.body.addWidget(self.entries)
        scroll.body.addWidget(card)
        scroll.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def show_meeting(self, view: MeetingView) -> None:
        """Show a meeting; an input in which somebody types is left alone."""
        self.entries.set_read_only(not view.mine)
        self.entries.show_entries(view.follow_ups)

    def _remark(self, values: Mapping[str, object]) -> Remark:
        due, state = values.get("due_on"), values.get("state")
        late = overdue_days(str(due) if due else None, str(state) if state else None, self._today())
        if late:
            return Remark(self.tr("Terlambat {n} hari.").format(n=number_words(late)), "bad")
        done = parse_date(str(values.get("done_on") or ""))
        if done is not None and state == "selesai":
            return Remark(self.tr("Selesai {day}.").format(day=short_date_words(done, language())))
        return Remark("")

    def _text(self, name: str, parent: QWidget) -> QWidget:
        return GrowingText(name, parent)

    def _office(self, name: str, parent: QWidget) -> QWidget:
        return OfficeInput(name, parent, self._suggest)

    def _state(self, name: str, parent: QWidget) -> QWidget:
        states = [
            ("belum", self.tr("Belum")),
            ("proses", self.tr("Proses")),
            ("selesai", self.tr("Selesai")),
            ("batal", self.tr("Batal")),
        ]
        made = ChoiceInput(states, name, parent)
        made.setMinimumContentsLength(7)
        return made

    def _write(self, record_id: str, field: str, value: object) -> object:
        return self._save("follow_up", record_id, {field: value})
