"""The devices that are known here: whose they are, whether their cards hold, and what can be done about one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pug_desktop.app.enrol import DeviceRow
from pug_desktop.domain.words import label
from pug_desktop.ui import parts, style
from pug_desktop.ui.carry.amounts import short_moment_words
from pug_desktop.ui.rows_model import Column, RowsModel, RowsTable
from pug_desktop.ui.texts import language

MOST_ROWS = 8


class DeviceList(QWidget):
    """The table, and below it the chosen device.

    Attributes:
        table: the devices.
        code, written, revoke: the buttons of the chosen one.

    Signals:
        code_wanted, written_wanted, revoke_wanted: with the row.
    """

    code_wanted = Signal(object)
    written_wanted = Signal(object)
    revoke_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._chosen: DeviceRow | None = None
        self.model = RowsModel(
            [
                Column(self.tr("Kantor"), _office, width=0, tip=_office),
                Column(self.tr("Tingkat"), _role, width=None),
                Column(self.tr("Pemegang"), _holder, width=110, tip=_holder),
                Column(self.tr("Kartu kunci"), self._state, width=150, tip=self._state),
                Column(self.tr("Diberikan"), _issued_at, text=_moment, width=110),
            ],
            self,
        )
        self.table = RowsTable(self.model, self.tr("Perangkat yang dikenal"), self)
        self.table.chosen.connect(self._choose)
        self._about = parts.label("", "muted small", self)
        self._about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.code = parts.button(self.tr("Lihat kode keamanan"), "key", "", self)
        self.written = parts.button(self.tr("Perubahan dari perangkat ini…"), "undo", "", self)
        self.revoke = parts.button(self.tr("Cabut kartu kunci…"), "close", "danger", self)
        self.code.clicked.connect(lambda: self.code_wanted.emit(self._chosen))
        self.written.clicked.connect(lambda: self.written_wanted.emit(self._chosen))
        self.revoke.clicked.connect(lambda: self.revoke_wanted.emit(self._chosen))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.GRID)
        layout.addWidget(parts.label(self.tr("Perangkat yang dikenal"), "heading", self))
        layout.addWidget(self.table)
        layout.addWidget(self._about)
        layout.addLayout(parts.row(self.code, self.written, self.revoke, None))
        self._choose(None)

    def show_rows(self, rows: Sequence[DeviceRow]) -> None:
        """Show these devices; the chosen one stays chosen."""
        chosen = self._chosen.device_id if self._chosen else None
        self.model.set_rows(rows)
        self.setVisible(bool(rows))
        shown = min(len(rows), MOST_ROWS) + 1
        self.table.setFixedHeight(shown * self.table.verticalHeader().defaultSectionSize() + 2 * style.GRID)
        self._choose(next((row for row in rows if row.device_id == chosen), None))

    def show_code(self, row: DeviceRow, code: str) -> None:
        """The code of a device, when it is still the chosen one."""
        if self._chosen == row:
            self._about.setText(self.tr("Kode keamanan {name}: {code}").format(name=row.office_name, code=code))

    def _choose(self, row: object) -> None:
        self._chosen = row if isinstance(row, DeviceRow) else None
        for each in (self.code, self.written, self.revoke):
            each.setVisible(self._chosen is not None)
        if self._chosen is None:
            self._about.setText(self.tr("Klik sebuah perangkat untuk melihat kode keamanannya atau mencabut kartunya."))
            return
        self.revoke.setVisible(self._chosen.relation == "below" and self._chosen.withdrawn is None)
        words = self.tr("Nomor perangkat: {id}").format(id=self._chosen.device_id)
        if self._chosen.withdrawn is not None:
            words = self.tr("Dicabut: {reason}").format(reason=self._chosen.withdrawn) + "\n" + words
        self._about.setText(words)

    def _state(self, row: DeviceRow) -> str:
        if row.withdrawn is not None:
            return self.tr("dicabut: {reason}").format(reason=row.withdrawn)
        return self.tr("perangkat ini") if row.relation == "own" else self.tr("berlaku")


def _office(row: DeviceRow) -> str:
    return row.office_name


def _role(row: DeviceRow) -> str:
    return label("role", row.role, language())


def _holder(row: DeviceRow) -> str:
    return row.holder


def _issued_at(row: DeviceRow) -> str:
    return row.issued_at


def _moment(text: str) -> str:
    return short_moment_words(text, language(), clock=False)
