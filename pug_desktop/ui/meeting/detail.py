"""One meeting: its title, what it holds two values for, and the four tabs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QTabWidget, QWidget

from pug_desktop.app.meet import MeetingView
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.dates import date_words
from pug_desktop.domain.words import label
from pug_desktop.ui import icons, parts, style
from pug_desktop.ui.meeting.attendance_book import WorkspaceBook
from pug_desktop.ui.meeting.attendance_tab import AttendanceTab
from pug_desktop.ui.meeting.facts_tab import FactsTab
from pug_desktop.ui.meeting.follow_up_tab import FollowUpTab
from pug_desktop.ui.meeting.held import held_of, partial_date
from pug_desktop.ui.meeting.minutes_tab import MinutesTab
from pug_desktop.ui.meeting.presenter import MeetingPresenter
from pug_desktop.ui.report.done_band import DoneBand
from pug_desktop.ui.texts import language

_KIND_OF_TAB = {"output": 2, "agenda_item": 2, "follow_up": 3, "meeting_role": 0}


class CutLine(QLabel):
    """A text in one line, cut with "…" where the window is too narrow."""

    def __init__(self, parent: QWidget, look: str) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setProperty(look, True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_whole(self, text: str) -> None:
        """Show this title."""
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: cut anew."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))


class MeetingDetail(QWidget):
    """The open meeting.

    Signals:
        back_pressed: to the list.
        remove_pressed: the meeting itself.
        saved, failed: of a field.
        removed: a sentence: persons were taken out of the attendance.
        print_pressed: "daftar-hadir" or "notulen", and True for a blank list.
        decide_pressed: what holds two values shall be decided upon.
    """

    back_pressed = Signal()
    remove_pressed = Signal()
    saved = Signal(object)
    failed = Signal(object)
    removed = Signal(str)
    print_pressed = Signal(str, bool)
    decide_pressed = Signal()

    def __init__(self, workspace: Workspace, presenter: MeetingPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._presenter = presenter
        self._shown = ""
        self._back = parts.button(self.tr("Semua rapat"), "chevron-left", "quiet", self)
        self._remove = parts.button(self.tr("Hapus rapat"), "trash", "quiet", self)
        self._title = CutLine(self, "title")
        self._what_when = CutLine(self, "muted")
        self._what_when.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._band, self._band_words = self._make_band()
        self.done = DoneBand(self, leads_on=True)
        self.facts = FactsTab(presenter.save, presenter.suggest_offices, self)
        self.attendance = AttendanceTab(self)
        self.minutes = MinutesTab(presenter.save, self)
        self.follow_ups = FollowUpTab(presenter.save, presenter.suggest_offices, presenter.today, self)
        self.tabs = QTabWidget(self)
        self._build()
        self._connect()

    def show_meeting(self, view: MeetingView) -> None:
        """Show a meeting; the same one again keeps the tab, the cursor and what is being typed."""
        title = str(view.values.get("title") or "") or self.tr("Rapat tanpa judul")
        self._title.set_whole(title)
        kind = label("meeting_kind", str(view.values.get("kind") or ""), language())
        day = date_words(partial_date(held_of(view.values)), language())
        self._what_when.set_whole(" · ".join(words for words in (kind, day) if words))
        self._remove.setVisible(view.mine)
        self._say_band(view)
        self.facts.show_meeting(view)
        self.minutes.show_meeting(view)
        self.follow_ups.show_meeting(view)
        if self._shown == view.id:
            self.attendance.reload(view.headcount)
        else:
            self._shown = view.id
            self.done.hide()
            self.tabs.setCurrentIndex(0)
            book = WorkspaceBook(self._workspace, view.id)
            self.attendance.show_list(book, view.headcount, read_only=not view.mine)
        self._count_follow_ups(view)

    def focus_entry(self, kind: str, record_id: str) -> None:
        """Put the cursor into a row."""
        self.tabs.setCurrentIndex(_KIND_OF_TAB[kind])
        lists = {
            "meeting_role": self.facts.roles,
            "agenda_item": self.minutes.agenda,
            "output": self.minutes.results,
            "follow_up": self.follow_ups.entries,
        }
        lists[kind].focus(record_id)

    def forget(self) -> None:
        """Nothing is shown any more: the next meeting starts at its first tab."""
        self._shown = ""

    def _make_band(self) -> tuple[QFrame, QLabel]:
        band = QFrame(self)
        words = parts.label("", parent=band)
        line = QHBoxLayout(band)
        line.setContentsMargins(2 * style.GRID, style.GRID, 2 * style.GRID, style.GRID)
        line.addWidget(words, 1)
        self._decide = parts.button(self.tr("Putuskan…"), look="quiet", parent=band)
        self._decide.clicked.connect(self.decide_pressed)
        line.addWidget(self._decide)
        band.hide()
        return band, words

    def _build(self) -> None:
        layout = parts.page_layout(self)
        layout.setSpacing(style.GRID)
        above = parts.row(self._back, self._what_when, self._remove, spacing=parts.GAP)
        above.setStretch(1, 1)
        layout.addLayout(above)
        layout.addWidget(self._title)
        layout.addWidget(self._band)
        layout.addWidget(self.done)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setAccessibleName(self.tr("Bagian rapat"))
        self.tabs.addTab(self.facts, icons.icon("calendar"), self.tr("Data rapat"))
        self.tabs.addTab(self.attendance, icons.icon("users"), self.tr("Daftar hadir"))
        self.tabs.addTab(self.minutes, icons.icon("edit"), self.tr("Notulen && hasil"))
        self.tabs.addTab(self.follow_ups, icons.icon("flag"), self.tr("Tindak lanjut"))
        # What a tab would like to have must not press the lines above it.
        self.tabs.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        layout.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        self._back.clicked.connect(self.back_pressed)
        self._remove.clicked.connect(self.remove_pressed)
        for tab in (self.facts, self.attendance, self.minutes, self.follow_ups):
            tab.saved.connect(self._saved)
            tab.failed.connect(self.failed)
        self.attendance.removed.connect(self.removed)
        self.attendance.count.decide_pressed.connect(self.decide_pressed)
        self.attendance.count_edited.connect(self._presenter.save_count)
        self.attendance.print_pressed.connect(self._print_list)
        self.attendance.totals_changed.connect(self._count_people)
        self.facts.role_add_pressed.connect(self._add_role)
        self.facts.role_remove_pressed.connect(self._remove_role)
        self.facts.role_move_pressed.connect(self._move_role)
        self.minutes.add_pressed.connect(self._presenter.add)
        self.minutes.remove_pressed.connect(self._presenter.remove)
        self.minutes.move_pressed.connect(self._presenter.move)
        self.minutes.print_pressed.connect(self._print_minutes)
        self.follow_ups.add_pressed.connect(self._add_follow_up)
        self.follow_ups.remove_pressed.connect(self._remove_follow_up)

    def _saved(self, saved: object) -> None:
        self.saved.emit(saved)
        # The head of the page shows title, day and kind; remarks stand under the follow-ups.
        if self.sender() is not self.attendance:
            self._presenter.reload()

    def _say_band(self, view: MeetingView) -> None:
        words = []
        disagreeing = {self._field_words(name) for name in view.conflict_fields | view.conflict_parts}
        if disagreeing:
            fields = ", ".join(sorted(disagreeing))
            words.append(
                self.tr("Perlu keputusan: {fields}. Dua kantor mengisinya berbeda; kedua isian tersimpan.").format(
                    fields=fields
                )
            )
        if not view.mine:
            words.append(
                self.tr("Rapat ini milik {office}: di sini hanya dapat dibaca, dan hanya di sana dapat diubah.").format(
                    office=self._presenter.owner(view)
                )
            )
        self._band_words.setText(" ".join(words))
        self._band.setVisible(bool(words))
        self._decide.setVisible(bool(disagreeing))
        self.attendance.count.show_conflict("headcount" in view.conflict_parts)
        style.mark(self._band, "band", "warn" if disagreeing else "info")

    def _field_words(self, name: str) -> str:
        words = {
            "kind": self.tr("jenis kegiatan"),
            "title": self.tr("judul"),
            "theme": self.tr("tema"),
            "year": self.tr("hari dan tanggal"),
            "month": self.tr("hari dan tanggal"),
            "day": self.tr("hari dan tanggal"),
            "weekday": self.tr("hari dan tanggal"),
            "start_time": self.tr("waktu"),
            "end_time": self.tr("waktu"),
            "place": self.tr("tempat"),
            "organiser": self.tr("penyelenggara"),
            "chair_name": self.tr("pimpinan rapat"),
            "chair_position": self.tr("pimpinan rapat"),
            "participant_groups": self.tr("kelompok peserta"),
            "opening": self.tr("pembukaan"),
            "discussion": self.tr("pembahasan"),
            "closing": self.tr("penutup"),
            "disaggregation": self.tr("data terpilah yang dibahas"),
            "source_note": self.tr("catatan sumber"),
            "letter_number": self.tr("nomor surat undangan"),
            "headcount": self.tr("jumlah peserta"),
            "attendance": self.tr("daftar hadir"),
            "meeting_role": self.tr("orang dalam rapat"),
            "agenda_item": self.tr("acara"),
            "output": self.tr("hasil rapat"),
            "follow_up": self.tr("tindak lanjut"),
            "regulation": self.tr("peraturan rujukan"),
        }
        return words.get(name, name.replace("_", " "))

    def _count_people(self, people: int) -> None:
        words = self.tr("Daftar hadir")
        self.tabs.setTabText(1, f"{words} ({people})" if people else words)

    def _count_follow_ups(self, view: MeetingView) -> None:
        words = self.tr("Tindak lanjut")
        waiting = sum(entry.get("state") not in ("selesai", "batal") for entry in view.follow_ups)
        self.tabs.setTabText(3, f"{words} ({waiting})" if waiting else words)

    def _print_list(self, blank: bool) -> None:
        self.print_pressed.emit("daftar-hadir", blank)

    def _print_minutes(self) -> None:
        self.print_pressed.emit("notulen", False)

    def _add_role(self) -> None:
        self._presenter.add("meeting_role")

    def _remove_role(self, record_id: str) -> None:
        self._presenter.remove("meeting_role", record_id)

    def _move_role(self, record_id: str, way: int) -> None:
        self._presenter.move("meeting_role", record_id, way)

    def _add_follow_up(self) -> None:
        self._presenter.add("follow_up")

    def _remove_follow_up(self, record_id: str) -> None:
        self._presenter.remove("follow_up", record_id)
