"""The invitation letter: its fields, and the buttons that put it on paper."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pug_desktop.app.letter import SIGNER, Letter
from pug_desktop.ui import parts
from pug_desktop.ui.binder import Binder
from pug_desktop.ui.form_view.dates import DateInput
from pug_desktop.ui.form_view.inputs import LongTextInput, TextInput


class LetterCard(parts.Card):
    """The letter of one meeting; an empty field shows in grey what will stand on paper.

    Signals:
        saved, failed: of a field.
        paper_pressed: ".pdf" or ".docx".
    """

    saved = Signal(object)
    failed = Signal(object)
    paper_pressed = Signal(str)

    def __init__(self, write: Callable[[dict[str, object]], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._save = write
        self._former: dict[str, object] = {}
        self.binder = Binder(self._write, self)
        self.binder.saved.connect(self.saved)
        self.binder.failed.connect(self.failed)
        self.pdf = parts.button(self.tr("PDF"), "pdf", "", self)
        self.pdf.setAccessibleName(self.tr("Surat undangan sebagai PDF"))
        self.word = parts.button(self.tr("Word"), "edit", "", self)
        self.word.setAccessibleName(self.tr("Surat undangan sebagai Word"))
        self.word.setToolTip(self.tr("Dengan templat kantor, yang dipilih di Pengaturan"))
        self.former = parts.button(self.tr("Pakai penanda tangan terakhir"), "user", "quiet", self)
        self._make_inputs()
        self._build()
        self.pdf.clicked.connect(self._pdf)
        self.word.clicked.connect(self._word)
        self.former.clicked.connect(self._use_former)

    def show_letter(self, found: Letter, *, read_only: bool) -> None:
        """Show a letter; an input in which somebody types is left alone."""
        for field in ("subject", "attachment", "addressed_to", "opening", "closing"):
            self.inputs[field].setPlaceholderText(found.instead[field])
        self.binder.load(found.values)
        self.binder.set_read_only(read_only)
        self._former = dict(found.former_signer)
        self.former.setVisible(bool(self._former) and not read_only)
        if self._former:
            self.former.setToolTip(str(self._former["signer_name"]))

    def _make_inputs(self) -> None:
        self.date = DateInput(self.tr("Tanggal surat"), self)
        self.inputs: dict[str, TextInput | LongTextInput] = {
            "letter_number": TextInput(self.tr("Nomor surat"), self),
            "nature": TextInput(self.tr("Sifat"), self, hint=self.tr("mis. Biasa, Penting, Segera")),
            "attachment": TextInput(self.tr("Lampiran"), self),
            "subject": TextInput(self.tr("Hal"), self),
            "addressed_to": LongTextInput(self.tr("Yth."), self, lines=2),
            "opening": LongTextInput(self.tr("Kalimat pembuka"), self, lines=3),
            "closing": LongTextInput(self.tr("Kalimat penutup"), self, lines=3),
            "signer_position": TextInput(self.tr("Jabatan penanda tangan"), self, hint=self.tr("mis. Kepala Bappeda")),
            "signer_name": TextInput(self.tr("Nama penanda tangan"), self),
            "signer_rank": TextInput(self.tr("Pangkat/golongan"), self, hint=self.tr("mis. Pembina Utama Muda")),
            "signer_nip": TextInput(self.tr("NIP penanda tangan"), self, limit=30),
            "copies": LongTextInput(self.tr("Tembusan"), self, lines=2, hint=self.tr("satu pihak per baris")),
        }
        self.binder.tie("letter_on", self.date)
        for field, widget in self.inputs.items():
            self.binder.tie(field, widget)

    def _build(self) -> None:
        heading = parts.label(self.tr("Surat undangan"), "heading", self, wrap=False)
        self.body.addLayout(parts.row(heading, None, self.pdf, self.word))
        self.body.addLayout(self._beside(self.inputs["letter_number"], self.date, self.tr("Tanggal surat")))
        self.body.addLayout(self._beside(self.inputs["nature"], self.inputs["attachment"]))
        for field in ("subject", "addressed_to", "opening", "closing"):
            self.body.addLayout(self._field(self.inputs[field]))
        self.body.addLayout(self._beside(self.inputs["signer_position"], self.inputs["signer_name"]))
        self.body.addLayout(self._beside(self.inputs["signer_rank"], self.inputs["signer_nip"]))
        self.body.addLayout(parts.row(self.former, None))
        self.body.addLayout(self._field(self.inputs["copies"]))

    @property
    def stops(self) -> list[QWidget]:
        """What Tab goes through, as it is read: from the head of the letter to its foot."""
        inputs = dict(self.inputs)
        number, copies = inputs.pop("letter_number"), inputs.pop("copies")
        return [self.pdf, self.word, number, self.date, *inputs.values(), self.former, copies]

    def _field(self, widget: QWidget) -> QVBoxLayout:
        return parts.field(widget.accessibleName(), widget)

    def _beside(self, left: QWidget, right: QWidget, right_name: str = "") -> QHBoxLayout:
        made = parts.row(spacing=parts.GAP)
        made.addLayout(self._field(left), 1)
        made.addLayout(parts.field(right_name or right.accessibleName(), right), 1)
        return made

    def _write(self, field: str, value: object) -> object:
        return self._save({field: value})

    def _use_former(self) -> None:
        for field in SIGNER:
            self.inputs[field].set_value(self._former.get(field))
        self.saved.emit(self._save({field: self._former.get(field) for field in SIGNER}))

    def _pdf(self) -> None:
        self.paper_pressed.emit(".pdf")

    def _word(self) -> None:
        self.paper_pressed.emit(".docx")
