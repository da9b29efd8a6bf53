"""The panel in which one question is answered: question, state, answer, computed value, note, evidence."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from pug_desktop.app.documents import flags_of, lacks_evidence
from pug_desktop.app.evidence import EvidenceRow
from pug_desktop.app.fill import SheetItem
from pug_desktop.forms.evidence_words import examples
from pug_desktop.forms.problems import is_empty
from pug_desktop.forms.rules import shown_value
from pug_desktop.ui import parts
from pug_desktop.ui.checklist.evidence import EvidenceBox
from pug_desktop.ui.checklist.history_box import HistoryBox
from pug_desktop.ui.checklist.presenter import shown_state
from pug_desktop.ui.checklist.reviews import ReviewBands
from pug_desktop.ui.checklist.states import state_options
from pug_desktop.ui.form_view.fields import field_for
from pug_desktop.ui.form_view.inputs import LongTextInput, TextInput
from pug_desktop.ui.saved import AutoSave
from pug_desktop.ui.texts import language


class ItemPanel(parts.ScrollColumn):
    """Made anew for each question; signals are the person's wishes.

    Signals:
        changed: the question, and a dict of what shall be saved: value, status, note, override_reason.
        use_computed_wanted: the computed value shall count again.
        origins_wanted: where the computed value comes from.
        decide_wanted: the two values shall be decided upon.
    """

    changed = Signal(str, dict)
    use_computed_wanted = Signal()
    origins_wanted = Signal()
    decide_wanted = Signal()

    def __init__(
        self, item: SheetItem, *, editable: bool, year: int, today: str, parent: QWidget, asked: bool = True
    ) -> None:
        """`item` is an app.fill SheetItem of a sheet of `year`; evidence is judged as of `today` (ISO).

        `asked`: false while an earlier answer says that the question does not apply.
        """
        super().__init__(parent, margin=20, spacing=12)
        self.item = item
        self._year, self._today = year, today
        self._editable = editable
        self._own = item.override_reason is not None or item.value is not None
        lang = language()
        self._head(item, lang)
        if not asked and item.question.relevant is not None:
            words = self.tr("Belum ditanyakan: tergantung jawaban {code}. Belum ikut dihitung.")
            self.body.addWidget(parts.label(words.format(code=item.question.relevant.question), "warn small", self))
        self._reviews = ReviewBands(self)
        self.body.addWidget(self._reviews)
        self._conflict = self._band(
            "warn",
            self.tr(
                "Perlu keputusan: butir ini mempunyai dua isian dari dua komputer. Keduanya tersimpan; yang tampil "
                "salah satunya."
            ),
        )
        decide = parts.button(self.tr("Putuskan…"), look="quiet", parent=self._conflict)
        decide.clicked.connect(self.decide_wanted)
        if isinstance(inside := self._conflict.layout(), QHBoxLayout):
            inside.addWidget(decide)
            inside.setStretch(0, 1)
        self._state_strip(item)
        self._computed_band(item)
        self._answer(item)
        self._more(item)
        self.body.addStretch(1)
        self.update_item(item)

    # --- building -----------------------------------------------------------------------------------------------

    def _head(self, item: SheetItem, lang: str) -> None:
        question = item.question
        frequency = {
            "annual": self.tr("setiap tahun"),
            "semester": self.tr("setiap semester"),
            "5-year": self.tr("lima tahunan"),
            "event": self.tr("bila ada perubahan"),
        }.get(question.frequency, question.frequency)
        self.body.addLayout(
            parts.row(parts.label(question.name, "accent", self, wrap=False), parts.chip(frequency, "", self), None)
        )
        self.body.addWidget(parts.label(question.label.of(lang), "heading", self))
        for text in (question.hint, question.note):
            if text is not None:
                self.body.addWidget(parts.label(text.of(lang), "muted small", self))

    def _state_strip(self, item: SheetItem) -> None:
        self._state = parts.Segments(state_options(), self.tr("Status"), self, wraps=True)
        self._state.set_value(shown_state(item))
        self._state.setEnabled(self._editable)
        self._state.edited.connect(self._state_edited)
        self.body.addWidget(self._state)

    def _computed_band(self, item: SheetItem) -> None:
        self._computed = QFrame(self)
        self._computed.setProperty("band", "info")
        layout = QVBoxLayout(self._computed)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(4)
        self._computed_value = parts.label("", "strong", self._computed)
        self._computed_from = parts.label("", "muted small", self._computed)
        layout.addWidget(self._computed_value)
        layout.addWidget(self._computed_from)
        self._differs = parts.label("", "warn small", self._computed)
        layout.addWidget(self._differs)
        self._use_computed = parts.button(self.tr("Pakai jawaban hitungan"), parent=self._computed)
        self._use_computed.clicked.connect(self.use_computed_wanted)
        self._use_own = parts.button(self.tr("Isi sendiri dengan alasan"), parent=self._computed)
        self._use_own.clicked.connect(self._wants_own)
        layout.addSpacing(4)
        self.from_where = parts.button(self.tr("Dari mana angka ini?"), "search", "quiet", self._computed)
        self.from_where.clicked.connect(self.origins_wanted)
        layout.addLayout(parts.row(self._use_computed, self._use_own, self.from_where, None))
        self.body.addWidget(self._computed)
        self._reason = TextInput("", self, hint=self.tr("misalnya: tiga OPD melapor lewat surat"), limit=500)
        self._reason_box = QWidget(self)
        box = QVBoxLayout(self._reason_box)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(parts.field(self.tr("Alasan mengisi sendiri"), self._reason))
        self._reason.set_value(item.override_reason)
        AutoSave(self._reason, self._reason.value, self._write_reason)
        self._reason.setReadOnly(not self._editable)
        self.body.addWidget(self._reason_box)

    def _answer(self, item: SheetItem) -> None:
        self.field = field_for(item.question, self)
        self.field.set_value(item.value)
        self.field.setVisible(self._editable)
        self._answer_label = parts.label(self.tr("Jawaban"), "strong", self)
        self.body.addWidget(self._answer_label)
        self.body.addWidget(self.field)
        self._field_saver = AutoSave(self.field, self.field.value, self._write_value)
        answer = shown_value(item.question, item.value, language()) or self.tr("Belum dijawab")
        self._read = parts.label(answer, parent=self)
        self._read.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._read.setVisible(not self._editable)
        self.body.addWidget(self._read)
        self._refused = parts.label("", "bad small", self)
        self._refused.hide()
        self.body.addWidget(self._refused)

    def _more(self, item: SheetItem) -> None:
        self.body.addWidget(parts.line(self))
        self.evidence = EvidenceBox(examples(item.question.evidence, language()), self, editable=self._editable)
        self.body.addWidget(self.evidence)
        self._note = LongTextInput("", self, lines=2)
        self._note.set_value(item.note)
        self._note.setReadOnly(not self._editable)
        AutoSave(self._note, self._note.value, self._write_note)
        note = QWidget(self)
        box = QVBoxLayout(note)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(parts.field(self.tr("Catatan"), self._note))
        note.setVisible(self._editable or bool(item.note))
        self.body.addWidget(note)
        self.history = HistoryBox(self)
        self.body.addWidget(self.history)

    def _band(self, kind: str, text: str) -> QFrame:
        band = QFrame(self)
        band.setProperty("band", kind)
        layout = QHBoxLayout(band)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.addWidget(parts.label(text, "warn small", band))
        self.body.addWidget(band)
        return band

    # --- showing ------------------------------------------------------------------------------------------------

    def update_item(self, item: SheetItem) -> None:
        """The same question after a change; inputs in which a person may be typing stay as they are."""
        dropped_own = self.item.value is not None and item.value is None
        self.item = item
        self._conflict.setVisible(item.conflict)
        self._reviews.show_reviews(item.reviews)
        self._state.set_value(shown_state(item))
        self._refused.hide()
        self.evidence.show_evidence(item.evidence, self._judge, lacks=lacks_evidence(item))
        self._show_computed(item)
        self.history.refresh()
        if dropped_own and item.computed is not None:
            self.field.set_value(None)
            self._field_saver.settle()

    def _judge(self, row: EvidenceRow) -> tuple[str, ...]:
        return flags_of(row, year=self._year, today=self._today, frequency=self.item.question.frequency)

    def _show_computed(self, item: SheetItem) -> None:
        computed = item.computed
        self._computed.setVisible(computed is not None)
        if computed is None:
            self._reason_box.hide()
            return
        nothing_known = is_empty(computed.value)
        own = self._own or item.value is not None or nothing_known
        shown = shown_value(item.question, computed.value, language()) or "–"
        words = self.tr("Jawaban hitungan: {value}") if own else self.tr("Terisi otomatis: {value}")
        self._computed_value.setText(words.format(value=shown))
        words = computed.words(language())
        if computed.open:
            words = self.tr("{from_what} Sebagian isian di baliknya masih perlu keputusan.").format(
                from_what=f"{words.rstrip('.')}."
            )
        self._computed_from.setText(words)
        self._use_computed.setVisible(own and self._editable and not nothing_known)
        undecided = item.value is not None and not nothing_known and self._differs_from(item, computed.value)
        self._differs.setText(
            self.tr(
                "Jawaban yang diketik berbeda dari jawaban hitungan. Tetap pakai jawaban itu dengan alasan, atau pakai "
                "jawaban hitungan."
            )
            if undecided
            else ""
        )
        self._differs.setVisible(undecided)
        self._use_own.setText(
            self.tr("Tetap pakai, tulis alasannya") if undecided else self.tr("Isi sendiri dengan alasan")
        )
        self._use_own.setVisible((undecided or not own) and self._editable)
        self._reason_box.setVisible(own and ((self._editable and not nothing_known) or bool(item.override_reason)))
        self._answer_label.setVisible(own)
        self.field.setVisible(own and self._editable)
        self._read.setVisible(own and not self._editable)

    @staticmethod
    def _differs_from(item: SheetItem, computed: object) -> bool:
        """Whether nobody has said yet why another answer than the computed one stands."""
        return item.value != computed and not item.override_reason

    def show_refused(self, sentence: str) -> None:
        """What was typed could not be kept: say why, beside it."""
        self._refused.setText(sentence)
        self._refused.show()

    def first_input(self) -> QWidget:
        """Where Enter in the list leads."""
        return self._state

    # --- wishes -------------------------------------------------------------------------------------------------

    def _state_edited(self) -> None:
        self.changed.emit(self.item.question.name, {"status": self._state.value()})

    def _wants_own(self) -> None:
        self._own = True
        self._show_computed(self.item)
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write_value(self, value: object) -> None:
        self.changed.emit(self.item.question.name, {"value": value})

    def _write_note(self, note: object) -> None:
        self.changed.emit(self.item.question.name, {"note": note})

    def _write_reason(self, reason: object) -> None:
        self.changed.emit(self.item.question.name, {"override_reason": reason})
