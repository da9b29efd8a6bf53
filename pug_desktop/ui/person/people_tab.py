"""Everybody who is known at the left, the chosen one with the meetings he came to at the right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from pug_desktop.app import doubles, people
from pug_desktop.app.people import Entry, Presence
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.words import label
from pug_desktop.errors import PugError
from pug_desktop.ui import icons, parts
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.person.lines import fact_line
from pug_desktop.ui.person.presenter import facts
from pug_desktop.ui.rows_model import Column, RowsModel, RowsTable
from pug_desktop.ui.texts import language

_LETTERS = 62


class PeopleTab(QWidget):
    """The register across all meetings.

    Signals:
        opened_meeting: the id of a meeting that shall be shown.
        changed: something was entered.
    """

    opened_meeting = Signal(str)
    changed = Signal()

    def __init__(self, workspace: Workspace, ask: Ask, parent: QWidget) -> None:
        super().__init__(parent)
        self._ws, self._ask = workspace, ask
        self._rows: tuple[Entry, ...] = ()
        self.chosen: Entry | None = None
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Cari nama, jabatan, instansi, atau awal NIP…"))
        self.search.setAccessibleName(self.tr("Cari orang"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._filter)
        self.model = RowsModel(
            [
                Column(self.tr("Nama"), lambda row: row.name, width=230),
                Column(self.tr("Instansi"), lambda row: row.office_name, width=0),
                Column(self.tr("L/P"), lambda row: row.sex or ""),
                Column(
                    self.tr("Hadir"),
                    lambda row: row.times,
                    number=True,
                    tip=lambda _row: self.tr("Berapa kali tercatat pada daftar hadir"),
                ),
            ],
            self,
        )
        self.table = RowsTable(self.model, self.tr("Daftar orang"), self)
        self.table.chosen.connect(self._show)
        self.empty = parts.EmptyPage(
            "users",
            self.tr("Belum ada orang"),
            self.tr("Nama peserta dari daftar hadir muncul di sini dengan sendirinya. Isi daftar hadir sebuah rapat."),
            parent=self,
        )
        self._build()

    def refresh(self) -> None:
        """Read the register again; who was chosen stays chosen."""
        key = self.chosen.key if self.chosen else None
        self._rows = people.entries(self._ws)
        self._filter()
        self._stack.setCurrentWidget(self._full if self._rows else self.empty)
        self._show(next((each for each in self._rows if each.key == key), self._rows[0] if self._rows else None))

    def choose(self, key: str) -> None:
        """Show one person."""
        self._show(next((each for each in self._rows if each.key == key or key in each.linked), self.chosen))

    def _filter(self) -> None:
        wanted = self.search.text()
        self.model.set_rows([each for each in self._rows if people.matches(each, wanted)])

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(parts.GAP)
        left.addWidget(self.search)
        left.addWidget(self.table, 1)
        self.card = parts.Card(self)
        self.heading = parts.label("", "heading", self.card)
        self.merged = parts.label("", "muted small", self.card)
        self.card.body.addWidget(self.heading)
        self.card.body.addWidget(self.merged)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(2)
        self.card.body.addLayout(self._facts)
        self.enter = parts.button(self.tr("Catat sebagai orang"), "plus", parent=self.card)
        self.enter.setToolTip(self.tr("Menghubungkan semua baris dengan nama dan instansi ini ke satu orang"))
        self.enter.clicked.connect(self._enter)
        self.card.body.addLayout(parts.row(self.enter, None))
        came = parts.label(self.tr("Rapat yang dihadiri"), "strong", self.card)
        self.card.body.addWidget(came)
        self.meetings = RowsModel(
            [
                Column(self.tr("Tanggal"), lambda row: row.meeting.date_text, sort=lambda row: row.meeting.sort_key),
                Column(self.tr("Rapat"), lambda row: row.meeting.title or row.meeting.kind_label, width=0),
                Column(self.tr("Peran"), self._role),
            ],
            self,
        )
        self.came_table = RowsTable(self.meetings, self.tr("Rapat yang dihadiri"), self.card)
        self.came_table.opened.connect(self._open)
        self.came_table.setToolTip(self.tr("Enter atau klik ganda membuka rapat"))
        self.card.body.addWidget(self.came_table, 1)
        self.card.setFixedWidth(self.fontMetrics().averageCharWidth() * _LETTERS)
        self._full = QWidget(self)
        across = QHBoxLayout(self._full)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(parts.GAP)
        across.addLayout(left, 1)
        across.addWidget(self.card)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._full)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, parts.GAP, 0, 0)
        layout.addWidget(self._stack)

    def _role(self, row: Presence) -> str:
        return label("attendance_role", row.role, language()) if row.role else ""

    def _show(self, row: object) -> None:
        if not isinstance(row, Entry):
            return
        self.chosen = row
        self.heading.setText(row.name)
        if row.person_id is None:
            words = self.tr("Hanya nama pada daftar hadir; belum dicatat sebagai orang.")
        elif len(row.linked) > 1:
            words = self.tr("Gabungan dari {number} catatan.").format(number=len(row.linked))
        else:
            words = self.tr("Tercatat sebagai orang.")
        self.merged.setText(words)
        self.enter.setVisible(row.person_id is None and row.own > 0)
        parts.clear(self._facts)
        for name, value in facts(row, language(), self._fact_names()):
            self._facts.addWidget(fact_line(name, value, self.card))
        self.meetings.set_rows(people.came_to(self._ws, row, language()))

    def _fact_names(self) -> dict[str, str]:
        return {
            "position": self.tr("Jabatan"),
            "office": self.tr("Instansi"),
            "type": self.tr("Jenis instansi"),
            "sex": self.tr("Jenis kelamin"),
            "nip": self.tr("NIP"),
            "phone": self.tr("Telepon"),
        }

    def _enter(self) -> None:
        if self.chosen is None:
            return
        try:
            made = doubles.enter(self._ws, self.chosen.key)
        except PugError as error:
            self._ask.tell(error)
            return
        self.changed.emit()
        self.choose(made)

    def _open(self, row: object) -> None:
        if isinstance(row, Presence):
            self.opened_meeting.emit(row.meeting.id)
