"""Pembaruan: which version runs, what a stick offers, and installing it."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pug_desktop.app import update
from pug_desktop.app.update import Found, Here, Prepared, Started, Way
from pug_desktop.app.update_memory import read_memory
from pug_desktop.app.workspace import Workspace
from pug_desktop.progress import Step
from pug_desktop.ui import parts
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.carry.place_picker import PlacePicker
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.messages import sentence
from pug_desktop.ui.saved import flush_all
from pug_desktop.ui.settings.update_card import UpdateCard


class UpdateView(QWidget):
    """The sticks, the updates on the chosen one, and what is left to do by hand.

    Attributes:
        cards: one for each update that was found.

    Signals:
        closed: back to the page.
        closing_wanted: the program has to be closed, since its setup waits for that or has replaced it.
    """

    closed = Signal()
    closing_wanted = Signal()

    def __init__(
        self, workspace: Workspace, ask: Ask, jobs: Jobs, parent: QWidget, *, here: Callable[[], Here] = update.here
    ) -> None:
        super().__init__(parent)
        self._ws = workspace
        self._ask = ask
        self._jobs = jobs
        self._here = here
        self.cards: list[UpdateCard] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self.back = parts.button(self.tr("Kembali ke Pengaturan"), "chevron-left", "quiet", self)
        self.back.clicked.connect(self.closed)
        heading = parts.label(self.tr("Pembaruan"), "heading", self, wrap=False)
        layout.addLayout(parts.row(self.back, heading, None, spacing=12))
        self.version = parts.label("", "strong", self)
        layout.addWidget(self.version)
        told = self.tr(
            "Program diperbarui dari flashdisk, tanpa jaringan. Pembaruan disalin ke komputer ini dan tanda tangannya "
            "diperiksa; semua profil dicadangkan dahulu, dan data Anda tetap di tempatnya."
        )
        layout.addWidget(parts.label(told, "muted", self))
        self.pending = parts.label("", "warn", self)
        layout.addWidget(self.pending)
        column = parts.ScrollColumn(self)
        layout.addWidget(column, 1)
        self.places = PlacePicker(ask, self.tr("Pembaruan ada di folder mana?"), self, only_one=True)
        self.places.chosen.connect(self._chosen)
        where = parts.Card(self, self.tr("Cari di flashdisk"))
        where.body.addWidget(self.places)
        column.body.addWidget(where)
        self.by_hand = _ByHand(self)
        column.body.addWidget(self.by_hand)
        self.title = parts.label("", "heading", self, wrap=False)
        column.body.addWidget(self.title)
        self._found = QVBoxLayout()
        self._found.setSpacing(12)
        column.body.addLayout(self._found)
        column.body.addStretch(1)

    def refresh(self) -> None:
        """Say anew which version runs, and look at the chosen place again."""
        program = self._here()
        self.version.setText(self.tr("Versi di komputer ini: {version}").format(version=program.version))
        waiting = read_memory().pending_version
        words = ""
        if waiting and waiting != program.version and not self.by_hand.isVisible():
            words = self.tr(
                "Pemasangan versi {version} sudah dimulai tetapi belum selesai. Program ini masih versi lama; pasang "
                "lagi dari flashdisk."
            ).format(version=waiting)
        self.pending.setText(words)
        self.pending.setVisible(bool(words))
        if self.places.place is not None:
            self._look(self.places.place)

    def show_place(self, place: Path) -> None:
        """Look at this stick or folder: another page saw an update there."""
        self.places.choose(place)

    # --- looking ----------------------------------------------------------------------------------------------------

    def _chosen(self, place: object) -> None:
        self.by_hand.hide()
        if isinstance(place, Path):
            self._look(place)
        else:
            self._show((), looked=False)

    def _look(self, place: Path) -> None:
        def find(_step: Step) -> tuple[Found, ...]:
            return update.find(place, self._here())

        self._jobs.start(
            find, label=self.tr("Mencari pembaruan"), succeeded=self._looked, failed=self._not_looked, quiet=True
        )

    def _looked(self, found: object) -> None:
        self._show(cast("tuple[Found, ...]", found))

    def _not_looked(self, error: Exception) -> None:
        self._show((), looked=False)
        self._ask.tell(error)

    def _show(self, found: tuple[Found, ...], *, looked: bool = True) -> None:
        parts.clear(self._found)
        self.cards = [UpdateCard(each, self) for each in found]
        for card in self.cards:
            card.install_pressed.connect(self._ask_first)
            self._found.addWidget(card)
        nothing = self.tr("Tidak ada pembaruan di sini.") if looked else ""
        self.title.setText(self.tr("Ditemukan di sini") if found else nothing)

    # --- installing -------------------------------------------------------------------------------------------------

    def _ask_first(self, found: object) -> None:
        if not isinstance(found, Found) or found.manifest is None:
            return
        version, system = found.manifest.version, self._here().system
        text = self._words_of(system)
        if self._ask.confirm(self.tr("Pasang versi {version}?").format(version=version), text, self.tr("Pasang")):
            self._prepare(found)

    def _words_of(self, system: str) -> str:
        match system:
            case "windows":
                return self.tr(
                    "Semua profil dicadangkan dahulu. Sesudah itu program ditutup, diganti, dan dibuka lagi. Jangan "
                    "matikan komputer selama itu."
                )
            case "debian":
                return self.tr(
                    "Semua profil dicadangkan dahulu. Sesudah itu komputer meminta kata sandi administrator, dan "
                    "program ditutup."
                )
            case _:
                return self.tr(
                    "Semua profil dicadangkan dahulu. Sesudah itu folder program diganti dengan tangan; caranya "
                    "ditampilkan."
                )

    def _prepare(self, found: Found) -> None:
        # What was typed and not saved yet belongs into the backup.
        flush_all(self.window())

        def prepare(step: Step) -> Prepared:
            return update.prepare(found, self._here(), step, workspace=self._ws)

        self._jobs.start(
            prepare,
            label=self.tr("Menyalin dan memeriksa pembaruan, mencadangkan profil"),
            succeeded=self._prepared,
            failed=self._failed,
        )

    def _prepared(self, prepared: object) -> None:
        ready = cast(Prepared, prepared)
        if ready.skipped and not self._ask.confirm(
            self.tr("Ada profil yang tidak dapat dicadangkan"),
            "\n".join(f"{name}: {sentence(error)}" for name, error in ready.skipped),
            self.tr("Pasang juga"),
            danger=True,
        ):
            ready.drop()
            return

        def install(_step: Step) -> tuple[str, Started]:
            return ready.manifest.version, update.install(ready)

        self._jobs.start(install, label=self.tr("Memasang pembaruan"), succeeded=self._installed, failed=self._failed)

    def _installed(self, result: object) -> None:
        version, started = cast("tuple[str, Started]", result)
        if started.way is Way.BY_HAND:
            self.by_hand.show_started(started)
            self.pending.hide()
            self._show((), looked=False)
            return
        if started.way is Way.DONE:
            self._ask.inform(
                self.tr("Versi {version} sudah terpasang").format(version=version),
                self.tr("Program ini sekarang ditutup. Buka lagi PUG Desktop dari menu untuk memakai versi baru."),
            )
        self.closing_wanted.emit()

    def _failed(self, error: Exception) -> None:
        self._ask.tell(error)
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Escape leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class _ByHand(parts.Card):
    """What the person has to do: a command to type, or a folder to replace."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._path = Path()
        self.body.addWidget(parts.label(self.tr("Satu langkah lagi"), "heading", self))
        self.words = parts.label("", "", self)
        self.command = parts.label("", "strong", self)
        self.command.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.copy = parts.button(self.tr("Salin perintah"), "copy", parent=self)
        self.copy.clicked.connect(self._copy)
        self.folder = parts.button(self.tr("Buka folder salinan"), "folder", parent=self)
        self.folder.clicked.connect(self._open)
        for each in (self.words, self.command):
            self.body.addWidget(each)
        self.body.addLayout(parts.row(self.copy, self.folder, None))
        self.hide()

    def show_started(self, started: Started) -> None:
        """Say what is left to do."""
        self._path = started.path
        if started.command:
            self.words.setText(
                self.tr(
                    "Pembaruan sudah diperiksa dan disalin; kata sandi administrator belum diberikan. Minta petugas TI "
                    "menempelkan perintah ini di Terminal, menutup program, lalu menjalankannya:"
                )
            )
            self.command.setText(started.command)
        else:
            self.words.setText(
                self.tr(
                    "Pembaruan sudah diperiksa dan disalin. Buka folder salinan, lalu tutup program. Buka berkas zip "
                    "ini dan salin isi folder PUG Desktop di dalamnya ke folder program, menggantikan yang lama. "
                    "Folder data dan letak-data.txt di sana jangan dihapus."
                )
            )
            self.command.setText(str(started.path))
        self.command.setAccessibleName(self.command.text())
        self.copy.setVisible(bool(started.command))
        self.show()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.command.text())

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))
