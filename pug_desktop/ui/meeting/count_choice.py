"""A band for a meeting that has both a list of names and typed numbers: a person says which of the two counts."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from pug_desktop.domain.dates import number_words
from pug_desktop.ui import parts, style


class CountChoice(QFrame):
    """Hidden as long as there is only one of the two.

    Signals:
        edited: `daftar` or `jumlah` was chosen.
    """

    edited = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = parts.label("", "small", self)
        self.choice = parts.Segments(
            [("daftar", self.tr("Daftar nama")), ("jumlah", self.tr("Jumlah yang diketik"))],
            self.tr("Yang dihitung"),
            self,
        )
        self.choice.edited.connect(self._chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * style.GRID, style.GRID, 2 * style.GRID, style.GRID)
        layout.setSpacing(style.GRID)
        layout.addWidget(self._words)
        layout.addLayout(parts.row(parts.label(self.tr("Yang dihitung:"), "strong", self, wrap=False), self.choice))
        self.hide()

    def show_counts(self, listed: int, told: int | None, counted_by: str | None, *, read_only: bool) -> None:
        """Show what there is: persons on the list, the number that was typed (None for none), and what was chosen."""
        both = listed > 0 and told is not None
        self.setVisible(both)
        if not both or told is None:
            return
        decided = counted_by in ("daftar", "jumlah")
        words = [
            self.tr("Rapat ini punya daftar nama ({listed} orang) dan jumlah yang diketik ({told} orang).").format(
                listed=number_words(listed), told=number_words(told)
            ),
            self.tr("Keduanya tidak dicampur: daftar rapat, laporan dan indikator memakai yang dipilih di sini.")
            if decided
            else self.tr("Pilih mana yang dihitung; sebelum dipilih, jumlah yang diketik yang dipakai."),
        ]
        self._words.setText(" ".join(words))
        self.choice.set_value(counted_by if decided else None)
        self.choice.setEnabled(not read_only)
        style.mark(self, "band", "info" if decided else "warn")

    def _chosen(self) -> None:
        if chosen := self.choice.value():
            self.edited.emit(chosen)
