"""Before the meeting: who is invited, the letter, the programme with its times, the list for wet signatures."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from pug_desktop.app.invite import Group, Invitee
from pug_desktop.app.meet import MeetingView
from pug_desktop.domain.dates import number_words
from pug_desktop.domain.words import label
from pug_desktop.errors import PugError
from pug_desktop.ui import parts, style
from pug_desktop.ui.form_view.inputs import TextInput
from pug_desktop.ui.meeting.entries import EntryList, Slot
from pug_desktop.ui.meeting.facts_tab import Save
from pug_desktop.ui.meeting.inputs import GrowingText, TimeInput
from pug_desktop.ui.meeting.invitation_book import InvitationBook
from pug_desktop.ui.meeting.invite_line import InviteLine
from pug_desktop.ui.meeting.invited_table import InvitedModel, InvitedTable
from pug_desktop.ui.meeting.letter_card import LetterCard
from pug_desktop.ui.texts import language


class InvitationTab(QWidget):
    """The tab Undangan.

    Signals:
        saved, failed: of a field.
        changed: the list of the invited or the attendance list is another one.
        removed: a sentence: somebody was taken out.
        paper_pressed: ".pdf" or ".docx" of the letter.
        blank_pressed: the empty attendance list.
        add_pressed, remove_pressed, move_pressed: of an item of the programme.
    """

    saved = Signal(object)
    failed = Signal(object)
    changed = Signal()
    removed = Signal(str)
    paper_pressed = Signal(str)
    blank_pressed = Signal()
    add_pressed = Signal(str)
    remove_pressed = Signal(str, str)
    move_pressed = Signal(str, str, int)

    def __init__(self, save: Save, parent: QWidget) -> None:
        super().__init__(parent)
        self._save = save
        self._book: InvitationBook | None = None
        self._read_only = True
        self.model = InvitedModel(self)
        self.table = InvitedTable(self.model, self.tr("Daftar yang diundang"), self)
        self.line = InviteLine(self.tr("Undang kantor atau orang"), self)
        self.lists = parts.button(self.tr("Undang dari daftar"), "users", "", self)
        self.menu = QMenu(self)
        self.lists.setMenu(self.menu)
        self.up = parts.button(self.tr("Naikkan"), "chevron-up", "quiet", self)
        self.down = parts.button(self.tr("Turunkan"), "chevron-down", "quiet", self)
        self.take_out = parts.button(self.tr("Hapus"), "trash", "quiet", self)
        self.take_out.setToolTip(self.tr("Hapus baris yang dipilih dari undangan (Delete)"))
        self.blank = parts.button(self.tr("Cetak daftar hadir kosong"), "print", "", self)
        self.blank.setToolTip(self.tr("Yang diundang sudah tercetak, dengan lajur tanda tangan dan kode QR rapat"))
        self.fill = parts.button(self.tr("Isi daftar hadir"), "check", "", self)
        self.fill.setToolTip(self.tr("Memasukkan yang diundang ke daftar hadir: semua yang bernama, atau yang dipilih"))
        self._heading = parts.label("", "heading", self, wrap=False)
        self._told = parts.label("", "muted small", self)
        self.letter = LetterCard(self._write_letter, self)
        self.agenda = EntryList(
            [
                Slot("start_time", self.tr("Mulai"), TimeInput, 1),
                Slot("end_time", self.tr("Selesai"), TimeInput, 1),
                Slot("text", self.tr("Acara"), GrowingText, 4),
                Slot("speaker", self.tr("Narasumber/petugas"), TextInput, 3),
            ],
            self._write_agenda,
            self.tr("Tambah acara"),
            self.tr("Susunan acara belum diisi."),
            self,
        )
        self._build()
        self._connect()

    def show_meeting(self, view: MeetingView, book: InvitationBook) -> None:
        """Show a meeting; an input in which somebody types is left alone."""
        if self._book is None or self._book.meeting_id != book.meeting_id:
            self._say("")
            self.line.clear()
        self._book, self._read_only = book, not view.mine
        self.line.use(book.suggest)
        for each in (self.line, self.lists, self.up, self.down, self.take_out, self.fill):
            each.setVisible(view.mine)
        self._advice.setVisible(view.mine)
        self._nobody.setVisible(not view.mine)
        self.agenda.set_read_only(not view.mine)
        self.agenda.show_entries(view.agenda)
        self.reload()

    def reload(self) -> None:
        """Read the list and the letter again."""
        if self._book is None:
            return
        people = self._book.invited()
        self.model.show_people(people, self._book.save, read_only=self._read_only)
        self._stack.setCurrentIndex(1 if people else 0)
        for each in (self.up, self.down, self.take_out, self.fill):
            each.setEnabled(bool(people))
        words = self.tr("Yang diundang")
        self._heading.setText(f"{words} ({number_words(len(people))})" if people else words)
        self.letter.show_letter(self._book.letter(), read_only=self._read_only)

    @property
    def invited_count(self) -> int:
        """So many are invited."""
        return len(self.model.people)

    # --- layout -------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, parts.GAP, 0, 0)
        across.setSpacing(parts.GAP)
        across.addWidget(self._people_card(), 6)
        column = parts.ScrollColumn(self)
        column.body.setContentsMargins(0, 0, style.GRID, parts.GAP)
        column.body.addWidget(self.letter)
        programme = parts.Card(self, self.tr("Susunan acara"))
        programme.body.addWidget(self.agenda)
        column.body.addWidget(programme)
        column.body.addStretch(1)
        across.addWidget(column, 5)
        people = (self.lists, self.line, self.table, self.up, self.down, self.take_out, self.blank, self.fill)
        parts.tab_order(*people, *self.letter.stops, self.agenda)

    def _people_card(self) -> parts.Card:
        card = parts.Card(self)
        card.body.addLayout(parts.row(self._heading, None, self.lists))
        card.body.addWidget(self.line)
        self._advice = parts.label(
            self.tr(
                "Belum ada yang diundang. Pilih “Undang dari daftar” untuk semua OPD, anggota Pokja, atau focal point "
                "sekaligus, atau ketik satu nama di atas."
            ),
            "muted",
            self,
        )
        self._nobody = parts.label(self.tr("Tidak ada undangan yang dicatat."), "muted", self)
        nobody = QWidget(self)
        inside = QVBoxLayout(nobody)
        inside.addWidget(self._nobody)
        inside.addWidget(self._advice)
        inside.addStretch(1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(nobody)
        self._stack.addWidget(self.table)
        card.body.addWidget(self._stack, 1)
        card.body.addWidget(self._told)
        card.body.addLayout(parts.row(self.up, self.down, self.take_out, None, spacing=0))
        card.body.addLayout(parts.row(self.blank, self.fill, None))
        return card

    def _connect(self) -> None:
        self.menu.aboutToShow.connect(self._fill_menu)
        self.line.chosen.connect(self._invite_one)
        self.model.saved.connect(self._cell_saved)
        self.model.failed.connect(self.failed)
        self.table.removing.connect(self._remove)
        self.take_out.clicked.connect(self._remove)
        self.up.clicked.connect(partial(self._move, -1))
        self.down.clicked.connect(partial(self._move, 1))
        self.blank.clicked.connect(self.blank_pressed)
        self.fill.clicked.connect(self._fill_attendance)
        for source in (self.letter, self.agenda):
            source.saved.connect(self.saved)
            source.failed.connect(self.failed)
        self.letter.paper_pressed.connect(self.paper_pressed)
        self.agenda.add_pressed.connect(partial(self.add_pressed.emit, "agenda_item"))
        self.agenda.remove_pressed.connect(partial(self.remove_pressed.emit, "agenda_item"))
        self.agenda.move_pressed.connect(partial(self.move_pressed.emit, "agenda_item"))
        find = QShortcut(QKeySequence("Ctrl+I"), self)
        find.activated.connect(self.line.setFocus)
        self.line.setToolTip(self.tr("Undang kantor atau orang (Ctrl+I)"))

    # --- what a person does -------------------------------------------------------------------------------------------

    def _fill_menu(self) -> None:
        self.menu.clear()
        if self._book is None:
            return
        found = self._book.groups()
        for each in found:
            action = self.menu.addAction(self._group_words(each))
            action.setEnabled(bool(each.new))
            action.triggered.connect(partial(self._invite_many, each))
        if not found:
            nothing = self.tr("Isi dulu daftar kantor (halaman Kantor) atau SK dan timnya (halaman Dokumen)")
            self.menu.addAction(nothing).setEnabled(False)

    def _group_words(self, group: Group) -> str:
        names = {
            "opd": self.tr("Semua OPD"),
            "kecamatan": self.tr("Semua kecamatan"),
            "kantor_pokja": self.tr("Semua kantor anggota Pokja"),
            "pokja": self.tr("Orang dalam SK Pokja"),
            "focal_point": self.tr("Semua focal point"),
            "team_driver": self.tr("Semua Team Driver"),
            "tim_teknis": self.tr("Semua tim teknis"),
            "fasilitator": self.tr("Semua fasilitator"),
        }
        name = names.get(group.code) or label("office_type", group.code, language())
        if not group.new:
            return self.tr("{name}: sudah diundang semua").format(name=name)
        if group.new < len(group.members):
            return self.tr("{name}: {new} lagi dari {all}").format(name=name, new=group.new, all=len(group.members))
        return self.tr("{name}: {all}").format(name=name, all=len(group.members))

    def _invite_one(self, who: Invitee) -> None:
        self._invite([who])
        self.line.setFocus()

    def _invite_many(self, group: Group, *_: object) -> None:
        self._invite(group.members)

    def _invite(self, people: "list[Invitee] | tuple[Invitee, ...]") -> None:
        if self._book is None:
            return
        try:
            done = self._book.invite(people)
        except PugError as error:
            self.failed.emit(error)
            return
        words = self.tr("{added} undangan ditambahkan.").format(added=number_words(done.added)) if done.added else ""
        if done.already:
            words += " " + self.tr("{n} sudah ada dan tidak diulang.").format(n=number_words(done.already))
        self._say(words.strip(), "good" if done.added else "warn")
        self._after()
        self.table.scrollToBottom()

    def _cell_saved(self, saved: object) -> None:
        self.saved.emit(saved)
        self._after()

    def _remove(self) -> None:
        chosen = self.table.chosen()
        if self._book is None or not chosen or self._read_only:
            self._say("" if self._read_only else self.tr("Pilih dulu barisnya."), "warn")
            return
        if not self._did(partial(self._book.remove, [each.id for each in chosen])):
            return
        self._say("")
        self._after()
        name = chosen[0].name or chosen[0].office_name
        self.removed.emit(
            self.tr("{name} dihapus dari undangan.").format(name=name)
            if len(chosen) == 1
            else self.tr("{n} baris dihapus dari undangan.").format(n=number_words(len(chosen)))
        )

    def _move(self, way: int, *_: object) -> None:
        row = self.table.currentIndex().row()
        if self._book is None or not 0 <= row < len(self.model.people):
            self._say(self.tr("Pilih dulu barisnya."), "warn")
            return
        if self._did(partial(self._book.move, self.model.people[row].id, way)):
            self._after()
            self.table.selectRow(min(max(row + way, 0), len(self.model.people) - 1))

    def _fill_attendance(self) -> None:
        if self._book is None:
            return
        try:
            done = self._book.fill_attendance([each.id for each in self.table.chosen()])
        except PugError as error:
            self.failed.emit(error)
            return
        words = [self.tr("{n} orang masuk ke daftar hadir; hapus di sana yang tidak datang.")] if done.added else []
        if done.already:
            words.append(self.tr("{already} sudah ada di sana."))
        if done.nameless:
            words.append(self.tr("{nameless} kantor tanpa nama tidak dimasukkan: pilih barisnya bila wakilnya datang."))
        told = " ".join(words) or self.tr("Tidak ada yang perlu dimasukkan.")
        counts = {"n": done.added, "already": done.already, "nameless": done.nameless}
        self._say(
            told.format(**{name: number_words(each) for name, each in counts.items()}), "good" if done.added else "warn"
        )
        self.changed.emit()

    def _after(self) -> None:
        self.reload()
        self.changed.emit()

    def _did(self, act: Callable[[], object]) -> bool:
        try:
            self.saved.emit(act())
        except PugError as error:
            self.failed.emit(error)
            return False
        return True

    def _say(self, words: str, look: str = "muted") -> None:
        self._told.setText(words)
        self._told.setVisible(bool(words))
        for each in ("muted", "good", "warn"):
            style.mark(self._told, each, each == look)

    def _write_letter(self, fields: dict[str, object]) -> object:
        if self._book is None:
            raise RuntimeError("no meeting is shown")
        return self._book.save_letter(fields)

    def _write_agenda(self, record_id: str, field: str, value: object) -> object:
        return self._save("agenda_item", record_id, {field: value})
