"""What is saved here, sent, and arrived: one line for each office, and the list of everything that was sent."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from pug_desktop.app.send import Standing
from pug_desktop.domain.dates import number_words, size_words
from pug_desktop.ui import parts, style
from pug_desktop.ui.carry.amounts import counts_words, joined, moment_words, short_moment_words
from pug_desktop.ui.rows_model import Column, RowsModel, RowsTable
from pug_desktop.ui.send.presenter import SentRow
from pug_desktop.ui.texts import language

MOST_ROWS = 4
"""Offices in the table before it scrolls: the choice below it must stay in sight."""


class StandingTable(QWidget):
    """Per office: the last bundle, whether it arrived, and what waits here.

    Attributes:
        table: the table; Enter or a double click on an office chooses it.

    Signals:
        chosen: the device id of an office that was picked.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = RowsModel(
            [
                Column(self.tr("Kantor"), _office, width=0, tip=_office),
                Column(self.tr("Terakhir dikirim"), self._sent, width=0, tip=_sent_tip),
                Column(self.tr("Sudah sampai?"), self._arrived, width=0, tip=self._arrived_tip),
                Column(self.tr("Menunggu dikirim"), self._waiting, width=0, tip=self._waiting),
            ],
            self,
        )
        self.table = RowsTable(self.model, self.tr("Apa yang sudah sampai"), self)
        # At a large text a cell has two lines rather than dots.
        self.table.setWordWrap(True)
        self.table.verticalHeader().setMinimumSectionSize(self.table.verticalHeader().defaultSectionSize())
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.GRID)
        layout.addWidget(parts.label(self.tr("Apa yang sudah sampai"), "heading", self))
        layout.addWidget(self.table)
        self.table.opened.connect(self._open)
        self.hide()

    def show_standing(self, standing: Sequence[Standing]) -> None:
        """Show these offices."""
        self.model.set_rows(standing)
        self.setVisible(bool(standing))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: words break anew."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """As high as its rows, at most so many; more are scrolled."""
        rows = sum(self.table.rowHeight(row) for row in range(min(self.model.rowCount(), MOST_ROWS)))
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + rows + 4)

    def _open(self, row: object) -> None:
        if isinstance(row, Standing):
            self.chosen.emit(row.addressee.device_id)

    def _sent(self, row: Standing) -> str:
        if not row.last_sent_seq:
            return self.tr("belum pernah")
        day = short_moment_words(row.last_sent_at, language(), clock=False)
        return self.tr("no. {n} · {day}").format(n=number_words(row.last_sent_seq), day=day)

    def _arrived(self, row: Standing) -> str:
        if not row.last_sent_seq:
            return "–"
        if not row.unconfirmed:
            day = short_moment_words(row.confirmed_at, language(), clock=False)
            return self.tr("ya, {day}").format(day=day) if day else self.tr("ya")
        return self.tr("belum, {n} kiriman").format(n=number_words(row.unconfirmed))

    def _arrived_tip(self, row: Standing) -> str:
        if not row.last_sent_seq:
            return ""
        words = []
        if row.unconfirmed:
            words.append(self.tr("{n} kiriman belum ada tanda terimanya.").format(n=number_words(row.unconfirmed)))
        if row.confirmed_seq:
            words.append(
                self.tr("Terakhir diterima di sana: nomor {n}; diketahui {moment}.").format(
                    n=number_words(row.confirmed_seq), moment=moment_words(row.confirmed_at, language())
                )
            )
        return " ".join(words)

    def _waiting(self, row: Standing) -> str:
        words = []
        if row.waiting_changes:
            words.append(self.tr("{n} perubahan").format(n=number_words(row.waiting_changes)))
        if row.evidence_waiting:
            words.append(self.tr("{n} berkas").format(n=number_words(row.evidence_waiting)))
        return joined(words) or self.tr("tidak ada")


class SentTable(QWidget):
    """Every bundle that was written, newest first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = RowsModel(
            [
                Column(self.tr("Nomor"), _seq, number=True),
                Column(self.tr("Dikirim"), _made_at, text=_moment, tip=_made_tip),
                Column(self.tr("Kepada"), _addressee, width=0, tip=_addressee),
                Column(self.tr("Isi"), _counts, width=0, tip=_counts),
                Column(self.tr("Ukuran"), _size, text=_size_words, number=True),
                Column(self.tr("Keadaan"), self._state, tip=self._state_tip),
            ],
            self,
        )
        self.table = RowsTable(self.model, self.tr("Kiriman yang pernah dikirim"), self)
        self._empty = parts.label(self.tr("Belum ada kiriman yang ditulis dari komputer ini."), "muted", self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, parts.GAP, 0, 0)
        layout.setSpacing(style.GRID)
        layout.addWidget(self._empty)
        layout.addWidget(self.table, 1)
        layout.addStretch(0)
        self.show_sent(())

    def show_sent(self, sent: Sequence[SentRow]) -> None:
        """Show these."""
        self.model.set_rows(sent)
        self.table.setVisible(bool(sent))
        self._empty.setVisible(not sent)

    def _state(self, row: SentRow) -> str:
        words = {
            "disiapkan": self.tr("terputus"),
            "dikirim": self.tr("dikirim"),
            "batal": self.tr("dibatalkan"),
            "diterima": self.tr("diterima"),
        }
        return words.get(row.state, row.state)

    def _state_tip(self, row: SentRow) -> str:
        tips = {
            "dikirim": self.tr("Tertulis di flashdisk; belum ada tanda terimanya."),
            "disiapkan": self.tr("Penulisan terputus; isinya ikut pada kiriman berikutnya."),
            "batal": self.tr("Dibatalkan; isinya ikut pada kiriman berikutnya."),
            "diterima": self.tr("Kantor tujuan sudah menerimanya; diketahui {moment}.").format(
                moment=moment_words(row.confirmed_at, language())
            ),
        }
        return tips.get(row.state, "")


def _office(row: Standing) -> str:
    return row.addressee.office_name


def _sent_tip(row: Standing) -> str:
    return moment_words(row.last_sent_at, language())


def _seq(row: SentRow) -> int:
    return row.seq


def _made_at(row: SentRow) -> str:
    return row.made_at


def _moment(text: str) -> str:
    return short_moment_words(text, language())


def _made_tip(row: SentRow) -> str:
    return moment_words(row.made_at, language())


def _addressee(row: SentRow) -> str:
    return row.addressee


def _counts(row: SentRow) -> str:
    return joined(counts_words(row.counts, language()))


def _size(row: SentRow) -> int:
    return row.size


def _size_words(size: int) -> str:
    return size_words(size, language()) if size else "–"
