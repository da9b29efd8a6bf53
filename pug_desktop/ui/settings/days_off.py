"""Hari libur: the national holidays of a year, and the days that this office adds or takes away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from pug_desktop.app import days_off
from pug_desktop.app.days_off import DayRow
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.dates import date_words, parse_date
from pug_desktop.errors import PugError
from pug_desktop.ui import parts
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.form_view.dates import DateInput
from pug_desktop.ui.form_view.inputs import TextInput
from pug_desktop.ui.rows_model import Column, RowsModel, RowsTable
from pug_desktop.ui.texts import language

YEARS_AHEAD = 3


class DaysOffView(QWidget):
    """A table of the days off of a year, with a line below it to enter one more.

    Signals:
        closed: back to the page.
        saved: what app.days_off returned.
        removed: a sentence that says what was taken out, for the bar with "Urungkan".
    """

    closed = Signal()
    saved = Signal(object)
    removed = Signal(str)

    def __init__(self, workspace: Workspace, ask: Ask, parent: QWidget) -> None:
        super().__init__(parent)
        self._ws = workspace
        self._ask = ask
        self.back = parts.button(self.tr("Kembali ke Pengaturan"), "chevron-left", "quiet", self)
        self.back.clicked.connect(self.closed)
        self.year = QComboBox(self)
        self.year.setAccessibleName(self.tr("Tahun"))
        first = self._ws.today.year - 1
        for year in range(first, first + YEARS_AHEAD + 2):
            self.year.addItem(str(year), year)
        self.year.setCurrentIndex(1)
        self.year.activated.connect(self.refresh)
        self.remove = parts.button(self.tr("Hapus baris"), "trash", parent=self)
        self.remove.clicked.connect(self._remove)
        self._rows = RowsModel(
            [
                Column(self.tr("Hari"), _day, text=self._day_words, width=260),
                Column(self.tr("Nama"), _name, width=0, tip=_name),
                Column(self.tr("Keadaan"), _working, text=self._working_words, width=160),
                Column(self.tr("Asal"), _own, text=self._own_words, width=170),
            ],
            self,
        )
        self.table = RowsTable(self._rows, self.tr("Hari libur"), self)
        self.table.chosen.connect(self._choose)
        self.day = DateInput(self.tr("Tanggal"), self)
        self.name = TextInput(self.tr("Nama hari"), self, hint=self.tr("mis. Cuti bersama Natal"), limit=120)
        self.working = QCheckBox(self.tr("Hari kerja"), self)
        self.working.setToolTip(self.tr("Centang bila kantor ini tetap bekerja pada hari libur nasional itu."))
        self.working.setAccessibleDescription(self.working.toolTip())
        self.add = parts.button(self.tr("Tambahkan"), "plus", "primary", self)
        self.add.clicked.connect(self._add)
        self.problem = parts.label("", "warn small", self)
        self._build()

    def refresh(self, *_: object) -> None:
        """Load everything anew."""
        row = max(0, self.table.currentIndex().row())
        found = days_off.days(self._ws, int(self.year.currentData()), language())
        self._rows.set_rows(found)
        self.table.selectRow(min(row, len(found) - 1))
        self._choose(self.table.current_row())

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        heading = parts.label(self.tr("Hari libur"), "heading", self, wrap=False)
        layout.addLayout(parts.row(self.back, heading, None, self.year, self.remove, spacing=12))
        told = self.tr(
            "Batas waktu tindak lanjut yang jatuh pada hari libur diberi peringatan. Libur nasional sudah ada; cuti "
            "bersama ditetapkan tiap tahun, jadi tambahkan di sini."
        )
        layout.addWidget(parts.label(told, "muted", self))
        layout.addWidget(self.table, 1)
        entry = parts.Card(self)
        line = parts.row(
            parts.field(self.tr("Tanggal"), self.day), parts.field(self.tr("Nama hari"), self.name), spacing=parts.GAP
        )
        line.setStretch(1, 1)
        entry.body.addLayout(line)
        entry.body.addLayout(parts.row(self.working, self.problem, None, self.add))
        layout.addWidget(entry)
        parts.tab_order(self.back, self.year, self.remove, self.table, self.day, self.name, self.working, self.add)

    def _add(self) -> None:
        day = self.day.value()
        if day is None:
            self.problem.setText(self.day.problem() or self.tr("Isi dulu tanggalnya."))
            self.day.setFocus()
            return
        self.problem.setText("")
        try:
            days_off.save_day(self._ws, day, self.name.value() or "", working=self.working.isChecked())
        except PugError as error:
            self._ask.tell(error)
            return
        self.year.setCurrentIndex(max(0, self.year.findData(int(day[:4]))))
        self.day.set_value(None)
        self.name.set_value(None)
        self.working.setChecked(False)
        self.refresh()
        self.day.setFocus()

    def _remove(self) -> None:
        row = self.table.current_row()
        if not isinstance(row, DayRow) or row.id is None:
            return
        try:
            self.saved.emit(days_off.remove_day(self._ws, row.id))
        except PugError as error:
            self._ask.tell(error)
            return
        self.refresh()
        self.removed.emit(self.tr("Hari “{day}” dihapus dari daftar kantor.").format(day=self._day_words(row.day_on)))

    def _choose(self, row: object) -> None:
        self.remove.setEnabled(isinstance(row, DayRow) and row.id is not None)

    def _day_words(self, day_on: object) -> str:
        day = parse_date(str(day_on))
        return date_words(day, language()) if day else str(day_on)

    def _working_words(self, working: object) -> str:
        return self.tr("Hari kerja") if working else self.tr("Libur")

    def _own_words(self, own: object) -> str:
        return self.tr("Ditambahkan kantor") if own else self.tr("Libur nasional")


def _day(row: DayRow) -> str:
    return row.day_on


def _name(row: DayRow) -> str:
    return row.name


def _working(row: DayRow) -> bool:
    return row.working


def _own(row: DayRow) -> bool:
    return row.id is not None
