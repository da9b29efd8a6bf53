"""The first step of an import: which file, or our own workbook to fill in."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from pug_desktop.ui import icons, parts, style


class FileStep(QWidget):
    """A place to drop a list on, or to choose it.

    Signals:
        choose_pressed: choose a file in a window.
        dropped: a file (Path).
        template_pressed: save our own workbook.
    """

    choose_pressed = Signal()
    dropped = Signal(object)
    template_pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.choose = parts.button(self.tr("Pilih &berkas…"), "folder", "primary", self)
        self.template = parts.button(self.tr("Simpan &templat Excel…"), "excel", "", self)
        self.field = _DropField(self)
        self.field.dropped.connect(self.dropped)
        self.choose.clicked.connect(self.choose_pressed)
        self.template.clicked.connect(self.template_pressed)
        inside = self.field.body
        inside.addWidget(parts.label(self.tr("Berkas daftar peserta"), "heading", self))
        inside.addWidget(
            parts.label(
                self.tr(
                    "Pilih berkas Excel (.xlsx atau .xls), LibreOffice (.ods) atau CSV, atau seret ke sini. Judul "
                    "kolomnya boleh apa saja, di baris mana saja. Belum ada yang masuk sebelum langkah terakhir."
                ),
                "muted",
                self,
            )
        )
        inside.addLayout(parts.row(self.choose, None))
        card = parts.Card(self, self.tr("Belum punya daftarnya?"))
        card.body.addWidget(
            parts.label(
                self.tr(
                    "Simpan templat, isi di Excel, lalu pilih di sini. Kolom NIP di dalamnya sudah berformat teks, "
                    "sehingga 18 angkanya tetap utuh."
                ),
                "muted",
                self,
            )
        )
        card.body.addLayout(parts.row(self.template, None))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(parts.GAP)
        layout.addWidget(self.field)
        layout.addWidget(card)
        layout.addStretch(1)


class _DropField(QFrame):
    """A dashed field on which one file can be dropped."""

    dropped = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setProperty("drop", True)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(parts.GAP, parts.GAP, parts.GAP, parts.GAP)
        self.body.setSpacing(style.GRID)
        image = parts.label("", parent=self)
        image.setPixmap(icons.picture("excel", 32))
        self.body.addWidget(image)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt: a file may come."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            style.mark(self, "drop", "over")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Qt: it went away."""
        style.mark(self, "drop", True)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt: here it is."""
        style.mark(self, "drop", True)
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths[0])
