"""One meeting: its title, what it holds two values for, and the four tabs."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QTabWidget, QWidget

from pug_desktop.app.meet import MeetingView
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.dates import date_words
from pug_desktop.ui import icons, parts, style
from pug_desktop.ui.meeting.attendance_book import WorkspaceBook
from pug_desktop.ui.meeting.attendance_tab import AttendanceTab
from pug_desktop.ui.meeting.facts_tab import FactsTab
from pug_desktop.ui.meeting.follow_up_tab import FollowUpTab
from pug_desktop.ui.meeting.held import held_of, partial_date
from pug_desktop.ui.meeting.invitation_book import InvitationBook
from pug_desktop.ui.meeting.invitation_tab import InvitationTab
from pug_desktop.ui.meeting.minutes_tab import MinutesTab
from pug_desktop.ui.meeting.presenter import MeetingPresenter
from pug_desktop.ui.meeting.report_tab import ReportTab
from pug_desktop.ui.meeting.state_input import StateInput
from pug_desktop.ui.report.done_band import DoneBand
from pug_desktop.ui.texts import language


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
        paper_wanted: the name of a paper, the ending of its file, and whether it is for the accounts (SPJ).
        decide_pressed: what holds two values shall be decided upon.
        import_pressed: participants shall come from a file.
    """

    back_pressed = Signal()
    remove_pressed = Signal()
    saved = Signal(object)
    failed = Signal(object)
    removed = Signal(str)
    print_pressed = Signal(str, bool)
    paper_wanted = Signal(str, str, bool)
    decide_pressed = Signal()
    import_pressed = Signal()

    def __init__(self, workspace: Workspace, presenter: MeetingPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._presenter = presenter
        self._shown = ""
        self._back = parts.button(self.tr("Semua rapat"), "chevron-left", "quiet", self)
        self._remove = parts.button(self.tr("Hapus rapat"), "trash", "quiet", self)
        self.state = StateInput(presenter.save, presenter.today, self)
        self._title = CutLine(self, "title")
        self._what_when = CutLine(self, "muted")
        self._what_when.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._band, self._band_words = self._make_band()
        self.done = DoneBand(self, leads_on=True)
        self.facts = FactsTab(presenter.save, presenter.suggest_offices, presenter.kinds, self)
        self.invitation = InvitationTab(presenter.save, self)
        self.attendance = AttendanceTab(self)
        self.minutes = MinutesTab(presenter.save, presenter.decisions, self)
        self.follow_ups = FollowUpTab(presenter, self)
        self.report = ReportTab(presenter, self)
        self.tabs = QTabWidget(self)
        self._tab_icons = self.tabs.tabBar().iconSize()
        self._build()
        self._connect()

    def show_meeting(self, view: MeetingView) -> None:
        """Show a meeting; the same one again keeps the tab, the cursor and what is being typed."""
        title = str(view.values.get("title") or "") or self.tr("Rapat tanpa judul")
        self._title.set_whole(title)
        kind = self._presenter.kind_name(view, language())
        day = date_words(partial_date(held_of(view.values)), language())
        self._what_when.set_whole(" · ".join(words for words in (kind, day) if words))
        self._remove.setVisible(view.mine)
        self.state.show_meeting(view)
        self._say_band(view)
        self.facts.show_meeting(view, kind)
        self.invitation.show_meeting(view, InvitationBook(self._workspace, view.id))
        self.minutes.show_meeting(view)
        self.follow_ups.show_meeting(view)
        self.report.show_meeting(view)
        if self._shown == view.id:
            self.attendance.reload(view.headcount, str(view.values.get("counted_by") or ""))
        else:
            self._shown = view.id
            self.done.hide()
            self.tabs.setCurrentIndex(0)
            book = WorkspaceBook(self._workspace, view.id)
            chosen = str(view.values.get("counted_by") or "")
            self.attendance.show_list(book, view.headcount, read_only=not view.mine, counted_by=chosen)
        self._count_follow_ups(view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: in a narrow window, or with large letters, the tabs do without icons and air: each is in sight."""
        super().resizeEvent(event)
        self._fit_tabs()

    def _fit_tabs(self) -> None:
        bar = self.tabs.tabBar()
        for icons_shown, narrow in ((True, False), (False, False), (False, True)):
            bar.setIconSize(self._tab_icons if icons_shown else QSize(0, 0))
            if bar.property("narrow") != narrow:
                style.mark(bar, "narrow", narrow)
            if bar.sizeHint().width() <= self.tabs.width():
                break

    def focus_entry(self, kind: str, record_id: str) -> None:
        """Put the cursor into a row."""
        if kind == "agenda_item" and self.tabs.currentWidget() is self.invitation:
            self.invitation.agenda.focus(record_id)
            return
        lists = {
            "meeting_role": self.facts.roles,
            "agenda_item": self.minutes.agenda,
            "output": self.minutes.results,
            "expected_output": self.minutes.expected,
            "meeting_decision": self.minutes.decisions,
            "follow_up": self.follow_ups.entries,
        }
        tab = next(each for each in (self.facts, self.minutes, self.follow_ups) if each.isAncestorOf(lists[kind]))
        self.tabs.setCurrentWidget(tab)
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
        above = parts.row(self._back, self._what_when, self.state, self._remove, spacing=parts.GAP)
        above.setStretch(1, 1)
        layout.addLayout(above)
        layout.addWidget(self._title)
        layout.addWidget(self._band)
        layout.addWidget(self.done)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setAccessibleName(self.tr("Bagian rapat"))
        self.tabs.addTab(self.facts, icons.icon("calendar"), self.tr("Data rapat"))
        self.tabs.addTab(self.invitation, icons.icon("send"), self.tr("Undangan"))
        self.tabs.addTab(self.attendance, icons.icon("users"), self.tr("Daftar hadir"))
        self.tabs.addTab(self.minutes, icons.icon("edit"), self.tr("Notulen && hasil"))
        self.tabs.addTab(self.follow_ups, icons.icon("flag"), self.tr("Tindak lanjut"))
        self.tabs.addTab(self.report, icons.icon("report"), self.tr("Laporan"))
        # What a tab would like to have must not press the lines above it.
        self.tabs.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        layout.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        self._back.clicked.connect(self.back_pressed)
        self._remove.clicked.connect(self.remove_pressed)
        for tab in (
            self.state,
            self.facts,
            self.invitation,
            self.attendance,
            self.minutes,
            self.follow_ups,
            self.report,
        ):
            tab.saved.connect(self._saved)
            tab.failed.connect(self.failed)
        self.attendance.removed.connect(self.removed)
        self.invitation.removed.connect(self.removed)
        self.invitation.changed.connect(self._presenter.reload)
        self.invitation.paper_pressed.connect(self._print_letter)
        self.invitation.blank_pressed.connect(self._print_blank)
        self.invitation.add_pressed.connect(self._presenter.add)
        self.invitation.remove_pressed.connect(self._presenter.remove)
        self.invitation.move_pressed.connect(self._presenter.move)
        self.attendance.count.decide_pressed.connect(self.decide_pressed)
        self.attendance.count_edited.connect(self._presenter.save_count)
        self.attendance.counted_by_edited.connect(self._presenter.count_by)
        self.attendance.print_pressed.connect(self._print_list)
        self.attendance.import_pressed.connect(self.import_pressed)
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
        self.follow_ups.calendar_pressed.connect(self._make_calendar)
        self.report.paper_wanted.connect(self._print_report)

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
        if self.state.hint:
            words.append(self.state.hint)
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
            "counted_by": self.tr("yang dihitung"),
            "own_kind_id": self.tr("jenis kegiatan"),
            "state": self.tr("keadaan rapat"),
            "invitation": self.tr("undangan"),
            "meeting_letter": self.tr("surat undangan"),
            "headcount": self.tr("jumlah peserta"),
            "attendance": self.tr("daftar hadir"),
            "meeting_role": self.tr("orang dalam rapat"),
            "agenda_item": self.tr("acara"),
            "output": self.tr("hasil rapat"),
            "meeting_decision": self.tr("keputusan rapat"),
            "meeting_report": self.tr("laporan kegiatan"),
            "follow_up": self.tr("tindak lanjut"),
            "regulation": self.tr("peraturan rujukan"),
        }
        return words.get(name, name.replace("_", " "))

    def _count_people(self, people: int) -> None:
        words = self.tr("Daftar hadir")
        self.tabs.setTabText(self.tabs.indexOf(self.attendance), f"{words} ({people})" if people else words)

    def _count_follow_ups(self, view: MeetingView) -> None:
        words = self.tr("Tindak lanjut")
        waiting = sum(entry.get("state") not in ("selesai", "batal") for entry in view.follow_ups)
        self.tabs.setTabText(self.tabs.indexOf(self.follow_ups), f"{words} ({waiting})" if waiting else words)

    def _print_letter(self, suffix: str) -> None:
        self.paper_wanted.emit("undangan", suffix, False)

    def _print_blank(self) -> None:
        self._print_list(True)

    def _print_list(self, blank: bool) -> None:
        self.print_pressed.emit("daftar-hadir", blank)

    def _print_minutes(self, suffix: str) -> None:
        self.paper_wanted.emit("notulen", suffix, False)

    def _print_report(self, suffix: str, for_accounts: bool) -> None:
        self.paper_wanted.emit("laporan-kegiatan", suffix, for_accounts)

    def _make_calendar(self) -> None:
        self.paper_wanted.emit("kalender-rapat", ".ics", False)

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
