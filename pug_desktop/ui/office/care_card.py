"""What is done seldom with the keys of this device: recovery sheet, handover, remembering the passphrase."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from pug_desktop.app import handover, recovery, remembered
from pug_desktop.app.enrol import Enrolment
from pug_desktop.app.workspace import Workspace
from pug_desktop.errors import NotARecoverySheet
from pug_desktop.progress import Step
from pug_desktop.ui import parts
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.carry.amounts import moment_words
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.report.paths import open_outside
from pug_desktop.ui.texts import language


class CareCard(parts.Card):
    """Three lines, each with what is so and one or two buttons.

    Attributes:
        sheet, confirm, hand_over, give_up, remember: the buttons.

    Signals:
        said: a sentence: something was done.
        changed: the handover has begun or was given up; what lies on the stick means something else now.
    """

    said = Signal(str)
    changed = Signal()

    def __init__(self, workspace: Workspace, ask: Ask, jobs: Jobs, place: Callable[[], Path | None], parent: QWidget):
        super().__init__(parent, self.tr("Pengamanan"))
        self._workspace = workspace
        self._ask = ask
        self._jobs = jobs
        self._place = place
        self.sheet = parts.button(self.tr("Buat lembar…"), "print", "", self)
        self.confirm = parts.button(self.tr("Ketik baris 3…"), "check", "", self)
        self.hand_over = parts.button(self.tr("Serah terima…"), "users", "", self)
        self.give_up = parts.button(self.tr("Batalkan serah terima"), "", "quiet", self)
        self.remember = parts.button("", "lock", "", self)
        self._sheet_words = self._line(self.tr("Lembar pemulihan"), self.confirm, self.sheet)
        self._handover_words = self._line(self.tr("Serah terima"), self.give_up, self.hand_over)
        self._passphrase_words = self._line(self.tr("Kata sandi pengaman"), self.remember)
        self.sheet.clicked.connect(self._make_sheet)
        self.confirm.clicked.connect(self._confirm)
        self.hand_over.clicked.connect(self._hand_over)
        self.give_up.clicked.connect(self._give_up)
        self.remember.clicked.connect(self._remember)

    def _line(self, title: str, *buttons: QPushButton) -> QLabel:
        if self.body.count() > 1:
            self.body.addWidget(parts.line(self))
        words = parts.label("", "muted small", self)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(parts.label(title, "strong", self))
        texts.addWidget(words)
        line = parts.row(texts, *buttons)
        line.setStretch(0, 1)
        self.body.addLayout(line)
        return words

    def refresh(self, status: Enrolment) -> None:
        """Say how things are."""
        profile = self._workspace.profile
        self.setVisible(not profile.practice)
        if profile.practice:
            return
        sheet = recovery.sheet_state(self._workspace)
        self.confirm.setVisible(sheet.waiting)
        if sheet.waiting:
            self._sheet_words.setText(
                self.tr("Lembar sudah dibuat, belum dipakai. Cetak, lalu ketik baris 3 dari kertasnya.")
            )
        elif sheet.in_use_since:
            self._sheet_words.setText(
                self.tr("Dipakai sejak {moment}. Kiriman kantor ini dapat dibuka dengan lembar di brankas.").format(
                    moment=moment_words(sheet.in_use_since, language())
                )
            )
        else:
            self._sheet_words.setText(
                self.tr("Belum ada. Dengan lembar di brankas, data kembali dari flashdisk bila komputer ini hilang.")
            )
        parts.rename(self.sheet, self.tr("Buat lembar baru…") if sheet.in_use_since else self.tr("Buat lembar…"))
        self._show_handover(status)
        self._show_passphrase()

    def _show_handover(self, status: Enrolment) -> None:
        waits = handover.pending(self._workspace)
        self.give_up.setVisible(waits is not None)
        province = self._workspace.profile.role == "provinsi"
        self.hand_over.setVisible(status.enrolled and not province and waits is None)
        if province:
            words = self.tr("Kunci provinsi tidak berganti. Pemegang baru cukup diberi kata sandinya.")
        elif waits is not None:
            words = self.tr("Menunggu kartu kunci untuk {name} dari kantor di atas.").format(name=waits.new_holder)
        elif status.enrolled:
            words = self.tr("Bila petugas berganti: kunci baru untuk pemegang baru, tanpa telepon dan tanpa kode.")
        else:
            words = self.tr("Tersedia setelah perangkat ini punya kartu kunci.")
        self._handover_words.setText(words)

    def _show_passphrase(self) -> None:
        profile = self._workspace.profile
        self.remember.setVisible(profile.locked)
        if not profile.locked:
            words = self.tr("Kunci perangkat ini tidak dilindungi kata sandi.")
        elif profile.remembered:
            words = self.tr("Diingat di komputer ini. Jangan dipakai bila komputer ini dipakai bersama.")
        else:
            words = self.tr("Ditanyakan setiap kali program dibuka.")
        self._passphrase_words.setText(words)
        text = self.tr("Lupakan kata sandi") if profile.remembered else self.tr("Ingat kata sandi di komputer ini…")
        parts.rename(self.remember, text)

    # --- recovery sheet ---------------------------------------------------------------------------------------------

    def _make_sheet(self) -> None:
        text = self.tr(
            "Lembar ini membuka semua kiriman kantor Anda. Siapkan pencetak dan amplop. Setelah dicetak, ketik baris 3 "
            "dari kertasnya; berkas PDF lalu dihapus dari komputer ini.\n\n"
            "Tidak ada yang akan meminta isi lembar ini lewat WhatsApp atau telepon."
        )
        if self._ask.confirm(self.tr("Buat lembar pemulihan?"), text, self.tr("Buat lembar")):
            self._start(partial(_make_sheet, self._workspace), self.tr("Membuat lembar pemulihan"), self._made_sheet)

    def _made_sheet(self, path: object) -> None:
        if isinstance(path, Path):
            opened = open_outside(path)
            words = self.tr("Cetak {name}, lalu tekan “Ketik baris 3…”.").format(name=path.name)
            self.said.emit(words if opened else f"{words} {path.parent}")
            self.changed.emit()

    def _confirm(self) -> None:
        typed = self._ask.text(
            self.tr("Lembar pemulihan"), self.tr("Ketik baris 3 dari lembar yang sudah dicetak, bukan dari layar:")
        )
        if typed is None:
            return
        try:
            recovery.confirm_line(self._workspace, recovery.CONFIRMED_LINE, typed)
        except NotARecoverySheet as error:
            self._ask.tell(error)
            return
        self.said.emit(self.tr("Lembar pemulihan dipakai mulai sekarang. Simpan kertasnya di brankas."))
        self.changed.emit()

    # --- handover ---------------------------------------------------------------------------------------------------

    def _hand_over(self) -> None:
        title = self.tr("Serah terima")
        holder = self._ask.text(title, self.tr("Nama pemegang baru:"))
        if holder is None:
            return
        words = self.tr("Pemegang baru mengetik kata sandi pengamannya sendiri, dua kali.")
        passphrase = self._ask.passphrase(title, words, twice=True)
        to = (self._place() or self._ask.folder(self.tr("Flashdisk untuk kantor di atas"))) if passphrase else None
        if passphrase is None or to is None:
            return
        work = partial(_begin, self._workspace, to, holder, passphrase)
        self._start(work, self.tr("Menyiapkan serah terima"), self._begun)

    def _begun(self, begun: object) -> None:
        if not isinstance(begun, handover.Begun):
            return
        open_outside(begun.paper)
        self.said.emit(
            self.tr(
                "Ditulis: {name}. Serahkan flashdisk kepada kantor di atas, lalu pasang kartu kunci yang kembali. "
                "Tindak lanjut yang beralih: {n}. Cetak dan tanda tangani berita acaranya."
            ).format(name=begun.request.name, n=begun.follow_ups)
        )
        self.changed.emit()

    def _give_up(self) -> None:
        title, verb = self.tr("Batalkan serah terima?"), self.tr("Batalkan serah terima")
        text = self.tr("Kartu kunci yang kembali untuk pemegang baru tidak akan dapat dipasang lagi.")
        if self._ask.confirm(title, text, verb):
            handover.give_up(self._workspace)
            self.changed.emit()

    # --- passphrase -------------------------------------------------------------------------------------------------

    def _remember(self) -> None:
        if self._workspace.profile.remembered:
            remembered.stop(self._workspace)
            self.said.emit(self.tr("Kata sandi dilupakan. Program akan menanyakannya lagi."))
            self.changed.emit()
            return
        title = self.tr("Ingat kata sandi di komputer ini")
        typed = self._ask.passphrase(title, self.tr("Jangan dipakai bila komputer ini dipakai bersama orang lain."))
        if typed is not None:
            self._start(partial(_keep, self._workspace, typed), title, self._kept)

    def _kept(self, kept: object) -> None:
        self.said.emit(
            self.tr("Kata sandi diingat di komputer ini.")
            if kept
            else self.tr("Komputer ini tidak dapat menyimpan kata sandi. Program akan tetap menanyakannya.")
        )
        self.changed.emit()

    def _start(self, work: Callable[[Step], object], text: str, succeeded: Callable[[object], None]) -> None:
        self._jobs.start(work, label=text, succeeded=succeeded, failed=self._ask.tell)


def _make_sheet(workspace: Workspace, step: Step) -> Path:
    step(0, 1)
    return recovery.make_sheet(workspace)


def _begin(workspace: Workspace, to: Path, holder: str, passphrase: str, step: Step) -> handover.Begun:
    step(0, 1)
    return handover.begin(workspace, to, new_holder=holder, passphrase=passphrase)


def _keep(workspace: Workspace, passphrase: str, step: Step) -> bool:
    step(0, 1)
    return remembered.remember(workspace, passphrase)
