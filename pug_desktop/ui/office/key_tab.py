"""The key card of this device: ask for it, give it to others, put it in; all by files on a stick."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pug_desktop.app import code_check, enrol, handover, key_lists
from pug_desktop.app.enrol import DeviceRow
from pug_desktop.app.withdraw import Written, withdraw, written_by
from pug_desktop.app.workspace import Workspace
from pug_desktop.errors import PugError
from pug_desktop.progress import Step
from pug_desktop.ui import parts, style
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.carry.place_picker import PlacePicker
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.office.care_card import CareCard
from pug_desktop.ui.office.device_list import DeviceList
from pug_desktop.ui.office.file_card import FileCard
from pug_desktop.ui.office.presenter import KeyFile, KeyPresenter
from pug_desktop.ui.office.written_window import WrittenWindow
from pug_desktop.ui.texts import language

Choose = Callable[[QWidget, str, Sequence[Written]], tuple[Written, ...] | None]


class KeyTab(QWidget):
    """Requests, key cards, devices.

    Attributes:
        files: the cards of what lies on the stick.
        devices: the devices that are known.
        care: recovery sheet, handover, passphrase.
        choose_written: asks which changes of a device shall be taken back.

    Signals:
        changed: a card came in or was given, changes were taken back: other lists are old now.
        handed_over: the profile belongs to somebody else now and must be opened anew.
    """

    changed = Signal()
    handed_over = Signal()

    def __init__(self, workspace: Workspace, ask: Ask, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._ask = ask
        self._jobs = jobs
        self._presenter = KeyPresenter(workspace, self)
        # After a handover the profile has another device than the one that this page was built for.
        self._built_for = workspace.profile.device_id
        self._state = parts.Card(self)
        self._state_title = parts.label("", "heading", self)
        self._state_words = parts.label("", "", self)
        self.code = parts.label("", "figure", self, wrap=False)
        self._device = parts.label("", "muted small", self)
        self.places = PlacePicker(ask, self.tr("Flashdisk atau folder untuk berkas kartu kunci"), self)
        self._steps = parts.label("", "muted", self)
        self.request = parts.button(self.tr("Tulis permohonan kartu kunci"), "key", "primary", self)
        self.files: list[FileCard] = []
        self._files = QVBoxLayout()
        self._files.setSpacing(style.GRID)
        self._done = parts.label("", "good", self)
        self.devices = DeviceList(self)
        self.care = CareCard(workspace, ask, jobs, lambda: self._presenter.place, self)
        self.choose_written: Choose = WrittenWindow.choose
        self._build()
        self.places.chosen.connect(self._presenter.choose_place)
        self.request.clicked.connect(self._request)
        self.devices.code_wanted.connect(self._show_code_of)
        self.devices.revoke_wanted.connect(self._revoke)
        self.devices.written_wanted.connect(self._list_written)
        self.care.said.connect(self._say)
        self.care.changed.connect(self._presenter.refresh)

    def refresh(self) -> None:
        """Read the cards and the stick again."""
        self._done.hide()
        self._presenter.refresh()
        if not self.code.text():
            work = partial(_own_code, self._workspace)
            self._jobs.start(
                work, label=self.tr("Menghitung kode keamanan"), succeeded=self._show_code, failed=_quiet, quiet=True
            )

    def open_files(self, paths: Sequence[Path]) -> None:
        """Show key files with which the program was started; nothing is done with them by itself."""
        self._presenter.given = tuple(paths)
        self.places.choose(paths[0].parent)
        shown = {card.found.path for card in self.files if card.isVisibleTo(self)}
        for path in paths:
            if path not in shown:
                self._tell_why(path)
        first = next((card for card in self.files if card.found.path in paths), None)
        if first is not None:
            # Once the cards have been laid out.
            QTimer.singleShot(0, first, partial(self._scroll.ensureWidgetVisible, first))

    def _tell_why(self, path: Path) -> None:
        problem = self._presenter.why_not(path)
        if problem is not None:
            self._ask.tell(problem)
        else:
            self._ask.inform(
                self.tr("Kartu kunci ini sudah terpasang"), self.tr("Tidak ada yang perlu dilakukan dengan berkas ini.")
            )

    # --- what the presenter asks ------------------------------------------------------------------------------------

    def show_status(self, status: enrol.Enrolment) -> None:
        """Say whether this device has a card, and which devices are known."""
        profile = self._workspace.profile
        holds = status.enrolled and status.withdrawn is None
        if profile.practice:
            title = self.tr("Profil latihan tidak memakai kartu kunci")
            words = self.tr("Isian latihan tidak ditukar dengan kantor sungguhan.")
        elif status.withdrawn is not None:
            title = self.tr("Kartu kunci perangkat ini dicabut")
            words = self.tr("Alasan: {reason}. Mohon kartu kunci baru kepada kantor di atas.").format(
                reason=status.withdrawn
            )
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
        self._device.setText(
            self.tr(
                "Bacakan bila ditanya lewat telepon, kelompok demi kelompok. Boleh dicantumkan di surat (SK).\n"
                "Nomor perangkat: {id}"
            ).format(id=profile.device_id)
        )
        self._steps.setText(self._step_words(holds))
        self._steps.setVisible(bool(self._steps.text()))
        self.request.setVisible(self._presenter.may_request and not holds and not profile.practice)
        waits = handover.pending(self._workspace) is not None
        self._where.setVisible(not profile.practice and (not holds or waits or self._presenter.may_approve))
        self.devices.show_rows(status.devices)
        self.care.refresh(status)

    def show_files(self, files: Sequence[KeyFile], place: Path | None) -> None:
        """Show what lies on the stick."""
        self.request.setEnabled(place is not None)
        # With its card on the stick there is nothing left to ask for.
        if any(each.grant is not None for each in files):
            self.request.hide()
        parts.clear(self._files)
        self.files = [FileCard(each, self) for each in files]
        for card in self.files:
            card.wanted.connect(self._use)
            self._files.addWidget(card)
        if place is not None and not files and self._presenter.may_approve:
            self._files.addWidget(parts.label(self.tr("Tidak ada permohonan kartu kunci di sini."), "muted", self))

    # --- building ---------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self.code.setStyleSheet(f'font-family: "{font.family()}";')
        self.code.setAccessibleName(self.tr("Kode keamanan perangkat ini"))
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._device.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for each in (self._state_title, self._state_words):
            self._state.body.addWidget(each)
        self._state.body.addWidget(parts.line(self))
        self._state.body.addWidget(parts.label(self.tr("Kode keamanan perangkat ini"), "field", self))
        for each in (self.code, self._device):
            self._state.body.addWidget(each)
        self._where = parts.Card(self, self.tr("Berkas kartu kunci"))
        self._where.body.addWidget(self._steps)
        self._where.body.addWidget(self.places)
        self._where.body.addLayout(parts.row(self.request, None))
        self._where.body.addLayout(self._files)
        self._done.hide()
        scroll = parts.ScrollColumn(self)
        scroll.body.setContentsMargins(0, parts.GAP, style.GRID, parts.GAP)
        shown: tuple[QWidget, ...] = (self._done, self._state, self._where, self.devices, self.care)
        for widget in shown:
            scroll.body.addWidget(widget)
        scroll.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
        self._scroll = scroll

    def _step_words(self, holds: bool) -> str:
        if self._workspace.profile.practice:
            return ""
        above = self.tr("provinsi") if self._workspace.profile.role == "kabkota" else self.tr("kabupaten/kota")
        if not holds and self._presenter.may_request:
            return self.tr(
                "1. Pilih flashdisk di bawah, lalu tulis permohonan.\n"
                "2. Serahkan flashdisk kepada {above}; di sana permohonan disetujui.\n"
                "3. Tancapkan lagi di sini, pilih flashdisk, lalu pasang kartu kuncinya."
            ).format(above=above)
        if handover.pending(self._workspace) is not None:
            return self.tr("Pilih flashdisk yang kembali dari kantor di atas, lalu pasang kartu kunci pemegang baru.")
        if self._presenter.may_approve:
            return self.tr("Pilih flashdisk dari kantor yang memohon; permohonannya muncul di bawah.")
        return ""

    def _show_code(self, code: object) -> None:
        self.code.setText(str(code))

    # --- files ------------------------------------------------------------------------------------------------------

    def _request(self) -> None:
        if self._presenter.place is None:
            return
        holder = self._workspace.profile.holder or self._ask.text(
            self.tr("Permohonan kartu kunci"), self.tr("Nama Anda sebagai pemegang perangkat ini:")
        )
        if holder is None:
            return
        self._start(self._presenter.request(holder), self.tr("Menulis permohonan"), self._requested)

    def _use(self, found: object, code: object, in_person: bool) -> None:
        if not isinstance(found, KeyFile):
            return
        typed = code if isinstance(code, str) else None
        if found.grant is not None:
            work = self._presenter.accept(found.path, typed, in_person)
            self._start(work, self.tr("Memasang kartu kunci"), self._accepted)
        else:
            work_ = self._presenter.approve(found.path, typed, in_person)
            self._start(work_, self.tr("Menulis kartu kunci"), self._approved)

    def _start(self, work: Callable[[Step], object], text: str, succeeded: Callable[[object], None]) -> None:
        self._done.hide()
        self._jobs.start(work, label=text, succeeded=succeeded, failed=self._failed)

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
        if self._workspace.profile.device_id != self._built_for:
            self._ask.inform(
                self.tr("Serah terima selesai"),
                self.tr("Program membuka profil ini lagi dengan kata sandi pemegang baru, {name}.").format(
                    name=self._workspace.profile.holder
                ),
            )
            self.handed_over.emit()
            return
        self._finish(self.tr("Kartu kunci terpasang. Perangkat ini sekarang dapat mengirim dan menerima."))

    # --- devices ----------------------------------------------------------------------------------------------------

    def _show_code_of(self, row: object) -> None:
        if isinstance(row, DeviceRow):
            work = partial(_code_of, self._workspace, row.device_id)
            show = partial(self.devices.show_code, row)
            self._jobs.start(
                work, label=self.tr("Menghitung kode keamanan"), succeeded=lambda code: show(str(code)), quiet=True
            )

    def _revoke(self, row: object) -> None:
        if not isinstance(row, DeviceRow):
            return
        title = self.tr("Cabut kartu kunci {name}").format(name=row.office_name)
        reason = self._ask.text(title, self.tr("Alasan, misalnya laptop hilang:"))
        if reason is None:
            return
        text = self.tr(
            "Kiriman baru dari perangkat ini ditolak di semua kantor setelah daftar kunci sampai ke sana. Data yang "
            "sudah diterima tetap ada. Pencabutan tidak dapat dibatalkan; perangkat itu hanya dapat diberi kartu baru."
            "\n\nPemegang: {holder}\nAlasan: {reason}"
        ).format(holder=row.holder or "–", reason=reason)
        if not self._ask.confirm(f"{title}?", text, self.tr("Cabut kartu"), danger=True):
            return
        try:
            number = key_lists.revoke(self._workspace, row.device_id, reason)
        except PugError as error:
            self._failed(error)
            return
        self._finish(
            self.tr(
                "Kartu kunci {name} dicabut (daftar kunci nomor {number}). Kirim ke kantor lain agar mereka tahu. Bila "
                "perangkatnya hilang dan memuat data pribadi, beri tahu tertulis dalam 3 x 24 jam (UU 27/2022)."
            ).format(name=row.office_name, number=number)
        )

    def _list_written(self, row: object) -> None:
        if isinstance(row, DeviceRow):
            work = partial(_written, self._workspace, row.device_id)
            label = self.tr("Mencari perubahan dari perangkat ini")
            self._jobs.start(work, label=label, succeeded=partial(self._choose, row), failed=self._failed)

    def _choose(self, row: DeviceRow, found: object) -> None:
        written = found if isinstance(found, tuple) else ()
        if not written:
            self._say(self.tr("Tidak ada isian dari perangkat ini."))
            return
        name = f"{row.office_name} ({row.holder})" if row.holder else row.office_name
        chosen = self.choose_written(self, name, written)
        if not chosen:
            return
        work = partial(_withdraw, self._workspace, chosen)
        self._start(work, self.tr("Menarik perubahan"), self._withdrawn)

    def _withdrawn(self, done: object) -> None:
        fields, records = getattr(done, "fields", 0), getattr(done, "records", 0)
        self._finish(
            self.tr("Ditarik: {fields} isian dan {records} catatan. Dapat dibatalkan dengan Ctrl+Z.").format(
                fields=fields, records=records
            )
        )

    # --- what came of it --------------------------------------------------------------------------------------------

    def _say(self, words: str) -> None:
        self._done.setText(words)
        self._done.show()
        self._scroll.verticalScrollBar().setValue(0)

    def _finish(self, words: str) -> None:
        self._presenter.refresh()
        self._say(words)
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        self._ask.tell(error)
        if isinstance(error, PugError):
            self._presenter.refresh()


def _quiet(_error: Exception) -> None:
    """Without its code the page is of use all the same."""


def _own_code(workspace: Workspace, _step: Step) -> str:
    return code_check.own_code(workspace)


def _code_of(workspace: Workspace, device_id: str, _step: Step) -> str:
    return code_check.code_of(workspace, device_id)


def _written(workspace: Workspace, device_id: str, step: Step) -> tuple[Written, ...]:
    step(0, 0)
    return written_by(workspace, device_id, language())


def _withdraw(workspace: Workspace, chosen: Sequence[Written], step: Step) -> object:
    step(0, 0)
    return withdraw(workspace, chosen)
