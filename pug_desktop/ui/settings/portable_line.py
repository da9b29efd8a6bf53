"""In the card of the data: that the program is portable, where its data lies, and the way to have it elsewhere."""

from pathlib import Path

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

    def __init__(self, ask: Ask, parent: QWidget, in_use: Path | None = None) -> None:
        """`in_use` is the open profile: a place chosen now holds from the next start on."""
        super().__init__(parent)
        self._ask = ask
        self._in_use = in_use
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
        if self._is_to_come(found):
            words += " " + self.tr("Berlaku saat program dibuka lagi; sampai itu masih tempat di atas yang dipakai.")
        self._words.setText(words)
        self.other.setEnabled(found.writable)

    def _is_to_come(self, found: portable.Portable) -> bool:
        if self._in_use is None or found.is_refused:
            return False
        on_pc, beside = paths.data_dir_on_pc(), found.folder / paths.BESIDE_FOLDER
        left = on_pc if found.chosen == paths.BESIDE else beside
        return left in self._in_use.absolute().parents

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
