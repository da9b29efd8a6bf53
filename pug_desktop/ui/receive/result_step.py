"""Step 4 of receiving: what came of it, in numbers that lead to the records, and the receipt."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pug_desktop.domain.dates import number_words
from pug_desktop.ui import parts, style
from pug_desktop.ui.messages import sentence
from pug_desktop.ui.receive.advice import advice
from pug_desktop.ui.receive.change_step import show_refused
from pug_desktop.ui.receive.found_step import Band
from pug_desktop.ui.receive.numbers import Numbers, names, sums
from pug_desktop.ui.receive.presenter import Found, Given, Row, State
from pug_desktop.ui.report.done_band import DoneBand
from pug_desktop.ui.rows_model import Column, RowsModel, RowsTable

LIST_ROWS = 7
SETTLE_MS = 60


class ResultStep(parts.ScrollColumn):
    """Numbers, lists, refused bundles, receipts.

    Attributes:
        numbers: the tiles.
        list: the records behind the number that was pressed.
        give, print, decide: the buttons.

    Signals:
        list_wanted: the records behind a number ("new", …).
        opened: a record of the list (Row).
        give_pressed: write the receipts onto the stick.
        print_pressed: print them.
        decide_pressed: go to the conflicts.
    """

    list_wanted = Signal(str)
    opened = Signal(object)
    give_pressed = Signal()
    print_pressed = Signal()
    decide_pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.body.setContentsMargins(0, 0, style.GRID, parts.GAP)
        self.title = parts.label("", "title", self)
        self.numbers = Numbers(self)
        self.numbers.pressed.connect(self.list_wanted)
        self._hint = parts.label(self.tr("Tekan sebuah angka untuk melihat isiannya."), "muted small", self)
        self._list_title = parts.label("", "heading", self)
        self.model = RowsModel(
            [
                Column(self.tr("Isian"), _title, width=0, tip=_title),
                Column(self.tr("Bagian dari"), _context, width=320, tip=_context),
                Column(self.tr("Kantor"), _office, width=220, tip=_office),
            ],
            self,
        )
        self.list = RowsTable(self.model, self.tr("Isian yang dibawa kiriman"), self)
        self.list.opened.connect(self.opened)
        self.notes = parts.label("", "", self)
        self.decide = parts.button(self.tr("Buka Perlu keputusan"), "flag", "", self)
        self.decide.clicked.connect(self.decide_pressed)
        self._refused = QVBoxLayout()
        self._refused.setSpacing(style.GRID)
        self.given = Band("good", "check", self)
        self.not_given = Band("warn", "warning", self)
        self.give = parts.button(self.tr("Tulis tanda terima ke flashdisk"), "stick", "", self)
        self.give.clicked.connect(self.give_pressed)
        self.print = parts.button(self.tr("Cetak tanda terima"), "print", "", self)
        self.print.clicked.connect(self.print_pressed)
        self.paper = DoneBand(self)
        self._receipt = parts.Card(self, self.tr("Tanda terima untuk pengirim"))
        for each in (self.given, self.not_given):
            self._receipt.body.addWidget(each)
        self._receipt.body.addLayout(parts.row(self.give, self.print, None))
        self._receipt.body.addWidget(self.paper)
        for widget in (self.title, self.numbers, self._hint, self._list_title, self.list, self.notes):
            self.body.addWidget(widget)
        self.body.addLayout(parts.row(self.decide, None))
        self.body.addLayout(self._refused)
        self.body.addWidget(self._receipt)
        self.body.addStretch(1)

    def show_round(self, found: Sequence[Found]) -> None:
        """Say what came of each of these."""
        results = [each.result for each in found if each.state is State.DONE and each.result is not None]
        refused = [each for each in found if each.state is State.REFUSED]
        waiting = sum(each.state is State.READY for each in found)
        words = []
        if results or not refused:
            words.append(self.tr("{n} kiriman diterima").format(n=number_words(len(results))))
        if refused:
            words.append(self.tr("{n} ditolak").format(n=number_words(len(refused))))
        if waiting:
            words.append(self.tr("{n} belum, karena dihentikan").format(n=number_words(waiting)))
        self.title.setText(" · ".join(words))
        counts = sums(results)
        self.numbers.setVisible(bool(results))
        self.numbers.show_numbers(counts, pressable=True)
        self._hint.setVisible(any(tile.pressable for tile in self.numbers.tiles.values()))
        self.hide_list()
        lines = advice(results)
        self.notes.setText("\n".join(lines))
        self.notes.setVisible(bool(lines))
        self.decide.setVisible(bool(counts["conflict"]))
        show_refused(self._refused, refused, self)
        self._receipt.setVisible(bool(results))
        self.given.say("")
        self.not_given.say("")
        self.paper.hide()

    def hide_list(self) -> None:
        """No list is open."""
        self._list_title.hide()
        self.list.hide()
        self.numbers.mark("")

    def show_list(self, what: str, rows: Sequence[Row], of: int) -> None:
        """The records behind a number; the first thousand of many."""
        self.model.set_rows(rows)
        title = names()[what]
        if len(rows) < of:
            title += " " + self.tr("(yang pertama {n} dari {of})").format(
                n=number_words(len(rows)), of=number_words(of)
            )
        self._list_title.setText(title[:1].upper() + title[1:])
        self._list_title.show()
        self.list.show()
        height = min(len(rows), LIST_ROWS) * self.list.verticalHeader().defaultSectionSize()
        self.list.setFixedHeight(self.list.horizontalHeader().sizeHint().height() + height + 4)
        self.numbers.mark(what)
        self.list.setFocus()
        if rows:
            self.list.selectRow(0)
        QTimer.singleShot(SETTLE_MS, self.list, self._see_list)

    def _see_list(self) -> None:
        """Bring the list into sight, once it has its place."""
        below = self.list.geometry().bottom() - self.verticalScrollBar().value() - self.viewport().height()
        if below > 0:
            self.verticalScrollBar().setValue(self._list_title.y())

    def show_given(self, given: Given, place: str) -> None:
        """Say where the receipts lie, or why they do not."""
        if given.error is not None:
            self.given.say("")
            self.not_given.say(
                self.tr("Tanda terima belum tertulis, isiannya sudah masuk. {reason}").format(
                    reason=sentence(given.error)
                )
            )
            return
        self.not_given.say("")
        self.given.say(
            self.tr(
                "Boleh dicabut. {n} tanda terima sudah ditulis ke {place}; kembalikan flashdisk kepada pengirim."
            ).format(n=number_words(len(given.paths)), place=place)
        )


def _title(row: Row) -> str:
    return row.record.title


def _context(row: Row) -> str:
    return row.record.context


def _office(row: Row) -> str:
    return row.office
