"""The page Laporan: choose a meeting or a year, make the paper, open it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from pug_desktop.app.meet import MeetingRow
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.written import WRITTEN, WrittenPlace
from pug_desktop.progress import Step
from pug_desktop.ui import icons, parts, style
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.carry.amounts import short_moment_words
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.report.done_band import DoneBand
from pug_desktop.ui.report.evidence_export import EvidenceExport
from pug_desktop.ui.report.evidence_files import FOLDER, export
from pug_desktop.ui.report.paper_row import PaperRow
from pug_desktop.ui.report.paths import MadePaper, open_outside
from pug_desktop.ui.report.presenter import PaperLine, ReportPresenter, Subject, Wanted
from pug_desktop.ui.rows_model import Column, RowsModel, RowsTable
from pug_desktop.ui.saved import flush_all
from pug_desktop.ui.statistics.tab import StatisticsTab
from pug_desktop.ui.texts import language
from pug_desktop.ui.written.tab import WrittenTab


class ReportPage(QWidget):
    """Papers of a meeting, papers of a year, what was made lately; and tabs to write semester reports, GAP and GBS.

    Signals:
        go_to: another page, with an argument.
        saved, failed: of a field of what is written here.
        removed: a sentence: a record was taken out and can be brought back.
    """

    go_to = Signal(str, object)
    saved = Signal(object)
    failed = Signal(object)
    removed = Signal(str)

    def __init__(self, workspace: Workspace, ask: Ask, jobs: Jobs, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._ws = workspace
        self._ask = ask
        self._jobs = jobs
        self._presenter = ReportPresenter(workspace, language())
        self.meeting = QComboBox(self)
        self.meeting.setAccessibleName(self.tr("Rapat"))
        self.meeting.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.meeting.setMinimumContentsLength(20)
        self.meeting.setPlaceholderText(self.tr("Pilih rapat"))
        self.year = QComboBox(self)
        self.year.setAccessibleName(self.tr("Tahun"))
        self.year.setMinimumContentsLength(8)
        self.subject = QComboBox(self)
        self.subject.setAccessibleName(self.tr("Untuk"))
        self.subject.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.subject.setMinimumContentsLength(16)
        self.rows: list[PaperRow] = []
        self._meeting_rows: list[PaperRow] = []
        self._no_meeting = parts.button(self.tr("Belum ada rapat. Catat rapat pertama"), "plus", "quiet", self)
        self._done = DoneBand(self)
        self._made_model = RowsModel(
            [
                Column(self.tr("Berkas"), _name, width=0, tip=_name),
                Column(self.tr("Dibuat"), _moment, text=_moment_text),
            ],
            self,
        )
        self._made = RowsTable(self._made_model, self.tr("Berkas yang baru dibuat"), self)
        self._nothing_made = parts.label(self.tr("Belum ada berkas di folder ini."), "muted", self)
        self._open = parts.button(self.tr("Buka berkas"), "open", "", self)
        self._folder = parts.button(self.tr("Buka folder"), "folder", "", self)
        self._move = parts.button(self.tr("Ganti folder…"), "", "quiet", self)
        self._where = parts.label("", "muted small", self)
        self.tabs = QTabWidget(self)
        self.written = {kind: WrittenTab(workspace, kind, ask, jobs, self) for kind in WRITTEN}
        self.statistics = StatisticsTab(workspace, ask, jobs, self)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Read meetings, years and the folder again; what is chosen stays chosen."""
        before, year = self.meeting.currentData(), self.year.currentData()
        self.meeting.clear()
        for row in self._presenter.meetings():
            self.meeting.addItem(f"{row.date_text.partition(' (')[0]} – {row.title or self.tr('tanpa judul')}", row)
        known = [self.meeting.itemData(place).id for place in range(self.meeting.count())]
        # With a placeholder a list of Qt starts with nothing chosen.
        chosen = known.index(before.id) if isinstance(before, MeetingRow) and before.id in known else 0
        self.meeting.setCurrentIndex(chosen if known else -1)
        self.year.clear()
        for each in self._presenter.years():
            self.year.addItem(str(each), each)
        self.year.setCurrentIndex(max(0, self.year.findData(year if year else self._presenter.this_year())))
        place = self.subject.currentIndex()
        self.subject.clear()
        for subject in self._presenter.subjects():
            self.subject.addItem(subject.label, subject)
        self.subject.setCurrentIndex(min(max(0, place), self.subject.count() - 1))
        any_meeting = self.meeting.count() > 0
        self.meeting.setEnabled(any_meeting)
        self._no_meeting.setVisible(not any_meeting)
        for line in self._meeting_rows:
            line.setEnabled(any_meeting)
        self._show_made()
        for tab in self.written.values():
            tab.refresh()
        self.statistics.refresh()

    def open(self, argument: object) -> None:
        """Go to a paper: `Wanted`, the name of a report, or the id of a meeting; or to a record to write on."""
        if isinstance(argument, WrittenPlace):
            self._open_written(argument.kind, argument.id)
            return
        self.tabs.setCurrentIndex(0)
        wanted = argument if isinstance(argument, Wanted) else Wanted(str(argument))
        names = [row.paper.name for row in self.rows]
        meeting_id = wanted.meeting_id or (wanted.name if wanted.name not in names else None)
        for place in range(self.meeting.count()):
            if self.meeting.itemData(place).id == meeting_id:
                self.meeting.setCurrentIndex(place)
        if wanted.year is not None:
            self.year.setCurrentIndex(max(0, self.year.findData(wanted.year)))
        if wanted.subject is not None:
            self._choose_subject(wanted.subject)
        if wanted.name in names:
            # The page lays its rows out when it is shown; only then is there something to scroll to.
            QTimer.singleShot(0, self.rows[names.index(wanted.name)], partial(self._go_to_row, wanted.name))

    def _choose_subject(self, wanted: Subject) -> None:
        for place in range(self.subject.count()):
            if _same(self.subject.itemData(place), wanted):
                self.subject.setCurrentIndex(place)

    def _go_to_row(self, name: str) -> None:
        row = next(each for each in self.rows if each.paper.name == name)
        next(iter(row.buttons.values())).setFocus(Qt.FocusReason.OtherFocusReason)
        self._left.ensureWidgetVisible(row, 0, parts.GAP)

    def _build(self) -> None:
        layout = parts.page_layout(self)
        layout.addWidget(
            parts.PageHeader(
                self.tr("Laporan"),
                self.tr("Cetak dokumen rapat dan rekap tahunan, tulis laporan semester dan analisis gender."),
            )
        )
        layout.addWidget(self.tabs, 1)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setAccessibleName(self.tr("Bagian laporan"))
        papers = QWidget(self)
        self.tabs.addTab(papers, icons.icon("print"), self.tr("Cetak"))
        self.tabs.addTab(self.statistics, icons.icon("grid"), self.tr("Statistik"))
        names = {"semester_report": self.tr("Laporan semester"), "gap": self.tr("GAP"), "gbs": self.tr("GBS")}
        for kind, tab in self.written.items():
            self.tabs.addTab(tab, icons.icon("edit"), names[kind])
        layout = QVBoxLayout(papers)
        layout.setContentsMargins(0, parts.GAP, 0, 0)
        layout.setSpacing(parts.GAP)
        layout.addWidget(self._done)
        left = self._left = parts.ScrollColumn(self)
        left.body.setContentsMargins(0, 0, style.GRID, 0)
        meeting = parts.Card(self, self.tr("Dokumen satu rapat"))
        meeting.body.addLayout(parts.field(self.tr("Rapat"), self.meeting))
        meeting.body.addLayout(parts.row(self._no_meeting, None))
        self._meeting_rows = self._add_rows(meeting, self._presenter.meeting_papers(), self._make_for_meeting)
        year = parts.Card(self, self.tr("Laporan satu tahun"))
        choices = [parts.field(self.tr("Tahun"), self.year)]
        if self._presenter.subjects():
            choices.append(parts.field(self.tr("Untuk"), self.subject))
        else:
            self.subject.hide()
        line = parts.row(*choices, spacing=parts.GAP)
        line.setStretch(len(choices) - 1, 1)
        year.body.addLayout(line)
        self._add_rows(year, self._presenter.year_papers(), self._make_for_year)
        year.body.addWidget(parts.line(year))
        self.evidence = EvidenceExport(year)
        self.evidence.wanted.connect(self._export)
        year.body.addWidget(self.evidence)
        for card in (meeting, year):
            left.body.addWidget(card)
        left.body.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(parts.GAP)
        columns.addWidget(left, 3)
        columns.addWidget(self._made_card(), 2)
        layout.addLayout(columns, 1)

    def _add_rows(
        self, card: parts.Card, papers: tuple[PaperLine, ...], pressed: Callable[[PaperLine, str], None]
    ) -> list[PaperRow]:
        made = []
        for paper in papers:
            card.body.addWidget(parts.line(card))
            row = PaperRow(paper, card)
            row.wanted.connect(pressed)
            card.body.addWidget(row)
            made.append(row)
        self.rows.extend(made)
        return made

    def _made_card(self) -> parts.Card:
        card = parts.Card(self, self.tr("Baru dibuat"))
        style.mark(self._made, "plain")
        card.body.addWidget(self._nothing_made, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addWidget(self._made, 10)
        card.body.addStretch(1)
        card.body.addLayout(parts.row(self._open, self._folder, None))
        card.body.addWidget(self._where)
        card.body.addLayout(parts.row(self._move, None))
        return card

    def _connect(self) -> None:
        self._no_meeting.clicked.connect(self._to_meetings)
        self._made.opened.connect(self._open_paper)
        self._made.chosen.connect(self._chose)
        self._open.clicked.connect(self._open_chosen)
        self._folder.clicked.connect(self._open_folder)
        self._move.clicked.connect(self._change_folder)
        self.tabs.currentChanged.connect(self._commit)
        self.statistics.printed.connect(self._show_made)
        for tab in self.written.values():
            tab.go_to.connect(self.go_to)
            tab.saved.connect(self.saved)
            tab.failed.connect(self.failed)
            tab.removed.connect(self.removed)
            tab.made.connect(self._open_written)
            tab.printed.connect(self._show_made)

    def _open_written(self, kind: str, record_id: str) -> None:
        self.tabs.setCurrentWidget(self.written[kind])
        self.written[kind].open(record_id)

    def _commit(self, _tab: int) -> None:
        flush_all(self)

    def _show_made(self) -> None:
        made = self._presenter.made()
        self._made_model.set_rows(made)
        self._made.setVisible(bool(made))
        self._nothing_made.setVisible(not made)
        self._open.setEnabled(False)
        self._where.setText(self.tr("Folder: {folder}").format(folder=self._presenter.folder))

    def _make_for_meeting(self, paper: PaperLine, suffix: str) -> None:
        row = self.meeting.currentData()
        if isinstance(row, MeetingRow):
            self._start(self._presenter.work_for_meeting(paper, suffix, row), suffix)

    def _make_for_year(self, paper: PaperLine, suffix: str) -> None:
        year = self.year.currentData()
        if isinstance(year, int):
            self._start(self._presenter.work_for_year(paper, suffix, year, self.subject.currentData()), suffix)

    def _start(self, work: Callable[[Step], Path], suffix: str) -> None:
        self._done.hide()
        label = self.tr("Membuat PDF") if suffix == ".pdf" else self.tr("Membuat berkas Excel")
        self._jobs.start(work, label=label, succeeded=self._finished)

    def _finished(self, path: object) -> None:
        if isinstance(path, Path):
            self._done.show_paper(path)
            self._show_made()

    def _export(self, form: str) -> None:
        """Write the evidence of the chosen year and sheet."""
        year, subject = self.year.currentData(), self.subject.currentData()
        if not isinstance(year, int):
            return
        folder: Path | None = self._presenter.folder
        if form == FOLDER:
            folder = self._ask.folder(self.tr("Simpan folder data dukung di mana?"))
        if folder is None:
            return
        self._done.hide()
        work = partial(export, self._ws, folder, year, subject, form)
        self._jobs.start(work, label=self.tr("Menyusun data dukung"), succeeded=self._exported)

    def _exported(self, made: object) -> None:
        from pug_desktop.app.data_dukung import Exported

        if not isinstance(made, Exported):
            return
        index = made.path / "Daftar-Isi.html"
        self._done.show_paper(index if index.is_file() else made.path)
        said = [self.tr("Selesai: {name} ({n} berkas bukti).").format(name=made.path.name, n=made.files)]
        if made.remarked:
            said.append(self.tr("{n} bukti perlu diperiksa; lihat Daftar-Isi di dalamnya.").format(n=made.remarked))
        self._done.words.setText(" ".join(said))
        self._show_made()

    def _to_meetings(self) -> None:
        self.go_to.emit("meeting", None)

    def _chose(self, row: object) -> None:
        self._open.setEnabled(row is not None)

    def _open_chosen(self) -> None:
        self._open_paper(self._made.current_row())

    def _open_paper(self, row: object) -> None:
        if isinstance(row, MadePaper):
            open_outside(row.path)

    def _open_folder(self) -> None:
        open_outside(self._presenter.folder)

    def _change_folder(self) -> None:
        if (folder := self._ask.folder(self.tr("Simpan laporan di folder mana?"))) is not None:
            self._presenter.folder = folder
            self._show_made()


def _name(paper: MadePaper) -> str:
    return paper.path.name


def _moment(paper: MadePaper) -> str:
    return paper.made_at.isoformat()


def _moment_text(moment: str) -> str:
    return short_moment_words(moment, language())


def _same(one: object, other: Subject) -> bool:
    return isinstance(one, Subject) and (one.office_id, one.region_code) == (other.office_id, other.region_code)
