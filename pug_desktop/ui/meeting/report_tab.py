"""The report of a meeting: what it says beside the minutes, the photos and files, and the buttons that make it."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from pug_desktop.app.evidence import EvidenceRow
from pug_desktop.app.meet import MeetingView
from pug_desktop.ui import parts, style
from pug_desktop.ui.binder import Binder
from pug_desktop.ui.checklist.evidence import EvidenceBox
from pug_desktop.ui.checklist.evidence_work import Target
from pug_desktop.ui.form_view.dates import DateInput
from pug_desktop.ui.form_view.inputs import LongTextInput, TextInput
from pug_desktop.ui.meeting.follow_up_tab import missing_file
from pug_desktop.ui.meeting.presenter import MeetingPresenter


class ReportTab(QWidget):
    """Basis, purpose, conclusion, suggestions; photos; PDF and Word.

    Attributes:
        photos: where photos and files of the meeting are dropped.

    Signals:
        saved, failed: of a field.
        paper_wanted: the ending of the file, and whether it is for the accounts (SPJ).
    """

    saved = Signal(object)
    failed = Signal(object)
    paper_wanted = Signal(str, bool)

    def __init__(self, presenter: MeetingPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._meeting_id = ""
        self._files: tuple[EvidenceRow, ...] = ()
        self.binder = Binder(self._write, self)
        self.binder.saved.connect(self.saved)
        self.binder.failed.connect(self.failed)
        # The date names only its line; the others are called as their labels.
        self._day = self.tr("Tanggal laporan")
        self.inputs: dict[str, QWidget] = {
            "basis": LongTextInput(
                self.tr("Dasar kegiatan"), self, lines=2, hint=self.tr("mis. DPA, SK Pokja, surat perintah tugas")
            ),
            "purpose": LongTextInput(self.tr("Maksud dan tujuan"), self, lines=3),
            "conclusion": LongTextInput(self.tr("Kesimpulan"), self, lines=3),
            "suggestions": LongTextInput(self.tr("Saran"), self, lines=3),
            "budget_source": TextInput(
                self.tr("Sumber anggaran"), self, hint=self.tr("mis. DPA Bappeda, kode rekening")
            ),
            "report_on": DateInput(self._day, self),
            "signer_name": TextInput(self.tr("Nama penanda tangan"), self),
            "signer_position": TextInput(self.tr("Jabatan penanda tangan"), self),
        }
        for field, widget in self.inputs.items():
            self.binder.tie(field, widget)
        self.photos = EvidenceBox((), self, editable=True)
        self.for_accounts = QCheckBox(self.tr("Untuk SPJ"), self)
        self.for_accounts.setToolTip(
            self.tr("Daftar hadir dengan NIP lengkap dan lajur tanda tangan, dan sumber anggarannya.")
        )
        self.for_accounts.setAccessibleDescription(self.for_accounts.toolTip())
        self.pdf = parts.button(self.tr("Cetak laporan"), "print", parent=self)
        self.pdf.clicked.connect(self._print_pdf)
        self.word = parts.button(self.tr("Laporan di Word"), "edit", parent=self)
        self.word.clicked.connect(self._print_word)
        self._build()

    def show_meeting(self, view: MeetingView) -> None:
        """Show a meeting; an input in which somebody types is left alone."""
        self._meeting_id = view.id
        self.binder.load(self._presenter.report(view.id))
        self.binder.set_read_only(not view.mine)
        self._files = self._presenter.proofs("meeting", view.id)
        self.photos.set_editable(view.mine)
        self.photos.show_evidence(self._files, missing_file)

    def target(self) -> Target | None:
        """What dropped files belong to."""
        return Target("meeting", self._id, self._files) if self._meeting_id else None

    def _id(self) -> str:
        return self._meeting_id

    def _build(self) -> None:
        scroll = parts.ScrollColumn(self)
        scroll.body.setContentsMargins(0, parts.GAP, style.GRID, parts.GAP)
        written = parts.Card(self)
        heading = parts.label(self.tr("Laporan kegiatan"), "heading", wrap=False)
        written.body.addLayout(parts.row(heading, None, self.for_accounts, self.word, self.pdf))
        told = self.tr("Waktu, peserta, narasumber, hasil, dan tindak lanjut diambil dari bagian lain rapat ini.")
        written.body.addWidget(parts.label(told, "muted small", self))
        columns = QHBoxLayout()
        columns.setSpacing(parts.GAP)
        for names in (("basis", "purpose"), ("conclusion", "suggestions")):
            column = QVBoxLayout()
            column.setSpacing(style.GRID)
            for name in names:
                column.addLayout(parts.field(self.inputs[name].accessibleName(), self.inputs[name]))
            column.addStretch(1)
            columns.addLayout(column, 1)
        written.body.addLayout(columns)
        line = QHBoxLayout()
        line.setSpacing(parts.GAP)
        for name, share in (("budget_source", 3), ("report_on", 2), ("signer_name", 3), ("signer_position", 3)):
            line.addLayout(parts.field(self.inputs[name].accessibleName() or self._day, self.inputs[name]), share)
        written.body.addLayout(line)
        photos = parts.Card(self, self.tr("Foto dan berkas kegiatan"))
        words = self.tr("Foto dicetak dua di satu halaman; judul berkasnya menjadi keterangan foto.")
        photos.body.addWidget(parts.label(words, "muted small", self))
        photos.body.addWidget(self.photos)
        scroll.body.addWidget(written)
        scroll.body.addWidget(photos)
        scroll.body.addStretch(1)
        parts.tab_order(self.for_accounts, self.word, self.pdf, *self.inputs.values(), self.photos)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def _print_pdf(self) -> None:
        self.paper_wanted.emit(".pdf", self.for_accounts.isChecked())

    def _print_word(self) -> None:
        self.paper_wanted.emit(".docx", self.for_accounts.isChecked())

    def _write(self, field: str, value: object) -> object:
        fields: Mapping[str, object] = {field: value}
        return self._presenter.save_report(self._meeting_id, fields)
