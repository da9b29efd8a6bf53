"""One semester report, GAP or GBS to write on: its facts, and each part under its heading."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from pug_desktop.app.evidence import EvidenceRow
from pug_desktop.app.written import WrittenView
from pug_desktop.domain.field_words import field_label
from pug_desktop.domain.written import Heading
from pug_desktop.ui import parts, style
from pug_desktop.ui.binder import Binder
from pug_desktop.ui.checklist.evidence import EvidenceBox
from pug_desktop.ui.form_view.dates import DateInput
from pug_desktop.ui.form_view.inputs import LongTextInput, NumberInput, RupiahInput, TextInput
from pug_desktop.ui.report.done_band import DoneBand
from pug_desktop.ui.texts import language

_LONGEST_TITLE = 110

_FACTS_IN_A_ROW = 3

Judge = Callable[[EvidenceRow], Sequence[str]]


class Fact(NamedTuple):
    """A short field above the parts: what it is called, and its input."""

    field: str
    name: str
    widget: QWidget


class WrittenEditor(QWidget):
    """The parts of one record; every field is kept when it is left.

    Attributes:
        inputs: by field.
        proofs: the files that belong to the record, such as its signed copy.

    Signals:
        back_pressed: to the list.
        remove_pressed: the record itself.
        print_pressed: the ending of the file.
        help_pressed: the proposals of a semester report, or a budget statement from an analysis.
        decide_pressed: what holds two values shall be decided upon.
        saved, failed: of a field.
        proofs_made: a new EvidenceBox, to be served.
    """

    back_pressed = Signal()
    remove_pressed = Signal()
    print_pressed = Signal(str)
    help_pressed = Signal()
    decide_pressed = Signal()
    saved = Signal(object)
    failed = Signal(object)
    proofs_made = Signal(object)

    def __init__(
        self, kind: str, headings: Sequence[Heading], write: Callable[[str, object], object], parent: QWidget
    ) -> None:
        """`write` commits one field of the open record."""
        super().__init__(parent)
        self._kind = kind
        self._headings = tuple(headings)
        self.inputs: dict[str, QWidget] = {}
        self.proofs: EvidenceBox
        self.binder = Binder(write, self)
        self.binder.saved.connect(self.saved)
        self.binder.failed.connect(self.failed)
        self.title = parts.label("", "heading", self)
        self.back = parts.button(self._back_words(), "chevron-left", "quiet", self)
        self.remove = parts.button(self.tr("Hapus"), "trash", "quiet", self)
        self.help = parts.button(self._help_words(), "", "", self)
        self.pdf = parts.button(self.tr("Buat PDF"), "print", "primary", self)
        self.excel = parts.button(self.tr("Buat Excel"), "", "", self)
        self.done = DoneBand(self)
        self.band, self._band_words, self._decide = self._make_band()
        self._scroll = parts.ScrollColumn(self)
        self._proofs_card = parts.Card(self)
        self._below = QVBoxLayout()
        self._proofs_card.body.addLayout(self._below)
        self._proofs_of: tuple[str, bool] | None = None
        self._make_inputs()
        self._build()
        self._connect()

    def show_record(self, view: WrittenView) -> None:
        """Show a record; an input in which somebody types is left alone."""
        title = view.title or self.tr("Belum diberi nama")
        self.title.setText(title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1] + "…")
        self.binder.load(view.values)
        self.binder.set_read_only(not view.mine)
        self.remove.setVisible(view.mine)
        self.help.setVisible(view.mine and bool(self._help_words()))
        self._say_band(view)

    def show_proofs(self, view: WrittenView, rows: Sequence[EvidenceRow], judge: Judge) -> None:
        """Show the files of the record; `judge` names what is wrong with one."""
        if self._proofs_of != (view.id, view.mine):
            parts.clear(self._below)
            self.proofs = EvidenceBox((), self, editable=view.mine)
            self._below.addWidget(self.proofs)
            self._proofs_of = (view.id, view.mine)
            self.proofs_made.emit(self.proofs)
        self.proofs.show_evidence(rows, judge)
        self._proofs_card.setVisible(view.mine or bool(rows))

    def start(self) -> None:
        """A record was opened: from its top, with the cursor in its first field."""
        self.done.hide()
        self._scroll.verticalScrollBar().setValue(0)
        next(iter(self.inputs.values())).setFocus()

    def _make_band(self) -> tuple[QFrame, QLabel, QPushButton]:
        band = QFrame(self)
        words = parts.label("", parent=band)
        decide = parts.button(self.tr("Putuskan…"), look="quiet", parent=band)
        decide.clicked.connect(self.decide_pressed)
        line = QHBoxLayout(band)
        line.setContentsMargins(2 * style.GRID, style.GRID, 2 * style.GRID, style.GRID)
        line.addWidget(words, 1)
        line.addWidget(decide)
        band.hide()
        return band, words, decide

    def _make_inputs(self) -> None:
        self._facts = {
            "semester_report": self._report_facts,
            "gap": self._gap_facts,
            "gbs": self._gbs_facts,
        }[self._kind]()
        facts = [(field, widget) for field, _, widget in self._facts]
        for heading in self._headings:
            facts.append((heading.field, LongTextInput(heading.name(language()), self, lines=4)))
        for field, widget in facts:
            self.inputs[field] = widget
            self.binder.tie(field, widget)

    def _report_facts(self) -> list[Fact]:
        letter, sent = self.tr("Nomor surat pengantar"), self.tr("Tanggal dikirim")
        return [
            Fact("letter_number", letter, TextInput(letter, self)),
            Fact("sent_on", sent, DateInput(sent, self)),
        ]

    def _gap_facts(self) -> list[Fact]:
        programme, activity, year = self.tr("Program"), self.tr("Kegiatan"), self.tr("Tahun")
        number = NumberInput(year, self, smallest=1945, largest=2200, grouped=False)
        number.setMaximumWidth(number.fontMetrics().averageCharWidth() * 12)
        return [
            Fact("programme", programme, TextInput(programme, self)),
            Fact("activity", activity, TextInput(activity, self)),
            Fact("year", year, number),
        ]

    def _gbs_facts(self) -> list[Fact]:
        budget, name, position = self.tr("Anggaran"), self.tr("Nama penanda tangan"), self.tr("Jabatan penanda tangan")
        return [
            *self._gap_facts(),
            Fact("budget", budget, RupiahInput(budget, self)),
            Fact("signer", name, TextInput(name, self)),
            Fact("signer_position", position, TextInput(position, self)),
        ]

    def _build(self) -> None:
        above = parts.row(self.back, None, self.help, self.excel, self.pdf, self.remove)
        self.help.setVisible(bool(self._help_words()))
        body = self._scroll.body
        body.setContentsMargins(0, 0, style.GRID, 0)
        body.addWidget(self._facts_card())
        body.addWidget(self._parts_card())
        body.addWidget(self._proofs_card)
        body.addStretch(1)
        parts.tab_order(self.back, *self.inputs.values(), self.help, self.excel, self.pdf, self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, parts.GAP, 0, 0)
        layout.setSpacing(style.GRID)
        layout.addLayout(above)
        layout.addWidget(self.title)
        layout.addWidget(self.band)
        layout.addWidget(self.done)
        layout.addWidget(self._scroll, 1)

    def _facts_card(self) -> parts.Card:
        card = parts.Card(self)
        for start in range(0, len(self._facts), _FACTS_IN_A_ROW):
            line = QHBoxLayout()
            line.setSpacing(parts.GAP)
            for _, name, widget in self._facts[start : start + _FACTS_IN_A_ROW]:
                narrow = isinstance(widget, NumberInput | DateInput)
                line.addLayout(parts.field(name, widget), 0 if narrow else 1)
            card.body.addLayout(line)
        return card

    def _parts_card(self) -> parts.Card:
        """The parts two beside each other, read line by line."""
        card = parts.Card(self)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * parts.GAP)
        grid.setVerticalSpacing(parts.GAP)
        for number, heading in enumerate(self._headings):
            name = f"{number + 1}. {heading.name(language())}"
            field = parts.field(name, self.inputs[heading.field], heading.hint(language()))
            grid.addLayout(field, number // 2, number % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        card.body.addLayout(grid)
        return card

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_pressed)
        self.remove.clicked.connect(self.remove_pressed)
        self.help.clicked.connect(self.help_pressed)
        self.pdf.clicked.connect(self._print_pdf)
        self.excel.clicked.connect(self._print_excel)

    def _print_pdf(self) -> None:
        self.print_pressed.emit(".pdf")

    def _print_excel(self) -> None:
        self.print_pressed.emit(".xlsx")

    def _say_band(self, view: WrittenView) -> None:
        told = []
        if view.conflicts:
            names = {each.field: each.name(language()) for each in view.headings}
            fields = sorted(names.get(each) or field_label(self._kind, each, language()) for each in view.conflicts)
            told.append(
                self.tr("Perlu keputusan: {fields}. Dua kantor mengisinya berbeda; kedua isian tersimpan.").format(
                    fields=", ".join(fields)
                )
            )
        if not view.mine:
            told.append(self.tr("Milik {office}: hanya dapat dibaca di sini.").format(office=view.origin))
        self._band_words.setText(" ".join(told))
        self._decide.setVisible(bool(view.conflicts))
        self.band.setVisible(bool(told))
        style.mark(self.band, "band", "warn" if view.conflicts else "info")

    def _back_words(self) -> str:
        return {
            "semester_report": self.tr("Semua laporan semester"),
            "gap": self.tr("Semua GAP"),
            "gbs": self.tr("Semua GBS"),
        }[self._kind]

    def _help_words(self) -> str:
        return {
            "semester_report": self.tr("Isi dari data yang tercatat"),
            "gap": self.tr("Tulis GBS dari GAP ini"),
            "gbs": "",
        }[self._kind]
