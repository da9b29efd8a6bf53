"""In the card of the data: that the program is portable, where its data lies, and the way to have it elsewhere."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pug_desktop import paths
from pug_desktop.app import portable
from pug_desktop.errors import PugError
from pug_desktop.ui import parts, style
from pug_desktop.ui.ask import Ask


class PortableLine(QWidget):
    """Hidden unless the program is portable.

    Attributes:
        other: the button that changes the place.
    """

    def __init__(self, ask: Ask, parent: QWidget) -> None:
        super().__init__(parent)
        self._ask = ask
        self._words = parts.label("", "muted", self)
        self.other = parts.button(self.tr("Ubah letak data…"), "stick", parent=self)
        self.other.clicked.connect(self._change)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, style.GRID, 0, 0)
        layout.addWidget(self._words)
        layout.addLayout(parts.row(self.other, None))
        self.refresh()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def refresh(self) -> None:
        """Read again how the program stands."""
        found = portable.portable()
        self.setVisible(found is not None)
        if found is None:
            return
        if found.is_refused:
            words = self.tr("Program dari flashdisk. Flashdisknya tidak dapat ditulisi, jadi dipakai data di PC ini.")
        elif found.chosen == paths.BESIDE:
            words = self.tr("Program dan datanya ada di flashdisk. Tutup program sebelum flashdisk dikeluarkan.")
        else:
            words = self.tr("Program dari flashdisk; datanya di PC ini.")
        self._words.setText(words)
        self.other.setEnabled(found.writable)

    def _change(self) -> None:
        found = portable.portable()
        if found is None:
            return
        to_pc = found.chosen == paths.BESIDE
        where = self.tr("di PC ini") if to_pc else self.tr("di samping program, di flashdisk")
        text = self.tr(
            "Berlaku saat program dibuka lagi. Data yang ada tidak ikut pindah: buat cadangan lebih dahulu, lalu "
            "kembalikan cadangan itu di tempat yang baru."
        )
        if not to_pc:
            text += "\n\n" + self.tr(
                "Data di flashdisk lebih mudah rusak bila listrik padam atau flashdisk dicabut terlalu cepat."
            )
        title = self.tr("Simpan data {where}?").format(where=where)
        if self._ask.confirm(title, text, self.tr("Ubah letak data"), danger=not to_pc):
            try:
                portable.choose(paths.ON_PC if to_pc else paths.BESIDE)
            except PugError as error:
                self._ask.tell(error)
            self.refresh()
