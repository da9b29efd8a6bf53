"""What is still to be done after a meeting: who, until when, from which result, with what proof."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pug_desktop.app import outcomes
from pug_desktop.app.evidence import EvidenceRow
from pug_desktop.app.meet import MeetingView
from pug_desktop.app.persons import Suggestion
from pug_desktop.domain.dates import date_words, number_words, parse_date, short_date_words
from pug_desktop.ui import parts, style
from pug_desktop.ui.checklist.evidence import EvidenceBox
from pug_desktop.ui.checklist.evidence_work import Target
from pug_desktop.ui.form_view.dates import DateInput
from pug_desktop.ui.form_view.inputs import ChoiceInput, TextInput
from pug_desktop.ui.meeting.entries import EntryList, EntryRow, Remark, Slot
from pug_desktop.ui.meeting.inputs import GrowingText, OfficeInput
from pug_desktop.ui.meeting.person_completer import PersonCompleter
from pug_desktop.ui.meeting.presenter import MeetingPresenter
from pug_desktop.ui.meeting.remarks import overdue_days
from pug_desktop.ui.meeting.result_inputs import ResultChoice
from pug_desktop.ui.texts import language


class FollowUpTab(QWidget):
    """Who does what until when, and how far it is.

    Attributes:
        proofs: where the evidence of one follow-up is dropped.

    Signals:
        saved, failed: of a field.
        add_pressed: one more.
        remove_pressed: an id.
        calendar_pressed: the open ones are wanted as a calendar file.
    """

    saved = Signal(object)
    failed = Signal(object)
    add_pressed = Signal()
    remove_pressed = Signal(str)
    calendar_pressed = Signal()

    def __init__(self, presenter: MeetingPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._results: list[tuple[str, str]] = []
        self._rows: dict[str, Mapping[str, object]] = {}
        self._proved: dict[str, tuple[EvidenceRow, ...]] = {}
        self._chosen: dict[str, Suggestion] = {}
        self._proving = ""
        self.entries = EntryList(
            [
                Slot("text", self.tr("Tindak lanjut"), self._text, 6),
                Slot("person_name", self.tr("Penanggung jawab"), self._person, 4),
                Slot("office_name", self.tr("Instansi"), self._office, 4),
                Slot("due_on", self.tr("Batas waktu"), DateInput, 3),
                Slot("state", self.tr("Keadaan"), self._state, 2),
                Slot("output_id", self.tr("Dari hasil"), self._result, 3),
            ],
            self._write,
            self.tr("Tambah tindak lanjut"),
            self.tr("Belum ada tindak lanjut. Tulis siapa mengerjakan apa sampai kapan; Beranda akan mengingatkan."),
            self,
            ordered=False,
            remark=self._remark,
            tool=("attach", self.tr("Bukti")),
            two_lines=True,
        )
        self.entries.saved.connect(self.saved)
        self.entries.failed.connect(self.failed)
        self.entries.add_pressed.connect(self.add_pressed)
        self.entries.remove_pressed.connect(self.remove_pressed)
        self.entries.tool_pressed.connect(self.show_proofs)
        self.entries.remark_pressed.connect(self._move_due)
        self.proofs = EvidenceBox((), self, editable=True)
        self._calendar = parts.button(self.tr("Berkas kalender"), "calendar", "quiet", self)
        self._calendar.setToolTip(
            self.tr("Rapat dan tindak lanjutnya untuk Outlook, Google Kalender, atau ponsel (.ics)")
        )
        self._calendar.clicked.connect(self.calendar_pressed)
        self._build()

    def _build(self) -> None:
        self._scroll = scroll = parts.ScrollColumn(self)
        scroll.body.setContentsMargins(0, parts.GAP, style.GRID, parts.GAP)
        card = parts.Card(self)
        heading = parts.label(self.tr("Tindak lanjut rapat"), "heading", wrap=False)
        card.body.addLayout(parts.row(heading, None, self._calendar))
        card.body.addWidget(self.entries)
        self._proof_card = parts.Card(self)
        self._proof_of = parts.label("", "heading", self)
        self._proof_card.body.addWidget(self._proof_of)
        self._proof_card.body.addWidget(self.proofs)
        self._proof_card.hide()
        for each in (card, self._proof_card):
            scroll.body.addWidget(each)
        scroll.body.addStretch(1)
        parts.tab_order(self._calendar, self.entries, self.proofs)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def show_meeting(self, view: MeetingView) -> None:
        """Show a meeting; an input in which somebody types is left alone."""
        numbers = outcomes.output_numbers(view)
        self._results = [
            (str(each["id"]), f"{numbers[str(each['id'])]}. {each['text'] or ''}")
            for each in view.outputs
            if not each["expected"]
        ]
        for row in self.entries.rows:
            choice = row.inputs["output_id"]
            if isinstance(choice, ResultChoice):
                choice.show_results(self._results)
        self._rows = {str(each["id"]): each for each in view.follow_ups}
        self._proved = {each: self._presenter.proofs("follow_up", each) for each in self._rows}
        self.entries.set_read_only(not view.mine)
        self.entries.show_entries(view.follow_ups)
        self._calendar.setVisible(bool(view.follow_ups) or view.date.complete is not None)
        self.proofs.set_editable(view.mine)
        self._refresh_proofs()

    # --- proofs -----------------------------------------------------------------------------------------------------

    def show_proofs(self, record_id: str) -> None:
        """Open the evidence of a follow-up below the list; pressed again, close it."""
        self._proving = "" if self._proving == record_id else record_id
        self.proofs.show_result("")
        self._refresh_proofs()
        if self._proving:
            self.proofs.drop.button.setFocus()
            # Where the card stands is known only after the layout.
            QTimer.singleShot(0, self._proof_card, self._scroll_to_proofs)

    def _scroll_to_proofs(self) -> None:
        self._scroll.ensureWidgetVisible(self._proof_card, 0, parts.GAP)

    def proof_target(self) -> Target | None:
        """What dropped files prove; None while no follow-up is open."""
        if self._proving not in self._rows:
            return None
        return Target("follow_up", self._proving_id, self._proved.get(self._proving, ()))

    def _proving_id(self) -> str:
        return self._proving

    def _refresh_proofs(self) -> None:
        there = self._proving in self._rows
        self._proof_card.setVisible(there)
        if there:
            number = list(self._rows).index(self._proving) + 1
            text = str(self._rows[self._proving].get("text") or self.tr("tanpa uraian"))
            words = self.tr("Bukti tindak lanjut {n}: {text}")
            self._proof_of.setText(words.format(n=number, text=text if len(text) <= 80 else text[:79] + "…"))
            self.proofs.show_evidence(self._proved.get(self._proving, ()), missing_file)

    # --- one row ----------------------------------------------------------------------------------------------------

    def _remark(self, values: Mapping[str, object]) -> Remark:
        due, state = values.get("due_on"), values.get("state")
        proofs = len(self._proved.get(str(values["id"]), ()))
        proved = self.tr("{n} bukti terlampir.").format(n=number_words(proofs)) if proofs else ""
        late = overdue_days(str(due) if due else None, str(state) if state else None, self._presenter.today())
        if late:
            return Remark(_joined(self.tr("Terlambat {n} hari.").format(n=number_words(late)), proved), "bad")
        done = parse_date(str(values.get("done_on") or ""))
        if done is not None and state == "selesai":
            return Remark(_joined(self.tr("Selesai {day}.").format(day=short_date_words(done, language())), proved))
        off = None if state in ("selesai", "batal") else self._presenter.off_day(str(due) if due else None, language())
        next_day = parse_date(off.next_on) if off is not None else None
        if off is not None and next_day is not None:
            words = self.tr("Batas waktunya hari libur: {name}.").format(name=off.name)
            action = self.tr("Pindah ke {day}").format(day=date_words(next_day, language()))
            return Remark(_joined(words, proved), "warn", action)
        return Remark(proved)

    def _move_due(self, record_id: str) -> None:
        """To the next day on which somebody works."""
        due = self._rows.get(record_id, {}).get("due_on")
        off = self._presenter.off_day(str(due) if due else None, language())
        if off is not None:
            self.saved.emit(self._presenter.save("follow_up", record_id, {"due_on": off.next_on}))

    def _text(self, name: str, parent: QWidget) -> QWidget:
        return GrowingText(name, parent)

    def _person(self, name: str, parent: QWidget) -> QWidget:
        made = TextInput(name, parent)
        completer = PersonCompleter(made, self._suggest, "name")
        if isinstance(parent, EntryRow):
            completer.chosen.connect(partial(self._take_person, parent))
        made.setCompleter(completer)
        return made

    def _suggest(self, typed: str) -> Sequence[tuple[Suggestion, str]]:
        return [
            (each, " · ".join(part for part in (each.name, each.position, each.office_name) if part))
            for each in self._presenter.suggest_people(typed)
        ]

    def _take_person(self, row: EntryRow, chosen: object) -> None:
        """Somebody was taken from the list: his entry of the register and his office come along."""
        if isinstance(chosen, Suggestion):
            self._chosen[row.record_id] = chosen
            line = row.inputs["person_name"]
            if isinstance(line, TextInput):
                line.set_value(chosen.name)
                line.edited.emit()
            row.flush()

    def _office(self, name: str, parent: QWidget) -> QWidget:
        return OfficeInput(name, parent, self._presenter.suggest_offices)

    def _result(self, name: str, parent: QWidget) -> QWidget:
        return ResultChoice(name, parent, self._results, "–")

    def _state(self, name: str, parent: QWidget) -> QWidget:
        states = [
            ("belum", self.tr("Belum")),
            ("proses", self.tr("Proses")),
            ("selesai", self.tr("Selesai")),
            ("batal", self.tr("Batal")),
        ]
        made = ChoiceInput(states, name, parent)
        made.setMinimumContentsLength(7)
        return made

    def _write(self, record_id: str, field: str, value: object) -> object:
        fields = {field: value}
        if field == "person_name":
            taken = self._chosen.get(record_id)
            known = taken is not None and taken.name == value
            fields["person_id"] = taken.person_id if taken is not None and known else None
            if (
                taken is not None
                and known
                and taken.office_name
                and not self._rows.get(record_id, {}).get("office_name")
            ):
                fields["office_name"] = taken.office_name
        return self._presenter.save("follow_up", record_id, fields)


def missing_file(row: EvidenceRow) -> Sequence[str]:
    """What is wrong with a file that stands by itself: only that it is not here."""
    return () if row.present else ("missing",)


def _joined(*words: str) -> str:
    return " ".join(each for each in words if each)
