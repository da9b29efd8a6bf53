"""The page Rapat: the list of meetings, and the one that is open."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from pug_desktop.app import meet, report
from pug_desktop.app.follow_ups import FollowUpRow
from pug_desktop.app.follow_ups import follow_ups as all_follow_ups
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.meeting_code import meeting_of
from pug_desktop.errors import PugError
from pug_desktop.progress import Step
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.checklist.evidence_work import EvidenceWork
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.meeting.detail import MeetingDetail
from pug_desktop.ui.meeting.follow_up_list import FollowUpList
from pug_desktop.ui.meeting.list_view import MeetingList
from pug_desktop.ui.meeting.presenter import MeetingPresenter
from pug_desktop.ui.pages import FOLLOW_UPS
from pug_desktop.ui.report.paths import paper_file
from pug_desktop.ui.report.presenter import Wanted
from pug_desktop.ui.saved import flush_all
from pug_desktop.ui.texts import language

if TYPE_CHECKING:
    from pug_desktop.ui.meeting.import_page import ImportPage

CALENDAR = "kalender-tindak-lanjut"


class MeetingPage(QWidget):
    """Meetings.

    Signals:
        go_to: another page, with an argument.
        saved, failed: of a field.
        removed: a sentence: something was taken out and can be brought back.
        taken_back: a sentence: something was taken back by a button of the page.
    """

    go_to = Signal(str, object)
    saved = Signal(object)
    failed = Signal(object)
    removed = Signal(str)
    taken_back = Signal(str)

    def __init__(self, workspace: Workspace, ask: Ask, jobs: Jobs, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._ask = ask
        self._jobs = jobs
        self._presenter = MeetingPresenter(workspace, self)
        self.list = MeetingList(self, own_scope=workspace.profile.scope)
        self.detail = MeetingDetail(workspace, self._presenter, self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.detail)
        self.follow_ups = FollowUpList(self)
        self._stack.addWidget(self.follow_ups)
        self.list.follow_ups_pressed.connect(self.show_follow_ups)
        self.follow_ups.back_pressed.connect(self._back)
        self.follow_ups.opened.connect(self._open_follow_up)
        self.follow_ups.calendar_pressed.connect(self._make_follow_up_calendar)
        self.list.opened.connect(self.open)
        self.list.new_pressed.connect(self._new)
        self.list.filter_edited.connect(self._fill_list)
        self.detail.back_pressed.connect(self._back)
        self.detail.remove_pressed.connect(self._presenter.remove_meeting)
        self.detail.saved.connect(self.saved)
        self.detail.failed.connect(self.failed)
        self.detail.removed.connect(self.removed)
        self.detail.print_pressed.connect(self._print)
        self.detail.paper_wanted.connect(self._make_paper)
        for target, box in (
            (self.detail.report.target, self.detail.report.photos),
            (self.detail.follow_ups.proof_target, self.detail.follow_ups.proofs),
        ):
            work = EvidenceWork(workspace, ask, jobs, target, self)
            work.serve(box)
            work.changed.connect(self._presenter.reload)
            work.saved.connect(self.saved)
            work.removed.connect(self.removed)
        self.detail.done.more_pressed.connect(self._to_papers)
        self.detail.decide_pressed.connect(self._to_decide)
        self.detail.import_pressed.connect(self._import)
        self.import_page: ImportPage | None = None

    def refresh(self) -> None:
        """Read again what is shown."""
        self._fill_list(self.list.chosen_year(), self.list.search.text().strip())
        if self._stack.currentWidget() is self.follow_ups:
            self.follow_ups.show_rows(all_follow_ups(self._workspace, language()))
        elif self.import_page is None or not self.import_page.is_at_work():
            self._presenter.reload()

    def open(self, argument: object) -> None:
        """Show one meeting by its id; or all follow-ups."""
        if argument == FOLLOW_UPS:
            self.show_follow_ups()
            return
        self._presenter.open(str(argument))
        view = self._presenter.view
        if view is not None and view.mine and not view.values.get("title"):
            self.detail.facts.focus_title()
        elif view is not None:
            # From here the arrow keys lead through the tabs.
            self.detail.tabs.tabBar().setFocus()

    def show_follow_ups(self) -> None:
        """Show the follow-ups of all meetings."""
        self._presenter.close()
        self.follow_ups.done.hide()
        self.follow_ups.show_rows(all_follow_ups(self._workspace, language()))
        self._stack.setCurrentWidget(self.follow_ups)
        self.follow_ups.table.setFocus()

    def _open_follow_up(self, row: object) -> None:
        if isinstance(row, FollowUpRow):
            self.open(row.meeting_id)
            self.detail.focus_entry("follow_up", row.id)

    def _make_follow_up_calendar(self) -> None:
        out = self._workspace.folder_for("cetak") / f"{CALENDAR}.ics"

        def work(step: Step) -> Path:
            return report.write_report(self._workspace, CALENDAR, out, step=step)

        self._jobs.start(work, label=self.tr("Membuat dokumen"), succeeded=self._calendar_made)

    def _calendar_made(self, path: object) -> None:
        if isinstance(path, Path):
            self.follow_ups.done.show_paper(path)

    # --- what the presenter asks ------------------------------------------------------------------------------------

    def show_meeting(self, view: meet.MeetingView) -> None:
        """Show this meeting in all tabs."""
        self.detail.show_meeting(view)
        self._stack.setCurrentWidget(self.detail)

    def show_list(self) -> None:
        """Go back to the list of meetings."""
        self.detail.forget()
        self._fill_list(self.list.chosen_year(), self.list.search.text().strip())
        self._stack.setCurrentWidget(self.list)
        self.list.table.setFocus()

    def focus_entry(self, kind: str, record_id: str) -> None:
        """Put the cursor into a new row."""
        self.detail.focus_entry(kind, record_id)

    def tell_removed(self, what: str, name: str) -> None:
        """Say that a record was taken out, with a way back."""
        sentences = {
            "meeting": self.tr("Rapat “{name}” dihapus."),
            "meeting_role": self.tr("“{name}” dihapus dari daftar orang."),
            "agenda_item": self.tr("Acara “{name}” dihapus."),
            "output": self.tr("Hasil “{name}” dihapus."),
            "meeting_decision": self.tr("Keputusan “{name}” dihapus."),
            "follow_up": self.tr("Tindak lanjut “{name}” dihapus."),
        }
        self.removed.emit(sentences[what].format(name=name) if name else self.tr("Satu baris dihapus."))

    def tell_failed(self, error: PugError) -> None:
        """Say why something was not done."""
        self._ask.tell(error)

    def tell_saved(self, saved: object) -> None:
        """Say that something was kept."""
        self.saved.emit(saved)

    # --- what a person does -----------------------------------------------------------------------------------------

    def _fill_list(self, year: object, words: str) -> None:
        if (scanned := meeting_of(words)) is not None:
            self.list.search.clear()
            self.open(scanned)
            return
        chosen = year if isinstance(year, int) else None
        self.list.show_years(meet.meeting_years(self._workspace))
        self.list.show_rows(meet.meetings(self._workspace, year=chosen, search=words, lang=language()))

    def _new(self) -> None:
        try:
            meeting_id = meet.create_meeting(self._workspace)
        except PugError as error:
            self._ask.tell(error)
            return
        self.open(meeting_id)

    def _back(self) -> None:
        flush_all(self)
        self._presenter.close()

    def _print(self, name: str, blank: bool) -> None:
        view = self._presenter.view
        if view is None:
            return
        flush_all(self)
        self.detail.done.hide()
        out = paper_file(self._workspace.folder_for("cetak"), name, view.values, blank=blank, suffix=".pdf")
        self._jobs.start(
            partial(self._write_paper, name, view.id, out, blank),
            label=self.tr("Membuat PDF"),
            succeeded=self._printed,
        )

    def _make_paper(self, name: str, suffix: str, for_accounts: bool) -> None:
        view = self._presenter.view
        if view is None:
            return
        flush_all(self)
        self.detail.done.hide()
        called = f"{name}-spj" if for_accounts else name
        out = paper_file(self._workspace.folder_for("cetak"), called, view.values, suffix=suffix)

        def work(step: Step) -> Path:
            return report.write_report(self._workspace, name, out, meeting_id=view.id, spj=for_accounts, step=step)

        self._jobs.start(work, label=self.tr("Membuat dokumen"), succeeded=self._printed)

    def _import(self) -> None:
        """Participants from a file: the wizard stands in place of the meeting until it is left."""
        from pug_desktop.ui.meeting.import_page import ImportPage

        view = self._presenter.view
        if view is None:
            return
        flush_all(self)
        if self.import_page is None:
            self.import_page = ImportPage(self._workspace, self._ask, self._jobs, self)
            self.import_page.closed.connect(self._imported)
            self.import_page.imported.connect(self.removed)
            self.import_page.taken_back.connect(self.taken_back)
            self._stack.addWidget(self.import_page)
        self._stack.setCurrentWidget(self.import_page)
        self.import_page.begin(view.id, str(view.values.get("title") or ""))

    def _imported(self) -> None:
        self._stack.setCurrentWidget(self.detail)
        self._presenter.reload()

    def _to_papers(self) -> None:
        if (view := self._presenter.view) is not None:
            self.go_to.emit("report", Wanted("notulen", meeting_id=view.id))

    def _to_decide(self) -> None:
        if (view := self._presenter.view) is not None:
            self.go_to.emit("decide", ("meeting", view.id))

    def _write_paper(self, name: str, meeting_id: str, out: Path, blank: bool, step: Step) -> Path:
        return report.write_report(self._workspace, name, out, meeting_id=meeting_id, blank=blank, step=step)

    def _printed(self, path: object) -> None:
        if isinstance(path, Path):
            self.detail.done.show_paper(path, at_once=True)
