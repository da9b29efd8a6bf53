"""What is said when a paper has been made: its name, a way to open it and its folder."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from pug_desktop.ui import parts, style
from pug_desktop.ui.report.paths import open_outside


class DoneBand(QFrame):
    """Hidden until a paper is made.

    Signals:
        more_pressed: the page Laporan is wanted, for the other papers of the same thing.
    """

    more_pressed = Signal()

    def __init__(self, parent: QWidget, *, leads_on: bool = False) -> None:
        """`leads_on`: offer the page Laporan too."""
        super().__init__(parent)
        self.setProperty("band", "info")
        self.path: Path | None = None
        self.words = parts.label("", parent=self)
        self.view = parts.button(self.tr("Buka"), "open", "", self)
        self.view.clicked.connect(self._open)
        self.folder = parts.button(self.tr("Buka folder"), "folder", "quiet", self)
        self.folder.clicked.connect(self._open_folder)
        self.more = parts.button(self.tr("Laporan lain…"), "report", "quiet", self)
        self.more.clicked.connect(self.more_pressed)
        self.more.setVisible(leads_on)
        line = QHBoxLayout(self)
        line.setContentsMargins(2 * style.GRID, style.GRID, style.GRID, style.GRID)
        line.addWidget(self.words, 1)
        for each in (self.view, self.folder, self.more):
            line.addWidget(each)
        self.hide()

    def show_paper(self, path: Path, *, at_once: bool = False) -> None:
        """Say that it is made; `at_once` opens it, as a person expects who pressed "Cetak"."""
        self.path = path
        self.words.setText(self.tr("Selesai: {name}").format(name=path.name))
        self.show()
        if at_once:
            self._open()

    def _open(self) -> None:
        if self.path is not None and not open_outside(self.path):
            self.words.setText(
                self.tr(
                    "Tersimpan: {name}. Tidak ada program untuk membukanya di komputer ini; berkasnya ada di folder."
                ).format(name=self.path.name)
            )

    def _open_folder(self) -> None:
        if self.path is not None:
            open_outside(self.path.parent)
