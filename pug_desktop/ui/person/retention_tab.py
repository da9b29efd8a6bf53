"""Hapus data peserta: choose old meetings, see what goes and what stays, remove it for good."""

from functools import partial

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from pug_desktop.app import retention
from pug_desktop.app.retention import Cleared, Old
from pug_desktop.app.workspace import Workspace
from pug_desktop.ui import parts
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.person.presenter import thousands
from pug_desktop.ui.texts import language

_YEARS = 5


class RetentionTab(QWidget):
    """Which meetings, and the button.

    Signals:
        changed: names were removed.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, ask: Ask, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._ws, self._ask, self._jobs = workspace, ask, jobs
        self.before = QDateEdit(self)
        self.before.setCalendarPopup(True)
        self.before.setMinimumWidth(self.fontMetrics().averageCharWidth() * 30)
        self.before.setDisplayFormat("dd-MM-yyyy")
        today = workspace.today
        self.before.setDate(QDate(today.year - _YEARS, 1, 1))
        self.before.setMaximumDate(QDate(today.year, today.month, today.day))
        self.before.dateChanged.connect(lambda _day: self.refresh())
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Rapat lama yang masih menyebut peserta"))
        self.list.itemChanged.connect(lambda _item: self._count())
        self.clear = parts.button("", "trash", "danger", self)
        self.clear.clicked.connect(self._clear)
        self.result = parts.label("", "", self)
        self.result.hide()
        self.empty = parts.EmptyPage(
            "check",
            self.tr("Tidak ada yang perlu dihapus"),
            self.tr("Tidak ada rapat kantor ini sebelum tanggal itu yang masih menyebut nama peserta."),
            parent=self,
        )
        self._build()

    def refresh(self) -> None:
        """Look for old meetings again."""
        day = self.before.date()
        found = retention.old_meetings(self._ws, day.toPython(), language())  # type: ignore[arg-type]
        self.list.blockSignals(True)
        self.list.clear()
        for each in found:
            item = QListWidgetItem(self._words(each))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            item.setData(Qt.ItemDataRole.UserRole, each)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._stack.setCurrentWidget(self.list if found else self.empty)
        self._count()

    @property
    def chosen(self) -> list[Old]:
        """The meetings that are ticked."""
        items = [self.list.item(number) for number in range(self.list.count())]
        return [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked]

    def _build(self) -> None:
        goes = parts.Card(self, self.tr("Yang dihapus untuk selamanya"))
        goes.body.addWidget(
            parts.label(
                self.tr(
                    "Nama, NIP, telepon, dan jabatan peserta serta undangan; catatan orang yang tidak dipakai lagi."
                ),
                "small",
                goes,
            )
        )
        stays = parts.Card(self, self.tr("Yang tetap ada"))
        stays.body.addWidget(
            parts.label(
                self.tr(
                    "Jumlah peserta, L/P, instansi dan jenisnya, peran, kelompok umur, disabilitas; seluruh notulen, "
                    "narasumber, pimpinan rapat, tindak lanjut, isi surat undangan, dan berkas bukti (misalnya "
                    "pindaian daftar hadir)."
                ),
                "small",
                stays,
            )
        )
        for card in (goes, stays):
            card.body.addStretch(1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, parts.GAP, 0, 0)
        layout.setSpacing(parts.GAP)
        cards = parts.row(goes, stays, spacing=parts.GAP)
        cards.setStretch(0, 1)
        cards.setStretch(1, 1)
        layout.addLayout(cards)
        day = parts.field(self.tr("Rapat &sebelum tanggal"), self.before)
        layout.addLayout(parts.row(day, None))
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.result)
        layout.addLayout(parts.row(self.clear, None))

    def _words(self, each: Old) -> str:
        return self.tr("{date} – {title} ({persons} nama)").format(
            date=each.date_text, title=each.title or self.tr("tanpa judul"), persons=thousands(each.persons)
        )

    def _count(self) -> None:
        number = len(self.chosen)
        self.clear.setEnabled(number > 0)
        words = self.tr("&Hapus data peserta dari {number} rapat…") if number else self.tr("&Hapus data peserta…")
        parts.rename(self.clear, words.format(number=number))

    def _clear(self) -> None:
        chosen = self.chosen
        persons = sum(each.persons for each in chosen)
        sure = self._ask.confirm(
            self.tr("Hapus {persons} nama untuk selamanya?").format(persons=thousands(persons)),
            self.tr(
                "Penghapusan ini tidak dapat diurungkan dan tidak masuk Keranjang. "
                "Cadangan, kertas, dan berkas kiriman yang sudah ada tetap memuat nama-nama itu."
            ),
            self.tr("Hapus data peserta"),
            danger=True,
        )
        if sure:
            self._jobs.start(
                partial(retention.clear, self._ws, [each.id for each in chosen]),
                label=self.tr("Menghapus data peserta"),
                succeeded=self._done,
            )

    def _done(self, done: object) -> None:
        if not isinstance(done, Cleared):
            return
        words = [
            self.tr("Selesai: {persons} baris peserta dari {meetings} rapat, {register} catatan orang.").format(
                persons=thousands(done.persons), meetings=done.meetings, register=done.register
            )
        ]
        if done.sent:
            words.append(
                self.tr("Kantor penerima masih menyimpan nama-nama itu sampai menerima kiriman berikutnya dari sini.")
            )
        if done.papers:
            words.append(
                self.tr(
                    "Folder cetak berisi {number} berkas yang mungkin menyebut peserta; hapus bila tidak perlu."
                ).format(number=done.papers)
            )
        words.append(self.tr("Cadangan lama tetap memuatnya: simpan di tempat aman atau musnahkan."))
        if not done.rewritten:
            words.append(self.tr("Berkas data belum dapat ditulis ulang karena ruang disk kurang; coba lagi nanti."))
        self.result.setText(" ".join(words))
        self.result.show()
        self.changed.emit()
