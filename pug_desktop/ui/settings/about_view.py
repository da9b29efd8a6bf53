"""Tentang program: its version, the works of others inside it, and their licences."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from pug_desktop.app.about import LICENCE, Work, about
from pug_desktop.ui import parts
from pug_desktop.ui.rows_model import Column, RowsModel, RowsTable


class AboutView(QWidget):
    """A few lines on the program, and a table of what is inside; the full texts open as a file.

    Signals:
        closed: back to the page.
    """

    closed = Signal()

    def __init__(self, parent: QWidget, folder: Path | None = None) -> None:
        """Make it.

        Args:
            parent: of the view.
            folder: the packaged program's; None for that of the running one.
        """
        super().__init__(parent)
        self._folder = folder
        self._texts: Path | None = None
        self._readme: Path | None = None
        self.back = parts.button(self.tr("Kembali ke Pengaturan"), "chevron-left", "quiet", self)
        self.back.clicked.connect(self.closed)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Cari karya atau lisensi"))
        self.search.setAccessibleName(self.tr("Cari karya atau lisensi"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(260)
        self.versions = parts.label("", "strong", self)
        self.told = parts.label("", "muted", self)
        self.gone = parts.label(
            self.tr(
                "Daftarnya tidak ada di folder program. Pasang ulang program dari flashdisk; data Anda tidak disentuh."
            ),
            "warn small",
            self,
        )
        self.read_me = parts.button(self.tr("Hak Anda dan &mengganti Qt"), "open", parent=self)
        self.read_me.clicked.connect(lambda: _open(self._readme))
        self.read_texts = parts.button(self.tr("&Teks semua lisensi"), "open", parent=self)
        self.read_texts.clicked.connect(lambda: _open(self._texts))
        self._rows = RowsModel(
            [
                Column(self.tr("Karya"), _name, width=0, tip=_note),
                Column(self.tr("Versi"), _version, width=180),
                Column(self.tr("Lisensi"), _licence, width=400, tip=_licence),
            ],
            self,
        )
        self.table = RowsTable(self._rows, self.tr("Karya orang lain di dalam program"), self)
        self.search.textChanged.connect(self.table.filter)
        self._build()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        heading = parts.label(self.tr("Tentang program"), "heading", self, wrap=False)
        layout.addLayout(parts.row(self.back, heading, None, self.search, spacing=12))
        layout.addWidget(self.versions)
        layout.addWidget(self.told)
        layout.addWidget(self.gone)
        layout.addLayout(parts.row(self.read_me, self.read_texts, None))
        layout.addWidget(self.table, 1)
        parts.tab_order(self.back, self.search, self.read_me, self.read_texts, self.table)

    def refresh(self) -> None:
        """Read it; the list never changes while the program runs, but the folder may be damaged."""
        found = about(self._folder)
        self._texts, self._readme = found.texts, found.readme
        self.versions.setText(f"PUG Desktop {found.version} · Qt {qVersion()} · Python {found.python}")
        self.told.setText(
            self.tr(
                "PUG Desktop bebas dipakai, disalin, dan dibagikan di bawah lisensi {licence}. Karya orang lain di "
                "dalamnya juga bebas, masing-masing dengan lisensinya; Qt berlisensi LGPL dan boleh Anda ganti."
            ).format(licence=LICENCE)
        )
        self.read_me.setVisible(found.readme is not None)
        self.read_texts.setVisible(found.texts is not None)
        self.gone.setVisible(not found.works)
        self._rows.set_rows(found.works)


def _open(path: Path | None) -> None:
    if path is not None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _name(row: Work) -> str:
    return row.name


def _version(row: Work) -> str:
    return row.version


def _licence(row: Work) -> str:
    return row.licence


def _note(row: Work) -> str:
    return "\n".join(text for text in (row.note, row.homepage) if text) or row.name
