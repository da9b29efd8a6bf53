"""The page Kirim: to whom and where, what goes, the work, and "Boleh dicabut"."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pug_desktop.app.send import Addressee, SendPreview, Sent
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.dates import size_words
from pug_desktop.errors import PugError
from pug_desktop.ui import parts, style
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.carry.amounts import counts_words, joined, moment_words, short_moment_words
from pug_desktop.ui.carry.work_band import WorkBand
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.rows_model import Column, RowsModel, RowsTable
from pug_desktop.ui.send.cards import ResultCard, WhatCard, WhereCard
from pug_desktop.ui.send.presenter import Lacking, Room, SendPresenter, SentRow
from pug_desktop.ui.texts import language


class SendPage(QWidget):
    """Send by stick.

    Signals:
        go_to: another page, with an argument.
        saved, failed: never fire here; every page has them.
    """

    go_to = Signal(str, object)
    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, workspace: Workspace, ask: Ask, jobs: Jobs, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._jobs = jobs
        self._presenter = SendPresenter(workspace, self)
        self._lacking = parts.Card(self)
        self._lacking_title = parts.label("", "heading", self._lacking)
        self._lacking_words = parts.label("", "muted", self._lacking)
        self._lacking_go = parts.button(self.tr("Buka Kantor && Perangkat"), "key", "primary", self._lacking)
        self.where = WhereCard(ask, self)
        self.what = WhatCard(self)
        self.work = WorkBand(self)
        self.result = ResultCard(self)
        self._log_model = RowsModel(
            [
                Column(self.tr("Nomor"), _seq, number=True),
                Column(self.tr("Dikirim"), _made_at, text=_moment, tip=_moment_tip),
                Column(self.tr("Kepada"), _addressee, width=0, tip=_addressee),
                Column(self.tr("Isi"), _counts, width=250, tip=_counts),
                Column(self.tr("Ukuran"), _size, text=_size_words, number=True),
                Column(self.tr("Keadaan"), self._state),
            ],
            self,
        )
        self._log = RowsTable(self._log_model, self.tr("Kiriman yang pernah dikirim"), self)
        self._log_title = parts.label(self.tr("Pernah dikirim"), "heading", self)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Read addressees and log again."""
        self._presenter.refresh()

    # --- what the presenter asks ------------------------------------------------------------------------------------

    def show_lacking(self, why: Lacking) -> None:
        """Say why nobody can be sent to."""
        titles = {
            Lacking.NOTHING: "",
            Lacking.CARD: self.tr("Perangkat ini belum punya kartu kunci"),
            Lacking.NOBODY: self.tr("Belum ada kantor yang dapat dikirimi"),
            Lacking.PRACTICE: self.tr("Ini profil latihan"),
        }
        advice = {
            Lacking.NOTHING: "",
            Lacking.CARD: self.tr(
                "Dengan kartu kunci, kantor penerima tahu bahwa kiriman benar dari Anda, dan hanya penerima yang dapat "
                "membukanya. Buat permohonan kartu kunci, serahkan kepada kantor di atas Anda, lalu pasang kartunya."
            ),
            Lacking.NOBODY: self.tr(
                "Setujui permohonan kartu kunci kantor lain; setelah itu kantor tersebut muncul di sini."
            ),
            Lacking.PRACTICE: self.tr(
                "Isian latihan tidak dapat dikirim ke kantor sungguhan. Buka profil kantor Anda untuk mengirim."
            ),
        }
        self._lacking_title.setText(titles[why])
        self._lacking_words.setText(advice[why])
        self._lacking.setVisible(why is not Lacking.NOTHING)
        self._lacking_go.setVisible(why is not Lacking.PRACTICE)
        self.where.setVisible(why is Lacking.NOTHING)
        self.what.setVisible(why is Lacking.NOTHING and self.result.isHidden())

    def show_addressees(self, addressees: Sequence[Addressee], chosen: Addressee | None) -> None:
        """Offer these."""
        self.where.show_addressees(addressees, chosen)

    def show_preview(self, preview: SendPreview | None, room: Room) -> None:
        """Say what would go."""
        self.what.show_preview(preview, room)

    def show_log(self, sent: Sequence[SentRow]) -> None:
        """Say what was sent before."""
        self._log_model.set_rows(sent)
        self._log.setVisible(bool(sent))
        self._log_title.setVisible(bool(sent))
        rows = min(len(sent), 8) + 1
        self._log.setFixedHeight(rows * self._log.verticalHeader().defaultSectionSize() + 2 * style.GRID)

    def tell(self, error: PugError) -> None:
        """Say what went wrong."""
        self._ask.tell(error)

    # --- what a person does -----------------------------------------------------------------------------------------

    def _build(self) -> None:
        layout = parts.page_layout(self)
        layout.addWidget(
            parts.PageHeader(self.tr("Kirim"), self.tr("Tulis isian dan bukti dukung ke flashdisk untuk kantor lain."))
        )
        scroll = parts.ScrollColumn(self)
        scroll.body.setContentsMargins(0, 0, style.GRID, parts.GAP)
        for each in (self._lacking_title, self._lacking_words):
            self._lacking.body.addWidget(each)
        go = QHBoxLayout()
        go.addWidget(self._lacking_go)
        go.addStretch(1)
        self._lacking.body.addLayout(go)
        for card in (self._lacking, self.where, self.what, self.work, self.result):
            scroll.body.addWidget(card)
        scroll.body.addWidget(self._log_title)
        scroll.body.addWidget(self._log)
        scroll.body.addStretch(1)
        layout.addWidget(scroll, 1)

    def _connect(self) -> None:
        self._lacking_go.clicked.connect(self._to_offices)
        self.where.addressee_chosen.connect(self._presenter.choose_addressee)
        self.where.place_chosen.connect(self._chose_place)
        self.what.send_pressed.connect(self._send)
        self.result.again_pressed.connect(self._again)

    def _to_offices(self) -> None:
        self.go_to.emit("office", "keys")

    def _chose_place(self, place: object) -> None:
        # A stick that is pulled out after "Boleh dicabut" takes nothing of the message away.
        if place is not None:
            self._again()
        self._presenter.choose_place(place if isinstance(place, Path) else None)

    def _again(self) -> None:
        self.result.hide()
        self.what.show()

    def _send(self) -> None:
        if not self._presenter.ready:
            return
        self.result.hide()
        self.what.hide()
        self.where.setEnabled(False)
        job = self._jobs.start(
            self._presenter.send,
            label=self.tr("Menulis kiriman ke flashdisk"),
            succeeded=self._sent,
            failed=self._not_sent,
            cancelled=self._stopped,
            quiet=True,
        )
        self.work.follow(
            job, self.tr("3. Menulis kiriman…"), self.tr("Jangan cabut flashdisk sampai tertulis “Boleh dicabut”.")
        )

    def _sent(self, sent: object) -> None:
        addressee = self._presenter.addressee
        self._rest()
        if isinstance(sent, Sent) and addressee is not None:
            self.what.hide()
            self.result.show_sent(sent, addressee)
            self.result.again.setFocus()

    def _not_sent(self, error: Exception) -> None:
        self._rest()
        self._ask.tell(error)

    def _stopped(self) -> None:
        self._rest()

    def _rest(self) -> None:
        self.where.setEnabled(True)
        self._presenter.refresh()

    def _state(self, row: SentRow) -> str:
        words = {
            "disiapkan": self.tr("terputus"),
            "dikirim": self.tr("dikirim"),
            "batal": self.tr("dibatalkan"),
        }
        return words.get(row.state, row.state)


def _seq(row: SentRow) -> int:
    return row.seq


def _made_at(row: SentRow) -> str:
    return row.made_at


def _moment(text: str) -> str:
    return short_moment_words(text, language())


def _moment_tip(row: SentRow) -> str:
    return moment_words(row.made_at, language())


def _addressee(row: SentRow) -> str:
    return row.addressee


def _counts(row: SentRow) -> str:
    return joined(counts_words(row.counts, language()))


def _size(row: SentRow) -> int:
    return row.size


def _size_words(size: int) -> str:
    return size_words(size, language()) if size else "–"
