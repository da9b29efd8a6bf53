"""What was received before, and the receipt for it again: the first one may have been lost."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pug_desktop.app.received import Received
from pug_desktop.domain.dates import number_words
from pug_desktop.ui import parts, style
from pug_desktop.ui.carry.amounts import joined, moment_words, short_moment_words
from pug_desktop.ui.receive.found_step import Band, gap_words
from pug_desktop.ui.receive.presenter import Gap
from pug_desktop.ui.report.done_band import DoneBand
from pug_desktop.ui.rows_model import Column, RowsModel, RowsTable
from pug_desktop.ui.texts import language


class History(QWidget):
    """The table and its buttons.

    Attributes:
        give, print: the buttons for the bundle under the cursor.
        paper: says that a receipt is made.

    Signals:
        give_pressed, print_pressed: with the bundle (Received).
    """

    give_pressed = Signal(object)
    print_pressed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = RowsModel(
            [
                Column(self.tr("Diterima"), _taken_at, text=_moment, tip=_moment_tip),
                Column(self.tr("Dari"), _sender, width=0, tip=_sender),
                Column(self.tr("Nomor"), _seq, number=True),
                Column(self.tr("Hasil"), self._result, width=0, tip=self._result),
            ],
            self,
        )
        self.table = RowsTable(self.model, self.tr("Kiriman yang pernah diterima"), self)
        self._empty = parts.label(self.tr("Belum ada kiriman yang diterima di komputer ini."), "muted", self)
        self.gaps = Band("warn", "warning", self)
        self.give = parts.button(self.tr("Tulis tanda terima…"), "stick", "", self)
        self.print = parts.button(self.tr("Cetak tanda terima"), "print", "", self)
        self.said = Band("good", "check", self)
        self.paper = DoneBand(self)
        self.give.clicked.connect(self._give)
        self.print.clicked.connect(self._print)
        self.table.chosen.connect(self._chose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, parts.GAP, 0, 0)
        layout.setSpacing(style.GRID)
        for each in (self.gaps, self._empty):
            layout.addWidget(each)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.said)
        layout.addWidget(self.paper)
        layout.addLayout(parts.row(self.give, self.print, None))
        layout.addStretch(0)
        self.show_past(())

    def show_gaps(self, gaps: Sequence[Gap]) -> None:
        """Say what never came."""
        self.gaps.say("\n".join(gap_words(each) for each in gaps))

    def show_past(self, taken: Sequence[Received]) -> None:
        """Show what was received."""
        self.model.set_rows(taken)
        self._empty.setVisible(not taken)
        for each in (self.table, self.give, self.print):
            each.setVisible(bool(taken))
        self._chose(self.table.current_row())

    def _chose(self, row: object) -> None:
        for each in (self.give, self.print):
            each.setEnabled(isinstance(row, Received))

    def _result(self, row: Received) -> str:
        numbers = (
            (self.tr("{n} baru"), row.new),
            (self.tr("{n} berubah"), row.changed),
            (self.tr("{n} perlu keputusan"), row.conflicts),
            (self.tr("{n} ditunda"), row.parked),
            (self.tr("{n} berkas"), row.files),
        )
        words = [text.format(n=number_words(count)) for text, count in numbers if count]
        return joined(words) or self.tr("tidak ada yang berubah")

    def _give(self) -> None:
        self.give_pressed.emit(self.table.current_row())

    def _print(self) -> None:
        self.print_pressed.emit(self.table.current_row())


def _taken_at(row: Received) -> str:
    return row.taken_at


def _moment(text: str) -> str:
    return short_moment_words(text, language(), clock=False)


def _moment_tip(row: Received) -> str:
    return moment_words(row.taken_at, language())


def _sender(row: Received) -> str:
    return row.sender_name


def _seq(row: Received) -> int:
    return row.seq
