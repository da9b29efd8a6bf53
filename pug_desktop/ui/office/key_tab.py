"""The key card of this device: ask for it, give it to others, put it in; all by files on a stick."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pug_desktop.app import enrol
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.words import label
from pug_desktop.errors import PugError
from pug_desktop.ui import parts, style
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.carry.amounts import moment_words, short_moment_words
from pug_desktop.ui.carry.place_picker import PlacePicker
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.office.presenter import KeyFile, KeyPresenter
from pug_desktop.ui.rows_model import Column, RowsModel, RowsTable
from pug_desktop.ui.texts import language


class KeyTab(QWidget):
    """Requests, key cards, devices.

    Signals:
        changed: a card came in or was given: other lists are old now.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, ask: Ask, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._ask = ask
        self._jobs = jobs
        self._presenter = KeyPresenter(workspace, self)
        self._state = parts.Card(self)
        self._state_title = parts.label("", "heading", self)
        self._state_words = parts.label("", "", self)
        self._code = parts.label("", "muted small", self)
        self.places = PlacePicker(ask, self.tr("Flashdisk atau folder untuk berkas kartu kunci"), self)
        self._steps = parts.label("", "muted", self)
        self.request = parts.button(self.tr("Tulis permohonan kartu kunci"), "key", "primary", self)
        self.files: list[parts.Card] = []
        self._files = QVBoxLayout()
        self._files.setSpacing(style.GRID)
        self._done = parts.label("", "good", self)
        self._devices_model = RowsModel(
            [
                Column(self.tr("Kantor"), _office, width=0, tip=_office),
                Column(self.tr("Tingkat"), _role, width=180),
                Column(self.tr("Pemegang"), _holder, width=150, tip=_holder),
                Column(self.tr("Kode keamanan"), _code_start, width=200, tip=_code),
                Column(self.tr("Diberikan"), _issued_at, text=_moment, width=160),
            ],
            self,
        )
        self._devices = RowsTable(self._devices_model, self.tr("Perangkat yang dikenal"), self)
        self._devices_title = parts.label(self.tr("Perangkat yang dikenal"), "heading", self)
        self._build()
        self.places.chosen.connect(self._presenter.choose_place)
        self.request.clicked.connect(self._request)

    def refresh(self) -> None:
        """Read the cards and the stick again."""
        self._done.hide()
        self._presenter.refresh()

    # --- what the presenter asks ------------------------------------------------------------------------------------

    def show_status(self, status: enrol.Enrolment) -> None:
        """Say whether this device has a card, and which devices are known."""
        profile = self._workspace.profile
        if profile.practice:
            title = self.tr("Profil latihan tidak memakai kartu kunci")
            words = self.tr("Isian latihan tidak ditukar dengan kantor sungguhan.")
        elif status.enrolled:
            title = self.tr("Perangkat ini punya kartu kunci")
            words = self.tr("Diberikan oleh {name}. Perangkat ini dapat mengirim dan menerima.").format(
                name=status.issuer_name
            )
        else:
            title = self.tr("Perangkat ini belum punya kartu kunci")
            words = self.tr("Kartu kunci membuktikan kepada kantor lain bahwa kiriman benar berasal dari kantor Anda.")
        self._state_title.setText(title)
        self._state_words.setText(words)
        self._code.setText(self.tr("Kode keamanan perangkat ini: {code}").format(code=profile.device_id))
        self._steps.setText(self._step_words(status))
        self._steps.setVisible(bool(self._steps.text()))
        self.request.setVisible(self._presenter.may_request and not status.enrolled and not profile.practice)
        self.places.setVisible(not profile.practice)
        self._devices_model.set_rows(status.devices)
        self._devices.setVisible(bool(status.devices))
        self._devices_title.setVisible(bool(status.devices))
        rows = min(len(status.devices), 8) + 1
        self._devices.setFixedHeight(rows * self._devices.verticalHeader().defaultSectionSize() + 2 * style.GRID)

    def show_files(self, files: Sequence[KeyFile], place: Path | None) -> None:
        """Show what lies on the stick."""
        self.request.setEnabled(place is not None)
        # With its card on the stick there is nothing left to ask for.
        if any(each.request is None for each in files):
            self.request.hide()
        parts.clear(self._files)
        self.files = [self._file_card(each) for each in files]
        for card in self.files:
            self._files.addWidget(card)
        if place is not None and not files and self._presenter.may_approve:
            self._files.addWidget(parts.label(self.tr("Tidak ada permohonan kartu kunci di sini."), "muted", self))

    # --- what a person does -----------------------------------------------------------------------------------------

    def _build(self) -> None:
        for each in (self._state_title, self._state_words, self._code):
            self._state.body.addWidget(each)
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        where = parts.Card(self, self.tr("Berkas kartu kunci"))
        where.body.addWidget(self._steps)
        where.body.addWidget(self.places)
        where.body.addLayout(parts.row(self.request, None))
        where.body.addLayout(self._files)
        where.body.addWidget(self._done)
        self._done.hide()
        scroll = parts.ScrollColumn(self)
        scroll.body.setContentsMargins(0, parts.GAP, style.GRID, parts.GAP)
        shown: tuple[QWidget, ...] = (self._state, where, self._devices_title, self._devices)
        for widget in shown:
            scroll.body.addWidget(widget)
        scroll.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def _step_words(self, status: enrol.Enrolment) -> str:
        if self._workspace.profile.practice:
            return ""
        above = self.tr("provinsi") if self._workspace.profile.role == "kabkota" else self.tr("kabupaten/kota")
        if not status.enrolled and self._presenter.may_request:
            return self.tr(
                "1. Pilih flashdisk di bawah, lalu tulis permohonan.\n"
                "2. Serahkan flashdisk kepada {above}; di sana permohonan disetujui.\n"
                "3. Tancapkan lagi di sini, pilih flashdisk, lalu pasang kartu kuncinya."
            ).format(above=above)
        if self._presenter.may_approve:
            return self.tr("Pilih flashdisk dari kantor yang memohon; permohonannya muncul di bawah.")
        return ""

    def _file_card(self, found: KeyFile) -> parts.Card:
        card = parts.Card(self)
        if found.request is None:
            title, words = self.tr("Kartu kunci untuk perangkat ini"), found.path.name
            button = parts.button(self.tr("Pasang kartu kunci"), "check", "primary", card)
            button.clicked.connect(partial(self._accept, found.path))
        else:
            title = self.tr("Permohonan dari {name}").format(name=found.request.office.name)
            words = self.tr("Pemegang: {holder} · dibuat {moment}").format(
                holder=found.request.holder or "–", moment=moment_words(found.request.made_at, language())
            )
            text = self.tr("Beri kartu lagi") if found.known else self.tr("Setujui…")
            button = parts.button(text, "check", "" if found.known else "primary", card)
            button.clicked.connect(partial(self._approve, found))
        button.setAccessibleName(f"{button.text()} {title}")
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(parts.label(title, "strong", card))
        texts.addWidget(parts.label(words, "muted small", card))
        row = parts.row(texts, button)
        row.setStretch(0, 1)
        card.body.addLayout(row)
        return card

    def _request(self) -> None:
        if self._presenter.place is None:
            return
        holder = self._workspace.profile.holder or self._ask.text(
            self.tr("Permohonan kartu kunci"), self.tr("Nama Anda sebagai pemegang perangkat ini:")
        )
        if holder is None:
            return
        self._start(self._presenter.request(holder), self.tr("Menulis permohonan"), self._requested)

    def _approve(self, found: KeyFile, *_: object) -> None:
        asked = found.request
        if asked is None:
            return
        text = self.tr(
            "Kantor: {office} ({role})\nPemegang: {holder}\nKode keamanan: {code}\n\n"
            "Cocokkan kode keamanan ini dengan yang tampil di perangkat pemohon, misalnya lewat telepon. "
            "Setelah disetujui, kiriman dari perangkat itu akan diterima di sini."
        ).format(
            office=asked.office.name,
            role=label("role", asked.office.role, language()),
            holder=asked.holder or "–",
            code=asked.device.device_id,
        )
        title = self.tr("Beri kartu kunci kepada {name}?").format(name=asked.office.name)
        if self._ask.confirm(title, text, self.tr("Setujui")):
            self._start(self._presenter.approve(found.path), self.tr("Menulis kartu kunci"), self._approved)

    def _accept(self, path: Path, *_: object) -> None:
        self._start(self._presenter.accept(path), self.tr("Memasang kartu kunci"), self._accepted)

    def _start(self, work: object, text: str, succeeded: object) -> None:
        self._done.hide()
        self._jobs.start(work, label=text, succeeded=succeeded, failed=self._failed)  # type: ignore[arg-type]

    def _requested(self, path: object) -> None:
        if isinstance(path, Path):
            self._finish(
                self.tr("Permohonan ditulis: {name}. Serahkan flashdisk ini kepada kantor di atas Anda.").format(
                    name=path.name
                )
            )

    def _approved(self, path: object) -> None:
        if isinstance(path, Path):
            self._finish(
                self.tr("Kartu kunci ditulis: {name}. Kembalikan flashdisk ini kepada pemohon.").format(name=path.name)
            )

    def _accepted(self, _grant: object) -> None:
        self._finish(self.tr("Kartu kunci terpasang. Perangkat ini sekarang dapat mengirim dan menerima."))

    def _finish(self, words: str) -> None:
        self._presenter.refresh()
        self._done.setText(words)
        self._done.show()
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        self._ask.tell(error)
        if isinstance(error, PugError):
            self._presenter.refresh()


def _office(row: enrol.DeviceRow) -> str:
    return row.office_name


def _role(row: enrol.DeviceRow) -> str:
    return label("role", row.role, language())


def _holder(row: enrol.DeviceRow) -> str:
    return row.holder


def _code_start(row: enrol.DeviceRow) -> str:
    return row.device_id[:15] + "…"


def _code(row: enrol.DeviceRow) -> str:
    return row.device_id


def _issued_at(row: enrol.DeviceRow) -> str:
    return row.issued_at


def _moment(text: str) -> str:
    return short_moment_words(text, language(), clock=False)
