"""Minutes and results: expected beside achieved, what each result serves, decisions."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pug_desktop.app import outcomes
from pug_desktop.app.meet import MeetingView
from pug_desktop.domain.words import labels
from pug_desktop.ui import parts, style
from pug_desktop.ui.binder import Binder
from pug_desktop.ui.form_view.inputs import ChoiceInput, LongTextInput
from pug_desktop.ui.meeting.entries import EntryList, Remark, Slot
from pug_desktop.ui.meeting.facts_tab import Save
from pug_desktop.ui.meeting.inputs import GrowingText
from pug_desktop.ui.meeting.result_inputs import PrerequisiteChips, ResultChoice
from pug_desktop.ui.texts import language

Decisions = Callable[[str], Sequence[Mapping[str, object]]]
"""The decisions of a meeting."""


class MinutesTab(QWidget):
    """Opening, discussion, closing and agenda; the numbered results below.

    Signals:
        saved, failed: of a field.
        add_pressed: "agenda_item", "output", "expected_output" or "meeting_decision".
        remove_pressed: kind and id.
        move_pressed: kind, id and -1 or 1.
        print_pressed: the minutes are wanted on paper: the ending of the file.
    """

    saved = Signal(object)
    failed = Signal(object)
    add_pressed = Signal(str)
    remove_pressed = Signal(str, str)
    move_pressed = Signal(str, str, int)
    print_pressed = Signal(str)

    def __init__(self, save: Save, decisions: Decisions, parent: QWidget) -> None:
        super().__init__(parent)
        self._save = save
        self._decisions = decisions
        self._meeting_id = ""
        self._expected: list[tuple[str, str]] = []
        self._met: dict[str, str] = {}
        self.binder = Binder(self._write, self)
        self.binder.saved.connect(self.saved)
        self.binder.failed.connect(self.failed)
        self.opening = LongTextInput(self.tr("Pembukaan"), self, lines=2)
        self.discussion = LongTextInput(self.tr("Pembahasan"), self, lines=5)
        self.closing = LongTextInput(self.tr("Penutup"), self, lines=2)
        for field, widget in (
            ("opening", self.opening),
            ("discussion", self.discussion),
            ("closing", self.closing),
        ):
            self.binder.tie(field, widget)
        self.agenda = EntryList(
            [
                Slot("text", self.tr("Acara"), self._text, 2),
                Slot("discussion", self.tr("Yang dibahas"), self._text, 3),
            ],
            self._write_agenda,
            self.tr("Tambah acara"),
            self.tr("Susunan acara belum diisi."),
            self,
        )
        self.expected = EntryList(
            [
                Slot("text", self.tr("Hasil yang diharapkan"), self._text, 6),
                Slot("achieved", self.tr("Ketercapaian"), self._achieved, 2),
            ],
            self._write_result,
            self.tr("Tambah hasil yang diharapkan"),
            self.tr("Tulis apa yang ingin dicapai rapat ini, lalu bandingkan dengan hasilnya."),
            self,
            remark=self._remark_expected,
        )
        self.results = EntryList(
            [
                Slot("text", self.tr("Hasil"), self._text, 6),
                Slot("prerequisites", self.tr("Prasyarat"), self._prerequisites, 3),
                Slot("fulfils_id", self.tr("Memenuhi harapan"), self._fulfils, 2),
            ],
            self._write_result,
            self.tr("Tambah hasil"),
            self.tr("Tulis setiap hasil atau kesepakatan sebagai satu nomor."),
            self,
        )
        self.decisions = EntryList(
            [Slot("text", self.tr("Keputusan"), self._text, 1)],
            self._write_decision,
            self.tr("Tambah keputusan"),
            self.tr("Yang diputuskan pimpinan rapat ditulis di sini."),
            self,
        )
        self._print = parts.button(self.tr("Cetak notulen"), "print", "", self)
        self._print.clicked.connect(self._print_pdf)
        self._word = parts.button(self.tr("Notulen di Word"), "edit", "quiet", self)
        self._word.clicked.connect(self._print_word)
        self._connect()
        self._build()

    def show_meeting(self, view: MeetingView) -> None:
        """Show a meeting; an input in which somebody types is left alone."""
        self._meeting_id = view.id
        self.binder.load(view.values)
        self.binder.set_read_only(not view.mine)
        self._show_results(view)
        for entries, rows in ((self.agenda, view.agenda), (self.decisions, self._decisions(view.id))):
            entries.set_read_only(not view.mine)
            entries.show_entries(rows)

    def _show_results(self, view: MeetingView) -> None:
        numbers = outcomes.output_numbers(view)
        told = outcomes.expected_against_achieved(view, language())
        self._expected = [(each.id, f"{each.number}. {each.text}") for each in told]
        self._met = {each.id: ", ".join(str(number) for number, _ in each.fulfilled_by) for each in told}
        for row in self.results.rows:
            choice = row.inputs["fulfils_id"]
            if isinstance(choice, ResultChoice):
                choice.show_results(self._expected)
        for entries, expected in ((self.expected, True), (self.results, False)):
            rows = [each for each in view.outputs if bool(each["expected"]) is expected]
            entries.set_read_only(not view.mine)
            entries.show_entries(sorted(rows, key=lambda each: numbers[str(each["id"])]))

    def _remark_expected(self, values: Mapping[str, object]) -> Remark:
        numbers = self._met.get(str(values["id"]))
        return Remark(self.tr("Dipenuhi oleh hasil nomor {n}.").format(n=numbers) if numbers else "")

    def _connect(self) -> None:
        for entries in (self.agenda, self.expected, self.results, self.decisions):
            entries.saved.connect(self.saved)
            entries.failed.connect(self.failed)
        self.agenda.add_pressed.connect(self._add_agenda)
        self.agenda.remove_pressed.connect(self._remove_agenda)
        self.agenda.move_pressed.connect(self._move_agenda)
        self.results.add_pressed.connect(self._add_result)
        self.expected.add_pressed.connect(self._add_expected)
        for entries in (self.results, self.expected):
            entries.remove_pressed.connect(self._remove_result)
            entries.move_pressed.connect(self._move_result)
        self.decisions.add_pressed.connect(self._add_decision)
        self.decisions.remove_pressed.connect(self._remove_decision)
        self.decisions.move_pressed.connect(self._move_decision)

    def _build(self) -> None:
        scroll = parts.ScrollColumn(self)
        scroll.body.setContentsMargins(0, parts.GAP, style.GRID, parts.GAP)
        minutes = parts.Card(self, self.tr("Notulen"))
        said = QVBoxLayout()
        said.setSpacing(style.GRID)
        for each in (self.opening, self.discussion, self.closing):
            said.addLayout(parts.field(each.accessibleName(), each))
        said.addStretch(1)
        agenda = QVBoxLayout()
        agenda.setSpacing(4)
        agenda.addWidget(parts.label(self.tr("Susunan acara"), "field", self))
        agenda.addWidget(self.agenda)
        agenda.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(parts.GAP)
        columns.addLayout(said, 1)
        columns.addLayout(agenda, 1)
        minutes.body.addLayout(columns)
        results = parts.Card(self)
        heading = parts.label(self.tr("Hasil rapat"), "heading", wrap=False)
        results.body.addLayout(parts.row(heading, None, self._word, self._print))
        results.body.addWidget(self.expected)
        results.body.addWidget(parts.line(results))
        results.body.addWidget(self.results)
        decided = parts.Card(self, self.tr("Keputusan rapat"))
        decided.body.addWidget(self.decisions)
        for card in (minutes, results, decided):
            scroll.body.addWidget(card)
        scroll.body.addStretch(1)
        parts.tab_order(
            *(self.opening, self.discussion, self.closing, self.agenda, self._word, self._print),
            *(self.expected, self.results, self.decisions),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def _text(self, name: str, parent: QWidget) -> QWidget:
        return GrowingText(name, parent)

    def _achieved(self, name: str, parent: QWidget) -> QWidget:
        made = ChoiceInput(labels("achieved", language()), name, parent, empty=self.tr("belum dinilai"))
        made.setMinimumContentsLength(9)
        return made

    def _prerequisites(self, name: str, parent: QWidget) -> QWidget:
        return PrerequisiteChips(outcomes.prerequisites(language()), name, parent)

    def _fulfils(self, name: str, parent: QWidget) -> QWidget:
        return ResultChoice(name, parent, self._expected, "–")

    def _write(self, field: str, value: object) -> object:
        return self._save("meeting", self._meeting_id, {field: value})

    def _write_agenda(self, record_id: str, field: str, value: object) -> object:
        return self._save("agenda_item", record_id, {field: value})

    def _write_result(self, record_id: str, field: str, value: object) -> object:
        return self._save("output", record_id, {field: value})

    def _write_decision(self, record_id: str, field: str, value: object) -> object:
        return self._save("meeting_decision", record_id, {field: value})

    def _print_pdf(self) -> None:
        self.print_pressed.emit(".pdf")

    def _print_word(self) -> None:
        self.print_pressed.emit(".docx")

    def _add_agenda(self) -> None:
        self.add_pressed.emit("agenda_item")

    def _remove_agenda(self, record_id: str) -> None:
        self.remove_pressed.emit("agenda_item", record_id)

    def _move_agenda(self, record_id: str, way: int) -> None:
        self.move_pressed.emit("agenda_item", record_id, way)

    def _add_result(self) -> None:
        self.add_pressed.emit("output")

    def _add_expected(self) -> None:
        self.add_pressed.emit("expected_output")

    def _add_decision(self) -> None:
        self.add_pressed.emit("meeting_decision")

    def _remove_decision(self, record_id: str) -> None:
        self.remove_pressed.emit("meeting_decision", record_id)

    def _move_decision(self, record_id: str, way: int) -> None:
        self.move_pressed.emit("meeting_decision", record_id, way)

    def _remove_result(self, record_id: str) -> None:
        self.remove_pressed.emit("output", record_id)

    def _move_result(self, record_id: str, way: int) -> None:
        self.move_pressed.emit("output", record_id, way)
