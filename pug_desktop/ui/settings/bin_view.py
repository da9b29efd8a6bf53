"""Keranjang: what was removed in the last 90 days, and the button that brings it back."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from pug_desktop.app import bin
from pug_desktop.app.bin import Hindrance, Removed
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.words import label
from pug_desktop.errors import PugError
from pug_desktop.ui import parts
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.carry.amounts import short_moment_words
from pug_desktop.ui.rows_model import Column, RowsModel, RowsTable
from pug_desktop.ui.texts import language


class BinView(QWidget):
    """A table of what lies in the bin; Enter or the button brings the chosen row back.

    Signals:
        closed: back to the page.
        saved: what app.bin returned.
        restored: a sentence that says what came back, for the bar with "Urungkan".
    """

    closed = Signal()
    saved = Signal(object)
    restored = Signal(str)

    def __init__(self, workspace: Workspace, ask: Ask, parent: QWidget) -> None:
        super().__init__(parent)
        self._ws = workspace
        self._ask = ask
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self.back = parts.button(self.tr("Kembali ke Pengaturan"), "chevron-left", "quiet", self)
        self.back.clicked.connect(self.closed)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Cari di Keranjang"))
        self.search.setAccessibleName(self.tr("Cari di Keranjang"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(280)
        self.restore = parts.button(self.tr("Ke&mbalikan"), "undo", "primary", self)
        self.restore.clicked.connect(self._restore)
        heading = parts.label(self.tr("Keranjang"), "heading", self, wrap=False)
        layout.addLayout(parts.row(self.back, heading, None, self.search, self.restore, spacing=12))
        told = self.tr(
            "Semua yang dihapus tersimpan di sini 90 hari, juga yang dihapus kantor lain lewat kiriman. Pilih "
            "barisnya, lalu tekan Kembalikan."
        )
        layout.addWidget(parts.label(told, "muted", self))
        self._views = QStackedWidget(self)
        self._rows = RowsModel(self._columns(), self)
        self.table = RowsTable(self._rows, self.tr("Isi Keranjang"), self)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self._restore)
        self.search.textChanged.connect(self.table.filter)
        self._views.addWidget(self.table)
        self.nothing = parts.EmptyPage(
            "trash",
            self.tr("Keranjang kosong"),
            self.tr("Apa pun yang dihapus akan muncul di sini dan dapat dikembalikan selama 90 hari."),
            parent=self._views,
        )
        self._views.addWidget(self.nothing)
        layout.addWidget(self._views, 1)
        self.hindrance = parts.label("", "warn small", self)
        layout.addWidget(self.hindrance)
        parts.tab_order(self.back, self.search, self.restore, self.table)

    def _columns(self) -> list[Column]:
        return [
            Column(self.tr("Apa"), _title, width=0, tip=_title),
            Column(self.tr("Jenis"), _kind, width=130),
            Column(self.tr("Bagian dari"), _context, width=170, tip=_context),
            Column(self.tr("Dihapus"), _removed_at, text=_moment, width=170),
            Column(self.tr("Oleh"), _who, width=130, tip=_who),
            Column(self.tr("Sisa hari"), _days_left, number=True, width=84),
        ]

    def refresh(self) -> None:
        """Load everything anew; the cursor stays about where it was."""
        row = max(0, self.table.currentIndex().row())
        try:
            found = bin.removed(self._ws, language())
        except PugError as error:
            self._ask.tell(error)
            return
        self._rows.set_rows(found)
        self._views.setCurrentWidget(self.table if found else self.nothing)
        self.table.selectRow(min(row, len(found) - 1))
        self._choose(self.table.current_row())

    def _choose(self, row: object) -> None:
        hindrance = row.hindrance if isinstance(row, Removed) else None
        self.restore.setEnabled(isinstance(row, Removed) and hindrance is None)
        self.hindrance.setText(self._words(hindrance))

    def _words(self, hindrance: Hindrance | None) -> str:
        match hindrance:
            case Hindrance.FOREIGN:
                return self.tr("Ini milik kantor lain: hanya kantor itu yang dapat mengembalikannya.")
            case Hindrance.PARENT:
                return self.tr("Yang memuatnya juga dihapus: kembalikan itu lebih dahulu.")
            case Hindrance.FINAL:
                return self.tr("Lembarnya sudah final: tekan “Buat perbaikan” di halaman Prasyarat lebih dahulu.")
            case _:
                return ""

    def _restore(self) -> None:
        row = self.table.current_row()
        if not isinstance(row, Removed) or row.hindrance is not None:
            return
        try:
            self.saved.emit(bin.restore(self._ws, row.batch))
        except PugError as error:
            self._ask.tell(error)
            return
        self.refresh()
        self.restored.emit(self.tr("“{title}” dikembalikan.").format(title=row.title))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Escape goes back to the page."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _title(row: Removed) -> str:
    return row.title


def _kind(row: Removed) -> str:
    name = label("kind", row.kind, language())
    return f"{name} (+{row.with_it})" if row.with_it else name


def _context(row: Removed) -> str:
    return " · ".join(part for part in (row.context, row.office) if part)


def _removed_at(row: Removed) -> int:
    return row.removed_at


def _moment(at: object) -> str:
    if not isinstance(at, int) or not 0 < at < 2**37:
        return ""
    return short_moment_words(datetime.fromtimestamp(at, UTC), language())


def _who(row: Removed) -> str:
    return row.removed_by


def _days_left(row: Removed) -> int:
    return row.days_left
