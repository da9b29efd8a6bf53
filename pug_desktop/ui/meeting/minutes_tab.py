"""Minutes and results: the third tab of a meeting."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pug_desktop.app.meet import MeetingView
from pug_desktop.ui import parts, style
from pug_desktop.ui.binder import Binder
from pug_desktop.ui.form_view.inputs import LongTextInput
from pug_desktop.ui.meeting.entries import EntryList, Slot
from pug_desktop.ui.meeting.facts_tab import Save
from pug_desktop.ui.meeting.inputs import GrowingText, TwoWords


class MinutesTab(QWidget):
    """Opening, discussion, closing and agenda; the numbered results below.

    Signals:
        saved, failed: of a field.
        add_pressed: "agenda_item" or "output".
        remove_pressed: kind and id.
        move_pressed: kind, id and -1 or 1.
        print_pressed: the minutes are wanted on paper.
    """

    saved = Signal(object)
    failed = Signal(object)
    add_pressed = Signal(str)
    remove_pressed = Signal(str, str)
    move_pressed = Signal(str, str, int)
    print_pressed = Signal()

    def __init__(self, save: Save, parent: QWidget) -> None:
        super().__init__(parent)
        self._save = save
        self._meeting_id = ""
        self.binder = Binder(self._write, self)
        self.binder.saved.connect(self.saved)
        self.binder.failed.connect(self.failed)
        self.opening = LongTextInput(self.tr("Pembukaan"), self, lines=2)
        self.discussion = LongTextInput(self.tr("Pembahasan"), self, lines=5)
        self.closing = LongTextInput(self.tr("Penutup"), self, lines=2)
        for field, widget in (
            ("opening", self.opening),
            ("discussion", self.discussion),
            ("closing", self.closing),
        ):
            self.binder.tie(field, widget)
        self.agenda = EntryList(
            [
                Slot("text", self.tr("Acara"), self._text, 2),
                Slot("discussion", self.tr("Yang dibahas"), self._text, 3),
            ],
            self._write_agenda,
            self.tr("Tambah acara"),
            self.tr("Susunan acara belum diisi."),
            self,
        )
        self.results = EntryList(
            [
                Slot("text", self.tr("Hasil"), self._text, 6),
                Slot("expected", self.tr("Keadaan"), self._expected, 1),
            ],
            self._write_result,
            self.tr("Tambah hasil"),
            self.tr("Tulis setiap hasil atau kesepakatan sebagai satu nomor."),
            self,
        )
        self._print = parts.button(self.tr("Cetak notulen"), "print", "", self)
        self._print.clicked.connect(self.print_pressed)
        self._connect()
        self._build()

    def show_meeting(self, view: MeetingView) -> None:
        """Show a meeting; an input in which somebody types is left alone."""
        self._meeting_id = view.id
        self.binder.load(view.values)
        self.binder.set_read_only(not view.mine)
        for entries, rows in ((self.agenda, view.agenda), (self.results, view.outputs)):
            entries.set_read_only(not view.mine)
            entries.show_entries(rows)

    def _connect(self) -> None:
        for entries in (self.agenda, self.results):
            entries.saved.connect(self.saved)
            entries.failed.connect(self.failed)
        self.agenda.add_pressed.connect(self._add_agenda)
        self.agenda.remove_pressed.connect(self._remove_agenda)
        self.agenda.move_pressed.connect(self._move_agenda)
        self.results.add_pressed.connect(self._add_result)
        self.results.remove_pressed.connect(self._remove_result)
        self.results.move_pressed.connect(self._move_result)

    def _build(self) -> None:
        scroll = parts.ScrollColumn(self)
        scroll.body.setContentsMargins(0, parts.GAP, style.GRID, parts.GAP)
        minutes = parts.Card(self, self.tr("Notulen"))
        said = QVBoxLayout()
        said.setSpacing(style.GRID)
        for each in (self.opening, self.discussion, self.closing):
            said.addLayout(parts.field(each.accessibleName(), each))
        said.addStretch(1)
        agenda = QVBoxLayout()
        agenda.setSpacing(4)
        agenda.addWidget(parts.label(self.tr("Susunan acara"), "field", self))
        agenda.addWidget(self.agenda)
        agenda.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(parts.GAP)
        columns.addLayout(said, 1)
        columns.addLayout(agenda, 1)
        minutes.body.addLayout(columns)
        results = parts.Card(self)
        results.body.addLayout(parts.row(parts.label(self.tr("Hasil rapat"), "heading", wrap=False), None, self._print))
        results.body.addWidget(self.results)
        scroll.body.addWidget(minutes)
        scroll.body.addWidget(results)
        scroll.body.addStretch(1)
        parts.tab_order(self.opening, self.discussion, self.closing, self.agenda, self._print, self.results)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def _text(self, name: str, parent: QWidget) -> QWidget:
        return GrowingText(name, parent)

    def _expected(self, name: str, parent: QWidget) -> QWidget:
        made = TwoWords(self.tr("Disepakati"), self.tr("Diharapkan"), name, parent)
        made.setMinimumContentsLength(9)
        return made

    def _write(self, field: str, value: object) -> object:
        return self._save("meeting", self._meeting_id, {field: value})

    def _write_agenda(self, record_id: str, field: str, value: object) -> object:
        return self._save("agenda_item", record_id, {field: value})

    def _write_result(self, record_id: str, field: str, value: object) -> object:
        return self._save("output", record_id, {field: value})

    def _add_agenda(self) -> None:
        self.add_pressed.emit("agenda_item")

    def _remove_agenda(self, record_id: str) -> None:
        self.remove_pressed.emit("agenda_item", record_id)

    def _move_agenda(self, record_id: str, way: int) -> None:
        self.move_pressed.emit("agenda_item", record_id, way)

    def _add_result(self) -> None:
        self.add_pressed.emit("output")

    def _remove_result(self, record_id: str) -> None:
        self.remove_pressed.emit("output", record_id)

    def _move_result(self, record_id: str, way: int) -> None:
        self.move_pressed.emit("output", record_id, way)
