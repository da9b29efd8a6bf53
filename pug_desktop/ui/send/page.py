"""The page Kirim: to whom and where, what goes, the work, and "Boleh dicabut"."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from pug_desktop.app.send import Addressee, Sent, Standing
from pug_desktop.app.workspace import Workspace
from pug_desktop.ui import parts
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.carry.wizard import Wizard
from pug_desktop.ui.carry.work_step import WorkStep
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.messages import sentence
from pug_desktop.ui.report.paths import plain_name
from pug_desktop.ui.send.done_step import DoneStep
from pug_desktop.ui.send.presenter import Lacking, Look, SendPresenter, SentRow
from pug_desktop.ui.send.standing_table import SentTable
from pug_desktop.ui.send.what_step import WhatStep
from pug_desktop.ui.send.where_step import WhereStep
from pug_desktop.ui.texts import language

WHERE, WHAT, WORK, DONE = range(4)


class SendPage(QWidget):
    """Send by stick, in four steps.

    Signals:
        go_to: another page, with an argument.
        saved, failed: never fire here; every page has them.
    """

    go_to = Signal(str, object)
    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, workspace: Workspace, ask: Ask, jobs: Jobs, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._ask = ask
        self._jobs = jobs
        self._presenter = SendPresenter(workspace, self, language())
        self._look = Look(0)
        self._sent: Sent | None = None
        self._fresh = False
        self._lacking = parts.Card(self)
        self._lacking_title = parts.label("", "heading", self._lacking)
        self._lacking_words = parts.label("", "muted", self._lacking)
        self._lacking_go = parts.button(self.tr("Buka Kantor && Perangkat"), "key", "primary", self._lacking)
        self.wizard = Wizard((self.tr("Tujuan"), self.tr("Isi kiriman"), self.tr("Menulis"), self.tr("Selesai")), self)
        self.where = WhereStep(ask, self)
        self.what = WhatStep(self)
        self.work = WorkStep("stick", self)
        self.done = DoneStep(self)
        self.log = SentTable(self)
        self.tabs = QTabWidget(self)
        self._build()
        self._connect()
        self._offer()

    def refresh(self) -> None:
        """Read addressees and log again; the step that is shown stays."""
        self._presenter.refresh()
        self._jobs.start(
            self._presenter.standing, label=self.tr("Membaca data…"), succeeded=self._show_standing, quiet=True
        )

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
        self.wizard.setVisible(why is Lacking.NOTHING)
        self._filler.setVisible(why is not Lacking.NOTHING)

    def show_addressees(self, addressees: Sequence[Addressee], chosen: Addressee | None) -> None:
        """Offer these."""
        self.where.show_addressees(addressees, chosen)
        self._offer()

    def show_standing(self, standing: Sequence[Standing]) -> None:
        """Say what has arrived where."""
        self.where.standing.show_standing(standing)

    def show_log(self, sent: Sequence[SentRow]) -> None:
        """Say what was sent before."""
        self.log.show_sent(sent)

    # --- building ---------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        layout = parts.page_layout(self)
        layout.addWidget(
            parts.PageHeader(self.tr("Kirim"), self.tr("Tulis isian dan bukti dukung ke flashdisk untuk kantor lain."))
        )
        for each in (self._lacking_title, self._lacking_words):
            self._lacking.body.addWidget(each)
        self._lacking.body.addLayout(parts.row(self._lacking_go, None))
        for step in (self.where, self.what, self.work, self.done):
            self.wizard.add(step)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, parts.GAP, 0, 0)
        self._filler = QWidget(inside)
        column.addWidget(self._lacking)
        column.addWidget(self.wizard, 1)
        column.addWidget(self._filler, 1)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(inside, self.tr("Kiriman baru"))
        self.tabs.addTab(self.log, self.tr("Pernah dikirim"))
        layout.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        self._lacking_go.clicked.connect(self._to_offices)
        self.where.addressee_chosen.connect(self._chose_addressee)
        self.where.place_chosen.connect(self._chose_place)
        self.where.places.looked.connect(self._offer)
        self.what.amount_chosen.connect(self._chose_amount)
        self.done.letter_pressed.connect(self._print_letter)
        self.wizard.back_pressed.connect(self._back)
        self.wizard.next_pressed.connect(self._on)

    # --- what a person does -----------------------------------------------------------------------------------------

    def _to_offices(self) -> None:
        self.go_to.emit("office", "keys")

    def _chose_addressee(self, device_id: str) -> None:
        self._presenter.choose_addressee(device_id)
        self._presenter.refresh()

    def _chose_place(self, place: object) -> None:
        self._presenter.choose_place(place if isinstance(place, Path) else None)
        # A stick that is pulled out after "Boleh dicabut" takes nothing of the message away.
        if place is None and self.wizard.step == WHAT:
            self.wizard.show_step(WHERE)
        self._offer()

    def _chose_amount(self) -> None:
        self._presenter.choose_amount(full=self.what.full.isChecked(), budget_mb=self.what.budget_mb)
        self._ask_what()

    def _back(self, _step: int) -> None:
        self.wizard.show_step(WHERE)
        self._offer()

    def _on(self, step: int) -> None:
        if step == WHERE and self._presenter.ready:
            self.what.start_anew()
            self._presenter.choose_amount(full=False, budget_mb=None)
            self._head()
            self._fresh = True
            self.wizard.show_step(WHAT)
            self._ask_what()
        elif step == WHAT and self._can_send():
            self._send()
        elif step == DONE:
            self.wizard.show_step(WHERE)
            self.refresh()
            self._offer()

    def _head(self) -> None:
        stick, place = self.where.places.stick, self._presenter.place
        name = stick.name if stick is not None else str(place)
        self.what.show_head(self._presenter.addressee.office_name if self._presenter.addressee else "", name)

    def _ask_what(self) -> None:
        number = self._presenter.ask()
        self._look = Look(number)
        self.what.show_waiting()
        self._offer()
        work = partial(self._presenter.look, number)
        self._jobs.start(work, label=self.tr("Menghitung isian…"), succeeded=self._looked, quiet=True)

    def _looked(self, found: object) -> None:
        look = cast(Look, found)
        if not self._presenter.is_latest(look):
            return
        self._look = look
        if look.preview is not None:
            self.what.show_preview(look.preview, look.room)
        elif look.error is not None:
            self.what.show_problem(sentence(look.error))
        self._offer()
        if self._fresh and self.wizard.step == WHAT and self._can_send():
            # It could not have the cursor while the answer was being looked for.
            self._fresh = False
            self.wizard.next.setFocus()

    def _can_send(self) -> bool:
        return self._presenter.ready and self._look.preview is not None and not self._look.room.missing

    def _send(self) -> None:
        self.wizard.show_step(WORK, self.work.cancel)
        self._offer()
        job = self._jobs.start(
            self._presenter.send,
            label=self.tr("Menulis kiriman ke flashdisk"),
            succeeded=self._was_sent,
            failed=self._not_sent,
            cancelled=self._stopped,
            quiet=True,
        )
        if self.wizard.step == WORK:
            self.work.follow(
                job, self.tr("Menulis kiriman…"), self.tr("Jangan cabut flashdisk sampai tertulis “Boleh dicabut”.")
            )

    def _was_sent(self, sent: object) -> None:
        addressee = self._presenter.addressee
        if isinstance(sent, Sent) and addressee is not None:
            self._sent = sent
            self.done.show_sent(sent, addressee)
            self.wizard.show_step(DONE)
        self.refresh()
        self._offer()

    def _not_sent(self, error: Exception) -> None:
        self._rest()
        self._ask.tell(error)

    def _stopped(self) -> None:
        self._rest()

    def _rest(self) -> None:
        """Back to what would go: nothing was left behind."""
        self.refresh()
        if self._presenter.place is None:
            self.wizard.show_step(WHERE)
            self._offer()
            return
        self.wizard.show_step(WHAT)
        self._ask_what()

    def _print_letter(self) -> None:
        sent, addressee = self._sent, self._presenter.addressee
        if sent is None or addressee is None:
            return
        suggested = f"surat-pengantar_{plain_name(addressee.office_name)}_{sent.seq:04}.pdf"
        out = self._ask.save_file(self.tr("Simpan surat pengantar"), suggested, self.tr("Dokumen PDF (*.pdf)"))
        if out is None:
            return

        def write(_step: object) -> Path:
            from pug_desktop.app import paper_receipt

            return paper_receipt.covering_letter(self._workspace, sent, addressee, out)

        self._jobs.start(write, label=self.tr("Menyusun surat pengantar"), succeeded=self._printed)

    def _printed(self, path: object) -> None:
        if isinstance(path, Path):
            self.done.paper.show_paper(path, at_once=True)

    # --- the two buttons below --------------------------------------------------------------------------------------

    def _offer(self) -> None:
        step = self.wizard.step
        if step == WHAT:
            self.wizard.offer(back=True, on=self.tr("Tulis ke flashdisk"), icon="send", ready=self._can_send())
        elif step == WORK:
            self.wizard.offer(back=False, on="")
        elif step == DONE:
            self.wizard.offer(back=False, on=self.tr("Selesai"), icon="check")
        else:
            lacking = self._lacking_words_of_step()
            self.wizard.offer(back=False, on=self.tr("Lanjut"), ready=not lacking, hint=lacking)

    def _lacking_words_of_step(self) -> str:
        """What has to be done before step 2; "" when nothing has."""
        stick = self.where.places.stick
        if self._presenter.addressee is None:
            return self.tr("Pilih penerima lebih dahulu.")
        if self._presenter.place is None:
            return self.tr("Tancapkan atau pilih flashdisk lebih dahulu.")
        if stick is not None and stick.read_only:
            return self.tr("Flashdisk ini terkunci. Geser pengunci di sisinya, atau pakai flashdisk lain.")
        if stick is not None and stick.is_full:
            return self.tr("Flashdisk ini penuh. Hapus berkas yang tidak perlu, atau pakai flashdisk lain.")
        return ""

    def _show_standing(self, standing: object) -> None:
        self.show_standing(cast("tuple[Standing, ...]", standing))
